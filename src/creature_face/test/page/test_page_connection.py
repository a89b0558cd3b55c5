"""A connection that is lost and comes back, and pages that take the audio from one another."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

pytestmark = pytest.mark.browser

Open = Callable[..., Any]


def test_lost_connection_is_sleep_and_it_comes_back_with_the_audio(open_face: Open, bridge: Any) -> None:
    face = open_face()
    face.wake()
    bridge.tell(emotion="happy")
    face.shows("emotion", "happy")
    bridge.close()
    face.shows("connected", "false")
    face.shows("emotion", "asleep")
    bridge.open()
    face.shows("connected", "true")
    face.shows("emotion", "happy")
    face.expect_request({"type": "start"})


def test_a_lost_connection_is_said_in_words_until_it_is_back(open_face: Open, bridge: Any) -> None:
    face = open_face()
    opacity = "+getComputedStyle(document.querySelector('#away')).opacity"
    face.page.wait_for_function(f"{opacity} === 0")
    bridge.send({"type": "error", "message": "that was no JSON"})
    face.page.wait_for_selector("#notice:visible")
    bridge.close()
    # What was told before is stale now.
    face.page.wait_for_selector("#notice", state="hidden")
    face.page.wait_for_function(f"{opacity} === 1")
    assert face.page.inner_text("#away") == "asleep: the creature cannot be reached, trying again"
    assert face.page.inner_text("#status") == "asleep: the creature cannot be reached, trying again"
    bridge.open()
    face.shows("connected", "true")
    face.page.wait_for_function(f"{opacity} === 0")


def test_another_page_takes_over_and_a_button_takes_back(open_face: Open, bridge: Any) -> None:
    face = open_face()
    face.wake()
    bridge.send({"type": "audio", "owner": False, "reason": "another page is listening now"})
    face.page.wait_for_selector("#notice:has-text('Another device')")
    face.page.wait_for_function("!creature.stats().owner && !creature.stats().microphone")
    bridge.drop()
    face.shows("connected", "false")
    face.shows("connected", "true")
    face.page.click("#listen:has-text('Talk here')")
    # The reconnection asked for nothing: the only request is the one just made.
    face.expect_request({"type": "start"})
    face.page.wait_for_function("creature.stats().owner && creature.stats().microphone")
    assert bridge.texts.empty()

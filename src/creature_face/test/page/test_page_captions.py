"""What was heard and is said, in words on the page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

pytestmark = pytest.mark.browser

Open = Callable[..., Any]


def caption(bridge: Any, speaker: str, text: str) -> None:
    bridge.send({"type": "caption", "speaker": speaker, "text": text, "final": False})


def shown(face: Any) -> list[str]:
    """The words that can be read now."""
    return [line.inner_text() for line in face.page.query_selector_all("#talk .shown")]


def test_both_speakers_are_captioned_and_the_words_go_by_themselves(open_face: Open, bridge: Any) -> None:
    face = open_face("?watch")
    caption(bridge, "user", "Could you pick up")
    caption(bridge, "user", "Could you pick up the red cup?")
    caption(bridge, "creature", "Okay, I'll")
    face.page.wait_for_selector('#said.shown:has-text("Okay, I\'ll")')
    assert shown(face) == ["Could you pick up the red cup?", "Okay, I'll"]
    face.page.wait_for_selector("#said:not(.shown)", state="attached")
    face.page.wait_for_selector("#heard:not(.shown)", state="attached")


@pytest.mark.parametrize("turn", [lambda page: page.keyboard.press("c"), lambda page: page.click("#stage")])
def test_a_key_or_a_tap_turns_captions_off_and_the_browser_remembers(
    open_face: Open, bridge: Any, turn: Callable[[Any], None]
) -> None:
    face = open_face("?watch")
    face.shows("captions", "on")
    turn(face.page)
    face.shows("captions", "off")
    face.page.wait_for_selector("#said.shown:has-text('captions off')")
    face.page.reload()
    face.shows("captions", "off")
    face.shows("connected", "true")
    caption(bridge, "user", "can you hear me?")
    bridge.tell(emotion="happy")
    face.shows("emotion", "happy")
    assert shown(face) == []
    turn(face.page)
    caption(bridge, "user", "can you hear me?")
    face.page.wait_for_selector("#heard.shown:has-text('can you hear me?')")


def test_a_page_that_was_not_woken_dozes_without_a_word(open_face: Open, bridge: Any) -> None:
    face = open_face()
    caption(bridge, "user", "hello")
    bridge.tell(emotion="happy")
    face.shows("emotion", "happy")
    assert shown(face) == []
    face.wake()
    caption(bridge, "user", "hello")
    face.page.wait_for_selector("#heard.shown:has-text('hello')")


def test_captions_that_make_no_sense_change_nothing(open_face: Open, bridge: Any) -> None:
    face = open_face("?watch")
    for message in ({}, {"speaker": "user"}, {"speaker": "constructor", "text": "x"}, {"speaker": "user", "text": 7}):
        bridge.send({"type": "caption", **message})
    bridge.tell(emotion="happy")
    face.shows("emotion", "happy")
    assert shown(face) == []


def test_words_are_text_not_markup(open_face: Open, bridge: Any) -> None:
    face = open_face("?watch")
    caption(bridge, "creature", "<b>bold</b> & brave")
    face.page.wait_for_selector("#said.shown")
    assert shown(face) == ["<b>bold</b> & brave"]


def test_a_lost_connection_takes_the_words_with_it(open_face: Open, bridge: Any) -> None:
    face = open_face("?watch")
    caption(bridge, "creature", "I am here")
    face.page.wait_for_selector("#said.shown")
    bridge.drop()
    face.page.wait_for_selector("#said:not(.shown)", state="attached", timeout=2000)


@pytest.mark.parametrize("size", [(320, 568), (390, 844), (844, 390), (1280, 800)])
def test_long_words_stay_on_the_screen_and_off_the_mouth(open_face: Open, bridge: Any, size: tuple[int, int]) -> None:
    face = open_face("?watch&still", size)
    for speaker in ("user", "creature"):
        caption(bridge, speaker, "and then, when you have found the little green ball, take it to the table " * 3)
    face.page.wait_for_selector("#said.shown")
    face.settled()
    talk, lips = face.page.evaluate(
        """['#talk', '#lips-line'].map((id) => {
          const box = document.querySelector(id).getBoundingClientRect();
          return [box.left, box.top, box.right, box.bottom]; })"""
    )
    assert talk[0] >= 0 and talk[2] <= size[0] and talk[3] <= size[1]
    assert talk[1] >= lips[3] or talk[2] <= lips[0]

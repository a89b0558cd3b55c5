"""What the page is told, it shows; what it should never be told does no harm."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

pytestmark = pytest.mark.browser

Open = Callable[..., Any]
FRAME_BYTES = 3844
TASK = {"intent": "GRAB_OBJECT", "object": "red cup", "phase": "grasp", "progress": 0.6, "outcome": "", "message": ""}


def test_shows_the_state_it_is_told(open_face: Open, bridge: Any) -> None:
    face = open_face()
    bridge.tell(emotion="happy", speaking=True, state="speaking", intensity=0.8, valence=0.7, arousal=0.3)
    face.shows("emotion", "happy")
    face.shows("speaking", "true")
    face.shows("state", "speaking")


def test_unknown_emotion_and_broken_messages_do_no_harm(open_face: Open, bridge: Any) -> None:
    face = open_face()
    for broken in (
        {"type": "unheard of"},
        {"mouth": "wide", "intensity": None, "valence": "x", "task": 7, "emotion": 3},
    ):
        bridge.send(broken)
    bridge.tell(emotion="wistful", mouth=7)
    face.shows("emotion", "wistful")
    before = face.page.evaluate("creature.stats().frames")
    face.page.wait_for_function(f"creature.stats().frames > {before + 5}")


def test_what_the_bridge_should_never_send_changes_nothing(open_face: Open, bridge: Any) -> None:
    face = open_face()
    bridge.tell(emotion="happy")
    face.shows("emotion", "happy")
    for message in ({"type": "lost"}, {"type": "frame"}, {"type": "open"}, {"type": 7}, {"type": {}}, {"type": "pong"}):
        bridge.send(message)
    bridge.speak(0, b"")
    bridge.speak(1, bytes(2 * FRAME_BYTES))
    bridge.tell(emotion="sad", mouth="wide", speaking=1, valence="x", task=[], cause=None)
    face.shows("emotion", "sad")
    face.shows("connected", "true")
    face.shows("speaking", "false")


def test_error_of_the_bridge_is_shown_and_the_task_is_told(open_face: Open, bridge: Any) -> None:
    face = open_face()
    bridge.send({"type": "error", "message": "that was no JSON"})
    face.page.wait_for_selector("#notice:has-text('That was no JSON')")
    bridge.tell(emotion="neutral", state="working", task=TASK)
    face.page.wait_for_selector("#caption.shown:has-text('picking up the red cup')")

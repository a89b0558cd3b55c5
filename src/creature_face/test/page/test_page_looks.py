"""What can be seen: a face for every emotion and activity, that lives, and fits on the screen."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.browser

Open = Callable[..., Any]
SLOW = float(os.environ.get("CREATURE_TEST_TIMEOUT_FACTOR", "1"))
EMOTIONS = (
    *("happy", "sad", "angry", "scared", "surprised", "disgusted"),
    *("asleep", "bored", "confused", "amazed", "excited", "embarrassed", "tired", "disappointed"),
)
VIEWS = {"portrait": (390, 844), "landscape": (844, 390)}


@pytest.mark.parametrize("view", VIEWS)
def test_every_emotion_has_a_face_of_its_own(open_face: Open, bridge: Any, view: str, tmp_path: Path) -> None:
    folder = Path(os.environ.get("CREATURE_SCREENSHOT_DIR", tmp_path))
    folder.mkdir(parents=True, exist_ok=True)
    face = open_face("?watch&still", VIEWS[view])
    faces = {}
    for emotion in ("neutral", *EMOTIONS):
        bridge.tell(emotion=emotion)
        face.shows("emotion", emotion)
        faces[emotion] = face.settled()
        face.page.screenshot(path=folder / f"{view}_{emotion}.png")
        assert (folder / f"{view}_{emotion}.png").stat().st_size > 5000
    assert len(set(faces.values())) == len(faces)


def test_an_emotion_without_a_pose_keeps_its_name_and_shows_the_nearest(open_face: Open, bridge: Any) -> None:
    face = open_face("?watch&still")
    faces = {}
    for emotion in ("neutral", "angry", "furious", "constructor"):
        bridge.tell(emotion=emotion)
        face.shows("emotion", emotion)
        faces[emotion] = face.settled()
    assert faces["furious"] == faces["angry"] != faces["neutral"] == faces["constructor"]


@pytest.mark.parametrize("state", ["listening", "thinking", "working", "speaking"])
def test_every_activity_can_be_seen(open_face: Open, bridge: Any, state: str) -> None:
    face = open_face("?watch&still")
    bridge.tell(emotion="neutral")
    rest = face.settled()
    bridge.tell(emotion="neutral", state=state, speaking=state == "speaking")
    face.shows("state", state)
    assert face.settled() != rest


def test_it_blinks_by_itself_and_nods_when_told(open_face: Open, bridge: Any) -> None:
    page = open_face("?watch").page
    bridge.tell(emotion="neutral")
    openness = "document.querySelector('#open-left').getBBox().height"
    page.wait_for_function(f"{openness} > 120")
    page.wait_for_function(f"{openness} < 60", timeout=20_000 * SLOW)
    page.wait_for_function(f"{openness} > 120")
    height = "new DOMMatrix(getComputedStyle(document.querySelector('#head')).transform).f"
    page.wait_for_function(f"{height} < 8")
    bridge.tell(emotion="neutral", gesture="nod")
    page.wait_for_function(f"{height} > 11")


@pytest.mark.parametrize("size", [(320, 568), (390, 844), (844, 390), (600, 600), (1920, 1080), (2560, 720)])
def test_the_whole_face_is_on_the_screen(open_face: Open, bridge: Any, size: tuple[int, int]) -> None:
    face = open_face("?watch&still", size)
    for emotion in ("surprised", "excited", "sad"):
        bridge.tell(emotion=emotion)
        face.shows("emotion", emotion)
        face.settled()
        boxes = face.page.evaluate(
            """['#open-left', '#open-right', '#brow-left', '#brow-right', '#lips-line'].map((id) => {
              const box = document.querySelector(id).getBoundingClientRect();
              return [box.left, box.top, box.right, box.bottom]; })"""
        )
        assert min(box[0] for box in boxes) >= 0
        assert min(box[1] for box in boxes) >= 0
        assert max(box[2] for box in boxes) <= size[0]
        assert max(box[3] for box in boxes) <= size[1]

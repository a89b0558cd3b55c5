"""The page as ears and voice: its microphone, what it plays, and the mouth that moves with it."""

from __future__ import annotations

import math
import struct
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

pytestmark = pytest.mark.browser

Open = Callable[..., Any]
FRAME_BYTES = 3844
IGNORE_THE_RATE = """() => { window.AudioContext = class extends AudioContext {
  constructor() { super({ sampleRate: 48000 }); } }; }"""
KEEP_THE_STREAM = """() => { const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  navigator.mediaDevices.getUserMedia = async (what) => (window.taken = await ask(what)); }"""
MOUTH_OF_THE_SILENT = """async () => { const { Mouth } = await import('/mouth.js'); const mouth = new Mouth();
  for (let i = 0; i < 5000; i++) { mouth.tell(7, 0); mouth.hear(7 + i * 1e-6, 0); }
  return [mouth.told.points.length, mouth.heard.points.length]; }"""


def times_opened(seen: list[float]) -> int:
    """How often a mouth that was closed has opened."""
    count, is_open = 0, False
    for mouth in seen:
        if not is_open and mouth > 0.5:
            count, is_open = count + 1, True
        elif mouth < 0.1:
            is_open = False
    return count


def test_mouth_follows_what_another_device_plays(open_face: Open, bridge: Any) -> None:
    page = open_face("?watch").page
    for _ in range(6):
        bridge.tell(emotion="neutral", mouth=0.9, speaking=True, state="speaking")
        page.wait_for_timeout(80)
    page.wait_for_function("+getComputedStyle(document.documentElement).getPropertyValue('--mouth') > 0.5")
    bridge.tell(emotion="neutral")
    page.wait_for_function("+getComputedStyle(document.documentElement).getPropertyValue('--mouth') < 0.02")


def test_microphone_frames_arrive_whole_and_in_order(open_face: Open) -> None:
    face = open_face()
    face.wake()
    frames = face.microphone(25)
    assert {len(frame) for frame in frames} == {FRAME_BYTES}
    indices = [struct.unpack_from("<I", frame)[0] for frame in frames]
    assert indices == list(range(indices[0], indices[0] + 25))
    heard = np.frombuffer(b"".join(frame[4:] for frame in frames[10:]), "<i2") / 32768
    assert math.sqrt(float(np.mean(heard**2))) > 0.005


def test_microphone_is_resampled_where_the_browser_ignores_the_rate(open_face: Open) -> None:
    face = open_face()
    face.page.evaluate(IGNORE_THE_RATE)
    face.wake()
    assert face.page.evaluate("creature.stats().rate") == 48000
    heard = np.frombuffer(b"".join(frame[4:] for frame in face.microphone(25)[10:]), "<i2").astype(float)
    spectrum = np.abs(np.fft.rfft(heard * np.hanning(len(heard))))
    assert np.argmax(spectrum) * 24000 / len(heard) == pytest.approx(220, abs=25)
    seen = face.play([0.3] * 12)
    assert max(seen) > 0.5
    assert seen[-1] < 0.05


def test_mouth_moves_with_the_sound_it_plays_and_closes_after(open_face: Open) -> None:
    face = open_face()
    face.wake()
    seen = face.play([0.3] * 10 + [0.0] * 4 + [0.3] * 10)
    assert times_opened(seen) == 2
    assert seen[-1] < 0.05


def test_a_voice_that_starts_anew_is_heard_from_its_first_frame(open_face: Open) -> None:
    face = open_face()
    face.wake()
    face.play([0.3] * 10, first=40)
    assert times_opened(face.play([0.3] * 10, first=1)) == 1
    face.page.wait_for_function("creature.stats().player.frames === 20")


def test_player_is_bounded_and_forgets_the_oldest(open_face: Open) -> None:
    face = open_face()
    face.wake()
    for index in range(60):
        face.speak(index, 0.3)
    face.page.wait_for_function("creature.stats().player.dropped > 0")
    assert face.page.evaluate("creature.stats().player.fillMs") < 400


def test_the_history_of_the_mouth_is_bounded_while_nothing_is_said(open_face: Open) -> None:
    assert max(open_face().page.evaluate(MOUTH_OF_THE_SILENT)) < 500


def test_refused_microphone_is_said_and_the_voice_still_works(open_face: Open, deaf_browser: Any) -> None:
    face = open_face(browser=deaf_browser)
    face.wake()
    face.page.wait_for_selector("#notice:visible")
    assert "I can't hear you" in face.page.inner_text("#notice")
    assert face.page.get_attribute("#listen", "aria-pressed") == "false"
    assert max(face.play([0.3] * 12)) > 0.4


def test_a_microphone_that_is_taken_away_is_told_and_can_be_taken_back(open_face: Open) -> None:
    face = open_face()
    face.page.evaluate(KEEP_THE_STREAM)
    face.wake()
    face.page.wait_for_selector('#listen[aria-pressed="true"]')
    face.page.evaluate("taken.getAudioTracks()[0].dispatchEvent(new Event('ended'))")
    face.page.wait_for_selector("#notice:has-text('taken away')")
    face.page.wait_for_selector('#listen[aria-pressed="false"]')
    face.page.click("#listen")
    face.page.wait_for_selector('#listen[aria-pressed="true"]')

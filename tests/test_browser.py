"""The face in a real browser, fed by the whole creature: a wav is the phone's microphone."""

from __future__ import annotations

import time

import numpy as np
import pytest
import soundfile
from playwright.sync_api import sync_playwright
from running import FACTOR

pytestmark = [pytest.mark.system, pytest.mark.browser, pytest.mark.ros, pytest.mark.audio]

WATCH_S = 25.0 * FACTOR
# The page is read every 40 ms from inside, so that nothing is missed between two calls.
RECORDER = """
() => {
  window.seen = [];
  const root = document.documentElement;
  setInterval(() => window.seen.push({
    mouth: parseFloat(getComputedStyle(root).getPropertyValue("--mouth")) || 0,
    ...root.dataset
  }), 40);
}
"""


@pytest.fixture
def microphone(speech, tmp_path):
    """Two seconds of silence, a request, and silence for as long as the test looks on."""
    wav = speech.conversation([2.0, "Could you bring me the book?", 60.0])
    samples, rate = soundfile.read(wav, dtype="float32")
    path = tmp_path / "microphone.wav"
    noise = np.random.default_rng(0).standard_normal(len(samples)).astype(np.float32) * 0.0003
    soundfile.write(path, soxr_48k(samples + noise, rate), 48_000, subtype="PCM_16")
    return path


def soxr_48k(samples, rate):
    import soxr

    return soxr.resample(samples, rate, 48_000)


@pytest.fixture
def page(microphone):
    flags = [
        "--no-sandbox",
        "--autoplay-policy=user-gesture-required",
        "--use-fake-ui-for-media-stream",
        "--use-fake-device-for-media-stream",
        f"--use-file-for-fake-audio-capture={microphone}%noloop",
    ]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=flags)
        page = browser.new_page(viewport={"width": 390, "height": 844})
        yield page
        browser.close()


def test_the_creature_hears_answers_and_shows_it(creature, page):
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(creature("face_port:=0").wait_awake())
    page.wait_for_selector("html[data-connected=true]", timeout=10_000 * FACTOR)
    page.evaluate(RECORDER)
    page.get_by_role("button").first.click()
    deadline = time.monotonic() + WATCH_S
    while time.monotonic() < deadline:
        page.wait_for_timeout(500)
        if "task_succeeded" in {entry["state"] for entry in page.evaluate("window.seen")}:
            page.wait_for_timeout(3000)
            break
    seen = page.evaluate("window.seen")
    assert errors == []
    assert {"listening", "speaking", "working", "task_succeeded"} <= {entry["state"] for entry in seen}
    assert len({entry["emotion"] for entry in seen}) >= 2
    spoken = [entry["mouth"] for entry in seen if entry["speaking"] == "true"]
    assert max(spoken) > 0.3
    # Lips close between words and after them.
    opened = np.array([entry["mouth"] for entry in seen]) > 0.25
    assert np.count_nonzero(np.diff(opened.astype(int)) == 1) >= 2
    assert seen[-1]["mouth"] < 0.1


def test_the_face_sleeps_without_the_creature_and_wakes_with_it(creature, page):
    one = creature("face_port:=0", "voice:=echo")
    address = one.wait_awake()
    page.goto(address)
    page.wait_for_selector("html[data-connected=true]", timeout=10_000 * FACTOR)
    one.stop()
    page.wait_for_selector("html[data-connected=false]", timeout=10_000 * FACTOR)
    assert page.evaluate("document.documentElement.dataset.emotion") == "asleep"
    port = address.rstrip("/").rpartition(":")[2]
    creature(f"face_port:={port}", "voice:=echo").wait_awake()
    page.wait_for_selector("html[data-connected=true]", timeout=30_000 * FACTOR)

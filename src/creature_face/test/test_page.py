"""The page in a real browser, against a fake bridge."""

from __future__ import annotations

import math
import os
import struct
import time
import wave
from collections.abc import Callable, Iterator
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

import numpy as np
import pytest

pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
from playwright.sync_api import Browser, Page, Playwright, sync_playwright

pytestmark = pytest.mark.browser

SLOW = float(os.environ.get("CREATURE_TEST_TIMEOUT_FACTOR", "1"))
CHROMIUM = os.environ.get("CREATURE_CHROMIUM", "/usr/bin/chromium")
FRAME_BYTES = 3844
EMOTIONS = (
    *("happy", "sad", "angry", "scared", "surprised", "disgusted"),
    *("asleep", "bored", "confused", "amazed", "excited", "embarrassed", "tired", "disappointed"),
)
VIEWS = {"portrait": (390, 844), "landscape": (844, 390)}


def _load_fake_bridge() -> Any:
    spec = spec_from_file_location("face_fake_bridge", Path(__file__).with_name("fake_bridge.py"))
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


fake_bridge = _load_fake_bridge()


@pytest.fixture(scope="module")
def hum(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A second of a voice-like hum: what the browser's microphone hears."""
    path = tmp_path_factory.mktemp("page") / "hum.wav"
    time_s = np.arange(48000) / 48000
    tone = 0.3 * np.sin(2 * np.pi * 220 * time_s) + 0.1 * np.sin(2 * np.pi * 660 * time_s)
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, 48000, 0, "NONE", "none"))
        file.writeframes((tone * 32767).astype("<i2").tobytes())
    return path


@pytest.fixture(scope="module")
def browsers() -> Iterator[Playwright]:
    if not Path(CHROMIUM).exists():
        pytest.skip(f"no browser at {CHROMIUM}: apt install chromium, or set CREATURE_CHROMIUM")
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="module")
def browser(browsers: Playwright, hum: Path) -> Iterator[Browser]:
    media = ["--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream"]
    browser = browsers.chromium.launch(
        executable_path=CHROMIUM, args=["--no-sandbox", *media, f"--use-file-for-fake-audio-capture={hum}"]
    )
    yield browser
    browser.close()


@pytest.fixture
def bridge() -> Iterator[Any]:
    with fake_bridge.FakeBridge() as bridge:
        yield bridge


OpenPage = Callable[..., Page]


@pytest.fixture
def open_page(browser: Browser, bridge: Any) -> Iterator[OpenPage]:
    """Opens the page, connected; the test fails if the page throws."""
    contexts = []
    thrown: list[str] = []

    def opener(query: str = "", size: tuple[int, int] = (390, 844), **options: Any) -> Page:
        context = browser.new_context(viewport={"width": size[0], "height": size[1]}, **options)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000 * SLOW)
        page.on("pageerror", lambda error: thrown.append(str(error)))
        page.goto(bridge.address + query)
        shows(page, "connected", "true")
        return page

    yield opener
    for context in contexts:
        context.close()
    assert not thrown


def shows(page: Page, name: str, value: str) -> None:
    """Wait until the root element shows a value."""
    page.wait_for_selector(f'html[data-{name}="{value}"]', state="attached")


def wake(page: Page, bridge: Any) -> None:
    """Press the button, and see that the page becomes the ears and the voice."""
    page.click("#start")
    assert bridge.texts.get(timeout=10 * SLOW) == {"type": "start"}
    page.wait_for_function("creature.stats().owner")


def tone(index: int, loud: float) -> bytes:
    """A frame of 300 Hz, continuous from frame to frame."""
    time_s = (np.arange(1920) + 1920 * index) / 24000
    return (loud * 32767 * np.sin(2 * np.pi * 300 * time_s)).astype("<i2").tobytes()


def play(page: Page, bridge: Any, frames: list[bytes], first: int = 0) -> list[float]:
    """Speak frames at the pace of a voice; the mouth in every picture drawn meanwhile and shortly after."""
    page.evaluate(
        """() => { window.seen = []; (function look() {
          seen.push(+getComputedStyle(document.documentElement).getPropertyValue('--mouth'));
          requestAnimationFrame(look); })(); }"""
    )
    start_s = time.monotonic()
    for index, frame in enumerate(frames):
        bridge.speak(first + index, frame)
        page.wait_for_timeout(max(0.0, 1000 * (start_s + 0.08 * (index + 1) - time.monotonic())))
    page.wait_for_timeout(600)
    return page.evaluate("seen")


def test_shows_the_state_it_is_told(open_page: OpenPage, bridge: Any) -> None:
    page = open_page()
    bridge.tell(emotion="happy", speaking=True, state="speaking", intensity=0.8, valence=0.7, arousal=0.3)
    shows(page, "emotion", "happy")
    shows(page, "speaking", "true")
    shows(page, "state", "speaking")


def test_unknown_emotion_and_broken_messages_do_no_harm(open_page: OpenPage, bridge: Any) -> None:
    page = open_page()
    for broken in (
        {"type": "unheard of"},
        {"mouth": "wide", "intensity": None, "valence": "x", "task": 7, "emotion": 3},
    ):
        bridge.send(broken)
    bridge.tell(emotion="wistful", mouth=7)
    shows(page, "emotion", "wistful")
    before = page.evaluate("creature.stats().frames")
    page.wait_for_function(f"creature.stats().frames > {before + 5}")


def test_mouth_follows_what_another_device_plays(open_page: OpenPage, bridge: Any) -> None:
    page = open_page("?watch")
    for _ in range(6):
        bridge.tell(emotion="neutral", mouth=0.9, speaking=True, state="speaking")
        page.wait_for_timeout(80)
    page.wait_for_function("+getComputedStyle(document.documentElement).getPropertyValue('--mouth') > 0.5")
    bridge.tell(emotion="neutral")
    page.wait_for_function("+getComputedStyle(document.documentElement).getPropertyValue('--mouth') < 0.02")


def test_microphone_frames_arrive_whole_and_in_order(open_page: OpenPage, bridge: Any) -> None:
    page = open_page()
    wake(page, bridge)
    frames = [bridge.frames.get(timeout=10 * SLOW) for _ in range(25)]
    assert {len(frame) for frame in frames} == {FRAME_BYTES}
    indices = [struct.unpack_from("<I", frame)[0] for frame in frames]
    assert indices == list(range(indices[0], indices[0] + 25))
    heard = np.frombuffer(b"".join(frame[4:] for frame in frames[10:]), "<i2") / 32768
    assert math.sqrt(float(np.mean(heard**2))) > 0.005


def test_microphone_is_resampled_where_the_browser_ignores_the_rate(open_page: OpenPage, bridge: Any) -> None:
    page = open_page()
    page.evaluate(
        """() => { window.AudioContext = class extends AudioContext {
          constructor() { super({ sampleRate: 48000 }); } }; }"""
    )
    wake(page, bridge)
    assert page.evaluate("creature.stats().rate") == 48000
    frames = [bridge.frames.get(timeout=10 * SLOW) for _ in range(25)]
    heard = np.frombuffer(b"".join(frame[4:] for frame in frames[10:]), "<i2").astype(float)
    spectrum = np.abs(np.fft.rfft(heard * np.hanning(len(heard))))
    assert np.argmax(spectrum) * 24000 / len(heard) == pytest.approx(220, abs=25)
    seen = play(page, bridge, [tone(index, 0.3) for index in range(12)])
    assert max(seen) > 0.5
    assert seen[-1] < 0.05


def test_mouth_moves_with_the_sound_it_plays_and_closes_after(open_page: OpenPage, bridge: Any) -> None:
    page = open_page()
    wake(page, bridge)
    loud, quiet = [tone(index, 0.3) for index in range(10)], [tone(index, 0.0) for index in range(4)]
    seen = play(page, bridge, loud + quiet + loud)
    times_opened, is_open = 0, False
    for mouth in seen:
        if not is_open and mouth > 0.5:
            times_opened, is_open = times_opened + 1, True
        elif mouth < 0.1:
            is_open = False
    assert times_opened == 2
    assert seen[-1] < 0.05


def test_player_is_bounded_and_forgets_the_oldest(open_page: OpenPage, bridge: Any) -> None:
    page = open_page()
    wake(page, bridge)
    for index in range(60):
        bridge.speak(index, tone(index, 0.3))
    page.wait_for_function("creature.stats().player.dropped > 0")
    assert page.evaluate("creature.stats().player.fillMs") < 400


def test_lost_connection_is_sleep_and_it_comes_back_with_the_audio(open_page: OpenPage, bridge: Any) -> None:
    page = open_page()
    wake(page, bridge)
    bridge.tell(emotion="happy")
    shows(page, "emotion", "happy")
    bridge.close()
    shows(page, "connected", "false")
    shows(page, "emotion", "asleep")
    bridge.open()
    shows(page, "connected", "true")
    shows(page, "emotion", "happy")
    assert bridge.texts.get(timeout=10 * SLOW) == {"type": "start"}


def test_another_page_takes_over_and_a_button_takes_back(open_page: OpenPage, bridge: Any) -> None:
    page = open_page()
    wake(page, bridge)
    bridge.send({"type": "audio", "owner": False, "reason": "another page is listening now"})
    page.wait_for_selector("#notice:has-text('Another device')")
    page.wait_for_function("!creature.stats().owner && !creature.stats().microphone")
    bridge.drop()
    shows(page, "connected", "false")
    shows(page, "connected", "true")
    page.click("#listen:has-text('Talk here')")
    # The reconnection asked for nothing: the only request is the one just made.
    assert bridge.texts.get(timeout=10 * SLOW) == {"type": "start"}
    page.wait_for_function("creature.stats().owner && creature.stats().microphone")
    assert bridge.texts.empty()


def test_refused_microphone_is_said_and_the_voice_still_works(browsers: Playwright, bridge: Any) -> None:
    refusing = browsers.chromium.launch(
        executable_path=CHROMIUM,
        args=["--no-sandbox", "--deny-permission-prompts", "--autoplay-policy=no-user-gesture-required"],
    )
    page = refusing.new_page()
    page.set_default_timeout(10_000 * SLOW)
    page.goto(bridge.address)
    shows(page, "connected", "true")
    wake(page, bridge)
    page.wait_for_selector("#notice:visible")
    assert "I can't hear you" in page.inner_text("#notice")
    assert page.get_attribute("#listen", "aria-pressed") == "false"
    assert max(play(page, bridge, [tone(index, 0.3) for index in range(12)])) > 0.4
    refusing.close()


def test_error_of_the_bridge_is_shown_and_the_task_is_told(open_page: OpenPage, bridge: Any) -> None:
    page = open_page()
    bridge.send({"type": "error", "message": "that was no JSON"})
    page.wait_for_selector("#notice:has-text('That was no JSON')")
    task = {
        "intent": "GRAB_OBJECT",
        "object": "red cup",
        "phase": "grasp",
        "progress": 0.6,
        "outcome": "",
        "message": "",
    }
    bridge.tell(emotion="neutral", state="working", task=task)
    page.wait_for_selector("#caption.shown:has-text('picking up the red cup')")


def test_what_the_bridge_should_never_send_changes_nothing(open_page: OpenPage, bridge: Any) -> None:
    page = open_page()
    bridge.tell(emotion="happy")
    shows(page, "emotion", "happy")
    for message in ({"type": "lost"}, {"type": "frame"}, {"type": "open"}, {"type": 7}, {"type": {}}, {"type": "pong"}):
        bridge.send(message)
    bridge.speak(0, b"")
    bridge.speak(1, bytes(2 * FRAME_BYTES))
    bridge.tell(emotion="sad", mouth="wide", speaking=1, valence="x", task=[], cause=None)
    shows(page, "emotion", "sad")
    shows(page, "connected", "true")
    assert page.evaluate("document.documentElement.dataset.speaking") == "false"


def test_an_emotion_without_a_pose_keeps_its_name_and_shows_the_nearest(open_page: OpenPage, bridge: Any) -> None:
    page = open_page("?watch&still")
    faces = {}
    for emotion in ("neutral", "angry", "furious", "constructor"):
        bridge.tell(emotion=emotion)
        shows(page, "emotion", emotion)
        faces[emotion] = settled(page)
    assert faces["furious"] == faces["angry"] != faces["neutral"] == faces["constructor"]


def test_the_history_of_the_mouth_is_bounded_while_nothing_is_said(open_page: OpenPage) -> None:
    kept = """async () => { const { Mouth } = await import('/mouth.js'); const mouth = new Mouth();
      for (let i = 0; i < 5000; i++) { mouth.tell(7, 0); mouth.hear(7 + i * 1e-6, 0); }
      return [mouth.told.points.length, mouth.heard.points.length]; }"""
    assert max(open_page().evaluate(kept)) < 500


def test_a_microphone_that_is_taken_away_is_told_and_can_be_taken_back(open_page: OpenPage, bridge: Any) -> None:
    page = open_page()
    page.evaluate(
        """() => { const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
          navigator.mediaDevices.getUserMedia = async (what) => (window.taken = await ask(what)); }"""
    )
    wake(page, bridge)
    page.wait_for_selector('#listen[aria-pressed="true"]')
    page.evaluate("taken.getAudioTracks()[0].dispatchEvent(new Event('ended'))")
    page.wait_for_selector("#notice:has-text('taken away')")
    page.wait_for_selector('#listen[aria-pressed="false"]')
    page.click("#listen")
    page.wait_for_selector('#listen[aria-pressed="true"]')


def eyes(page: Page) -> str:
    """What is drawn: every outline and place in the picture."""
    return page.evaluate(
        """[...document.querySelectorAll('#head *')]
          .map((part) => (part.getAttribute('d') ?? '') + (part.getAttribute('transform') ?? '')).join('\\n')"""
    )


def settled(page: Page) -> str:
    """Wait until two looks, a few pictures apart, see the same."""
    before = ""
    for _ in range(60):
        page.wait_for_timeout(120)
        now = eyes(page)
        if now == before:
            return now
        before = now
    raise AssertionError("the face never came to rest")


@pytest.mark.parametrize("view", VIEWS)
def test_every_emotion_has_a_face_of_its_own(open_page: OpenPage, bridge: Any, view: str, tmp_path: Path) -> None:
    folder = Path(os.environ.get("CREATURE_SCREENSHOT_DIR", tmp_path))
    folder.mkdir(parents=True, exist_ok=True)
    page = open_page("?watch&still", VIEWS[view])
    faces = {}
    for emotion in ("neutral", *EMOTIONS):
        bridge.tell(emotion=emotion)
        shows(page, "emotion", emotion)
        faces[emotion] = settled(page)
        page.screenshot(path=folder / f"{view}_{emotion}.png")
        assert (folder / f"{view}_{emotion}.png").stat().st_size > 5000
    assert len(set(faces.values())) == len(faces)


@pytest.mark.parametrize("state", ["listening", "thinking", "working", "speaking"])
def test_every_activity_can_be_seen(open_page: OpenPage, bridge: Any, state: str) -> None:
    page = open_page("?watch&still")
    bridge.tell(emotion="neutral")
    rest = settled(page)
    bridge.tell(emotion="neutral", state=state, speaking=state == "speaking")
    shows(page, "state", state)
    assert settled(page) != rest


def test_it_blinks_by_itself_and_nods_when_told(open_page: OpenPage, bridge: Any) -> None:
    page = open_page("?watch")
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
def test_the_whole_face_is_on_the_screen(open_page: OpenPage, bridge: Any, size: tuple[int, int]) -> None:
    page = open_page("?watch&still", size)
    for emotion in ("surprised", "excited", "sad"):
        bridge.tell(emotion=emotion)
        shows(page, "emotion", emotion)
        settled(page)
        boxes = page.evaluate(
            """['#open-left', '#open-right', '#brow-left', '#brow-right', '#lips-line'].map((id) => {
              const box = document.querySelector(id).getBoundingClientRect();
              return [box.left, box.top, box.right, box.bottom]; })"""
        )
        assert min(box[0] for box in boxes) >= 0
        assert min(box[1] for box in boxes) >= 0
        assert max(box[2] for box in boxes) <= size[0]
        assert max(box[3] for box in boxes) <= size[1]

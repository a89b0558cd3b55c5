"""The page in a real browser, against a fake bridge."""

from __future__ import annotations

import os
import time
import wave
from collections.abc import Callable, Iterator
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from playwright.sync_api import Browser, Page, Playwright, sync_playwright

SLOW = float(os.environ.get("CREATURE_TEST_TIMEOUT_FACTOR", "1"))
CHROMIUM = os.environ.get("CREATURE_CHROMIUM", "/usr/bin/chromium")
# Remembers, in every picture drawn, how open the mouth is.
WATCH_MOUTH = """() => { window.seen = []; (function look() {
  seen.push(+getComputedStyle(document.documentElement).getPropertyValue('--mouth'));
  requestAnimationFrame(look); })(); }"""
# Every outline and place in the picture.
DRAWN = """[...document.querySelectorAll('#head *')]
  .map((part) => (part.getAttribute('d') ?? '') + (part.getAttribute('transform') ?? '')).join('\\n')"""


def _load_fake_bridge() -> Any:
    spec = spec_from_file_location("face_fake_bridge", Path(__file__).parents[1] / "fake_bridge.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


fake_bridge = _load_fake_bridge()


class FacePage:
    """An open page, and what tests do with it. `page` is playwright's, `bridge` what it is connected to."""

    def __init__(self, page: Page, bridge: Any, query: str) -> None:
        self.page = page
        self.bridge = bridge
        page.set_default_timeout(10_000 * SLOW)
        page.goto(bridge.address + query)

    def shows(self, name: str, value: str) -> None:
        """Wait until the root element shows a value."""
        self.page.wait_for_selector(f'html[data-{name}="{value}"]', state="attached")

    def wake(self) -> None:
        """Press the button, and see that the page becomes the ears and the voice."""
        self.page.click("#start")
        self.expect_request({"type": "start"})
        self.page.wait_for_function("creature.stats().owner")

    def expect_request(self, request: dict[str, Any]) -> None:
        """The next thing that the page asks of the bridge is this."""
        assert self.bridge.texts.get(timeout=10 * SLOW) == request

    def microphone(self, frames: int) -> list[bytes]:
        """So many frames that the page sends."""
        return [self.bridge.frames.get(timeout=10 * SLOW) for _ in range(frames)]

    def speak(self, index: int, loud: float) -> None:
        """The creature says one frame of a hum of 300 Hz, continuous from frame to frame."""
        time_s = (np.arange(1920) + 1920 * index) / 24000
        self.bridge.speak(index, (loud * 32767 * np.sin(2 * np.pi * 300 * time_s)).astype("<i2").tobytes())

    def play(self, loudness: list[float], first: int = 0) -> list[float]:
        """It says frames at the pace of a voice; the mouth in every picture drawn meanwhile and shortly after."""
        self.page.evaluate(WATCH_MOUTH)
        start_s = time.monotonic()
        for count, loud in enumerate(loudness):
            self.speak(first + count, loud)
            self.page.wait_for_timeout(max(0.0, 1000 * (start_s + 0.08 * (count + 1) - time.monotonic())))
        self.page.wait_for_timeout(600)
        return self.page.evaluate("seen")

    def settled(self) -> str:
        """What is drawn, when two looks, a few pictures apart, have seen the same."""
        before = ""
        for _ in range(60):
            self.page.wait_for_timeout(120)
            now = self.page.evaluate(DRAWN)
            if now == before:
                return now
            before = now
        raise AssertionError("the face never came to rest")


@pytest.fixture(scope="session")
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
    assert Path(CHROMIUM).exists(), f"no browser at {CHROMIUM}: apt install chromium, or set CREATURE_CHROMIUM"
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
def deaf_browser(browsers: Playwright) -> Iterator[Browser]:
    """One whose person refuses it the microphone."""
    browser = browsers.chromium.launch(
        executable_path=CHROMIUM,
        args=["--no-sandbox", "--deny-permission-prompts", "--autoplay-policy=no-user-gesture-required"],
    )
    yield browser
    browser.close()


@pytest.fixture
def bridge() -> Iterator[Any]:
    with fake_bridge.FakeBridge() as bridge:
        yield bridge


@pytest.fixture
def open_face(browser: Browser, bridge: Any) -> Iterator[Callable[..., FacePage]]:
    """open_face(query, size, browser) -> FacePage, connected; the test fails if the page throws."""
    contexts = []
    thrown: list[str] = []

    def opener(query: str = "", size: tuple[int, int] = (390, 844), browser: Browser = browser) -> FacePage:
        context = browser.new_context(viewport={"width": size[0], "height": size[1]})
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: thrown.append(str(error)))
        face = FacePage(page, bridge, query)
        face.shows("connected", "true")
        return face

    yield opener
    for context in contexts:
        context.close()
    assert not thrown

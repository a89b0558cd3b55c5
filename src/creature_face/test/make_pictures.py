"""Makes the pictures of the face in docs/pictures: a sheet of every expression, and a portrait.

Usage: python src/creature_face/test/make_pictures.py [folder]
Needs playwright and chromium (CREATURE_CHROMIUM, default /usr/bin/chromium).
"""

from __future__ import annotations

import base64
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))
from fake_bridge import FakeBridge
from playwright.sync_api import Browser, Page, sync_playwright

FOLDER = Path(__file__).parents[3] / "docs" / "pictures"
CELL = (264, 216)
COLUMNS = 6
SETTLE_MS = 500
EMOTIONS = (
    *("neutral", "happy", "excited", "amazed", "surprised", "scared"),
    *("sad", "disappointed", "angry", "disgusted", "confused", "embarrassed"),
    *("bored", "tired", "asleep"),
)
ACTIVITIES = ("listening", "thinking", "working")
SHEET = """<body style="margin:0;background:#07060b;display:grid;grid-template-columns:repeat({columns},{width}px)">
{cells}</body>"""
CELL_HTML = """<figure style="margin:0;position:relative">
<img style="display:block" src="data:image/png;base64,{picture}">
<figcaption style="position:absolute;inset:auto 0 5px;text-align:center;font:500 12px system-ui;color:#a09589">{name}
</figcaption></figure>"""


def _picture(page: Page, bridge: FakeBridge, **state: Any) -> bytes:
    bridge.tell(**state)
    page.wait_for_timeout(SETTLE_MS)
    return page.screenshot()


def _open(browser: Browser, bridge: FakeBridge, size: tuple[int, int], scale: float) -> Page:
    page = browser.new_page(viewport={"width": size[0], "height": size[1]}, device_scale_factor=scale)
    page.goto(bridge.address + "?watch&still")
    page.wait_for_selector('html[data-connected="true"]', state="attached")
    return page


def _sheet(browser: Browser, bridge: FakeBridge) -> bytes:
    page = _open(browser, bridge, CELL, 1)
    pictures = {name: _picture(page, bridge, emotion=name) for name in EMOTIONS}
    pictures |= {name: _picture(page, bridge, emotion="neutral", state=name) for name in ACTIVITIES}
    cells = "".join(
        CELL_HTML.format(name=name, picture=base64.b64encode(data).decode()) for name, data in pictures.items()
    )
    rows = -(-len(pictures) // COLUMNS)
    page = browser.new_page(viewport={"width": COLUMNS * CELL[0], "height": rows * CELL[1]})
    page.set_content(SHEET.format(columns=COLUMNS, width=CELL[0], cells=cells))
    return page.screenshot()


def _smaller(path: Path) -> None:
    """Reduce a picture to 255 colours where ffmpeg is at hand: the dithering of dark gradients does not compress."""
    if shutil.which("ffmpeg") is None:
        return
    small = path.with_suffix(".small.png")
    palette = "split[a][b];[a]palettegen=max_colors=255[p];[b][p]paletteuse=dither=bayer:bayer_scale=5"
    subprocess.run(["ffmpeg", "-loglevel", "error", "-y", "-i", str(path), "-vf", palette, str(small)], check=True)
    small.replace(path)


def main() -> None:
    """Write expressions.png and face.png."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    chromium = os.environ.get("CREATURE_CHROMIUM", "/usr/bin/chromium")
    with FakeBridge() as bridge, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        (folder / "expressions.png").write_bytes(_sheet(browser, bridge))
        page = _open(browser, bridge, (390, 560), 1.5)
        (folder / "face.png").write_bytes(_picture(page, bridge, emotion="happy", valence=0.8, arousal=0.3))
        browser.close()
    _smaller(folder / "expressions.png")


if __name__ == "__main__":
    main()

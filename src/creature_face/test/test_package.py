"""An installed package carries the page."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

PACKAGE = Path(__file__).parents[1]


def files_of(root: Path) -> set[str]:
    return {str(path.relative_to(root)) for path in root.rglob("*") if path.is_file()}


def test_every_file_of_the_page_is_installed(tmp_path: Path) -> None:
    source = tmp_path / "source"
    shutil.copytree(PACKAGE, source, ignore=shutil.ignore_patterns("__pycache__", "test", "build", "*.egg-info"))
    (source / "creature_face" / "web" / "deep" / "er").mkdir(parents=True)
    (source / "creature_face" / "web" / "deep" / "er" / "part.js").write_text("export {}")
    subprocess.run(
        [sys.executable, "setup.py", "-q", "build", "--build-lib", str(tmp_path / "built")],
        cwd=source,
        check=True,
        capture_output=True,
    )
    built = files_of(tmp_path / "built" / "creature_face" / "web")
    assert {"face.html", "deep/er/part.js"} <= built
    assert built == files_of(source / "creature_face" / "web")

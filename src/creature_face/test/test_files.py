"""Files of the page, and nothing else."""

from __future__ import annotations

import os
from http import HTTPStatus
from pathlib import Path

import pytest

from creature_face.files import PageFiles


@pytest.fixture
def root(tmp_path: Path) -> Path:
    web = tmp_path / "web"
    (web / "parts").mkdir(parents=True)
    (web / "face.html").write_text("<!doctype html>")
    (web / "face.js").write_text("export {}")
    (web / "face.css").write_text("html {}")
    (web / "parts" / "a b.mjs").write_text("export {}")
    (web / "thing.unknown").write_bytes(b"\x00")
    (web / ".hidden").write_text("hidden")
    (tmp_path / "secret.txt").write_text("secret")
    (tmp_path / "web-other").mkdir()
    (tmp_path / "web-other" / "face.html").write_text("other")
    (web / "link.txt").symlink_to(tmp_path / "secret.txt")
    (web / "loop").symlink_to(web / "loop")
    return web


@pytest.mark.parametrize(
    ("target", "content_type"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/?v=1#top", "text/html; charset=utf-8"),
        ("/face.html", "text/html; charset=utf-8"),
        ("/face.js", "text/javascript; charset=utf-8"),
        ("/face.css", "text/css; charset=utf-8"),
        ("/parts/a%20b.mjs?x", "text/javascript; charset=utf-8"),
        ("/thing.unknown", "application/octet-stream"),
    ],
)
def test_files_are_served_with_their_type(root: Path, target: str, content_type: str) -> None:
    answer = PageFiles(root).answer(target)
    assert answer.status == HTTPStatus.OK
    assert answer.headers["Content-Type"] == content_type
    assert answer.headers["Cache-Control"] == "no-cache"
    assert answer.body


@pytest.mark.parametrize(
    "target",
    [
        "",
        "face.html",
        "//face.html",
        "/../secret.txt",
        "/parts/../../secret.txt",
        "/%2e%2e/secret.txt",
        "/%2e%2e%2fsecret.txt",
        "/..%5csecret.txt",
        "/../web-other/face.html",
        "/%2fetc%2fpasswd",
        "/face.html%00.txt",
        "/%ff",
        "/.hidden",
        "/parts/./../.hidden",
        "/link.txt",
        "/loop",
        "/parts",
        "/parts/",
        "/missing.js",
        "/" + "x" * 5000,
        "http://127.0.0.1/face.html",
    ],
)
def test_nothing_else_is_served(root: Path, target: str) -> None:
    answer = PageFiles(root).answer(target)
    assert answer.status == HTTPStatus.NOT_FOUND
    assert b"secret" not in answer.body


def test_an_unchanged_file_is_not_sent_again(root: Path) -> None:
    files = PageFiles(root)
    tag = files.answer("/face.js").headers["ETag"]
    unchanged = files.answer("/face.js", tag)
    assert (unchanged.status, unchanged.body) == (HTTPStatus.NOT_MODIFIED, b"")
    os.utime(root / "face.js", ns=(1, 1))
    assert files.answer("/face.js", tag).status == HTTPStatus.OK


def test_a_folder_without_a_page_is_refused_with_its_name(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"face\.html is not there \(parameter 'web_dir'\)"):
        PageFiles(tmp_path)

"""The files of the page: what a GET is answered with. Nothing outside the page's folder is ever read."""

from __future__ import annotations

from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path
from urllib.parse import unquote

INDEX = "face.html"
# Stated here, not asked of the machine: its own tables differ, and a module of another type is not run by browsers.
CONTENT_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".json": "application/json",
    ".webmanifest": "application/manifest+json",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".ico": "image/x-icon",
    ".woff2": "font/woff2",
    ".wasm": "application/wasm",
    ".txt": "text/plain; charset=utf-8",
}


@dataclass(frozen=True)
class Answer:
    """An HTTP answer: status, body, and headers without Content-Length."""

    status: HTTPStatus
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)


class PageFiles:
    """Answers GET for the files under a folder.

    Raises:
        FileNotFoundError: there is no page in the folder.
    """

    def __init__(self, root: Path) -> None:
        self._root = root.resolve()
        if not (self._root / INDEX).is_file():
            raise FileNotFoundError(f"no page to serve: {self._root / INDEX} is not there (parameter 'web_dir')")

    def answer(self, target: str, known_tag: str | None = None) -> Answer:
        """The answer to GET.

        Args:
            target: The request target, as it came: percent-encoded, perhaps with a query.
            known_tag: The browser's If-None-Match header.
        """
        path = self._find(target)
        if path is None:
            return _plain(HTTPStatus.NOT_FOUND, "There is no such page here. The face is at /\n")
        try:
            about = path.stat()
            tag = f'"{about.st_mtime_ns:x}-{about.st_size:x}"'
            headers = {
                "Content-Type": CONTENT_TYPES.get(path.suffix.lower(), "application/octet-stream"),
                # Kept, but asked for each time: after an update nobody sees half of the old page.
                "Cache-Control": "no-cache",
                "ETag": tag,
                "X-Content-Type-Options": "nosniff",
            }
            if known_tag == tag:
                return Answer(HTTPStatus.NOT_MODIFIED, b"", headers)
            return Answer(HTTPStatus.OK, path.read_bytes(), headers)
        except OSError:
            return _plain(HTTPStatus.NOT_FOUND, "This file cannot be read.\n")

    def _find(self, target: str) -> Path | None:
        try:
            name = unquote(target.partition("?")[0].partition("#")[0], errors="strict")
        except UnicodeDecodeError:
            return None
        if name == "/":
            return self._root / INDEX
        if not name.startswith("/") or "\\" in name or "\0" in name:
            return None
        # Empty parts, "." and "..", and hidden files are nobody's business.
        parts = name[1:].split("/")
        if any(not part or part.startswith(".") for part in parts):
            return None
        try:
            path = self._root.joinpath(*parts).resolve()
            return path if path.is_relative_to(self._root) and path.is_file() else None
        except (OSError, RuntimeError):
            return None


def _plain(status: HTTPStatus, text: str) -> Answer:
    return Answer(status, text.encode(), {"Content-Type": CONTENT_TYPES[".txt"], "Cache-Control": "no-store"})

"""Which page is the creature's ears and voice: the last one that asked."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Notice:
    """What a page is to be told about the audio.

    Attributes:
        page: Number of the page.
        owner: It is the ears and the voice now.
        reason: Why, in words.
    """

    page: int
    owner: bool
    reason: str


class AudioOwnership:
    """Keeps the one owner. Pages are known by number.

    Args:
        refusal: Why no page may own the audio; empty if pages may.
    """

    def __init__(self, refusal: str = "") -> None:
        self._refusal = refusal
        self.owner: int | None = None

    def start(self, page: int) -> list[Notice]:
        """A page asks to be the owner; the one before is told first."""
        if self._refusal:
            return [Notice(page, False, self._refusal)]
        previous, self.owner = self.owner, page
        notices = [] if previous in (None, page) else [_lost(previous)]
        return [*notices, Notice(page, True, "this page is the ears and the voice")]

    def stop(self, page: int) -> list[Notice]:
        """A page wants to be the owner no more."""
        if page != self.owner:
            return [Notice(page, False, "this page was not the ears and the voice")]
        self.owner = None
        return [Notice(page, False, "stopped as asked")]

    def gone(self, page: int) -> None:
        """A page vanished. Nobody follows by itself: a microphone opens only when a person asks for it."""
        if page == self.owner:
            self.owner = None


def _lost(page: int) -> Notice:
    return Notice(page, False, "another page is the ears and the voice now; press start to take over")

"""One gap-free count of microphone frames out of the counts of successive pages."""

from __future__ import annotations

# A larger jump is no lost frame but a page that counts anew, or nonsense: one second.
MAX_LOST = 12
_WRAP = 2**32


class MicCount:
    """Index of each frame for voice/mic: counts by one from the start, and jumps only over frames that a page lost."""

    def __init__(self) -> None:
        self._next = 0
        self._page_index: int | None = None
        self.lost = 0

    def restart(self) -> None:
        """Another page, or the same one anew: its count has nothing to do with the last one."""
        self._page_index = None

    def step(self, page_index: int) -> int:
        """The index under which a page's frame is published.

        Args:
            page_index: The page's own count, 0 to 2**32 - 1.
        """
        if self._page_index is not None:
            lost = (page_index - self._page_index - 1) % _WRAP
            if lost <= MAX_LOST:
                self.lost += lost
                self._next += lost
        self._page_index = page_index
        index = self._next
        self._next += 1
        return index

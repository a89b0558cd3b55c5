"""Moshi's token streams, each with its delay: what goes into a step, what came of it, and when a frame is whole. Pure.

Design: the model sees, in step n, the text and sound it gave in step n - 1 and the user's codes of step n - delay; a
frame of its own sound is whole when its most delayed codebook was given. moshi_mlx's own loop takes the user's codes
one step later than PyTorch's does; here they count at once, as they do there: 80 ms sooner.
Units: steps of 80 ms.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Whole:
    """A frame of the model's own, whole.

    Attributes:
        text_id: The text token that is spoken in it.
        codes: Its codes, one for each codebook.
    """

    text_id: int
    codes: tuple[int, ...]


class Streams:
    """The streams of one session.

    Args:
        own_delays: Delay of each of the model's codebooks, in steps.
        user_delays: Delay of each of the user's.
        start: Text id that stands for the past before the first step.
        padding: Code that stands for it.
    """

    def __init__(self, own_delays: Sequence[int], user_delays: Sequence[int], start: int, padding: int) -> None:
        self._own_delays = tuple(own_delays)
        self._user_delays = tuple(user_delays)
        self._start = start
        self._padding = padding
        self._delay = max(self._own_delays)
        self._given: deque[Whole] = deque(maxlen=self._delay + 1)
        self._heard: deque[tuple[int, ...]] = deque(maxlen=max(self._user_delays) + 1)
        self._steps = 0

    @property
    def begun(self) -> bool:
        """Whether there was a step; what is heard in the first one is in the model's past and changes nothing."""
        return self._steps > 0

    def inputs(self, heard: Sequence[int]) -> tuple[int, list[int]]:
        """What the model is given in this step: a text id; a code of each of its codebooks, then of each of the user's.

        Args:
            heard: The user's codes of this frame; of no matter in the first step.
        """
        self._heard.append(tuple(heard))
        text = self._given[-1].text_id if self._given else self._start
        own = [self._own(book, delay) for book, delay in enumerate(self._own_delays)]
        user = [self._user(book, delay) for book, delay in enumerate(self._user_delays)]
        return text, own + user

    def give(self, text_id: int, codes: Sequence[int]) -> Whole | None:
        """Take what the model gave in this step; the frame that it makes whole, None in the first steps."""
        self._given.append(Whole(text_id, tuple(codes)))
        self._steps += 1
        if self._steps <= self._delay:
            return None
        codes = [self._given[delay].codes[book] for book, delay in enumerate(self._own_delays)]
        return Whole(self._given[0].text_id, tuple(codes))

    def _own(self, book: int, delay: int) -> int:
        return self._given[-1].codes[book] if self._steps > delay else self._padding

    def _user(self, book: int, delay: int) -> int:
        return self._heard[-1 - delay][book] if self._steps > delay else self._padding

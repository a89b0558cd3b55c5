"""What the local voice asks for its words: a brain hears a turn and answers in sentences."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol


class Reply(Protocol):
    """An answer that may still be in the making.

    Attributes:
        sentences: One spoken sentence after the other. Taking the next may block for a while (network), so it is
            iterated in a worker. Nothing is fetched before the first is asked for.
    """

    sentences: Iterator[str]


class Brain(Protocol):
    """Finds the creature's words. Its methods may be called from several threads.

    A brain may have a method `abilities(abilities: Abilities) -> None` more: it is told what the body can do whenever
    that is declared anew, and may assume before that the body can do everything. It must not wait, as the others.
    """

    def reply(self, heard: str) -> Reply:
        """An answer to what was heard. Without effect on the memory: it may be thrown away (see cancel)."""
        ...

    def keep(self, heard: str, reply: Reply) -> None:
        """The turn was really taken with this reply: remember it."""
        ...

    def said(self, words: str) -> None:
        """Words that were really spoken, the brain's own and those handed in ("I've got the red cup.")."""
        ...

    def reset(self) -> None:
        """Forget the conversation."""
        ...

    def close(self) -> None:
        """Release what is held; running replies end."""
        ...

    def warning(self) -> str:
        """Empty while all is well, else what is wrong and what is done instead."""
        ...


def cancel(reply: Reply) -> None:
    """Throw a reply away, from any thread; one that is being waited for ends at once."""
    close = getattr(reply.sentences, "close", None)
    if close is not None:
        close()

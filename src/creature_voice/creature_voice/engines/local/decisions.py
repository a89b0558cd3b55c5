"""What turn taking decides (creature_voice.engines.local.turn); the ears act on it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Onset:
    """Somebody began to speak; overlap: while the creature was speaking or about to."""

    overlap: bool


@dataclass(frozen=True)
class Recognise:
    """Recognise the speech kept so far.

    Attributes:
        ticket: Comes back with the words.
        cut: What follows is kept apart from it.
        partial: The person is still speaking; may be left out where anything else waits to be recognised.
    """

    ticket: int
    cut: bool = False
    partial: bool = False


@dataclass(frozen=True)
class Resumed:
    """The person goes on: what was begun on suspicion is void."""


@dataclass(frozen=True)
class Draft:
    """What the words since the last Heard seem to be, by now."""

    text: str


@dataclass(frozen=True)
class Heard:
    """Words of an unfinished turn that will not be taken back; the speech up to their ticket need not be kept."""

    ticket: int
    text: str


@dataclass(frozen=True)
class Think:
    """The turn may be over with these words: begin on an answer to all of it."""

    heard: str


@dataclass(frozen=True)
class TurnEnd:
    """The turn is over.

    Attributes:
        text: Its last words, those after the last Heard.
        heard: All of its words.
        pause_s: How long the person has been silent.
    """

    text: str
    heard: str
    pause_s: float


@dataclass(frozen=True)
class Ignored:
    """It was no turn; why: "nod" or "noise"."""

    why: str


@dataclass(frozen=True)
class Interrupt:
    """The person really talks over the creature: fall silent."""


@dataclass(frozen=True)
class Nod:
    """A moment for the creature's "mm-hm"."""


Decision = Onset | Recognise | Resumed | Draft | Heard | Think | TurnEnd | Ignored | Interrupt | Nod

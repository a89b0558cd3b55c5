"""What a duplex voice is: something that takes a frame it hears and gives the frame it says, every 80 ms.

Design: an engine is driven by one worker (creature_voice.loop), which calls step() for each frame, whatever happens.
Anything slow (recognition, a language model, synthesis) belongs behind queues inside the engine.
Threading: step() and reset() are called from the loop's worker only; everything else from any thread.
Units: frames of 80 ms (creature_voice.frame).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum
from typing import Protocol

from creature_voice.frame import Frame


class Speaker(IntEnum):
    """Who said it. The values are those of creature_msgs/TextToken."""

    AGENT = 0
    USER = 1


@dataclass(frozen=True)
class TextEvent:
    """A piece of text, in the frame in which it is heard or spoken.

    Attributes:
        speaker: Who said it.
        piece: Text with its own leading space; the pieces of an utterance joined are the utterance. May be empty.
        final: True on the last piece of an utterance.
    """

    speaker: Speaker
    piece: str
    final: bool = False


@dataclass(frozen=True)
class Step:
    """What an engine gives back for one frame.

    Attributes:
        spoken: What the creature says in this frame; float32, shape [1920].
        texts: Text heard or spoken in this frame, in order.
        speaking: The creature is saying something in this frame (a pause between two words included).
        user_speaking: A person is heard speaking.
        thinking: A turn was heard to its end and its answer has not begun.
        interruptions: Times the creature fell silent because a person went on, since the last reset.
        backchannels: Times the creature said "mm-hm" while listening, since the last reset.
    """

    spoken: Frame
    texts: tuple[TextEvent, ...] = ()
    speaking: bool = False
    user_speaking: bool = False
    thinking: bool = False
    interruptions: int = 0
    backchannels: int = 0


class SayPolicy(IntEnum):
    """When given words are said. The values are those of creature_msgs/Say."""

    WAIT = 0
    INTERRUPT = 1


class SayOutcome(IntEnum):
    """How given words ended. The values are those of creature_msgs/Say."""

    SPOKEN = 0
    INTERRUPTED = 1
    CANCELED = 2
    REFUSED = 3


class Saying(Protocol):
    """Words that were given to an engine, on their way. Safe to use from any thread."""

    @property
    def spoken(self) -> str:
        """The words spoken so far."""
        ...

    @property
    def outcome(self) -> SayOutcome | None:
        """How it ended; None while it waits or is being spoken."""
        ...

    @property
    def message(self) -> str:
        """Why not everything was said, in words; empty otherwise."""
        ...

    def cancel(self) -> None:
        """Do not say what has not been said yet."""
        ...


@dataclass(frozen=True)
class EngineHealth:
    """What an engine reports of itself, once a second.

    Attributes:
        ok: It does all that it should.
        message: Its state in words; if not ok, what is wrong and what to do.
        values: Figures by name, units in their names (stage times, queue lengths, counters).
    """

    ok: bool = True
    message: str = "ok"
    values: dict[str, object] = field(default_factory=dict)


class DuplexEngine(Protocol):
    """A full-duplex voice."""

    def step(self, heard: Frame) -> Step:
        """Take what is heard in this frame, give what is said in it. Must not block.

        Args:
            heard: float32, shape [1920].
        """
        ...

    def say(self, words: str, policy: SayPolicy = SayPolicy.WAIT, give_up_if_interrupted: bool = True) -> Saying:
        """Give it words to speak as its own; see creature_msgs/Say for the policy."""
        ...

    def mute(self, muted: bool) -> None:
        """Say nothing from now on, or speak again. Muted, it goes on hearing; what it would say is dropped, and words
        that are given to it are refused. From any thread."""
        ...

    def health(self) -> EngineHealth:
        """How it does."""
        ...

    def reset(self) -> None:
        """Forget the conversation: as if it had just been made."""
        ...

    def close(self) -> None:
        """Stop its workers and processes; returns when they have ended. May be called twice."""
        ...


class EngineError(RuntimeError):
    """An engine cannot be made or has failed; the message says what to do."""

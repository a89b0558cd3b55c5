"""What a Moshi is to the voice, whatever computes it: a frame heard and a text token in, a frame spoken out.

Design: PyTorch (torch_model.py) and MLX (creature_voice.engines.moshi_mlx) each stand behind this; the inner monologue,
the session and the forced words know no more of a model than what is here.
Threading: one thread, the loop's worker, after loading.
Units: frames of 80 ms; one step of the model is one frame.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from creature_voice.frame import Frame

# The special ids of Moshi's text vocabulary.
EPAD, BOS, EOS, PAD = 0, 1, 2, 3

Choose = Callable[[int], int]
"""Given the text id that the model has just sampled, the id to go on with; the words that are forced take this way."""


@dataclass(frozen=True)
class ModelStep:
    """What a model gives for one frame.

    Attributes:
        spoken: float32, shape [1920].
        text_id: The text token that is spoken in this very frame; None in the first steps, which give none.
    """

    spoken: Frame
    text_id: int | None


class Vocabulary(Protocol):
    """The text tokens, as sentencepiece has them."""

    def id_to_piece(self, text_id: int) -> str:
        """The piece of an id: a word mark (U+2581) stands for a space, <0xC3> for a byte."""
        ...

    def encode(self, words: str) -> list[int]:
        """The ids of some words."""
        ...


class DuplexModel(Protocol):
    """A loaded Moshi and its codec, in the middle of a session."""

    @property
    def vocabulary(self) -> Vocabulary:
        """Its text tokens."""
        ...

    @property
    def max_steps(self) -> int:
        """Steps after which it has to be reset: its context is used up."""
        ...

    def step(self, heard: Frame, choose: Choose) -> ModelStep:
        """One frame. The id that `choose` gives in this step is spoken in the next one.

        Args:
            heard: float32, shape [1920].
            choose: Called once, between the sampling of the text and that of the sound that goes with it.
        """
        ...

    def reset(self) -> None:
        """As if it had just been loaded."""
        ...

    def close(self) -> None:
        """Free it."""
        ...

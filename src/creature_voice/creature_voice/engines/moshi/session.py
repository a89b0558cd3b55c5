"""When a Moshi starts afresh: before its context is used up, in a silence if there is one, and after a long silence.

Design: counts the steps of a session and looks for a moment. In the last part of a session (SEEK_S, or a quarter if
that is less) any silence of both that lasts QUIET_S is one; if none comes, the end of the context is.
Units: frames of 80 ms, one step of the model each.
"""

from __future__ import annotations

from enum import Enum

from creature_voice.frame import FRAME_S

SEEK_S = 30.0
"""How long before the end of the context a silence is looked for."""

QUIET_S = 0.8
"""Silence of both in which a fresh start breaks nothing off."""

_SEEK_SHARE = 0.25


class Reason(Enum):
    """Why it starts afresh."""

    SILENCE = "context nearly used up, in a silence"
    LIMIT = "context used up"
    LONG_SILENCE = "long silence"


class Session:
    """See the module."""

    def __init__(self, limit_steps: int, fresh_after_silence_s: float) -> None:
        """Make it.

        Args:
            limit_steps: Steps that a session may have, at least 1.
            fresh_after_silence_s: Silence that ends a session in which something was said; 0: none does.
        """
        self._limit = limit_steps
        self._seek_from = limit_steps - min(round(SEEK_S / FRAME_S), round(_SEEK_SHARE * limit_steps))
        self._quiet_enough = round(QUIET_S / FRAME_S)
        self._long_silence = round(fresh_after_silence_s / FRAME_S)
        self.restarts: dict[Reason, int] = dict.fromkeys(Reason, 0)
        self.begin()

    @property
    def steps(self) -> int:
        """Steps since its beginning."""
        return self._steps

    def begin(self) -> None:
        """A fresh start has been made."""
        self._steps = 0
        self._quiet_steps = 0
        self._used = False

    def step(self, quiet: bool) -> Reason | None:
        """Count one step.

        Args:
            quiet: Neither the creature nor a person speaks, and no words that were given are being spoken.

        Returns:
            Why to start afresh after this very step; None: go on.
        """
        self._steps += 1
        self._quiet_steps = self._quiet_steps + 1 if quiet else 0
        self._used = self._used or not quiet
        reason = self._reason()
        if reason is not None:
            self.restarts[reason] += 1
        return reason

    def _reason(self) -> Reason | None:
        if self._steps >= self._limit:
            return Reason.LIMIT
        if self._steps >= self._seek_from and self._quiet_steps >= self._quiet_enough:
            return Reason.SILENCE
        if self._used and self._long_silence and self._quiet_steps >= self._long_silence:
            return Reason.LONG_SILENCE
        return None

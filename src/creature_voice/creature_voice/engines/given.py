"""How words that were given to an engine end: what every engine's Saying has alike.

Threading: ended by one thread, read and canceled by any.
"""

from __future__ import annotations

from creature_voice.engine import SayOutcome


class Given:
    """The part of creature_voice.engine.Saying that does not depend on how an engine speaks."""

    def __init__(self) -> None:
        self.canceled = False
        self._outcome: SayOutcome | None = None
        self._message = ""

    @property
    def outcome(self) -> SayOutcome | None:
        """How it ended; None while it waits or is being spoken."""
        return self._outcome

    @property
    def message(self) -> str:
        """Why not everything was said, in words."""
        return self._message

    def cancel(self) -> None:
        """Do not say what has not been said yet."""
        self.canceled = True

    def end(self, outcome: SayOutcome, message: str = "") -> None:
        """It has ended."""
        # The outcome last: whoever sees it finds the rest in place.
        self._message = message
        self._outcome = outcome

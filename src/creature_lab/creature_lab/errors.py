"""What can go wrong with a recording or with the creature that it is played to."""

from __future__ import annotations


class BadInputError(ValueError):
    """The recording or an output path cannot be used; the message says why and what to do."""


class NoCreatureError(RuntimeError):
    """There is no creature that can hear the recording; the message says why and what to do."""


class AbsentCreatureError(NoCreatureError):
    """There is no creature at all in the namespace."""

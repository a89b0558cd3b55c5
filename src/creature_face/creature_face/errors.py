"""What can go wrong in the face."""

from __future__ import annotations


class WireError(ValueError):
    """A page sent something that docs/face-wire.md does not know; the message says what, in words for the page."""


class AddressError(OSError):
    """The face cannot be served where it should be; the message says what to do."""

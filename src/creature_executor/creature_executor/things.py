"""What there is in the simulated world: things, and places for them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Place:
    """Somewhere things can lie and the body can go.

    Attributes:
        name: How people call it.
        reachable: The body can get there, or at what lies there.
        preposition: How one says that something is there: on, in, at.
        opens: It can be opened and closed (a door).
    """

    name: str
    reachable: bool = True
    preposition: str = "at"
    opens: bool = False

    @property
    def where(self) -> str:
        """The place in a sentence: "on the table"."""
        return f"{self.preposition} the {self.name}"


@dataclass(frozen=True)
class Thing:
    """A thing: how people call it, what it is, what it looks like, and what can be done with it.

    Attributes:
        reachable: The hand can get at it.
        fixed: It cannot be taken away.
        opens, switches: It can be opened and closed, switched on and off.
    """

    name: str
    kind: str
    colour: str = ""
    size: str = ""
    reachable: bool = True
    fixed: bool = False
    opens: bool = False
    switches: bool = False

    @property
    def text(self) -> str:
        """All that is said of it."""
        return f"{self.name} {self.kind} {self.colour} {self.size}"

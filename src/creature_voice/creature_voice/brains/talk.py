"""What a subject of small talk is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Talk:
    """One subject.

    Attributes:
        subject: Its name.
        heard: Regular expressions for a whole clause in normal form.
        said: Ways to answer. Fields: {name} the creature's name, {user} the person's with a comma before it (or
            nothing), {time}, {day}, {date}.
        yes, no: Ways to go on if the answer ended with a question and the person says yes or no.
    """

    subject: str
    heard: tuple[str, ...]
    said: tuple[str, ...]
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()

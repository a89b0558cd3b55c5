"""What is asked for as a whole deed: movements ("wave to Anna") and projects ("clear the table")."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from creature_voice.brains.deed_forms import CLEARING, MOTIONS, SORTING, UNCLEARED
from creature_voice.brains.noun import ABSTRACT
from creature_voice.brains.words import turn, word_set

_CLEANED = word_set("table desk shelf counter floor sofa couch room kitchen bedroom hallway worktop sideboard")
_FOR_WHOM = {"wave": "to", "nod": "to", "bow": "to", "dance": "for", "clap": "for"}


def motion_in(text: str, motions: Sequence[str]) -> tuple[str, str] | None:
    """A movement's name, and how it is promised, in a request without its wrapping; None if it is none.

    Args:
        text: The words.
        motions: More movements that the body has, by name.
    """
    for name, form, promised in MOTIONS:
        match = re.fullmatch(form, text)
        if match is None:
            continue
        groups = match.groupdict()
        at = re.sub(r"\b(?:my|your)\b", lambda word: turn(word[0]), groups.get("at") or "")
        who = f" {_FOR_WHOM[name]} {turn(groups['who'])}" if groups.get("who") and name in _FOR_WHOM else ""
        return name, promised.format(at=at) + who
    for name in motions:
        if re.fullmatch(rf"{re.escape(name)}(?: for me)?", text.replace(" your ", " ")):
            return name, text.replace(" your ", " my ")
    return None


def project_in(text: str, known: Callable[[str], bool]) -> str:
    """What takes several steps, as it is promised: "clear the table"; empty if the words ask for nothing of the kind.

    Args:
        text: A request without its wrapping.
        known: Whether the world has such a place.
    """
    if re.fullmatch(UNCLEARED, text):
        return ""
    if re.fullmatch(SORTING, text):
        return turn(text) if text.split()[-1] not in ABSTRACT else ""
    match = re.fullmatch(CLEARING, text)
    if match is None:
        return ""
    if match["alone"]:
        return match["alone"]
    head = match["what"].removesuffix(" up").removesuffix(" off").split()[-1]
    if match["verb"].startswith("clean"):
        return f"clear the {match['what']}" if head in _CLEANED or known(head) else ""
    return turn(text) if head not in ABSTRACT or head in _CLEANED else ""


def needs_a_plan(deed: str) -> bool:
    """The steps of the project are not known beforehand."""
    return re.fullmatch(SORTING, turn(deed)) is not None

"""Past forms and gerunds of verbs: "if you took the boxes down" asks for the same as "would you mind taking
the boxes down" and "could you take the boxes down"."""

from __future__ import annotations

import re

_IRREGULAR = {
    "bring": "brought", "take": "took", "put": "put", "get": "got", "give": "gave", "go": "went", "come": "came",
    "leave": "left", "shut": "shut", "set": "set", "lay": "laid", "hold": "held", "catch": "caught", "throw": "threw",
    "stick": "stuck", "hang": "hung", "swing": "swung", "draw": "drew", "blow": "blew", "find": "found",
    "seek": "sought", "run": "ran", "drive": "drove", "ride": "rode", "lead": "led", "show": "showed", "keep": "kept",
    "make": "made", "sit": "sat", "stand": "stood", "lie": "lay", "bend": "bent", "spin": "spun", "light": "lit",
    "slide": "slid", "spread": "spread", "cut": "cut", "hit": "hit", "undo": "undid", "do": "did", "have": "had",
    "see": "saw", "shake": "shook", "meet": "met", "say": "said", "tell": "told", "let": "let",
}  # fmt: skip
_CLOSED_IN_PAST = re.compile(r"^[^aeiou]*[aeiou][bdgmnpt]$")


def past(verb: str) -> str:
    """ "took" for "take", "closed" for "close", "carried" for "carry", "grabbed" for "grab"."""
    if verb in _IRREGULAR:
        return _IRREGULAR[verb]
    if verb.endswith("e"):
        return verb + "d"
    if re.search(r"[^aeiou]y$", verb):
        return verb[:-1] + "ied"
    return verb + (verb[-1] if _CLOSED_IN_PAST.match(verb) else "") + "ed"


_PARTICIPLES = {
    "take": "taken", "give": "given", "throw": "thrown", "draw": "drawn", "drive": "driven", "hide": "hidden",
    "show": "shown", "shake": "shaken", "undo": "undone", "run": "run", "come": "come", "ride": "ridden",
}  # fmt: skip


def participle(verb: str) -> str:
    """ "taken" for "take", "closed" for "close": what must be done "must be taken"."""
    return _PARTICIPLES.get(verb) or past(verb)


_CLOSED = re.compile(r"^(?:un|re)?(?:s?qu)?[^aeiou]*[aeiou][bdgmnpt]$")


def gerund(verb: str) -> str:
    """ "picking" for "pick", "putting" for "put"."""
    if verb == "lie":
        return "lying"
    if _CLOSED.match(verb) and verb not in ("open", "visit"):
        return verb + verb[-1] + "ing"
    return (verb[:-1] if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")) else verb) + "ing"

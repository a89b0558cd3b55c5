"""Who goes somewhere for a thing fetches it: "I'm nipping to the bathroom for a plaster", "going for the remote"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from creature_intent.idioms import is_carried, is_thing
from creature_intent.rulebook import Rulebook

_GOING_FOR = re.compile(
    r"^(?:go|come|run|roll|walk|head|drive|hurry|rush|dash|reach|crawl|scoot|duck|dive|return|wheel) "
    r"(?:(?:back|over|out|across|down|up|off|round|around|in|right|straight|quickly) )*"
    r"(?:(?:to|into|under|behind|inside|through) (?P<place>(?:the|your) (?:(?!to\b)\w+ ){0,3}?(?!to\b)\w+) )?"
    r"for (?P<thing>(?P<first>the|your|that|those|these|a|an|some) [\w' ]+)$"
)
_ANY = ("a", "an", "some")


def going_for(words: Sequence[str], book: Rulebook) -> list[str] | None:
    """The words as a deed of getting the thing; None where nobody goes for one.

    Args:
        words: From the verb on, the verb in its base form.
        book: The rules, for their nouns.
    """
    if "for" not in words:
        return None
    found = _GOING_FOR.match(" ".join(words))
    if not found or not is_thing(found["thing"], book):
        return None
    if found["first"] in _ANY and not (found["place"] and is_carried(found["thing"])):
        return None  # "to the park for a walk"
    if not found["place"] and not is_carried(found["thing"]):
        return None  # "going for the win"
    source = ["from", *found["place"].split()] if found["place"] else []
    return ["get", *found["thing"].split(), *source]

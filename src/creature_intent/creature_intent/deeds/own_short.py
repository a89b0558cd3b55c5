"""The creature's promises without a verb of doing: "into the basket goes the sock", "teddy is on his way"."""

from __future__ import annotations

import re

from creature_intent.deeds.carried import is_handed
from creature_intent.deeds.own_way import NAMED, NOW, SOON, Announced, Found, is_place, told
from creature_intent.deeds.slots import head_noun
from creature_intent.grammar.lexicon import PEOPLE
from creature_intent.grammar.rulebook import Rulebook

_ANY = (
    r"(?P<thing>(?:(?:all )?(?:the|your|that|this|those|these|his|her|a|an|some|one|fresh|clean) )?"
    r"(?:(?!is\b|are\b|i\b|you\b|and\b)[\w'-]+ ){0,2}?(?!is\b|are\b|i\b|you\b|it\b|that\b)[\w'-]+?)"
)
_PLACE = (
    r"(?P<where>(?:in|into|on|onto|under|by|next to|beside|behind|against) "
    r"(?:the|its|your|his|her|their|this|that) [\w' -]+?)"
)
_PLACE_FIRST = re.compile(
    r"^(?:(?:back|straight|right|off|up|down|out|away|and) )*"
    r"(?P<where>(?:to|in|into|on|onto|under|by|next to|behind) (?:the|its|your|his|her) [\w' -]+?) "
    rf"(?:goes|go|comes|come) {NAMED}{SOON}$"
)
_NO_VERB = re.compile(
    rf"^{_ANY} (?:(?:straight|right|safely|off) )*(?P<where>(?:into|onto|back (?:in|on|under|to)) "
    rf"(?:the|its|your|his|her|their|this|that) (?:(?!and\b)[\w'-]+ ?){{1,4}}?){SOON}$"
)
_SOON_THERE = re.compile(
    rf"^{NAMED} (?:will|shall) (?:soon |shortly )?be (?:safely |back )?{_PLACE} "
    r"(?:in (?:just )?(?:a|no|two|ten|five|thirty|half a) \w+|right away|shortly|at once|soon|before you know it)$"
)
_ON_ITS_WAY = re.compile(
    rf"^{_ANY} (?:is|are) {NOW}(?:on (?:its|his|her|their|the) way|coming|headed|heading) "
    rf"(?:(?:right|straight|across|over|up|down) )*(?P<whom>to (?:you|him|her|them|room \w+)|your way"
    rf"|over){SOON}$"
)
_AS_GOOD_AS = re.compile(
    rf"^{NAMED} (?:is|are) (?:as good as|practically|almost|virtually|nearly|all but) "
    r"(?:in your (?:hands?|lap|arms)|with you|yours|there|by your side|at your side)$"
)
_IN_HAND = re.compile(
    rf"^{NAMED} (?:will|shall) (?:soon |shortly )?be (?:with you|in your (?:hands?|lap|arms)|at your side"
    rf"|by your side){SOON}$"
)
_BEFORE_YOU = re.compile(rf"^(?:you (?:shall|will) (?:soon |shortly )?(?:have|get) ){NAMED}{SOON}$")


def _put(found: Found, book: Rulebook) -> Announced | None:
    """ "Back into the fridge goes the milk", "the letters will be on the table in a moment"."""
    thing, where = found["thing"] or "", found["where"] or ""
    if not is_place(where, book) or head_noun(thing) in PEOPLE:
        return None
    return told(f"put {thing} {where}")


def _lies(found: Found, book: Rulebook) -> Announced | None:
    """ "Dirty clothes into the basket." """
    thing = found["thing"] or ""
    first = thing.split()[0]
    if not is_handed(thing, book) or first in book.verbs or first in book.base_of:
        return None
    put = _put(found, book)
    return put and Announced(put.deed, 0.75)


def _brought(found: Found, book: Rulebook) -> Announced | None:
    """ "Teddy is on his way to you", "your charger is as good as in your hand"."""
    thing, whom = found["thing"] or "", found.get("whom") or "to you"
    whom = "to you" if whom in ("your way", "over") else whom
    is_thing = is_handed(thing, book) or (thing.startswith("your ") and head_noun(thing) not in book.nouns["abstract"])
    return told(f"bring {thing} {whom}") if is_thing and head_noun(thing) not in PEOPLE else None


def _had(found: Found, book: Rulebook) -> Announced | None:
    """ "You shall have your biscuit": where it is one for the hand."""
    thing = found["thing"] or ""
    return told(f"bring you {thing}", 0.75) if is_handed(thing.removeprefix("your "), book) else None


SHORTLY = (
    (_PLACE_FIRST, _put),
    (_SOON_THERE, _put),
    (_IN_HAND, _brought),
    (_AS_GOOD_AS, _brought),
    (_ON_ITS_WAY, _brought),
    (_BEFORE_YOU, _had),
    (_NO_VERB, _lies),
)
"""The patterns, each with what reads it, in the order in which they are tried."""

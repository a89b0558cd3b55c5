"""Orders that name a thing and have no verb: "two towels to the pool, please", "water, please"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from creature_intent.acts import BRING_OBJECT, PLACE_OBJECT
from creature_intent.deeds.deed import Deed, Setting
from creature_intent.deeds.kinds import is_fixed, is_thing
from creature_intent.deeds.slots import head_noun
from creature_intent.deeds.verbs import read
from creature_intent.grammar.lexicon import (
    ADJECTIVES,
    DETERMINERS,
    NOT_IN_OBJECT,
    NUMBERS,
    PREPOSITIONS,
    PRONOUNS,
    PUT_AT,
    word_set,
)
from creature_intent.grammar.triggers import heard
from creature_intent.text.openers import OPENERS, strip_openers
from creature_intent.text.persons import is_somebody

_MOST = 14
_SHORT = 3
"""The most words of a machine that is named to be switched on: "porch light, please"."""
_ADDRESS = re.compile(r"^(?:(?:hey|hi|hello|okay|so|and|oh|please|um) )*(?:,? ?(?:robot|creature) )?(?:, )?")
_TAIL = re.compile(r"(?: ,)?(?: (?:please|over here|robot|thanks|thank you|now|quick|quickly|asap|if you please))+$")
_NO_ORDER = (
    NOT_IN_OBJECT
    | (PRONOUNS - {"this", "that", "these", "those"})
    | word_set(
        "you he she they i we there here not no yes please thanks thank hello hi bye sorry welcome congratulations "
        "degrees clockwise anticlockwise counterclockwise cheers greetings regards love luck good great best "
        "happy hands feet eyes percent something anything less from then much many very too what which who , but or"
    )
)
_NEVER_ORDERED = _NO_ORDER.difference(*(re.findall("[a-z']+|,", one.pattern) for one in (_ADDRESS, _TAIL, OPENERS)))
"""Words of no order that do not stand around one, either."""
_DENIED = re.compile(r"(?:no|not|nope|none) ")
_LIGHTS = ("light", "lights")
_FOR_PLACE = re.compile(r"\bfor (?=(?:room|table|ward|bed|desk|flat|bay|lab|suite|cabin|station) )")
_BEFORE_FACT = re.compile(
    r"^([^,]+?(?: ,)? (?:please|quick|quickly))(?:(?: ,)? (?:quick|quickly|now))*(?: ,)? "
    r"(?:my|i|we|it|he|she|they|there|the) .+$"
)
_DOOR = re.compile(
    r"^(?:the )?((?:(?:front|back|side|garage|cellar|balcony|garden|patio|car|kitchen) )?(?:doors?|gates?))$"
)
_POLITE = word_set("please quick asap")
_SEVERAL = ("all", "both", "these", "those")
_RECEIVED = frozenset({"to", "for"})
_NEVER_BROUGHT = ("ordered", "brewed", "machines", "shades", "digital", "abstract_places")
"""Lists of nouns that nobody orders so to be brought."""
_GOAL = word_set("to for at on in into onto")
_NUMBERED = re.compile(
    r"\b(?:room|table|ward|bed|desk|flat|bay|lab|gate|suite|cabin|station) "
    r"(?:number )?(?:\d+\w?|[a-h]|one|two|three|four|five|six|seven|eight|nine|ten)$"
)


def ordered(text: str, setting: Setting, addressed: bool = False) -> Deed | None:
    """What is ordered by a name alone, as bringing it; None if the words are no order.

    Args:
        text: A whole sentence of the user.
        setting: Who speaks, and the rules.
        addressed: The creature is called by what it is.
    """
    text = _BEFORE_FACT.sub(r"\1", text)  # "Blanket please, my legs are cold."
    said = text.split()
    if not _NEVER_ORDERED.isdisjoint(said):
        return None
    if not addressed and _GOAL.isdisjoint(said) and _POLITE.isdisjoint(heard(said, text)):
        return None
    plain = _ADDRESS.sub("", text)
    words = _FOR_PLACE.sub("to ", strip_openers(_TAIL.sub("", plain))).split()
    is_polite = not _POLITE.isdisjoint(heard(said, text))
    door = _DOOR.match(" ".join(words)) if is_polite and "next" not in said else None
    if door:
        return read(("open", "the", *door[1].split()), setting)
    if (
        _DENIED.match(plain)
        or not words
        or len(words) > _MOST
        or not _NO_ORDER.isdisjoint(words)
        or words[0] in setting.book.verbs
    ):
        return None
    words = [word for word, after in pairwise([*words, ""]) if not (word == "back" and after in PREPOSITIONS)]
    is_counted = words[1:2] != [] and (words[1] in DETERMINERS | NUMBERS or words[1].isdigit())
    if is_counted and words[0] not in _BEFORE_ARTICLE and not words[0].isdigit():
        return None  # "Spell the word, please": before an article stands a verb.
    at = next((index for index, word in enumerate(words) if word in PREPOSITIONS), len(words))
    if is_polite and at and words[at - 1] in _LIGHTS and words[0] in ("some", "more", "light", "lights"):
        return read(("turn", "on", *words), setting)
    if is_polite and "please" in said and at == len(words) <= _SHORT and words[-1] in setting.book.nouns["machines"]:
        switched = words[-1] not in setting.book.nouns["handed"]
        return read(("turn", "on", "the", *words), setting) if switched else read(("bring", "me", *words), setting)
    if is_polite and words[at:] == ["off"] and at and words[at - 1] in setting.book.nouns["machines"]:
        return read(("turn", "off", *words[:at]), setting)  # "Drill off, please."
    if is_polite and words[at : at + 1] == ["off"] and at and _is_named(words[:at], setting):
        return read(("take", *words), setting)  # "Toys off the floor, please."
    goal = words[at + 1 :] if at < len(words) and words[at] in _GOAL else []
    is_counted = addressed and words[0] in DETERMINERS | NUMBERS | {"more"}
    is_alone = at == len(words) and (is_polite or is_counted)
    if not at or not (goal or is_alone) or not _is_named(words[:at], setting):
        return None
    if goal and goal[0] in setting.book.plain_verbs:
        return None  # "Two teas to take away."
    if goal and is_polite and words[at] in PUT_AT - _RECEIVED and (words[0] not in DETERMINERS or words[0] in _SEVERAL):
        if at == 1 and (words[0] in _DOING or words[0].endswith("ably") or not _is_place(goal, setting)):
            return None  # "Speak in French, please.", "Fill in this form, please."
        placed = read(("put", *words), setting)  # "Boots on the mat, please."
        return placed if placed and placed.intent == PLACE_OBJECT else None
    deed = read(("bring", *words) if goal else ("bring", "me", *words), setting)
    if deed is None or deed.intent != BRING_OBJECT or not (is_polite or addressed or _is_there(goal, setting)):
        return None
    is_told = bool(goal) and bool(deed.slots.recipient) and _RECEIVED.isdisjoint(words)
    return None if is_told else deed  # "My neighbour hangs her washing on the balcony."


_DOING = word_set(
    "fill sign arrive write type click log apply stay wait stand sit lie live meet speak talk sing read listen look"
)
_BEFORE_ARTICLE = DETERMINERS | NUMBERS | word_set("half more just only of a")


def _is_place(goal: Sequence[str], setting: Setting) -> bool:
    """Where a thing may be put: told with an article, or known."""
    head, nouns = head_noun(" ".join(goal)), setting.book.nouns
    return goal[0] in DETERMINERS or any(head in nouns[name] for name in ("fixed", "handed", "house", "rubbish"))


def _is_named(words: Sequence[str], setting: Setting) -> bool:
    nouns, head = setting.book.nouns, head_noun(" ".join(words))
    is_told = any(
        word in setting.book.plain_verbs and before not in DETERMINERS | ADJECTIVES for before, word in pairwise(words)
    )
    is_no_order = any(head in nouns[name] for name in _NEVER_BROUGHT) and head not in nouns["handed"]  # "blanket"
    is_no_order = is_no_order or not nouns["house"].isdisjoint(words)
    if is_told or is_no_order or not is_thing(" ".join(words), setting.book) or is_fixed(head, setting.book):
        return False
    return len(words) > 1 or (head.isalpha() and len(head) > 2 and head not in ADJECTIVES | NUMBERS | DETERMINERS)


def _is_there(goal: Sequence[str], setting: Setting) -> bool:
    """A room with a number, a place of the house, somebody told by where he is: people say so to who serves them."""
    text = " ".join(goal)
    return bool(_NUMBERED.search(text)) or (
        goal[:1] != [] and goal[0] in DETERMINERS and (is_fixed(text, setting.book) and not is_somebody(goal, {}))
    )

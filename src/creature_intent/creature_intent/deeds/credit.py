"""How sure the words of a deed leave it: what can be taken and brought, by whom, and from where."""

from __future__ import annotations

import re
from collections.abc import Sequence

from creature_intent import acts
from creature_intent.acts import Slots
from creature_intent.deeds.deed import DOUBTFUL, Deed, Setting
from creature_intent.deeds.destinations import credit_of_place, is_of_mind
from creature_intent.deeds.kinds import is_toy
from creature_intent.deeds.slots import head_noun
from creature_intent.grammar.lexicon import (
    COMPOUNDS,
    PEOPLE,
    POSSESSIVE_OR_DEFINITE,
    PRONOUNS,
    word_set,
)
from creature_intent.text.persons import is_somebody
from creature_intent.tokens import Speaker

# "Pick up your toys" is said to a child, "bring your swimsuit" to a guest.
_YOUR_OWN = re.compile(
    r"^\w+ (?:up |over |along |out |away )?your (?!arms?\b|hands?\b|gripper\b|charg|dock\b|way\b|base\b|battery\b"
    r"|(?:old )?(?:gran|granny|nana|grandma|auntie|aunt|mum|mom|mother|grandad|grandpa|dad|father) (?:an?|the|some) )"
)
# "I'll grab my coat": a creature owns little.
_OWN_LIFE = re.compile(r"\bmy (?!(?:\w+ )?(?:arms?|hands?|gripper|dock|base|battery|corner|spot|stash)\b|charg|way\b)")
_ON_PAPER = word_set(
    "list lists calendar schedule agenda account accounts playlist itinerary database reminders resume"
)
"""What is only written down: nothing is taken from there by hand."""
_DAY = re.compile(r"^\d+(?:st|nd|rd|th)(?: of (?!the\b)[a-z]+)?$")
""" "I'd like the 3rd of March": a day is brought by nobody."""
_HANDLING = (acts.PLACE_OBJECT, acts.BRING_OBJECT, acts.GRAB_OBJECT)
_POINTED_AT = tuple(Slots(pronoun) for pronoun in ("it", "that", "this", "them"))


def credit(words: Sequence[str], deed: Deed, setting: Setting) -> float:
    """How sure words that are no idiom leave a deed: 1 at most, 0 not at all, between if only the context can tell.

    Args:
        words: From the verb on.
    """
    text = " ".join(words)
    is_own = setting.speaker == Speaker.AGENT
    book = setting.book
    if is_own and _OWN_LIFE.search(text):
        return 0.0
    is_state = deed.intent == acts.BRING_OBJECT and " to be " in text
    is_state = is_state or "ourselves" in words or _DAY.match(deed.slots.object) is not None
    if head_noun(deed.slots.source) in _ON_PAPER or is_state:
        return 0.0  # "Remove it from my list", "I want my driver to be sober".
    if deed.intent == acts.SEARCH:
        return 1.0
    if deed.intent in (acts.MOVE_TO, acts.GUIDE):
        return credit_of_place(words, deed.slots.destination, setting)
    goal = head_noun(deed.slots.destination)
    is_side = goal in _PARTS_OF_PLACES and " of " in deed.slots.destination
    is_side = is_side or _is_beside(words, deed.slots.destination)
    is_goal_of_mind = not is_side and is_of_mind(goal, book) and deed.intent in _HANDLING
    is_in_house = goal in book.nouns["fixed"] and set(words) & _OWNED and deed.intent == acts.BRING_OBJECT
    is_in_house = is_in_house or goal in COMPOUNDS
    if (
        (goal in book.nouns["abstract_places"] and not is_side and not (goal == "line" and words[0] in _PEGGING))
        or is_goal_of_mind
        or (is_own and not is_in_house and book.elsewhere.search(text))
    ):
        return 0.0
    far = {head_noun(deed.slots.destination), head_noun(deed.slots.source)} & book.nouns["far_places"]
    if set(words) & POSSESSIVE_OR_DEFINITE:
        far -= {"bed", *([goal] if is_in_house else [])}
    if far and is_own:
        return DOUBTFUL
    if words[0] == "take" and deed.slots in _POINTED_AT and (is_own or not _HELD_OUT.match(text)):
        return 0.0
    certainty = _credit_of_thing(words, deed, setting)
    return min(certainty, DOUBTFUL) if not is_own and _YOUR_OWN.search(text) else certainty


_PARTS_OF_PLACES = ("side", "end", "top", "point")
"""Of a thing they tell where: "the far end of the shelf"."""


def _is_beside(words: Sequence[str], place: str) -> bool:
    """ "behind the card": what a thing is put beside is a thing, too."""
    at = next((at for at, word in enumerate(words) if place.startswith(word) and place.split()[0] == word), 0)
    before = [word for word in words[max(0, at - 2) : at] if word not in _OWNED]
    return bool(place) and before[-1:] != [] and before[-1] in _BESIDE


_BESIDE = word_set("behind beside next_to in_front_of on_top_of near above below between")
_PEGGING = ("hang", "peg", "clip", "put")
_HELD_OUT = re.compile(r"^take (?:this(?: (?:please|for (?:me|a \w+)|now|from me))*|(?:it|them) (?:away|down))$")
_OWNED = word_set("the your this these those")


def _credit_of_thing(words: Sequence[str], deed: Deed, setting: Setting) -> float:
    head, nouns = _measured(deed.slots.object), setting.book.nouns
    is_own = setting.speaker == Speaker.AGENT
    is_definite = bool(set(words) & POSSESSIVE_OR_DEFINITE)
    if head in ("end", "corner", "edge", "side") and " of the " in deed.slots.object:
        return 1.0
    if _SOMETHING_TO.search(" ".join(words)) or is_toy(deed.slots.object.split()):
        return 1.0
    is_all = head in ("everything", "anything", "something") and deed.intent != acts.BRING_OBJECT
    if is_all and head_noun(deed.slots.source or deed.slots.destination) in nouns["fixed"]:
        return 1.0
    if _is_had_done(words[0], deed.slots) or _NUMBER.match(head):
        return 0.0
    is_listed = head in nouns["abstract"] and not (head == "everything" and deed.slots.source)
    is_abstract = is_listed or is_of_mind(head, setting.book)
    is_abstract = is_abstract and not (is_definite and head in nouns["definite"])
    is_told_apart = deed.slots.object not in ("thing", "things", "stuff") or bool(deed.slots.source)
    if head in ("thing", "things") and is_definite and is_told_apart:
        is_abstract = False  # "the smallest thing on the table"
    is_digital = head in nouns["digital"] and not (is_definite and head in nouns["definite"])
    if is_abstract or is_digital or (head in PEOPLE and head not in PRONOUNS):
        return 0.0
    if deed.slots.recipient == "you" and not is_own:
        return 0.0
    is_bought = head in nouns["ordered"] or head in nouns["errands"]
    is_bought = is_bought or not _MEASURED_OUT.isdisjoint(words[2:5])
    if words[0] == "give" and not is_own and not is_definite and is_bought and not deed.slots.source:
        return DOUBTFUL
    if head in nouns["brewed"] and not is_own and not deed.slots.source and words[0] not in ("bring", "fetch"):
        return DOUBTFUL
    if is_own and _FOR_ONESELF.search(" ".join(words)):
        return 0.0
    if deed.slots.object.startswith("one of those") and (is_own or words[0] == "get"):
        return DOUBTFUL
    is_person = is_somebody(words[1:3], setting.names) or words[1] in nouns["given_names"]
    if words[0] == "get" and "to" in words and is_person:
        return 0.0  # "I'll get the porter to do it."
    if is_own and words[0] == "bring" and words[1] in _ANY and not set(words) & _RECEIVERS:
        return 0.8 if head in nouns["handed"] else DOUBTFUL
    is_call = " ".join(words[:4]) == "pick up the phone" and not deed.slots.source
    is_own_errand = is_own and deed.intent == acts.BRING_OBJECT and not set(words) & (_RECEIVERS | {"your"})
    is_own_errand = is_own_errand and deed.slots.recipient in ("", acts.USER)
    is_errand = (
        head in nouns["errands"] and (deed.intent == acts.GRAB_OBJECT or is_own_errand) and not deed.slots.source
    )
    if is_errand and not is_definite:
        return 0.0
    return DOUBTFUL if is_own and (is_call or is_errand) else 1.0


def _measured(phrase: str) -> str:
    """The noun that tells what it is: "glass" of "pieces of glass"."""
    head = head_noun(phrase)
    _, _, what = phrase.partition(f"{head} of ")
    return head_noun(what) if head in _MEASURES and what else head


_MEASURED_OUT = word_set(
    "dozen pack packs package packet pair pairs roll rolls pound pounds kilo kilos quart gallon ounce ounces"
)
"""By these things are sold: "give me a dozen lemons"."""
_MEASURES = word_set("piece pieces bit bits end half rest part top pair set lot")
_PARTICIPLES = word_set(
    "made done put frozen fixed repaired sent taken built cut written given broken set kept held shown sold paid "
    "brought told"
)
_SOMETHING_TO = re.compile(
    r"^(?:bring|fetch|get|hand|find) (?:me|us|him|her) (?:something|anything) (?:to "
    r"(?:read|drink|write with|sit on|play with|eat)|cold|hot|warm|sweet|salty|dry|clean|soft|sharp)\b"
)
_NUMBER = re.compile(r"^\$?\d+$")
_FOR_ONESELF = re.compile(r"\bfor myself\b|\b(?:get|grab|take|buy) (?:myself|ourselves)\b")


def _is_had_done(verb: str, slots: Slots) -> bool:
    """ "get my shoes repaired", "I want that repeated": somebody is to do it, nothing is to be brought."""
    last = re.split(" (?:for|about) ", slots.object)[0].split()[-1:] or [""]
    is_set = last == ["set"] and (verb in ("bring", "give") or slots.object.split()[-2:-1] not in _SET_BY_HAND)
    is_done = (last[0] in _PARTICIPLES and not is_set) or (len(last[0]) > 4 and last[0].endswith("ed"))
    is_done = is_done and not (slots.object.startswith("something ") and last[0] not in _PARTICIPLES)  # "caffeinated"
    is_whole = not slots.source or slots.object == last[0]  # "Get them interested in it."
    return verb in ("get", "bring", "have", "give") and is_done and is_whole and last[0] not in _NO_PARTICIPLES


_SET_BY_HAND = (["table"], ["alarm"], ["clock"], ["timer"])
""" "Get the table set", but "get the chess set"."""
_ANY = word_set("a an some")
_NO_PARTICIPLES = word_set("seaweed flaxseed breed speed moped biped daybed seabed hundred airbed sunbed")
_RECEIVERS = word_set("you us him her them to for over up")

"""What is looked for where the words only ask to look: "see who is in the kitchen", "Is the cat in? Have a look."."""

from __future__ import annotations

import re
from collections.abc import Sequence

from creature_intent import acts
from creature_intent.acts import USER, Slots
from creature_intent.deeds.carried import is_carried
from creature_intent.deeds.deed import WEAK, Deed, Setting
from creature_intent.deeds.kinds import is_thing
from creature_intent.deeds.paths import is_near
from creature_intent.deeds.slots import head_noun, object_phrase, segments, without_adverbs
from creature_intent.grammar.first_word import ByFirstWord
from creature_intent.grammar.lexicon import DATIVES, DETERMINERS, PEOPLE, PREPOSITIONS, PRONOUNS, word_set
from creature_intent.text.clause import Clause
from creature_intent.text.persons import is_person, person
from creature_intent.tokens import Speaker

_AT = r"(?:in|on|at|by|under|behind|next to|beside|near|inside|outside|between|below|above|in front of|on top of)"
_STILL = r"(?:(?:still|left|there|lying|hanging|standing|sitting|waiting|hiding|somewhere|up|down|over|out) )*"
_PLACE = rf"{_STILL}{_AT} (?P<place>.+)"
_SEEING = r"^(?:see|check|look|find|tell)(?: me| us)?(?: out)?"
_IF = r"(?:if|whether|that)"
_SEEN = tuple(
    (re.compile(f"{_SEEING} (?:{pattern})$"), thing)
    for pattern, thing in (
        (r"who (?:it|that) (?:is|was)|who is (?:there|it)", "somebody"),
        (rf"who(?: else)? (?:is|are|might be)(?: here| there| {_PLACE})?", "somebody"),
        (rf"what(?: else)? (?:is|there is) {_PLACE}", "things"),
        (rf"what (?:is )?(?:making|causing|blocking) (?P<thing>(?:that|the|this) \w+)(?: {_PLACE})?", ""),
        (rf"how (?:many|much) (?P<thing>(?:(?!there)\w+ ){{1,2}})(?:there )?(?:are|is)(?: there| left| {_PLACE})*", ""),
        (
            rf"{_IF} (?:i|we|he|she|they|you|somebody|someone) (?:have |has |had )?"
            rf"(?:left|forgot|forgotten|dropped|put|lost|laid|hung) (?P<thing>.+?) {_PLACE}",
            "",
        ),
        (
            r"where (?!i\b|you\b)[\w']+ (?:has |have |had )?(?:left|put|dropped|lost|laid|hidden) "
            r"(?P<thing>(?:the|my|his|her|their|our) \w+(?: \w+)?)(?P<place>)",
            "",
        ),
        (r"where (?P<thing>\w+(?: \w+)?) (?:is|are) (?P<place>)(?:hiding|hidden)", ""),
        (rf"{_IF} (?P<thing>.+?) (?:is|are|has|have) (?:been )?(?:left|forgotten) {_PLACE}", ""),
        (rf"(?:if|whether) (?P<thing>.+?)(?:'s| is| are) {_PLACE}", ""),
        (rf"(?P<thing>somebody|someone) {_PLACE}", ""),
    )
)
_VERBS = word_set("see check look find search tell")
_CONTAINERS = word_set(
    "backpack bag bags basket bin book books box boxes can cans coat envelope file folder garbage jacket jar jars "
    "laptop laundry letter letters magazine newspaper notebook package packages parcel parcels phone rubbish suitcase "
    "tablet toolbox trash tray"
)
"""What is carried, and looked through as often as looked for."""


def look(words: Sequence[str], setting: Setting) -> Deed | None:
    """ "see who is in the kitchen", "check whether I left my bag by the desk": what is looked for there.

    Args:
        words: From the verb on.
        setting: Who speaks, and the nouns of places.
    """
    if words[0] not in _VERBS:
        return None
    text = " ".join(without_adverbs(words))
    if words[0] == "search":
        return _searched(text.split()[1:], setting)
    for pattern, told in _SEEN:
        found = pattern.match(text)
        if not found:
            continue
        thing = told or _thing(found["thing"].split(), setting)
        place = _place(found.groupdict().get("place") or "", setting)
        if "place" not in found.groupdict():
            return Deed(acts.SEARCH, Slots(thing), WEAK) if setting.speaker == Speaker.AGENT else None
        if not thing or (found["place"] and not place) or (not place and (told or words[0] == "tell")):
            return None
        return Deed(acts.SEARCH, Slots(thing, place), WEAK)
    return None


def _searched(words: list[str], setting: Setting) -> Deed | None:
    """ "search the whisk", "search grandma": as some say it of what lies about, not of what things lie in."""
    if words and words[0] not in PRONOUNS | DATIVES and is_person(words, setting.names):
        return Deed(acts.SEARCH, Slots(person(words, setting.names, setting.own)), WEAK)
    thing = object_phrase(words) if words[:1] and words[0] in DETERMINERS and not set(words) & PREPOSITIONS else None
    is_thing = thing is not None and is_carried(thing) and thing.split()[-1] not in _CONTAINERS
    return Deed(acts.SEARCH, Slots(thing or ""), WEAK) if is_thing else None


_IS_THERE = rf"(?:any |some |a |an |enough )?(?P<thing>.+?)(?: left)?(?: anywhere| around)?(?: {_PLACE})?$"
_WONDERED = ByFirstWord(
    map(
        re.compile,
        (
            rf"^(?:is|are|was|were) there (?:still )?{_IS_THERE}",
            rf"^(?:do|have) we (?:still )?(?:have|got) (?:still )?{_IS_THERE}",
            rf"^there (?:is|are|should be|must be|might be|ought to be) (?:still )?(?:a |an |some )?(?P<thing>.+?)"
            rf" (?:supposed to be )?{_PLACE}$",
            rf"^(?:is|are) (?P<thing>(?!(?:there|you|it|that|this)\b).+?) {_PLACE}$",
            r"^where (?:is|are|was|were|has|have|could|do we keep|did (?:i|we) (?:put|leave)) (?P<thing>.+?)"
            r"(?: (?:gone|got to|hiding|hidden|be|now|kept|put))*(?P<place>)$",
            r"^(?:have you|has (?:anyone|anybody)|did you) seen? (?P<thing>.+?)(?: anywhere| around)?(?P<place>)$",
            r"^(?:i|we) (?:have |seem to have )?(?:just )?(?:lost|mislaid|misplaced|dropped)"
            rf" (?P<thing>.+?)(?: {_PLACE})?$",
            r"^(?:i|we) (?:am|are|can not|could not) (?:looking for|find|see) (?P<thing>.+?)(?: anywhere)?(?P<place>)$",
            r"^(?P<thing>(?:my|the|our) .+?) (?:must|should|might|may|could|ought to) be (?:lying |hanging )?"
            rf"{_PLACE}$",
            r"^(?:somebody|someone) (?:has )?(?:taken|took|moved|hidden|borrowed) (?P<thing>.+?)(?P<place>)$",
            r"^(?:i|we) (?:do not|can not) see (?P<thing>(?:my|the|our) .+?)(?: anywhere| around)?(?P<place>)$",
            r"^(?:can|do) you see (?P<thing>.+?)(?: anywhere| around)(?P<place>)$",
            r"^(?P<thing>(?:my|the|our) .+?) (?:is|are) (?:missing|gone|lost|nowhere to be (?:seen|found))(?P<place>)$",
        ),
    ),
    lambda pattern: pattern,
)


def wondered(clause: Clause, setting: Setting) -> Slots | None:
    """What the user wonders about, and where it may be: "is Marcus in his office", "my keys must be in the garage".

    Args:
        clause: What is said.
        setting: Which words are names, and the nouns of places.
    """
    text = clause.text if clause.words[0] == "there" else clause.plain
    for pattern in _WONDERED.of(text):
        found = pattern.match(text)
        if not found:
            continue
        thing = _thing(found["thing"].split(), setting)
        place = _place(found["place"] or "", setting)
        if thing and (place or not found["place"]):
            return Slots(thing, place)
    return None


_HAVE_A_LOOK = (
    r"(?:have|take) (?:a|another) (?:(?:quick|good|little|close) )?(?:look|peek|nose|gander)(?: round| around| about)?"
)
_ASKED = r"(?:(?:can|could|would|will) you |please |kindly |just |help (?:me|us) (?:to )?|(?:go|run|pop) (?:and )?)*"
_GO_LOOK = re.compile(
    rf"^{_ASKED}(?:{_HAVE_A_LOOK}|look(?: for (?:it|them|him|her))?|check(?: (?:it|that|there))?"
    r"|see(?: (?:if there (?:is|are)|for yourself))?|make sure|find (?:out|it|him|her|them)|search"
    r"|search for (?:it|them|him|her))(?: (?:around|everywhere|for (?:me|us)|please|now|there|then|quickly))*"
    rf"(?: (?P<where>upstairs|downstairs|outside|inside|(?:{_AT}|through|around) (?:the|my|your|our) .+))?$"
)

_CHECK_PLACE = re.compile(
    rf"^{_ASKED}(?:check|try|search) (?P<where>(?:the|my|your|our) (?:(?!for\b)\w+ )*?\w+)"
    r"(?: for (?:me|us)| please| first)*$"
)
""" "[Where is my wallet?] Check the top drawer." """


def looked_for(clause: Clause, about: Slots, setting: Setting) -> Slots | None:
    """What "go and look" looks for, given what was wondered about; None if the words do not say so.

    Args:
        clause: What is said.
        about: What the user has wondered about just before.
        setting: Who speaks.
    """
    found = _GO_LOOK.match(clause.plain) or _CHECK_PLACE.match(clause.plain)
    if not found:
        return None
    where = found["where"] or ""
    if found.re is _CHECK_PLACE and not _place(where, setting):
        return None
    place = where if where in _LEVELS else _place(re.sub(rf"^(?:{_AT}|through|around) ", "", where), setting)
    return Slots(about.object, place or about.source)


_LEVELS = ("upstairs", "downstairs", "outside", "inside")
_ANYBODY = word_set("anyone anybody someone somebody everyone everybody")


def _thing(words: list[str], setting: Setting) -> str:
    """A thing or somebody that can be looked for, in words; empty if it is none."""
    if words[0] in _ANYBODY and len(words) == 1:
        return words[0] if words[0].startswith("some") else "somebody"
    if is_person(words, setting.names) and words[0] not in ("me", "us", "you", "he", "she", "him", "her", "them", "it"):
        return person(words, setting.names, setting.own)
    if len(words) > 1 and words[0] in ("the", "my", "our") and words[-1] in PEOPLE:
        return person(words, setting.names, setting.own)
    thing = object_phrase(words)
    if not thing or thing in PRONOUNS or thing == USER or len(thing.split()) > 4:
        return ""
    head, nouns = head_noun(thing), setting.book.nouns
    is_digital = head in nouns["digital"] and head not in nouns["definite"]
    is_room = head in nouns["fixed"] | nouns["far_places"]
    return thing if is_thing(thing, setting.book) and not is_digital and not is_room else ""


def _place(phrase: str, setting: Setting) -> str:
    """A place in the house, in words; empty if it is none."""
    words = list(segments(phrase.split())[0].words) if phrase else []
    place = object_phrase(words) or ""
    nouns = setting.book.nouns
    is_known = place and (is_near(place, setting) or head_noun(place) in nouns["machines"] | nouns["house"])
    is_named = words[:1] != [] and words[0] in DETERMINERS and head_noun(place) not in _NOWHERE
    is_far = (
        head_noun(place) in nouns["far_places"] - nouns["fixed"]
        or head_noun(place) in nouns["digital"] - nouns["fixed"]
    )
    return place if (is_known or is_named) and not is_far and is_thing(place, setting.book, place=True) else ""


_NOWHERE = word_set(
    "mood area way world time moment menu list price news shape matter case city town country area region"
)

"""More of the same is asked for, without its verb: "And the lights in the hall.", "the window too", "and sugar"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from creature_intent import acts
from creature_intent.acts import Act, Slots
from creature_intent.deeds.deed import Deed, Setting
from creature_intent.deeds.kinds import is_thing
from creature_intent.deeds.naming import one_of
from creature_intent.deeds.slots import head_noun, object_phrase
from creature_intent.deeds.verbs import read
from creature_intent.grammar.lexicon import ADJECTIVES, DETERMINERS, NUMBERS, PREPOSITIONS, PRONOUNS, word_set
from creature_intent.text.persons import is_person, person

_LEAD = re.compile(r"^(?:(?:oh|okay|so|right|great|thanks|then|yes|hm|well|ah|now|also|maybe|and|please|just) |, )*")
_GOES_ON = re.compile(r"^(?:(?:oh|okay|so|right|thanks) )*(?:and|now) ")
_TAIL = re.compile(
    r"(?: ,)?(?: (?:too|as well|also|please|then|next|while you are (?:at it|there)|thanks|with (?:it|that)))+$"
)
_SAME = re.compile(r"^(?:do )?(?:the )?same (?:again )?(?:for|with|to) ")
_FOR_WHOM = re.compile(r"^(?:another |a second )?(?:one|another|some|the same) for (?P<who>.+)$")
_VERBS = {
    acts.GRAB_OBJECT: "grab", acts.BRING_OBJECT: "bring", acts.OPEN: "open", acts.CLOSE: "close",
    acts.SWITCH_ON: "switch on", acts.SWITCH_OFF: "switch off", acts.SEARCH: "find",
}  # fmt: skip
_ON_THE_SPOT = (acts.OPEN, acts.CLOSE, acts.SWITCH_ON, acts.SWITCH_OFF)
_BEGINS = DETERMINERS | NUMBERS | ADJECTIVES | {"one", "ones", "some"}
_MOST_WORDS = 8
_LEADS = DETERMINERS | ADJECTIVES
_DAYS = word_set("monday tuesday wednesday thursday friday saturday sunday today tomorrow tonight")
_PEOPLE = word_set("you i we he she they me him her us them yours mine")
_NO_NAME = PREPOSITIONS | PRONOUNS | _DAYS | _PEOPLE | word_set("not no yes what who why how when where so if that")


def says_more(text: str, joiner: str) -> bool:
    """The words go on with what was said before: they begin with "and", or "now", or end with "too"."""
    return joiner == "and" or _GOES_ON.match(text) is not None or text.endswith((" too", " as well"))


def more_of(text: str, before: Act, setting: Setting) -> Slots | None:
    """What is asked for by words that name nothing but a thing, after a request; None if they do not.

    Args:
        text: The clause, without "and".
        before: What was asked for.
        setting: Who speaks, and the names in the sentence.
    """
    said = _SAME.sub("", _TAIL.sub("", _LEAD.sub("", text)))
    words = said.split()
    if before.intent not in _VERBS or not words or len(words) > _MOST_WORDS:
        return None
    whom = _FOR_WHOM.match(said)
    if whom and before.intent == acts.BRING_OBJECT and is_person(whom["who"].split(), setting.names):
        return Slots(before.slots.object, "", "", person(whom["who"].split(), setting.names, setting.own))
    if not _is_name(words, setting):
        return None
    deed = read([*_VERBS[before.intent].split(), *words], setting)
    if deed is None or deed.intent != before.intent or not _is_whole(deed):
        return None
    if before.intent in _ON_THE_SPOT and not _is_of_the_house(deed.slots.object, setting):
        return None  # "The neighbours too."
    told = deed.slots
    if told.destination or told.recipient not in ("", acts.USER):
        return Slots(told.object, told.source, told.destination, told.recipient)  # "And a coffee for Anna."
    recipient = before.slots.recipient or told.recipient  # "And a glass of water.", for whom the rest is.
    return Slots(told.object, told.source, before.slots.destination, recipient)


def _is_name(words: Sequence[str], setting: Setting) -> bool:
    """They begin as a name does, with an article, or are nothing but a noun ("sugar")."""
    before = ("", *words)
    if any(word in setting.book.verbs and led not in _LEADS for led, word in zip(before, words, strict=False)):
        return False
    if words[0] in _BEGINS or words[0].endswith("'s"):
        return len(words) > 1
    if len(words) > 2 or not (_NO_NAME.isdisjoint(words) and setting.names.keys().isdisjoint(words)):
        return False
    phrase = object_phrase(list(words))
    return phrase is not None and is_thing(phrase, setting.book)


def _is_of_the_house(thing: str, setting: Setting) -> bool:
    nouns = setting.book.nouns
    return not {head_noun(thing), one_of(head_noun(thing))}.isdisjoint(nouns["house"] | nouns["machines"])


def _is_whole(deed: Deed) -> bool:
    return bool(deed.slots.object) and deed.slots.object not in PRONOUNS and deed.certainty >= 0.5

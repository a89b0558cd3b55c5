"""Whom a deed of a shape is for, or after: "follow the man in black", "walk behind the wheelchair"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from creature_intent.deeds.deed import Setting, is_called
from creature_intent.grammar.lexicon import DETERMINERS, POSSESSIVE_OR_DEFINITE, PREPOSITIONS, word_set
from creature_intent.text.persons import is_somebody, person
from creature_intent.tokens import Speaker

ANYWHERE = re.compile(
    r" (?:anywhere|everywhere (?:he|she|they|i|it) goe?s?|somewhere|around here|in here|over here|over there|around"
    r"|here|there|next|everywhere|upstairs|downstairs|on (?:his|her|their) (?:rounds?|way|walk|tour))$"
)
"""Words at the end that tell no place."""
_OWNERS = {"my": "me", "your": "you", "his": "him", "her": "her", "their": "them", "our": "us"}


def person_of(verb: str, roles: dict[str, str | None], setting: Setting) -> str | None:
    """Whom the deed is for or after; empty if the shape has none, None if the words name no person."""
    owner = roles.get("recipient_possessive")
    words = [_OWNERS[owner]] if owner else ANYWHERE.sub("", roles.get("recipient") or "").split()
    if not words:
        return ""
    moving = _MOVING - (_OF_THE_ROAD if setting.speaker == Speaker.AGENT else frozenset())
    if verb in _BEHIND and words[-1] in moving and words[0] in DETERMINERS:
        return " ".join(words[1:])
    is_name = len(words) == 1 and words[0] in setting.book.nouns["given_names"]
    if is_name or is_somebody(words, setting.names) or (verb in _FOLLOWING and is_called(words, setting)):
        return named(person(words, setting.names, setting.own), setting)
    return _described(words, setting)


_BEHIND = word_set("follow tag trail walk keep stay roll drive run")
_MOVING = word_set(
    "car trolley cart wheelchair stretcher van truck tractor robot mower pram stroller buggy group procession "
    "parade leader"
)
"""What moves, and may be followed as people are."""
_OF_THE_ROAD = word_set("car van truck tractor mower procession parade leader group")
_FOLLOWING = word_set("follow trail shadow accompany wave clap bow dance nod salute smile wink hug shake")


def _described(words: Sequence[str], setting: Setting) -> str | None:
    """Somebody told by place, clothes or looks: "the man in black", "the person behind you"; None if it is nobody."""
    cut = next((index for index, word in enumerate(words) if index and word in _DESCRIBING), len(words))
    is_own = setting.speaker == Speaker.AGENT and words[cut : cut + 1] not in (["in"], ["with"], ["wearing"])
    if is_own or words[0] not in DETERMINERS or cut < 2 or not is_somebody(words[:cut], setting.names):
        return None
    return named(" ".join(words[words[0] in POSSESSIVE_OR_DEFINITE | {"a", "an"} :]), setting)


_DESCRIBING = PREPOSITIONS - {"to", "from", "for", "into", "against"} | {
    "who",
    "that",
    "you",
    "i",
    "we",
    "wearing",
    "standing",
    "sitting",
    "lying",
    "waving",
    "pointing",
    "holding",
}


def named(phrase: str, setting: Setting) -> str:
    """The phrase with its names as they are written."""
    return " ".join(setting.names.get(word, word) for word in phrase.split())

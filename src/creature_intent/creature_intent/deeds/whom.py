"""Whom "him" and "her" mean: the person who was last named."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from creature_intent.grammar.lexicon import ADJECTIVES, DETERMINERS, KIN, NUMBERS, PEOPLE, TITLES, word_set

POINTED_AT = frozenset({"him", "her", "them"})

# "Leo's cold.", "Anna forgot her scarf.": a name begins the sentence, where its capital says nothing.
_SUBJECT = re.compile(
    r"^(?:(?:Oh|Okay|And|But|So|Well|Hey|Ah|Now)[ ,]+)*(?P<name>[A-Z][a-z]{2,})(?:['\u2019]s)? "
    r"(?:is|has|had|wants|needs|looks|forgot|left|lost|just|hurt|would|asked|said|feels|seems|cold|thirsty|hungry|in|"
    r"at|on"
    r"|upstairs|outside|waiting|here|not|still)\b"
)
_NO_NAMES = word_set(
    "it he she they we you there that this what who where when how everything everyone everybody somebody someone "
    "nobody nothing one something dinner lunch breakfast supper mine all here today tomorrow"
)
_WITH_NAME = word_set(
    "with for to by of and is has wants needs poor find follow see bring give take show tell ask help get seen"
)
"""What stands before the name of a person in mid-sentence."""
_BEFORE_KIN = DETERMINERS | {""}
_OF_ONE = (PEOPLE - {"me", "us", "you", "him", "her", "them", "everyone", "everybody"}) | TITLES | {"gentleman"}

_BEFORE_ONE = DETERMINERS | ADJECTIVES | NUMBERS
_WAYS = word_set("down up over back along")
"""Before "to" these tell of a place, whatever its capital."""

_NAMING = KIN | _OF_ONE
"""Words of which a sentence has one that names somebody without a name."""


def several(person: str) -> str:
    """Who was named, if they are more than one: "guests", "parents"; empty if not."""
    return person if person in PEOPLE and (person.endswith("s") or person in _SEVERAL) and person != "boss" else ""


_SEVERAL = word_set("people children women men ladies gentlemen family")


def person_named(text: str, words: Sequence[str], names: Mapping[str, str], things: frozenset[str]) -> str:
    """The person whom a sentence names last; empty if it names none.

    Args:
        text: The sentence as written.
        words: Its words, in lower case.
        names: Words with a capital inside the sentence, lower case -> as written.
        things: Nouns that name no person, whatever their capital.
    """
    found = ""
    subject = _SUBJECT.match(text)
    if subject and not (subject["name"].lower() in things or subject["name"].lower() in _NO_NAMES):
        found = subject["name"]
    if _NAMING.isdisjoint(words) and names.keys().isdisjoint(words):
        return found
    for index, word in enumerate(words):
        before = words[index - 1] if index else ""
        following = words[index + 1] if index + 1 < len(words) else ""
        if word in TITLES and following in names:
            found = f"{names.get(word, word)} {names[following]}"
        elif (before in TITLES and word in names) or (found and before == "to" and words[index - 2] in _WAYS):
            continue  # "Walk Mr Petrov down to X-ray."
        elif word in names and before in _WITH_NAME and word not in things and not word.endswith("'s"):
            found = names[word]
        elif following in things:
            continue  # "the guest room"
        elif (word in KIN and before in _BEFORE_KIN) or (word in _OF_ONE and before in _BEFORE_ONE):
            found = word
    return found

"""Somebody who is named to put a task right: "Tom would be better.", "Mr Hart instead." """

from __future__ import annotations

import re

from creature_intent.acts import USER, Act, Slots
from creature_intent.deeds.deed import Setting
from creature_intent.grammar.lexicon import DATIVES, TITLES
from creature_intent.grammar.rulebook_file import load
from creature_intent.text.persons import is_person, person


def as_person(thing: str, utterance: str) -> str:
    """ "Tom", "Mr Hart" as written, of words that name somebody; else empty."""
    written = as_written(thing, utterance)
    is_name = written[:1].isupper() and thing in load().nouns["given_names"]
    return written if is_name or thing.split()[0] in TITLES else ""


def as_written(name: str, utterance: str) -> str:
    """A name with the capitals that the words give it."""
    found = re.search(rf"\b{re.escape(name)}\b", utterance, re.IGNORECASE)
    return found[0] if found else name


def somebody_else(name: str, asked: Act | None, setting: Setting, said: str) -> Slots | None:
    """Who is meant, where it was to be done for somebody else: "the doctor", "Tom"; None where nobody is named.

    Args:
        name: Words that name something and say nothing else, in lower case.
        asked: What was asked for.
        setting: Who speaks, and the names in the sentence.
        said: The sentence as written.
    """
    words = name.split()
    if asked is None or asked.slots.recipient in ("", USER) or not words or not DATIVES.isdisjoint(words):
        return None
    if name in setting.book.nouns["given_names"]:
        return Slots(recipient=as_written(name, said)) if asked.slots.recipient[:1].isupper() else None
    is_role = not asked.slots.recipient[:1].isupper() and is_person(words, {})
    return Slots(recipient=person(words, setting.names, setting.own)) if is_role else None

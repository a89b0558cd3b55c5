"""Somebody who is named to put a task right: "Tom would be better.", "Mr Hart instead." """

from __future__ import annotations

import re

from creature_intent.grammar.lexicon import TITLES
from creature_intent.grammar.rulebook_file import load


def as_person(thing: str, utterance: str) -> str:
    """ "Tom", "Mr Hart" as written, of words that name somebody; else empty."""
    written = as_written(thing, utterance)
    is_name = written[:1].isupper() and thing in load().nouns["given_names"]
    return written if is_name or thing.split()[0] in TITLES else ""


def as_written(name: str, utterance: str) -> str:
    """A name with the capitals that the words give it."""
    found = re.search(rf"\b{re.escape(name)}\b", utterance, re.IGNORECASE)
    return found[0] if found else name

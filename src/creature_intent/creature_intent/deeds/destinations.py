"""How sure a place leaves it that somebody is to go there, or be led: "go to the doctor", "go to classes"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from creature_intent import acts
from creature_intent.deeds.deed import DOUBTFUL, Setting
from creature_intent.deeds.slots import head_noun
from creature_intent.grammar.lexicon import COMMON_VERBS, DETERMINERS, KIN, POSSESSIVE_OR_DEFINITE, ROOMS, word_set
from creature_intent.grammar.rulebook import Rulebook
from creature_intent.tokens import Speaker

_NUMBERED = word_set("one two three four five six seven eight nine ten eleven twelve a b c d")
_OWN_BASE = frozenset({"charging", "docking", "charger", "dock"})
_DEICTIC = frozenset({acts.USER, "here", "there", "home", "upstairs", "downstairs", "outside", "inside"})


def credit_of_place(words: Sequence[str], destination: str, setting: Setting) -> float:
    """How sure a place leaves the way to it: for its own promises much is out of reach, for what it is told little.

    Args:
        words: From the verb on.
        destination: The place.
        setting: Who speaks.
    """
    head, nouns = head_noun(destination), setting.book.nouns
    if set(destination.split()) & _OWN_BASE:
        return 1.0
    if words[0] in ("enter", "approach") and head in (nouns["abstract"] | nouns["abstract_places"]) - nouns["fixed"]:
        return 0.0
    if words[1:3] == ["over", "to"] and words[-1] in setting.names.keys() | KIN and len(words) == 4:
        return 0.8
    if words[0] == "move" and destination in setting.names:
        return 0.0
    if words[0] in _GUIDING and set(words) & POSSESSIVE_OR_DEFINITE and head in ("party", "point", "meeting", "area"):
        return 1.0
    is_owned = bool(set(words) & POSSESSIVE_OR_DEFINITE) or "'s " in destination
    if (head in nouns["idiom_places"] and not (head == "bed" and is_owned)) or (
        head in nouns["no_places"] and " of " not in destination
    ):
        return 0.0
    if _is_nowhere(words, destination, setting) or (words[0] == "come" and destination.replace(" ", "").isdigit()):
        return 0.0
    if setting.speaker == Speaker.USER:
        if words[0] == "come" and head in nouns["far_places"] and not (head == "bed" and "the" in words):
            return 0.0
        is_far = head in nouns["far_places"] and head not in nouns["fixed"] and head not in _MAY_BE_NEAR
        is_far = is_far and (head in _OF_TOWN or not set(words[1:4]) & _BESIDE)
        is_of_town = is_far and bool({"nearest", "closest"} & set(destination.split()))
        return 0.0 if is_of_town else DOUBTFUL if is_far else 1.0
    *before, last = destination.split() or [""]
    is_numbered = last in _NUMBERED or (last.isdigit() and before[-1:] != [] and before[-1] in _WITH_NUMBER)
    if destination not in _DEICTIC | {"reception"} and not is_numbered and not is_owned:
        return 0.0
    is_room = is_numbered or head == "bed" or ("'s " in destination and head in ROOMS)
    is_far = (head in nouns["far_places"] and not is_room) or (words[0] == "go" and head in _PRIVATE | _TRADES)
    return (0.8 if words[0] in _LED_THERE and is_owned else DOUBTFUL) if is_far else 1.0


def _is_nowhere(words: Sequence[str], destination: str, setting: Setting) -> bool:
    """ "Go to classes", "go to silence", "help me to write it": no place is called so without an article."""
    nouns, first, head = setting.book.nouns, destination.partition(" ")[0], head_noun(destination)
    at = next((at for at, word in enumerate(words) if word == first), 0)
    if at < 1 or words[at - 1] != "to":
        return False  # An article stands before it.
    if first in _PURPOSES or (first in COMMON_VERBS and words[at + 1 : at + 2] != [] and words[at + 1] in DETERMINERS):
        return True
    if words[0] == "help" and first not in nouns["fixed"] | nouns["house"] | {"room", "bed"} | setting.names.keys():
        return True
    is_known = head in nouns["fixed"] or head in nouns["house"] or head in nouns["machines"] or first in setting.names
    if is_known or destination in _DEICTIC or words[-1] in _NUMBERED or any(char.isdigit() for char in destination):
        return False
    if " of " in destination:
        return False
    is_plural = head.endswith("s") and not head.endswith(("ss", "us", "is", "stairs"))
    return is_plural or is_of_mind(head, setting.book) or head in nouns["abstract"] - _WAYS_OUT


_WITH_NUMBER = word_set("room table bed ward suite bay gate office station desk lab floor")
_PURPOSES = word_set("receive choose buy pay visit join whatever whichever")
""" "Go to receive your pass over there", "go to whatever it is"."""
_WAYS_OUT = word_set("exit center stage elevator lift reception home start part area point room rooms")
"""Of the nouns that name no thing, those that are ways and places of a house."""
_PRIVATE = word_set("toilet restroom loo")
""" "I'm going to the loo" is said by people, unless it was asked for."""
_TRADES = word_set(
    "butcher butcher's baker baker's greengrocer's grocer's chemist's dentist's doctor's hairdresser's barber's "
    "mcdonald's newsagent's bookstore"
)
_LED_THERE = word_set("guide lead escort usher conduct")
_GUIDING = word_set("take show accompany guide lead escort walk bring")
_BESIDE = word_set("beside near next_to next behind in_front_of front")
_OF_TOWN = word_set(
    "bank beach school college church gym store mall market park hospital airport hotel bar pub station"
)
_MAY_BE_NEAR = word_set("apartment flat house place game store dance post meeting")
_OF_MIND = re.compile(r"(?:tion|tions|ness|ity|ities|ance|ence|ship|ism|hood|acy|dom|ment|ments|ology)$")


def is_of_mind(noun: str, book: Rulebook) -> bool:
    """A noun that ends as those of the mind do ("attention", "happiness"), and is no known compound."""
    return (
        " " not in noun
        and bool(_OF_MIND.search(noun))
        and noun not in book.nouns["things_like_ideas"] | book.nouns["fixed"]
    )

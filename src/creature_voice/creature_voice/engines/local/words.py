"""What recognised words tell about the turn: is the sentence complete, is it only a "mm-hm"."""

from __future__ import annotations

import re
from enum import Enum

_WORD = re.compile(r"[a-z0-9']+")


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_ARTICLES_AND_CONJUNCTIONS = _set(
    "a an the and or but because if then than that's which whose while unless until although "
    "my your his our their its some every each very really i'm i'd i'll i've we're he's she's let's "
    "so well um uh er like also maybe"
)
_PREPOSITIONS = _set(
    "of to for with from at in on by into onto about under over between beside behind near through without "
    "is are was were am can could would should will shall do does did have has want need"
)
_SHORT_ANSWERS = _set(
    "yes yeah yep no nope stop wait okay ok sure please thanks bye goodbye right never nothing freeze halt help"
)
# Alone they are a greeting, but more often the beginning of a sentence: "Hello there, how are you?"
_OPENINGS = _set("hello hi hey oh there good morning afternoon evening excuse me robot creature everybody")
_LONGEST_OPENING = 3
_NODS = _set(
    "mm hm hmm mhm uh huh um ah oh yeah yep yes okay ok right sure wow cool nice really i see got it aha mhmm uhuh"
)
# What a recogniser makes of an "uh-huh"; nobody takes the floor with one of these alone.
_EMPTY = _set("a and but had it so that the")
_ANSWERS = _set("yeah yep yes okay ok right sure")
_LONGEST_NOD = 3
# A hummed "mm-hm" has no letters of its own: recognisers write it as words of nasals and vowels ("Amen.", "Him, huh?").
_HUM = re.compile(r"(?=.*m)[aehimnu']{2,9}")
# Recognisers trained on subtitles write these for a cough or a slammed door.
_HEARD_IN_NOISE = ("", "you", "thank you", "bye", "the")
_NOISE_LASTS_S = 0.35


def plain(text: str) -> str:
    """Lower case, without punctuation: "No, wait!" -> "no wait"."""
    return " ".join(_WORD.findall(text.lower().replace("-", " ")))


def pieces(text: str) -> list[str]:
    """The words of a text, each with its leading space: "Hi there." -> [" Hi", " there."]."""
    return [" " + word for word in text.split()]


class Ending(Enum):
    """How a recognised text ends."""

    COMPLETE = "nothing more has to follow"
    OPEN = "more may follow"
    UNFINISHED = "more has to follow"


def ending_of(text: str) -> Ending:
    """Whether a recognised text sounds like a whole sentence."""
    words = plain(text).split()
    if not words:
        return Ending.UNFINISHED
    mark = text.rstrip()[-1]
    if is_short_answer(text):
        return Ending.OPEN if mark == "," else Ending.COMPLETE
    if len(words) <= _LONGEST_OPENING and _OPENINGS.issuperset(words):
        return Ending.OPEN
    if words[-1] in _ARTICLES_AND_CONJUNCTIONS or text.rstrip().endswith(("...", "-", "-.")):
        return Ending.UNFINISHED
    # "What is it for?" may end so, "I would like you to." may not.
    if words[-1] in _PREPOSITIONS and mark != "?":
        return Ending.UNFINISHED
    # In a pause the recogniser often writes a comma after what was all.
    return Ending.COMPLETE if mark in ".?!" else Ending.OPEN


def is_short_answer(text: str) -> bool:
    """Whether it is a word or two that are often all there is: "Stop!", "Yes, please."."""
    words = plain(text).split()
    return 0 < len(words) <= 2 and words[-1] in _SHORT_ANSWERS


def is_nod(text: str, asked: bool = False) -> bool:
    """Whether it is a listener's "mm-hm", which takes no turn.

    Args:
        text: What was recognised.
        asked: The creature is asking something, so that a "yes" is an answer.
    """
    words = plain(text).split()
    if not words or len(words) > _LONGEST_NOD:
        return False
    if asked and _ANSWERS & set(words):
        return False
    return all(word in _NODS | _EMPTY for word in words) or _HUM.fullmatch("".join(words)) is not None


def is_noise(text: str, voiced_s: float) -> bool:
    """Whether what was recognised is no speech at all.

    Args:
        text: What was recognised.
        voiced_s: How long there seemed to be speech.
    """
    words = plain(text)
    return not words or (voiced_s < _NOISE_LASTS_S and words in _HEARD_IN_NOISE)

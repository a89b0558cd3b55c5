"""Noun phrases: "the small blue book on the shelf" as a determiner, words and a place."""

from __future__ import annotations

import re
from dataclasses import dataclass

from creature_voice.brains.words import singular, turn, word_set

COLOURS = word_set("red blue green yellow orange purple pink black white brown grey gray golden silver beige turquoise")
ADJECTIVES = COLOURS | word_set(
    "small big little large tiny huge old new long short tall round square wooden empty full heavy light dark left "
    "right other first second last top bottom nice cold hot warm plastic metal glass"
)

ABSTRACT = word_set(
    "minute minutes moment second seconds sec break rest hand hug kiss smile hint chance time try care look guess seat "
    "nap walk shower bath bus train taxi cab picture photo photos selfie number card job life grip breath message note "
    "advice idea ideas answer answers reason example clue point lead turn place part lesson name news report truth "
    "sleep help lift ride call ring five high-five thumbs word words story joke song compliment opinion money credit "
    "attention space control charge notes action steps risk side sides chill clue kick kids vote room offence offense "
    "picture drink shot vacation holiday divorce hobby girlfriend boyfriend haircut weather fun joking kidding "
    "trouble day while bit blame test exam course class medicine pills way hold hang rid used thing"
)
"""Nouns that are given, taken or got in talk, and never by a hand."""

_DET = (
    r"(?:one of the|one of my|some of the|the other|another|both of the|both the|all of the|all the|all my|the|an|a|"
    r"my|your|his|her|our|their|that|this|these|those|some|any|both|all|every|each|two|three|four|2|3|4)"
)
_PREP = (
    r"(?:on top of|in front of|next to|close to|out of|off of|onto|into|inside|from|off|on|in|under|below|beneath|"
    r"beside|behind|near|at|by|between|to|towards|toward|over on|over in)"
)
_NOUN = re.compile(rf"(?:(?P<det>{_DET}) )?(?P<words>[a-z0-9'\-]+(?: [a-z0-9'\-]+){{0,4}})")
_SPOT = re.compile(rf"(?P<before>.+?) (?:that is |which is |that are |lying |standing )?(?P<prep>{_PREP}) (?P<np>.+)")
_NOT_A_NOUN = re.compile(
    r"\b(?:i|you|we|he|she|they|is|are|was|were|am|be|if|when|because|who|what|why|how|where|do|did|does|not|can|"
    r"could|would|will|should|have|has|had|to|of|that|which|yes|no|than|as|with|without|about|for|from|on|in|at|up|off|me|"
    r"us)\b"
)
PRONOUNS = frozenset({"it", "that", "this", "them", "those", "these", "that thing", "the thing", "this thing"})
_DEFINITE_OWN = frozenset({"my", "your", "his", "her", "our", "their"})
_ANY = frozenset({"a", "an", "any", "some", "one of the", "one of my", "some of the", "another", "each", "every"})
_MANY = frozenset(
    {"both", "both of the", "both the", "all", "all of the", "all the", "all my", "two", "three", "four", "2", "3", "4"}
)


@dataclass(frozen=True)
class Noun:
    """A thing in words.

    Attributes:
        det: Its determiner ("the", "my", "a"), or empty.
        words: Adjectives and noun in singular ("small blue book"); empty for a pronoun.
    """

    det: str
    words: str

    @property
    def pronoun(self) -> bool:
        """It stands for something said before."""
        return not self.words

    @property
    def one(self) -> bool:
        """ "the red one": the noun was said before, the words are new."""
        return self.head in ("one", "ones")

    @property
    def head(self) -> str:
        """The noun itself, without adjectives."""
        return self.words.split()[-1] if self.words else ""

    @property
    def adjectives(self) -> tuple[str, ...]:
        """What is said about it."""
        return tuple(self.words.split()[:-1])

    @property
    def anyone(self) -> bool:
        """Any such thing will do."""
        return self.det in _ANY

    @property
    def many(self) -> bool:
        """More than one is meant."""
        return self.det in _MANY

    def spoken(self) -> str:
        """The thing as the creature names it: "the banana", "your book", "some water"."""
        if self.det in _DEFINITE_OWN:
            return f"{turn(self.det)} {self.words}"
        if self.det in ("a", "an", "some", "another"):
            return f"{self.det} {self.words}"
        return f"the {self.words}"


@dataclass(frozen=True)
class Spot:
    """A place in words: "on the shelf" is prep "on", noun "the shelf"; "there" has no noun."""

    prep: str
    noun: Noun

    def spoken(self) -> str:
        """The place as the creature names it."""
        return f"{self.prep} {self.noun.spoken()}".strip()


def read_noun(text: str) -> Noun | None:
    """A noun phrase, or None where the words are none."""
    text = text.strip()
    if text in PRONOUNS:
        return Noun(text, "")
    match = _NOUN.fullmatch(text)
    if match is None or _NOT_A_NOUN.search(match["words"]):
        return None
    words = match["words"].split()
    return Noun(match["det"] or "", " ".join([*words[:-1], singular(words[-1])]))


def read_spot(text: str) -> Spot | None:
    """ "on the shelf" as a place, or None."""
    match = re.fullmatch(rf"(?P<prep>{_PREP}) (?P<np>.+)", text.strip())
    noun = read_noun(split_spot(match["np"])[0]) if match else None
    return Spot(match["prep"], noun) if match and noun and not noun.pronoun else None


def split_spot(text: str) -> tuple[str, Spot | None]:
    """A noun phrase and the place it carries: "the cup on the table" -> ("the cup", on the table)."""
    match = _SPOT.fullmatch(text)
    if match is None:
        return text, None
    noun = read_noun(match["np"])
    return (match["before"], Spot(match["prep"], noun)) if noun and not noun.pronoun else (text, None)

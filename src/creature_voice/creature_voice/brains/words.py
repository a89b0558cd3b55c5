"""Words as heard, made comparable; words to be spoken, put together."""

from __future__ import annotations

import re
from collections.abc import Sequence

_SLIPS = (
    (r"[\u2019\u2018`]", "'"),
    (r"\bnevermind\b", "never mind"),
    (r"\bgimme\b", "give me"),
    (r"\blemme\b", "let me"),
    (r"\bgonna\b", "going to"),
    (r"\bgotta\b", "have to"),
    (r"\bwanna\b", "want to"),
    (r"\bok\b", "okay"),
    (r"\ball ?right\b|\balright\b", "okay"),
    (r"\bcolor(s|ed)?\b", r"colour\1"),
    (r"\bpick (?:a|of|at|it) (the|my|that|this|your)\b", r"pick up \1"),
    (r"\bpick-?up (the|my|that|this|your|a)\b", r"pick up \1"),
    (r"\b(?:could|would|can|will) ya\b", "could you"),
    (r"\bu\b", "you"),
)

_CONTRACTIONS = (
    (r"\bcan't\b|\bcannot\b", "can not"),
    (r"\bwon't\b", "will not"),
    (r"\bshan't\b", "shall not"),
    (r"\bain't\b", "is not"),
    (r"n't\b", " not"),
    (r"\blet's\b", "let us"),
    (r"\b(i)'m\b", r"\1 am"),
    (r"'re\b", " are"),
    (r"'ll\b", " will"),
    (r"'ve\b", " have"),
    (r"\b(i|you|he|she|we|they)'d\b", r"\1 would"),
    (r"\b(what|where|who|how|that|there|it|he|she|here|when|why)'s\b", r"\1 is"),
)

_FILLERS = r",? ?\b(?:um+|uh+|uhm+|erm*|hmm+|mm+|ah|eh)\b,?|\b(?:please|kindly|you know(?=,)|i mean(?=,| the))\b,?"

_TURNED = {
    "my": "your", "your": "my", "mine": "yours", "yours": "mine", "me": "you", "i": "you", "you": "me", "our": "your",
    "myself": "yourself", "yourself": "myself", "us": "you", "am": "are",
}  # fmt: skip

_VOWEL_SOUND = re.compile(r"(?!uni|use|one|eu)[aeiou]|hour|honest")


def word_set(text: str) -> frozenset[str]:
    """The words of a table written as one line."""
    return frozenset(text.split())


def normalise(heard: str) -> str:
    """Lower case, contractions written out, fillers gone, recognition's usual slips mended; punctuation stays."""
    text = heard.lower()
    for pattern, better in (*_SLIPS, *_CONTRACTIONS):
        text = re.sub(pattern, better, text)
    text = re.sub(r"\buh[ -]?huh\b|\bmm[ -]?hm+\b", "yeah", text)
    text = re.sub(_FILLERS, " ", text)
    text = re.sub(r"[^a-z0-9'\-.,;:?! ]", " ", text)
    text = re.sub(r"\b(\w+)(?: \1\b)+", r"\1", re.sub(r"\s+", " ", text))
    return re.sub(r" ([.,;:?!])", r"\1", text).strip(" ,-;:")


def bare(text: str) -> str:
    """The words alone: no punctuation, single spaces."""
    return re.sub(r"\s+", " ", re.sub(r"[^a-z0-9' \-]", " ", text.lower())).strip()


def turn(phrase: str) -> str:
    """A phrase seen from the other side: "my book" becomes "your book"."""
    return " ".join(_TURNED.get(word, word) for word in phrase.split())


def cased(phrase: str, heard: str) -> str:
    """The phrase with the capital letters that its words had in the middle of what was heard ("anna" -> "Anna")."""
    names = {word.lower(): word for word in re.findall(r"(?<=[a-z,] )[A-Z][a-z]+", heard) if word != "I"}
    return " ".join(names.get(word, word) for word in phrase.split())


def an(noun: str) -> str:
    """The noun with its indefinite article."""
    return f"{'an' if _VOWEL_SOUND.match(noun) else 'a'} {noun}"


def listed(parts: Sequence[str], joint: str = "and") -> str:
    """Parts as one spoken list: "a, b and c"."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {joint} {parts[-1]}"


def singular(word: str) -> str:
    """A plural noun's singular, for everyday nouns."""
    if word in _NO_PLURAL or len(word) < 4:
        return word
    for ending, stem in (("shelves", "shelf"), ("knives", "knife"), ("ies", "y"), ("sses", "ss"), ("xes", "x")):
        if word.endswith(ending):
            return word[: -len(ending)] + stem
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us")) else word


_NO_PLURAL = frozenset({"glasses", "scissors", "keys", "this", "yes", "always", "his", "its", "pants", "trousers"})


def plural(noun: str) -> str:
    """A noun's plural, for everyday nouns."""
    if noun.endswith("f"):
        return noun[:-1] + "ves"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def number(count: int) -> str:
    """A small count in words."""
    return _NUMBERS[count] if count < len(_NUMBERS) else str(count)


def sentence(words: str) -> str:
    """Words with a capital letter at the start."""
    return words[:1].upper() + words[1:]


def split(words: str) -> tuple[str, ...]:
    """A phrase of a table as its sentences."""
    return tuple(part.strip() for part in re.split(r"(?<=[.!?]) (?=[A-Z])", words) if part.strip())

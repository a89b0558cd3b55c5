"""A sentence as plain words: lower case, contractions written out, so that the rules need one form of each."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from creature_intent.lexicon import ADJECTIVES
from creature_intent.rulebook import Rulebook
from creature_intent.rulebook_file import load

_TOKEN = re.compile(r"[A-Za-z0-9À-ÿ]+(?:['-][A-Za-z0-9À-ÿ]+)*|[,:;\"]|--")
_PLAIN = {0x2018: "'", 0x2019: "'", 0x201C: '"', 0x201D: '"', 0x2013: " , ", 0x2014: " , "}
"""Curly quotes and dashes (en, em) as plain marks."""
_CLITIC = re.compile(r"(?<=\w) (?='(?:s|d|m|ll|re|ve)\b|n't\b)")
"""Some recognisers write "i 'm" and "do n't"."""
_MARKS = {";": ",", ":": ",", "--": ","}

_WRITTEN_OUT = {
    "can't": "can not",
    "cannot": "can not",
    "cant": "can not",
    "won't": "will not",
    "wont": "will not",
    "shan't": "shall not",
    "ain't": "am not",
    "dont": "do not",
    "didnt": "did not",
    "doesnt": "does not",
    "im": "i am",
    "ive": "i have",
    "let's": "let us",
    "lets": "let us",
    "lemme": "let me",
    "gimme": "give me",
    "gonna": "going to",
    "gotta": "got to",
    "wanna": "want to",
    "imma": "i will",
    "i'mma": "i will",
    "c'mon": "come on",
    "y'all": "you",
    "ya": "you",
    "u": "you",
    "ur": "your",
    "'em": "them",
    "em": "them",
    "nevermind": "never mind",
    "alright": "all right",
    "okey": "okay",
    "ok": "okay",
    "mhm": "okay",
    "pls": "please",
}
_ENDINGS = (("n't", " not"), ("'ll", " will"), ("'re", " are"), ("'ve", " have"), ("'d", " would"), ("'m", " am"))
_IS_AFTER = {"it", "that", "this", "he", "she", "what", "who", "where", "there", "here", "how", "when", "everything"}
_FILLERS = {"um", "umm", "uh", "uhh", "er", "erm", "hmm", "hm", "uhm", "ehm", "mm"}
_ARTICLES = {"the", "a", "an", "my", "your"}


@dataclass(frozen=True)
class Sentence:
    """The words of a phrase.

    Attributes:
        words: Lower case, contractions written out; "," stands for every mark within, '"' for quotes.
        names: Words with a capital inside the sentence, lower case -> as written.
        question: It ends with a question mark.
    """

    words: tuple[str, ...]
    names: Mapping[str, str]
    question: bool


# What stands between what was begun and what was meant instead, or hides in mid-sentence.
_ASIDE = re.compile(
    r" ,(?: (?:like|you know|well|sort of|kind of|you know what)) ,|(?: ,)? (?:what is it called|what do "
    r"you call it|what is the word) ,"
)
_REPAIRED = re.compile(
    r" (?:in|on|to|from|under|into|at|by|behind)(?: (?:the|a|my|that))?(?: \w+)?"
    r"(?: ,)?(?: (?:no|wait|i mean|sorry|actually|rather))+(?: ,)? (?=(?:in|on|to|from|under|into|at"
    r"|by|behind) (?:the|my|a) )"
)
_REPEATED_ARTICLE = re.compile(r"\b(the|a|my|an) (?=(?:the|a|my|an) )")
# "Pick it up, the pen": what the pronoun is, is told after it.
_AFTERTHOUGHT = re.compile(
    r"\b(?:it|something|them|that|this)((?: (?:up|off|on|down|over|out|in|open|for me|to me|for us"
    r"|for you|to you|here))*)"
    r" , ((?:the|my|your|a|an|those|these) (?:\w+ ){0,3}?\w+)(?: i mean| i meant)?$"
)
_NOT_NAMED = re.compile(r"\b(?:is|are|was|am|not|you|i|we|they|he|she|and|please|that|will|can|one|ones)\b")


def sentence(text: str, book: Rulebook | None = None) -> Sentence:
    """The words of a text.

    Args:
        text: A phrase.
        book: The rules, for slips of speech recognition; those that come with creature if left out.
    """
    text = _CLITIC.sub("", text.translate(_PLAIN))
    text = re.sub(r"(\w)\.(?=\w\b|$)", r"\1", text)
    words: list[str] = []
    names: dict[str, str] = {}
    for index, raw in enumerate(_TOKEN.findall(text)):
        low = raw.lower()
        if index > 0 and raw[0].isupper() and not low.startswith("i'") and low != "i":
            names[low] = raw
        words += _written_out(low)
    words = _without_stutter(_without_hesitation(words))
    words = _mended(words, book or load())
    return Sentence(tuple(words), names, text.rstrip().rstrip("\"'").endswith("?"))


def _mended(words: list[str], book: Rulebook) -> list[str]:
    """Slips of speech recognition and of the tongue put right."""
    text = " ".join(words)
    for heard, meant in book.slips:
        text = heard.sub(meant, text)
    if "," in text:
        text = _ASIDE.sub("", text)
        text = _REPEATED_ARTICLE.sub("", _REPAIRED.sub(" ", text))
        late = _AFTERTHOUGHT.search(text)
        if late and not _NOT_NAMED.search(late[2]):
            text = f"{text[: late.start()]}{late[2]}{late[1]}"
    return text.split()


def _written_out(low: str) -> list[str]:
    if low in _MARKS:
        return [_MARKS[low]]
    if low in _WRITTEN_OUT:
        return _WRITTEN_OUT[low].split()
    for ending, whole in _ENDINGS:
        if low.endswith(ending) and len(low) > len(ending):
            return (low[: -len(ending)] + whole).split()
    if low.endswith("'s") and low[:-2] in _IS_AFTER:
        return [low[:-2], "is"]
    return [low]


def _without_hesitation(words: list[str]) -> list[str]:
    """ "the, uh, red cup" is one phrase, and of "a the ball" the last article is meant."""
    kept: list[str] = []
    is_open = False
    for word in words:
        last = kept[-1] if kept else ""
        if word in _FILLERS:
            is_open = last == "," and kept[-2:-1] != [] and kept[-2] in ADJECTIVES
            if is_open:
                kept.pop()
        elif word == "," and (last in _ARTICLES or last == "," or is_open):
            is_open = False
        elif word in _ARTICLES and last in _ARTICLES:
            kept[-1] = word
        else:
            is_open = False
            kept.append(word)
    return kept


def _without_stutter(words: list[str]) -> list[str]:
    """ "the the cup" and "I'll, I'll get it" say it once."""
    kept: list[str] = []
    for word in words:
        if kept and word == kept[-1] and word != "no":  # "No no no!" says more than "No."
            continue
        kept.append(word)
        if len(kept) >= 4 and kept[-2:] == kept[-4:-2] and "no" not in kept[-2:]:
            del kept[-2:]
        if len(kept) >= 5 and kept[-2:] == kept[-5:-3] and kept[-3] == ",":
            del kept[-3:]
    return kept

"""A sentence as plain words: lower case, contractions written out, so that the rules need one form of each."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from operator import eq

from creature_intent.lexicon import ADJECTIVES, word_set
from creature_intent.rulebook import Rulebook
from creature_intent.rulebook_file import load
from creature_intent.self_repair import REPAIRING, repaired

_TOKEN = re.compile(r"[A-Za-z0-9À-ÿ]+(?:['-][A-Za-z0-9À-ÿ]+)*|[,:;\"]|--")
_PLAIN = {0x2018: "'", 0x2019: "'", 0x201C: '"', 0x201D: '"', 0x2013: " , ", 0x2014: " , "}
"""Curly quotes and dashes (en, em) as plain marks."""
_CLITIC = re.compile(r"(?<=\w) (?='(?:s|d|m|ll|re|ve)\b|n't\b)")
"""Some recognisers write "i 'm" and "do n't"."""
_POINT_WITHIN = re.compile(r"(\w)\.(?=\w\b|$)")
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
    "thats": "that is",
    "hes": "he is",
    "shes": "she is",
    "theres": "there is",
    "whats": "what is",
    "wheres": "where is",
    "theyre": "they are",
    "youre": "you are",
    "weve": "we have",
    "youve": "you have",
    "isnt": "is not",
    "arent": "are not",
    "wasnt": "was not",
    "couldnt": "could not",
    "wouldnt": "would not",
    "havent": "have not",
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
_AFTER_IT_IS = word_set(
    "too so very really not cold hot dark loud stuffy bright late broken stuck empty full heavy dirty open closed on "
    "in at under behind over near next a an the my your getting just still right there here upstairs downstairs "
    "on somewhere almost nearly outside inside about raining freezing time"
)
"""Words before which "its" is "it's"."""
_FILLERS = {"um", "umm", "uh", "uhh", "er", "erm", "hmm", "hm", "uhm", "ehm", "mm"}
_ARTICLES = {"the", "a", "an", "my", "your"}
_HESITATION = frozenset({",", *_FILLERS, *_ARTICLES})
"""Words at which a hesitation can be heard: all others are kept as they are."""
_KNOWN_WORDS = 8192
"""Words whose written-out form is remembered."""


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
    r"| , the ones? (?:with|by|near|that|which|we|you|i) [^,]+ ,(?= (?:in|on|into|onto|under|behind|next to|to|from) )"
)
_REPAIRED = re.compile(
    r" (?:in|on|to|from|under|into|at|by|behind)(?: (?:the|a|my|that))?(?: \w+)?"
    r"(?: ,)?(?: (?:no|wait|i mean|sorry|actually|rather))+(?: ,)? (?=(?:in|on|to|from|under|into|at"
    r"|by|behind) (?:the|my|a) )"
)
_REPEATED_ARTICLE = re.compile(r"\b(the|a|my|an) (?=(?:the|a|my|an) )")
# "Pick it up, the pen": what the pronoun is, is told after it.
_AFTERTHOUGHT = re.compile(
    r"\b(?:it|something|them|that|this)((?: (?:up|off|on|down|over|out|in|open|away|for me|to me|for us"
    r"|for you|to you|here|back|right now|now|right away|gently|carefully|quickly|slowly))*)"
    r" , ((?:the|my|your|a|an|those|these|that|this) (?:\w+ ){0,3}?\w+)(?: i mean| i meant)?"
    r"(?: ,( (?:on|in|into|onto|to|under|by) (?:the|my|your) .+))?$"
)
# "Take it there, to the hall": the place is told after it.
_THERE_I_MEAN = re.compile(
    r" (?:over |right )?(?:there|here) , (?=(?:to|into|in|on|onto|at|by|next to|under|behind) (?:the|my|"
    r"your) \w+(?: \w+)?$)"
)
# "Put this in the bin, this wrapper", "put it on the shelf, the jug I mean".
_AFTER_PLACE = re.compile(
    r"\b(?:it|them|that|this)((?: (?:up|off|down|over|out|away|back|here))*"
    r"(?: (?:in|into|on|onto|to|under|by|next to) (?:the|my|your) (?:\w+ )?\w+)?(?: for (?:me|you))?)"
    r" , ((?:this|that|these|those) (?:\w+ )?\w+|(?:the|your|my) (?:\w+ )?\w+(?= i (?:mean|meant)$))(?: i (?:mean|"
    r"meant))?()$"
)
_THING_AFTER_PLACE = re.compile(
    r"\b(?:it|them|that|this)((?: (?:back|down|over|gently|carefully|right))*"
    r" (?:in|into|on|onto|under|by|next to|beside|near|behind) (?:the|my|your) \w+)"
    r" , ((?:the|your|my) (?:\w+ )?\w+)()$"
)
_NOT_NAMED = re.compile(r"\b(?:is|are|was|am|not|you|i|we|they|he|she|and|please|that|will|can|one|ones)\b")


def sentence(text: str, book: Rulebook | None = None) -> Sentence:
    """The words of a text.

    Args:
        text: A phrase.
        book: The rules, for slips of speech recognition; those that come with creature if left out.
    """
    if not text.isascii():
        text = text.translate(_PLAIN)
    if " '" in text or " n't" in text:
        text = _CLITIC.sub("", text)
    if "." in text[:-1]:
        text = _POINT_WITHIN.sub(r"\1", text)
    raw = _TOKEN.findall(text)
    words = [word for one in raw for word in _written_out(one)]
    words = _unmarked(_without_stutter(_without_hesitation(words)))
    words = _mended(words, book or load())
    return Sentence(tuple(words), _names(raw, text), text.rstrip().rstrip("\"'").endswith("?"))


def _unmarked(words: list[str]) -> list[str]:
    """ "its too loud", "ill get it": contractions that have lost their mark and look like other words."""
    if "its" not in words and words[:1] not in (["ill"], ["id"]):
        return words
    found = []
    for index, word in enumerate(words):
        following = words[index + 1] if index + 1 < len(words) else ""
        if word == "its" and (following in _AFTER_IT_IS or following.endswith("ing")):
            found += ["it", "is"]
        elif index == 0 and word == "ill" and following:
            found += ["i", "will"]
        elif index == 0 and word == "id" and following in ("like", "love", "rather", "prefer", "be"):
            found += ["i", "would"]
        else:
            found.append(word)
    return found


def _names(raw: list[str], text: str) -> dict[str, str]:
    """The words with a capital, but for the first and "I"; lower case -> as written."""
    if text[1:].islower():
        return {}
    capital = [(one.lower(), one) for one in raw[1:] if one[0].isupper()]
    return {low: one for low, one in capital if low != "i" and not low.startswith("i'")}


def _mended(words: list[str], book: Rulebook) -> list[str]:
    """Slips of speech recognition and of the tongue put right."""
    heard_text = text = " ".join(words)
    if book.may_slip.search(text):
        for heard, meant in book.slips:
            text = heard.sub(meant, text)
    if "," in text:
        text = _THERE_I_MEAN.sub(" ", _ASIDE.sub("", text))
        text = _REPEATED_ARTICLE.sub("", _REPAIRED.sub(" ", text))
        late = _AFTERTHOUGHT.search(text) or _AFTER_PLACE.search(text) or _thing_after_place(text, book)
        if late and not _NOT_NAMED.search(late[2].partition(" ")[2]):
            text = f"{text[: late.start()]}{late[2]}{late[1]}{late[3] or ''}"
    if not REPAIRING.isdisjoint(words):
        text = repaired(text, book)
    return words if text == heard_text else text.split()


def _thing_after_place(text: str, book: Rulebook) -> re.Match[str] | None:
    """ "place it beside the bed, the lamp": where what is named last is no place itself."""
    late = _THING_AFTER_PLACE.search(text)
    if late is None:
        return None
    thing, place = late[2].split()[-1], late[1].split()[-1]
    return None if thing == place or thing in book.nouns["fixed"] | {"one", "ones", "side"} else late


@lru_cache(_KNOWN_WORDS)
def _written_out(word: str) -> tuple[str, ...]:
    """The plain words of a word or mark as it stands in the text."""
    low = word.lower()
    if low in _MARKS:
        return (_MARKS[low],)
    if low in _WRITTEN_OUT:
        return tuple(_WRITTEN_OUT[low].split())
    for ending, whole in _ENDINGS:
        if low.endswith(ending) and len(low) > len(ending):
            return tuple((low[: -len(ending)] + whole).split())
    if low.endswith("'s") and low[:-2] in _IS_AFTER:
        return (low[:-2], "is")
    return (low,)


def _without_hesitation(words: list[str]) -> list[str]:
    """ "the, uh, red cup" is one phrase, and of "a the ball" the last article is meant."""
    if _HESITATION.isdisjoint(words):
        return words
    kept: list[str] = []
    is_open = False
    for word in words:
        if word not in _HESITATION:
            is_open = False
            kept.append(word)
            continue
        last = kept[-1] if kept else ""
        if word in _FILLERS:
            is_open = last == "," and kept[-2:-1] != [] and (kept[-2] in ADJECTIVES or kept[-2] == "and")
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
    if len(set(words)) == len(words) or not _repeats(words):
        return words
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


def _repeats(words: list[str]) -> bool:
    """A word comes again so soon that it may be stuttered."""
    return any(map(eq, words, words[1:])) or any(map(eq, words, words[2:])) or any(map(eq, words, words[3:]))

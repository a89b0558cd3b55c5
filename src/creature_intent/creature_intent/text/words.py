"""A sentence as plain words: lower case, contractions written out, so that the rules need one form of each."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from creature_intent.grammar.lexicon import COMMON_VERBS, HOUSEWORK, word_set
from creature_intent.grammar.rulebook import Rulebook
from creature_intent.grammar.rulebook_file import load
from creature_intent.grammar.triggers import any_word, heard, needed_words
from creature_intent.text.contractions import written_out
from creature_intent.text.hesitation import FILLERS, without_hesitation, without_stutter
from creature_intent.text.noun_is import with_is
from creature_intent.text.self_repair import REPAIRING, hesitated, repaired

_TOKEN = re.compile(r"\d+\.\d+|[A-Za-z0-9À-ÿ]+(?:['-][A-Za-z0-9À-ÿ]+)*|[,:;\"]|--")
_PLAIN = {0x2018: "'", 0x2019: "'", 0x201C: '"', 0x201D: '"', 0x2013: " , ", 0x2014: " , "}
"""Curly quotes and dashes (en, em) as plain marks."""
_CLITIC = re.compile(r"(?<=\w) (?='(?:s|d|m|ll|re|ve)\b|n't\b)")
"""Some recognisers write "i 'm" and "do n't"."""
_POINT_WITHIN = re.compile(r"([^\W\d])\.(?=\w\b|$)")
_AFTER_IT_IS = word_set(
    "too so very really not cold hot dark loud stuffy bright late broken stuck empty full heavy dirty open closed on "
    "in at under behind over near next a an the my your getting just still right there here upstairs downstairs "
    "on like somewhere almost nearly outside inside about raining freezing time"
)
"""Words before which "its" is "it's"."""


class Sentence(NamedTuple):
    """The words of a phrase.

    Attributes:
        words: Lower case, contractions written out; "," stands for every mark within, '"' for quotes.
        names: Words with a capital inside the sentence, lower case -> as written.
        question: It ends with a question mark.
        text: The words with a space between them.
        heard: The words in which triggers are looked for.
    """

    words: tuple[str, ...]
    names: Mapping[str, str]
    question: bool
    text: str
    heard: Sequence[str]

    def as_said(self, text: str) -> Sentence:
        """The same in other words."""
        if text == self.text:
            return self
        words = tuple(text.split())
        return self._replace(words=words, text=" ".join(words), heard=heard(words, text))


# What stands between what was begun and what was meant instead, or hides in mid-sentence.
_ASIDE = re.compile(
    r" ,(?: (?:like|you know|well|sort of|kind of|you know what)) ,|(?: ,)? (?:what is it called|what do "
    r"you call it|what is the word) ,"
    r"| , the ones? (?:with|by|near|that|which|we|you|i) [^,]+ ,(?= (?:in|on|into|onto|under|behind|next to|to|from) )"
    r"|(?<!no)(?<!mean)(?<!meant)(?<!sorry)(?<!wait)(?<!actually) , the (?:\w+ ){1,2}"
    r"(?:ones?(?: with [^,]+)?|\w+ , not the [^,]+) ,(?: not the [^,]+ ,)?"
    r"(?= (?:in|on|into|onto|under|behind|next to|to|from) (?:the|my|his|her) )"
)
_REPEATED_ARTICLE = re.compile(r"\b(the|a|my|an) (?=(?:the|a|my|an) )")
# "Pick it up, the pen": what the pronoun is, is told after it.
_AFTERTHOUGHT = re.compile(
    r"(?<!not )\b(?:it|something|them|that|this)((?: (?:up|off|on|down|over|out|in|open|away|for me|to me|for us"
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
_ASIDE_WORDS = needed_words(_ASIDE, search=True)
_THERE_WORDS = needed_words(_THERE_I_MEAN, search=True)
_AFTERTHOUGHT_WORDS = any_word(
    needed_words(one, search=True) for one in (_AFTERTHOUGHT, _AFTER_PLACE, _THING_AFTER_PLACE)
)


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
    book = book or load()
    words = " ".join(map(written_out, raw)).split()
    if "'s" in text:
        words = with_is(words)
    if not FILLERS.isdisjoint(words):
        words = hesitated(words, book)
    words = without_stutter(without_hesitation(words))
    if not _UNMARKED.isdisjoint(words):
        words = _unmarked(words, book)
    plain = _mended(words, book)
    words = plain.split()
    is_question = "?" in text and text.rstrip().rstrip("\"'").endswith("?")
    return Sentence(tuple(words), _names(raw, text), is_question, plain, heard(words, plain))


_UNMARKED = word_set("its ill id")


def _unmarked(words: list[str], book: Rulebook) -> list[str]:
    """ "its too loud", "ill get it": contractions that have lost their mark and look like other words."""
    found = []
    for index, word in enumerate(words):
        following = words[index + 1] if index + 1 < len(words) else ""
        if word == "its" and (following in _AFTER_IT_IS or following.endswith("ing")):
            found += ["it", "is"]
        elif word == "ill" and following and (index == 0 or _promises(words[index - 1], following, book)):
            found += ["i", "will"]
        elif index == 0 and word == "id" and following in ("like", "love", "rather", "prefer", "be"):
            found += ["i", "would"]
        else:
            found.append(word)
    return found


def _promises(before: str, following: str, book: Rulebook) -> bool:
    """ "no worries ill pass you the salt", but "he's ill take him home"."""
    is_verb = following in book.verbs or following in HOUSEWORK or following in COMMON_VERBS
    return following == "be" or (is_verb and before not in _BEFORE_ILL)


_BEFORE_ILL = word_set(
    "is are am was were be been being feel feels feeling felt fell fall look looks get gets got so very too really the "
    "an how and mentally seriously gravely terminally critically quite rather not if when"
)
_TITLES = frozenset({"mr", "mrs", "ms", "mister", "missus"})
"""What stands before a name even where nothing has a capital."""


def _names(raw: list[str], text: str) -> dict[str, str]:
    """The words with a capital, but for the first and "I", or behind "mister"; lower case -> as written."""
    if text[1:].islower():
        if _TITLES.isdisjoint(raw):
            return {}
        return {name: name for title, name in pairwise(raw) if title in _TITLES and name.isalpha() and len(name) > 2}
    capital = [(one.lower(), one) for one in raw[1:] if one[0].isupper()]
    return {low: one for low, one in capital if low != "i" and not low.startswith("i'")}


def _mended(words: list[str], book: Rulebook) -> str:
    """Slips of speech recognition and of the tongue put right; the words with a space between them."""
    as_heard = " ".join(words)
    text = book.mending.mended(words, as_heard)
    is_mended = text != as_heard
    if not REPAIRING.isdisjoint(words):
        text = repaired(text, book)
    return _without_asides(text, is_mended, book) if "," in text else text


def _without_asides(text: str, is_mended: bool, book: Rulebook) -> str:
    """A text with marks, without what was said beside it; if it has been mended, articles may stand side by side."""
    words = heard(text.split(), text)
    plain = text if _ASIDE_WORDS.isdisjoint(words) else _ASIDE.sub("", text)
    if not _THERE_WORDS.isdisjoint(words):
        plain = _THERE_I_MEAN.sub(" ", plain)
    if is_mended or plain != text:
        plain = _REPEATED_ARTICLE.sub("", plain)
    return plain if _AFTERTHOUGHT_WORDS.isdisjoint(words) else _with_afterthought(plain, book)


_EXCLAIMED = frozenset(
    f"my {word}" for word in ("head", "eyes", "ears", "back", "god", "goodness", "word", "dear", "foot", "toe", "hand")
)
""" "Close them, my head!" """


def _with_afterthought(text: str, book: Rulebook) -> str:
    """ "Pick it up, the pen" is "pick the pen up"."""
    late = _AFTERTHOUGHT.search(text) or _AFTER_PLACE.search(text) or _thing_after_place(text, book)
    if not late or _NOT_NAMED.search(late[2].partition(" ")[2]) or late[2] in _EXCLAIMED:
        return text
    return f"{text[: late.start()]}{late[2]}{late[1]}{late[3] or ''}"


def _thing_after_place(text: str, book: Rulebook) -> re.Match[str] | None:
    """ "place it beside the bed, the lamp": where what is named last is no place itself."""
    late = _THING_AFTER_PLACE.search(text)
    if late is None:
        return None
    thing, place = late[2].split()[-1], late[1].split()[-1]
    return None if thing == place or thing in book.nouns["fixed"] or thing in ("one", "ones", "side") else late

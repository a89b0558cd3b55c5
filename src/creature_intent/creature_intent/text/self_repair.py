"""What a speaker takes back while speaking: "the red no the blue sofa", "raise no sorry switch on the light".

A repair has three parts: what was said wrongly, words that mark it ("no", "I mean", "hang on"), and what is meant
instead. What is meant tells by its first word what it takes the place of: a preposition that of another place, an
article that of another thing (W. J. M. Levelt, Monitoring and self-repair in speech, Cognition 14, 1983).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from creature_intent.grammar.lexicon import COMMON_VERBS, HOUSEWORK, PREPOSITIONS, word_set
from creature_intent.grammar.rulebook import Rulebook
from creature_intent.text.hesitation import FILLERS
from creature_intent.text.replacing import LEADING, replaced

_MARKS = tuple(
    tuple(mark.split())
    for mark in (
        "no make that", "no make it", "make that", "make it", "scratch that", "strike that", "i mean", "i meant",
        "not that one", "not that", "or rather", "or no", "or actually", "or wait", "hang on", "hold on", "no", "nope",
        "nah", "sorry", "wait", "actually", "rather", "oops", "my mistake", "my bad", "silly me", "what am i saying",
    )
)  # fmt: skip
_ASIDE = word_set("well oh uh ah okay please just")
"""What may stand among the words that mark a repair, and marks none."""
_WEAK = {("hang", "on"), ("hold", "on"), ("wait",), ("actually",), ("rather",), ("make", "that"), ("make", "it")}
"""Marks that mean something else where no comma stands beside them: "hang on the wall", "he actually said"."""
_HOLDING = {("hold", "on"), ("hang", "on"), ("wait",)}
_GOES_ON = word_set("to by at in on outside inside near next_to behind for there here")
"""Marks that are deeds where one of these words follows."""
REPAIRING = frozenset(word for mark in _MARKS for word in mark) - word_set("i on or that it one my me what am")
"""Words one of which every repair has."""
_BEGINNING = frozenset(mark[0] for mark in _MARKS) | {","}
_NOT_BEFORE_MARK = word_set(
    "is are am was were be so very say says said what which that who there have has had got do does did not can you "
    "and but if or the a an my your to really feel feels please she he they we with i"
)
"""Words after which "no", "sorry", "wait" are part of what is said, unless a comma parts them."""

_OWN = {("i", "will"), ("i", "am"), ("let", "me")}
"""How a promise begins: "I'll bring the cup, sorry, my arm" makes an excuse."""


class _Mark(NamedTuple):
    """Where the words stand that mark a repair: `words[start:end]`."""

    start: int
    end: int


def repaired(text: str, book: Rulebook) -> str:
    """The text without what was taken back in the same breath.

    Args:
        text: A sentence's words, "," for every mark.
        book: The rules, for their verbs and the nouns of places.
    """
    words = _DENIED.sub(_marked, text).split()
    at = 0
    while (mark := next(_marks(words, at), None)) is not None:
        mended = replaced(words[: mark.start], words[mark.end :], book)
        at = mark.end if mended is None else 0
        words = mended or words
    text = " ".join(words)
    found = _VERB.search(text)
    if not found or not found["verb"]:
        return text
    return _other_deed(text, found, book)


_DENIED = re.compile(
    r" , (?:(?:ah|oh|no|sorry|wait|uh)(?: ,)? )*not (?P<wrong>(?:(?:the|my|your|a|to|in|on|from) )+[\w'-]+"
    r"(?: [\w'-]+){0,2}?) , (?=(?:the|my|your|a|to|in|on|from) )"
)
""" "Lay the letter, ah, not the letter, the parcel, on my desk." """


def _marked(found: re.Match[str]) -> str:
    """A plain mark, where what is denied was said before."""
    before = found.string[: found.start()].split()
    return " , no , " if len(before) > 1 and found["wrong"].split()[-1] in before else found[0]


def hesitated(words: list[str], book: Rulebook) -> list[str]:
    """The words without what was taken back with a mere "er": "to the sofa, er, to the table".

    Args:
        words: A sentence's words, fillers and "," among them.
        book: The rules, as above.
    """
    for index, word in enumerate(words):
        if word not in FILLERS:
            continue
        before = words[: index - (words[index - 1 : index] == [","])]
        after = words[index + 1 + (words[index + 1 : index + 2] == [","]) :]
        is_whole = len(before) > 1 and before[-1] not in LEADING | _JOINING
        is_again = after[:1] != [] and after[0] in LEADING and (after[0] not in PREPOSITIONS or after[0] in before)
        is_list = not _LISTING.isdisjoint(after) or not FILLERS.isdisjoint(after) or after[:1] == ["my"]
        is_more = after[:1] != [] and after[0] not in PREPOSITIONS and not PREPOSITIONS.isdisjoint(after)
        is_repair = is_whole and is_again and not (is_list or is_more)
        mended = replaced(before, after, book) if is_repair else None
        if mended:
            return hesitated(mended, book)
    return words


_JOINING = frozenset({"and", "or", "but", ","})
_LISTING = frozenset({"and", ","})


def _marks(words: Sequence[str], at: int) -> Iterator[_Mark]:
    """The marks of repairs behind a place, each with the commas around it."""
    index = max(at, 1)
    while index < len(words) - 1:
        if words[index] not in _BEGINNING:
            index += 1
            continue
        end, is_mark = _mark_end(words, index)
        if is_mark and end < len(words):
            yield _Mark(index, end)
        index = max(end, index + 1)


def _mark_end(words: Sequence[str], start: int) -> tuple[int, bool]:
    """Where the words end that mark a repair from here on, and whether they do mark one."""
    index, is_marked, is_clear = start, False, False
    is_parted = words[start] == ","
    while index < len(words):
        mark = next((one for one in _MARKS if tuple(words[index : index + len(one)]) == one), None)
        if (
            mark in _HOLDING
            and not is_marked
            and _GOES_ON.intersection(words[index + len(mark) : index + len(mark) + 1])
        ):
            break  # "hold on to the rail", "wait by the door"
        if mark:
            beside = (words[index - 1], *words[index + len(mark) : index + len(mark) + 1])
            is_marked, is_clear = True, is_clear or mark not in _WEAK or "," in beside
            index += len(mark)
        elif words[index] == "," or (words[index] in _ASIDE and (is_marked or is_parted)):
            index += 1
        else:
            break
    last, following = words[start - 1], words[index] if index < len(words) else ""
    if following in ("my", "the") and tuple(words[:2]) in _OWN and {"sorry"} == set(words[start:index]) - {","}:
        return index, False
    if is_marked and last in LEADING and following in LEADING:
        return index, True  # "on the no in the bin"
    return index, is_clear and (is_parted or last not in _NOT_BEFORE_MARK)


_MARK = (
    r"(?:(?:no|sorry|wait|actually|well|i mean|i meant|or rather|rather)(?: |$))*(?:no|sorry|wait|i mean|or rather) "
)
_VERB = re.compile(rf"(?:, )?\b{_MARK}(?:, )?(?:(?:just|please|and) )*(?=(?P<verb>\w+)(?: (?P<thing>\w+))?)")
_NOT_AFTER = word_set("is are there have has say says said for with or got in at by about of and but if to the a")
_ENDING = word_set("hurry rush worry need leave stop wait forget drop let keep do never cancel")
"""Verbs that take back what was asked for: both halves count."""
_NOT_BEFORE_VERB = word_set("the a an my your of on in to is are was been be")
_LATER_STEPS = COMMON_VERBS | HOUSEWORK | word_set("wake lie sit stand call bring take get go come put switch hurry")


def _other_deed(text: str, found: re.Match[str], book: Rulebook) -> str:
    """ "pour no put the sugar in": the verb before is not meant."""
    verbs = frozenset(book.base_of) if found["verb"] in book.base_of else book.verbs | HOUSEWORK | {"pour", "plant"}
    before = text[: found.start()].split()
    if found["verb"] not in verbs or found["verb"] in _ENDING or before[-1:] == [] or before[-1] in _NOT_AFTER:
        return text
    at = next((index for index in range(len(before) - 1, -1, -1) if _is_verb(before, index, verbs)), None)
    at = _another_step(before, at)
    if at is None:
        return text
    kept = before[:at]
    if found["thing"] in ("it", "them") and len(before) > at + 1:
        kept = [*before, ","]
    return " ".join([*kept, text[found.end() :]])


def _another_step(before: list[str], at: int | None) -> int | None:
    """Where the last of several steps begins: "open the blinds and [wake up i mean] bring me the robe"."""
    last = len(before) - 1 - before[::-1].index("and") if "and" in before else 0
    is_step = at is not None and at < last < len(before) - 1 and before[last + 1] in _LATER_STEPS
    return last + 1 if is_step and last else at


def _is_verb(words: list[str], index: int, verbs: frozenset[str]) -> bool:
    """The word is a verb of command, not a noun behind an article."""
    is_verb = index == 0 or words[index - 1] not in _NOT_BEFORE_VERB
    return words[index] in verbs and is_verb

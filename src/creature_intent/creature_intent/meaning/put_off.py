"""What the creature will do at another time, or only in some case, told first: "one of these days I'll open it"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from creature_intent.deeds.slots import another_time
from creature_intent.text.clause import Clause

_MEAL = r"(?:bed|bedtime|breakfast|lunch|dinner|supper|tea|work|school|sunset|dark|midnight|dawn)"
_HOUR = r"(?:\d+\w*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|midnight)"
_SEASON = (
    r"(?:spring|summer|autumn|fall|winter|january|february|march|april|may|june|july|august|september|october|november"
    r"|december)"
)
_LATER = re.compile(
    r"^(?:(?:okay|well|so|and|but|maybe|perhaps|yes|sure|right|then|just|oh) )*(?:"
    r"one (?:fine |sunny |of these )?days?|any day now|some ?day|sooner|(?:or )?later(?: on)?|eventually|ultimately"
    r"|at some (?:point|stage)|in due (?:course|time)|in the (?:long run|end|future|middle of .+)"
    rf"|(?:first thing |right |just |shortly )?(?:before|after) {_MEAL}"
    rf"|(?:early |late )?(?:in|next|come) (?:the )?{_SEASON}"
    r"|(?:at|around|about|towards|by)(?: about| around| exactly)? "
    rf"(?:(?:half|quarter|{_HOUR}|a quarter)(?: past| to)? )?{_HOUR}(?: sharp| thirty)?)"
    r"(?: (?:tonight|tomorrow|today|this \w+|in the \w+|on \w+day|sharp))?$"
)
_THE_MOMENT = re.compile(
    r"^(?:the (?:very )?(?:moment|minute|second|instant|day|next time)|(?:each|every|any|next) ?time) (?:that )?"
    r"(?:you|he|she|it|they|we|i|the|my|your|there|somebody|someone|anybody|anyone)\b"
)
""" "The moment you say stop, ..."."""
_NO_TIME = frozenset({"i", "you", "it", "he", "she", "they", "we", "is", "are", "the", "my", "your"})
_MOST = 6
_CASE = ("in", "case")


def is_put_off(clauses: Sequence[Clause], index: int) -> bool:
    """ "[Someday,] I'll open it": before the promise nothing stands but when it will be done.

    Args:
        clauses: The clauses of the sentence.
        index: Which of them promises.
    """
    return any(_tells_time(clause) or _tells_habit(clause) for clause in clauses[:index])


def _tells_habit(clause: Clause) -> bool:
    """ "[Normally on my way to work] I'll pick up a paper"."""
    return _HABIT.match(clause.plain) is not None and not _TELLING & set(clause.words)


_HABIT = re.compile(r"^(?:normally|usually|typically|generally|sometimes|often|most of the time|every (?:day|night))\b")
_TELLING = frozenset({"i", "you", "it", "he", "she", "they", "we", "is", "are"})


def is_in_case(clauses: Sequence[Clause], index: int) -> bool:
    """ "In case you fall asleep, I'll turn it off": a precaution, or a condition."""
    return bool(index) and clauses[0].words[:2] == _CASE


def _tells_time(clause: Clause) -> bool:
    text = f"{clause.joiner} {clause.text}" if clause.joiner in ("before", "after") else clause.text
    if _LATER.match(text) or _THE_MOMENT.match(text):
        return True
    if clause.plain.startswith("never mind"):
        return False
    is_short = len(clause.words) <= _MOST and not _NO_TIME & set(clause.words) - {"the"}
    return is_short and another_time(clause.words)

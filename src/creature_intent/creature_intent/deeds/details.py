"""Where exactly a thing is or goes, beyond what tells it: "on the table [to the left of the cup that's already there]".

People who tell a robot where to put a thing are precise. Of two places the first is the one of the task; what tells
where on it is left out, so that the grammars of the verbs need not know each way to say it.
"""

from __future__ import annotations

import re

from creature_intent.grammar.lexicon import PUT_AT, word_set
from creature_intent.grammar.triggers import any_word, heard, needed_words

_SIDE = r"(?:far )?(?:left|right)(?:[- ]hand)?(?: side)?"
_HOW = r"(?:(?:just|directly|slightly|immediately|right|a little|a bit|way|further|farther) )*"
_THERE_ALREADY = re.compile(r" that (?:is|are|was) (?:(?:already|still|also) )+(?:there|here|(?:in|on) (?:there|it))\b")
_CLOSEST = re.compile(
    r" (?:that (?:is|are) )?(?:the )?(?:closest|nearest|furthest|farthest|most)(?: away)?"
    rf" (?:(?:to|from|on) )?(?:you|me|us|the {_SIDE}|your {_SIDE}|the (?:edge|front|back|door|wall)(?: of the \w+)?)"
    r"(?= |$)"
)
_AND_BESIDE = re.compile(rf"\b(in front|below|above|behind)(?: of)? and {_HOW}(?:to|on) the {_SIDE} of\b")
_BESIDE = re.compile(
    rf" {_HOW}(?:(?:to|on|at) (?:the|its|your|my) {_SIDE} of|(?:just|directly) (?:left|right) of"
    r"|(?:opposite|across)(?: (?:of|from|to))?) (?=(?:the|a|an|my|your|that|another)\b)"
)
_TO_ONE_SIDE = re.compile(rf" {_HOW}(?:to|on) (?:the|your) {_SIDE}(?! of\b)(?= (?:in|on|of|at|from|under|behind)\b)")
_TO_YOUR_SIDE = re.compile(rf" {_HOW}to (?:the|your) {_SIDE}$")
_BETWEEN_US = re.compile(r" between (?:you|me|us) and .+$")
_AS_BEFORE = re.compile(
    r" (?:back )?(?:in|into|on|onto|to|at) (?:the|its|their|your|his|her)"
    r" (?:original|usual|previous|same|old|initial|former|proper) (?:spot|place|position|location)$"
    r"| (?:back )?to where (?:you|i|we) (?:found|got|took|had|picked) (?:it|them)(?: up)?(?: from)?$"
    r"| (?:back )?where (?:you|i|we) picked (?:it|them) up(?: from)?$"
)
_BEFORE_US = re.compile(
    r" (?:that (?:is|are) )?(?:right |directly )?in front of (?:you|us)(?= (?:to|on|in|at|from)\b)"
    r"| that (?:is|are) (?:right |directly )?in front of you$"
)
_PUTTING = word_set("put place set lay leave return stand rest drop")
_PICKING = word_set("pick take grab get fetch grasp lift remove bring carry move")
_HELD = re.compile(r" (?:in|on|inside) (?:it|them)\b")
""" "The bowl with the pen in it": no place of the bowl."""
_STEPS = word_set("step steps pace paces meter meters metre metres feet foot")
_ONLY_WHERE = (_TO_YOUR_SIDE, _BETWEEN_US, re.compile(rf"{_BESIDE.pattern}.*$"))
_TELLING = (_THERE_ALREADY, _CLOSEST, _AND_BESIDE, _BESIDE, _TO_ONE_SIDE, *_ONLY_WHERE, _AS_BEFORE, _BEFORE_US)
_WORDS = any_word(needed_words(pattern, search=True) for pattern in _TELLING)


def without_details(words: list[str]) -> list[str]:
    """The words without what tells only where on a place a thing goes, or which of several is meant by where it is.

    Args:
        words: From the verb on.
    """
    is_put = words[0] in _PUTTING
    text = " ".join(words)
    is_way = words[0] in ("take", "move") and (words[1:2] == ["to"] or not _STEPS.isdisjoint(words))
    if is_way or not (is_put or words[0] in _PICKING) or _WORDS.isdisjoint(heard(words, text)):
        return words
    text = _BEFORE_US.sub("", _CLOSEST.sub("", _THERE_ALREADY.sub("", text)))
    text = _AND_BESIDE.sub(_of_both, text)
    if not is_put:
        return _JUST_BESIDE.sub(r" to the \1 of ", _BESIDE_AND_FROM.sub(" ", text)).split()
    text = _TO_ONE_SIDE.sub("", _AS_BEFORE.sub(" back", text))
    for detail in _ONLY_WHERE:
        found = detail.search(text)
        if found and not PUT_AT.isdisjoint(_HELD.sub("", text[: found.start()]).split()[1:]):
            text = text[: found.start()]
    return text.split()


def _of_both(found: re.Match[str]) -> str:
    """ "in front of and to the right of": the first of the two is enough."""
    return "in front of" if found[1] == "in front" else found[1]


_BESIDE_AND_FROM = re.compile(
    rf"{_BESIDE.pattern}(?:the|a|an|my|your|that|another) (?:\w+ ){{1,3}}?"
    r"(?=(?:from|on|in) (?:the|my|your)\b(?! (?:top|bottom|left|right)\b))"
)
"""Of "the knife to the left of the cup on the table" the table is where it is taken from."""
_JUST_BESIDE = re.compile(r" (?:just|directly) (left|right) of (?=(?:the|a|an|my|your|that|another)\b)")

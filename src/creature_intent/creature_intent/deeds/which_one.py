"""Which of several things is picked up, told by where it lies: "the block [second from your left]".

Whoever stands at a table of things that look the same tells one of them by its place among the others. The words that
compare ("closest to you", "farther than the other", "surrounded by green ones") name no place that it is taken from.
"""

from __future__ import annotations

import re

from creature_intent.grammar.lexicon import word_set
from creature_intent.grammar.triggers import any_word, heard, needed_words

_US = r"(?:you|me|us|yourself|myself|your body|your (?:own )?(?:center|centre))"
_ONES = r"(?:the|your|my)"
_SIDE = r"(?:far |utmost |very )?(?:left|right|top|bottom|front|back)(?:[- ]most)?(?:[- ]hand)?(?: side| corner| edge)?"
_MOST = r"(?:closest|nearest|furthest|farthest|furthermost|farthermost|furtherest|lowest|highest)"
_NTH = r"(?:first|second|third|fourth|fifth|sixth|1st|2nd|3rd|4th|5th|6th)"
_HOW = r"(?:right|just|directly|immediately|slightly|almost|a bit|a little)"
_BESIDE = r"(?:behind|past|beyond|above|below|before|after|under|underneath|beneath|against|next to|in front of)"
_WIND = r"(?:(?:north|south)(?: ?(?:west|east))?|west|east)"
_THAT_IS = r"(?:(?:that|which) (?:is|are) )?"
_OF_IT = r" of (?=(?:the|an?|that|this|your|my) )"

_NEAREST = re.compile(
    rf" (?:(?:that|which) )?(?:(?:is|are) )?(?:the )?(?:{_NTH}[- ])?"
    r"(?:(?:closest|nearest) to(?= (?!you\b|me\b|us\b|yourself\b)\w)|(?:closest|nearest)(?= (?:the|my|your|that) ))"
)
_FURTHEST = re.compile(
    rf" {_THAT_IS}(?:the )?(?:{_NTH}[- ]?)?(?:furthest|farthest|further|farther)(?: away)? from"
    r" (?:the|my|your) (?:\w+ ){0,2}?\w+(?= (?:in|on|that|and)\b|$)"
)
_TOLD = (
    # from your point of view
    (re.compile(r" from (?:your|my|our) (?:own )?(?:point of view|perspective|view|viewpoint|side)(?= |$)"), ""),
    # the closest block [to you], the furthest [away] block
    (re.compile(rf"\b({_ONES} (?:\w+ )?{_MOST})(?: away)? ((?:\w+ ){{1,3}}?)(?:to|from) {_US}(?= |$)"), r"\1 \2"),
    (re.compile(rf"\b({_MOST}) away(?= (?!from\b)\w)"), r"\1"),
    # in front of it [and slightly to the right], in front of you
    (re.compile(rf" and (?:(?:is|are) )?(?:{_HOW} )*(?:to|on|at) {_ONES} {_SIDE}(?: of (?:it|you))?(?= |$)"), ""),
    (re.compile(rf" {_THAT_IS}(?:(?:right|directly) )*in front of you(?= |$)"), ""),
    # on the farthest left, to the upper left of it, to the side of it, near it
    (re.compile(rf"\b(to|on|at) {_ONES} (?:farthest|furthest|utmost|very|direct|immediate) (left|right)\b(?! of)"),
     r"\1 the \2"),
    (re.compile(
        rf" {_THAT_IS}(?:{_HOW} )?(?:to|at|on) the (?:(?:immediate|upper|lower|top|bottom|near|far|direct) )+"
        rf"(left|right)(?:[- ]hand side)?{_OF_IT}"
     ), r" to the \1 of "),
    (re.compile(rf" {_THAT_IS}(?:{_HOW} )?(?:to|at|on) the (?:side|{_WIND}){_OF_IT}"), " next to "),
    (_NEAREST, " near"),
    (_FURTHEST, ""),
    (re.compile(rf" {_THAT_IS}towards? {_ONES} {_SIDE}(?= (?:and|in|on|of)\b|$)"), ""),
    # second from your left, farther than the other, surrounded by green ones
    (re.compile(
        rf" {_THAT_IS}(?:the )?{_NTH}(?: one)? (?:{_MOST} )?(?:in )?(?:from|to|on) (?:{_US}|{_ONES} {_SIDE})"
        r"(?: of (?:the|your) \w+)?(?= |$)"
     ), ""),
    (re.compile(
        rf" {_THAT_IS}(?:just |slightly |a bit |a little |much |spaced )?(?:farther|further|closer|nearer)"
        r" (?:to|from|than|away|on|in) .+$"
     ), ""),
    (re.compile(
        rf" {_THAT_IS}(?:(?:all|completely|totally|almost) )*(?:surrounded by|separated? from|isolated from"
        r"|grouped (?:together )?with|followed by|touching|by (?:itself|himself))(?: .*)?$"
     ), ""),
    # on the third shelf [from the top], [counting] from it
    (re.compile(
        rf"( (?:on|in|of|from) the {_NTH} \w+) (?:up |down )?from (?:the )?(?:top|bottom|left|right|front|back)(?= |$)"
     ), r"\1"),
    (re.compile(r" (?:if you )?count(?:ing)? .+$"), ""),
    # over the couch
    (re.compile(r" over(?= (?:the|my) (?!bridge|ramp|road|street|line|fence|wall|edge)\w+(?: \w+)?$)"), " above"),
    # [all the way] in the back [on your left], [just] past it
    (re.compile(rf" (?:all the way|way|far)(?= (?:in|on|at|to) {_ONES} )"), ""),
    (re.compile(rf"( (?:in|at|on) the (?:\w+ )?\w+) (?:and )?(?:on|to|at) {_ONES} {_SIDE}$"), r"\1"),
    (re.compile(rf"(?<! the)(?<! my)(?<! your) {_HOW}(?: {_HOW})* (?={_BESIDE} )"), " "),
    (re.compile(r" (?:past|beyond)(?= (?:the|a|that|my|your) )"), " behind"),
)  # fmt: skip
"""What tells one of several, and what is said instead, in the order in which it is looked for."""
_WORDS = any_word(needed_words(pattern, search=True) for pattern, _ in _TOLD)
_FAR_AND_NEAR = any_word(needed_words(pattern, search=True) for pattern in (_NEAREST, _FURTHEST))
_PICKING = word_set("pick take grab grasp lift get")
_WAYS = word_set("to closer nearer over near behind past in on next")
""" "Get over to the desk", "get closer to it": no thing is picked up."""
_FEWEST = 4
"""The fewest words in which a thing is told from others: "take the cup closest"."""


def plainly_one(words: list[str]) -> list[str]:
    """The words without those that compare the thing with others of its kind.

    Args:
        words: From the verb on.
    """
    if len(words) < _FEWEST:
        return words
    is_picked = words[0] in _PICKING and words[1] not in _WAYS
    text = " ".join(words)
    if (_WORDS if is_picked else _FAR_AND_NEAR).isdisjoint(heard(words, text)):
        return words
    for told, instead in _TOLD if is_picked else ((_NEAREST, " near"), (_FURTHEST, "")):
        text = told.sub(instead, text)
    return text.split()

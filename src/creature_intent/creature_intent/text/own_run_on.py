"""Promises that run on without a mark: "good idea I'll hang it there", "I'll go to the dock my battery is low"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from creature_intent.grammar.lexicon import DETERMINERS, PREPOSITIONS, word_set
from creature_intent.grammar.rulebook import Rulebook
from creature_intent.text.openers import strip_openers

_LINKS = word_set(
    "that what if than and think guess hope suppose promise believe say said says know knew sure afraid bet swear when "
    "where why how which who whom so or but then because before after until while as whether like wish is was do did "
    "does course maybe perhaps now today tomorrow all everything anything nothing something time one thing way reason ,"
)
"""Words after which "I'll" goes on with what was begun."""
_AGREEING = word_set("yes okay please sure right thanks idea problem worries trouble")
_AGREED = re.compile(
    r"^(?!it |that |this |what |who |so |and ).*\b(?:at all|it is|of course"
    r"|(?<!make )(?<!be )(?<!am )(?<!not )(?<!for )(?<!so )(?<!is )(?<!are )sure)$"
)
""" "No trouble at all | I'm ...", "cookies it is | I'm ...", "the wrench sure | I'll ...": nothing is left open."""
_RESUMING = word_set("it them that those these this")
_ADVERBS = word_set("just now gladly quickly also then first definitely certainly already only")
_STATES = {
    "it": word_set("is will takes needs was has looks seems smells hurts belongs ran fell must"),
    "they": word_set("can are need were have look seem must"),
    "you": word_set("look seem"),
    "he": word_set("is needs was has looks"),
    "she": word_set("is needs was has looks"),
    "there": word_set("is are"),
}
_LEADING = re.compile(
    r"^(?:(?:okay|right|please|just|so|now) )*(?:(?:right |over )?this way|come (?:along|on)|follow me)$"
)
_STATING = word_set("is are was were looks look sounds seems feels smells hurts needs belongs")
_STARTS = frozenset({("i", "will"), ("i", "am"), ("let", "me"), ("shall", "i"), ("should", "i")})
PROMISING = frozenset(first for first, _ in _STARTS) | {"okay"}
"""Words with which another promise may begin."""
_REMARK = re.compile(
    r"^(?:stand (?:clear|back|aside)|step (?:aside|back)|watch (?:out|yourself|(?:your|the) \w+)|mind (?:the|your) \w+|"
    r"look out|heads up|hold (?:tight|(?:on )?to your \w+)|careful(?: (?:it|they|that) (?:is|are) \w+)?|look|see|"
    r"you see|look at (?:that|me)|there (?:we|you) (?:go|are)|here (?:we|you) go|(?:hang|hold) on|hang tight|"
    r"(?:just )?(?:one|a) (?:sec|second|moment|minute)|"
    r"(?:hold|take|grab)(?: on to| onto)? my (?:arm|hand|gripper)|(?:just )?(?:follow|come with|walk with) me|"
    r"be right back|do not (?:move|worry|touch (?:it|that))|no worries|cover your \w+)(?: please| now| then)*$"
)
""" "... stand clear", "... careful it's hot": what is said beside a promise."""
REMARKING = word_set(
    "follow come walk be stand step watch mind look heads hold careful see you there here hang one just do no cover"
)
"""Words with which such a remark may begin."""
EXPLAINING = frozenset(_STATES) | {"my"}
"""Words with which the reason of a promise may begin."""
_UNFINISHED = DETERMINERS - {"it", "them", "that", "this"} | PREPOSITIONS - {"in", "on", "off", "over"}


def promises_anew(words: Sequence[str], index: int, current: Sequence[str], book: Rulebook) -> bool:
    """ "... I'll hang the lantern there", "... let me get it", after words that are whole without it.

    Args:
        words: The whole sentence.
        index: The word where it would begin.
        current: The words of the clause up to it.
        book: The rules, for their verbs.
    """
    start = tuple(words[index : index + 2])
    if start[0] == "okay":  # "Gripping the wrench okay gripping the wrench now."
        return start[1:] != () and start[1] in book.base_of and _is_promise(current, book)
    if start in _STARTS and _LEADING.match(" ".join(current)):
        return True
    answers = ("it", "is"), ("they", "are"), ("it", "does"), ("i", "do")
    is_told = tuple(current[-2:]) in (("do", "that"), ("about", "that"), ("hear", "that")) or (
        start[1:] == ("i",) and tuple(current[-2:]) in answers
    )
    agrees = _AGREED.search(" ".join(current)) is not None
    verbs = [word for word in words[index + 2 : index + 6] if word not in _ADVERBS]
    is_resumed = current[-1] == "one" and not _RESUMING.isdisjoint(verbs[1:3])  # "the blue one | I'll bring it"
    is_open = current[-1] in _LINKS and not (is_told or agrees or is_resumed)
    if start not in _STARTS or is_open or (current[-1] in _UNFINISHED and not (agrees or is_resumed)):
        return False
    if current[0] in DETERMINERS and not (current[-1] in _AGREEING or agrees or _states(current)):
        # "The jar let me open that", but not "the cup I'll bring ..."
        return verbs[:1] != [] and verbs[0] in book.verbs and not _RESUMING.isdisjoint(verbs[1:3])
    if not verbs:
        return False
    is_on_its_way = start[1] == "am" and verbs[0] in ("on", "off", "about")
    return is_on_its_way or verbs[0] in (book.base_of if start[1] == "am" else book.verbs)


def _states(current: Sequence[str]) -> bool:
    """ "that looks painful", "your daughter's calling"."""
    return not _STATING.isdisjoint(current) or any(one.endswith("'s") for one in current[:-1])


def explains(words: Sequence[str], index: int, current: Sequence[str], book: Rulebook) -> bool:
    """ "... my battery is low", "... it needs the sun": the reason of a promise that is whole without it."""
    word, following = words[index], words[index + 1 : index + 4]
    if word == "my":
        states = list(following[1:2]) in (["is"], ["are"], ["hurts"])
    else:
        states = bool(following) and following[0] in _STATES.get(word, ())
    is_open = current[-1] in _LINKS - {"now"} or current[-1] in _UNFINISHED
    return states and not is_open and _is_promise(current, book)


def remarks(words: Sequence[str], index: int, current: Sequence[str], book: Rulebook) -> bool:
    """ "... stand clear", "... mind your fingers": the rest of the sentence is said beside a promise."""
    is_open = current[-1] in _LINKS - {"now"} or current[-1] in _UNFINISHED
    is_open = is_open or (current[-1] == "in" and words[index] in ("a", "one", "just"))  # "in just a moment"
    return not is_open and _REMARK.match(" ".join(words[index:])) is not None and _is_promise(current, book)


def is_remark(text: str) -> bool:
    """ "Stand aside", "careful, it's hot": what is told to whoever stands by."""
    return _REMARK.match(text) is not None


def _is_promise(current: Sequence[str], book: Rulebook) -> bool:
    current = strip_openers(" ".join(current)).split()
    if tuple(current[:2]) in _STARTS or tuple(current[:3]) == ("i", "would", "be"):
        return len(current) > 3
    return len(current) > 2 and current[0] in book.base_of

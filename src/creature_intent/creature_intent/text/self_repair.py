"""What a speaker takes back while speaking: "the red no the blue sofa", "raise no sorry switch on the light"."""

from __future__ import annotations

import re

from creature_intent.grammar.lexicon import ADJECTIVES, COMMON_VERBS, HOUSEWORK, word_set
from creature_intent.grammar.rulebook import Rulebook

REPAIRING = word_set("no sorry mean rather")
"""Words one of which every repair has."""

_MARK = (
    r"(?:(?:no|sorry|wait|actually|well|i mean|i meant|or rather|rather)(?: |$))*(?:no|sorry|wait|i mean|or rather) "
)
_ARTICLE = r"(?:the|a|an|my|your|that|this) "
# "the red no the blue sofa", "to the living no to the dining room"; with commas only where more follows.
_THING = re.compile(rf"\b{_ARTICLE}(?:\w+ ){{1,3}}?(?:, )?{_MARK}(?=(?:the|a|an|my|your|that) )")
_THING_WITH_COMMAS = re.compile(rf"\b{_ARTICLE}\w+ , {_MARK}, (?={_ARTICLE}\w+ \w+ (?:to|in|on|into|onto|from|for)\b)")
_ADJECTIVE = rf"(?:{'|'.join(sorted(ADJECTIVES))})"
_QUALITY = re.compile(
    rf"\b(?:the|a|an) {_ADJECTIVE} (?:one )?, {_MARK}(?:, )?(?=(?:the|a|an) {_ADJECTIVE} (?!ones?\b)\w)"
)
"""Of "the green, no wait, the blue mug" the last is meant."""
_PLACE = re.compile(
    rf"\b(?:to|in|on|into|onto|from|under) (?:{_ARTICLE})?(?:\w+ ){{1,2}}?{_MARK}(?=(?:to|in|on|into|onto|from|under) )"
)
_VERB = re.compile(rf"(?:, )?\b{_MARK}(?:, )?(?:(?:just|please|and) )*(?=(?P<verb>\w+)(?: (?P<thing>\w+))?)")
_NUMBER = r"(?:one|two|three|four|five|six|seven|eight|nine|ten)"
_OTHER_NUMBER = re.compile(rf"\b{_NUMBER} (?:, )?{_MARK}(?:, )?(?={_NUMBER} )")
"""Of "two, no, three eggs" the last is meant."""
_NOT_AFTER = word_set("is are there have has say says said for with or got in at by about of and but if to the a")
_ENDING = word_set("leave stop wait forget drop let keep do never cancel")
"""Verbs that take back what was asked for: both halves count."""
_NOT_BEFORE_VERB = word_set("the a an my your of on in to is are was been be")
_LATER_STEPS = COMMON_VERBS | HOUSEWORK | word_set("wake lie sit stand call bring take get go come put switch hurry")


def repaired(text: str, book: Rulebook) -> str:
    """The text without what was taken back in the same breath.

    Args:
        text: A sentence's words, "," for every mark.
        book: The rules, for their verbs.
    """
    text = _QUALITY.sub("", _OTHER_NUMBER.sub("", text))
    if ", no" not in text:
        text = _PLACE.sub("", _THING.sub("", text))
    text = _THING_WITH_COMMAS.sub("", text)
    found = _VERB.search(text)
    if not found or not found["verb"]:
        return text
    return _other_deed(text, found, book)


def own_repaired(text: str) -> str:
    """A promise without the thing that was taken back: "I'll bring a spoon, no, sorry, a fork".

    Args:
        text: A sentence of the creature, "," for every mark. Of a user the same corrects what was asked.
    """
    return _OTHER_THING.sub(r"\g<thing>", text)


_PUTS_RIGHT = r"(?:(?:sorry|wait)(?: ,)? )*(?:no|i mean|i meant|or rather)(?: ,)? (?:(?:no|sorry|wait|i mean)(?: ,)? )*"
""" "Sorry, the battery" alone is an excuse."""
_OTHER_THING = re.compile(
    rf"\b{_ARTICLE}(?:(?!and |to |in |on )\w+ ){{1,3}}?, {_PUTS_RIGHT}(?P<thing>(?!my ){_ARTICLE}\w+(?: \w+)?)"
    r"(?: ,(?= (?:to|in|on|into|onto|from|for) )|(?=$| ,| for | to | from ))"
)


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

"""Motions of the creature's own body, told by steps, sides and turns: "go ahead for two meters", "face the door"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from creature_intent import acts
from creature_intent.acts import Slots
from creature_intent.deeds import WEAK, Deed, Setting
from creature_intent.lexicon import POSSESSIVE_OR_DEFINITE, PRONOUNS, word_set
from creature_intent.slots import head_noun, object_phrase, segments, without_adverbs

_COUNT = r"(?:\d+(?:[.,]\d+)?|an?|one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|sixty|"
_COUNT += r"ninety|a hundred(?: and eighty)?|half an?|half|some|several|few|couple of|a few|a couple(?: of)?|a quarter)"
# "for another two small steps", "about 90 degrees", "half a turn".
_MEASURE = re.compile(
    rf"\b(?:(?:for|by|about|around|roughly|almost|just|only|maybe|another|exactly|all of) )*{_COUNT}"
    r"(?: (?:more|small|big|little|tiny|full|good|large|baby|further))*"
    r" (?:steps?|paces?|met(?:er|re)s?|feet|foot|inch(?:es)?|centimet(?:er|re)s?|cm|m|yards?"
    r"|degrees?|seconds?|turns?)\b"
)
_SOFTENED = re.compile(
    r"\b(?:(?:for )?a (?:little|bit|tad|touch|while)(?: bit)?(?: more)?|slightly|some more|further|more)\b"
)
_UNTIL = re.compile(r" (?:until|till|from) .+$")
_SIDE = r"(?:(?:to|on|towards?) )?(?:the |your |my )?(?P<side>left|right)(?:[ -]?hand)?(?: side|wards?)?"
_WAYS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"(?:straight |right )?(?:ahead|forwards?|forth|straight|straight on)"), "forward"),
    (re.compile(r"(?:back|backwards?|in reverse|to the back)"), "back"),
    (re.compile(_SIDE), "side"),
    (re.compile(r"(?:anti|counter)[- ]?clockwise"), "left"),
    (re.compile(r"clockwise"), "right"),
    (re.compile(r"(?:all the way )?(?:around|round|about)"), "around"),
    (re.compile(r"(?:aside|sideways|to (?:the|one) side)"), "aside"),
)
_STEPPING = word_set(
    "go move step walk drive roll advance proceed continue travel slide scoot inch shuffle reverse back take make run"
)
_TURNING = word_set("turn rotate swivel pivot spin veer")
_FACING = word_set("face turn look rotate swivel")
_AHEAD_ALONE = word_set("advance")
_BACK_ALONE = word_set("reverse")


def motion(verb: str, rest: Sequence[str], setting: Setting) -> Deed | None:
    """The motion that a verb of moving tells with a distance, a side or a turn; None if it tells none.

    Args:
        verb: The verb, in its base form.
        rest: What follows it.
        setting: Who speaks.
    """
    text = _UNTIL.sub("", " ".join(rest))
    unmeasured = _MEASURE.sub("", text)
    is_measured = unmeasured != text
    way = " ".join(without_adverbs(_SOFTENED.sub("", unmeasured).split()))
    if verb in ("take", "make") and "step" not in text:
        return None
    if verb in _TURNING and (is_measured or way):
        part = _way(way)
        if part is not None or (is_measured and not way):
            return Deed(acts.PERFORM_MOTION, Slots(f"turn {part or 'around'}"), 1.0 if is_measured else WEAK)
    if verb in _FACING:
        return _facing(verb, rest, setting)
    if verb not in _STEPPING:
        return None
    part = _way(way)
    if part is None and (way or not (is_measured or verb in _AHEAD_ALONE | _BACK_ALONE)):
        return None
    if part == "around" or (verb in ("back", "go", "take", "make", "run") and not is_measured):
        return None  # "Go back", "go ahead" are said of much else.
    ahead = "back" if verb in ("back", "reverse") else "forward"
    return Deed(acts.PERFORM_MOTION, Slots(f"step {part or ahead}"), 1.0 if is_measured else WEAK)


def _way(text: str) -> str | None:
    """Which way the words lead: "left", "forward"; None if they name none."""
    for pattern, part in _WAYS:
        found = pattern.fullmatch(text)
        if found:
            return found["side"] if part == "side" else part
    return None


def _facing(verb: str, rest: Sequence[str], setting: Setting) -> Deed | None:
    """ "face the door", "turn towards the window": a thing or a place that is there."""
    words = without_adverbs(rest)
    if verb != "face":
        words = words[1:] if words[:1] == ["to"] and words[1:2] == ["face"] else words
        if words[:1] not in (["toward"], ["towards"], ["face"]):
            return None
        words = words[1:]
    found = segments(words)
    thing = object_phrase(found[0].words)
    if not thing or thing in PRONOUNS or found[0].words[0] not in POSSESSIVE_OR_DEFINITE or len(found) > 2:
        return None
    nouns = setting.book.nouns
    is_there = head_noun(thing) in nouns["fixed"] | nouns["machines"] | nouns["house"]
    return Deed(acts.PERFORM_MOTION, Slots(verb, destination=thing), 1.0) if is_there else None

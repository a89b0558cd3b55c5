"""Motions of the creature's own body, told by steps, sides and turns: "go ahead for two meters", "face the door"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from creature_intent import acts
from creature_intent.acts import USER, Slots
from creature_intent.deeds.deed import DOUBTFUL, WEAK, Deed, Setting
from creature_intent.deeds.slots import head_noun, object_phrase, segments, without_adverbs
from creature_intent.grammar.lexicon import POSSESSIVE_OR_DEFINITE, PRONOUNS, word_set
from creature_intent.grammar.triggers import any_word, heard, needed_words

_COUNT = r"(?:\d+(?:[.,]\d+)?|(?:zero|one|two|three) point \w+|an?|one|two|three|four|five|six|seven|eight|nine|ten"
_COUNT += r"|twenty|thirty|forty|fifty|sixty|ninety|(?:a|one) hundred(?:(?: and)? (?:eighty|twenty))?"
_COUNT += r"|half an?|half|some|several|few|couple of"
_COUNT += r"|a few|a couple(?: of)?|a quarter)"
# "for another two small steps", "about 90 degrees", "half a turn".
_MEASURE = re.compile(
    rf"\b(?:(?:for|by|through|about|around|roughly|almost|just|only|maybe|another|exactly|all of) )*{_COUNT}"
    r"(?: (?:more|small|big|little|tiny|full|good|large|baby|further))*"
    r" (?:steps?|paces?|met(?:er|re)s?|feet|foot|inch(?:es)?|centimet(?:er|re)s?|cm|m|yards?"
    r"|degrees?|seconds?|turns?)\b"
)
_SOFTENED = re.compile(
    r"\b(?:(?:for )?a (?:little|bit|tad|touch|while)(?: bit)?(?: more)?|slightly|some more|further|more|yourself"
    r"|(?:right )?where you (?:are|stand)|all the way)(?= |$)"
)
_BACKING = re.compile(r"^(?:up|off|away) (?=.)")
_UNTIL = re.compile(
    r" (?:until|till|from) .+$"
    r"| to face .+$"
    r"| (?:so as |in order )?to (?:be|come|get|see|find|locate|line up) .+$"
    r"| (?:and|then) (?:then )?(?:stop|halt|hold|wait|stay|pause|freeze)(?: there| here| still)?$"
)
_TOWARDS = re.compile(
    r"(?<=\w )((?:(?:to|on) (?:the|your) )?(?:left|right|forwards?|backwards?|back|steps?|paces?))"
    r" (?:(?:and )?(?:towards?|to|from) (?:the|a|my|your)|of the) (?!left|right).+$"
)
"""What is beside the way of a step: "take a step to the right [towards the table]"."""
_TURNED_AT = re.compile(r"\b(left|right|around) (?:at|by|before|after|past|in front of|near|from) .+$")
_SIDE = r"(?:(?:to|on|towards?) )?(?:the |your |my )?(?P<side>left|right)(?:[ -]?hand)?(?: side|wards?)?"
_WAYS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"(?:straight |right )?(?:ahead|forwards?|forth|straight|straight on)"), "forward"),
    (re.compile(r"(?:back|backwards?|in reverse|to the back)"), "back"),
    (re.compile(_SIDE), "side"),
    (re.compile(r"(?:anti|counter)[- ]?clockwise"), "left"),
    (re.compile(r"clockwise"), "right"),
    (
        re.compile(
            r"(?:back )?(?:around|round|about)|(?:to )?(?:face )?the other (?:way|side|direction)|on the spot|in place"
        ),
        "around",
    ),
    (re.compile(r"aside|sideways|to (?:the|one) side|(?:out )?of (?:the|my|our) (?:way|light|view)"), "aside"),
)
_STEPPING = word_set(
    "go move step walk drive roll advance proceed continue travel slide scoot inch shuffle reverse back take make run "
    "nudge edge creep shift budge scooch crawl come stand hop"
)
_TURNING = word_set("turn rotate swivel pivot spin veer swing")
_FACING = word_set("face turn look rotate swivel")
_AHEAD_ALONE = word_set("advance")
_BACK_ALONE = word_set("reverse")
_MANY_MEANINGS = word_set("back go take make run come hop")
"""Verbs that lead somewhere else unless a distance is told: "go back", "go ahead"."""
_ASIDE = re.compile(
    r"^(?:(?:get|go|move|keep|stay|step|come) out_of (?:the|my|your|our|her|his|their|everyone's) "
    r"(?:way|light|view|line)"
    r"|(?:budge|shift|scoot|scooch|shove|move|shuffle) (?:over|up|along))$"
)
_CLOSER = re.compile(
    r"^(?:(?:just )?an? (?:little|bit|touch|tad|(?:\w+ )?(?:step|pace|inch)) )*(?:up )?"
    r"(?:closer|nearer|(?:towards?|closer to|nearer to) (?:me|us|you))"
    r"(?: (?:an? (?:little|bit|touch)|please|to (?:me|us|you)))*$"
)
_HOW_FAR = (
    r"(?:full|complete|half|quarter|little|slow|three-quarter|180|360|90|three sixty|one eighty|\d+-degree|degrees?)"
)
_TURN = re.compile(
    rf"^(?:do|make|take|perform) (?:an? |another |one )?(?:{_HOW_FAR} )*"
    r"(?:turn|circle|spin|rotation|pirouette|three sixty|one eighty|360|180|about-turn|about turn|about-face)"
    rf"(?: {_SIDE}| on the spot| in place)?$"
)


def motion(verb: str, rest: Sequence[str], setting: Setting) -> Deed | None:
    """The motion that a verb of moving tells with a distance, a side or a turn; None if it tells none.

    Args:
        verb: The verb, in its base form.
        rest: What follows it.
        setting: Who speaks.
    """
    text = _UNTIL.sub("", " ".join(rest)).replace("out_of", "out of")
    if verb in ("take", "make", "step") or _MEASURE.match(text):
        text = _TOWARDS.sub(r"\1", text)
    if verb in _TURNING:
        text = _TURNED_AT.sub(r"\1", text)
    if _CLOSER.match(text):
        is_step = verb in ("take", "make")
        return Deed(acts.PERFORM_MOTION, Slots("step forward")) if is_step else Deed(acts.MOVE_TO, Slots("", "", USER))
    if verb == "back":
        text = _BACKING.sub("", text)
    unmeasured = _MEASURE.sub("", text)
    is_measured = unmeasured != text
    way = " ".join(without_adverbs(_SOFTENED.sub("", unmeasured).split()))
    whole = _TURN.match(f"{verb} {_SOFTENED.sub('', text).strip()}")
    if whole:
        return Deed(acts.PERFORM_MOTION, Slots(f"turn {whole['side'] or 'around'}"), _sure(is_measured))
    if _ASIDE.match(f"{verb} {way}".replace("out of", "out_of")):
        return Deed(acts.PERFORM_MOTION, Slots("step aside"))
    if verb in ("take", "make") and not {"step", "steps", "pace", "paces"} & set(text.split()):
        return None
    if verb in _TURNING and (is_measured or way):
        part = _way(way)
        if part is not None or (is_measured and not way):
            return Deed(acts.PERFORM_MOTION, Slots(f"turn {part or 'around'}"), _sure(is_measured))
    if verb in _FACING:
        return _facing(verb, rest, setting)
    # "Go more to the left" tells no distance, and yet how far: from here.
    is_from_here = "more" in text.split() and _way(way) in ("left", "right", "back", "forward")
    return _step(verb, way, is_measured or is_from_here) if verb in _STEPPING else None


def told_by_measure(text: str) -> float:
    """How surely words without a verb tell a motion: "two steps back" does, "a bit to the left" may be meant else.

    Args:
        text: A clause.
    """
    if MEASURING.isdisjoint(heard(text.split(), text)):
        return 0.0
    text = _UNTIL.sub("", text).removesuffix(" please")
    if _OUT_OF_WAY.match(text):
        return WEAK
    unmeasured = _MEASURE.sub("", text)
    way = " ".join(_SOFTENED.sub("", unmeasured).split())
    if (unmeasured == text and way == text) or _way(way) in (None, "around") or not _STEPS.search(text):
        return 0.0
    return WEAK if unmeasured != text else DOUBTFUL


_STEPS = re.compile(
    r"\b(?:steps?|paces?|met(?:er|re)s?|centimet(?:er|re)s?|cm|bit|little|tad|touch|further|more|degrees?)\b"
)
_OUT_OF_WAY = re.compile(r"^out of (?:the|my|our) way$")
MEASURING = any_word((needed_words(_STEPS, search=True), needed_words(_OUT_OF_WAY)))
"""Words of which a clause has one where it tells a motion without a verb."""


def is_measured(words: Sequence[str]) -> bool:
    """ "two steps to the left", "some centimeters more": how far, and no thing that is moved.

    Args:
        words: What follows a verb.
    """
    return bool(words) and _MEASURE.match(" ".join(words)) is not None


def _step(verb: str, way: str, is_measured: bool) -> Deed | None:
    part = _way(way)
    if part is None and (way or not (is_measured or verb in _AHEAD_ALONE | _BACK_ALONE)):
        return None
    is_told = is_measured or way in ("forward", "forwards")
    if part == "around" or (verb in _MANY_MEANINGS and not is_told):
        return None
    if verb == "stand" and part not in ("back", "aside"):
        return None
    ahead = "back" if verb in ("back", "reverse") else "forward"
    return Deed(acts.PERFORM_MOTION, Slots(f"step {part or ahead}"), 1.0 if verb == "stand" else _sure(is_measured))


def _sure(is_measured: bool) -> float:
    return 1.0 if is_measured else WEAK


def _way(text: str) -> str | None:
    """Which way the words lead: "left", "forward"; None if they name none."""
    for pattern, part in _WAYS:
        found = pattern.fullmatch(text)
        if found:
            return found["side"] if part == "side" else part
    return None


def _facing(verb: str, rest: Sequence[str], setting: Setting) -> Deed | None:
    """ "face the door", "turn towards the window", "look at the ceiling": what is there; "face me"."""
    words = without_adverbs(_SOFTENED.sub("", " ".join(rest)).split())
    if verb != "face":
        words = words[1:] if words[:1] == ["to"] and words[1:2] == ["face"] else words
        if words[:1] not in (["to"], ["toward"], ["towards"], ["face"], ["at"], ["up"]) or (
            words[0] == "at" and verb != "look"
        ):
            return None
        words = words[2:] if words[:2] == ["up", "at"] else words[1:]
    if words == ["the", "other", "way"] and verb != "look":
        return Deed(acts.PERFORM_MOTION, Slots("turn around"))
    if words in ([setting.own], ["us"]) and verb in ("face", "turn", "rotate", "swivel"):
        return Deed(acts.PERFORM_MOTION, Slots("face" if verb == "face" else "turn", recipient=USER))
    found = segments(words)
    thing = object_phrase(found[0].words)
    is_faced = "face" in (verb, *rest[:2])
    is_one = found[0].words[:1] != () and (is_faced or found[0].words[0] in POSSESSIVE_OR_DEFINITE)
    if not thing or thing in PRONOUNS or not is_one or len(found) > (4 if is_faced else 2):
        return None
    if rest[0] == "to" and " " in thing and not is_faced:
        return None  # "Turn to the next window" is said to customers.
    nouns = setting.book.nouns
    head = head_noun(thing)
    head = head.removesuffix(" top")
    head = head_noun(thing.partition(" of ")[2].removeprefix("the ")) if head in _PARTS and " of " in thing else head
    is_there = head in _AROUND | (
        frozenset() if verb == "look" else nouns["fixed"] | nouns["machines"] | nouns["house"]
    )
    return Deed(acts.PERFORM_MOTION, Slots(verb, destination=thing), 1.0) if is_there else None


_PARTS = word_set("front side end edge back corner middle center centre")
_AROUND = word_set("wall walls ceiling floor ground door window camera mirror exit entrance audience guests corner")
"""What is looked at or faced with the body: nobody looks for it."""

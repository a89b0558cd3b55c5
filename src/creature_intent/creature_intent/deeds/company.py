"""Who is led, in ways that the shapes do not have: "see them out", "show Mr Novak in", "help her get to the door"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from creature_intent import acts
from creature_intent.acts import USER, Slots
from creature_intent.deeds.deed import DOUBTFUL, WEAK, Deed, Setting
from creature_intent.deeds.destinations import credit_of_place
from creature_intent.deeds.following import WHERE, WHO, somebody
from creature_intent.deeds.guiding import CARRYING
from creature_intent.deeds.paths import INSIDE, OUTSIDE, is_near
from creature_intent.deeds.slots import head_noun, object_phrase, segments, without_adverbs
from creature_intent.grammar.lexicon import DETERMINERS, word_set
from creature_intent.grammar.triggers import any_word, first_words
from creature_intent.tokens import Speaker

_LEADING = CARRYING - {"get"} | word_set("lead guide escort accompany conduct usher walk show steer direct see help")
_TO = re.compile(rf"^(?:to )?{WHO}{WHERE}(?: (?:outside|inside|one at a time|one by one|and back))?$")
_HELPED = re.compile(
    rf"^{WHO} (?:to )?(?:get|go|walk|navigate|move|climb|cross|travel|(?:find|make) (?:his|her|their|my|our) way)"
    r"(?P<rest> .+)$"
)
_FINDING = re.compile(rf"^{WHO} (?:to )?find (?=(?:the|his|her|their|our) (?!way\b))")
_HOME = re.compile(
    rf"^{WHO}(?: (?:back|safely|right|over|straight))* (?P<place>home|upstairs|downstairs|outside|inside|indoors)$"
)
_OUT = re.compile(rf"^{WHO} (?:back |safely |right )?out(?:(?:_of| of) (?:the (?P<room>.+)|here|this place))?$")
_IN = re.compile(rf"^{WHO} (?:back |straight |right )?in(?:side)?(?: (?:here|from (?:the|our|my) (?P<room>.+)))?$")
_HERE = re.compile(
    rf"^{WHO} (?:back |up |down |over |in )*(?:here|to (?:me|us))(?: from (?:the|our|my) (?P<room>.+))?$"
)
_SHOWN = r"(?:show|take|walk|guide|lead|steer|help) (?P<whom>.+?) (?:all )?"
_TOUR = re.compile(
    rf"^(?:give {WHO} an? (?:\w+ )?tour(?: of| through| around| round)"
    rf"|{_SHOWN}(?:round|around|through|across|along|over|up|down)) (?P<place>(?:the|our|my|this|that) (?:(?! to ).)+)$"
)
_GIVING_A_HAND = re.compile(rf"^give {WHO} a hand (?:getting|going|walking|moving)(?P<rest> .+)$")
_HAVING_COME = re.compile(
    rf"^(?:get|have|make) (?!people |you |me |us |it ){WHO} (?:to )?(?:come|go|walk|move|head)"
    r"(?: (?:over|back|up|down|in|out))*(?P<rest> (?:to|into) (?:the|my|our|his|her|their) .+)$"
)
_SHOWING = re.compile(rf"^show {WHO} the (?:\w+ )?way(?P<rest> .+)$")
_WAY_OUT = re.compile(rf"^show {WHO} the way out$")
_TO_WHERE = re.compile(f"^{WHERE}$")
_AHEAD = re.compile(rf"^(?:go|walk|drive|roll) (?:ahead of|in front of|before) {WHO}{WHERE}$")
_LEADING_VERBS = any_word(
    (_LEADING, *map(first_words, (_AHEAD, _TOUR, _WAY_OUT, _GIVING_A_HAND, _SHOWING, _HAVING_COME)))
)
_SEEING = word_set("see show escort lead walk guide usher accompany")
"""By these somebody is led out; "take her out" is said of lovers."""


def lead_somebody(words: Sequence[str], setting: Setting) -> Deed | None:
    """Somebody is led to a place, home, in or out; None if the words do not say so.

    Args:
        words: From the verb on.
        setting: Who speaks, and which words are names.
    """
    if _LEADING_VERBS.isdisjoint(words):
        return None
    verb, text = words[0], " ".join(without_adverbs(words))
    rest = text.partition(" ")[2]
    ahead = _AHEAD.match(text)
    if ahead:
        return _led(ahead["who"], ahead["place"] or "", words, setting)
    tour = _TOUR.match(text)
    if tour:
        return _led(tour["who"] or tour["whom"], tour["place"], words, setting)
    out = _WAY_OUT.match(text)
    if out:
        return _led(out["who"], OUTSIDE, words, setting, "", WEAK)
    is_own = setting.speaker == Speaker.AGENT
    for pattern in (_GIVING_A_HAND, _SHOWING) if is_own else (_GIVING_A_HAND, _SHOWING, _HAVING_COME):
        found = pattern.match(text)
        to = _TO_WHERE.match(found["rest"]) if found else None
        if found and to:
            return _led(found["who"], to["place"], words, setting)
    if verb not in _LEADING:
        return None
    helped = _HELPED.match(rest) if verb == "help" else None
    if helped:
        rest = f"{helped['who']}{helped['rest']}"
    elif verb == "help":
        rest = _FINDING.sub(r"\g<who> to ", rest)
    return _led_home(verb, rest, words, setting) or _led_to(rest, words, setting)


def _led_to(rest: str, words: Sequence[str], setting: Setting) -> Deed | None:
    found = _TO.match(rest)
    if not found or (words[0] == "help" and _is_no_place(found["place"] or "", setting)):
        return None
    return _led(found["who"], found["place"] or "", words, setting)


def _is_no_place(goal: str, setting: Setting) -> bool:
    """ "[help me to] relax", "[help me to] book a table": what names no place that we know."""
    first, _, rest = goal.partition(" ")
    if rest.partition(" ")[0] in DETERMINERS and first not in DETERMINERS:
        return True
    return " " not in goal and goal not in setting.book.nouns["fixed"] | {"bed", "there", "here", ""}


def _led_home(verb: str, rest: str, words: Sequence[str], setting: Setting) -> Deed | None:
    """ "see me home", "show them in", "lead me out of here", "bring the nurse here"."""
    home = _HOME.match(rest)
    if home:
        is_ride = f"{verb} {rest}" in ("take me home", "drive me home", "bring me home")  # Said to a driver, or sung.
        return _led(home["who"], home["place"], words, setting, "", DOUBTFUL if is_ride else WEAK)
    out = _OUT.match(rest) if verb in _SEEING else None
    if out:
        return _led(out["who"], OUTSIDE, words, setting, out["room"] or "", WEAK)
    come_in = _IN.match(rest) if verb in _SEEING | {"bring"} else None
    if come_in:
        return _led(come_in["who"], INSIDE, words, setting, come_in["room"] or "", WEAK)
    here = _HERE.match(rest) if verb == "bring" else None
    if here and here["who"] in ("him", "her", "them"):
        return None  # It may be a teddy.
    return _led(here["who"], USER, words, setting, here["room"] or "", WEAK) if here else None


def _led(
    who: str, place: str, words: Sequence[str], setting: Setting, room: str = "", certainty: float = 1.0
) -> Deed | None:
    is_carried = words[0] in CARRYING
    name = somebody(who.split(), setting, words[0] not in CARRYING, is_carried) if who else ""
    is_fixed_word = place in (USER, OUTSIDE, INSIDE, "home", "upstairs", "downstairs", "indoors")
    goal = place if is_fixed_word else object_phrase(segments(place.split())[0].words) if place else None
    is_talk = bool(goal) and head_noun(goal or "") in setting.book.nouns["abstract"] - setting.book.nouns["fixed"]
    if is_talk and not (is_fixed_word or is_near(goal or "", setting) or head_noun(goal or "") in _MEETING_PLACES):
        return None  # "Walk me through the process."
    if not name or not goal or (is_carried and name in ("them", "it") and not is_fixed_word):
        return None
    if not is_fixed_word and not is_near(goal, setting):
        if setting.book.idioms.match(" ".join(words)):
            return None
        certainty = min(certainty, credit_of_place(words, goal, setting))
    if setting.speaker == Speaker.AGENT and is_fixed_word:
        certainty = WEAK if _is_seen_out(words, goal, name) else DOUBTFUL
    return Deed(acts.GUIDE, Slots("", room, goal, name), certainty) if certainty else None


def _is_seen_out(words: Sequence[str], goal: str, name: str) -> bool:
    """ "Let me see the visitors out", "I'll show Mr Novak in": what hosts and their robots do."""
    return goal in (OUTSIDE, INSIDE) and words[0] in ("see", "show", "usher", "escort") and name not in _VAGUE | {USER}


_VAGUE = word_set("it that him her them everyone everybody")
_MEETING_PLACES = word_set("point party area meeting seat room")

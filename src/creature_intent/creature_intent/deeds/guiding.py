"""Verbs of leading and of showing the way: "lead me to the door", "show her where the lift is"."""

from __future__ import annotations

import re

from creature_intent import acts
from creature_intent.acts import USER, Slots
from creature_intent.deeds.deed import Deed, Setting, all_known, is_called
from creature_intent.deeds.slots import Segment, head_noun, object_phrase, segments, without_adverbs
from creature_intent.deeds.waywords import ROOMS
from creature_intent.grammar.lexicon import DATIVES, DETERMINERS, POSSESSIVE_OR_DEFINITE, PRONOUNS, word_set
from creature_intent.text.persons import is_group, is_person, is_somebody, person
from creature_intent.text.receivers import split_dative
from creature_intent.tokens import Speaker

_WAY_TO = re.compile(
    r"^(?:the (?:quickest |best |shortest )?way (?:out |up |down |over |back |across )?(?:to|into)|how (?:to"
    r"|you) (?:get|go) to"
    r"|(?:over )?to) (?P<place>.+)$"
)


def show(verb: str, rest: list[str], setting: Setting) -> Deed | None:
    """show: "me the way to the door", "me where the door is"."""
    receiver, rest = split_dative(rest, setting.names)
    cut = rest.index("where") if not receiver and "where" in rest else 0
    if cut and is_somebody(rest[:cut], setting.names):
        receiver, rest = rest[:cut], rest[cut:]
    if not receiver:
        return guide_person(rest, setting, led_in=False)
    text = " ".join(rest)
    way = _WAY_TO.match(text)
    if way:
        return _guide(way["place"].split(), receiver, setting)
    nouns = setting.book.nouns["fixed"] - {"room"} if rest[0] == "the" else setting.book.nouns["fixed"] | _OWN_PLACES
    if rest[0] in _WHOSE and head_noun(text) in nouns and setting.speaker == Speaker.USER:
        return _guide(rest, receiver, setting)
    if text.startswith("where ") and text.endswith((" is", " are")):
        return _guide(text[len("where ") :].split()[:-1], receiver, setting)
    return None


_WHOSE = ("the", "his", "her", "their")
_OWN_PLACES = word_set("room rooms seat seats bedroom bedrooms")
"""What a guest is shown as "her room"."""


def lead(verb: str, rest: list[str], setting: Setting) -> Deed | None:
    """lead, guide, escort: "me to the door", "the way to the door", "him there"."""
    if verb == "get" and "to" in rest and not set(rest) & (DETERMINERS | setting.book.nouns["fixed"]):
        return None  # "I'll get you to fill this out."
    if verb == "lead" and rest[:3] == ["the", "way", "to"]:
        return _guide(rest[3:], [setting.own], setting)
    rest = rest[:1] + rest[2:] if verb == "help" and rest[1:2] == ["to"] else rest
    if verb == "help" and rest[1:2] and rest[1] in ("get", "go", "walk"):
        verb, rest = "lead", [rest[0], *rest[2:]]
    led = guide_person(rest, setting, verb in CARRYING, verb in _LED_IN)
    return led or only_led(verb, rest, setting)


def only_led(verb: str, rest: list[str], setting: Setting) -> Deed | None:
    """ "Guide them.", "Take Anna back.": who is led, and not where to."""
    words = without_adverbs(rest)
    is_back = words[-1:] == ["back"]
    whom = words[: len(words) - is_back]
    if not whom or not (is_back or verb in _LEADING) or not is_somebody(whom, setting.names, carried=True):
        return None
    if verb not in _LEADING | _LED_BACK or (verb in _LED_BACK and whom[0] in PRONOUNS | DATIVES):
        return None  # "Bring them back.": mostly things, and "bring him back" is wished for.
    destination = USER if is_back and verb == "bring" else ""
    return Deed(acts.GUIDE, Slots(destination=destination, recipient=person(whom, setting.names, setting.own)))


CARRYING = word_set("bring take drive get wheel push")
"""By these things are moved as well as persons."""
_LED_BACK = frozenset({"take", "bring"})
_LEADING = word_set("guide lead escort conduct usher")
"""What is done to nobody but persons, wherever they are led."""


_LED_IN = word_set("lead guide escort accompany conduct usher bring take direct")
"""By these somebody is led in a room; "walk the dog in the garden", "keep her in the hall" lead nobody there."""


def guide_person(rest: list[str], setting: Setting, carried: bool = False, led_in: bool = True) -> Deed | None:
    """ "me to the door": somebody is taken to a place.

    Args:
        rest: What follows the verb.
        setting: Who speaks.
        carried: So are things, by this verb.
        led_in: "In the hall" may tell where to.
    """
    rest = without_adverbs(rest)
    if carried and rest[1:3] == ["of", "them"]:
        return None  # "Bring all of them to the loft.": mostly things.
    if carried and split_dative(rest, setting.names)[0] and "there" not in rest:
        return None  # "Bring the doctor the chart."
    whom = [word for word in rest[:-1] if word != "over"]
    if rest[-1:] == ["here"] and is_person(whom, setting.names) and whom[0] not in _NOT_LED_HERE:
        return Deed(acts.GUIDE, Slots(destination=USER, recipient=person(whom, setting.names, setting.own)))
    if rest[-1:] != [] and rest[-1] in _LED_WHERE and rest[0] not in DATIVES and is_person(rest[:-1], setting.names):
        where = _LED_WHERE[rest[-1]]
        return Deed(acts.GUIDE, Slots(destination=where, recipient=person(rest[:-1], setting.names, setting.own)))
    if rest[-1:] == ["there"] and is_somebody([w for w in rest[:-1] if w != "over"], setting.names):
        who = [word for word in rest[:-1] if word != "over"]
        return Deed(acts.GUIDE, Slots(destination="there", recipient=person(who, setting.names, setting.own)))
    found = segments([word for word in rest if word not in ("over", "back", "down", "up", "out", "across", "safely")])
    if len(found) > 2 and found[1].preposition in _TOLD_BY and found[2].preposition in ("to", "into"):
        del found[1]
    elif len(found) == 2 and found[1].preposition in ("in", "inside") and found[0].words[-1:] != ():
        found = _led_in(found, led_in)
    if len(found) < 2 or found[1].preposition not in ("to", "into"):
        return None
    is_name = len(found[0].words) == 1 and found[0].words[0] in setting.book.nouns["given_names"]
    is_team = is_group(found[0].words) and found[0].words[-1] != "pair"
    is_known = is_name or is_team or is_somebody(found[0].words, setting.names, carried)
    if not is_known and (carried or not is_called(found[0].words, setting)):
        return None
    if set(found[0].words[:1]) & PRONOUNS and len(found[0].words) == 1 and (carried or found[0].words[0] != "them"):
        return None
    cut = len(rest) - rest[::-1].index(found[1].preposition if found[1].preposition in rest else "in")
    return _guide(rest[cut:], list(found[0].words), setting)


_NOT_LED_HERE = ("them", "me", "us")
_LED_WHERE = {
    "in": "inside", "inside": "inside", "out": "outside", "outside": "outside", "upstairs": "upstairs",
    "downstairs": "downstairs",
}  # fmt: skip
_TOLD_BY = ("from", "out_of", "in", "with", "at", "by", "on")
"""What tells who is led, or where from: "the man in the hat"."""


def _led_in(found: list[Segment], is_led: bool) -> list[Segment]:
    """ "bring my guests in the dining room", "help me in the garden": people are led there."""
    head = found[1].words[-1] if found[1].words[:1] and found[1].words[0] in POSSESSIVE_OR_DEFINITE else ""
    is_guest = found[0].words[-1] in ("guests", "visitors", "guest", "visitor", "patient", "customers")
    is_led = is_guest or (is_led and (head in ROOMS or head.endswith("room")))
    return [found[0], Segment("into", found[1].words)] if is_led else found


def _guide(place_words: list[str], who: list[str], setting: Setting) -> Deed | None:
    found = segments(place_words)
    place = object_phrase(found[0].words)
    if place is None or not all_known(found[1:]):
        return None
    place = USER if place in (setting.own, "us") else place
    return Deed(acts.GUIDE, Slots(destination=place, recipient=person(who, setting.names, setting.own)))

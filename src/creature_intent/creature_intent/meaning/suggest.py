"""Words that ask whether something is to be done: "Shall I bring you the blanket?"."""

from __future__ import annotations

from creature_intent import acts
from creature_intent.acts import USER, Slots

_ASKED = {
    acts.GRAB_OBJECT: "Shall I pick up {object}?",
    acts.BRING_OBJECT: "Shall I get {object}?",
    acts.PLACE_OBJECT: "Shall I put {object} away?",
    acts.MOVE_TO: "Shall I go to {destination}?",
    acts.GUIDE: "Shall I show the way to {destination}?",
    acts.FOLLOW: "Shall I come along?",
    acts.SEARCH: "Shall I look for {object}?",
    acts.OPEN: "Shall I open {object}?",
    acts.CLOSE: "Shall I close {object}?",
    acts.SWITCH_ON: "Shall I switch on {object}?",
    acts.SWITCH_OFF: "Shall I switch off {object}?",
    acts.PERFORM_MOTION: "Shall I do that?",
}
_ARTICLES = ("the ", "a ", "an ", "some ", "my ", "your ", "one ", "two ", "three ", "something", "anything")


def question(intent: str, slots: Slots) -> str:
    """The question; empty where nothing was named that could be asked about."""
    words = _ASKED.get(intent, "")
    if intent == acts.GUIDE and not slots.destination and slots.recipient not in ("", USER):
        words = f"Shall I lead {slots.recipient}?"
    thing, place = _the(slots.object), _the(slots.destination)
    if (("{object}" in words) and not thing) or ("{destination}" in words and not place):
        return ""
    return words.format(object=thing, destination=place)


def _the(thing: str) -> str:
    if thing == USER:
        return "you"
    return thing if not thing or thing.startswith(_ARTICLES) else f"the {thing}"

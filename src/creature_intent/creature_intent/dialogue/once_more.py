"""The same again, or undone, told by a word: "Again!", "Once more.", "Off again, please."."""

from __future__ import annotations

import re
from dataclasses import replace

from creature_intent.acts import CLOSE, OPEN, PERFORM_MOTION, SWITCH_OFF, SWITCH_ON, Act, Kind, Tier
from creature_intent.grammar.triggers import any_word, needed_words
from creature_intent.meaning.candidates import Candidates

_SMALL = r"(?:no|nope|still nothing|mm|oh|ah|and|but|now|okay|yes|yeah|please|robot|then|so|right|just|well)"
_AGAIN = (
    r"(?:do (?:it|that) )?(?:again|once again|once more|one more time|another (?:round|go)|encore|same again|"
    r"the same again|and again)"
)
_ONCE_MORE = re.compile(rf"^(?:{_SMALL} )*{_AGAIN}(?: (?:{_AGAIN}|{_SMALL}|for (?:me|us)))*$")
_UNDONE = re.compile(rf"^(?:{_SMALL} )*(?:and )?(?:back )?(?P<state>on|off|open|closed|shut)(?: (?:again|{_SMALL}))+$")
_RESUMED = re.compile(
    r"^(?:(?:\w+ ){1,3}(?:is|are) (?:done|gone|ready|finished|clear|over|away|out)(?: now)? )?"
    rf"(?:{_SMALL} )*(?:(?:you (?:can|may) )?(?:carry on|go ahead|keep going|continue|resume|proceed)|do bring it|"
    r"(?:you can|you may) (?:do it|get it|bring it|take it|go) now|"
    r"(?:still nothing )?try (?:it|that) (?:again|once more))"
    r"(?: (?:now|then|please|with (?:it|that|them)|to the \w+))*$"
)
_FURTHER = re.compile(
    rf"^(?:{_SMALL} )*(?:(?:can|could|will|would) you )?(?:{_SMALL} )*(?P<verb>turn|step|move) (?:just |around )*"
    rf"(?:(?:a (?:little |tiny )?bit|a little|slightly|some) )?(?:more|further|farther)(?: (?:{_SMALL}|around))*$"
)
_STATES = {"on": SWITCH_ON, "off": SWITCH_OFF, "open": OPEN, "closed": CLOSE, "shut": CLOSE}
OPPOSITE = {SWITCH_ON: SWITCH_OFF, SWITCH_OFF: SWITCH_ON, OPEN: CLOSE, CLOSE: OPEN}
_SURE = 0.8
_WORDS = any_word(map(needed_words, (_ONCE_MORE, _RESUMED, _UNDONE, _FURTHER)))


def once_more(candidates: Candidates) -> Act | None:
    """What was asked for last, asked for again, or to be undone."""
    asked = candidates.topic.asked_last
    sentence = candidates.sentence
    if asked is None or not asked.intent or _WORDS.isdisjoint(sentence.heard):
        return None
    text = " ".join(word for word in sentence.words if word != ",")
    further = _FURTHER.match(text) if asked.intent == PERFORM_MOTION else None
    if further and asked.slots.object.startswith("turn" if further["verb"] == "turn" else "step"):
        return _asked(asked, text)
    if sentence.question:
        return None
    undone = _UNDONE.match(text)
    if undone and _STATES[undone["state"]] == OPPOSITE.get(asked.intent):
        return _asked(replace(asked, intent=_STATES[undone["state"]]), text)
    is_meant = _ONCE_MORE.match(text) or (_RESUMED.match(text) and not candidates.topic.agreed)
    return _asked(asked, text) if is_meant and asked.tier == Tier.ACT else None


def _asked(act: Act, text: str) -> Act:
    reason = f"the user asks for it once more: {text}"
    return Act(Kind.REQUEST, act.intent, act.slots, named=True, confidence=_SURE, reason=reason)

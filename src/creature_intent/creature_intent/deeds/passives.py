"""Deeds told of the thing and not of who does them: "the bag must be brought down", "the box has to go upstairs"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from creature_intent.grammar.lexicon import NOT_IN_OBJECT, PEOPLE, word_set
from creature_intent.grammar.rulebook import Rulebook
from creature_intent.grammar.triggers import any_word, needed_words

MUST, MIGHT, ASKED_BACK = 0.8, 0.75, 0.45
"""How surely "has to", "should" and a mere state ("should be closed") ask; below 0.5 it is only asked about."""


@dataclass(frozen=True)
class Told:
    """What is to be done with a thing.

    Attributes:
        deed: The words from the verb on, the verb in its base form.
        strength: How surely it is asked for, 0 to 1.
    """

    deed: tuple[str, ...]
    strength: float


_THING = (
    r"(?P<thing>(?:(?:all|both)(?: of)? )?(?:the|that|this|those|these|my|our|your|all|every|both|two|three|four|five|"
    r"six|[a-z]+'s) (?:[\w'-]+ ){1,9}?)"
)
_ADVERB = r"(?:(?:please|also|still|really|all|now|just|urgently|immediately|probably|kindly|then|first|next) )*"
_MUST = r"(?:must|needs? to|has to|have to|(?:has|have) got to|wants? to|(?:is|are|was|were) to|had better)"
_MAY = r"(?:should|ought to|could|can|might|may)"
_PLACED = r"(?:in|into|on|onto|under|underneath|beneath|behind|beside|by|next to|near|inside|at|against|between|over)"
_FIRST = re.compile(r"^(?:all|both|the|that|this|those|these|my|our|your|every|two|three|four|five|six|[a-z]+'s) ")
_DONE = re.compile(
    rf"^{_THING}{_ADVERB}(?P<modal>{_MUST}|{_MAY}) {_ADVERB}(?:be|get) {_ADVERB}(?P<done>[a-z]+)(?P<rest> .+)?$"
)
_ASKED = re.compile(
    rf"^(?P<modal>can|could|may|might|would it be possible for|is it possible for) {_THING}(?:to )?{_ADVERB}be "
    rf"{_ADVERB}(?P<done>[a-z]+)(?P<rest> .+)?$"
)
_NEEDS_DOING = re.compile(rf"^{_THING}{_ADVERB}(?:needs?|wants?) {_ADVERB}(?P<doing>[a-z]+ing)(?P<rest> .+)$")
_TO_BE = re.compile(
    rf"^{_THING}{_ADVERB}(?P<modal>needs? to) {_ADVERB}be "
    rf"(?P<state>on|off|open|closed|shut)(?: please| now)*$"
)
_OFF = re.compile(r"^(?:down |up |out |away )*(?P<place>(?:off|out of|from) .+)$")
_STATES = {"on": ("turn", "on"), "off": ("turn", "off"), "open": ("open",), "closed": ("close",), "shut": ("close",)}
_LEVELS = {"up": "upstairs", "down": "downstairs"}
_GOES = re.compile(
    rf"^{_THING}{_ADVERB}(?P<modal>{_MUST}|{_MAY}) {_ADVERB}(?:go|come|get|be moved|stand|hang) (?P<way>.+)$"
    rf"|^(?P<object>(?:the|that|this|those|these|my) (?:[\w'-]+ ){{1,4}}?)"
    r"(?P<rule>goes|go|belongs|belong) (?P<where>.+)$"
)
_COULD_GO = re.compile(
    rf"^(?P<could>can|could) {_THING}(?=(?:go|stand|hang) (?:(?:back|over|up|down|out) )?{_PLACED} )"
)
TOLD_OF_THING = any_word(map(needed_words, (_ASKED, _DONE, _NEEDS_DOING, _GOES)))
"""Words of which a clause has one where it tells of a thing what is to be done with it."""
_BY_HAND = re.compile(r" (?:by you|by hand)\b")
_BY_OTHERS = re.compile(
    r"\bfrom (?:the )?(?:inside|outside)\b"
    r"|\bby (?!(?:the|my|our|its) (?:door|window|wall|bed|sink|stove|handle|sofa|couch|fireplace)\b)"
)
_SOFTENED = re.compile(r"(?: (?:please|now|again|a bit|a little|for me|for us|soon|first|too|as well|right away))+$")
_SWITCHED = re.compile(r"^(?P<way>on|off|out)\b(?P<rest>.*)$")
_GOVERNS = re.compile(r" (?:the|a|an|my|your|that|this|top|his|her) ")
"""What the particle governs: "putting on the nightstand" switches nothing."""
_TO = re.compile(
    r"^(?:(?:back|over|up|down|out|through|straight|all the way|round|across|right) )*(?P<place>(?:to|up to) .+"
    r"|upstairs|downstairs)$"
)
_AT = re.compile(
    rf"^(?:(?:back|over|up|down|out|through|straight|right|away) )*"
    rf"(?P<place>(?:{_PLACED}) .+|back|away|outside|inside)$"
)
_STATE_DONE = word_set("closed shut locked opened open")
_LEFT_OPEN = ("open", "close", "shut", "lock", "unlock")
"""What "can be opened" is mostly said of, and not to be done."""
_WALKING = PEOPLE | word_set("dog dogs cat cats puppy kitten horse bird car bus train taxi bike robot team everything")
_RESTLESS = word_set(
    "close shut lock unlock open raise lower unplug activate deactivate start stop light dim fetch draw"
)
"""Verbs that need nothing but their thing: "could the blinds be lowered"; others need a place or a particle."""
_SUBJECTS = NOT_IN_OBJECT | word_set("i you we they he she it who which that's people nobody somebody")


def told_of_thing(text: str, book: Rulebook) -> Told | None:
    """What is to be done with a thing, if the words tell it of the thing; None if they do not.

    Args:
        text: A clause of the user, without "okay", "well" in front.
        book: The rules, for their verbs.
    """
    asked = _ASKED.match(text)
    if asked:
        return _done(asked, book, MUST if asked["modal"] not in ("can", "may") else MIGHT)
    text = _COULD_GO.sub(r"\g<thing>\g<could> ", text)  # "Could the chairs go against the wall?"
    if not _FIRST.match(text):
        return None
    done = _DONE.match(text)
    if done:
        told = _done(done, book, MIGHT if re.fullmatch(_MAY, done["modal"]) else MUST)
        if told:
            return told
    state = _TO_BE.match(text)
    if state and not _SUBJECTS.intersection(state["thing"].split()):
        return Told((*_STATES[state["state"]], *state["thing"].split()), MIGHT)
    doing = _NEEDS_DOING.match(text)
    if doing and doing["doing"] in book.base_of:
        return _told(book.base_of[doing["doing"]], doing["thing"], doing["rest"], MIGHT)
    goes = _GOES.match(text)
    return _going(goes, book) if goes else None


def _done(found: re.Match[str], book: Rulebook, strength: float) -> Told | None:
    verb = book.base_of_done.get(found["done"], "")
    rest = found["rest"] or ""
    if not verb or _BY_OTHERS.search(_BY_HAND.sub("", rest)):
        return None
    bare = _SOFTENED.sub("", rest).strip()
    if not bare and verb not in _RESTLESS:
        return None
    if bare in _LEVELS and verb in ("bring", "take", "carry"):
        rest = f" {_LEVELS[bare]}"
    is_state = found["done"] in _STATE_DONE and not bare and found["modal"] in ("must", "should", "has to", "have to")
    is_possible = found["modal"] in ("can", "may") and verb in _LEFT_OPEN and "please" not in rest
    return _told(verb, found["thing"], rest, ASKED_BACK if is_state or is_possible else strength)


def _told(verb: str, thing: str, rest: str, strength: float) -> Told | None:
    words = thing.split()
    if _SUBJECTS.intersection(words) or words[-1] == "to":
        return None
    switched = _SWITCHED.match(rest.strip())
    if switched and not _GOVERNS.match(switched["rest"]) and verb in ("turn", "switch", "put", "shut", "power", "flip"):
        return Told((verb, switched["way"], *words, *switched["rest"].split()), strength)
    return Told((verb, *words, *rest.split()), strength)


def _going(found: re.Match[str], book: Rulebook) -> Told | None:
    """ "The parcel has to go to flat nine", "the blinds can come down now"; "the forks go in the drawer" is a rule."""
    is_rule = bool(found["rule"])
    thing, way = (found["object"], found["where"]) if is_rule else (found["thing"], found["way"])
    way = _SOFTENED.sub("", way)
    strength = ASKED_BACK if is_rule else MIGHT if re.fullmatch(_MAY, found["modal"]) else MUST
    head = thing.split()[-1]
    if head in _WALKING:
        return None  # "My dog wants to go to the park."
    switched = None if _GOVERNS.match(way.partition(" ")[1] + way.partition(" ")[2]) else _SWITCHED.match(way)
    if way == "out" and head in book.nouns["rubbish"] and not is_rule:
        return _told("take", f"out {thing}", "", strength)
    if switched and head in book.nouns["machines"] and not is_rule:
        return _told("turn", thing, way, strength)
    if way in ("up", "down") and head in book.nouns["shades"] and not is_rule:
        return _told("raise" if way == "up" else "lower", thing, "", strength)
    to, at, off = _TO.match(way), _AT.match(way), _OFF.match(way)
    if off and not is_rule:
        return _told("take", thing, off["place"], strength)
    if to:
        return _told("take", thing, to["place"].replace("up to", "to"), strength)
    is_anywhere = is_rule and at is not None and " " not in at["place"]  # "The thunder goes away."
    return _told("put", thing, at["place"], strength) if at and not is_anywhere else None

"""From a form in which people ask for something to the request, with its thing, places and people."""

from __future__ import annotations

import re

from creature_voice.brains.noun import ABSTRACT, COLOURS, Noun, Spot, read_noun, read_spot, split_spot
from creature_voice.brains.request import YOU, Known, Request
from creature_voice.brains.request_forms import CARRY_PREP, SOMEONE, STAYING, Action
from creature_voice.brains.words import word_set

_BARE_OK = re.compile(r"(?:pick|lift|grab|fetch|bring|put|place|drop|collect|grasp|carry|move|deliver)\b")
_PLACES = word_set(
    "kitchen bedroom bathroom hallway hall door table shelf desk office garden garage window couch sofa chair bed "
    "charger base dock room station lobby entrance exit"
)
_VAGUE = re.compile(r"(?:something|anything)(?: (?:to (?:drink|eat|read|play with)|nice|else|from .+))?$")


def fill(action: Action, match: re.Match[str], text: str, known: Known) -> Request | None:
    """The request that a form has found; None if its words are none.

    Args:
        action: What the form asks for.
        match: The form in the text, with its groups.
        text: A request without its wrapping.
        known: Whether the world has such a kind of thing or such a place.
    """
    group = match.groupdict()
    if action is Action.STOP:
        return Request(action)
    if action in (Action.MOVE, Action.GUIDE):
        return _journey(action, group.get("place") or group.get("place2") or "", known)
    if action is Action.FOLLOW:
        return _following(group.get("who") or "me", group.get("place") or "", known)
    thing = group.get("thing") or group.get("thing2")
    if not thing:
        return Request(action)
    phrase, source = split_spot(thing)
    noun = read_noun(phrase)
    if _VAGUE.match(thing) and action in (Action.BRING, Action.GRAB):
        return Request(Action.BRING, recipient=YOU)
    if noun is None or not _handy(noun, text, known):
        return None
    if action in STAYING:
        return Request(action, noun, source or read_spot(f"in {group.get('place') or ''}"))
    return _handling(action, group, noun, source, known)


def _handling(
    action: Action, group: dict[str, str | None], noun: Noun, source: Spot | None, known: Known
) -> Request | None:
    recipient = _recipient(group.get("who") or "", action)
    spot = _put(group.get("spot") or "")
    if recipient is None or (group.get("spot") and spot is None):
        return None
    if spot is not None and spot.prep == "to" and action is Action.PLACE and _is_name(spot.noun, known):
        return Request(Action.BRING, noun, source, recipient=spot.noun.words)
    return Request(action, noun, source, spot, recipient)


def _following(who: str, place: str, known: Known) -> Request | None:
    journey = _journey(Action.GUIDE, place, known) if place else Request(Action.GUIDE)
    if journey is None:
        return None
    return Request(Action.FOLLOW, spot=journey.spot, recipient=YOU if who in ("me", "us") else who)


def _handy(noun: Noun, text: str, known: Known) -> bool:
    """Something that a hand can take, as far as words tell."""
    if noun.pronoun:
        return True
    if re.fullmatch(SOMEONE, noun.words) or (noun.head in ABSTRACT and not known(noun.head)):
        return False
    vague = noun.head in ("something", "anything", "everything", "nothing")
    determined = bool(noun.det) or bool(_BARE_OK.match(text)) or known(noun.head)
    return not vague and (determined or bool(COLOURS & set(noun.adjectives)))


def _recipient(who: str, action: Action) -> str | None:
    if action is not Action.BRING:
        return ""
    return YOU if who in ("", "me", "us") else who


def _put(text: str) -> Spot | None:
    """The place of a PLACE request, with the words back, over, down before the preposition left out."""
    if text in ("down", "away", "back", "aside") or text.endswith("there"):
        return Spot(text, Noun("", ""))
    trimmed = re.sub(
        r"^(?:back|down|over|away|on)(?= (?:on|onto|in|into|inside|to|under|next|at|near|by|behind|beside)\b) ",
        "",
        text,
    )
    return read_spot(trimmed) if CARRY_PREP.match(trimmed) or read_spot(trimmed) else None


def _is_name(noun: Noun, known: Known) -> bool:
    return not noun.det and len(noun.words.split()) == 1 and not known(noun.words)


def _journey(action: Action, place: str, known: Known) -> Request | None:
    if not place:
        return Request(action, spot=None if action is Action.GUIDE else Spot("to", Noun("", "")))
    if place == "there":
        return Request(action, spot=Spot("there", Noun("", "")))
    noun = read_noun(place)
    if noun is None or noun.pronoun or noun.head in ABSTRACT:
        return None
    if not noun.det and noun.words not in ("home",) and not known(noun.head) and not _place_like(noun):
        return None
    return Request(action, spot=Spot("to", noun))


def _place_like(noun: Noun) -> bool:
    return noun.head in _PLACES

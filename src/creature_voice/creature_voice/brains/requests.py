"""Requests for physical tasks, read from what was heard."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from creature_voice.brains.noun import ABSTRACT, COLOURS, Noun, Spot, read_noun, read_spot, split_spot
from creature_voice.brains.request_forms import (
    CARRY_PREP,
    FORMS,
    GERUNDS,
    IDIOMS,
    NEEDS,
    OPENERS,
    SOMEONE,
    TAILS,
    VERBS,
    Action,
)
from creature_voice.brains.words import bare, normalise, word_set

Known = Callable[[str], bool]
"""Whether the world has such a kind of thing or such a place."""

YOU = "you"
_BARE_OK = re.compile(r"(?:pick|lift|grab|fetch|bring|put|place|drop|collect|grasp|carry|move|deliver)\b")
_OPENER = re.compile(rf"(?:{'|'.join(OPENERS)}),? ")
_TAIL = re.compile(rf",? (?:{TAILS})$")
_NEED = re.compile(rf"(?:{'|'.join(NEEDS)}) (?P<thing>.+)")
_MIND = re.compile(r"(?:would|do) you mind (?P<verb>[a-z]+ing) (?P<rest>.+)")
_NEGATED = re.compile(
    r"(?:you )?(?:do|should|must|need|can|may|would|could)(?: you)? not (?:to )?(?P<rest>.+)|"
    r"never (?!mind)(?P<rest2>.+)"
)
_SOFT_NEGATION = re.compile(
    r"(?:why do|could|can|would|will) (?:not you|you not)\b|why not\b|do not bother|why do not you\b"
)
_PLACES = word_set(
    "kitchen bedroom bathroom hallway hall door table shelf desk office garden garage window couch sofa chair bed "
    "charger base dock room station lobby entrance exit"
)
_VAGUE = re.compile(r"(?:something|anything)(?: (?:to (?:drink|eat|read|play with)|nice|else|from .+))?$")
_AND = re.compile(rf",? (?:and then|and|then|but) (?=(?:then |please |also )*{VERBS}\b)")


@dataclass(frozen=True)
class Request:
    """A physical task that was asked for.

    Attributes:
        action: What is to be done.
        thing: What with; None where none was named (or the action needs none).
        source: Where it lies, as it was said.
        spot: Where it is to go, or where the creature is to go.
        recipient: Who gets it: YOU for the speaker, else a name or "him".
        refused: True for "don't ...": the speaker does not want it.
    """

    action: Action
    thing: Noun | None = None
    source: Spot | None = None
    spot: Spot | None = None
    recipient: str = ""
    refused: bool = False


def clauses(heard: str, name: str) -> list[str]:
    """What was heard in normal form, cut into clauses."""
    text = re.sub(
        rf"\b(?:{'|'.join(COLOURS)}|small|big|little|large),(?= [a-z])", lambda m: m[0][:-1], normalise(heard)
    )
    text = re.sub(rf",? ?\b{re.escape(name.lower())}\b(?=[,.?!]|$|,? )(?!'s)", ",", text) if name else text
    parts = re.split(r"[.?!;:,]+(?: |$)", _AND.sub(". ", text))
    return [part for part in (bare(p) for p in parts) if part]


def requests_in(heard: str, name: str, known: Known) -> list[Request]:
    """The requests in what was heard, in order; empty for talk."""
    parts = clauses(heard, name)
    found: list[Request] = []
    skip = False
    for part, after in zip(parts, [*parts[1:], ""], strict=False):
        if skip:
            skip = False
            continue
        request = _read(part, known)
        if request is not None and _lacks_thing(request):
            whole = _read(f"{part} {after}", known) if after and read_noun(after) else None
            request, skip = (whole, True) if whole is not None else (request, False)
        if request is not None:
            found.append(request)
    return found


def _lacks_thing(request: Request) -> bool:
    return request.action is Action.GRAB and request.thing is None


def _read(clause: str, known: Known) -> Request | None:
    text = _strip_tails(_strip_openers(clause))
    if match := _MIND.fullmatch(text):
        text = f"{GERUNDS.get(match['verb'], match['verb'])} {match['rest']}"
    if (match := _NEGATED.fullmatch(text)) and not _SOFT_NEGATION.match(text):
        wanted = _read(match["rest"] or match["rest2"], known)
        return replace(wanted, refused=True) if wanted is not None and wanted.action is not Action.STOP else None
    return _wish(text, known) or _form(text, known)


def _strip_openers(clause: str) -> str:
    text = clause
    while (match := _OPENER.match(text)) and not re.match(r"no stop|okay$", text):
        text = text[match.end() :]
    return text


def _strip_tails(clause: str) -> str:
    text = clause
    while match := _TAIL.search(text):
        text = text[: match.start()]
    return text


def _wish(text: str, known: Known) -> Request | None:
    match = _NEED.fullmatch(text)
    if match is None:
        return None
    phrase, source = split_spot(match["thing"])
    noun = read_noun(phrase)
    if noun is None or (noun.pronoun and noun.det not in ("it", "that")):
        return None
    sure = noun.det in ("the", "that", "this", "my", "your") and noun.head not in ABSTRACT
    return Request(Action.BRING, noun, source, recipient=YOU) if sure or noun.pronoun or known(noun.head) else None


def _form(text: str, known: Known) -> Request | None:
    if IDIOMS.fullmatch(text):
        return None
    for action, form in FORMS:
        match = re.fullmatch(form, text)
        if match is None:
            continue
        request = _fill(action, match, text, known)
        if request is not None:
            return request
    return None


def _fill(action: Action, match: re.Match[str], text: str, known: Known) -> Request | None:
    group = match.groupdict()
    if action is Action.STOP:
        return Request(action)
    if action in (Action.MOVE, Action.GUIDE):
        return _journey(action, group.get("place") or group.get("place2") or "", known)
    if not group.get("thing"):
        return Request(action)
    phrase, source = split_spot(group["thing"])
    noun = read_noun(phrase)
    if _VAGUE.match(group["thing"]) and action in (Action.BRING, Action.GRAB):
        return Request(Action.BRING, recipient=YOU)
    if noun is None or not _handy(noun, text, known):
        return None
    recipient = _recipient(group.get("who") or "", action)
    spot = _put(group.get("spot") or "")
    if recipient is None or (group.get("spot") and spot is None):
        return None
    if spot is not None and spot.prep == "to" and action is Action.PLACE and _is_name(spot.noun, known):
        return Request(Action.BRING, noun, source, recipient=spot.noun.words)
    return Request(action, noun, source, spot, recipient)


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

"""Requests for physical tasks, read from what was heard."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from creature_voice.brains.deeds import motion_in, project_in
from creature_voice.brains.filling import fill
from creature_voice.brains.noun import ABSTRACT, COLOURS, read_noun, split_spot
from creature_voice.brains.request import YOU, Known, Request
from creature_voice.brains.request_forms import FORMS, IDIOMATIC, Action
from creature_voice.brains.several import each, more
from creature_voice.brains.words import bare, normalise
from creature_voice.brains.wrapping import GERUNDS, IDIOMS, NEEDS, OPENERS, TAILS, VERBS

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
_AND = re.compile(rf",? (?:and then|and|then|but) (?=(?:then |please |also )*{VERBS}\b)")


def clauses(heard: str, name: str) -> list[str]:
    """What was heard in normal form, cut into clauses."""
    text = re.sub(
        rf"\b(?:{'|'.join(COLOURS)}|small|big|little|large),(?= [a-z])", lambda m: m[0][:-1], normalise(heard)
    )
    text = re.sub(rf",? ?\b{re.escape(name.lower())}\b(?=[,.?!]|$|,? )(?!'s)", ",", text) if name else text
    parts = re.split(r"[.?!;:,]+(?: |$)", _AND.sub(". ", text))
    return [part for part in (bare(p) for p in parts) if part]


def requests_in(heard: str, name: str, known: Known, motions: Sequence[str] = ()) -> list[Request]:
    """The requests in what was heard, in order; empty for talk. Movements may be called by the names in motions."""
    parts = clauses(heard, name)
    found: list[Request] = []
    skip = False
    for part, after in zip(parts, [*parts[1:], ""], strict=False):
        if skip:
            skip = False
            continue
        requests = _requests(part, known, motions)
        if requests and _lacks_thing(requests[0]):
            whole = _requests(f"{part} {after}", known, motions) if after and read_noun(after) else []
            requests, skip = (whole, True) if whole else (requests, False)
        found += requests or _more(part, found[-1:])
    return found


def _requests(part: str, known: Known, motions: Sequence[str]) -> list[Request]:
    text = _strip_tails(_strip_openers(part))
    if len(texts := each(text, (form for _, form in FORMS))) > 1:
        requests = [_read(one, known, motions) for one in texts]
        if all(requests):
            return [request for request in requests if request is not None]
    request = _read(part, known, motions)
    return [request] if request is not None else []


def _more(part: str, last: Sequence[Request]) -> list[Request]:
    """ "... and the book" after a request for another thing."""
    thing = last[0].thing if last and not last[0].refused else None
    if thing is None or thing.pronoun:
        return []
    return [replace(last[0], thing=noun, source=None) for noun in more(part) if noun.head not in (thing.head, "one")]


def _lacks_thing(request: Request) -> bool:
    return request.action is Action.GRAB and request.thing is None


def _read(clause: str, known: Known, motions: Sequence[str]) -> Request | None:
    text = _strip_tails(_strip_openers(clause))
    if match := _MIND.fullmatch(text):
        text = f"{GERUNDS.get(match['verb'], match['verb'])} {match['rest']}"
    if (match := _NEGATED.fullmatch(text)) and not _SOFT_NEGATION.match(text):
        wanted = _read(match["rest"] or match["rest2"], known, motions)
        return replace(wanted, refused=True) if wanted is not None and wanted.action is not Action.STOP else None
    return _deed(text, known, motions) or _wish(text, known) or _form(text, known)


def _deed(text: str, known: Known, motions: Sequence[str]) -> Request | None:
    if motion := motion_in(text, motions):
        return Request(Action.MOTION, motion=motion[0], deed=motion[1])
    project = project_in(text, known)
    return Request(Action.PROJECT, deed=project) if project else None


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
    is_idiom = IDIOMS.fullmatch(text) is not None
    for action, form in FORMS:
        if is_idiom and action in IDIOMATIC:
            continue
        match = re.fullmatch(form, text)
        if match is None:
            continue
        request = fill(action, match, text, known)
        if request is not None:
            return request
    return None

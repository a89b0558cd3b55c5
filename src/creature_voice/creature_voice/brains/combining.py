"""Requests in a row, as the tasks that they are: "pick it up and bring it to me" is to bring."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from creature_voice.brains.request import Request
from creature_voice.brains.request_forms import Action

_HANDLING = (Action.GRAB, Action.BRING, Action.PLACE)


def combine(requests: Sequence[Request]) -> tuple[Request, ...]:
    """The requests that are left when each that belongs to the one before has been joined to it, at least one."""
    tasks = [requests[0]]
    for request in requests[1:]:
        last = tasks[-1]
        if request.action is Action.STOP:
            tasks = [request]
        elif request.refused or request == last:
            continue
        elif last.action is Action.STOP or last.refused:
            tasks = [request]
        elif joined := _joined(last, request):
            tasks[-1] = joined
        else:
            tasks.append(request)
    return tuple(tasks)


def _joined(first: Request, other: Request) -> Request | None:
    """Both as one, if the second goes on with the first."""
    same = other.thing is not None and (other.thing.pronoun or other.thing == first.thing)
    if first.action in (Action.GRAB, Action.BRING) and other.action in _HANDLING and same:
        return replace(other, thing=first.thing, source=other.source or first.source)
    if first.action is Action.SEARCH and other.action in _HANDLING and same:
        return replace(other, thing=first.thing, source=other.source)
    if first.action is Action.MOVE and other.action in (Action.GRAB, Action.BRING) and first.spot:
        return replace(other, source=other.source or replace(first.spot, prep="from"))
    return None

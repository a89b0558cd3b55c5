"""Whether a promised task may start, and what is remembered of it."""

from __future__ import annotations

from dataclasses import replace

from creature_intent import acts
from creature_intent.acts import Act, Kind
from creature_intent.dialogue.decision import Decision
from creature_intent.dialogue.memory import Memory
from creature_intent.tasks.goals import Goal

NEEDS_OBJECT = frozenset({acts.GRAB_OBJECT, acts.BRING_OBJECT, acts.PLACE_OBJECT})


def start(memory: Memory, act: Act, goal: Goal, now_s: float) -> Decision:
    """The goal starts by this act, unless something hinders it: then the act's reason says what."""
    hindrance = _hindrance(memory, goal, now_s, act.kind)
    before = memory.repeated(goal, now_s) if hindrance == _BEFORE else None
    if before is not None and not {*act.slots.object.split()} > {*before.slots.object.split()}:
        act = act.but(intent=before.intent, slots=before.slots)
    if hindrance:
        return Decision(publish=with_remark(act, f"not acted on, {hindrance}"))
    if goal.intent == acts.BRING_OBJECT and not (goal.slots.recipient or goal.slots.destination):
        goal = replace(goal, slots=replace(goal.slots, recipient=acts.USER))  # "I'll get the milk."
    memory.pending = memory.refused = None
    memory.started, memory.started_s, memory.running = goal, now_s, True
    memory.open.append(goal)
    memory.answered = False
    memory.changed()
    return Decision(publish=act.but(intent=goal.intent, slots=goal.slots), goal=goal)


def with_remark(act: Act, remark: str) -> Act:
    """The act, something added to its reason."""
    return act.but(reason=f"{act.reason}; {remark}")


def _hindrance(memory: Memory, goal: Goal, now_s: float, kind: Kind) -> str:
    if goal.intent in NEEDS_OBJECT and not goal.slots.object:
        return "nobody named an object"
    if memory.is_running(goal):
        memory.pending = None
        return "it is being done"
    if memory.pending:
        return ""
    if now_s - memory.stopped_s <= memory.config.stop_hold_s:
        return "the user has just said stop"
    if kind == Kind.CORRECT:
        return ""  # "Make it two.", of what was promised before.
    if memory.is_step(goal):
        return "it is a step of what is being done"
    return _BEFORE if memory.repeated(goal, now_s) else ""


_BEFORE = "it was promised before"

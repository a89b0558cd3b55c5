"""From a task to the phases of a simulated body, and what each of them changes in the world."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from creature_executor.errors import TaskError
from creature_executor.motions import find_motion
from creature_executor.task import (
    BRING,
    CLOSE,
    FOLLOW,
    GRAB,
    GUIDE,
    MOTION,
    MOVE_TO,
    OPEN,
    PLACE,
    SEARCH,
    SWITCH_OFF,
    SWITCH_ON,
    Ended,
    Outcome,
    Task,
)
from creature_executor.things import Place, Thing
from creature_executor.world import World

# How long a phase takes, as a multiple of the parameter phase_s. The others take one.
WEIGHTS = {"carry": 2.0, "drive": 3.0, "lead": 3.0, "follow": 50.0}
# What a task would have taken if it had not failed: a failed look around is a fifth of it.
_FAILED_LOOK = 0.2


@dataclass(frozen=True)
class Phase:
    """One phase: its name, its length relative to others, and what has changed when it is over."""

    name: str
    effect: Callable[[], None] | None = None

    @property
    def weight(self) -> float:
        """Length as a multiple of phase_s."""
        return WEIGHTS.get(self.name, 1.0)


@dataclass(frozen=True)
class Plan:
    """The phases of a task in order, how it ends after them, and how much of the task (0 to 1) they are."""

    phases: tuple[Phase, ...]
    end: Ended
    share: float = 1.0


def make_plan(task: Task, world: World) -> Plan:
    """What the simulated body will do. A task that cannot be done is looked at, and then fails as it should."""
    try:
        return _PLANS[task.intent](task, world)
    except TaskError as error:
        return Plan((Phase("look"),), Ended(error.outcome, error.message), _FAILED_LOOK)


def _grab(task: Task, world: World) -> Plan:
    thing = world.find(task.object, task.source)
    if thing == world.held:
        return _ok([Phase("look")], f"was already holding the {thing.name}")
    return _ok([*_take(thing, world), Phase("lift")], f"picked up the {thing.name}")


def _bring(task: Task, world: World) -> Plan:
    thing = world.find(task.object, task.source)
    if task.destination and not world.is_person(task.destination):
        return _place(replace(task, recipient=""), world)
    recipient = _recipient(task, world)
    phases = [*_take(thing, world), Phase("carry"), Phase("hand_over", world.hand_over)]
    return _ok(phases, f"brought the {thing.name} to {recipient}")


def _place(task: Task, world: World) -> Plan:
    thing = world.find(task.object, task.source)
    if not task.destination and thing != world.held:
        raise TaskError(Outcome.UNKNOWN_OBJECT, f"it is not clear where the {thing.name} should go")
    place = world.find_place(task.destination) if task.destination else world.here
    _need_reachable(place)
    phases = [*_take(thing, world), Phase("carry", lambda: world.go(place)), Phase("release", lambda: world.put(place))]
    return _ok(phases, f"put the {thing.name} {place.where}")


def _move(task: Task, world: World) -> Plan:
    if world.is_person(task.destination):
        return _ok([Phase("turn"), Phase("drive")], "came to you")
    place = _goal_place(task, world)
    return _ok([Phase("turn"), Phase("drive", lambda: world.go(place))], f"went to the {place.name}")


def _guide(task: Task, world: World) -> Plan:
    place = _goal_place(task, world)
    phases = [Phase("turn"), Phase("lead", lambda: world.go(place)), Phase("show")]
    return _ok(phases, f"showed the way to the {place.name}")


def _follow(task: Task, world: World) -> Plan:
    # Nobody walks about in a simulated world: it goes along for its time, or until it is stopped.
    if task.recipient and not world.is_person(task.recipient):
        raise TaskError(Outcome.UNKNOWN_OBJECT, f"there is nobody called {task.recipient} here")
    if not task.destination:
        return _ok([Phase("turn"), Phase("follow")], "followed you")
    place = world.find_place(task.destination)
    _need_reachable(place)
    return _ok([Phase("turn"), Phase("drive", lambda: world.go(place))], f"followed you to the {place.name}")


def _search(task: Task, world: World) -> Plan:
    found = [world.find(task.object, task.source)] if task.source else world.find_all(task.object)
    nearest = sorted(found, key=lambda thing: world.where(thing) != world.here)[0]
    place = world.where(nearest)
    there = "in my hand" if nearest == world.held else place.where
    phases = [Phase("look")]
    if place != world.here and place.reachable:
        phases += [Phase("drive", lambda: world.go(place)), Phase("look")]
    return _ok(phases, f"found the {nearest.name} {there}")


def _set_open(task: Task, world: World) -> Plan:
    one = world.find_openable(task.object or task.destination, task.source)
    return _set(one, one.opens, "open" if task.intent == OPEN else "close", task.intent == OPEN, world)


def _set_switch(task: Task, world: World) -> Plan:
    thing = world.find(task.object, task.source or task.destination)
    return _set(thing, thing.switches, "switch", task.intent == SWITCH_ON, world)


def _set(one: Thing | Place, possible: bool, phase: str, active: bool, world: World) -> Plan:
    if not possible:
        what = "be switched on or off" if phase == "switch" else "be opened or closed"
        raise TaskError(Outcome.REFUSED, f"the {one.name} cannot {what}")
    state = {"open": "open", "close": "closed"}.get(phase, "on" if active else "off")
    if world.is_active(one) == active:
        return _ok([Phase("look")], f"the {one.name} was already {state}")
    place = one if isinstance(one, Place) else world.where(one)
    if not one.reachable or not place.reachable:
        raise TaskError(Outcome.UNREACHABLE, f"the {one.name} is out of reach")
    phases = [
        Phase("look"),
        Phase("reach", lambda: world.go(place)),
        Phase(phase, lambda: world.set_active(one, active)),
    ]
    return _ok(phases, f"the {one.name} is {state} now")


def _motion(task: Task, world: World) -> Plan:
    name, phases = find_motion(task.object)
    return _ok([Phase(phase) for phase in phases], f"made the movement: {name}")


_PLANS: dict[str, Callable[[Task, World], Plan]] = {
    GRAB: _grab,
    BRING: _bring,
    PLACE: _place,
    MOVE_TO: _move,
    GUIDE: _guide,
    FOLLOW: _follow,
    SEARCH: _search,
    OPEN: _set_open,
    CLOSE: _set_open,
    SWITCH_ON: _set_switch,
    SWITCH_OFF: _set_switch,
    MOTION: _motion,
}
INTENTS = frozenset(_PLANS)


def _ok(phases: list[Phase], message: str) -> Plan:
    return Plan(tuple(phases), Ended(Outcome.OK, message))


def _take(thing: Thing, world: World) -> list[Phase]:
    """The phases until the thing is in the hand; what the hand holds already is put aside first."""
    if thing == world.held:
        return []
    if thing.fixed:
        raise TaskError(Outcome.UNREACHABLE, f"the {thing.name} cannot be taken away")
    if not world.can_reach(thing):
        raise TaskError(Outcome.UNREACHABLE, f"the {thing.name} is out of reach, {world.where(thing).where}")
    there = world.where(thing)
    aside = [Phase("put_aside", lambda: world.put(world.here))] if world.held is not None else []
    reach = Phase("reach", lambda: world.go(there))
    return [*aside, Phase("look"), reach, Phase("grasp", lambda: world.hold(thing))]


def _goal_place(task: Task, world: World) -> Place:
    # "Show me the book" names a thing, not a place.
    goal = task.destination or task.object
    if not goal:
        raise TaskError(Outcome.UNKNOWN_OBJECT, "it is not clear which place is meant")
    place = world.find_place(goal)
    _need_reachable(place)
    return place


def _need_reachable(place: Place) -> None:
    if not place.reachable:
        raise TaskError(Outcome.UNREACHABLE, f"the {place.name} is out of reach")


def _recipient(task: Task, world: World) -> str:
    name = task.recipient.strip()
    return "you" if not name or world.is_person(name) else name

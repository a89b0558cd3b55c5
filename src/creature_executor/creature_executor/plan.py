"""From a task to the phases of a simulated body, and what each of them changes in the world."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from creature_executor.errors import TaskError
from creature_executor.task import BRING, GRAB, GUIDE, MOVE_TO, PLACE, Ended, Outcome, Task
from creature_executor.world import Place, Thing, World

# How long a phase takes, as a multiple of the parameter phase_s. The others take one.
WEIGHTS = {"carry": 2.0, "drive": 3.0, "lead": 3.0}
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


_PLANS: dict[str, Callable[[Task, World], Plan]] = {
    GRAB: _grab,
    BRING: _bring,
    PLACE: _place,
    MOVE_TO: _move,
    GUIDE: _guide,
}
INTENTS = frozenset(_PLANS)


def _ok(phases: list[Phase], message: str) -> Plan:
    return Plan(tuple(phases), Ended(Outcome.OK, message))


def _take(thing: Thing, world: World) -> list[Phase]:
    """The phases until the thing is in the hand; what the hand holds already is put aside first."""
    if thing == world.held:
        return []
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

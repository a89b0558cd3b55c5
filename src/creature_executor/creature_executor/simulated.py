"""A body that moves things in a simulated world, phase by phase."""

from __future__ import annotations

from collections.abc import Generator

from creature_executor.body import Knowledge, Pacer
from creature_executor.motions import MOTIONS
from creature_executor.plan import INTENTS, Phase, make_plan
from creature_executor.task import Ended, Progress, Task
from creature_executor.world import World


class SimulatedBody:
    """Takes its time as a real body would, and fails honestly. A Body (see body.py).

    A phase changes the world when it is over: a task stopped after the grasp leaves the thing in the hand.

    Args:
        world: What is where.
        phase_s: How long a phase of weight one takes.
        tick_s: How often it yields its progress.
    """

    intents = INTENTS

    def __init__(self, world: World, phase_s: float, tick_s: float) -> None:
        self._world = world
        self._phase_s = phase_s
        self._tick_s = tick_s

    def perform(self, task: Task, pacer: Pacer) -> Generator[Progress, None, Ended]:
        """Do the task; see Body.perform."""
        plan = make_plan(task, self._world)
        total = sum(phase.weight for phase in plan.phases)
        done = 0.0
        for phase in plan.phases:
            yield from self._run(phase, done / total * plan.share, phase.weight / total * plan.share, pacer)
            done += phase.weight
        yield Progress(plan.phases[-1].name, plan.share)
        return plan.end

    def describe(self) -> dict[str, object]:
        """Figures for /diagnostics."""
        things, places = self._world.size
        held = self._world.held
        return {
            "objects": things,
            "places": places,
            "held": held.name if held else "nothing",
            "place": self._world.here.name,
        }

    def knowledge(self) -> Knowledge:
        """What is where; see body.Knowing."""
        return Knowledge(MOTIONS, self._world.things, self._world.places, "a simulated body with one hand")

    def _run(self, phase: Phase, start: float, share: float, pacer: Pacer) -> Generator[Progress, None, None]:
        seconds = self._phase_s * phase.weight
        ticks = max(1, round(seconds / self._tick_s))
        for tick in range(ticks):
            yield Progress(phase.name, start + share * tick / ticks)
            pacer.sleep(seconds / ticks)
        if phase.effect is not None:
            phase.effect()

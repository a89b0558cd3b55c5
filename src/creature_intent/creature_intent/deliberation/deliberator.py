"""Has a reasoner think in the background.

Design: each project gets a thread of its own, so that one that hangs in a call holds up neither the next nor the node.
    What is canceled is told to stop, and whatever it still finds is thrown away.
Threading: start, cancel, poll and close belong to the owner's thread; none of them waits. A reasoner's thread only puts
    its plan into a queue, which `poll` empties.
Units: none.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass

from creature_intent.deliberation.reasoner import Plan, Project, Reasoner, ReasonerError, Stop
from creature_intent.tasks.abilities import Abilities


@dataclass(frozen=True)
class Thought:
    """What came of a project; a failure has its reason, and a plan that says so."""

    project: Project
    plan: Plan
    failure: str = ""


class Deliberator:
    """Projects being thought about."""

    def __init__(self, reasoner: Reasoner, max_steps: int) -> None:
        self._reasoner = reasoner
        self._max_steps = max_steps
        self._thinking: dict[int, Stop] = {}
        self._found: queue.SimpleQueue[tuple[int, Thought]] = queue.SimpleQueue()
        self._last = 0

    @property
    def busy(self) -> bool:
        """Something is being thought about: poll() is to be called."""
        return bool(self._thinking)

    def start(self, project: Project, abilities: Abilities) -> None:
        """Begin to think."""
        self._last += 1
        stop = self._thinking[self._last] = Stop()
        ticket = self._last

        def work() -> None:
            self._found.put((ticket, self._think(project, abilities, stop)))

        threading.Thread(target=work, name=f"deliberation {ticket}", daemon=True).start()

    def cancel(self) -> int:
        """Give up all projects; returns how many there were."""
        thinking, self._thinking = self._thinking, {}
        for stop in thinking.values():
            stop.ask()
        return len(thinking)

    def poll(self, take: Callable[[Thought], None]) -> None:
        """Hand over what was found since the last call."""
        while True:
            try:
                ticket, thought = self._found.get_nowait()
            except queue.Empty:
                return
            if self._thinking.pop(ticket, None) is not None:
                take(thought)

    def _think(self, project: Project, abilities: Abilities, stop: Stop) -> Thought:
        try:
            plan = self._reasoner.think(project, abilities, stop)
        except ReasonerError as error:
            return Thought(project, _no_idea(project), str(error))
        except Exception as error:
            # A reasoner is other people's code: whatever it raises ends this thought and no other.
            return Thought(project, _no_idea(project), f"the reasoner raised {error!r}")
        if len(plan.steps) > self._max_steps:
            return Thought(project, _no_idea(project), f"a plan of {len(plan.steps)} steps is too long")
        return Thought(project, plan)


def _no_idea(project: Project) -> Plan:
    return Plan(words=f"I'm sorry, I couldn't work out how to {project.aim}.")

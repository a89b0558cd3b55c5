"""How long a goal on its way is waited for, and what is to be done when that is over.

Pure: looks at one run, the clock and the body, and gives a verdict; the dispatcher acts on it.
Units: seconds of any steady clock.
"""

from __future__ import annotations

from enum import Enum, auto

from creature_intent.config import IntentConfig
from creature_intent.tasks.goals import ENDLESS
from creature_intent.tasks.ports import Body
from creature_intent.tasks.run import Run

CHECK_S = 1.0  # how often a running goal's server is looked for
ANSWER_S = 10.0  # a server that is there and new may take so long to answer: the middleware repairs losses every 3 s
GONE = "the do_physical_task server went away"
ABSENT = "no do_physical_task server answers; is an executor running?"


class Verdict(Enum):
    """What is to be done with a goal on its way."""

    FINE = auto()
    SEND = auto()
    CANCEL = auto()
    LOST = auto()
    ALL_LOST = auto()
    """This goal, and all others: there is no body."""


class Patience:
    """Judges goals on their way; see the module's words."""

    def __init__(self, config: IntentConfig, body: Body) -> None:
        self._config = config
        self._body = body

    def may_send(self) -> bool:
        """The body can be given a goal."""
        return self._body.is_ready() and self._body.answers()

    def look(self, run: Run, now_s: float) -> tuple[Verdict, str]:
        """What is to be done with it, and why."""
        config, time = self._config, run.time
        taken_s = now_s - time.begun_s
        if not run.sent:
            return self._unsent(taken_s)
        if run.cancel_asked and now_s - time.canceled_s > config.cancel_timeout_s:
            return Verdict.LOST, "the body did not stop in time"
        if not run.is_accepted and taken_s > config.accept_timeout_s:
            return Verdict.LOST, "the body did not answer"
        if not run.cancel_asked and taken_s > config.goal_timeout_s and run.goal.intent not in ENDLESS:
            return Verdict.CANCEL, "it takes too long"
        return self._server(run, now_s)

    def _unsent(self, waited_s: float) -> tuple[Verdict, str]:
        if self.may_send():
            return Verdict.SEND, ""
        limit_s = ANSWER_S if self._body.is_ready() else self._config.server_timeout_s
        return (Verdict.ALL_LOST, ABSENT) if waited_s >= limit_s else (Verdict.FINE, "")

    def _server(self, run: Run, now_s: float) -> tuple[Verdict, str]:
        """The server that has taken it is looked for every CHECK_S."""
        if now_s - run.time.checked_s < CHECK_S:
            return Verdict.FINE, ""
        run.time.checked_s = now_s
        if not self._body.is_ready():
            return Verdict.ALL_LOST, GONE
        server = self._body.server()
        if run.server is None:
            run.server = server or None
        elif server != run.server:
            # What it did is not known to the server that is there now, and it may have ended half-way.
            return Verdict.LOST, f"{GONE}, and another one came"
        return Verdict.FINE, ""

"""A dispatcher with a body and a clock of its own."""

from __future__ import annotations

from creature_intent.acts import GRAB_OBJECT, Slots
from creature_intent.config import IntentConfig
from creature_intent.tasks.dispatcher import Dispatcher
from creature_intent.tasks.goals import Goal
from creature_intent.tasks.outcome_words import OutcomeWords
from creature_intent.tasks.ports import Outlets

CONFIG = IntentConfig()
CUP, MUG, BOOK = (Goal(GRAB_OBJECT, Slots(thing)) for thing in ("red cup", "blue mug", "book"))


class FakeBody:
    """Does what the test tells it, through the listeners it was given."""

    def __init__(self):
        self.ready, self.answering, self.name, self.sent, self.canceled = True, True, 1, [], []

    def is_ready(self):
        return self.ready

    def answers(self):
        return self.answering

    def server(self):
        return self.name

    def send(self, goal_id, goal, listener):
        self.sent.append((goal_id, goal, listener))

    def cancel(self, goal_id):
        self.canceled.append(goal_id)

    def cancel_all(self):
        self.canceled.append("all")

    @property
    def last(self):
        return self.sent[-1][2]


class Setup:
    """A dispatcher and everything that comes out of it."""

    def __init__(self, config=CONFIG):
        self.now_s, self.shown, self.said, self.ends, self.body = 0.0, [], [], [], FakeBody()
        ids = iter(f"{number:032x}" for number in range(100))
        outlets = Outlets(
            self.shown.append,
            self.said.append,
            lambda goal, outcome, message: self.ends.append(outcome),
            lambda: self.now_s,
            lambda: next(ids),
        )
        self.dispatcher = Dispatcher(config, self.body, OutcomeWords(lambda words: words[0]), outlets)

    def pass_time(self, seconds):
        for _ in range(round(seconds / 0.1)):
            self.now_s += 0.1
            self.dispatcher.tick()

    def start(self, goal=CUP):
        self.dispatcher.submit(goal)
        self.body.last.accepted()
        return self.body.last

    @property
    def phases(self):
        return [progress.phase for progress in self.shown]

    @property
    def outcomes(self):
        return [progress.outcome for progress in self.shown if progress.outcome]

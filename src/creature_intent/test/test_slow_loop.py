"""Decisions become goals and projects, and these become words."""

from __future__ import annotations

import pytest

from creature_intent.acts import GRAB_OBJECT, MOVE_TO, STOP_ACTIVITY, Act, Kind, Slots
from creature_intent.asking import ASK_AFTER_S
from creature_intent.config import IntentConfig
from creature_intent.deliberation.deliberator import Thought
from creature_intent.deliberation.ear import ProjectEar
from creature_intent.deliberation.reasoner import Plan
from creature_intent.dialogue.decision import Decision
from creature_intent.dialogue.watcher import Heard
from creature_intent.slow_loop import SlowLoop
from creature_intent.tasks import goals
from creature_intent.tasks.abilities import Abilities
from creature_intent.tasks.dispatcher import Dispatcher
from creature_intent.tasks.goals import Goal
from creature_intent.tasks.outcome_words import OutcomeWords
from creature_intent.tasks.ports import Outlets
from creature_intent.text.phrases import Phrase
from creature_intent.tokens import Speaker

CUP, BOOK = Goal(GRAB_OBJECT, Slots("red cup")), Goal(GRAB_OBJECT, Slots("book"))
KITCHEN = Goal(MOVE_TO, Slots(destination="kitchen"))


class FakeBody:
    """Takes everything, and does nothing by itself."""

    def __init__(self):
        self.sent, self.canceled = [], []

    def is_ready(self):
        return True

    def answers(self):
        return True

    def server(self):
        return 1

    def send(self, goal_id, goal, listener):
        self.sent.append(goal)
        self.last = listener
        listener.accepted()

    def cancel(self, goal_id):
        self.canceled.append(goal_id)

    def cancel_all(self):
        self.canceled.append("all")


class FakeDeliberator:
    """Keeps what it is to think about, and finds what the test says."""

    def __init__(self):
        self.started, self.canceled, self.found = [], 0, []

    @property
    def busy(self):
        return bool(self.started)

    def start(self, project, abilities):
        self.started.append(project)

    def cancel(self):
        self.canceled += 1
        self.started.clear()

    def poll(self, take):
        while self.found:
            take(self.found.pop())


class Setup:
    """A slow loop and what comes out of it."""

    def __init__(self):
        self.body, self.deliberator = FakeBody(), FakeDeliberator()
        self.asked = []
        self.said, self.outcomes, self.wholes, self.lines, self.abilities = [], [], [], [], Abilities()
        ids = iter(f"{number:032x}" for number in range(100))
        outlets = Outlets(
            lambda progress: None,
            self.said.append,
            lambda goal, outcome, message: self.ended(goal, outcome),
            lambda: 0.0,
            lambda: next(ids),
        )
        dispatcher = Dispatcher(IntentConfig(), self.body, OutcomeWords(lambda words: words[0]), outlets)
        self.loop = SlowLoop(
            dispatcher,
            self.deliberator,
            ProjectEar(15.0),
            lambda: self.abilities,
            self.said.append,
            self.lines.append,
            asked=lambda act, now_s: self.asked.append((act, now_s)),
        )

    def ended(self, goal, outcome):
        self.outcomes.append(outcome)
        self.wholes.append(self.loop.ended(goal, outcome))

    def hear(self, *decisions, phrases=()):
        self.loop.hear(Heard(tuple(decisions), phrases=tuple(phrases)), 0.0)

    def take_up(self):
        """A request that sounds like a project is promised task by task; later the creature agrees to something."""
        asked = Phrase(Speaker.USER, "Bring me the red cup and then the book.", 0, 8)
        self.hear(phrases=[asked])
        self.hear(Decision(goal=CUP), phrases=[Phrase(Speaker.AGENT, "Sure, I'll bring you the red cup.", 9, 15)])
        self.hear(phrases=[Phrase(Speaker.AGENT, "Okay, that is a lot.", 16, 20)])

    def promise(self):
        self.hear(
            phrases=[
                Phrase(Speaker.USER, "Could you clear the table?", 0, 4),
                Phrase(Speaker.AGENT, "Sure, I'll clear the table.", 5, 9),
            ]
        )


@pytest.fixture
def setup():
    return Setup()


def test_the_tasks_of_one_breath_run_in_order(setup):
    setup.hear(Decision(goal=CUP), Decision(goal=KITCHEN))
    assert setup.body.sent == [CUP] and setup.loop.busy
    setup.body.last.result(goals.OK, "")
    assert setup.body.sent == [CUP, KITCHEN]


def test_two_things_of_one_task_are_two_goals(setup):
    setup.hear(Decision(goal=Goal(GRAB_OBJECT, Slots("red cup and then the book"))))
    assert setup.loop.dispatcher.unfinished == [CUP, BOOK]


@pytest.mark.parametrize(
    ("outcomes", "whole"), [((goals.OK, goals.OK), goals.OK), ((goals.FAILED, goals.OK), goals.FAILED)]
)
def test_a_task_that_was_split_has_ended_when_its_last_step_has(setup, outcomes, whole):
    both = Goal(GRAB_OBJECT, Slots("red cup and then the book"))
    setup.hear(Decision(goal=both))
    for outcome in outcomes:
        setup.body.last.result(outcome, "")
    assert setup.wholes == [None, (both, whole)]


def test_a_task_of_one_step_has_ended_with_it(setup):
    setup.hear(Decision(goal=CUP), Decision(goal=KITCHEN))
    setup.body.last.result(goals.OK, "")
    setup.body.last.result(goals.FAILED, "")
    assert setup.wholes == [(CUP, goals.OK), (KITCHEN, goals.FAILED)]


def test_instead_cancels_and_replaces(setup):
    setup.hear(Decision(goal=CUP))
    setup.hear(Decision(goal=Goal(GRAB_OBJECT, Slots("book"), "Get the book instead.")))
    assert len(setup.body.canceled) == 1
    setup.body.last.result(goals.CANCELED, "")
    assert setup.body.sent[-1].slots.object == "book"


def test_a_correction_cancels_what_it_corrects_alone(setup):
    setup.hear(Decision(goal=CUP), Decision(goal=KITCHEN))
    setup.hear(Decision(Act(Kind.CORRECT, GRAB_OBJECT, Slots("blue cup"), reason="no, the blue one"), cancel=True))
    assert len(setup.body.canceled) == 1 and setup.loop.dispatcher.unfinished == [CUP, KITCHEN]
    setup.body.last.result(goals.CANCELED, "")
    assert setup.body.sent == [CUP, KITCHEN]


def test_what_is_no_single_task_is_thought_about_and_done(setup):
    setup.promise()
    assert [project.aim for project in setup.deliberator.started] == ["clear the table"] and setup.loop.busy
    (project,) = setup.deliberator.started
    setup.deliberator.found = [Thought(project, Plan((CUP, BOOK), "First the cup.", "All done."))]
    setup.loop.tick(0.0)
    assert setup.said == ["First the cup."] and setup.body.sent == [CUP]
    for _ in range(2):
        setup.body.last.result(goals.OK, "")
    assert setup.said == ["First the cup.", "All done."]


def test_stop_ends_the_thinking_too(setup):
    setup.promise()
    setup.hear(Decision(Act(Kind.CANCEL, STOP_ACTIVITY), cancel=True))
    assert setup.deliberator.canceled == 1 and not setup.loop.busy


def test_a_task_that_was_understood_is_not_thought_about(setup):
    setup.hear(phrases=[Phrase(Speaker.USER, "Could you clear the table?", 0, 4)])
    setup.hear(Decision(Act(Kind.COMMIT), goal=CUP), phrases=[Phrase(Speaker.AGENT, "Sure, I'll take the cup.", 5, 9)])
    assert setup.deliberator.started == [] and setup.body.sent == [CUP]


WISH = Decision(Act(Kind.REQUEST, GRAB_OBJECT, Slots("blanket")), suggest="Shall I get the blanket?")


def test_what_may_only_be_asked_about_is_asked_after_a_while(setup):
    setup.hear(WISH)
    setup.loop.tick(ASK_AFTER_S - 0.1)
    assert setup.said == [] and setup.loop.busy
    for _ in range(2):
        setup.loop.tick(ASK_AFTER_S)
    assert setup.said == ["Shall I get the blanket?"] and not setup.loop.busy and setup.body.sent == []
    assert setup.asked == [(WISH.publish, ASK_AFTER_S)]


def test_what_the_body_cannot_do_is_not_asked_about(setup):
    setup.abilities = Abilities(frozenset({MOVE_TO}))
    setup.hear(WISH)
    setup.loop.tick(ASK_AFTER_S)
    assert setup.said == setup.asked == []


def test_what_the_body_cannot_is_said(setup):
    setup.abilities = Abilities(frozenset({MOVE_TO}))
    setup.hear(Decision(goal=CUP), Decision(goal=KITCHEN))
    assert setup.said == ["I'm sorry, I can't pick things up."] and setup.body.sent == [KITCHEN]


def test_the_end_of_the_node_is_the_end_of_everything(setup):
    setup.promise()
    setup.hear(Decision(goal=CUP))
    setup.loop.close()
    assert setup.outcomes == [goals.CANCELED] and setup.deliberator.canceled == 1 and not setup.loop.busy


def test_what_is_taken_up_task_by_task_is_no_project():
    setup = Setup()
    setup.take_up()
    assert setup.body.sent == [CUP]
    assert setup.deliberator.started == []

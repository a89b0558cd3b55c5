"""What is settled by name while two tasks stand: just that one ends; what is only told of the thing ends nothing."""

import pytest

from creature_intent.config import IntentConfig
from creature_intent.dialogue.watcher import Watcher
from creature_intent.evaluation.runner import Ledger
from creature_intent.tokens import Speaker, Token

# What is asked for, its thing, the verb, its past, its participle, its gerund.
TASKS = (
    ("Take the flowers to the hall", "flowers", "take", "took", "taken", "taking"),
    ("Bring me the ladder", "ladder", "get", "got", "got", "getting"),
    ("Close the window", "window", "close", "closed", "closed", "closing"),
    ("Switch off the heater", "heater", "switch off", "switched off", "switched off", "switching off"),
    ("Look for the remote", "remote", "find", "found", "found", "finding"),
    ("Pick up the towels", "towels", "pick up", "picked up", "picked up", "picking up"),
)
SETTLED = """
I'll {verb} the {thing} myself.
I can {verb} the {thing} myself.
Let me {verb} the {thing}.
Emma will {verb} the {thing}.
Emma's {gerund} the {thing}.
Ah, I see Emma's {gerund} the {thing}.
Emma already {past} the {thing}.
Emma has already {done} the {thing}.
It looks like Emma already {past} the {thing}.
Emma says she'll {verb} the {thing}.
Emma wants to {verb} the {thing} herself.
I {past} the {thing} myself.
Let Emma {verb} the {thing}.
On reflection, let Emma do the {thing}, she's got an eye for it.
Leave the {thing} to me.
Emma's taken care of the {thing}.
The {thing} has been taken care of.
Oh, the {thing}, Emma did that already.
You don't need to {verb} the {thing} any more.
You don't need to worry about the {thing}.
No need to {verb} the {thing}.
There's no need to {verb} the {thing}, thanks.
I'd rather you didn't {verb} the {thing}.
Let's not {verb} the {thing}.
Don't {verb} the {thing} after all.
On second thought, not the {thing}.
On second thought, leave the {thing}.
The {thing} can wait.
The {thing} can wait till tomorrow.
We'll do the {thing} another time.
Hold off on the {thing}.
We've run out of time for the {thing}.
The {thing}, don't bother.
As for the {thing}, forget it.
Forget what I said about the {thing}.
Can you forget the {thing}?
Could you skip the {thing}, please?
Take the {thing} off the list.
We can do without the {thing}.
I've decided against the {thing}.
The {thing} won't be needed.
I meant only the helmet.
Everything but the {thing}.
""".strip().splitlines()
TOLD = """
Emma likes the {thing}.
Emma told me about the {thing}.
Emma won't {verb} the {thing}.
Emma can't {verb} the {thing}.
Emma should have {done} the {thing}.
I'd {verb} the {thing} myself but my back hurts.
I don't want to {verb} the {thing} myself.
Nobody has {done} the {thing}.
If Emma {past} the {thing}, tell me.
When you've {done} the {thing}, come here.
Thanks for {gerund} the {thing}.
Are you {gerund} the {thing}?
Don't forget the {thing}.
The {thing} can't wait.
No rush with the {thing}.
Tell me when the {thing} is done.
I've already cleaned the {thing}.
Leave the rest, just the {thing} and the helmet.
My sister did the dishes yesterday.
Emma will do the cooking.
Dinner can wait.
""".strip().splitlines()


def _left(task, words):
    """The things of the tasks that stand after the user's words, with a helmet to be brought beside the task."""
    asked, thing, verb, past, done, gerund = task
    said = words.format(thing=thing, verb=verb, past=past, done=done, gerund=gerund)
    watcher, ledger = Watcher(IntentConfig()), Ledger()
    turns = ((Speaker.USER, f"{asked} and bring Omar his helmet."), (Speaker.AGENT, "Sure, I'll do both."))
    for seq, (speaker, text) in enumerate((*turns, (Speaker.USER, said))):
        for decision in watcher.feed(Token(seq, seq, speaker, text, True), 2.0 * seq).decisions:
            ledger.take(decision)
    return sorted(goal.slots.object for goal in ledger.goals)


@pytest.mark.parametrize("words", SETTLED)
@pytest.mark.parametrize("task", TASKS, ids=[task[1] for task in TASKS])
def test_only_the_task_that_is_settled_ends(task, words):
    assert _left(task, words) == ["helmet"]


@pytest.mark.parametrize("words", TOLD)
@pytest.mark.parametrize("task", TASKS, ids=[task[1] for task in TASKS])
def test_what_is_only_told_of_the_thing_ends_nothing(task, words):
    assert _left(task, words) == sorted([task[1], "helmet"])


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("I'll walk Anna there myself.", ["helmet"]),
        ("Emma's already taking Anna to the garden.", ["helmet"]),
        ("Emma took Tom to the garden.", ["", "helmet"]),
    ],
)
def test_who_is_led_by_somebody_else(words, left):
    assert _left(("Take Anna to the garden", "", "", "", "", ""), words) == left


def test_of_two_things_of_one_task_only_one():
    assert _left(("Bring me a fork and the knife", "", "", "", "", ""), "Emma's getting the knife.") == [
        "fork",
        "helmet",
    ]


@pytest.mark.parametrize(
    "words",
    [
        "Actually, the flowers should go to the kitchen.",
        "On second thought, the flowers belong in the kitchen.",
        "The flowers go to the kitchen, sorry.",
        "Not to the hall, to the kitchen.",
        "The kitchen instead of the hall, please.",
    ],
)
@pytest.mark.parametrize(
    "asked",
    ["Take the flowers to the hall and bring me the ladder.", "Bring me the ladder and take the flowers to the hall."],
)
def test_of_two_tasks_one_goes_elsewhere(asked, words):
    watcher, ledger = Watcher(IntentConfig()), Ledger()
    turns = (
        (Speaker.USER, asked),
        (Speaker.AGENT, "Sure, I'll do both."),
        (Speaker.USER, words),
        (Speaker.AGENT, "Okay."),
    )
    for seq, (speaker, text) in enumerate(turns):
        for decision in watcher.feed(Token(seq, seq, speaker, text, True), 2.0 * seq).decisions:
            ledger.take(decision)
    assert sorted((goal.slots.object, goal.slots.destination) for goal in ledger.goals) == [
        ("flowers", "kitchen"),
        ("ladder", ""),
    ]


@pytest.mark.parametrize(
    ("asked", "promised", "words"),
    [
        ("Bring me the aspirin.", "I'll bring it.", "Wait, I took one at lunch. I mustn't have another."),
        ("Get my hiking boots.", "I'm getting them.", "We'd better stay in today, so no boots for me."),
        ("Bring me a glass of juice.", "I'll bring it.", "Oh, how sweet, the nurse has just put one on my table."),
        (
            "Move two chairs to the hall.",
            "Certainly.",
            "The meeting's been cancelled. We won't need the chairs any more.",
        ),
        ("Take the lunchbox to the hall.", "Okay.", "I'd better wash it first. Leave it with me."),
    ],
)
def test_why_it_is_not_needed(asked, promised, words):
    assert _stands(asked, promised, words) == []


def _stands(*turns):
    """The tasks that stand after the turns of the user and of the creature, in turn."""
    watcher, ledger = Watcher(IntentConfig()), Ledger()
    for seq, text in enumerate(turns):
        speaker = (Speaker.USER, Speaker.AGENT)[seq % 2]
        for decision in watcher.feed(Token(seq, seq, speaker, text, True), 2.0 * seq).decisions:
            ledger.take(decision)
    return [(goal.intent, goal.slots.object) for goal in ledger.goals]


@pytest.mark.parametrize(
    "replies", [(), ("How charming.",), ("Oh, sorry. I misunderstood you.",), ("Okay, the bathroom one.",)]
)
def test_what_is_put_right_is_done_in_place_of_what_was_promised(replies):
    turns = ("Close the bedroom window.", "I'm closing it.", "No, no, the bathroom window!", *replies)
    assert _stands(*turns) == [("CLOSE", "bathroom window")]


def test_what_is_put_right_may_be_refused():
    turns = ("Close the bedroom window.", "I'm closing it.", "No, the bathroom window!", "I'm sorry, I can't reach it.")
    assert _stands(*turns) == []


@pytest.mark.parametrize("answer", ["Not yet. I like the dusk.", "Maybe later.", "No, not just yet."])
def test_an_offer_put_off_ends_nothing_else(answer):
    turns = ("Bring me the ladder.", "Sure.", "It's dark.", "Would you like me to switch on the lights?", answer)
    assert _stands(*turns) == [("BRING_OBJECT", "ladder")]

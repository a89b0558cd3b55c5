"""Words that take back what stands without naming it, and talk of the same words, said while a task stands."""

from __future__ import annotations

import pytest
from dialogue_goals import goals_of

from creature_intent.config import IntentConfig
from creature_intent.dialogue.watcher import Watcher
from creature_intent.tokens import Speaker, Token

TASKS = [
    ("U: Bring me the umbrella.", "A: Sure, I'll get the umbrella."),
    ("U: Turn on the radio.", "A: Turning on the radio."),
    ("U: Take Anna to the garden.", "A: I'll take Anna to the garden."),
]
WAIVED = (
    """
In that case leave it.|If it's so much trouble, leave it.|Let's give it a miss.|Probably best not to.|Let it go.
I'd prefer if you didn't.|Could you not do that?|Would you mind not doing that?|Delete that.|I withdraw that.
Take it off your list.|You can cross that off.|Drop that idea.|Never you mind.|Nothing, sorry.|I think I'll pass.
I'll pass, thanks.|Thanks, but no.|No thanks.|No, it's okay.|Actually, it's fine.|Hang on, no.|Nah.|That's a bad idea.
I've thought better of it.|I decided against it.|Having second thoughts, sorry.|Plans have changed.|Not worth it.
It's not important.|I don't feel like it anymore.|There's no point now.|It's a bit late for that now.
We don't have time for that now.|We've run out of time, leave it.|Hold off on that.|Let's hold off for now.
Could you hold off?|Let's postpone that.|Put it off until tomorrow.|Hold that thought.|Not today, thanks.|Not just yet.
Another day, perhaps.|Tomorrow will do.|It'll keep.|Let me do it.|Let Anna handle it.|Leave it to Anna.
Tom wants to do it himself.|The nurse will do it.|I can do that on my own.|Tom took care of it.|I've sorted it.
It's quicker if I do it.|I'm closer, I'll do it.|Someone else is on it.|Anna beat you to it.|False alarm.
It's already done.|That's been dealt with.|Everything's taken care of.|I'm all set.|I'm good, actually.
Turns out I already have one.|I found another one.|This one will do.|We'll make do without.|I can live without it.
You're off the hook.|Save yourself the trip.|Don't put yourself out.|I don't want to bother you.|Relax, it's done.
Pretend I didn't ask.|I didn't ask for that.|I misspoke.|I was only thinking aloud.|That was a joke.
That was the TV, not me.|That was my son talking.|That was meant for Tom.|That wasn't for you.|You heard wrong.
Ignore the kids.|Don't listen to him.|Wrong button, sorry.|Changed my mind, sorry.|Change of plans, leave it.
""".replace("\n", "|")
    .strip("|")
    .split("|")
)
TALK = (
    """
That's fine.|No problem.|No rush.|Take your time.|That's a good idea.|All good.|Good.|Thank you so much.|I'll wait.
I can wait.|Let me see.|Let me know when you're done.|Let me do my hair.|I'm good at chess.
We're having a good time.|It was a bad movie.|It's a bad day.|The plan is great.|My plans have changed for the weekend.
It's not important who wins.|It's worth it.|I don't feel like dancing.|I don't fancy that actor.|Oh no.
Oh no, my phone died.|No way.|No idea.
There's no rush.|There's no need to rush.|No need to run.|I have no time to read these days.|We have time.
Tomorrow I have a dentist appointment.|Tomorrow I'll cook.|See you later.|I'll do the dishes later.|I did it again.
Tom did it last time.|You can do it!|We do that a lot.|I'll do my best.|I'll pass the exam.|I'll take care of Anna.
She is on it a lot.|Tom is on the phone.|Is it done?|Are you all set?|The pizza is done.|It's all right.
I beat him at chess.|Save me some cake.|You can relax when you're old.|You can take the stairs.|I found a new hobby.
This will be fun.|That was a long day.|That is for sure.|That was for the best.|Ignore the noise.
Sorry, I didn't mean to.|I was thinking about you.|I was talking to my sister yesterday.
Nothing beats a good cup of tea.|Nah, he's nice.
He said it was a joke.|If it rains, leave it to dry.|It's late.|The door is open.|I forgot about the dentist.
""".replace("\n", "|")
    .strip("|")
    .split("|")
)


@pytest.mark.parametrize("task", TASKS, ids=["thing", "machine", "person"])
@pytest.mark.parametrize("words", WAIVED)
def test_what_stands_is_taken_back(task, words):
    assert goals_of(*task, f"U: {words}")[1:] == ["cancel"]


@pytest.mark.parametrize("task", TASKS, ids=["thing", "machine", "person"])
@pytest.mark.parametrize("words", TALK)
def test_talk_of_the_same_words_takes_nothing_back(task, words):
    assert "cancel" not in goals_of(*task, f"U: {words}")


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("A: Do you take sugar in it?", "U: No thanks."),
        ("A: Is the music too loud?", "U: No, it's fine."),
        ("A: How are you today?", "U: I'm good, thanks."),
        ("A: I'm sorry that it takes so long.", "U: No, it's okay."),
        ("A: Have you had lunch?", "U: Not just yet."),
    ],
)
def test_an_answer_takes_nothing_back(asked, answer):
    assert "cancel" not in goals_of(*TASKS[0], asked, answer)


@pytest.mark.parametrize("words", ["Let me do it.", "I've decided against it.", "It's not important.", "Not today."])
def test_where_nothing_stands_they_are_talk(words):
    assert Watcher(IntentConfig()).feed(Token(0, 0, Speaker.USER, words, True), 0.0).decisions == ()


@pytest.mark.parametrize("words", ["Actually, let me do it.", "Not worth it.", "Tom will do it.", "I'll pass, thanks."])
def test_what_was_only_asked_for_is_taken_back(words):
    promised = "A: Sure, I'll bring it."
    assert goals_of("U: Bring me the umbrella.", promised) != []
    assert [one for one in goals_of("U: Bring me the umbrella.", f"U: {words}", promised) if one != "cancel"] == []


def test_what_is_brought_after_a_change_of_plan_is_the_thing_named_before():
    found = goals_of(*TASKS[0], "U: Change of plan.", "U: Put it on the table.", "A: Okay, I'll put it on the table.")
    assert found[-1] == ("PLACE_OBJECT", "umbrella", "table")


@pytest.mark.parametrize(
    "words",
    [
        "I asked you to do it.",
        "We asked for it.",
        "Keep doing that.",
        "Go take care of it.",
        "You should take care of it.",
        "You're doing it!",
        "You've done it!",
        "Someone has to do it.",
        "Let the robot do it.",
        "Leave it to the robot.",
        "Don't get up, the robot is on it.",
        "No rush, it's not urgent.",
        "You can relax, no hurry.",
        "Let's skip the gym today.",
        "I will forget the umbrella again.",
        "The landlord will fix it tomorrow.",
        "Time will fix it.",
        "The cat is on it.",
        "My name is on it.",
        "I need to do my taxes, but I don't feel like it.",
        "I'd love to travel but I don't have time for that.",
        "I had a headache this morning, but I'm good now.",
        "It's raining, but don't worry.",
        "I have plenty of time, don't worry.",
        "The vase is fragile, so easy.",
        "The umbrella is blue, it's in my bedroom.",
        "Open the window. I would do it myself, but my back hurts.",
    ],
)
def test_what_urges_or_tells_of_something_else_takes_nothing_back(words):
    taken = goals_of(
        "U: Bring me the umbrella.", "A: Sure, I'll get the umbrella.", f"U: {words}", "A: I'm bringing the umbrella."
    )
    assert taken == [("BRING_OBJECT", "umbrella", "user")]


@pytest.mark.parametrize(
    "words",
    [
        "All sorted, thanks.",
        "All set, thanks.",
        "I just remembered, I have one.",
        "If it's a bother, leave it.",
        "i'm closer i'll do it",
    ],
)
def test_what_has_no_verb_of_a_task_takes_back_what_stands(words):
    asked = ("U: Bring me the umbrella.", "A: Sure, I'll get the umbrella.")
    assert len(goals_of(*asked, f"U: {words}", "A: I'll bring the umbrella.")) == 2


def test_the_robot_is_no_thing_to_be_brought():
    asked = ("U: Bring me the umbrella.", "A: Sure, I'll get the umbrella.")
    assert len(goals_of(*asked, "U: Don't get up, the robot is on it.", "A: I'm bringing it.")) == 1


def test_only_what_answers_a_question_takes_nothing_back():
    asked = ("U: Bring me the umbrella.", "A: Sure, I'll get the umbrella. Anything else?")
    promised = "A: I'll bring the umbrella."
    assert len(goals_of(*asked, "U: No, it's okay.", promised)) == 1
    assert len(goals_of(*asked, "U: No.", "U: Actually, let me do it.", promised)) == 2


def test_no_need_to_run_the_dishwasher_is_no_haste():
    turns = ("U: Start the dishwasher.", "A: Starting the dishwasher.", "U: No need to run the dishwasher.")
    assert len(goals_of(*turns, "A: I'll start the dishwasher.")) == 2

"""What the creature says of a task while it does it: nothing else begins by it, and nothing ends."""

import pytest
from dialogue_goals import goals_of

from creature_intent.config import IntentConfig
from creature_intent.dialogue.watcher import Watcher
from creature_intent.tokens import Speaker, Token

# What is asked for and promised, its thing, the pronoun, the verb and its gerund, and where it leads.
TASKS = (
    ("Bring me the cup from the kitchen.", "I'll bring you the cup.", "cup", "it", "bring", "bringing", "kitchen"),
    ("Get me the scissors.", "I'll get the scissors.", "scissors", "them", "get", "getting", "office"),
    ("Take the plates to Anna.", "I'll take the plates to Anna.", "plates", "them", "take", "taking", "hall"),
    ("Bring the chair to the kitchen.", "Sure, taking it to the kitchen.", "chair", "it", "take", "taking", "kitchen"),
    ("Put the cup on the table.", "I'll put the cup on the table.", "cup", "it", "put", "putting", "table"),
    ("Pick up the towel.", "I'll pick up the towel.", "towel", "it", "pick up", "picking up", "floor"),
    ("Find my glasses.", "I'll look for your glasses.", "glasses", "them", "look for", "looking for", "bedroom"),
    ("Open the window.", "I'll open the window.", "window", "it", "open", "opening", "window"),
    ("Show the visitor to the lobby.", "I'll show her to the lobby.", "visitor", "her", "show", "showing", "lobby"),
)  # fmt: skip
TOLD = """
I'm on it.
I'm still {doing} the {thing}.
I'm {doing} {it} right now.
I'm {doing} {it} as we speak.
I'll {do} the {thing} in a second.
Let me just {do} the {thing}.
Almost there.
Just a moment, I'm {doing} {it}.
I'm heading to the {place} now.
I'm on my way to the {place}.
I'm going there now.
I'm rolling over to the {place}.
Let me go to the {place}.
First I'm going to the {place}.
I'll be right back.
I'm working on it.
I'm coming back with {it}.
I've got the {thing}.
Here's the {thing}.
I'll take care of the {thing}.
I can see {it}.
I'm picking {it} up.
I'm reaching for {it}.
Consider it done.
Yes, I'm {doing} the {thing}.
As I said, I'm {doing} the {thing}.
Don't worry, I'll {do} the {thing}.
I need to find {it} first.
I'm {doing} the {thing}, so give me a minute.
You asked me to {do} the {thing}, so I'm {doing} {it}.
""".strip().splitlines()


URGED = """
Hurry up with the {thing}, please.
Where's the {thing}?
Do you have the {thing}?
Are you still {doing} the {thing}?
Is it done yet?
Don't forget the {thing}.
Be careful with the {thing}.
Can you see {it}?
Do you need a hand with the {thing}?
My mother gave me the {thing}.
I bought the {thing} in Paris.
I can't {do} {it} myself any more.
I'd {do} {it} myself but my back hurts.
I hope you can {do} {it}.
I've been waiting for the {thing}.
I told you to {do} the {thing}.
I asked you to {do} {it}.
You said you'd {do} the {thing}.
Just {do} {it}, please.
Please {do} {it} now.
Keep going.
Yes, please do.
I'll wait here.
""".strip().splitlines()


def _goals(*turns):
    """Intent and slots of the goals that start, and "CANCEL" for what ends."""
    watcher, done = Watcher(IntentConfig()), []
    for seq, turn in enumerate(turns):
        speaker = Speaker.AGENT if turn.startswith("A: ") else Speaker.USER
        for decision in watcher.feed(Token(seq, seq, speaker, turn[3:], True), 2.0 * seq).decisions:
            done += [(decision.goal.intent, decision.goal.slots)] if decision.goal else []
            done += ["CANCEL"] if decision.cancel else []
    return done


@pytest.mark.parametrize("words", TOLD)
@pytest.mark.parametrize("task", TASKS, ids=[task[0] for task in TASKS])
def test_nothing_else_begins(task, words):
    ask, promise, thing, it, do, doing, place = task
    before = _goals(f"U: {ask}", f"A: {promise}")
    assert len(before) == 1
    told = words.format(thing=thing, it=it, do=do, doing=doing, place=place)
    assert _goals(f"U: {ask}", f"A: {promise}", "U: How is it going?", f"A: {told}") == before


@pytest.mark.parametrize("words", URGED)
@pytest.mark.parametrize("task", TASKS, ids=[task[0] for task in TASKS])
def test_who_asks_for_it_again_gets_it_once(task, words):
    ask, promise, thing, it, do, doing, place = task
    said = words.format(thing=thing, it=it, do=do, doing=doing, place=place)
    before = _goals(f"U: {ask}", f"A: {promise}")
    assert _goals(f"U: {ask}", f"A: {promise}", f"U: {said}", "A: Okay.", "A: I'm on it.") == before


@pytest.mark.parametrize("words", ["Bring me another cup.", "Bring me a cup again.", "And a cup for Tom as well."])
def test_one_more_is_brought(words):
    asked = ("U: Bring me the red cup from the kitchen.", "A: I'll bring you the red cup.")
    assert len(_goals(*asked, f"U: {words}", "A: Sure, I will.")) == 2


@pytest.mark.parametrize(
    ("words", "begins"),
    [
        ("Then I'll go to the kitchen.", "MOVE_TO"),
        ("After that I'm going to the kitchen.", "MOVE_TO"),
        ("I'll bring you the plates instead.", "BRING_OBJECT"),
    ],
)
def test_what_comes_next_begins(words, begins):
    done = _goals("U: Take the plates to Anna.", "A: I'll take the plates to Anna.", f"A: {words}")
    assert [one[0] for one in done if one != "CANCEL"][1:] == [begins]


@pytest.mark.parametrize(
    ("asked", "promised", "recipient", "destination"),
    [
        ("Bring the couple some champagne.", "I'll bring the champagne.", "couple", ""),
        ("Bring Mrs Dahl a wheelchair.", "I'm fetching one.", "Mrs Dahl", ""),
        ("Take the plates to Anna.", "I'll bring the plates.", "Anna", ""),
        ("Bring the chair to the kitchen.", "I'll bring the chair.", "", "kitchen"),
        ("Put the chair in the kitchen.", "I'm bringing the chair.", "", "kitchen"),
        ("Bring Ana the plates.", "I'll bring you the plates.", "user", ""),
        ("Bring me the plates.", "I'll bring the plates.", "user", ""),
    ],
)
def test_it_is_brought_to_whom_it_was_asked_for(asked, promised, recipient, destination):
    (_, slots), *more = _goals(f"U: {asked}", f"A: {promised}")
    assert (slots.recipient, slots.destination, more) == (recipient, destination, [])


@pytest.mark.parametrize(
    ("turns", "thing"),
    [
        (("U: Bring me some milk.", "A: I'll get the milk.", "U: No milk."), "milk"),
        (("U: Bring Ana some milk.", "A: Sure.", "U: I take it back, no milk."), "milk"),
        (("U: Bring Mr Brandt a pillow.", "A: I'll bring him a pillow.", "U: Mr Brandt has checked out."), "pillow"),
        (
            ("U: Find my scissors.", "A: I'll look for them.", "U: Oh, the scissors are here, under the hat."),
            "scissors",
        ),
        (("U: Get me the wrench.", "A: Getting it.", "U: I'm fine without the wrench."), "wrench"),
        (("U: Fetch Mum, please.", "A: I'll fetch Mum.", "U: Ah, here she comes."), ""),
    ],
)
def test_what_takes_it_back(turns, thing):
    (_, slots), *more = _goals(*turns)
    assert (slots.object, more) == (thing, ["CANCEL"])


@pytest.mark.parametrize(
    "words", ["The letter is here.", "Mr Brandt left a note.", "My sister has left.", "No, the letter."]
)
def test_what_is_told_of_it_takes_nothing_back(words):
    turns = ("U: Bring Mr Brandt the letter.", "A: I'll bring him the letter.", f"U: {words}")
    assert len(_goals(*turns)) == 1


@pytest.mark.parametrize(
    ("turns", "thing", "destination"),
    [
        (("U: Put the drill in the toolbox.", "A: Sure.", "U: The grey toolbox, I mean."), "drill", "grey toolbox"),
        (
            ("U: Bring me the green blanket.", "A: Sure.", "U: Take the grey one instead.", "A: Okay."),
            "grey blanket",
            "",
        ),
    ],
)
def test_what_is_another_of_its_kind(turns, thing, destination):
    intent, slots = [one for one in _goals(*turns) if one != "CANCEL"][-1]
    assert (slots.object, slots.destination) == (thing, destination)
    assert intent == ("PLACE_OBJECT" if destination else "BRING_OBJECT")


@pytest.mark.parametrize(
    ("words", "thing"),
    [
        ("Make it two.", "two umbrellas"),
        ("In fact, bring two.", "two umbrellas"),
        ("wait make that two laura's joining", "two umbrellas"),
        ("The big one.", "big umbrella"),
        ("Make it the big one.", "big umbrella"),
    ],
)
def test_more_of_the_same_takes_its_place_at_once(words, thing):
    done = _goals("U: Bring me the umbrella.", "A: Sure, I'll get the umbrella.", f"U: {words}")
    assert [one if one == "CANCEL" else one[1].object for one in done] == ["umbrella", thing, "CANCEL"]


@pytest.mark.parametrize(
    ("words", "thing"),
    [
        ("My phone's gone too.", "phone"),
        ("The remote is missing.", "remote"),
        ("Where's my phone?", "phone"),
    ],
)
def test_what_is_missing_now_is_looked_for(words, thing):
    done = _goals("U: Find my keys.", "A: I'll look for your keys.", f"U: {words}", "U: Look for it.", "A: I will.")
    assert [one[1].object for one in done if one != "CANCEL"] == ["keys", thing]


@pytest.mark.parametrize("words", ["I'll get the knife.", "I'll bring the blue cup.", "I'll pick up the pillow."])
@pytest.mark.parametrize(
    "task",
    [
        ("U: Take Tom to the garden.", "A: I'll take Tom to the garden."),
        ("U: Go to the kitchen.", "A: I'm going to the kitchen."),
        ("U: Bring Anna some tea.", "A: I'll bring Anna some tea."),
    ],
)
def test_another_task_begins_while_one_is_done(task, words):
    assert len(_goals(*task, f"A: {words}")) == 2


@pytest.mark.parametrize(
    ("asked", "intent"),
    [
        ("Switch on the lamp.", "SWITCH_ON"),
        ("Open the box.", "OPEN"),
        ("Find my bag.", "SEARCH"),
        ("Put the vase on the table.", "PLACE_OBJECT"),
    ],
)
def test_take_the_big_one_instead_is_of_the_same_task(asked, intent):
    done = _goals(f"U: {asked}", "A: Sure.", "U: Take the big one instead.")
    assert done[1][0] == intent and done[1][1].object.startswith("big ")


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("Bring me the cup.", "I'm opening the cupboard to look for it."),
        ("Bring me the cup.", "I'm turning around."),
        ("Bring me the book.", "I'm looking for the book."),
        ("Close the bedroom window.", "I'm going to the bedroom."),
        ("Fetch Dad.", "I'm looking for him."),
        ("Put the books on the shelf.", "I'm carrying the books to the shelf."),
    ],
)
def test_a_step_is_no_task_of_its_own(asked, said):
    assert len(goals_of(f"U: {asked}", "A: Sure.", f"A: {said}")) == 1


def test_what_answers_the_user_meanwhile_is_a_task():
    talk = ("U: Bring me the cup.", "A: Sure.", "U: It's stuffy in here.", "A: I'm opening the window.")
    assert goals_of(*talk)[-1] == ("OPEN", "window")

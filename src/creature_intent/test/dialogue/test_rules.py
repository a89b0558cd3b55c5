"""The rules on tables of sentences: what is asked and promised, and what is only talk."""

from __future__ import annotations

from pathlib import Path

import pytest

from creature_intent.acts import Kind
from creature_intent.config import IntentConfig
from creature_intent.dialogue.rules import Rules
from creature_intent.dialogue.watcher import Watcher
from creature_intent.text.phrases import Phrase
from creature_intent.tokens import Speaker, Token

HERE = Path(__file__).parents[1]
SPEAKERS = {"U": Speaker.USER, "A": Speaker.AGENT}
ROLES = 5


def table(name: str) -> list[str]:
    lines = (HERE / name).read_text().splitlines()
    return [line for line in lines if line.strip() and not line.startswith("#")]


def meant(who: str, words: str):
    """What is published for the user's words, and acted on for the creature's, out of the blue, by the rules alone."""
    heard = Watcher(IntentConfig(judge=False)).feed(Token(0, 0, SPEAKERS[who], words, True), 0.0)
    return [
        decision.publish
        for decision in heard.decisions
        if who == "U" or decision.goal or decision.cancel or decision.publish.slots.destination == "user"
    ]


@pytest.mark.parametrize("line", table("spoken_tasks.txt"))
def test_a_task_is_understood_with_its_roles(line):
    words, expected = line.split(" -> ")
    tasks = [[role.strip() for role in task.split(";")] for task in expected.split("|")]
    who, _, words = words.partition(": ")
    assert [[act.intent, *vars(act.slots).values()] for act in meant(who, words)] == [
        roles + [""] * (ROLES - len(roles)) for roles in tasks
    ]


@pytest.mark.parametrize("line", table("spoken_talk.txt"))
def test_talk_starts_nothing(line):
    who, _, words = line.partition(": ")
    assert meant(who, words) == []


@pytest.mark.parametrize(
    "words",
    [
        "Stop.",
        "stop",
        "Stop it!",
        "Please stop.",
        "No, stop!",
        "Stop right now.",
        "Stop, Robbie.",
        "Stop Robbie!",
        "Hey Robbie, stop.",
        "No no no!",
        "Quit it.",
        "Scratch that.",
        "Stop the robot.",
        "I don't want it anymore.",
        "Actually, don't.",
        "Stop moving.",
        "Hey robot, stop!",
        "Never mind.",
        "Nevermind.",
        "Oh, never mind.",
        "Never mind the red cup.",
        "Cancel.",
        "Cancel that.",
        "Cancel that please.",
        "Forget it.",
        "Forget about it.",
        "Freeze!",
        "Halt!",
        "Don't!",
        "Don't do that.",
        "Wait.",
        "Wait, wait!",
        "Wait a second.",
        "Hold on.",
        "Abort.",
        "Let go.",
        "Enough.",
        "I changed my mind.",
        "Don't pick up the red cup.",
        "No, don't bring me the cup.",
        "Stop, that's the wrong one.",
        "Can you stop, please?",
        "Could you please stop?",
        "Stop picking up the cup.",
    ],
)
def test_taking_back_is_understood_at_once(words):
    acts = meant("U", words)
    assert acts and acts[0].kind == Kind.CANCEL


@pytest.mark.parametrize(
    "words",
    [
        "The bus stop is here.",
        "I can't stop thinking about it.",
        "Does it ever stop?",
        "Wait until you see it.",
        "I couldn't wait.",
        "The movie was about a stop sign.",
        "I don't.",
        "They cancelled the show.",
        "Stop by later.",
        "I never mind the rain.",
        "It froze last night.",
        "We waited for an hour.",
        "Don't you think so?",
    ],
)
def test_the_same_words_inside_talk_stop_nothing(words):
    assert meant("U", words) == []


def conversation(*turns: str):
    """The acts of the last turn."""
    rules, acts = Rules(judge=None), []
    for seq, turn in enumerate(turns):
        who, _, words = turn.partition(": ")
        acts = rules.read(Phrase(SPEAKERS[who], words, seq, seq, ended=words[-1] in ".?!"))
    return acts


@pytest.mark.parametrize(
    ("turns", "object_"),
    [
        (("U: Do you see the red cup?", "U: Bring it to me."), "red cup"),
        (("U: There's a red cup on the table. ", "U: Can you pick it up?"), "red cup"),
        (("A: I see a small box.", "U: Okay, pick that up."), "small box"),
        (("U: Where is my book?", "A: Your book is on the shelf.", "U: Get it for me."), "book"),
        (("U: Pick up the red cup.", "A: Okay, I'll grab it."), "red cup"),
        (("U: Pick up the red cup.", "U: And now the green one."), "green cup"),
        (("U: I like the blue mug.", "U: Hand me the other one."), "other mug"),
        (("U: The cup is dirty, put it in the sink.",), "cup"),
    ],
)
def test_a_pronoun_is_what_was_named_last(turns, object_):
    assert conversation(*turns)[-1].slots.object == object_


@pytest.mark.parametrize(
    ("words", "slots"),
    [
        ("No, the green one.", {"object": "green cup"}),
        ("no the blue cup", {"object": "blue cup"}),
        ("Actually, the blue cup.", {"object": "blue cup"}),
        ("I meant the blue one.", {"object": "blue cup"}),
        ("Not the red one, the blue one.", {"object": "blue cup"}),
        ("No wait, the other cup.", {"object": "other cup"}),
        ("Sorry, the blue one please.", {"object": "blue cup"}),
        ("The green one instead.", {"object": "green cup"}),
        ("No, on the shelf.", {"destination": "shelf"}),
        ("No, to Anna.", {"recipient": "Anna"}),
        ("No, from the kitchen.", {"source": "kitchen"}),
        ("Make it the blue mug.", {"object": "blue mug"}),
    ],
)
def test_a_correction_names_only_what_changes(words, slots):
    act = conversation("U: Pick up the red cup.", f"U: {words}")[-1]
    assert act.kind == Kind.CORRECT and act.intent == ""
    assert {role: text for role, text in vars(act.slots).items() if text} == slots


def test_a_correction_may_change_the_deed():
    act = conversation("U: Pick up the red cup.", "U: Actually, put it on the table.")[-1]
    assert (act.kind, act.intent, act.slots.object, act.slots.destination) == (
        Kind.CORRECT,
        "PLACE_OBJECT",
        "red cup",
        "table",
    )


@pytest.mark.parametrize("words", ["No, that's fine.", "Actually I like it.", "No thanks.", "No way.", "I mean it."])
def test_disagreeing_in_talk_corrects_nothing(words):
    assert conversation("U: Pick up the red cup.", f"U: {words}") == []


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("I'm sorry, I can't fly.", Kind.REFUSE),
        ("Sorry, I can't reach that.", Kind.REFUSE),
        ("I'm afraid I don't know what that is.", Kind.REFUSE),
        ("I won't do that.", Kind.REFUSE),
        ("Which cup, the red one or the blue one?", Kind.ASK),
        ("What should I pick up?", Kind.ASK),
        ("On it.", Kind.ACCEPT),
        ("Sure, will do!", Kind.ACCEPT),
        ("Right away.", Kind.ACCEPT),
        ("Consider it done.", Kind.ACCEPT),
    ],
)
def test_what_the_creature_says_of_a_request(words, kind):
    assert [act.kind for act in conversation(f"A: {words}")] == [kind]


def test_a_phrase_cut_off_in_mid_air_promises_nothing():
    assert conversation("A: Okay, I'll pick up the red") == []
    assert conversation("A: Okay, I'll put the cup on the") == []
    assert [act.intent for act in conversation("A: Okay, I'll pick up the red cup")] == ["GRAB_OBJECT"]


def test_of_a_torn_phrase_only_stop_is_believed():
    torn = {"whole": False, "flaw": "a token was lost"}
    assert Rules().read(Phrase(Speaker.USER, "pick up the red cup", 0, 4, **torn)) == []
    assert [act.kind for act in Rules().read(Phrase(Speaker.USER, "Stop!", 0, 0, **torn))] == [Kind.CANCEL]


def test_an_act_says_why_who_and_where():
    (act,) = Rules().read(Phrase(Speaker.USER, "Could you pick up the red cup?", 3, 9))
    assert (act.speaker, act.first_seq, act.last_seq) == (Speaker.USER, 3, 9)
    assert act.utterance == "Could you pick up the red cup?"
    assert "pick up the red cup" in act.reason and 0.9 <= act.confidence <= 1.0


def test_a_vaguer_form_is_less_sure():
    def sure(words):
        return conversation(f"U: {words}")[-1].confidence

    assert (
        sure("Could you pick up the cup?") > sure("Why don't you pick up the cup?") > sure("Why don't you get the cup?")
    )


def test_several_deeds_in_a_breath_stay_apart():
    acts = conversation("U: Pick up the red cup and put the book on the shelf.")
    assert [(act.intent, act.slots.object) for act in acts] == [("GRAB_OBJECT", "red cup"), ("PLACE_OBJECT", "book")]

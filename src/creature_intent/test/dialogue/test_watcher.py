"""The watcher as a whole: the same words give the same decisions however they are cut and interleaved."""

from __future__ import annotations

import itertools
import random

import pytest

from creature_intent.config import IntentConfig
from creature_intent.dialogue.watcher import Watcher
from creature_intent.tokens import Speaker, Token

USER, AGENT = Speaker.USER, Speaker.AGENT
DIALOGUES = [
    [
        (USER, "Hello there. Could you pick up the red cup?"),
        (AGENT, "Okay, I'll pick up the red cup."),
        (USER, "No, the green one."),
        (AGENT, "All right. I'll pick up the green cup."),
        (USER, "Stop!"),
        (AGENT, "Okay, I'll stop."),
    ],
    [
        (USER, "I bought 3.5 kg of apples at Dr. Smith's. Bring me the blue mug from the kitchen, please!"),
        (AGENT, "Sure... let me get that for you. What a day."),
        (USER, "Thanks. She said bring me the cup, can you believe it?"),
        (AGENT, "I can't pick up the sea."),
    ],
]


def decisions(dialogue, pieces_of):
    """Feed a dialogue, each turn cut into pieces by `pieces_of`; returns what was decided."""
    watcher, seq, found = Watcher(IntentConfig()), 0, []
    for now_s, (speaker, words) in enumerate(dialogue):
        pieces = pieces_of(words)
        for index, piece in enumerate(pieces):
            heard = watcher.feed(Token(seq, seq, speaker, piece, index == len(pieces) - 1), float(now_s))
            found += [plain(decision) for decision in heard.decisions]
            seq += 1
    return found


def plain(decision):
    """A decision without the token numbers, which depend on the cut."""
    act = decision.publish and decision.publish.but(first_seq=0, last_seq=0)
    return act, decision.goal, decision.cancel


def cut_at_random(chance):
    def pieces_of(words):
        cuts = sorted({0, len(words), *(chance.randrange(len(words) + 1) for _ in range(chance.randrange(12)))})
        pieces = [words[begin:end] for begin, end in itertools.pairwise(cuts)]
        return [*pieces, ""] if chance.random() < 0.3 else pieces

    return pieces_of


@pytest.mark.parametrize("dialogue", DIALOGUES)
def test_any_split_into_tokens_means_the_same(dialogue):
    whole = decisions(dialogue, lambda words: [words])
    assert [goal for _, goal, _ in whole if goal]
    assert decisions(dialogue, list) == whole
    for seed in range(150):
        assert decisions(dialogue, cut_at_random(random.Random(seed))) == whole, f"seed {seed}"


def test_any_interleaving_of_the_speakers_reads_each_of_them_alike():
    asked = [" Could", " you", " pick", " up", " the", " red", " cup?"]
    talked = [" Mm-hm.", " It", " is", " a", " lovely", " day", " today."]
    for seed in range(100):
        chance, watcher, left, published = random.Random(seed), Watcher(IntentConfig()), [list(asked), list(talked)], []
        for seq in range(len(asked) + len(talked)):
            which = chance.choice([index for index in (0, 1) if left[index]])
            piece = left[which].pop(0)
            token = Token(seq, seq, (USER, AGENT)[which], piece, not left[which])
            published += [decision.publish for decision in watcher.feed(token, 0.0).decisions]
        assert [(act.kind.value, act.slots.object) for act in published] == [("request", "red cup")], f"seed {seed}"


def test_a_lost_token_never_starts_a_task():
    dialogue = [(USER, w) for w in ["Please", "do", "not", "pick", "up", "the", "red", "cup", "."]]
    dialogue += [
        (AGENT, w) for w in ["I", "can", "not", "and", "I", "will", "not", "pick", "up", "the", "red", "cup", "."]
    ]
    for lost in range(len(dialogue)):
        watcher = Watcher(IntentConfig())
        for seq, (speaker, word) in enumerate(dialogue):
            if seq != lost:
                heard = watcher.feed(Token(seq, seq, speaker, f" {word}", word == "."), 0.0)
                assert not [decision for decision in heard.decisions if decision.goal], f"without token {lost}"


def test_a_gap_is_told_and_separates_request_and_promise():
    watcher = Watcher(IntentConfig())
    watcher.feed(Token(0, 0, USER, "Could you pick up the red cup?", True), 0.0)
    heard = watcher.feed(Token(5, 90, AGENT, "Okay, I'll get it.", True), 1.0)
    assert heard.gap is not None and heard.gap.count == 4
    later = watcher.feed(Token(6, 200, AGENT, "Okay, I'll get it.", True), 2.0)
    assert not [decision for decision in (*heard.decisions, *later.decisions) if decision.goal]


def test_a_promise_fires_with_its_sentence_not_with_its_utterance():
    watcher = Watcher(IntentConfig())
    pieces = [" Okay", ", I'll", " pick up", " the red", " cup", ".", " It looks", " nice.", ""]
    fired = [
        bool(watcher.feed(Token(seq, seq, AGENT, piece, seq == len(pieces) - 1), 0.0).decisions)
        for seq, piece in enumerate(pieces)
    ]
    assert fired.index(True) == pieces.index(".") and fired.count(True) == 1


def test_words_handed_to_the_voice_are_not_read_as_its_own_mind():
    watcher = Watcher(IntentConfig())
    watcher.feed(Token(0, 0, USER, "Pick up the red cup.", True), 0.0)
    watcher.handed("I'm sorry, I can't find a banana here.")
    watcher.feed(Token(1, 1, AGENT, "I'm sorry, I can't find a banana here.", True), 1.0)
    assert watcher.policy.pending is not None
    watcher.feed(Token(2, 2, AGENT, "I'm sorry, I can't do that.", True), 1.0)
    assert watcher.policy.pending is None


def goals_of(*turns):
    """The goals and cancels of a dialogue, a second for each turn ("U: ..." or "A: ...")."""
    watcher, found = Watcher(IntentConfig()), []
    for number, turn in enumerate(turns):
        speaker = AGENT if turn.startswith("A") else USER
        for decision in watcher.feed(Token(number, number, speaker, turn[3:], True), float(number)).decisions:
            found += ["cancel"] * decision.cancel
            if decision.goal:
                found.append((decision.goal.intent, *filter(None, vars(decision.goal.slots).values())))
    return found


@pytest.mark.parametrize(
    ("turns", "expected"),
    [
        (["U: Pick up the phone.", "A: Okay, I'll pick up the phone."], [("GRAB_OBJECT", "phone")]),
        (["U: Go to the office.", "A: Okay, I'll go to the office."], [("MOVE_TO", "office")]),
        (["U: How was your day?", "A: Fine, I'm going to the office."], []),
        (["U: Do you see the ball?", "U: Get it for me.", "A: On it."], [("BRING_OBJECT", "ball", "user")]),
        (
            ["U: Bring me the cup.", "A: Which cup, the red one or the blue one?", "U: The red one.", "A: Right away."],
            [("BRING_OBJECT", "red cup", "user")],
        ),
        (
            [
                "U: Grab the red cup.",
                "A: Okay, I'll grab the red cup.",
                "U: No, the blue one.",
                "A: I'll grab the blue cup.",
            ],
            [("GRAB_OBJECT", "red cup"), "cancel", ("GRAB_OBJECT", "blue cup")],
        ),
        (
            [
                "U: Put it there.",
                "A: Where should the cup go?",
                "U: On the shelf.",
                "A: I'll put the cup on the shelf.",
            ],
            [("PLACE_OBJECT", "cup", "shelf")],
        ),
        (
            ["U: Pick up the cup and bring it to me.", "A: Okay. I'll pick up the cup. I'll bring it to you."],
            [("BRING_OBJECT", "cup", "user")],
        ),
        (["U: Get my book.", "A: I'm sorry, I can't find a book.", "A: On it."], []),
        (["U: Stop!", "A: Okay, I'll stop."], ["cancel", "cancel"]),
        (["A: Maybe I'll bring you the ball."], []),
        (["A: Perhaps I'll pick up the cup."], []),
        (["U: Bring me the ball.", "A: Maybe I'll bring you the ball."], [("BRING_OBJECT", "ball", "user")]),
        (["A: I'll get it.", "A: I'll take it.", "A: Right away."], []),
    ],
)
def test_dialogues_end_in_the_right_goals(turns, expected):
    assert goals_of(*turns) == expected


@pytest.mark.parametrize(
    "asked",
    [
        *("You should pick up the ball.", "You ought to grab the ball.", "I need the ball.", "We need the ball."),
        *("I want the ball.", "I'd like the ball.", "I'd like a ball.", "Let me have the ball."),
        *(
            "Could I have a ball?",
            "Take a ball.",
            "Pick a the ball.",
            "Pick up the, uh, ball.",
            "Bring me the, um, ball.",
            "Ball!",
        ),
    ],
)
@pytest.mark.parametrize(
    "promised", ["Okay, I'll pick up the ball.", "Sure, I'll bring you the ball.", "Okay. I'll grab the ball."]
)
def test_however_it_is_asked_the_creatures_promise_makes_one_goal(asked, promised):
    (goal,) = goals_of(f"U: {asked}", f"A: {promised}")
    assert goal[:2] in (("GRAB_OBJECT", "ball"), ("BRING_OBJECT", "ball"))


@pytest.mark.parametrize(
    "asked",
    [
        *("You should pick up the ball.", "I need the ball.", "We want the ball.", "Let me have the ball."),
        *("Can I get the ball?", "Pick up the, uh, ball.", "I need the ball. Can you bring it?"),
    ],
)
def test_a_request_alone_starts_nothing_and_agreeing_to_it_starts_it(asked):
    assert goals_of(f"U: {asked}") == []
    (goal,) = goals_of(f"U: {asked}", "A: On it.")
    assert goal[1] == "ball"


def test_what_is_ordered_or_wished_for_in_talk_is_not_agreed_to():
    for words in ("I'd like the chicken, please.", "I need a break.", "I want the truth.", "Let me have a look."):
        assert goals_of(f"U: {words}", "A: On it.") == []


@pytest.mark.parametrize(
    "words",
    [
        *(
            "Sure, no problem.",
            "Okey-dokey.",
            "Yes, of course I can.",
            "Happy to help.",
            "I'd love to.",
            "Say no more.",
        ),
        *(
            "Of course, just a second.",
            "It's on its way.",
            "You'll have it in a second.",
            "Already on it.",
            "Off I go.",
        ),
        *("I'll be right there.", "Aye aye, captain.", "Sounds good.", "Red cup it is.", "The red cup, right away."),
        *("I can bring you the red cup.", "Sure, I can get it for you.", "Bringing it.", "Working on it."),
    ],
)
def test_right_after_a_request_many_words_agree(words):
    assert goals_of("U: Bring me the red cup.", f"A: {words}") == [("BRING_OBJECT", "red cup", "user")]
    assert goals_of("U: What a day.", f"A: {words}") == []


@pytest.mark.parametrize("words", ["Sure, where is it?", "I'd rather not.", "Sounds like fun.", "I can bring you tea."])
def test_right_after_a_request_other_words_do_not(words):
    assert goals_of("U: Bring me the red cup.", f"A: {words}") == []


@pytest.mark.parametrize(
    ("asked", "words", "intent"),
    [
        ("Take me to the balcony.", "Please follow me.", "GUIDE"),
        ("Follow me.", "Right behind you.", "FOLLOW"),
        ("Open the window.", "Opening now.", "OPEN"),
        ("Turn on the lamp.", "Lamp on.", "SWITCH_ON"),
        ("Find my keys.", "I'll have a look.", "SEARCH"),
    ],
)
def test_each_task_has_its_own_words_of_agreeing(asked, words, intent):
    assert [goal[0] for goal in goals_of(f"U: {asked}", f"A: {words}")] == [intent]

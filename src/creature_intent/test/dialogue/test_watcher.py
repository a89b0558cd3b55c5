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

"""Properties of the stream: the pieces a text comes in change nothing, a part never does what the whole would not."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from creature_intent.acts import Kind
from creature_intent.config import IntentConfig
from creature_intent.dialogue.watcher import Watcher
from creature_intent.tokens import Speaker, Token

HERE = Path(__file__).parents[1]
SPEAKERS = {"U": Speaker.USER, "A": Speaker.AGENT}
ROUNDS = 3


def sentences(name: str) -> list[tuple[Speaker, str]]:
    lines = [line for line in (HERE / name).read_text().splitlines() if line.strip() and not line.startswith("#")]
    return [(SPEAKERS[line[0]], line[3:].split(" -> ")[0]) for line in lines]


SAID = sentences("spoken_tasks.txt") + sentences("spoken_talk.txt")[::4]


def pieces(text: str, chance: random.Random) -> list[str]:
    cuts = sorted(chance.sample(range(1, len(text)), chance.randint(0, min(12, len(text) - 1))))
    return [text[start:end] for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True)]


def decisions_of(turns: list[tuple[Speaker, list[str]]]):
    """What is decided, without the tokens' numbers."""
    watcher, seq, found = Watcher(IntentConfig()), 0, []
    for speaker, parts in turns:
        for index, part in enumerate(parts):
            heard = watcher.feed(Token(seq, seq, speaker, part, index == len(parts) - 1), 0.5 * seq)
            found += heard.decisions
            seq += 1
    return found


def plain(decisions) -> list[tuple]:
    return [
        (one.publish.but(first_seq=0, last_seq=0) if one.publish else None, one.goal, one.cancel) for one in decisions
    ]


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_any_split_of_a_text_into_tokens_gives_the_same_intents(seed):
    chance = random.Random(seed)
    for speaker, text in SAID:
        whole, split = decisions_of([(speaker, [text])]), decisions_of([(speaker, pieces(text, chance))])
        assert plain(split) == plain(whole), text


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_any_interleaving_of_the_speakers_keeps_the_order_of_each(seed):
    chance = random.Random(seed)
    watcher, seq = Watcher(IntentConfig()), 0
    texts = {
        Speaker.USER: " ".join(f"Bring me the {thing}." for thing in ("cup", "fork", "lamp", "book")),
        Speaker.AGENT: " ".join(f"I see a {thing}." for thing in ("dog", "cat", "bird", "fish")),
    }
    left = {speaker: pieces(text, chance) for speaker, text in texts.items()}
    objects, last = [], -1
    while any(left.values()):
        speaker = chance.choice([one for one, parts in left.items() if parts])
        part = left[speaker].pop(0)
        for decision in watcher.feed(Token(seq, seq, speaker, part, not left[speaker]), 0.0).decisions:
            objects.append(decision.publish.slots.object)
            assert last <= decision.publish.first_seq <= decision.publish.last_seq <= seq
            last = decision.publish.last_seq
        seq += 1
    assert objects == ["cup", "fork", "lamp", "book"]


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_a_stream_cut_anywhere_starts_no_task_that_the_whole_does_not(seed):
    """The rest of an utterance never comes: the voice died, or tokens were lost."""
    chance = random.Random(seed)
    for speaker, text in SAID:
        cut = chance.randint(1, len(text))
        done = {one.goal.intent for one in decisions_of([(speaker, [text])]) if one.goal}
        watcher = Watcher(IntentConfig())
        heard = [*watcher.feed(Token(0, 0, speaker, text[:cut]), 0.0).decisions]
        heard += watcher.feed(Token(9, 9, speaker, ""), 1.0).decisions
        assert {one.goal.intent for one in heard if one.goal} <= done, text[:cut]


def test_after_a_gap_only_stopping_is_believed():
    watcher = Watcher(IntentConfig())
    watcher.feed(Token(0, 0, Speaker.AGENT, "I'll bring "), 0.0)
    heard = watcher.feed(Token(5, 5, Speaker.AGENT, "you the red cup.", True), 0.1)
    assert heard.gap.count == 4
    assert not heard.decisions
    stopped = watcher.feed(Token(6, 6, Speaker.USER, "Stop!", True), 0.2)
    assert [one.publish.kind for one in stopped.decisions] == [Kind.CANCEL]

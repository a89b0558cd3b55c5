"""The script that trains the judge: same data, same bytes; chances that mean what they say."""

import random
import sys
from pathlib import Path

import pytest

np = pytest.importorskip("numpy")
ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "scripts"))

import judge_fit  # noqa: E402
import train_judge  # noqa: E402
from judge_examples import clues, from_sentences, from_templates  # noqa: E402
from judge_grammar import GrammarError, expand, read_templates, read_words  # noqa: E402

from creature_intent.meaning.judge import SHIPPED, Judge  # noqa: E402
from creature_intent.tokens import Speaker  # noqa: E402


def tiny() -> bytes:
    """A small judge's file."""
    return train_judge.train(train_judge.templates(2), 1 << 12, 10).bytes({})


def test_the_same_data_make_the_same_bytes() -> None:
    assert tiny() == tiny()


def test_the_shipped_judge_is_made_from_the_data_that_lie_here() -> None:
    head = SHIPPED.read_bytes().partition(b"\n")[0].decode()
    assert f'"data": "{train_judge.digest()}"' in head, "./creature run python scripts/train_judge.py"


def test_nothing_held_out_is_read() -> None:
    parts = {path.parent.name for path in train_judge.DEV}
    assert parts.isdisjoint(train_judge.UNREAD) and len(parts) >= 6


def test_acts_are_told_from_talk_that_was_not_seen() -> None:
    examples = train_judge.templates(6)
    train = [one for one in examples if int(one.group.rpartition(":")[2]) % 4]
    test = [one for one in examples if not int(one.group.rpartition(":")[2]) % 4 and one.proposed]
    judge = train_judge.train(train, 1 << 15, 40)
    right = [(judge.score(one.clue) > 0) == one.is_act for one in test]
    assert len(test) > 100 and sum(right) / len(right) > 0.75


def test_every_line_of_the_data_can_be_used() -> None:
    for file, is_act in (("acts.txt", True), ("talk.txt", False)):
        found = from_templates(file, is_act, 3, 1, 1.0)
        assert {one.is_act for one in found} == {is_act} and {one.clue.speaker for one in found} == set(Speaker)


def test_platt_scaling_gives_the_chances_that_made_the_data() -> None:
    chance = random.Random(3)
    score = np.array([chance.uniform(-4, 4) for _ in range(20_000)])
    happened = np.array([float(chance.random() < 1 / (1 + np.exp(-(0.7 * value + 1.1)))) for value in score])
    slope, shift = judge_fit.platt(score, happened, np.ones_like(score))
    assert slope == pytest.approx(0.7, abs=0.05) and shift == pytest.approx(1.1, abs=0.05)


def test_acts_and_talk_count_the_same_when_balanced() -> None:
    is_act = np.array([1.0, 0.0, 0.0, 0.0])
    weight = train_judge.balance(is_act)
    assert (weight * is_act).sum() == pytest.approx((weight * (1 - is_act)).sum())


def test_a_quantized_weight_is_near_the_weight() -> None:
    weights = np.linspace(-1, 1, 255)
    raw, scale = judge_fit.quantized(weights)
    again = np.frombuffer(raw, np.int8) * scale
    assert np.abs(again - weights).max() < scale
    assert judge_fit.quantized(np.zeros(4)) == (bytes(4), 1.0)


def test_the_users_bare_orders_are_no_sure_talk() -> None:
    lines = ["Bring the cup", "They bring the cup"]
    assert [one.group for one in from_sentences(lines, Speaker.USER, "x", 1.0)] == ["x:1"]


def test_clauses_are_proposed_where_the_rules_see_a_deed() -> None:
    assert [proposed for _, proposed in clues("Bring me the cup.", Speaker.USER, True)] == [True]
    assert not any(proposed for _, proposed in clues("She said bring me the cup.", Speaker.USER, False))


def test_templates_are_expanded() -> None:
    words = read_words("# note\nthing: cup, mug\nboth: {thing} and {thing}\n")
    (user, agent) = read_templates("# greeting\nUA: (take|get) {both}( now|)\n")
    assert (user.kind, user.speaker, agent.speaker) == ("greeting", "user", "agent")
    made = {expand(user.text, words, random.Random(seed)) for seed in range(60)}
    assert "take cup and mug now" in made and "get mug and cup" in made and len(made) == 16


def test_bad_templates_are_named() -> None:
    with pytest.raises(GrammarError, match="line 2: a template begins with"):
        read_templates("# x\nX: hello\n")
    with pytest.raises(GrammarError, match="line 1: a word list"):
        read_words("cup, mug")
    with pytest.raises(GrammarError, match="no word list 'thing'"):
        expand("{thing}", {}, random.Random(0))


def test_the_shipped_judge_can_be_loaded() -> None:
    assert len(Judge.shipped().weights) == train_judge.BUCKETS

"""The small judge of act or talk, and its file."""

import json
from pathlib import Path

import pytest

from creature_intent.meaning.clue import Clue, clue_at, features
from creature_intent.meaning.judge import FORMAT, SHIPPED, Calibration, Judge, JudgeError, Verdict, bucket
from creature_intent.text.clauses import split
from creature_intent.text.words import sentence
from creature_intent.tokens import Speaker

PLAIN = Calibration(1.0, 0.0, 0.6, 0.3)
TAKE = Clue(Speaker.USER, ("take", "the", "bus"), ("take", "the", "bus"))


def judge_with(weight: int, name: str = "h=bus") -> Judge:
    """A judge that knows one feature."""
    weights = bytearray(1 << 12)
    weights[bucket(name, len(weights))] = weight % 256
    return Judge(memoryview(bytes(weights)).cast("b"), 0.5, dict.fromkeys(Speaker, PLAIN))


def written(**changes: object) -> bytes:
    """A judge's file with something changed in its first line."""
    head, _, body = judge_with(3).bytes({}).partition(b"\n")
    return json.dumps({**json.loads(head), **changes}).encode() + b"\n" + body


def test_a_weight_makes_the_difference_and_the_limits_the_tier() -> None:
    share = len(features(TAKE)) ** -0.5
    assert judge_with(3).score(TAKE) == pytest.approx(1.5 * share)
    assert judge_with(0).judge(TAKE).chance == 0.5 and judge_with(0).judge(TAKE).tier == "suggest"
    assert judge_with(100).judge(TAKE).tier == "act" and judge_with(-100).judge(TAKE).tier == "talk"
    assert judge_with(-100).why(TAKE) == ("h=bus",) and judge_with(100).why(TAKE) == ()


def test_each_speaker_has_a_calibration() -> None:
    plain = judge_with(0)
    sure = Calibration(1.0, 4.0, 0.6, 0.3)
    judge = Judge(plain.weights, plain.scale, {Speaker.USER: PLAIN, Speaker.AGENT: sure})
    agent = Clue(Speaker.AGENT, TAKE.words, TAKE.deed)
    assert judge.judge(TAKE).chance == 0.5 and judge.judge(agent).chance > 0.9


def test_what_is_written_is_read() -> None:
    judge = judge_with(-7)
    again = Judge.read(judge.bytes({"note": "test"}))
    assert again.bytes({}) == judge.bytes({}) and again.judge(TAKE) == judge.judge(TAKE)
    assert b'"note": "test"' in judge.bytes({"note": "test"}).partition(b"\n")[0]


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"", "does not begin as a judge's file does"),
        (b"not json\n", "does not begin"),
        (b"[]\n", "does not begin"),
        (b'{"format": 3}\n', "of format '3'"),
        (written(format="creature judge 0"), f"'{FORMAT}' is needed"),
        (written(calibration={}), "USER' is missing|AGENT' is missing"),
        (written(crc32=1), "damaged"),
        (judge_with(1).bytes({})[:-1], "4095 weights, 4096 were written"),
        (b"x" * 3_000_000, "does not begin"),
    ],
)
def test_a_file_that_is_none_is_refused(raw: bytes, message: str, tmp_path: Path) -> None:
    path = tmp_path / "judge.bin"
    path.write_bytes(raw)
    with pytest.raises(JudgeError, match=message) as caught:
        Judge.load(path)
    assert str(path) in str(caught.value) and "scripts/train_judge.py" in str(caught.value)


def test_a_file_that_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(JudgeError, match=r"nowhere\.bin cannot be read"):
        Judge.load(tmp_path / "nowhere.bin")


def verdict(speaker: Speaker, text: str) -> Verdict:
    """What the shipped judge thinks of a sentence of one clause."""
    clauses = split(sentence(text).words)
    deed = text.removeprefix("i will ").split()
    return Judge.shipped().judge(clue_at(speaker, clauses, len(clauses) - 1, deed))


def test_the_shipped_judge_is_small_and_its_limits_are_in_order() -> None:
    assert SHIPPED.stat().st_size < 400_000
    for limits in Judge.shipped().calibrations.values():
        assert limits.slope > 0 and 0 < limits.suggest < limits.act < 1


@pytest.mark.parametrize(
    ("speaker", "act", "talk"),
    [
        (Speaker.USER, "bring me the green jug", "give me some good advice"),
        (Speaker.USER, "put the mug on the shelf", "put the chicken in the oven for ten minutes"),
        (Speaker.USER, "go to the kitchen", "go to the beach"),
        (Speaker.AGENT, "i will get the mop", "i will get a taxi"),
        (Speaker.AGENT, "i will take the box to the hall", "i will take the steak with fries"),
        (Speaker.AGENT, "i will bring you the towel", "i will bring the kids from school"),
    ],
)
def test_the_shipped_judge_tells_tasks_from_talk(speaker: Speaker, act: str, talk: str) -> None:
    meant, said = verdict(speaker, act), verdict(speaker, talk)
    assert meant.tier == "act" and said.tier != "act"
    assert meant.chance > 0.2 + said.chance

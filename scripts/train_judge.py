"""Trains the small judge of act or talk: ./creature run python scripts/train_judge.py

From templates (judge_data/) and the development sets; the sets of UNREAD are never read. Same data, same bytes.
Figures are cross-validated: items that are neighbours in their file are never on both sides of a test.

Before it writes, it prints what the judge keeps of acts and of talk by kind, how its chances compare with what
happened, its size and its time. Chances are for a conversation in which half of what the rules propose is meant.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from zlib import crc32

import numpy as np
from judge_examples import DATA, SPEAKERS, Example, from_items, from_sentences, from_templates
from judge_fit import Floats, fit, hashed, platt, quantized

from creature_intent.evaluation.data import read_items
from creature_intent.evaluation.main import PARTS, UNREAD
from creature_intent.meaning.judge import SHIPPED, Calibration, Judge
from creature_intent.tokens import Speaker

BUCKETS = 1 << 17
STEPS = 60
RIDGE = 1e-6
EACH = 240
"""Sentences of a template: so many that no thing stands by chance in talk alone."""
TEMPLATE_WEIGHT = 0.25
ITEM_WEIGHT = 5.0
"""What an example of the development sets counts, beside TEMPLATE_WEIGHT of a template's."""
UNPROPOSED_WEIGHT = 0.1
"""What talk counts in which the rules see no deed anyway: its words would only blur what is left to judge."""
ACT_FROM = {Speaker.USER: 0.2, Speaker.AGENT: 0.15}
SUGGEST_FROM = 0.05
"""Chances from which on it acts, and asks: the rules have had their say, so only clear talk is taken back."""
FOLDS = 5
NEIGHBOURS = 6
DATA_SETS = Path(SHIPPED).parent.parent / "evaluation" / "data"
DEV = sorted(path for part in PARTS if part not in UNREAD for path in (DATA_SETS / part).glob("*.jsonl"))


def development() -> list[Example]:
    """The examples of the development sets."""
    items = [
        item for path in DEV for item in read_items(path.read_text().split("\n"), f"{path.parent.name}-{path.name}")
    ]
    return from_items(items, ITEM_WEIGHT)


def templates(each: int) -> list[Example]:
    """The examples of the templates."""
    acts = from_templates("acts.txt", True, each, 1, TEMPLATE_WEIGHT)
    return acts + from_templates("talk.txt", False, each, 1, TEMPLATE_WEIGHT)


def train(examples: Sequence[Example], buckets: int, steps: int) -> Judge:
    """A judge of these examples, not yet calibrated."""
    weight = np.array([_weight(example) for example in examples])
    weights = fit(hashed(examples, buckets), meant(examples), weight, buckets, steps, RIDGE)
    raw, scale = quantized(weights)
    plain = Calibration(1.0, 0.0, 0.5, 0.5)
    return Judge(memoryview(raw).cast("b"), scale, dict.fromkeys(Speaker, plain))


def meant(examples: Sequence[Example]) -> Floats:
    """1 for act, 0 for talk."""
    return np.array([float(example.is_act) for example in examples])


def _weight(example: Example) -> float:
    return example.weight * (1.0 if example.proposed or example.is_act else UNPROPOSED_WEIGHT)


def cross_validated(base: Sequence[Example], own: Sequence[Example], buckets: int, steps: int) -> Floats:
    """The score of each example of `own` by a judge that has seen neither it nor its neighbours."""
    fold = np.array([_fold(example.group) for example in own])
    found = np.zeros(len(own))
    for number in range(FOLDS):
        judge = train([*base, *(one for one, its in zip(own, fold, strict=True) if its != number)], buckets, steps)
        for place in np.flatnonzero(fold == number):
            found[place] = judge.score(own[place].clue)
    return found


def _fold(group: str) -> int:
    name, _, number = group.rpartition("-")
    block = f"{name}{int(number) // NEIGHBOURS}" if number.isdigit() else group
    return crc32(block.encode()) % FOLDS


def calibrated(score: Floats, examples: Sequence[Example], speaker: Speaker) -> Calibration:
    """Platt scaling of a speaker's scores."""
    mine = np.array([example.proposed and example.clue.speaker == speaker for example in examples])
    line = platt(score[mine], meant(examples)[mine], balance(meant(examples)[mine]))
    return Calibration(*line, ACT_FROM[speaker], SUGGEST_FROM)


def balance(is_act: Floats) -> Floats:
    """Weights with which acts and talk count the same in all."""
    share = is_act.mean()
    return np.where(is_act > 0, 0.5 / share, 0.5 / (1 - share))


def report(score: Floats, examples: Sequence[Example], judge: Judge) -> str:
    """What the judge would have done, by kind, and how good its chances are."""
    kept = [(example, _chance(judge, example, one)) for example, one in zip(examples, score, strict=True)]
    kept = [(example, chance) for example, chance in kept if example.proposed]
    lines = [f"{'':28}proposed  acted on  asked about"]
    for is_act in (True, False):
        for speaker in Speaker:
            lines += _by_kind(
                [pair for pair in kept if (pair[0].is_act, pair[0].clue.speaker) == (is_act, speaker)], judge
            )
    lines += ["", "chance said     happened (acts and talk counted the same)"]
    return "\n".join([*lines, *_table(kept)])


def _chance(judge: Judge, example: Example, score: float) -> float:
    line = judge.calibrations[example.clue.speaker]
    return float(1 / (1 + np.exp(-(line.slope * score + line.shift))))


def _by_kind(pairs: Sequence[tuple[Example, float]], judge: Judge) -> list[str]:
    if not pairs:
        return []
    example = pairs[0][0]
    limits = judge.calibrations[example.clue.speaker]
    lines = []
    for kind in ["", *sorted({one.kind for one, _ in pairs})]:
        chances = [chance for one, chance in pairs if kind in ("", one.kind)]
        acts = sum(chance >= limits.act for chance in chances)
        asks = sum(limits.act > chance >= limits.suggest for chance in chances)
        head = (
            f"{'act' if example.is_act else 'talk'}, {example.clue.speaker.name.lower()}" if not kind else f"  {kind}"
        )
        lines.append(f"{head:28}{len(chances):8}{acts:10}{asks:13}")
    return lines


def _table(pairs: Sequence[tuple[Example, float]]) -> list[str]:
    chances, is_act = np.array([chance for _, chance in pairs]), meant([example for example, _ in pairs])
    weight, lines = balance(is_act), []
    for low in np.arange(0, 1, 0.2):
        here = (chances >= low) & (chances < low + 0.2)
        if here.any():
            said, was = (np.average(value[here], weights=weight[here]) for value in (chances, is_act))
            lines.append(f"{low:.1f}-{low + 0.2:.1f}   {said:5.2f}     {was:5.2f}   ({here.sum()} clauses)")
    return lines


def digest() -> str:
    """Of everything the judge is made from."""
    files = [*sorted(DATA.glob("*.txt")), *DEV]
    return sha256(b"".join(path.read_bytes() for path in files)).hexdigest()[:16]


def main() -> None:
    """Train, report, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=SHIPPED, help="where to write it")
    parser.add_argument("--talk", type=Path, action="append", default=[], metavar="FILE", help="more talk, a line each")
    parser.add_argument("--dry", action="store_true", help="print the figures, write nothing")
    options = parser.parse_args()
    base = templates(EACH)
    for path in options.talk:
        for speaker in SPEAKERS.values():
            base += from_sentences(path.read_text().splitlines(), speaker, path.name, 0.3)
    own = development()
    score = cross_validated(base, own, BUCKETS, STEPS)
    plain = train([*base, *own], BUCKETS, STEPS)
    judge = Judge(plain.weights, plain.scale, {speaker: calibrated(score, own, speaker) for speaker in Speaker})
    raw = judge.bytes(
        {"examples": len(base) + len(own), "data": digest(), "more": [path.name for path in options.talk]}
    )
    print(report(score, own, judge))
    began_s = time.perf_counter()
    for example in own:
        judge.judge(example.clue)
    took_us = (time.perf_counter() - began_s) / len(own) * 1e6
    print(f"\n{len(base) + len(own)} examples, {len(raw) / 1000:.0f} kB, {took_us:.0f} us a clause")
    for speaker in Speaker:
        print(speaker.name.lower(), judge.calibrations[speaker])
    if not options.dry:
        options.out.parent.mkdir(exist_ok=True)
        options.out.write_bytes(raw)
        print(f"written: {options.out}")


if __name__ == "__main__":
    main()

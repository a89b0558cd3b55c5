"""The scores as a table for people, and as JSON for programs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from creature_intent.evaluation.data import INTENTS, KINDS
from creature_intent.evaluation.errors import CLASSES, Mistake
from creature_intent.evaluation.runner import Outcome
from creature_intent.evaluation.score import Scores, Share, Tally
from creature_intent.tokens import Speaker

_HEAD = (
    f"{'':<18}{'items':>6}{'turns':>7}{'acts':>6}{'recall':>9}{'by noun':>9}{'suggested':>11}{'precision':>11}"
    f"{'fires/1000: user':>26}{'agent':>20}"
)


def text_report(scores: Scores, errors: int) -> str:
    """The tables.

    Args:
        scores: What was counted.
        errors: How many mistakes of each class are listed.
    """
    lines = [_summary(scores), "", _HEAD, *_rows(scores.by_item, _tasks_first(scores)), _row("all", scores.all)]
    known = (*KINDS, *INTENTS)
    acts = {**scores.by_act, **scores.by_intent}
    names = [name for name in known if name in acts] + sorted(set(acts) - set(known))
    if names:
        lines += ["", "by act and by intent", *(line.rstrip() for line in _rows(acts, names))]
    lines += ["", *_slots_and_dialogues(scores)]
    for what in CLASSES:
        lines += _listed(what, [one for one in scores.mistakes if one.what == what], errors)
    return "\n".join(lines) + "\n"


def json_report(scores: Scores, outcomes: Iterable[Outcome]) -> dict[str, Any]:
    """Everything: the counts, and every item with the acts found in it."""
    return {
        "version": 1,
        "summary": {
            "all": _tally(scores.all),
            "by_item_kind": {name: _tally(tally) for name, tally in sorted(scores.by_item.items())},
            "by_act_kind": {name: _tally(tally) for name, tally in sorted(scores.by_act.items())},
            "by_intent": {name: _tally(tally) for name, tally in sorted(scores.by_intent.items())},
            "slots": {name: _share(share) for name, share in scores.slots.items()},
            "cancels": _share(scores.cancels),
            "mistakes": {what: sum(one.what == what for one in scores.mistakes) for what in CLASSES},
            "turn_ms_mean": round(_mean_ms(scores.turn_s), 4),
            "turn_ms_p99": round(_p99_ms(scores.turn_s), 4),
        },
        "items": [_item(outcome) for outcome in outcomes],
    }


def _summary(scores: Scores) -> str:
    turns = scores.all.turns
    total_s = sum(scores.turn_s)
    return (
        f"{scores.all.items} items, {sum(turns.values())} turns ({turns[Speaker.USER]} by users, "
        f"{turns[Speaker.AGENT]} by the agent) in {total_s:.2f} s of processor time: "
        f"{_mean_ms(scores.turn_s):.3f} ms a turn, 99 % within {_p99_ms(scores.turn_s):.2f} ms"
    )


def _rows(tallies: dict[str, Tally], names: Sequence[str]) -> list[str]:
    return [_row(name, tallies[name]) for name in names]


def _row(name: str, tally: Tally) -> str:
    turns = sum(tally.turns.values())
    return (
        f"{name:<18}{tally.items or '':>6}{turns or '':>7}{tally.recall.total or '':>6}{_percent(tally.recall):>9}"
        f"{_percent(tally.by_noun):>9}{_percent(tally.suggested):>11}{_percent(tally.precision):>11}"
        f"{_fires(tally.fires[Speaker.USER]):>26}{_fires(tally.fires[Speaker.AGENT]):>20}"
    ).rstrip()


def _tasks_first(scores: Scores) -> list[str]:
    return sorted(scores.by_item, key=lambda kind: (not scores.by_item[kind].recall.total, kind))


def _slots_and_dialogues(scores: Scores) -> list[str]:
    lines = [f"slot {name:<13}{_of(share)}" for name, share in scores.slots.items() if share.total]
    with_tasks = [(name, tally) for name, tally in sorted(scores.by_item.items()) if tally.pending.total]
    lines += [
        f"right tasks at the end, {name}: {_of(tally.pending)} (by noun: {_of(tally.pending_by_noun)})"
        for name, tally in with_tasks
    ]
    if scores.cancels.total:
        lines += [f"cancels caught in dialogues: {_of(scores.cancels)}"]
    return lines


def _listed(what: str, mistakes: list[Mistake], errors: int) -> list[str]:
    if not mistakes:
        return []
    worst = sorted(mistakes, key=lambda one: -one.weight)[:errors]
    lines = ["", f"{what}: {len(mistakes)}" + (f", the worst {len(worst)}" if worst else "")]
    for one in worst:
        turn = one.item.turns[one.turn]
        place = f"turn {one.turn}, " if len(one.item.turns) > 1 else ""
        lines += [
            f"  {one.item.id} ({one.item.kind}; {place}{turn.speaker.name.lower()}): {turn.text}",
            f"      {one.detail}",
        ]
    return lines


def _percent(share: Share) -> str:
    return f"{100 * share.right / share.total:.1f} %" if share.total else ""


def _of(share: Share) -> str:
    return f"{share.right} of {share.total}, {_percent(share)}"


def _fires(share: Share) -> str:
    return f"{1000 * share.right / share.total:.1f} ({share.right}/{share.total})" if share.total else ""


def _mean_ms(turn_s: Sequence[float]) -> float:
    return 1000 * sum(turn_s) / max(1, len(turn_s))


def _p99_ms(turn_s: Sequence[float]) -> float:
    return 1000 * sorted(turn_s)[int(0.99 * (len(turn_s) - 1))] if turn_s else 0.0


def _share(share: Share) -> dict[str, int]:
    return {"right": share.right, "total": share.total}


def _tally(tally: Tally) -> dict[str, Any]:
    return {
        "items": tally.items,
        "turns": {who.name.lower(): tally.turns[who] for who in Speaker},
        "recall": _share(tally.recall),
        "by_noun": _share(tally.by_noun),
        "suggested": _share(tally.suggested),
        "precision": _share(tally.precision),
        "pending": _share(tally.pending),
        "pending_by_noun": _share(tally.pending_by_noun),
        "false_fires": {who.name.lower(): _share(tally.fires[who]) for who in Speaker},
    }


def _item(outcome: Outcome) -> dict[str, Any]:
    item = outcome.item
    return {
        "id": item.id,
        "file": item.file,
        "line": item.line,
        "kind": item.kind,
        "turns": [
            {"ended": turn.ended} if turn.ended else {"speaker": turn.speaker.name.lower(), "text": turn.text}
            for turn in item.turns
        ],
        "found": [
            {
                "turn": one.turn,
                "speaker": one.act.speaker.name.lower(),
                "kind": one.act.kind.name,
                "intent": one.act.intent,
                **vars(one.act.slots),
                "tier": one.tier,
                "confidence": one.act.confidence,
                "reason": one.act.reason,
            }
            for one in outcome.found
        ],
        "pending": [{"intent": goal.intent, **vars(goal.slots)} for goal in outcome.pending],
    }

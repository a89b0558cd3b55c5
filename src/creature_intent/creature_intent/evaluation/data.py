"""What to evaluate on: items of turns with the acts that are meant in them (docs/intent-data.md), read and checked."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from creature_intent.tokens import Speaker

ACT = "ACT"
SUGGEST = "SUGGEST"
KINDS = ("REQUEST", "COMMIT", "CORRECT", "CANCEL")
SLOTS = ("object", "source", "destination", "recipient")
INTENTS = (
    "GRAB_OBJECT", "BRING_OBJECT", "PLACE_OBJECT", "MOVE_TO", "GUIDE", "FOLLOW", "SEARCH", "OPEN", "CLOSE",
    "SWITCH_ON", "SWITCH_OFF", "PERFORM_MOTION", "STOP_ACTIVITY",
)  # fmt: skip
_SPEAKERS = {"user": Speaker.USER, "agent": Speaker.AGENT}


class DataError(ValueError):
    """A file of data cannot be used; the message names the file and the line, and says what to do."""


@dataclass(frozen=True)
class Turn:
    """What one speaker says in one go, or, between turns, the end of a task.

    Attributes:
        speaker, text: Who says what.
        pause_s: Silence before it.
        ended: Not a turn: the oldest task that is being done ends with this outcome ("ok", "failed", ...).
    """

    speaker: Speaker
    text: str
    pause_s: float = 0.5
    ended: str = ""


@dataclass(frozen=True)
class Expected:
    """An act, or a pending task (kind empty), that is meant. Each text may be "a|b" (either) or "*" (anything).

    Attributes:
        tier: ACT if it is to be acted on, SUGGEST if it is only to be asked about.
        optional: It is right to find it, and right not to.
    """

    intent: str
    kind: str = ""
    turn: int = 0
    object: str = ""
    source: str = ""
    destination: str = ""
    recipient: str = ""
    tier: str = ACT
    optional: bool = False


@dataclass(frozen=True)
class Item:
    """A sentence or a dialogue, and what is meant in it.

    Attributes:
        id, file, line: Where it comes from.
        kind: What sort of words these are: "request", "negation", "idiom", ...
        expect: The acts meant, none for talk.
        any_act: Some act is meant, it is not known which (then `expect` is empty).
        judged: False where nothing is known of what is meant: acts are found, and not judged.
        pending: Tasks promised and neither done nor taken back at the end; None where that is not known.
    """

    id: str
    kind: str
    turns: tuple[Turn, ...]
    expect: tuple[Expected, ...] = ()
    pending: tuple[Expected, ...] | None = None
    any_act: bool = False
    judged: bool = True
    file: str = ""
    line: int = 0


def read_items(lines: Iterable[str], file: str) -> list[Item]:
    """The items of a JSONL file.

    Args:
        lines: Its lines.
        file: Its name, for errors and reports.

    Raises:
        DataError: a line is not an item.
    """
    items: list[Item] = []
    seen: dict[str, int] = {}
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            item = _item(_object(json.loads(line), "the line"), file, number)
            if item.id in seen:
                raise DataError(f"id '{item.id}' is already that of line {seen[item.id]}")
        except json.JSONDecodeError as error:
            raise DataError(f"{file}, line {number}: not JSON ({error.msg} at column {error.colno})") from error
        except DataError as error:
            raise DataError(f"{file}, line {number}: {error}") from error
        seen[item.id] = number
        items.append(item)
    return items


def read_sentences(lines: Iterable[str], file: str, speaker: str, expect: str | None) -> list[Item]:
    """Bare sentences, one a line, each said out of the blue.

    Args:
        lines: The sentences; empty lines are left out.
        file: Name of the file.
        speaker: "user" or "agent".
        expect: "none" for talk, "some" where each asks for or promises something, None if that is not known.
    """
    kind = {"none": "talk", "some": "task"}.get(expect or "", "unknown")
    return [
        Item(
            f"{file}:{number}", kind, (Turn(_SPEAKERS[speaker], text.strip()),), any_act=expect == "some",
            judged=expect is not None, file=file, line=number,
        )
        for number, text in enumerate(lines, 1)
        if text.strip()
    ]  # fmt: skip


def _item(data: Mapping[str, Any], file: str, number: int) -> Item:
    _only(data, ("id", "kind", "turns", "expect", "pending", "note"), "an item")
    turns = tuple(_turn(turn, index) for index, turn in enumerate(_list(data, "turns")))
    if not any(turn.text for turn in turns):
        raise DataError('there is no turn with words; give "turns": [{"speaker": "user", "text": "..."}]')
    if "expect" not in data:
        raise DataError('"expect" is missing; for talk it is []')
    expect = tuple(_expected(act, turns) for act in _list(data, "expect"))
    pending = tuple(_pending(task) for task in _list(data, "pending")) if "pending" in data else None
    name = _text(data, "id", f"{file}:{number}")
    return Item(name, _text(data, "kind", "unnamed"), turns, expect, pending, file=file, line=number)


def _turn(data: Any, index: int) -> Turn:
    where = f"turn {index}"
    data = _object(data, where)
    pause_s = data.get("pause_s", 0.5)
    if isinstance(pause_s, bool) or not isinstance(pause_s, int | float) or not 0 <= pause_s <= 3600:
        raise DataError(f'{where}: "pause_s" is {pause_s!r}; it is seconds of silence, 0 to 3600')
    if "ended" in data:
        _only(data, ("ended", "pause_s"), where)
        return Turn(Speaker.AGENT, "", float(pause_s), ended=_text(data, "ended", "ok") or "ok")
    _only(data, ("speaker", "text", "pause_s"), where)
    if data.get("speaker") not in _SPEAKERS:
        raise DataError(f'{where}: "speaker" is {data.get("speaker")!r}; it is "user" or "agent"')
    text = _text(data, "text", "").strip()
    if not text:
        raise DataError(f'{where}: "text" is missing or empty')
    return Turn(_SPEAKERS[data["speaker"]], text, float(pause_s))


def _expected(data: Any, turns: tuple[Turn, ...]) -> Expected:
    data = _object(data, "an expected act")
    _only(data, ("turn", "kind", "intent", *SLOTS, "tier", "optional"), "an expected act")
    turn = data.get("turn", 0 if len(turns) == 1 else None)
    if not isinstance(turn, int) or isinstance(turn, bool) or not 0 <= turn < len(turns) or not turns[turn].text:
        raise DataError(f'"turn" of an expected act is {turn!r}; it is the index of a turn, 0 to {len(turns) - 1}')
    kind, tier = _text(data, "kind", ""), _text(data, "tier", ACT)
    if kind not in KINDS:
        raise DataError(f'"kind" of an expected act is {kind!r}; it is one of {", ".join(KINDS)}')
    if tier not in (ACT, SUGGEST):
        raise DataError(f'"tier" is {tier!r}; it is {ACT} or {SUGGEST}')
    default = "STOP_ACTIVITY" if kind == "CANCEL" else ""
    is_optional = data.get("optional", False)
    if not isinstance(is_optional, bool):
        raise DataError(f'"optional" is {is_optional!r}; it is true or false')
    return Expected(_intent(data, default), kind, turn, *_slots(data), tier, is_optional)


def _pending(data: Any) -> Expected:
    data = _object(data, "a pending task")
    _only(data, ("intent", *SLOTS), "a pending task")
    return Expected(_intent(data, ""), "", 0, *_slots(data))


def _intent(data: Mapping[str, Any], default: str) -> str:
    intent = _text(data, "intent", default)
    if not set(intent.split("|")) <= {*INTENTS, "*"}:
        raise DataError(f'"intent" is {intent!r}; it is one of {", ".join(INTENTS)}')
    return intent


def _slots(data: Mapping[str, Any]) -> tuple[str, str, str, str]:
    thing, source, destination, recipient = (_text(data, slot, "") for slot in SLOTS)
    return thing, source, destination, recipient


def _object(data: Any, what: str) -> Mapping[str, Any]:
    if not isinstance(data, dict):
        raise DataError(f"{what} is not an object in braces: {json.dumps(data)[:60]}")
    return data


def _list(data: Mapping[str, Any], key: str) -> Iterator[Any]:
    if not isinstance(data.get(key), list):
        raise DataError(f'"{key}" is {data.get(key)!r}; it is a list in brackets')
    return iter(data[key])


def _text(data: Mapping[str, Any], key: str, default: str) -> str:
    value = data.get(key, default)
    if not isinstance(value, str):
        raise DataError(f'"{key}" is {value!r}; it is a text in quotes')
    return value


def _only(data: Mapping[str, Any], keys: tuple[str, ...], what: str) -> None:
    unknown = sorted(set(data) - set(keys))
    if unknown:
        raise DataError(f'{what} has no "{unknown[0]}"; it has {", ".join(keys)}')

"""The one place where messages become values of the core, and back."""

from __future__ import annotations

from pathlib import Path

from action_msgs.msg import GoalStatus
from ament_index_python.packages import PackageNotFoundError, get_package_share_directory
from builtin_interfaces.msg import Time
from creature_msgs.action import DoPhysicalTask
from creature_msgs.msg import Abilities as AbilitiesMessage
from creature_msgs.msg import TaskIntent, TaskState, TextToken

from creature_intent.acts import Act, Kind
from creature_intent.deliberation.definition import Definition, comments_of
from creature_intent.tasks import goals
from creature_intent.tasks.abilities import Abilities
from creature_intent.tasks.goals import Goal, Progress
from creature_intent.tokens import Speaker, Token

_KINDS = {
    Kind.REQUEST: TaskIntent.REQUEST,
    Kind.COMMIT: TaskIntent.COMMIT,
    Kind.CORRECT: TaskIntent.CORRECT,
    Kind.CANCEL: TaskIntent.CANCEL,
}
_Result = DoPhysicalTask.Result
_OUTCOMES = {
    _Result.OK: goals.OK,
    _Result.UNKNOWN_OBJECT: goals.UNKNOWN_OBJECT,
    _Result.UNREACHABLE: goals.UNREACHABLE,
    _Result.REFUSED: goals.REFUSED,
    _Result.CANCELED: goals.CANCELED,
    _Result.FAILED: goals.FAILED,
    _Result.AMBIGUOUS: goals.AMBIGUOUS,
}


def token_from(message: TextToken) -> Token:
    """A token of the conversation."""
    speaker = Speaker.AGENT if message.speaker == TextToken.AGENT else Speaker.USER
    return Token(message.seq, message.frame, speaker, message.piece, message.final)


def intent_message(act: Act, stamp: Time) -> TaskIntent:
    """An act of one of the four published kinds."""
    return TaskIntent(
        stamp=stamp,
        kind=_KINDS[act.kind],
        speaker=int(act.speaker),
        intent=act.intent,
        object=act.slots.object,
        source=act.slots.source,
        destination=act.slots.destination,
        recipient=act.slots.recipient,
        utterance=act.utterance,
        confidence=act.confidence,
        first_seq=act.first_seq,
        last_seq=act.last_seq,
        reason=act.reason,
        tier=act.tier.name,
    )


def state_message(progress: Progress, stamp: Time) -> TaskState:
    """A state of a goal."""
    return TaskState(
        stamp=stamp,
        goal_id=progress.goal_id,
        intent=progress.goal.intent,
        object=progress.goal.slots.object,
        destination=progress.goal.slots.destination,
        phase=progress.phase,
        progress=progress.progress,
        outcome=progress.outcome,
        message=progress.message,
    )


def goal_message(goal: Goal) -> DoPhysicalTask.Goal:
    """A goal for the action server."""
    slots = goal.slots
    return DoPhysicalTask.Goal(
        intent=goal.intent,
        object=slots.object,
        source=slots.source,
        destination=slots.destination,
        recipient=slots.recipient,
        utterance=goal.utterance,
    )


def abilities_from(message: AbilitiesMessage) -> Abilities:
    """What a body has declared."""
    places = [*message.whereabouts, *[""] * len(message.objects)]
    return Abilities(
        frozenset(message.intents),
        max(1, message.at_once),
        tuple(message.motions),
        dict(zip(message.objects, places, strict=False)),
        tuple(message.places),
        message.notes,
    )


def task_definition() -> Definition:
    """The action DoPhysicalTask as it is built, with the comments of its file where that is installed."""
    results = sorted(_OUTCOMES, key=int)
    names = {getattr(_Result, name): name for name in dir(_Result) if name.isupper() and name != "SLOT_TYPES"}
    about, comments = comments_of(_action_file())
    return Definition(
        DoPhysicalTask.Goal.get_fields_and_field_types(),
        tuple(names[code] for code in results),
        comments,
        about,
    )


def _action_file() -> str:
    try:
        path = Path(get_package_share_directory("creature_msgs")) / "action" / "DoPhysicalTask.action"
        return path.read_text(encoding="utf-8")
    except (PackageNotFoundError, OSError):
        return ""


def outcome_of(status: int, code: int) -> str:
    """The outcome of a goal from the action's status and the result's code.

    The status has the last word: a server that cancels or aborts without filling the code (0 is OK) did not succeed.
    """
    if status == GoalStatus.STATUS_CANCELED:
        return goals.CANCELED
    outcome = _OUTCOMES.get(code, goals.FAILED)
    if status != GoalStatus.STATUS_SUCCEEDED and outcome == goals.OK:
        return goals.FAILED
    return outcome

"""The one place where messages become values of the core, and back."""

from __future__ import annotations

from action_msgs.msg import GoalStatus
from builtin_interfaces.msg import Time
from creature_msgs.action import DoPhysicalTask
from creature_msgs.msg import TaskIntent, TaskState, TextToken

from creature_intent import goals
from creature_intent.acts import Act, Kind
from creature_intent.goals import Goal, Progress
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

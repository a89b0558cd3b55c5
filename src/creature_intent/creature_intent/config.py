"""Parameters of the intent node."""

from __future__ import annotations

from dataclasses import dataclass

from creature_node.config import param


@dataclass(frozen=True)
class IntentConfig:
    """When words become a goal, and how long a goal's server may take."""

    intents_file: str = param(
        "", "Path of the rules by which words become tasks (YAML); empty takes the one installed with creature."
    )
    judge: bool = param(True, "Let the small judge of act or talk take back what only sounds like a task.")
    request_expiry_s: float = param(
        15.0,
        "A request that the creature has not agreed to within this time is forgotten.",
        unit="s",
        low=1.0,
        high=120.0,
    )
    silence_s: float = param(
        0.0,
        "A clear request that the creature has not refused within this time starts; 0 waits for the "
        "creature's promise.",
        unit="s",
        low=0.0,
        high=60.0,
    )
    repeat_s: float = param(
        10.0,
        "The same promise said again within this time does not start the task again.",
        unit="s",
        low=0.0,
        high=120.0,
    )
    stop_hold_s: float = param(
        3.0,
        "After a stop, a promise starts a task only if it was asked for after the stop.",
        unit="s",
        low=0.0,
        high=30.0,
    )
    min_confidence: float = param(
        0.5, "Promises less sure than this start only what was just asked for.", low=0.0, high=1.0
    )
    ask_first: bool = param(True, 'Have the voice ask about wishes and doubts ("Shall I get the blanket?").')
    ask_again_s: float = param(
        120.0, "The same question is not asked again within this time.", unit="s", low=0.0, high=3600.0
    )
    server_timeout_s: float = param(
        1.0, "How long a goal waits for the do_physical_task server to appear.", unit="s", low=0.0, high=60.0
    )
    accept_timeout_s: float = param(
        3.0, "How long the server may take to accept or reject a goal.", unit="s", low=0.1, high=60.0
    )
    cancel_timeout_s: float = param(
        3.0, "How long the server may take to end a goal that was canceled.", unit="s", low=0.1, high=60.0
    )
    goal_timeout_s: float = param(
        120.0, "A goal that takes longer than this is canceled and counts as failed.", unit="s", low=1.0, high=3600.0
    )
    announce: bool = param(True, "Hand the outcome of a task to the voice to be said.")

"""Which messages of a repeated state say something new.

What the creature feels glides, and a task reports its progress: ten or more messages a second that say the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from creature_lab.message_text import field_of

# The fields that carry the meaning, by type; of any other type every message counts.
_MEANING: Mapping[str, tuple[str, ...]] = {
    "creature_msgs/msg/Affect": ("state", "emotion", "cause"),
    "creature_msgs/msg/TaskState": ("goal_id", "phase", "outcome", "message"),
    "creature_msgs/msg/VoiceState": ("speaking", "user_speaking", "thinking", "interruptions", "backchannels"),
}


class Changes:
    """Remembers the last message of one topic.

    Args:
        kind: Type of the topic, such as "creature_msgs/msg/Affect".
        field: The one field that is looked at, where only one is.
    """

    def __init__(self, kind: str, field: str | None = None) -> None:
        meaning = _MEANING.get(kind, ())
        self._fields = (field,) if field and meaning else meaning
        self._before: list[Any] | None = None

    def is_news(self, message: Any) -> bool:
        """Whether it says anything that the one before did not.

        Raises:
            FieldError: it has no such field.
        """
        now = [field_of(message, name) for name in self._fields]
        if self._fields and now == self._before:
            return False
        self._before = now
        return True

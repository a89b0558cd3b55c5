"""From what happens in the creature to what the page is told, and when it is worth telling.

Design: each input returns the state to send, or None where a page would show nothing new. Identical idle state is
sent by beat() only, which is called about once a second.
Units: times are seconds of a monotonic clock; FaceState.at is the same clock in ms.
"""

from __future__ import annotations

from dataclasses import replace

from creature_face.mouth import Mouth
from creature_face.state import GESTURE_NOD, FaceState, FeelingView, TaskView, VoiceView, within

# Frames come every 80 ms: after this long without one the speech has ended.
SPEECH_GONE_S = 0.3
# The voice reports every 80 ms: after this long it has gone, and is neither speaking nor listening.
VOICE_GONE_S = 1.0


class Feed:
    """Combines voice, feeling, task and speech to the state of the face. Not thread-safe."""

    def __init__(self, mouth: Mouth) -> None:
        self._mouth = mouth
        self._state = FaceState()
        self._sent = self._state
        self._backchannels: int | None = None
        self._voice_s = float("-inf")
        self._speech_s = float("-inf")

    def voice(self, view: VoiceView, now_s: float) -> FaceState | None:
        """What the voice does in this frame."""
        self._voice_s = now_s
        # A counter that went down is a voice that was started anew: nothing to nod at.
        nod = self._backchannels is not None and view.backchannels > self._backchannels
        self._backchannels = view.backchannels
        self._state = replace(self._state, speaking=view.speaking, listening=view.listening, thinking=view.thinking)
        self._settle(now_s)
        return self._send(GESTURE_NOD) if nod else self._send_if_new()

    def feel(self, view: FeelingView) -> FaceState | None:
        """What the creature feels now; what is out of range is clamped."""
        feeling = replace(
            view,
            valence=within(view.valence, -1.0, 1.0),
            arousal=within(view.arousal, -1.0, 1.0),
            intensity=within(view.intensity, 0.0, 1.0),
        )
        self._state = replace(self._state, feeling=feeling)
        return self._send_if_new()

    def work(self, view: TaskView) -> FaceState | None:
        """How a task goes. The end of an older task does not hide the one that replaced it."""
        current = self._state.task
        running = current is not None and not current.outcome
        if running and view.outcome and current is not None and view.goal_id != current.goal_id:
            return None
        self._state = replace(self._state, task=replace(view, progress=within(view.progress, 0.0, 1.0)))
        return self._send_if_new()

    def speech(self, frame: int, pcm: bytes, now_s: float) -> FaceState | None:
        """A frame of speech: 1920 little-endian signed 16-bit samples."""
        self._speech_s = now_s
        level = within(self._mouth.step(pcm), 0.0, 1.0)
        self._state = replace(self._state, mouth=level, frame=frame, at=round(now_s * 1000.0, 1))
        moving = level > 0.0 or self._state.speaking
        return self._send() if moving else self._send_if_new()

    def beat(self, now_s: float) -> FaceState:
        """The state, new or not: a page must hear at least once a second that it is still being told."""
        if now_s - self._voice_s > VOICE_GONE_S:
            self._state = replace(self._state, speaking=False, listening=False, thinking=False)
        self._settle(now_s)
        return self._send()

    def _settle(self, now_s: float) -> None:
        if self._state.mouth > 0.0 and now_s - self._speech_s > SPEECH_GONE_S:
            self._mouth.close()
            self._state = replace(self._state, mouth=0.0)

    def _send_if_new(self) -> FaceState | None:
        same_frame = replace(self._sent, frame=self._state.frame, at=self._state.at)
        return None if same_frame == self._state else self._send()

    def _send(self, gesture: str = "") -> FaceState:
        self._sent = self._state
        return replace(self._state, gesture=gesture) if gesture else self._state

"""Everything that a running creature was seen and heard to do while a recording was played to it.

Design: the node hands every received value to `on_...`; what came in before begin() is only the state from which the
conversation starts. Report, summary, progress and the decision when it is over read from here.
Units: seconds on one monotonic clock, which the caller passes in with each event.
"""

from __future__ import annotations

from dataclasses import dataclass

from creature_lab.events import CREATURE, Feeling, IntentEvent, Piece, SpokenFrame, Status, TaskEvent, VoiceSample
from creature_lab.figures import FigureLog
from creature_lab.frame_clock import FrameClock
from creature_lab.spans import SpanLog
from creature_lab.speech_log import Run, SpeechLog
from creature_lab.task_log import TaskLog
from creature_lab.text_log import TextLog, Utterance

# A "mm-hm" is counted in the frame in which it begins; its sound may reach us a little before or after the count.
_BACKCHANNEL_NEAR_FRAMES = 6
_NEVER_S = float("-inf")


@dataclass(frozen=True)
class Now:
    """What the creature does at this moment."""

    speaking: bool = False
    user_speaking: bool = False
    thinking: bool = False


class Conversation:
    """One recording's worth of a creature's life."""

    def __init__(self) -> None:
        self.figures = FigureLog()
        self.tasks = TaskLog()
        self.texts = TextLog()
        self.speech = SpeechLog()
        self.intents: list[IntentEvent] = []
        self.feelings: list[Feeling] = []
        self.carried_over = 0
        self.voice_samples = 0
        self.last_voice_s = _NEVER_S
        self.last_activity_s = _NEVER_S
        self._clock = FrameClock()
        self._voice: VoiceSample | None = None
        self._voice_before: VoiceSample | None = None
        self._speaking, self._user_speaking = SpanLog(), SpanLog()
        self._backchannel_frames: list[int] = []
        self._begun_frames: list[int] = []
        self._said_all = True

    def begin(self, at_s: float) -> None:
        """The recording begins: what was said and done before is history."""
        self.texts, self.speech, self.intents = TextLog(), SpeechLog(), []
        self._speaking, self._user_speaking = SpanLog(), SpanLog()
        self.feelings = self.feelings[-1:]
        self._voice_before = self._voice
        self._backchannel_frames, self._begun_frames, self._said_all = [], [], True
        self.carried_over = len(self.tasks.begin())
        self.figures.begin()
        self.last_activity_s = at_s

    def on_voice(self, sample: VoiceSample) -> None:
        """Take the state of the voice in one frame."""
        before, self._voice = self._voice, sample
        self.voice_samples += 1
        self.last_voice_s = sample.at_s
        self._clock.observe(sample.frame, sample.at_s)
        if before is not None and sample.backchannels > before.backchannels:
            self._backchannel_frames.append(sample.frame)
        happened_s = self._clock.time_of(sample.frame, sample.at_s)
        self._speaking.add(sample.speaking, happened_s)
        self._user_speaking.add(sample.user_speaking, happened_s)
        if sample.speaking or sample.user_speaking or sample.thinking:
            self.last_activity_s = sample.at_s

    def on_speech(self, spoken: SpokenFrame) -> None:
        """Take a frame of the creature's voice."""
        self._clock.observe(spoken.frame, spoken.at_s)
        if self.speech.add(spoken, self._clock.time_of(spoken.frame, spoken.at_s)):
            self.last_activity_s = spoken.at_s

    def on_piece(self, piece: Piece) -> None:
        """Take a piece of text."""
        self.texts.add(piece, self._clock.time_of(piece.frame, piece.at_s))
        if piece.speaker == CREATURE:
            if self._said_all:
                self._begun_frames.append(piece.frame)
            self._said_all = piece.final
        self.last_activity_s = piece.at_s

    def on_intent(self, intent: IntentEvent) -> None:
        """Take an intent."""
        self.intents.append(intent)
        self.last_activity_s = intent.at_s

    def on_task(self, event: TaskEvent) -> None:
        """Take a state of a task."""
        if self.tasks.add(event):
            self.last_activity_s = event.at_s

    def on_feeling(self, feeling: Feeling) -> None:
        """Take what the creature feels; only a new emotion or a new state is kept."""
        last = self.feelings[-1] if self.feelings else None
        if last is None or (last.emotion, last.state) != (feeling.emotion, feeling.state):
            self.feelings.append(feeling)

    def on_status(self, status: Status) -> None:
        """Take a row of /diagnostics."""
        self.figures.add(status)

    @property
    def now(self) -> Now:
        """What the creature does at this moment; nothing, before the first state of the voice."""
        voice = self._voice
        return Now(voice.speaking, voice.user_speaking, voice.thinking) if voice else Now()

    @property
    def busy(self) -> bool:
        """It speaks, thinks, listens to somebody speaking, or has a task under way."""
        now = self.now
        return now.speaking or now.user_speaking or now.thinking or bool(self.tasks.running)

    def utterances(self) -> list[Utterance]:
        """What both said, by start."""
        return self.texts.utterances(self._user_speaking.spans, self._speaking.spans)

    def text_of(self, speaker: str) -> str:
        """All that one of them said, in order."""
        return " ".join(one.text for one in self.utterances() if one.speaker == speaker)

    def answers(self) -> list[Run]:
        """What it audibly said in order, without the "mm-hm"s of a listener."""
        if self.deaf:
            # The voice's own word, where not one frame of its sound gets here.
            return [Run(0, 0, span.start_s, span.end_s) for span in self._speaking.spans]
        found = [self._without_backchannel(run) for run in self.speech.runs]
        return [run for run in found if run is not None]

    def _without_backchannel(self, run: Run) -> Run | None:
        near = _BACKCHANNEL_NEAR_FRAMES
        if not any(abs(run.first - mark) <= near for mark in self._backchannel_frames):
            return run
        # An answer may follow a "mm-hm" without a pause: its words tell where it begins.
        begun = sorted(frame for frame in self._begun_frames if run.first - near <= frame <= run.last)
        return self.speech.rest_of(run, begun[1]) if len(begun) > 1 else None

    @property
    def deaf(self) -> bool:
        """It says that it speaks, and nothing of it arrives on voice/speech."""
        return self.speech.count == 0 and bool(self._speaking.spans)

    def answered_since(self, at_s: float) -> bool:
        """It said something, audibly, that lasted beyond this time."""
        return any(run.ended_s > at_s for run in self.answers())

    def answer_heard_s(self, since_s: float) -> float | None:
        """When the first answer that begins after this time was heard; None if there is none."""
        return next((heard_s for run in self.answers() for heard_s in self._heard_s(run) if heard_s >= since_s), None)

    def _heard_s(self, run: Run) -> list[float]:
        """When what was said without a pause was heard: its beginning, and that of all else that was begun in it."""
        rests = [self.speech.rest_of(run, frame) for frame in self._begun_frames if run.first < frame <= run.last]
        return [run.heard_s, *(rest.heard_s for rest in rests if rest is not None)]

    @property
    def owes_words(self) -> bool:
        """A task has ended, and nothing was said since to tell how; a canceled one needs no words."""
        ended = [task.end_s for task in self.tasks.tasks if task.end_s is not None and task.outcome != "canceled"]
        return bool(ended) and not self.answered_since(max(ended))

    @property
    def interruptions(self) -> int:
        """Times it was made to fall silent."""
        return _since(self._voice, self._voice_before, "interruptions")

    @property
    def backchannels(self) -> int:
        """Times it said "mm-hm" while listening."""
        return _since(self._voice, self._voice_before, "backchannels")


def _since(voice: VoiceSample | None, before: VoiceSample | None, counter: str) -> int:
    count = int(getattr(voice, counter, 0))
    start = int(getattr(before, counter, 0))
    return count - start if count >= start else count

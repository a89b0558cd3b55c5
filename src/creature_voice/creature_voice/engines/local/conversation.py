"""What is done about the ears' decisions: the answer is begun, kept or thrown away; the mouth ducks or falls silent.

Design: an answer is begun when a turn may be over (Think), thrown away when the person goes on (Resumed), and handed to
the mouth when the turn has ended. Nothing of it is heard, and the brain remembers nothing of it, before that.
Threading: decide() with the ears' lock held, in the loop's worker or the recogniser's thread; texts() and ended() in
the loop's worker. None of them calls the brain: what it is told goes through Memory's worker.
Units: seconds of the clock; figures in milliseconds.
"""

from __future__ import annotations

import collections
import threading
import time
from collections.abc import Callable, Iterator

from creature_voice.brains.brain import Brain, Reply, cancel
from creature_voice.engine import TextEvent
from creature_voice.engines.local.decisions import (
    Decision,
    Ignored,
    Interrupt,
    Nod,
    Onset,
    Resumed,
    Think,
    TurnEnd,
)
from creature_voice.engines.local.ears import Moment
from creature_voice.engines.local.memory import Memory
from creature_voice.engines.local.mouth import Ending, Mouth
from creature_voice.engines.local.script import Script
from creature_voice.engines.local.stages import Stages
from creature_voice.engines.local.transcript import Transcript
from creature_voice.engines.local.utterance import Kind, Utterance

WriteScript = Callable[[Utterance, Callable[[], Iterator[str]]], Script]


class Answer:
    """An answer in the making, to one turn."""

    def __init__(self, brain: Brain, heard: str, write: WriteScript, memory: Memory) -> None:
        self._brain = brain
        self._heard = heard
        self._memory = memory
        self._reply: Reply | None = None
        self._committed = self._kept = self._canceled = False
        self._lock = threading.Lock()
        self.closed_at = 0.0
        self.script = write(Utterance(Kind.ANSWER), self._sentences)

    def commit(self) -> None:
        """The turn has ended: this is the answer to it."""
        self._committed = True
        self._keep()
        self.script.commit()

    def cancel(self) -> None:
        """It is not wanted, or not any more."""
        self._canceled = True
        self.script.cancel()
        reply = self._reply
        if reply is not None:
            self._memory.put(lambda: cancel(reply), must=True)

    def _sentences(self) -> Iterator[str]:
        self._reply = self._brain.reply(self._heard)
        self._keep()
        if self._canceled:
            cancel(self._reply)
        yield from self._reply.sentences

    def _keep(self) -> None:
        """Remember the turn, once it is both answered and taken; whichever comes last calls this."""
        with self._lock:
            reply = self._reply
            if not self._committed or reply is None or self._kept:
                return
            self._kept = True
        self._memory.put(lambda: self._brain.keep(self._heard, reply))


class Conversation:
    """See the module."""

    def __init__(
        self,
        brain: Brain,
        mouth: Mouth,
        write: WriteScript,
        memory: Memory,
        stages: Stages,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._brain = brain
        self._mouth = mouth
        self._write = write
        self._memory = memory
        self._stages = stages
        self._clock = clock
        self._texts: collections.deque[TextEvent] = collections.deque()
        self._transcript = Transcript()
        self._pending: Answer | None = None
        self._answers: dict[Utterance, Answer] = {}
        self.turns = 0
        self.ignored = 0

    def decide(self, decision: Decision, moment: Moment) -> None:
        """Act on one decision of the ears."""
        self._texts.extend(self._transcript.take(decision))
        if isinstance(decision, Onset):
            if decision.overlap:
                self._mouth.duck()
        elif isinstance(decision, Think):
            self._think(decision.heard)
        elif isinstance(decision, Resumed):
            self._drop_pending()
        elif isinstance(decision, TurnEnd):
            self._take_turn(decision, moment)
        elif isinstance(decision, Ignored):
            self.ignored += 1
            self._drop_pending()
            self._mouth.restore()
        elif isinstance(decision, Interrupt):
            self._mouth.fall_silent()
        elif isinstance(decision, Nod):
            self._mouth.nod()

    def texts(self) -> list[TextEvent]:
        """What was heard since the last call."""
        texts = []
        while self._texts:
            texts.append(self._texts.popleft())
        return texts

    def begun(self, utterance: Utterance, offset_s: float) -> None:
        """The first sound of an utterance is in the frame that is being made, so far into it."""
        answer = self._answers.get(utterance)
        if answer:
            self._stages.spoken(self._clock() - answer.closed_at + offset_s, answer.script)

    def ended(self, utterance: Utterance, ending: Ending) -> None:
        """An utterance has left the mouth: the brain learns what was really said."""
        answer = self._answers.pop(utterance, None)
        if answer and ending is not Ending.SPOKEN:
            answer.cancel()
        if words := utterance.spoken.strip():
            self._memory.put(lambda: self._brain.said(words))

    def reset(self) -> None:
        """Forget it."""
        self._drop_pending()
        for answer in list(self._answers.values()):
            answer.cancel()
        self._answers.clear()
        self._texts.clear()
        self._transcript = Transcript()
        self.turns = self.ignored = 0
        self._memory.put(self._brain.reset, must=True)

    def _think(self, heard: str) -> None:
        self._drop_pending()
        self._pending = Answer(self._brain, heard, self._write, self._memory)

    def _drop_pending(self) -> None:
        answer, self._pending = self._pending, None
        if answer:
            answer.cancel()

    def _take_turn(self, end: TurnEnd, moment: Moment) -> None:
        closed_at = moment.heard_at - end.pause_s
        self._stages.turn_ended(self._clock() - closed_at, moment.recognition_s)
        self.turns += 1
        self._mouth.restore()
        answer, self._pending = self._pending, None
        if answer is None:
            return
        answer.closed_at = closed_at
        self._answers[answer.script.utterance] = answer
        self._mouth.speak(answer.script.utterance)
        answer.commit()

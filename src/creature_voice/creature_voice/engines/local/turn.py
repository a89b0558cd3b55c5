"""Turn taking: when somebody began, paused, finished; whether they mean to interrupt. Pure: no sound, no clock.

Design: the ears give it a speech probability for each hop of 32 ms and, later, the words that were recognised; it gives
back decisions. In every pause it asks for recognition of the speech so far, on suspicion that the turn is over, and
takes that back (Resumed) when the person goes on. While the person speaks it asks now and then what it is by now
(Draft). The turn ends after a short silence if the words sound complete,
after a longer one otherwise.
Speech that begins while the creature speaks is an overlap. Until it is known whether it is a "mm-hm" or an
interruption the creature only ducks.
Units: time is counted in hops of sound, so the same sound always gives the same decisions.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from creature_voice.engines.local import decisions as decide
from creature_voice.engines.local.config import LocalConfig
from creature_voice.engines.local.decisions import Decision
from creature_voice.engines.local.words import Ending, ending_of, is_nod, is_noise, is_short_answer

HOP_S = 0.032

_RESUME_HOPS = 2  # in a pause a single voiced hop may be a click of the lips
# Speech is easier to lose than to find: within a turn a lower probability is enough.
_STAY_BELOW_START = 0.15
# An overlap is recognised this long before it would interrupt, so that the words are there in time.
_PROBE_EARLY_S = 0.16
_PROBE_WAIT_S = 0.25
# Words that do not sound complete are recognised once more when the pause has become this long: the recogniser often
# writes a comma where it hears no silence yet, and a full stop once it does.
_LOOK_AGAIN_S = 0.192
# The full stop behind something so short ("Could you.") says nothing: the recogniser always writes one.
_SHORT_S = 0.6
_NOD_LASTS_S = 1.1  # a drawn-out "mm-hmmm" is let pass this long
# From this length on, words recognised in a pause are settled, so that recognition does not start over each time.
_SETTLE_S = 8.0
_LONGEST_S = 18.0  # speech without any pause is cut here
# Longer speech takes longer to recognise: from this length on partial recognition is asked for less often.
_PARTIAL_FULL_RATE_S = 4.0


@dataclass
class _Turn:
    """What is known of the speech that is going on."""

    overlap: bool
    asked: bool
    kept_s: float
    voiced_s: float = 0.0
    since_partial_s: float = 0.0
    before: int = 0  # recognition up to this ticket is of other speech
    pause_hops: int = 0
    back_hops: int = 0
    ticket: int = 0
    text: str | None = None
    nodded: bool = False
    looked_again: bool = False
    probe: int = 0
    probe_text: str | None = None
    cuts: set[int] = field(default_factory=set)
    settled: list[str] = field(default_factory=list)

    @property
    def pause_s(self) -> float:
        return self.pause_hops * HOP_S


class TurnTaker:
    """See the module."""

    def __init__(self, config: LocalConfig) -> None:
        self._config = config
        self._turn: _Turn | None = None
        self._run = 0
        self._tickets = 0
        self._since_nod_s = config.backchannel_every_s

    @property
    def in_turn(self) -> bool:
        """Somebody's speech has begun and is not yet known to be over."""
        return self._turn is not None

    @property
    def speaking(self) -> bool:
        """Somebody is speaking now, short pauses included."""
        return self._turn is not None and self._turn.pause_s < self._config.turn_end_s

    @property
    def pause_s(self) -> float:
        """How long the person has been silent within the turn."""
        return self._turn.pause_s if self._turn else 0.0

    def hop(self, probability: float, creature_speaking: bool = False, asking: bool = False) -> list[Decision]:
        """Take one hop of sound.

        Args:
            probability: That it is speech, 0 to 1.
            creature_speaking: The creature is speaking or has an answer on its way.
            asking: What it is saying is a question.
        """
        self._since_nod_s += HOP_S
        turn = self._turn
        if turn is None:
            return self._wait(probability, creature_speaking, asking)
        return self._follow(turn, probability) + self._judge(turn)

    def recognised(self, ticket: int, text: str) -> list[Decision]:
        """Take the words that a Recognise asked for; stale ones are ignored."""
        turn = self._turn
        if turn is None:
            return []
        if ticket in turn.cuts:
            turn.cuts.discard(ticket)
            return self._settle(turn, ticket, text)
        if ticket == turn.probe:
            turn.probe_text = text
        if ticket != turn.ticket:
            return self._draft(turn, ticket, text) + self._judge(turn)
        known, turn.text = turn.text, text
        decisions: list[Decision] = []
        if self._is_turn(turn, text):
            if turn.overlap:
                turn.overlap = False
                decisions.append(decide.Interrupt())
            if text != known:
                decisions.append(decide.Think(self._all(turn)))
        return decisions + self._draft(turn, ticket, text) + self._judge(turn)

    def _wait(self, probability: float, creature_speaking: bool, asking: bool) -> list[Decision]:
        self._run = self._run + 1 if probability >= self._config.speech_threshold else 0
        if self._run * HOP_S < self._config.onset_s - 1e-6:
            return []
        began_s = self._run * HOP_S
        self._run = 0
        self._turn = _Turn(creature_speaking, asking, began_s, began_s, began_s, self._tickets)
        return [decide.Onset(creature_speaking)]

    def _follow(self, turn: _Turn, probability: float) -> list[Decision]:
        turn.kept_s += HOP_S
        threshold = self._config.speech_threshold - (0.0 if turn.pause_hops else _STAY_BELOW_START)
        if probability < threshold:
            turn.pause_hops += 1 + turn.back_hops
            turn.back_hops = 0
            return self._pausing(turn)
        if turn.pause_hops:
            turn.back_hops += 1
            return self._resume(turn) if turn.back_hops >= _RESUME_HOPS else []
        turn.voiced_s += HOP_S
        turn.since_partial_s += HOP_S
        return self._going_on(turn)

    def _pausing(self, turn: _Turn) -> list[Decision]:
        again = turn.text is not None and not turn.looked_again and ending_of(turn.text) is not Ending.COMPLETE
        due_s = _LOOK_AGAIN_S if again else self._config.pause_s
        if (turn.ticket and not again) or turn.pause_s < due_s - 1e-6:
            return []
        turn.ticket = self._next_ticket()
        turn.looked_again = again
        return [decide.Recognise(turn.ticket)]

    def _resume(self, turn: _Turn) -> list[Decision]:
        decisions: list[Decision] = [decide.Resumed()] if turn.ticket else []
        if turn.kept_s > _SETTLE_S and turn.text and not turn.overlap:
            turn.kept_s = turn.pause_s
            decisions += self._settle(turn, turn.ticket, turn.text)
        turn.voiced_s += turn.back_hops * HOP_S
        turn.pause_hops = turn.back_hops = turn.ticket = 0
        turn.text, turn.nodded, turn.looked_again = None, False, False
        return decisions

    def _going_on(self, turn: _Turn) -> list[Decision]:
        if turn.overlap and not turn.probe and turn.voiced_s >= self._config.interrupt_s - _PROBE_EARLY_S:
            turn.probe = self._next_ticket()
            return [decide.Recognise(turn.probe)]
        if turn.kept_s > _LONGEST_S:
            ticket = self._next_ticket()
            turn.cuts.add(ticket)
            turn.kept_s = turn.since_partial_s = 0.0
            return [decide.Recognise(ticket, cut=True)]
        return self._listen_in(turn)

    def _listen_in(self, turn: _Turn) -> list[Decision]:
        every_s = self._config.partial_every_s * max(1.0, turn.kept_s / _PARTIAL_FULL_RATE_S)
        if turn.overlap or not every_s or turn.since_partial_s < every_s - 1e-6:
            return []
        turn.since_partial_s = 0.0
        return [decide.Recognise(self._next_ticket(), partial=True)]

    def _draft(self, turn: _Turn, ticket: int, text: str) -> list[Decision]:
        # Of what may still turn out to be a "mm-hm" or a noise nothing is given away.
        early = self._config.partial_every_s > 0 and not turn.overlap and ticket > turn.before
        return [decide.Draft(text.strip())] if early and not is_noise(text, turn.voiced_s) else []

    def _settle(self, turn: _Turn, ticket: int, text: str) -> list[Decision]:
        turn.before = ticket
        if text.strip():
            turn.settled.append(text.strip())
        return [decide.Heard(ticket, text.strip())]

    def _judge(self, turn: _Turn) -> list[Decision]:
        if turn.overlap and self._talks_over(turn):
            turn.overlap = False
            return [decide.Interrupt()]
        if turn.text is None or turn.back_hops:
            return []
        text = turn.text
        is_turn = self._is_turn(turn, text)
        if turn.pause_s < (self._limit_s(turn, text) if is_turn else self._config.turn_end_s) - 1e-6:
            return self._nod(turn)
        self._turn = None
        if is_turn:
            return [decide.TurnEnd(text.strip(), self._all(turn), turn.pause_s)]
        return [decide.Ignored("noise" if is_noise(text, turn.voiced_s) else "nod")]

    def _limit_s(self, turn: _Turn, text: str) -> float:
        ending, config = ending_of(text), self._config
        if ending is Ending.COMPLETE:
            sure = turn.voiced_s >= _SHORT_S or turn.settled or is_short_answer(text)
            return config.turn_end_s if sure else config.turn_end_open_s
        return config.turn_end_open_s if ending is Ending.OPEN else config.turn_end_unfinished_s

    def _talks_over(self, turn: _Turn) -> bool:
        too_long_s = self._config.interrupt_s
        if turn.probe and turn.probe_text is None:
            too_long_s += _PROBE_WAIT_S
        elif turn.probe_text is not None and is_nod(turn.probe_text, turn.asked):
            too_long_s = max(_NOD_LASTS_S, too_long_s)
        return turn.voiced_s >= too_long_s - 1e-6

    def _is_turn(self, turn: _Turn, text: str) -> bool:
        if turn.settled:
            return True
        return not is_noise(text, turn.voiced_s) and not (turn.overlap and is_nod(text, turn.asked))

    def _nod(self, turn: _Turn) -> list[Decision]:
        config = self._config
        due = (
            config.backchannels
            and not turn.nodded
            and not turn.overlap
            and turn.voiced_s >= config.backchannel_after_s
            and turn.pause_s >= config.backchannel_pause_s
            and self._since_nod_s >= config.backchannel_every_s
        )
        if not due:
            return []
        turn.nodded, self._since_nod_s = True, 0.0
        return [decide.Nod()]

    def _all(self, turn: _Turn) -> str:
        return " ".join([*turn.settled, (turn.text or "").strip()]).strip()

    def _next_ticket(self) -> int:
        self._tickets += 1
        return self._tickets

    def reset(self) -> None:
        """Forget the turn that is going on; tickets given out before are void."""
        self._turn = None
        self._run = 0
        self._since_nod_s = self._config.backchannel_every_s

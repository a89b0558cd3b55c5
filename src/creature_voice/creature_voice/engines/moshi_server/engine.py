"""The moshi_server voice: Moshi runs elsewhere, and this end hears and speaks for it.

Design: step() hands the frame that is heard to the conversation with the server, and takes what has come from it; it
never waits. Away from the server the creature is silent. Lag is bounded by two rules, both counted: a frame is not
sent while max_lag_s of answers are out, nor a quiet one while half of that is (flow.py); and what waits too long to be
played is skipped (playback.py).
A conversation that has grown old begins anew in a silence. The server takes sound alone: it cannot be given words.
Threading: as creature_voice.engine.DuplexEngine; the connection and Opus have a thread of their own (link.py).
Units: frames of 80 ms.
"""

from __future__ import annotations

from creature_voice.engine import EngineHealth, Saying, SayPolicy, Speaker, Step, TextEvent
from creature_voice.engines.moshi.monologue import UTTERANCE_END_PADS
from creature_voice.engines.moshi.session import Session
from creature_voice.engines.moshi.smooth import Smooth
from creature_voice.engines.moshi.turns import Turns
from creature_voice.engines.moshi_server.config import MoshiServerConfig
from creature_voice.engines.moshi_server.conversation import Conversation
from creature_voice.engines.moshi_server.link import Link
from creature_voice.engines.moshi_server.link_state import Phase
from creature_voice.engines.moshi_server.playback import Played
from creature_voice.frame import FRAME_S, Frame, silence
from creature_voice.levels import level
from creature_voice.sayings import RefusedSaying

_NOTHING = Played(None)
_FOR_EVER = 1 << 62
_REFUSED = (
    "a Moshi server takes sound alone and cannot be given words; the voices that can say them are moshi, moshi_mlx and "
    "local (./creature up voice:=moshi)"
)


class MoshiServerEngine:
    """See the module."""

    def __init__(self, config: MoshiServerConfig, link: Link) -> None:
        self._config = config
        self._link = link
        self._muted = False
        self._muted_frames = 0
        self._smooth = Smooth()
        self._forget()

    def step(self, heard: Frame) -> Step:
        """Send a frame, play a frame."""
        conversation = self._link.conversation
        texts = self._follow(conversation)
        sends = conversation is not None and conversation.hear(heard)
        played = _NOTHING if conversation is None else conversation.take()
        muted = self._muted
        pieces = () if muted else played.pieces
        texts += self._texts(pieces)
        self._turns.step(0.0 if played.frame is None else level(played.frame), level(heard), word=bool(pieces))
        if conversation is not None and self._session.step(self._turns.quiet) is not None:
            self._link.restart()
        spoken = self._heard(played, muted)
        if sends:
            # Last: the link's thread wakes at once, and would have to wait for this one.
            self._link.hand_on()
        return Step(
            spoken,
            tuple(texts),
            speaking=self._turns.speaking and conversation is not None and not muted,
            user_speaking=self._turns.user_speaking,
            interruptions=self._turns.interruptions,
            backchannels=self._turns.backchannels,
        )

    def say(self, words: str, policy: SayPolicy = SayPolicy.WAIT, give_up_if_interrupted: bool = True) -> Saying:
        """It cannot: the protocol has no way to give the model words."""
        return RefusedSaying(_REFUSED)

    def mute(self, muted: bool) -> None:
        """The server goes on hearing; what it says is dropped. It outlasts a reset."""
        self._muted = muted

    def health(self) -> EngineHealth:
        """The connection and its lag."""
        state, conversation = self._link.state, self._link.conversation
        values: dict[str, object] = {"connected": state.phase is Phase.TALKING, **vars(self._link.counts)}
        values["muted_frames"] = self._muted_frames
        if conversation is not None:
            values["lag_ms"] = round(conversation.lag_ms)
            values["round_trip_ms"] = round(conversation.flow.round_trip_ms, 1)
            values["session_s"] = round(self._session.steps * FRAME_S, 1)
        for name in ("instance_name", "lm_model_file"):
            if name in self._link.metadata:
                values[name] = str(self._link.metadata[name])
        message = state.message
        if conversation is not None and conversation.too_slow:
            message += (
                f", which is too slow, or the link is: {conversation.skipped_share:.0%} of what was heard in the last "
                "10 s was skipped; see its own figures for a frame, which must stay under 80 ms"
            )
        elif conversation is not None and self._link.complaint:
            message += f" ({self._link.complaint})"
        ok = state.phase is Phase.TALKING and not (conversation is not None and conversation.too_slow)
        return EngineHealth(ok, message, values)

    def reset(self) -> None:
        """Connect anew: a new connection is a new conversation. One in which nothing was said yet is kept."""
        conversation = self._link.conversation
        if conversation is not None and not conversation.fresh:
            self._link.restart()
        self._forget()

    def close(self) -> None:
        """Leave the server."""
        self._link.close()

    def _forget(self) -> None:
        self._conversation: Conversation | None = None
        limit = max(1, round(self._config.session_s / FRAME_S)) if self._config.session_s else _FOR_EVER
        self._session = Session(limit, self._config.fresh_after_silence_s)
        self._turns = Turns(self._config.user_level)
        self._textless_frames = 0
        self._text_open = False

    def _follow(self, conversation: Conversation | None) -> list[TextEvent]:
        """Another conversation, or none: the words of the one before end here."""
        if conversation is self._conversation:
            return []
        self._conversation = conversation
        self._session.begin()
        return self._close_text()

    def _heard(self, played: Played, muted: bool) -> Frame:
        """The sound without a click where something is missing."""
        if played.frame is None or played.skipped:
            self._smooth.break_off()
        self._muted_frames += muted and played.frame is not None
        frame = silence() if played.frame is None else played.frame
        return self._smooth.next(frame, played.frame is not None and not muted)

    def _texts(self, pieces: tuple[str, ...]) -> list[TextEvent]:
        if pieces:
            self._textless_frames, self._text_open = 0, True
            return [TextEvent(Speaker.AGENT, piece) for piece in pieces]
        self._textless_frames += 1
        return self._close_text() if self._textless_frames >= UTTERANCE_END_PADS else []

    def _close_text(self) -> list[TextEvent]:
        was_open, self._text_open = self._text_open, False
        return [TextEvent(Speaker.AGENT, "", final=True)] if was_open else []

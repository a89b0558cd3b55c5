"""What happens between the creature and its pages, without sockets: who is told what, who is heard.

Design: each page has a Seat with its own outbox and its own allowances, so that none can cost another anything. The
server moves bytes between seats and sockets; everything that is decided is decided here.
Threading: none of its own; everything is called on the bridge's thread.
Units: times are seconds of a monotonic clock; the page's clock is the same in ms.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from creature_face import wire
from creature_face.errors import WireError
from creature_face.figures import Counts, Latency
from creature_face.microphone import MicCount
from creature_face.outbox import Letter, Outbox
from creature_face.ownership import AudioOwnership, Notice
from creature_face.rate import Bucket
from creature_face.state import CaptionView, FaceState

# Frames come 12.5 times a second; after a stall of the network up to five seconds of them come at once.
FRAMES_PER_S, FRAMES_BURST = 25.0, 64
TEXTS_PER_S, TEXTS_BURST = 20.0, 40
ERRORS_PER_S, ERRORS_BURST = 2.0, 10
# A page that sends faster is not even read for this long: its flood waits in its own socket.
FLOOD_PAUSE_S = 0.1


class OversizedError(WireError):
    """A message so large that the connection ends (code 1009)."""


@dataclass
class Seat:
    """One connected page.

    Attributes:
        number: Which page; never used twice.
        outbox: What waits to be sent to it.
        wake: Called after something was put into the outbox.
    """

    number: int
    outbox: Outbox
    wake: Callable[[], None]
    texts: Bucket
    frames: Bucket
    errors: Bucket


class Hub:
    """The pages, the audio's owner, and what goes between them and the creature.

    Args:
        on_mic: Called with (index, pcm) for each microphone frame of the owner, at once.
        clock: Monotonic seconds.
        ownership: Who may be the ears and the voice.
        max_pages: Pages at once.
        queue_frames: Letters that may wait for one page.
    """

    def __init__(
        self,
        on_mic: Callable[[int, bytes], None],
        clock: Callable[[], float],
        ownership: AudioOwnership,
        max_pages: int,
        queue_frames: int,
    ) -> None:
        self.counts = Counts()
        self.latency = Latency()
        self._on_mic = on_mic
        self._clock = clock
        self._ownership = ownership
        self._max_pages = max_pages
        self._queue_frames = queue_frames
        self._seats: dict[int, Seat] = {}
        self._mic = MicCount()
        self._joined = 0
        self._state = FaceState()

    def join(self, wake: Callable[[], None]) -> Seat | None:
        """A page connects: it is told hello and the present state. None if there are too many already."""
        if len(self._seats) >= self._max_pages:
            self.counts.refused += 1
            return None
        now_s = self._clock()
        self._joined += 1
        seat = Seat(
            self._joined,
            Outbox(self._queue_frames),
            wake,
            texts=Bucket(TEXTS_PER_S, TEXTS_BURST, now_s),
            frames=Bucket(FRAMES_PER_S, FRAMES_BURST, now_s),
            errors=Bucket(ERRORS_PER_S, ERRORS_BURST, now_s),
        )
        self._seats[seat.number] = seat
        self._count_pages()
        self._put(seat, Letter(wire.encode_hello(self._clock_ms())))
        self._put(seat, Letter(wire.encode_state(self._state), stream=True))
        return seat

    def leave(self, seat: Seat) -> None:
        """A page has gone, in whatever way."""
        self._seats.pop(seat.number, None)
        self._ownership.gone(seat.number)
        self._count_pages()

    def show(self, state: FaceState, born_s: float | None = None) -> None:
        """Tell every page the state."""
        # A gesture is made once: not by pages that come later.
        self._state = replace(state, gesture="") if state.gesture else state
        if not self._seats:
            return
        letter = Letter(wire.encode_state(state), stream=True, born_s=born_s)
        for seat in self._seats.values():
            self._put(seat, letter)

    def caption(self, caption: CaptionView) -> None:
        """Tell every page what is heard or said; pages that come later are not told."""
        if not self._seats:
            return
        # Each says all that those before it said, so that a slow page may lose the older ones.
        letter = Letter(wire.encode_caption(caption), stream=True)
        for seat in self._seats.values():
            self._put(seat, letter)

    def speak(self, index: int, pcm: bytes, state: FaceState | None, born_s: float) -> None:
        """Give a frame of speech to the owner, if there is one, and its state (None: nothing new) to every page.

        Args:
            born_s: When the frame came, for the latency.
        """
        # The state first: it is what the page schedules for the frame that follows.
        if state is not None:
            self.show(state, born_s)
        owner = self._seats.get(self._ownership.owner or 0)
        if owner is not None:
            self._put(owner, Letter(wire.encode_frame(index, pcm), text=False, stream=True, born_s=born_s))

    def sent(self, letter: Letter) -> None:
        """A letter was handed to its page's socket."""
        if not letter.text:
            self.counts.speech_frames += 1
        if letter.born_s is not None:
            now_s = self._clock()
            self.latency.add(now_s, (now_s - letter.born_s) * 1000.0)

    def hear(self, seat: Seat, message: str | bytes) -> float:
        """Take a message from a page; returns for how many seconds the page is not to be read.

        Raises:
            OversizedError: the connection is to be closed with code 1009.
        """
        bucket = seat.texts if isinstance(message, str) else seat.frames
        if not bucket.allow(self._clock()):
            self.counts.flooded += 1
            self._complain(seat, "too many messages: those beyond the allowed rate are ignored")
            return FLOOD_PAUSE_S
        try:
            if isinstance(message, str):
                self._hear_text(seat, message)
            else:
                self._hear_frame(seat, message)
        except OversizedError:
            self.counts.malformed += 1
            raise
        except WireError as error:
            self.counts.malformed += 1
            self._complain(seat, str(error))
        return 0.0

    def _hear_text(self, seat: Seat, text: str) -> None:
        request = wire.decode_text(text)
        if isinstance(request, wire.Ping):
            self._put(seat, Letter(wire.encode_pong(request.t, self._clock_ms())))
        elif isinstance(request, wire.Start):
            self._tell(self._ownership.start(seat.number))
            self._mic.restart()
        else:
            self._tell(self._ownership.stop(seat.number))

    def _hear_frame(self, seat: Seat, data: bytes) -> None:
        if len(data) > wire.FRAME_BYTES:
            raise OversizedError(f"a binary message may have {wire.FRAME_BYTES} bytes")
        page_index, pcm = wire.decode_frame(data)
        if seat.number != self._ownership.owner:
            # No fault of the page: what it had sent before it learned that another one has taken over.
            self._complain(seat, "only the page that owns the audio is heard; send start first")
            return
        index = self._mic.step(page_index)
        self.counts.mic_frames += 1
        self.counts.mic_lost = self._mic.lost
        self._on_mic(index, pcm)

    def _tell(self, notices: list[Notice]) -> None:
        for notice in notices:
            seat = self._seats.get(notice.page)
            if seat is None:
                continue
            if not notice.owner:
                seat.outbox.forget_speech()
            self._put(seat, Letter(wire.encode_audio(notice.owner, notice.reason)))
        self._count_pages()

    def _complain(self, seat: Seat, message: str) -> None:
        if seat.errors.allow(self._clock()):
            self._put(seat, Letter(wire.encode_error(message)))

    def _put(self, seat: Seat, letter: Letter) -> None:
        self.counts.dropped += seat.outbox.put(letter)
        seat.wake()

    def _count_pages(self) -> None:
        self.counts.pages = len(self._seats)
        self.counts.owner = self._ownership.owner is not None

    def _clock_ms(self) -> float:
        return round(self._clock() * 1000.0, 1)

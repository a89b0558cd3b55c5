"""Who is told what, without sockets."""

from __future__ import annotations

import json
from typing import Any

import pytest

from creature_face import wire
from creature_face.hub import FLOOD_PAUSE_S, FRAMES_BURST, TEXTS_BURST, Hub, OversizedError, Seat
from creature_face.ownership import AudioOwnership
from creature_face.state import CaptionView, FaceState

PCM = bytes(wire.PCM_BYTES)


class Desk:
    """A hub with a fake clock, and what it gives to the creature."""

    def __init__(self, refusal: str = "", max_pages: int = 3, queue_frames: int = 10) -> None:
        self.now_s = 100.0
        self.heard: list[tuple[int, bytes]] = []
        self.hub = Hub(
            lambda index, pcm: self.heard.append((index, pcm)),
            lambda: self.now_s,
            AudioOwnership(refusal),
            max_pages,
            queue_frames,
        )

    def join(self) -> Seat:
        seat = self.hub.join(lambda: None)
        assert seat is not None
        read(seat)
        return seat

    def owner(self) -> Seat:
        seat = self.join()
        self.hub.hear(seat, '{"type":"start"}')
        read(seat)
        return seat


def read(seat: Seat) -> list[Any]:
    """What waits for the page: decoded texts, frames as bytes."""
    return [json.loads(letter.data) if letter.text else letter.data for letter in iter(seat.outbox.take, None)]


def test_a_page_is_told_hello_and_the_present_state() -> None:
    desk = Desk()
    desk.hub.show(FaceState(mouth=0.25, gesture="nod"))
    woken: list[int] = []
    seat = desk.hub.join(lambda: woken.append(1))
    assert seat is not None
    assert woken
    hello, state = read(seat)
    assert (hello["type"], hello["clock"]) == ("hello", 100000.0)
    assert state["mouth"] == 0.25
    assert "gesture" not in state  # it was made before this page came


def test_every_page_is_told_the_state_and_only_the_owner_hears_the_speech() -> None:
    desk = Desk()
    owner, other = desk.owner(), desk.join()
    desk.hub.speak(3, PCM, FaceState(mouth=0.5, frame=3), 100.0)
    state, frame = read(owner)
    assert (state["mouth"], frame) == (0.5, wire.encode_frame(3, PCM))
    assert [message["frame"] for message in read(other)] == [3]


def test_speech_with_nothing_new_to_show_is_only_heard() -> None:
    desk = Desk()
    owner = desk.owner()
    desk.hub.speak(3, PCM, None, 100.0)
    assert read(owner) == [wire.encode_frame(3, PCM)]


def test_the_owners_frames_are_heard_and_counted() -> None:
    desk = Desk()
    owner = desk.owner()
    for index in (40, 41, 43):
        desk.hub.hear(owner, wire.encode_frame(index, PCM))
    assert [index for index, _ in desk.heard] == [0, 1, 3]
    assert (desk.hub.counts.mic_frames, desk.hub.counts.mic_lost) == (3, 1)


def test_frames_of_others_are_not_heard_but_answered() -> None:
    desk = Desk()
    other = desk.join()
    desk.hub.hear(other, wire.encode_frame(0, PCM))
    assert desk.heard == []
    assert "send start" in read(other)[0]["message"]


def test_a_takeover_ends_the_old_owners_hearing_and_speaking() -> None:
    desk = Desk()
    old, new = desk.owner(), desk.join()
    desk.hub.speak(1, PCM, None, 100.0)
    desk.hub.hear(new, '{"type":"start"}')
    (notice,) = read(old)  # and not the frame that still waited
    assert (notice["type"], notice["owner"]) == ("audio", False)
    assert read(new)[0]["owner"] is True
    desk.hub.hear(old, wire.encode_frame(9, PCM))
    desk.hub.hear(new, wire.encode_frame(0, PCM))
    assert len(desk.heard) == 1


def test_when_the_owner_leaves_an_older_page_may_ask_again() -> None:
    desk = Desk()
    old = desk.owner()
    new = desk.owner()
    desk.hub.leave(new)
    assert not desk.hub.counts.owner
    desk.hub.speak(1, PCM, None, 100.0)
    desk.hub.hear(old, '{"type":"start"}')
    assert read(old)[-1]["owner"] is True
    assert desk.hub.counts.owner


def test_stop_is_answered() -> None:
    desk = Desk()
    owner = desk.owner()
    desk.hub.hear(owner, '{"type":"stop"}')
    assert read(owner)[0]["owner"] is False
    assert not desk.hub.counts.owner


def test_a_creature_with_ears_of_its_own_refuses() -> None:
    desk = Desk(refusal="it has its own")
    page = desk.owner()
    desk.hub.hear(page, '{"type":"start"}')
    assert read(page) == [{"type": "audio", "owner": False, "reason": "it has its own"}]
    desk.hub.hear(page, wire.encode_frame(0, PCM))
    assert desk.heard == []


def test_ping_is_answered_with_the_bridges_clock() -> None:
    desk = Desk()
    seat = desk.join()
    desk.hub.hear(seat, '{"type":"ping","t":4}')
    assert read(seat) == [{"type": "pong", "t": 4, "clock": 100000.0}]


@pytest.mark.parametrize("message", ["not json", '{"type":"dance"}', b"short"])
def test_what_the_wire_does_not_know_is_answered_and_counted(message: str | bytes) -> None:
    desk = Desk()
    seat = desk.owner()
    assert desk.hub.hear(seat, message) == 0.0
    assert read(seat)[0]["type"] == "error"
    assert desk.hub.counts.malformed == 1


def test_an_oversized_frame_ends_the_connection() -> None:
    desk = Desk()
    with pytest.raises(OversizedError, match="3844"):
        desk.hub.hear(desk.owner(), bytes(wire.FRAME_BYTES + 1))
    assert desk.hub.counts.malformed == 1


def test_a_flood_is_paused_ignored_and_counted_and_nobody_else_is() -> None:
    desk = Desk()
    owner, other = desk.owner(), desk.join()
    pauses = [desk.hub.hear(owner, wire.encode_frame(n, PCM)) for n in range(FRAMES_BURST + 20)]
    assert pauses == [0.0] * FRAMES_BURST + [FLOOD_PAUSE_S] * 20
    assert len(desk.heard) == FRAMES_BURST
    assert desk.hub.counts.flooded == 20
    assert desk.hub.hear(other, '{"type":"ping","t":1}') == 0.0
    desk.now_s += 1.0
    assert desk.hub.hear(owner, wire.encode_frame(500, PCM)) == 0.0


def test_a_flood_of_nonsense_gets_few_answers() -> None:
    desk = Desk(queue_frames=1000)
    seat = desk.join()
    for _ in range(TEXTS_BURST * 10):
        desk.hub.hear(seat, "nonsense")
    assert 1 <= len(read(seat)) <= 10


def test_a_page_that_does_not_read_loses_its_own_oldest() -> None:
    desk = Desk(queue_frames=4)
    slow, quick = desk.owner(), desk.join()
    for n in range(50):
        desk.hub.speak(n, PCM, FaceState(frame=n), 100.0)
        assert [message["frame"] for message in read(quick)] == [n]
    state, frame, last_state, last_frame = read(slow)
    assert (state["frame"], wire.decode_frame(frame)[0]) == (48, 48)
    assert (last_state["frame"], wire.decode_frame(last_frame)[0]) == (49, 49)
    assert desk.hub.counts.dropped == 96


def test_too_many_pages_are_turned_away_until_one_leaves() -> None:
    desk = Desk(max_pages=2)
    first, _ = desk.join(), desk.join()
    assert desk.hub.join(lambda: None) is None
    assert (desk.hub.counts.pages, desk.hub.counts.refused) == (2, 1)
    desk.hub.leave(first)
    desk.join()


def test_latency_is_from_the_frame_to_the_socket() -> None:
    desk = Desk()
    owner = desk.owner()
    desk.hub.speak(1, PCM, None, desk.now_s)
    letter = owner.outbox.take()
    assert letter is not None
    desk.now_s += 0.004
    desk.hub.sent(letter)
    assert desk.hub.latency.summary(desk.now_s) == (pytest.approx(4.0), pytest.approx(4.0))
    assert desk.hub.counts.speech_frames == 1


def test_captions_go_to_every_page_that_is_there_and_to_none_that_comes_later() -> None:
    desk = Desk()
    first, second = desk.join(), desk.join()
    desk.hub.caption(CaptionView("user", "hello", True))
    told = {"type": "caption", "speaker": "user", "text": "hello", "final": True}
    assert read(first) == read(second) == [told]
    third = desk.hub.join(lambda: None)
    assert third is not None
    assert told not in read(third)


def test_a_page_that_reads_slowly_loses_old_captions_before_answers() -> None:
    desk = Desk(queue_frames=2)
    seat = desk.join()
    desk.hub.hear(seat, '{"type":"ping","t":1}')
    for text in ("one", "one two", "one two three"):
        desk.hub.caption(CaptionView("creature", text, False))
    pong, caption = read(seat)
    assert (pong["type"], caption["text"]) == ("pong", "one two three")

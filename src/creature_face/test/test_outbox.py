"""A slow page loses its own oldest messages, and answers last."""

from __future__ import annotations

from creature_face.outbox import Letter, Outbox


def state(name: bytes) -> Letter:
    return Letter(name, stream=True)


def contents(outbox: Outbox) -> list[bytes]:
    return [letter.data for letter in iter(outbox.take, None)]


def test_letters_leave_in_order() -> None:
    outbox = Outbox(3)
    assert [outbox.put(state(name)) for name in (b"1", b"2", b"3")] == [0, 0, 0]
    assert contents(outbox) == [b"1", b"2", b"3"]
    assert outbox.take() is None


def test_a_full_outbox_drops_its_oldest() -> None:
    outbox = Outbox(3)
    dropped = sum(outbox.put(state(b"%d" % n)) for n in range(10))
    assert (dropped, contents(outbox)) == (7, [b"7", b"8", b"9"])


def test_an_answer_outlives_what_streams() -> None:
    outbox = Outbox(3)
    outbox.put(Letter(b"answer"))
    for n in range(5):
        outbox.put(state(b"%d" % n))
    assert contents(outbox) == [b"answer", b"3", b"4"]


def test_answers_alone_are_bounded_too() -> None:
    outbox = Outbox(2)
    for n in range(5):
        outbox.put(Letter(b"%d" % n))
    assert contents(outbox) == [b"3", b"4"]


def test_forgotten_speech_is_not_sent() -> None:
    outbox = Outbox(5)
    outbox.put(state(b"state"))
    outbox.put(Letter(b"speech", text=False, stream=True))
    outbox.put(Letter(b"answer"))
    outbox.forget_speech()
    assert contents(outbox) == [b"state", b"answer"]

"""The circuit breaker leaves a failed endpoint alone, longer each time."""

from __future__ import annotations

from creature_voice.brains.breaker import Breaker


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


def test_open_after_a_failure_and_tried_again_after_the_pause() -> None:
    clock = Clock()
    breaker = Breaker(5.0, clock)
    assert breaker.allows()
    breaker.failed("is down")
    assert breaker.reason == "is down"
    assert not breaker.allows()
    clock.now += 4.9
    assert not breaker.allows()
    clock.now += 0.2
    assert breaker.allows()


def test_only_one_is_let_through_after_a_pause() -> None:
    clock = Clock()
    breaker = Breaker(5.0, clock)
    breaker.failed("is down")
    clock.now += 5.1
    assert breaker.allows()
    assert not breaker.allows()
    breaker.worked()
    assert breaker.allows()
    assert breaker.reason == ""


def test_the_pause_doubles_up_to_sixteenfold() -> None:
    clock = Clock()
    breaker = Breaker(1.0, clock)
    for pause in (1, 2, 4, 8, 16, 16):
        breaker.failed("is down")
        clock.now += pause - 0.01
        assert not breaker.allows()
        clock.now += 0.02
        assert breaker.allows()

"""The pace of frames that arrive by themselves, on a clock that the test turns."""

import numpy as np
import pytest

from creature_voice.frame import FRAME_S
from creature_voice.sources.arrivals import PATIENCE_S, QUEUE_FRAMES, ArrivalPacer

LOUD = np.full(1920, 0.3, np.float32)
QUIET = np.zeros(1920, np.float32)


def take_all(pacer: ArrivalPacer, now_s: float) -> list:
    taken = []
    while (arrival := pacer.take(now_s)) is not None:
        taken.append(arrival)
    return taken


def run(pacer: ArrivalPacer, arrivals: dict[float, list[np.ndarray]], until_s: float) -> list[float]:
    """Feed and take every 5 ms; when the loop went."""
    went, waiting = [], sorted(arrivals.items())
    for step in range(round(until_s / 0.005) + 1):
        now_s = step * 0.005
        while waiting and waiting[0][0] <= now_s:
            for block in waiting.pop(0)[1]:
                pacer.put(block, now_s)
        went += [now_s] * len(take_all(pacer, now_s))
    return went


def test_a_frame_is_heard_when_it_arrives():
    pacer = ArrivalPacer(0.0)
    pacer.put(LOUD, 0.03)
    arrival = pacer.take(0.031)
    assert arrival is not None
    assert arrival.samples is LOUD
    assert arrival.due_s == 0.03
    assert pacer.take(0.031) is None


def test_without_frames_it_goes_by_the_clock_with_silence():
    went = run(ArrivalPacer(0.0), {}, 1.0)
    assert went[0] == pytest.approx(PATIENCE_S, abs=0.006)
    assert np.allclose(np.diff(went), FRAME_S, atol=0.006)


def test_silence_is_marked_and_counted():
    pacer = ArrivalPacer(0.0)
    arrival = pacer.take(PATIENCE_S)
    assert arrival is not None
    assert arrival.samples is None
    assert pacer.counts().silent == 1
    assert pacer.silent_run == 1


def test_jitter_within_patience_makes_no_silence():
    pacer = ArrivalPacer(0.0)
    times = {0.08 * n + (0.06 if n % 2 else 0.0): [LOUD] for n in range(1, 20)}
    assert len(run(pacer, times, 1.65)) == 19
    assert pacer.counts().silent == 0


def test_a_senders_clock_may_drift():
    pacer = ArrivalPacer(0.0)
    times = {0.0801 * n: [LOUD] for n in range(1, 400)}
    assert len(run(pacer, times, 0.0801 * 400)) == 399
    assert pacer.counts().silent == 0


def test_a_burst_is_handed_on_at_once():
    pacer = ArrivalPacer(0.0)
    for index in range(3):
        pacer.put(LOUD, 0.1, index)
    assert len(take_all(pacer, 0.1)) == 3


def test_too_many_waiting_drops_the_oldest():
    pacer = ArrivalPacer(0.0)
    blocks = [np.full(4, n, np.float32) for n in range(QUEUE_FRAMES + 2)]
    for block in blocks:
        pacer.put(block, 0.1)
    taken = take_all(pacer, 0.1)
    assert [one.samples[0] for one in taken] == [2, 3, 4, 5, 6]
    assert pacer.counts().dropped == 2


def test_a_jump_of_the_index_is_a_loss_and_a_fresh_start_is_not():
    pacer = ArrivalPacer(0.0)
    for index in (7, 8, 11, 0, 1):
        pacer.put(LOUD, 0.1, index)
    assert pacer.counts().lost == 2


def test_coming_back_from_silence_does_not_go_twice():
    # Five frames are 340 ms late; meanwhile silence was heard. Quiet frames are left out until all is even again.
    pacer = ArrivalPacer(0.0)
    arrivals = {FRAME_S * n: [QUIET] for n in range(1, 11)}
    arrivals[FRAME_S * 15] = [LOUD] * 5
    arrivals |= {FRAME_S * n: [QUIET] for n in range(16, 31)}
    went = run(pacer, arrivals, FRAME_S * 30 + 0.02)
    counts = pacer.counts()
    assert counts.silent > 0
    assert counts.skipped == counts.silent
    assert len(went) == 30


def test_speech_is_never_left_out():
    pacer = ArrivalPacer(0.0)
    arrivals = {FRAME_S * 5: [LOUD] * 5} | {FRAME_S * n: [LOUD] for n in range(6, 20)}
    run(pacer, arrivals, FRAME_S * 20)
    assert pacer.counts().heard == 19
    assert pacer.counts().skipped == 0


def test_a_sender_that_was_gone_owes_nothing():
    pacer = ArrivalPacer(0.0)
    run(pacer, {60.0: [QUIET]}, 60.0)
    assert pacer.counts().skipped == 0
    assert pacer.counts().heard == 1


def test_frames_known_to_be_lost_are_not_waited_for():
    pacer = ArrivalPacer(0.0)
    pacer.put(LOUD, 0.0, 0)
    take_all(pacer, 0.0)
    assert len(take_all(pacer, PATIENCE_S + FRAME_S)) == 2
    pacer.put(QUIET, 0.3, 3)
    assert len(take_all(pacer, 0.3)) == 1
    assert pacer.counts().skipped == 0


def test_a_machine_that_slept_owes_no_silence():
    pacer = ArrivalPacer(0.0)
    assert len(take_all(pacer, 1000.0)) == 1


def test_the_wait_ends_with_a_frame_or_with_silence():
    pacer = ArrivalPacer(0.0)
    assert pacer.wait_s(0.0) == pytest.approx(PATIENCE_S)
    pacer.put(LOUD, 0.0)
    assert pacer.wait_s(0.0) == 0.0

"""How far the server is behind."""

from creature_voice.engines.moshi_server.flow import Flow, frames_of
from creature_voice.frame import FRAME_SAMPLES


class Clock:
    def __init__(self):
        self.now_s = 100.0

    def __call__(self):
        return self.now_s


def make(most=6, unanswered=1):
    clock = Clock()
    return Flow(most, unanswered, clock), clock


def test_a_server_that_keeps_up_gets_every_frame():
    flow, clock = make()
    for index in range(100):
        assert flow.may_send(quiet=index % 2 == 0)
        clock.now_s += 0.03
        if index >= 1:
            flow.answered(FRAME_SAMPLES)
        clock.now_s += 0.05
    assert (flow.sent, flow.lag_frames) == (100, 0)
    assert abs(flow.round_trip_ms - 30.0) < 1e-6


def test_speech_is_sent_until_the_limit_and_silence_until_half_of_it():
    flow, _ = make()
    assert [flow.may_send(quiet=True) for _ in range(6)] == [True] * 4 + [False] * 2
    assert flow.lag_frames == 3
    assert [flow.may_send(quiet=False) for _ in range(6)] == [True] * 3 + [False] * 3
    assert flow.lag_frames == 6


def test_the_lag_of_a_server_that_is_a_fifth_too_slow_stays_bounded_and_falls_when_it_recovers():
    flow, clock = make()
    due_s, lags, skipped = clock.now_s + 0.1, [], 0
    queue = 0
    for index in range(2000):
        step_s = 0.1 if index < 1000 else 0.04
        if flow.may_send(quiet=False):
            queue += 1
        else:
            skipped += 1
        clock.now_s += 0.08
        while queue and due_s <= clock.now_s:
            queue -= 1
            due_s += step_s
            flow.answered(FRAME_SAMPLES)
        due_s = max(due_s, clock.now_s) if not queue else due_s
        lags.append(flow.lag_frames)
        if index == 999:
            assert 190 <= skipped <= 210
    assert max(lags) <= 6
    assert max(lags[1100:]) <= 1


def test_answers_in_halves_count_when_they_are_whole():
    flow, _ = make(unanswered=2)
    for _ in range(4):
        flow.may_send(quiet=False)
    flow.answered(FRAME_SAMPLES // 2)
    assert flow.lag_frames == 2
    flow.answered(FRAME_SAMPLES // 2)
    assert flow.lag_frames == 1


def test_a_server_that_says_more_than_it_was_asked_owes_nothing():
    flow, _ = make()
    flow.may_send(quiet=False)
    flow.answered(50 * FRAME_SAMPLES)
    assert flow.lag_frames == 0
    assert flow.waiting_s == 0.0


def test_the_wait_for_an_answer_begins_with_the_frame_that_wants_one():
    flow, clock = make()
    clock.now_s += 60.0
    assert flow.waiting_s == 0.0
    flow.may_send(quiet=False)
    flow.may_send(quiet=False)
    clock.now_s += 4.0
    assert flow.waiting_s == 4.0
    flow.may_send(quiet=False)
    assert flow.waiting_s == 4.0
    flow.answered(FRAME_SAMPLES)
    assert flow.waiting_s == 0.0


def test_seconds_to_frames():
    assert [frames_of(seconds) for seconds in (0.01, 0.16, 0.64, 5.0)] == [1, 2, 8, 62]

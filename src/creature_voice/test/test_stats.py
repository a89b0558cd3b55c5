"""The loop's figures."""

import numpy as np
import pytest

from creature_voice.stats import WINDOW_FRAMES, Durations, LoopStats


def test_percentiles_since_the_start_are_right_within_two_percent():
    durations, values = Durations(), np.random.default_rng(1).lognormal(0.0, 1.0, 5000)
    for value in values:
        durations.add(float(value))
    assert durations.percentile(50) == pytest.approx(np.percentile(values, 50), rel=0.02)
    assert durations.percentile(99) == pytest.approx(np.percentile(values, 99), rel=0.03)


def test_the_recent_ones_forget():
    durations = Durations()
    durations.add(1000.0)
    for _ in range(WINDOW_FRAMES):
        durations.add(1.0)
    assert durations.recent_percentile(100) == 1.0
    assert durations.percentile(100) == pytest.approx(1000.0, rel=0.02)


def test_nothing_yet_is_zero():
    assert Durations().percentile(99) == 0.0
    assert Durations().recent_percentile(99) == 0.0


@pytest.mark.parametrize("extreme_ms", [0.0, -1.0, 1e9])
def test_extremes_are_counted(extreme_ms):
    durations = Durations()
    durations.add(extreme_ms)
    assert durations.percentile(50) > 0.0


def test_a_report_counts_frames_and_late_ones():
    stats = LoopStats()
    for number in range(10):
        stats.add(wait_ms=0.1, step_ms=2.0, path_ms=0.5, late=number == 3)
    report = stats.report()
    assert (report.total, report.late, report.recent_late) == (10, 1, 1)
    assert report.step_ms_median == pytest.approx(2.0, rel=0.02)
    assert report.path_ms_p99 == pytest.approx(0.5, rel=0.02)
    assert report.recent_step_ms_p99 == 2.0

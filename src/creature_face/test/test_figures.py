"""Latency over the last seconds."""

from __future__ import annotations

import pytest

from creature_face.figures import Latency


def test_nothing_measured_is_nothing() -> None:
    assert Latency().summary(0.0) is None


def test_median_and_99th_percentile() -> None:
    latency = Latency()
    for n in range(100):
        latency.add(0.0, float(n))
    assert latency.summary(0.0) == (pytest.approx(50.0, abs=1.0), 99.0)


def test_what_is_older_than_the_window_is_forgotten() -> None:
    latency = Latency(window_s=10.0)
    latency.add(0.0, 500.0)
    latency.add(8.0, 1.0)
    assert latency.summary(9.0) == (500.0, 500.0)
    assert latency.summary(11.0) == (1.0, 1.0)
    assert latency.summary(30.0) is None

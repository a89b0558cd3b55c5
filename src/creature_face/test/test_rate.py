"""A page may send so much and no more."""

from __future__ import annotations

from creature_face.rate import Bucket


def test_a_burst_is_allowed_and_then_the_rate() -> None:
    bucket = Bucket(per_s=10.0, burst=3, now_s=0.0)
    assert [bucket.allow(0.0) for _ in range(4)] == [True, True, True, False]
    assert not bucket.allow(0.09)
    assert bucket.allow(0.11)
    assert not bucket.allow(0.12)


def test_rest_saves_no_more_than_a_burst() -> None:
    bucket = Bucket(per_s=10.0, burst=3, now_s=0.0)
    assert [bucket.allow(1000.0) for _ in range(4)] == [True, True, True, False]

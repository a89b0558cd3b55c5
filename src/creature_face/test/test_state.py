"""Values that go to the page are numbers within their range."""

from __future__ import annotations

import math

import pytest

from creature_face.state import within


@pytest.mark.parametrize(
    ("value", "expected"),
    [(0.12345, 0.123), (2.0, 1.0), (-3.0, -1.0), (math.nan, 0.0), (math.inf, 0.0), (-math.inf, 0.0)],
)
def test_within_clamps_rounds_and_has_no_nan(value: float, expected: float) -> None:
    assert within(value, -1.0, 1.0) == expected

"""The parameters' defaults are allowed, and wrong ones are refused by name."""

from __future__ import annotations

import pytest

from creature_face.config import FaceConfig
from creature_node.config import ConfigError, check, limits_of


def test_every_default_is_within_its_own_limits() -> None:
    for name, (default, limits) in limits_of(FaceConfig).items():
        assert check(name, default, default, limits) == default
        assert limits.effect.endswith(".")


@pytest.mark.parametrize(
    ("name", "value"), [("port", 65536), ("port", -1), ("port", "8080"), ("audio", "both"), ("max_pages", 0)]
)
def test_wrong_values_are_refused_by_name(name: str, value: object) -> None:
    default, limits = limits_of(FaceConfig)[name]
    with pytest.raises(ConfigError, match=f"parameter '{name}'"):
        check(name, value, default, limits)


def test_the_mouths_range_cannot_be_empty() -> None:
    limits = {name: limit for name, (_, limit) in limits_of(FaceConfig).items()}
    highest_floor, lowest_full = limits["mouth_floor_db"].high, limits["mouth_full_db"].low
    assert highest_floor is not None
    assert lowest_full is not None
    assert highest_floor < lowest_full

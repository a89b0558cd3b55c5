"""Configuration dataclasses: what is allowed, and what the refusal says."""

from dataclasses import dataclass

import pytest

from creature_node.config import ConfigError, check, limits_of, param


@dataclass(frozen=True)
class Example:
    """A configuration with one parameter of each kind."""

    gain: float = param(1.0, "Loudness.", unit="dB", low=-6.0, high=6.0)
    count: int = param(3, "How many.", low=1, high=9)
    source: str = param("phone", "Where frames come from.", choices=("phone", "wav"))
    enabled: bool = param(True, "Whether at all.")


def checked(name, value):
    default, limits = limits_of(Example)[name]
    return check(name, value, default, limits)


def test_values_in_range_are_taken_and_whole_numbers_become_floats():
    assert checked("gain", -6.0) == -6.0
    assert isinstance(checked("gain", 2), float)
    assert checked("source", "wav") == "wav"


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("gain", 6.5, "-6.0 to 6.0 dB"),
        ("count", 0, "1 to 9"),
        ("source", "tape", "phone, wav"),
        ("enabled", 1, "true or false"),
        ("count", 2.0, "a whole number"),
    ],
)
def test_a_refusal_names_the_parameter_and_what_it_may_be(name, value, words):
    with pytest.raises(ConfigError) as error:
        checked(name, value)
    assert f"'{name}'" in str(error.value) and words in str(error.value)

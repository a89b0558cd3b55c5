"""Logistic regression on hashed features, and Platt scaling: numpy alone, no chance in it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from judge_examples import Example
from numpy.typing import NDArray

from creature_intent.meaning.clue import features
from creature_intent.meaning.judge import bucket

Floats = NDArray[np.float64]
Hashed = tuple[NDArray[np.int64], NDArray[np.int64], Floats]
"""Buckets of all examples one after the other, where each example begins, and its 1/sqrt(features)."""

_RATE = 0.1
_DECAYS = (0.9, 0.999)


def hashed(examples: Sequence[Example], buckets: int) -> Hashed:
    """The examples' features."""
    rows = [[bucket(name, buckets) for name in features(example.clue)] for example in examples]
    starts = np.cumsum([0, *(len(row) for row in rows[:-1])])
    scale = np.array([len(row) ** -0.5 for row in rows])
    return np.array([place for row in rows for place in row]), starts, scale


def scores(weights: Floats, data: Hashed) -> Floats:
    """The score of each example."""
    places, starts, scale = data
    return np.add.reduceat(weights[places], starts) * scale


def fit(data: Hashed, is_act: Floats, weight: Floats, buckets: int, steps: int, ridge: float) -> Floats:
    """The weights, by Adam on the whole data.

    Args:
        data: [n] examples.
        is_act, weight: [n].
        buckets: How many weights.
        steps: How many steps.
        ridge: Strength of the pull to zero, for the mean of the examples.

    Returns:
        [buckets]
    """
    places, starts, scale = data
    lengths = np.diff([*starts, len(places)])
    weights, mean, square = np.zeros(buckets), np.zeros(buckets), np.zeros(buckets)
    share = weight / weight.sum()
    for step in range(1, steps + 1):
        error = (_chance(scores(weights, data)) - is_act) * share * scale
        slope = np.bincount(places, np.repeat(error, lengths), buckets) + ridge * weights
        mean += (1 - _DECAYS[0]) * (slope - mean)
        square += (1 - _DECAYS[1]) * (slope**2 - square)
        unbiased = np.sqrt(square / (1 - _DECAYS[1] ** step)) + 1e-9
        weights -= _RATE * (1 - step / (steps + 1)) * mean / (1 - _DECAYS[0] ** step) / unbiased
    return weights


def quantized(weights: Floats) -> tuple[bytes, float]:
    """One signed byte a weight, and what a 1 is worth; the largest weights are cut."""
    used = np.abs(weights[weights != 0])
    scale = float(np.quantile(used, 0.999) / 127) if used.size else 1.0
    scale = float(f"{scale:.4g}")
    return np.clip(np.round(weights / scale), -127, 127).astype(np.int8).tobytes(), scale


def platt(score: Floats, is_act: Floats, weight: Floats) -> tuple[float, float]:
    """Slope and shift that turn scores into chances, by Newton's steps, with a little doubt left on both sides."""
    acts, talk = float((weight * is_act).sum()), float((weight * (1 - is_act)).sum())
    wanted = np.where(is_act > 0, (acts + 1) / (acts + 2), 1 / (talk + 2))
    both = np.stack([score, np.ones_like(score)], axis=1)
    line = np.array([1.0, 0.0])
    for _ in range(50):
        chance = _chance(both @ line)
        slope = both.T @ (weight * (chance - wanted)) + 1e-3 * (line - [1.0, 0.0])
        curve = (both * (weight * chance * (1 - chance))[:, None]).T @ both + 1e-3 * np.eye(2)
        line = line - np.linalg.solve(curve, slope)
    return float(f"{line[0]:.6g}"), float(f"{line[1]:.6g}")


def _chance(score: Floats) -> Floats:
    return 1.0 / (1.0 + np.exp(-np.clip(score, -30, 30)))

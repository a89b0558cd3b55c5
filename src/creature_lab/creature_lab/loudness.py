"""Where there is sound: loudness in short windows, and the speech in a recording by its energy.

Units: seconds; levels in dBFS, 0 dBFS being the root mean square of a full-scale square wave.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from creature_voice.frame import SAMPLE_RATE_HZ, Samples

WINDOW_S = 0.01
WINDOW_SAMPLES = int(SAMPLE_RATE_HZ * WINDOW_S)
FLOOR_DB = -120.0
# The creature's voice counts as audible from here: above the noise that a neural codec leaves in its pauses.
AUDIBLE_DB = -46.0

# A recording is searched for what stands out of its own background, between these distances below its loud parts.
_SILENT_DB = -55.0
_ABOVE_BACKGROUND_DB = 10.0
_NEAREST_TO_LOUD_DB = 18.0
_FARTHEST_FROM_LOUD_DB = 30.0
_JOIN_GAP_S = 0.12
_SHORTEST_S = 0.05


@dataclass(frozen=True)
class Span:
    """From start_s to end_s."""

    start_s: float
    end_s: float


def levels_db(samples: Samples) -> NDArray[np.float64]:
    """Level of each window of 10 ms, in dBFS; the last, shorter window counts as if filled up with silence."""
    windows = -(-len(samples) // WINDOW_SAMPLES)
    padded = np.zeros(windows * WINDOW_SAMPLES)
    padded[: len(samples)] = samples
    rms = np.sqrt(np.mean(padded.reshape(windows, WINDOW_SAMPLES) ** 2, axis=1)) if windows else np.zeros(0)
    result: NDArray[np.float64] = 20.0 * np.log10(np.maximum(rms, 10 ** (FLOOR_DB / 20)))
    return result


def audible_from_s(samples: Samples) -> float | None:
    """When the first audible window begins, seconds into the samples; None if nothing is audible."""
    loud = np.flatnonzero(levels_db(samples) > AUDIBLE_DB)
    return float(loud[0]) * WINDOW_S if len(loud) else None


def speech_spans(samples: Samples) -> list[Span]:
    """Where a recording has something like speech, in order; empty for a silent one.

    Energy alone decides: windows louder than a threshold between the recording's background and its loud parts,
    joined over gaps shorter than a stop consonant's, without what is shorter than a click.
    """
    levels = levels_db(samples)
    if not len(levels):
        return []
    loud = levels > _threshold_db(levels)
    spans = _joined([Span(start * WINDOW_S, end * WINDOW_S) for start, end in _runs(loud)])
    return [span for span in spans if span.end_s - span.start_s >= _SHORTEST_S]


def _threshold_db(levels: NDArray[np.float64]) -> float:
    background, loud = np.percentile(levels, [10, 95])
    # In a short word amid long silence the 95th percentile is silence; then the loudest windows speak for it.
    loud = max(float(loud), float(np.sort(levels)[-min(10, len(levels))]))
    wanted = float(background) + _ABOVE_BACKGROUND_DB
    return max(_SILENT_DB, min(max(wanted, loud - _FARTHEST_FROM_LOUD_DB), loud - _NEAREST_TO_LOUD_DB))


def _runs(loud: NDArray[np.bool_]) -> list[tuple[int, int]]:
    edges = np.flatnonzero(np.diff(np.concatenate(([0], loud.astype(np.int8), [0]))))
    return [(int(start), int(end)) for start, end in edges.reshape(-1, 2)]


def _joined(spans: list[Span]) -> list[Span]:
    joined: list[Span] = []
    for span in spans:
        if joined and span.start_s - joined[-1].end_s < _JOIN_GAP_S:
            joined[-1] = Span(joined[-1].start_s, span.end_s)
        else:
            joined.append(span)
    return joined

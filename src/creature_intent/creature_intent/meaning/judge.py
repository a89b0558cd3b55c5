"""A small judge of whether a clause is meant (act) or only talk: logistic regression on hashed features, calibrated.

It looks at words the rules do not: which nouns, particles and neighbours usually go with talk. It can only take back
what the rules propose. Its weights are made by scripts/train_judge.py.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from zlib import crc32

from creature_intent.meaning.clue import Clue, features
from creature_intent.tokens import Speaker

SHIPPED = Path(__file__).parent / "judge.bin"
FORMAT = "creature judge 1"
"""Changes whenever the features or the layout change, so that no file is read by a judge it was not made for."""
_MOST_BYTES = 2_000_000
_RETRAIN = "make it anew: ./creature run python scripts/train_judge.py"


class JudgeError(ValueError):
    """A judge's file cannot be used; the message says why and what to do."""


@dataclass(frozen=True)
class Calibration:
    """Platt scaling of one speaker's scores, and from which chance on what follows."""

    slope: float
    shift: float
    act: float
    suggest: float


@dataclass(frozen=True)
class Verdict:
    """What the judge thinks of a clause.

    Attributes:
        chance: That it is meant, 0 to 1; of the clauses judged at .9, nine in ten were (see the training's table).
        tier: "act", "suggest" (ask first) or "talk" (leave it).
    """

    chance: float
    tier: str


@dataclass(frozen=True)
class Judge:
    """Weights and calibration.

    Attributes:
        weights: One signed byte a bucket.
        scale: What a weight of 1 is worth.
        calibrations: One for each speaker.
    """

    weights: memoryview
    scale: float
    calibrations: Mapping[Speaker, Calibration]

    @staticmethod
    @cache
    def shipped() -> Judge:
        """The judge that comes with the creature.

        Raises:
            JudgeError: its file is missing or damaged.
        """
        return Judge.load(SHIPPED)

    @staticmethod
    def load(path: Path) -> Judge:
        """The judge in a file.

        Raises:
            JudgeError: the file cannot be read, or is not a judge's.
        """
        try:
            raw = path.read_bytes()
        except OSError as error:
            raise JudgeError(f"the judge {path} cannot be read ({error.strerror}); {_RETRAIN}") from error
        try:
            return Judge.read(raw)
        except JudgeError as error:
            raise JudgeError(f"the judge {path}: {error}; {_RETRAIN}") from error

    @staticmethod
    def read(raw: bytes) -> Judge:
        """The judge in these bytes: a line of JSON, then the weights.

        Raises:
            JudgeError: they are not a judge's.
        """
        head, _, body = raw[:_MOST_BYTES].partition(b"\n")
        try:
            data = json.loads(head)
            if data["format"] != FORMAT:
                raise JudgeError(f"it is of format '{data['format']}', and '{FORMAT}' is needed")
            buckets, scale = int(data["buckets"]), float(data["scale"])
            calibrations = {speaker: Calibration(**data["calibration"][speaker.name]) for speaker in Speaker}
        except (ValueError, KeyError, TypeError) as error:
            if isinstance(error, JudgeError):
                raise
            raise JudgeError(f"it does not begin as a judge's file does ({_why(error)})") from error
        if len(body) != buckets or crc32(body) != data.get("crc32"):
            raise JudgeError(f"it is damaged: {len(body)} weights, {buckets} were written")
        return Judge(memoryview(body).cast("b"), scale, calibrations)

    def bytes(self, about: Mapping[str, Any]) -> bytes:
        """The file's content.

        Args:
            about: What it was made from, kept in its first line.
        """
        calibration = {speaker.name: vars(self.calibrations[speaker]) for speaker in Speaker}
        body = self.weights.tobytes()
        head = {"format": FORMAT, "buckets": len(body), "scale": self.scale, "crc32": crc32(body)}
        line = json.dumps({**head, "calibration": calibration, "about": dict(about)}, sort_keys=True)
        return line.encode() + b"\n" + body

    def judge(self, clue: Clue) -> Verdict:
        """Whether the clause is meant."""
        calibration = self.calibrations[clue.speaker]
        chance = 1.0 / (1.0 + math.exp(-_bounded(calibration.slope * self.score(clue) + calibration.shift)))
        tier = "act" if chance >= calibration.act else "suggest" if chance >= calibration.suggest else "talk"
        return Verdict(chance, tier)

    def score(self, clue: Clue) -> float:
        """The sum of the weights, before calibration."""
        buckets, weights = len(self.weights), self.weights
        found = features(clue)
        total = sum([weights[crc32(name.encode()) % buckets] for name in found])
        return self.scale * total / math.sqrt(len(found))

    def why(self, clue: Clue, most: int = 3) -> tuple[str, ...]:
        """The features that speak most strongly for talk, for the log: for people who want to know."""
        buckets = len(self.weights)
        weighed = sorted((self.weights[bucket(name, buckets)], name) for name in features(clue))
        return tuple(name for weight, name in weighed[:most] if weight < 0)


def bucket(name: str, buckets: int) -> int:
    """Where the weight of a feature stands."""
    return crc32(name.encode()) % buckets


def _bounded(value: float) -> float:
    return max(-30.0, min(30.0, value))


def _why(error: Exception) -> str:
    return f"{error} is missing" if isinstance(error, KeyError) else str(error)

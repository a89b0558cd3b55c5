"""How the point moves: gliding towards the state's feeling, coloured by what the last moment left behind."""

from __future__ import annotations

import math
from dataclasses import dataclass

from creature_affect.affect_map import AffectMap, Look, State

# Nearer than this to where it should be, the point has arrived.
ARRIVED = 0.004
# Less of a fading feeling than this is nothing.
NOTHING_LEFT = 0.03


@dataclass(frozen=True)
class Point:
    """Valence and arousal -1 to 1, intensity 0 to 1."""

    valence: float
    arousal: float
    intensity: float

    def towards(self, other: Point, share: float) -> Point:
        """The point that far (0 to 1) on the way to the other."""
        return Point(
            self.valence + (other.valence - self.valence) * share,
            self.arousal + (other.arousal - self.arousal) * share,
            self.intensity + (other.intensity - self.intensity) * share,
        )

    def distance(self, other: Point) -> float:
        """The largest difference in any of the three."""
        return max(
            abs(self.valence - other.valence),
            abs(self.arousal - other.arousal),
            abs(self.intensity - other.intensity),
        )


def point_of(look: Look) -> Point:
    """The feeling as a point."""
    return Point(look.valence, look.arousal, look.intensity)


class Feeling:
    """The point, and what it is called. Times are in seconds of the caller's clock."""

    def __init__(self, affect_map: AffectMap, now: float) -> None:
        self._map = affect_map
        self._calm = point_of(affect_map.idle.look)
        self._at = now
        self._glow: Look | None = None
        self._glow_cause = ""
        self._glow_s = 0.0
        self._glow_from = now
        self.point = self._calm

    def remember(self, state: State, look: Look, cause: str, now: float) -> None:
        """A moment has begun, and why: it will glow when its hold is over."""
        if state.afterglow_s:
            self._glow, self._glow_cause = look, cause
            self._glow_s, self._glow_from = state.afterglow_s, now + state.hold_s

    def advance(self, state: State, look: Look, entered: float, now: float) -> None:
        """Move the point on to `now`, in a state that was entered at `entered`."""
        target = self._target(state, look, entered, now)
        self.point = self.point.towards(target, 1.0 - math.exp(-max(0.0, now - self._at) / state.glide_s))
        if self.point.distance(target) < ARRIVED:
            self.point = target
        self._at = now

    def moving(self, state: State, look: Look, entered: float, now: float) -> bool:
        """Whether the point is on its way, or what it follows is."""
        if self.point.distance(self._target(state, look, entered, now)) >= ARRIVED:
            return True
        calming = bool(state.calm_s) and math.exp(-(now - entered) / state.calm_s) > NOTHING_LEFT
        return calming or (state.mood and self._glow_left(now) > 0.0)

    def _target(self, state: State, look: Look, entered: float, now: float) -> Point:
        target = point_of(look)
        if state.calm_s:
            target = self._calm.towards(target, math.exp(-max(0.0, now - entered) / state.calm_s))
        if state.mood and self._glow is not None:
            target = target.towards(point_of(self._glow), self._glow_left(now))
        return target

    def shown(self, state: State, look: Look, cause: str, entered: float, now: float) -> tuple[str, str]:
        """The emotion's name and its cause: the state's own, or those of what glows in it or has calmed down."""
        least = self._map.shown_above
        if state.mood and self._glow is not None and self._glow_left(now) > least:
            return self._glow.emotion, self._glow_cause
        if state.calm_s and math.exp(-(now - entered) / state.calm_s) <= least:
            return self._map.idle.look.emotion, cause
        return look.emotion, cause

    def _glow_left(self, now: float) -> float:
        """1 down to 0."""
        if self._glow is None:
            return 0.0
        left = math.exp(-max(0.0, now - self._glow_from) / self._glow_s)
        return left if left > NOTHING_LEFT else 0.0

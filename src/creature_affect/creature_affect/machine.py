"""The state machine: which state is due, with the hysteresis that keeps it from flickering."""

from __future__ import annotations

from creature_affect.affect_map import CONDITIONS, AffectMap, Look, State, Transition
from creature_affect.situation import Moment, Situation
from creature_affect.words import fill


class Machine:
    """The current state, since when, and why. Times are in seconds of the caller's clock."""

    def __init__(self, affect_map: AffectMap, now: float) -> None:
        self._map = affect_map
        self._conditions = [one for one in affect_map.transitions if one.on in CONDITIONS]
        self._moments = [one for one in affect_map.transitions if one.on not in CONDITIONS]
        self._enter(affect_map.idle, affect_map.idle.look, {}, now)
        self._held_at = now

    state: State
    look: Look
    cause: str
    entered: float

    def happen(self, moment: Moment, now: float) -> None:
        """A moment: it takes over at once, unless a stronger one is being felt."""
        for way in self._moments:
            state = self._map.states[way.to]
            if way.on != moment.name or not way.allowed_from(self.state.name):
                continue
            if state.priority >= self.state.priority or not self._in_moment(now):
                self._enter(state, way.look, moment.fields, now)
                return

    def update(self, situation: Situation, now: float) -> None:
        """Let time pass: go to the state that is due, if the current one lets go."""
        due = self._due(situation, now)
        target = self._map.states[due.to] if due else self._map.idle
        if target == self.state and not self._in_moment(now):
            self._stay(situation, now)
        elif self._lets_go(target, now):
            self._enter(target, due.look if due else target.look, situation.fields(now), now)

    def pending(self, now: float) -> bool:
        """Whether a hold, dwell or linger is running out, so that something may happen soon by itself."""
        over = self.state is not self._map.idle and now > self._held_at
        return self._in_moment(now) or over

    def _due(self, situation: Situation, now: float) -> Transition | None:
        due = [way for way in self._conditions if self._is_due(way, situation, now)]
        return max(due, key=lambda way: self._map.states[way.to].priority, default=None)

    def _is_due(self, way: Transition, situation: Situation, now: float) -> bool:
        lasted = situation.lasted(way.on, now)
        return lasted is not None and lasted >= way.after_s and way.allowed_from(self.state.name)

    def _in_moment(self, now: float) -> bool:
        return now < self.entered + self.state.hold_s

    def _lets_go(self, target: State, now: float) -> bool:
        if self.state.hold_s:
            return not self._in_moment(now)
        if target.priority > self.state.priority:
            return True
        linger_s = self.state.linger_s
        if target is self._map.idle:
            linger_s = max(linger_s, self.state.rest_s)
        return now >= self.entered + self.state.dwell_s and now >= self._held_at + linger_s

    def _stay(self, situation: Situation, now: float) -> None:
        self._held_at = now
        passed = [stage for stage in self.state.later if now - self.entered >= stage.after_s]
        if passed and passed[-1].look is not self.look:
            self.look = passed[-1].look
            self.cause = fill(self.look.cause, situation.fields(now))

    def _enter(self, state: State, look: Look, fields: dict[str, str], now: float) -> None:
        self.state, self.look, self.entered = state, look, now
        self.cause = fill(look.cause, fields)
        self._held_at = now

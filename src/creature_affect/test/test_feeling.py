"""How the point moves."""

import math

import pytest

from creature_affect.affect_map import AffectMap, Look, State
from creature_affect.feeling import NOTHING_LEFT, Feeling, Point

CALM = Look("neutral", 0.0, 0.0, 0.2, "calm")
GLAD = Look("happy", 1.0, 0.5, 1.0, "glad")
IDLE = State("idle", CALM, 0.0, mood=True, glide_s=1.0)
BUSY = State("busy", GLAD, 1.0, calm_s=10.0, glide_s=0.01)
MOMENT = State("moment", GLAD, 1.0, hold_s=2.0, afterglow_s=5.0, glide_s=0.01)


@pytest.fixture
def feeling():
    return Feeling(AffectMap({"idle": IDLE}, (), 0.35), 0.0)


def test_towards_goes_part_of_the_way():
    assert Point(0.0, 0.0, 0.0).towards(Point(1.0, -1.0, 0.5), 0.5) == Point(0.5, -0.5, 0.25)


def test_the_glide_is_exponential_and_does_not_depend_on_the_steps(feeling):
    state = State("near", GLAD, 0.0, glide_s=1.0)
    other = Feeling(AffectMap({"idle": IDLE}, (), 0.35), 0.0)
    feeling.advance(state, GLAD, 0.0, 1.0)
    for step in range(1, 11):
        other.advance(state, GLAD, 0.0, step / 10)
    assert feeling.point.valence == pytest.approx(1.0 - math.exp(-1.0))
    assert other.point.valence == pytest.approx(feeling.point.valence)


def test_it_arrives(feeling):
    feeling.advance(MOMENT, GLAD, 0.0, 1.0)
    assert feeling.point == Point(1.0, 0.5, 1.0)
    assert not feeling.moving(MOMENT, GLAD, 0.0, 1.0)


def test_a_clock_that_goes_back_moves_nothing(feeling):
    feeling.advance(BUSY, GLAD, 0.0, -5.0)
    assert feeling.point == Point(0.0, 0.0, 0.2)


def test_excitement_calms_down_and_loses_its_name(feeling):
    feeling.advance(BUSY, GLAD, 0.0, 10.0)
    assert feeling.point.valence == pytest.approx(math.exp(-1.0))
    assert feeling.shown(BUSY, GLAD, "why", 0.0, 10.0) == ("happy", "why")
    assert feeling.shown(BUSY, GLAD, "why", 0.0, 11.0) == ("neutral", "why")


def test_a_moment_glows_only_after_its_hold_and_only_in_states_with_mood(feeling):
    feeling.remember(MOMENT, GLAD, "a gift", 0.0)
    assert feeling.shown(IDLE, CALM, "calm", 2.0, 2.0) == ("happy", "a gift")
    assert feeling.shown(State("cold", CALM, 0.0), CALM, "calm", 2.0, 2.0) == ("neutral", "calm")
    assert feeling.shown(IDLE, CALM, "calm", 2.0, 8.0) == ("neutral", "calm")
    assert feeling.moving(IDLE, CALM, 2.0, 8.0)
    gone_s = 2.0 - 5.0 * math.log(NOTHING_LEFT) + 0.1
    feeling.advance(IDLE, CALM, 2.0, gone_s)
    assert not feeling.moving(IDLE, CALM, 2.0, gone_s)

"""Steps that are one task."""

from __future__ import annotations

from creature_intent.acts import BRING_OBJECT, GRAB_OBJECT, MOVE_TO, PLACE_OBJECT, Act, Kind, Slots
from creature_intent.deeds.merge import merged


def asked(intent, *slots, named=True):
    return Act(Kind.REQUEST, intent, Slots(*slots), named=named, reason=intent)


def results(*acts):
    return [(act.intent, act.slots) for act in merged(acts)]


def test_going_to_fetch_is_bringing_from_there():
    found = results(asked(MOVE_TO, "", "", "kitchen"), asked(BRING_OBJECT, "mug", "", "", "user"))
    assert found == [(BRING_OBJECT, Slots("mug", "kitchen", "", "user"))]


def test_picking_up_and_putting_it_is_placing():
    steps = asked(GRAB_OBJECT, "cup", "table"), asked(PLACE_OBJECT, "cup", "", "shelf", named=False)
    (act,) = merged(steps)
    assert (act.intent, act.slots, act.named) == (PLACE_OBJECT, Slots("cup", "table", "shelf"), True)
    assert "GRAB" in act.reason and "PLACE" in act.reason


def test_other_things_and_other_kinds_stay_apart():
    assert len(results(asked(GRAB_OBJECT, "cup"), asked(PLACE_OBJECT, "book", "", "shelf"))) == 2
    promise = Act(Kind.COMMIT, BRING_OBJECT, Slots("cup"), named=False)
    assert len(merged([asked(GRAB_OBJECT, "cup"), promise])) == 2
    assert len(results(asked(BRING_OBJECT, "mug"), asked(MOVE_TO, "", "", "kitchen"))) == 2


def test_what_is_in_the_hand_on_the_way_is_not_looked_for_where_it_ends():
    fetched, way = asked(GRAB_OBJECT, "knife", "drawer"), asked(MOVE_TO, "", "", "bar")
    given = asked(BRING_OBJECT, "knife", "", "", "Jo", named=False)
    assert results(fetched, way, given) == [(BRING_OBJECT, Slots("knife", "drawer", "", "Jo"))]
    put_down = asked(PLACE_OBJECT, "knife", named=False)
    assert results(fetched, way, put_down) == [(PLACE_OBJECT, Slots("knife", "drawer", "bar"))]
    other = asked(BRING_OBJECT, "mug", "", "", "user")
    assert results(fetched, way, other)[-1] == (BRING_OBJECT, Slots("mug", "bar", "", "user"))

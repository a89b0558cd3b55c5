"""Steps that leave out their thing."""

import pytest

from creature_intent import acts
from creature_intent.acts import Act, Kind, Slots
from creature_intent.deeds.deed import Setting
from creature_intent.grammar.rulebook_file import load
from creature_intent.meaning.frames import Frame
from creature_intent.meaning.steps import of_the_same
from creature_intent.text.clause import clause
from creature_intent.tokens import Speaker

_TAKEN = Act(Kind.REQUEST, acts.GRAB_OBJECT, Slots("plate"))


def _read(first: str, words: str, before: list[Act]):
    clauses = [clause(first.split()), clause(words.split(), "and")]
    put = Frame(tuple(words.split()), "tells it to", 1.0, bare=True)
    return of_the_same(clauses, 1, put, before, Setting(Speaker.USER, {}, load()))


@pytest.mark.parametrize(
    ("first", "words", "before", "slots"),
    [
        ("take the plate", "put in the sink", [_TAKEN], Slots("it", destination="sink")),
        ("rinse the plate", "put on the rack", [], Slots("it", destination="rack")),
        ("take the plate", "shut it", [_TAKEN], Slots("it")),
    ],
)
def test_the_thing_is_that_of_the_step_before(first, words, before, slots):
    deed = _read(first, words, before)
    assert deed is not None
    assert deed.slots == slots


def test_without_a_step_before_there_is_no_thing():
    assert _read("i am tired", "put in the sink", []) is None
    assert _read("i am tired", "shut it", []) is None

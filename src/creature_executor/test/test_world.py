"""What a person's words mean in the world."""

import pytest

from creature_executor.errors import TaskError
from creature_executor.task import Outcome


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("red cup", "red cup"),
        ("the blue mug", "blue cup"),
        ("a cup from the kitchen", "blue cup"),
        ("the mug on the table", "red cup"),
        ("the little box", "small box"),
        ("the big book", "book"),
        ("that red one", "red cup"),
        ("books", "book"),
    ],
)
def test_words_find_the_thing(world, said, meant):
    assert world.find(said).name == meant


def test_the_source_decides_between_two(world):
    assert world.find("cup", "kitchen").name == "blue cup"


def test_several_are_named(world):
    with pytest.raises(TaskError, match="red cup, blue cup") as error:
        world.find("the cup")
    assert error.value.outcome == Outcome.AMBIGUOUS


@pytest.mark.parametrize("said", ["banana", "green cup", "cup stand", "cup on the shelf", "book in the garden"])
def test_what_is_not_there_is_unknown(world, said):
    with pytest.raises(TaskError) as error:
        world.find(said)
    assert error.value.outcome == Outcome.UNKNOWN_OBJECT


def test_the_wrong_colour_is_told_what_there_is(world):
    with pytest.raises(TaskError, match="there is no green cup here; there is: red cup, blue cup"):
        world.find("the green cup")


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("a red cop", "there is no red cop here; did you mean the red cup?"),
        ("the boke", "there is no boke here; did you mean the book?"),
        ("the red muk", "there is no red muk here; did you mean the red cup?"),
        ("cop", "there is no cop here"),
        ("banana", "there is no banana here"),
    ],
)
def test_what_may_have_been_misheard_is_asked_about(world, said, asked):
    with pytest.raises(TaskError) as error:
        world.find(said)
    assert (error.value.outcome, str(error.value)) == (Outcome.UNKNOWN_OBJECT, asked)


def test_it_is_what_is_held_then_what_was_held_last(world):
    with pytest.raises(TaskError, match="not clear what 'it' is"):
        world.find("it")
    world.hold(world.find("book"))
    assert world.find("it").name == "book"
    assert world.find("").name == "book"
    world.put(world.find_place("table"))
    assert world.held is None
    assert world.find("it").name == "book"


def test_put_moves_the_thing(world):
    cup = world.find("red cup")
    world.hold(cup)
    world.put(world.find_place("shelf"))
    assert world.where(cup).name == "shelf"
    assert world.find("cup on the shelf") == cup


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("shelf", "shelf"),
        ("on the high shelf", "high shelf"),
        ("to the dock", "charging dock"),
        ("the charging dock", "charging dock"),
        ("next to the book", "shelf"),
        ("here", "kitchen"),
        ("beside the boxes", "table"),
    ],
)
def test_words_find_the_place(world, said, place):
    assert world.find_place(said).name == place


@pytest.mark.parametrize(
    ("said", "outcome"),
    [("the garden", Outcome.UNKNOWN_OBJECT), ("", Outcome.UNKNOWN_OBJECT), ("next to the cup", Outcome.AMBIGUOUS)],
)
def test_places_that_are_not_clear(world, said, outcome):
    with pytest.raises(TaskError) as error:
        world.find_place(said)
    assert error.value.outcome == outcome


def test_reach_is_of_the_thing_and_of_its_place(world):
    assert world.can_reach(world.find("red cup"))
    assert not world.can_reach(world.find("vase"))
    assert not world.can_reach(world.find("sock"))

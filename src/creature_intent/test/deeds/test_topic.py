"""What pronouns point at."""

from __future__ import annotations

import pytest

from creature_intent.acts import Slots
from creature_intent.deeds.topic import Topic
from creature_intent.text.clause import clause


@pytest.mark.parametrize(
    ("words", "object_"),
    [
        ("there is a red cup on the table", "red cup"),
        ("the red cup is mine", "red cup"),
        ("what a nice day", ""),
        ("i met the teacher", ""),
        ("on the table", ""),
        ("i see a red cup and a blue cup", "blue cup"),
        ("be careful with the vase", "vase"),
        ("where is the can opener", "can opener"),
        ("that is my specialty", ""),
        ("silly girl", ""),
    ],
)
def test_the_last_thing_mentioned(words, object_):
    topic = Topic()
    topic.hear(clause(words.split()))
    assert topic.object == object_


def test_pronouns_and_ones_are_resolved():
    topic = Topic("red cup", "shelf")
    assert topic.resolve(Slots("it")) == (Slots("red cup"), False)
    assert topic.resolve(Slots("green one")) == (Slots("green cup"), True)
    assert topic.resolve(Slots("book", destination="there")) == (Slots("book", destination="shelf"), True)


def test_without_a_topic_a_pronoun_is_nothing():
    assert Topic().resolve(Slots("it")) == (Slots(), False)
    assert Topic().resolve(Slots("green one")) == (Slots("green one"), True)


def test_a_task_names_object_and_place_and_a_gap_forgets_them():
    topic = Topic()
    topic.name(Slots("book", destination="table"))
    assert (topic.object, topic.place) == ("book", "table")
    topic.name(Slots(destination="user"))
    assert (topic.object, topic.place) == ("book", "table")
    topic.forget()
    assert (topic.object, topic.place) == ("", "")


def test_who_goes_there_goes_to_a_place():
    topic = Topic("red cup")
    assert topic.resolve(Slots(destination="there"), "MOVE_TO")[0].destination == "there"
    assert topic.resolve(Slots("book", destination="there"))[0].destination == "red cup"


@pytest.mark.parametrize(
    ("named", "pronoun", "intent", "object_"),
    [
        (["red cup", "dog"], "it", "BRING_OBJECT", "red cup"),
        (["red cup", "shelf"], "it", "GRAB_OBJECT", "red cup"),
        (["parcel", "front door"], "it", "BRING_OBJECT", "parcel"),
        (["parcel", "front door"], "it", "OPEN", "front door"),
        (["keys", "red cup"], "them", "BRING_OBJECT", "keys"),
        (["red cup", "keys"], "it", "PLACE_OBJECT", "red cup"),
        (["scissors"], "it", "GRAB_OBJECT", "scissors"),
        (["red cup", "scissors"], "them", "GRAB_OBJECT", "scissors"),
        (["dog"], "it", "BRING_OBJECT", "dog"),
    ],
)
def test_what_is_carried_is_a_thing_that_can_be_and_one_or_several_as_it_is_called(named, pronoun, intent, object_):
    topic = Topic()
    for thing in named:
        topic.hear(clause(["the", *thing.split(), "is", "nice"]))
    assert topic.resolve(Slots(pronoun), intent)[0].object == object_

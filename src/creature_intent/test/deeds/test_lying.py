"""Where a thing lies, told before or after it is asked for."""

import pytest

from creature_intent.deeds.lying import told_after, told_before
from creature_intent.grammar.rulebook_file import load
from creature_intent.text.clause import clause


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("i think they are on the dresser", "dresser"),
        ("it should be hanging behind the door", "door"),
        ("you will find it in the second drawer", "second drawer"),
        ("i left it under the bench", "bench"),
        ("it is in fashion", ""),
        ("it is heavy", ""),
        ("they might be in the hall or in the study", ""),
    ],
)
def test_told_after_the_request(words, place):
    assert told_after(clause(words.split()), load()) == place


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("there is a sponge lying in the sink", "sink"),
        ("somebody left a rake on the path", "path"),
        ("my hat is on the shelf", "shelf"),
        ("there is nobody here", ""),
    ],
)
def test_told_before_the_request(words, place):
    assert told_before(clause(words.split()), load()) == place

"""Words that were perhaps misheard."""

import pytest

from creature_executor.nearest import nearest_name

NAMES = {
    "red cup": {"red", "cup", "mug"},
    "blue cup": {"blue", "cup", "mug"},
    "green ball": {"green", "ball"},
    "teddy bear": {"teddy", "bear", "brown"},
    "book": {"book", "brown"},
    "grey sock": {"grey", "sock"},
}


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("red cop", "red cup"),
        ("rad cup", "red cup"),
        ("blew mug", "blue cup"),
        ("green bawl", "green ball"),
        ("teddy beer", "teddy bear"),
        ("boke", "book"),
        ("cop", ""),
        ("mugs", ""),
        ("violet cop", ""),
        ("clock", ""),
        ("banana", ""),
        ("", ""),
    ],
)
def test_the_name_that_is_most_like_it(said, meant):
    assert nearest_name(said.split(), NAMES) == meant

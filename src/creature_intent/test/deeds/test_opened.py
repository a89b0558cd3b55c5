"""What is open once a thing was opened."""

import pytest

from creature_intent.deeds.opened import container
from creature_intent.grammar.rulebook_file import load


@pytest.mark.parametrize(
    ("opened", "inside"),
    [
        ("drawer", "drawer"),
        ("cabinet door", "cabinet"),
        ("both cabinet doors", "cabinet"),
        ("fridge's door", "fridge"),
        ("front door", ""),
        ("bedroom door", ""),
        ("window", ""),
        ("centrifuge lid", ""),
        ("", ""),
    ],
)
def test_the_container(opened, inside):
    assert container(opened, load()) == inside

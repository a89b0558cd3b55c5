"""What the creature takes back, and what it says beside a promise."""

import pytest

from creature_intent.text.own_run_on import is_remark
from creature_intent.text.self_repair import own_repaired


def test_of_two_things_the_last_is_meant():
    assert own_repaired("i will bring you a spoon , no , sorry , a fork") == "i will bring you a fork"
    assert own_repaired("i will take the jug , no , the vase , to the hall") == "i will take the vase to the hall"


def test_a_remark_takes_nothing_back():
    for said in ("i will bring a coffee , no , the machine is broken", "i will bring the tea , no milk"):
        assert own_repaired(said) == said


@pytest.mark.parametrize("words", ["stand clear", "mind your fingers", "careful it is hot", "there we go"])
def test_what_is_said_beside_a_promise(words):
    assert is_remark(words)


def test_a_task_is_no_remark():
    assert not is_remark("watch the door for me")
    assert not is_remark("step over to the door")

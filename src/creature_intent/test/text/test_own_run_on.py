"""What the creature says beside a promise."""

import pytest

from creature_intent.text.own_run_on import is_remark


@pytest.mark.parametrize("words", ["stand clear", "mind your fingers", "careful it is hot", "there we go"])
def test_what_is_said_beside_a_promise(words):
    assert is_remark(words)


def test_a_task_is_no_remark():
    assert not is_remark("watch the door for me")
    assert not is_remark("step over to the door")

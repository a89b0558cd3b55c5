"""One page at a time is the ears and the voice."""

from __future__ import annotations

from creature_face.ownership import AudioOwnership


def owners(ownership: AudioOwnership, page: int) -> list[tuple[int, bool]]:
    return [(notice.page, notice.owner) for notice in ownership.start(page)]


def test_the_last_page_that_asks_has_it_and_the_one_before_is_told() -> None:
    ownership = AudioOwnership()
    assert owners(ownership, 1) == [(1, True)]
    assert owners(ownership, 2) == [(1, False), (2, True)]
    assert ownership.owner == 2


def test_asking_again_changes_nothing() -> None:
    ownership = AudioOwnership()
    ownership.start(1)
    assert owners(ownership, 1) == [(1, True)]


def test_stopping_gives_it_to_nobody() -> None:
    ownership = AudioOwnership()
    ownership.start(1)
    assert [(notice.page, notice.owner) for notice in ownership.stop(1)] == [(1, False)]
    assert ownership.owner is None


def test_only_the_owner_can_stop() -> None:
    ownership = AudioOwnership()
    ownership.start(1)
    assert [(notice.page, notice.owner) for notice in ownership.stop(2)] == [(2, False)]
    assert ownership.owner == 1


def test_a_vanished_owner_leaves_it_to_whoever_asks() -> None:
    ownership = AudioOwnership()
    ownership.start(1)
    ownership.start(2)
    ownership.gone(1)
    assert ownership.owner == 2
    ownership.gone(2)
    assert ownership.owner is None
    assert owners(ownership, 3) == [(3, True)]


def test_a_creature_with_ears_of_its_own_refuses_with_the_reason() -> None:
    ownership = AudioOwnership("it has a microphone of its own")
    (notice,) = ownership.start(1)
    assert (notice.page, notice.owner, notice.reason) == (1, False, "it has a microphone of its own")
    assert ownership.owner is None

"""One count of microphone frames out of many pages' counts."""

from __future__ import annotations

from creature_face.microphone import MAX_LOST, MicCount


def test_counts_by_one_from_zero_whatever_the_page_starts_with() -> None:
    count = MicCount()
    assert [count.step(index) for index in (500, 501, 502)] == [0, 1, 2]


def test_jumps_over_frames_that_a_page_lost() -> None:
    count = MicCount()
    assert [count.step(index) for index in (0, 1, 4, 5)] == [0, 1, 4, 5]
    assert count.lost == 2


def test_another_page_goes_on_without_a_gap() -> None:
    count = MicCount()
    count.step(9)
    count.restart()
    assert count.step(12) == 1
    assert count.lost == 0


def test_a_page_that_counts_anew_or_nonsense_is_no_loss() -> None:
    count = MicCount()
    assert [count.step(index) for index in (1000, 0, 0, 2 + MAX_LOST, 2**31)] == [0, 1, 2, 3, 4]
    assert count.lost == 0


def test_the_pages_count_may_wrap() -> None:
    count = MicCount()
    assert [count.step(index) for index in (2**32 - 1, 0, 2)] == [0, 1, 3]

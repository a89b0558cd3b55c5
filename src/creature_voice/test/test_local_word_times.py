"""When words begin, from phonemes."""
# ruff: noqa: RUF001 (phonetic letters)

from creature_voice.engines.local.word_times import sounded, word_starts


def starts(shares, phonemes):
    """With 10 samples for each phoneme."""
    return word_starts(shares, list(phonemes), [10 * index for index in range(len(phonemes))])


def test_one_group_for_each_word():
    assert starts([3, 2, 3], "pɪk ˈʌp ɹɛd.") == [0, 40, 80]


def test_words_that_are_spoken_as_one_group_share_it():
    # "one of the robots": "of the" is one group.
    assert starts([3, 2, 2, 6], "wˈʌn ʌvðə ɹˈoʊbɑːts.") == [0, 50, 70, 100]


def test_a_word_spoken_as_several_groups_begins_with_the_first():
    # "10:30 now": two groups, then one.
    assert starts([7, 3], "tˈɛn θˈɜːɾi nˈaʊ.") == [0, 120]


def test_never_decreasing_and_in_range():
    result = starts([1, 9, 1, 1, 1], "aɪ bː k")
    assert result == sorted(result)
    assert all(0 <= start <= 60 for start in result)


def test_nothing_to_say():
    assert word_starts([], [], []) == []
    assert word_starts([1], [], []) == [0]


def test_stress_and_marks_are_no_sounds():
    assert sounded("hˈəm, ˌʌː.") == 4

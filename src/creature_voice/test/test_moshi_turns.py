"""Who speaks."""

from creature_voice.engines.moshi.turns import BREATH, MARGIN, ONSET, WORD_LASTS, Turns

LOUD, SOFT = 0.6, 0.0


def run(turns, frames, said=SOFT, heard=SOFT, word=False):
    """(speaking, user_speaking) after each frame."""
    seen = []
    for _ in range(frames):
        turns.step(said, heard, word)
        seen.append((turns.speaking, turns.user_speaking))
    return seen


def test_the_creature_speaks_from_a_word_on():
    turns = Turns(0.3)
    assert turns.quiet
    run(turns, 1, LOUD, word=True)
    assert turns.speaking and not turns.quiet
    assert [speaking for speaking, _ in run(turns, 20, SOFT)] == [True] * (BREATH - 1) + [False] * (21 - BREATH)


def test_it_speaks_on_through_a_long_vowel_but_not_for_ever():
    turns = Turns(0.3)
    run(turns, 1, LOUD, word=True)
    assert sum(speaking for speaking, _ in run(turns, 50, LOUD)) == WORD_LASTS - 1


def test_sound_without_words_is_not_speech():
    assert run(Turns(0.3), 10, LOUD)[-1] == (False, False)


def test_a_person_speaks_who_is_loud_for_a_while():
    turns = Turns(0.3)
    run(turns, ONSET - 1, heard=LOUD)
    run(turns, 1, heard=SOFT)
    assert not turns.user_speaking
    assert run(turns, ONSET, heard=LOUD)[-1] == (False, True)
    assert run(turns, 20, heard=0.3 - MARGIN / 2)[-1] == (False, True)
    assert [user for _, user in run(turns, 10)] == [True] * (BREATH - 1) + [False] * (11 - BREATH)


def test_falling_silent_while_a_person_speaks_is_an_interruption():
    turns = Turns(0.3)
    run(turns, 10, LOUD, word=True)
    run(turns, 6, LOUD, LOUD, word=True)
    run(turns, 20, SOFT, LOUD)
    assert (turns.interruptions, turns.backchannels) == (1, 0)


def test_ending_just_as_a_person_begins_is_none():
    turns = Turns(0.3)
    run(turns, 10, LOUD, word=True)
    run(turns, 20, SOFT, LOUD)
    run(turns, 20)
    assert (turns.interruptions, turns.backchannels) == (0, 0)


def test_ending_alone_is_none():
    turns = Turns(0.3)
    run(turns, 20, LOUD, LOUD, word=True)
    run(turns, 10, LOUD, word=True)
    run(turns, 20)
    assert (turns.interruptions, turns.backchannels) == (0, 0)


def test_a_short_word_under_a_persons_speech_is_a_backchannel():
    turns = Turns(0.3)
    run(turns, 20, heard=LOUD)
    run(turns, 3, LOUD, LOUD, word=True)
    run(turns, 20, SOFT, LOUD)
    assert (turns.interruptions, turns.backchannels) == (0, 1)

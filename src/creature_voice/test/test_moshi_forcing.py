"""Words forced into the monologue, at the model's pace."""

import itertools

import pytest
from fake_moshi import FakeVocabulary

from creature_voice.engines.moshi.forcing import Forcing, opens_word, split_words
from creature_voice.engines.moshi.model import BOS, EOS, EPAD, PAD

PAUSE = 6
LIMIT = 200


@pytest.fixture
def vocabulary():
    return FakeVocabulary()


def force(forcing, samples):
    """What is chosen for what is sampled (then padding for ever), until it is over."""
    chosen = []
    samples = [*samples, *[PAD] * LIMIT]
    while not forcing.over:
        chosen.append(forcing.choose(samples[len(chosen)]))
    return chosen


def test_the_words_come_in_order_each_opened_by_epad(vocabulary):
    words = split_words("hello you", vocabulary)
    chosen = force(Forcing(words, PAUSE), [])
    assert [one for one in chosen if one not in (PAD, EPAD)] == [*words[0].ids, *words[1].ids]
    assert [chosen[chosen.index(word.ids[0]) - 1] for word in words] == [EPAD, EPAD]
    assert chosen[0] == PAD


def test_the_model_decides_on_pauses(vocabulary):
    words = split_words("a b", vocabulary)
    samples = [EPAD, EPAD, EPAD, PAD, PAD, EPAD, PAD, PAD, EPAD]
    expected = [PAD, PAD, EPAD, *words[0].ids, PAD, EPAD, *words[1].ids, PAD, EPAD]
    assert force(Forcing(words, PAUSE), samples) == expected


def test_no_pause_is_longer_than_allowed(vocabulary):
    words = split_words("a b c", vocabulary)
    chosen = force(Forcing(words, PAUSE), [])
    openings = [frame for frame, one in enumerate(chosen) if one == EPAD]
    assert {second - first for first, second in itertools.pairwise(openings)} == {PAUSE + 1}


def test_a_word_longer_than_the_pause_is_not_cut(vocabulary):
    words = split_words("incomprehensibilities a", vocabulary)
    chosen = force(Forcing(words, 2), [EPAD] * LIMIT)
    begin = chosen.index(words[0].ids[0])
    assert tuple(chosen[begin : begin + len(words[0].ids)]) == words[0].ids


def test_what_the_model_would_write_itself_is_padding_meanwhile(vocabulary):
    own = vocabulary.encode("own")[0]
    chosen = force(Forcing(split_words("a", vocabulary), PAUSE), [own] * LIMIT)
    assert own not in chosen[:-1]
    assert chosen[-1] == own


def test_a_word_is_spoken_one_step_after_its_last_piece_was_chosen(vocabulary):
    forcing = Forcing(split_words("hello you", vocabulary), PAUSE)
    spoken = []
    for _ in range(LIMIT):
        forcing.choose(EPAD)
        spoken.append(forcing.spoken)
    # Two pads, EPAD and the two pieces of "hello" are chosen in steps 0 to 4.
    assert spoken[4] == ()
    assert spoken[5] == ("hello",)
    assert spoken[-1] == ("hello", "you")
    assert forcing.complete


def test_a_stop_lets_the_begun_word_be_the_last(vocabulary):
    words = split_words("hello you there", vocabulary)
    forcing = Forcing(words, PAUSE)
    chosen = [forcing.choose(EPAD) for _ in range(4)]
    assert chosen[-1] == words[0].ids[0]
    forcing.stop()
    assert forcing.choose(EPAD) == words[0].ids[1]
    assert not forcing.over
    assert forcing.choose(PAD) == PAD
    assert (forcing.over, forcing.complete, forcing.spoken) == (True, False, ("hello",))


def test_after_a_fresh_start_what_was_not_spoken_is_forced_again(vocabulary):
    words = split_words("hello you", vocabulary)
    forcing = Forcing(words, PAUSE)
    # The last piece of "hello" is chosen, but not spoken any more.
    for _ in range(5):
        forcing.choose(EPAD)
    forcing.rewind()
    again = force(forcing, [EPAD] * LIMIT)
    assert [one for one in again if one not in (PAD, EPAD)] == [*words[0].ids, *words[1].ids]
    forcing = Forcing(words, PAUSE)
    for _ in range(7):
        forcing.choose(EPAD)
    forcing.rewind()
    again = force(forcing, [EPAD] * LIMIT)
    assert [one for one in again if one not in (PAD, EPAD)] == [*words[1].ids]


def test_words_are_split_at_spaces_without_what_cannot_be_spoken(vocabulary):
    assert [word.text for word in split_words("  It\u2019s (really) ten:thirty  ", vocabulary)] == [
        "It's",
        "really",
        "ten",
        "thirty",
    ]
    assert split_words("", vocabulary) == ()


def test_special_tokens_cannot_be_given(vocabulary):
    vocabulary.encode = lambda word: [EPAD, PAD] if word == "?" else [BOS, 300, EOS]
    assert [word.ids for word in split_words("a ? b", vocabulary)] == [(300,), (300,)]


def test_what_opens_a_word(vocabulary):
    assert all(opens_word(one, vocabulary) for one in (PAD, EPAD, BOS, EOS, vocabulary.encode("a")[0]))
    assert not opens_word(vocabulary.id_of("llo"), vocabulary)
    assert not opens_word(4 + 0xC3, vocabulary)

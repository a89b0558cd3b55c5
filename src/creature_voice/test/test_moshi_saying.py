"""When given words are forced into the monologue, and how that ends."""

import pytest
from fake_moshi import FakeVocabulary

from creature_voice.engine import SayOutcome, SayPolicy
from creature_voice.engines.moshi.model import EPAD, PAD
from creature_voice.engines.moshi.saying import _LONGEST_WORD, LONGEST_LINE, Line

WAIT, INTERRUPT = SayPolicy.WAIT, SayPolicy.INTERRUPT
QUIET, OVER = 4, 7


class Rig:
    """A line, stepped as the engine does it."""

    def __init__(self):
        self.vocabulary = FakeVocabulary()
        self.line = Line(self.vocabulary, QUIET, OVER, longest_pause=6)
        self.chosen: list[int] = []

    def step(self, sampled=PAD, quiet=True, user=False, times=1):
        for _ in range(times):
            self.chosen.append(self.line.choose(sampled))
            self.line.tick(quiet and not user and not self.line.speaking, user)
        return self.chosen[-1]

    def text(self):
        pieces = (self.vocabulary.id_to_piece(one) for one in self.chosen if one > PAD)
        return "".join(pieces).replace("\u2581", " ").strip()


@pytest.fixture
def rig():
    return Rig()


def test_waiting_words_are_said_after_a_silence(rig):
    given = rig.line.give("hello you", WAIT, repeat=False)
    rig.step(times=QUIET)
    assert not rig.line.speaking
    assert given.outcome is None
    rig.step()
    assert rig.line.speaking
    rig.step(times=40)
    assert (given.outcome, given.spoken, given.message) == (SayOutcome.SPOKEN, "hello you", "")
    assert rig.text() == "hello you"
    assert not rig.line.speaking


def test_they_wait_while_somebody_speaks(rig):
    given = rig.line.give("hello", WAIT, repeat=False)
    rig.step(quiet=False, times=100)
    assert (given.outcome, given.spoken, rig.line.waiting) == (None, "", 1)
    rig.step(times=QUIET - 1)
    rig.step(user=True)
    rig.step(times=QUIET)
    assert not rig.line.speaking
    rig.step()
    assert rig.line.speaking


def test_texts_are_said_one_after_the_other_with_silence_between(rig):
    first, second = (rig.line.give(text, WAIT, repeat=False) for text in ("one", "two"))
    rig.step(times=20)
    assert first.outcome is SayOutcome.SPOKEN
    rig.step(times=20)
    assert second.outcome is SayOutcome.SPOKEN
    assert rig.text() == "one two"


def test_urgent_words_begin_at_the_next_word_boundary(rig):
    rig.line.give("hey", INTERRUPT, repeat=False)
    inside = rig.vocabulary.id_of("llo")
    assert rig.step(inside, quiet=False) == inside
    assert rig.step(inside, quiet=False) == inside
    own = rig.vocabulary.encode("own")[0]
    assert rig.step(own, quiet=False) == PAD
    rig.step(EPAD, quiet=False, times=20)
    assert rig.text() == "llollo hey"


def test_a_word_that_never_ends_is_cut(rig):
    inside = rig.vocabulary.id_of("llo")
    rig.line.give("hey", INTERRUPT, repeat=False)
    rig.step(inside, quiet=False, times=60)
    assert "hey" in rig.text()
    assert rig.text().index("hey") == 3 * _LONGEST_WORD + 1


def test_urgent_words_take_the_place_of_others_and_no_word_is_cut(rig):
    first = rig.line.give("hello wonderful world", WAIT, repeat=False)
    rig.step(times=QUIET)
    rig.step(EPAD, times=6)
    assert first.spoken == "hello"
    # "wonderful" is begun.
    second = rig.line.give("stop", INTERRUPT, repeat=False)
    third = rig.line.give("later", WAIT, repeat=False)
    rig.step(EPAD, times=30)
    assert (first.outcome, first.spoken) == (SayOutcome.INTERRUPTED, "hello wonderful")
    assert "newer words" in first.message
    assert (second.outcome, second.spoken) == (SayOutcome.SPOKEN, "stop")
    assert third.outcome is SayOutcome.SPOKEN
    assert rig.text() == "hello wonderful stop later"


def test_a_person_who_talks_over_the_words_ends_them(rig):
    given = rig.line.give("one two three four five six", WAIT, repeat=False)
    rig.step(times=QUIET + 1)
    rig.step(user=True, times=OVER - 1)
    rig.step()
    assert given.outcome is None
    rig.step(user=True, times=OVER + 12)
    assert given.outcome is SayOutcome.INTERRUPTED
    assert "talked over" in given.message
    assert given.spoken
    assert given.spoken == rig.text()
    rig.step(times=50)
    assert given.spoken == rig.text()


def test_or_has_them_said_again_once(rig):
    given = rig.line.give("one two three four five six", WAIT, repeat=True)
    rig.step(times=QUIET + 10)
    assert given.spoken == "one"
    rig.step(user=True, times=OVER + 12)
    assert (given.outcome, given.spoken, rig.line.waiting) == (None, "", 1)
    rig.step(times=100)
    assert (given.outcome, given.spoken) == (SayOutcome.SPOKEN, "one two three four five six")
    again = rig.line.give("one two three", WAIT, repeat=True)
    for _ in range(2):
        rig.step(times=QUIET + 5)
        rig.step(user=True, times=OVER + 20)
    assert again.outcome is SayOutcome.INTERRUPTED


def test_urgent_words_go_before_those_that_are_said_again(rig):
    again = rig.line.give("one two three four five six", WAIT, repeat=True)
    rig.step(times=QUIET + 10)
    # Talked over, it stops at the end of its word; before that, urgent words come.
    rig.step(user=True, times=OVER)
    urgent = rig.line.give("stop", INTERRUPT, repeat=False)
    rig.step(EPAD, user=True, times=20)
    assert (urgent.outcome, again.outcome) == (SayOutcome.SPOKEN, None)
    rig.step(times=100)
    assert again.outcome is SayOutcome.SPOKEN


def test_words_that_were_all_spoken_were_not_interrupted(rig):
    given = rig.line.give("hey", WAIT, repeat=True)
    rig.step(times=QUIET + 1)
    rig.step(EPAD, user=True, times=OVER + 5)
    assert given.outcome is SayOutcome.SPOKEN


def test_canceled_words_are_not_said(rig):
    waiting = rig.line.give("one", WAIT, repeat=False)
    waiting.cancel()
    rig.step()
    assert (waiting.outcome, waiting.spoken) == (SayOutcome.CANCELED, "")
    begun = rig.line.give("one two three", WAIT, repeat=True)
    rig.step(times=QUIET + 12)
    begun.cancel()
    rig.step(times=12)
    assert begun.outcome is SayOutcome.CANCELED
    assert begun.spoken == rig.text() != "one two three"


def test_muted_it_pads_and_refuses(rig):
    begun = rig.line.give("one two three", WAIT, repeat=True)
    rig.step(times=QUIET + 12)
    waiting = rig.line.give("later", WAIT, repeat=False)
    rig.line.mute(True)
    refused = rig.line.give("now", INTERRUPT, repeat=False)
    assert (begun.outcome, begun.spoken) == (SayOutcome.INTERRUPTED, "one")
    assert waiting.outcome is refused.outcome is SayOutcome.REFUSED
    assert "muted" in refused.message
    assert rig.step(rig.vocabulary.encode("own")[0], times=30) == PAD
    rig.line.mute(False)
    assert rig.step(EPAD) == EPAD
    assert rig.line.give("hey", WAIT, repeat=False).outcome is None


def test_what_cannot_be_said_is_refused(rig):
    for words in ("", "  ", "?!", "..."):
        given = rig.line.give(words, WAIT, repeat=False)
        assert (given.outcome, given.message) == (SayOutcome.REFUSED, "there are no words in it")
    for _ in range(LONGEST_LINE):
        assert rig.line.give("more", WAIT, repeat=False).outcome is None
    full = rig.line.give("too much", WAIT, repeat=False)
    assert full.outcome is SayOutcome.REFUSED
    assert "already waiting" in full.message


def test_a_failure_ends_all(rig):
    begun, canceled, waiting = (rig.line.give(text, WAIT, repeat=True) for text in ("one two", "three", "four"))
    rig.step(times=QUIET + 12)
    canceled.cancel()
    rig.line.fail()
    assert (begun.outcome, begun.spoken) == (SayOutcome.INTERRUPTED, "one")
    assert canceled.outcome is SayOutcome.CANCELED
    assert (waiting.outcome, waiting.message) == (SayOutcome.REFUSED, "the model failed")
    assert not rig.line.speaking


def test_clearing_cancels_all(rig):
    begun, waiting = (rig.line.give(text, WAIT, repeat=False) for text in ("one two", "three"))
    rig.step(times=QUIET + 12)
    rig.line.clear()
    assert begun.outcome is waiting.outcome is SayOutcome.CANCELED
    assert begun.spoken == "one"
    assert rig.step() == PAD
    assert not rig.line.speaking


def test_a_fresh_start_of_the_model_loses_no_word(rig):
    given = rig.line.give("one two three", WAIT, repeat=False)
    rig.line.rewind()
    rig.step(times=QUIET)
    rig.step(EPAD, times=5)
    rig.line.rewind()
    rig.step(EPAD, times=40)
    assert (given.outcome, given.spoken) == (SayOutcome.SPOKEN, "one two three")
    assert rig.text() == "one one two three"

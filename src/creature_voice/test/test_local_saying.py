"""Given words: the order in which they are said, what becomes of them."""

import numpy as np
import pytest

from creature_voice.engine import SayOutcome, SayPolicy
from creature_voice.engines.local.mouth import Ending, Mouth
from creature_voice.engines.local.saying import Line
from creature_voice.engines.local.utterance import Kind, Sentence, Utterance
from creature_voice.frame import FRAME_SAMPLES

WAIT_FRAMES = 3


class FakeScript:
    """All of the text is there at once, one frame a word."""

    def __init__(self, words, error=""):
        self.utterance = Utterance(Kind.GIVEN)
        self.committed = False
        count = len(words.split())
        sentence = Sentence(words)
        if not error:
            sentence.began([FRAME_SAMPLES * index for index in range(count)])
            sentence.sound(np.full(FRAME_SAMPLES * count, 0.5, np.float32))
        sentence.ended(error)
        self.utterance.add(sentence)
        self.utterance.complete()

    def commit(self):
        self.committed = True

    def cancel(self):
        self.utterance.canceled = True


class Room:
    """A mouth, a line of words before it, and frames going by."""

    def __init__(self):
        self.mouth = Mouth(0.25, 0.5)
        self.error = ""
        self.written = []
        self.line = Line(self.mouth, self._write, WAIT_FRAMES)
        self.in_turn = False

    def _write(self, words):
        self.written.append(words)
        return FakeScript(words, self.error)

    def frames(self, count):
        words = []
        for _ in range(count):
            self.line.tick(quiet=not (self.mouth.active or self.in_turn))
            pulled = self.mouth.pull()
            words += [text.piece for text in pulled.texts]
            for utterance, ending in pulled.ended:
                self.line.ended(utterance, ending)
        return words

    def say(self, words, policy=SayPolicy.WAIT, repeat=False):
        return self.line.give(words, policy, repeat)


@pytest.fixture
def room():
    return Room()


def test_words_are_said_when_it_is_quiet(room):
    given = room.say("Here  you are.")
    assert (given.outcome, given.spoken) == (None, "")
    assert room.frames(2) == [" Here", " you"]
    assert given.spoken == "Here you"
    room.frames(1)
    assert (given.outcome, given.spoken, given.message) == (SayOutcome.SPOKEN, "Here you are.", "")


def test_they_wait_for_the_persons_turn_and_a_while_longer(room):
    room.in_turn = True
    given = room.say("Hello.")
    assert room.frames(10) == []
    assert room.line.waiting == 1
    room.in_turn = False
    assert room.frames(WAIT_FRAMES - 1) == []
    assert room.frames(1) == [" Hello."]
    assert given.outcome is SayOutcome.SPOKEN


def test_they_wait_for_each_other_in_order(room):
    room.say("One.")
    room.say("Two.")
    assert room.frames(20) == [" One.", " Two."]


def test_words_that_cannot_wait_take_the_place_of_others(room):
    first = room.say("One two three.")
    room.frames(1)
    second = room.say("Careful!", SayPolicy.INTERRUPT)
    assert room.frames(3) == ["", " Careful!"]
    assert (first.outcome, first.spoken) == (SayOutcome.INTERRUPTED, "One")
    assert first.message == Ending.REPLACED.value
    assert second.outcome is SayOutcome.SPOKEN


def test_words_that_cannot_wait_do_not_wait_for_the_person(room):
    room.in_turn = True
    room.say("Careful!", SayPolicy.INTERRUPT)
    assert room.frames(1) == [" Careful!"]


def talk_over(room):
    room.mouth.fall_silent()
    return room.frames(1)


def test_talked_over_they_are_given_up(room):
    given = room.say("One two three.")
    room.frames(2)
    talk_over(room)
    assert (given.outcome, given.spoken) == (SayOutcome.INTERRUPTED, "One two")
    assert "talked over" in given.message
    assert room.frames(10) == []


def test_or_said_again_once_if_that_was_asked_for(room):
    given = room.say("One two.", repeat=True)
    room.frames(1)
    talk_over(room)
    assert given.outcome is None
    assert room.frames(WAIT_FRAMES - 1) == [" One"]
    talk_over(room)
    assert given.outcome is SayOutcome.INTERRUPTED
    assert room.written == ["One two.", "One two."]


@pytest.mark.parametrize("words", ["", "  ", "...", "?!"])
def test_no_words_are_refused(room, words):
    given = room.say(words)
    assert given.outcome is SayOutcome.REFUSED
    assert given.message
    assert room.written == []


def test_a_line_too_long_is_refused(room):
    room.in_turn = True
    given = [room.say(f"Number {index}.") for index in range(20)]
    assert given[0].outcome is None
    assert given[-1].outcome is SayOutcome.REFUSED
    assert "waiting" in given[-1].message


def test_waiting_words_can_be_canceled(room):
    room.in_turn = True
    given = room.say("Hello.")
    given.cancel()
    room.frames(1)
    assert given.outcome is SayOutcome.CANCELED
    room.in_turn = False
    assert room.frames(10) == []


def test_words_being_said_can_be_canceled(room):
    given = room.say("One two three.")
    room.frames(1)
    given.cancel()
    room.frames(1)
    assert (given.outcome, given.spoken) == (SayOutcome.CANCELED, "One")


def test_canceled_words_are_not_said_again(room):
    given = room.say("One two three.", repeat=True)
    room.frames(1)
    given.canceled = True
    talk_over(room)
    assert given.outcome is SayOutcome.INTERRUPTED


def test_words_that_could_not_be_spoken_say_so(room):
    room.error = "no voice"
    given = room.say("Hello.")
    room.frames(2)
    assert given.outcome is SayOutcome.REFUSED
    assert "no voice" in given.message


def test_clear_ends_all(room):
    first, second = room.say("One two three."), room.say("Four.")
    room.frames(1)
    room.line.clear()
    room.mouth.clear()
    assert [first.outcome, second.outcome] == [SayOutcome.CANCELED] * 2
    assert first.spoken == "One"
    assert room.frames(10) == []


def test_what_is_talked_over_is_not_written_any_further(room):
    given = room.say("One two three.")
    room.frames(1)
    assert not given.script.utterance.canceled
    talk_over(room)
    assert given.script.utterance.canceled


def test_what_was_said_to_its_end_is_not_canceled(room):
    given = room.say("One.")
    room.frames(2)
    assert given.outcome is SayOutcome.SPOKEN
    assert not given.script.utterance.canceled


def test_said_again_it_is_written_anew(room):
    given = room.say("One two.", repeat=True)
    room.frames(1)
    first = given.script
    talk_over(room)
    assert first.utterance.canceled
    assert not given.script.utterance.canceled


def test_too_many_words_that_cannot_wait_are_refused(room):
    given = [room.say(f"Number {index}.", SayPolicy.INTERRUPT) for index in range(20)]
    assert given[0].outcome is None
    assert given[-1].outcome is SayOutcome.REFUSED
    assert room.mouth.waiting < 20


def test_muted_it_ends_what_is_being_said_what_waits_and_what_comes(room):
    said, waiting = room.say("One two three."), room.say("Four.")
    room.frames(2)
    room.mouth.mute(True)
    later = room.say("Five.", SayPolicy.INTERRUPT)
    room.frames(WAIT_FRAMES)
    outcomes = [given.outcome for given in (said, waiting, later)]
    assert outcomes == [SayOutcome.INTERRUPTED, SayOutcome.REFUSED, SayOutcome.REFUSED]
    assert {given.message for given in (said, waiting, later)} == {"the voice is muted"}
    assert said.spoken
    assert waiting.script.utterance.canceled
    room.mouth.mute(False)
    again = room.say("Six.")
    room.frames(WAIT_FRAMES + 2)
    assert again.outcome is SayOutcome.SPOKEN


def test_muted_before_their_first_sound_words_are_refused(room):
    given = room.say("One.", SayPolicy.INTERRUPT)
    room.mouth.mute(True)
    room.frames(1)
    assert (given.outcome, given.spoken) == (SayOutcome.REFUSED, "")

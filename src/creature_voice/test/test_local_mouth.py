"""The mouth: frames out of utterances, ducking, falling silent, nods."""

import numpy as np
import pytest

from creature_voice.engine import Speaker, TextEvent
from creature_voice.engines.local.mouth import Ending, Mouth
from creature_voice.engines.local.utterance import Kind, Sentence, Utterance
from creature_voice.frame import FRAME_SAMPLES

LEVEL = 0.5


def utterance(text="One two three.", frames=3.0, kind=Kind.ANSWER, complete=True, whole=True):
    """Each word lasts the same; the sound is constant, so that gains can be read from it."""
    result = Utterance(kind)
    count, words = int(frames * FRAME_SAMPLES), len(text.split())
    sentence = Sentence(text)
    sentence.began([count * word // words for word in range(words)])
    sentence.sound(np.full(count, LEVEL, np.float32))
    if whole:
        sentence.ended("")
    result.add(sentence)
    if complete:
        result.complete()
    return result


@pytest.fixture
def mouth():
    return Mouth(duck_gain=0.25, nod_gain=0.5, nods=[("Mm-hm.", np.full(3000, 0.8, np.float32))])


def agent(piece, final=False):
    return TextEvent(Speaker.AGENT, piece, final)


def test_silence_while_there_is_nothing_to_say(mouth):
    pulled = mouth.pull()
    assert not pulled.spoken.any()
    assert pulled.spoken.shape == (FRAME_SAMPLES,)
    assert (pulled.texts, pulled.speaking, pulled.begun, pulled.ended) == ([], False, None, [])
    assert not mouth.active


def test_an_utterance_is_spoken_word_by_word_and_ends(mouth):
    one = utterance()
    mouth.speak(one)
    assert mouth.active
    assert mouth.thinking
    frames = [mouth.pull() for _ in range(3)]
    assert [frame.texts for frame in frames] == [[agent(" One")], [agent(" two")], [agent(" three.", True)]]
    assert all(frame.speaking and (frame.spoken == LEVEL).all() for frame in frames)
    assert frames[0].begun == (one, 0)
    assert frames[2].ended == [(one, Ending.SPOKEN)]
    assert not mouth.active
    assert not mouth.pull().speaking


def test_utterances_follow_each_other(mouth):
    first, second = utterance(frames=1), utterance(frames=1)
    mouth.speak(first)
    mouth.speak(second)
    assert mouth.pull().ended[0][0] is first
    assert mouth.pull().ended[0][0] is second


def test_late_sound_is_a_pause_in_speaking_not_an_end(mouth):
    one = utterance(frames=1.5, complete=False, whole=False)
    mouth.speak(one)
    mouth.pull()
    half = mouth.pull()
    assert half.speaking
    assert not half.spoken[FRAME_SAMPLES // 2 :].any()
    pause = mouth.pull()
    assert pause.speaking
    assert not pause.spoken.any()
    assert mouth.active


def test_an_end_that_was_not_known_is_marked_by_an_empty_piece(mouth):
    one = utterance(text="One.", frames=1, complete=False)
    mouth.speak(one)
    assert mouth.pull().texts == [agent(" One.")]
    one.complete()
    assert mouth.pull().texts == [agent("", True)]


def test_an_answer_of_no_words_leaves_in_silence(mouth):
    empty = Utterance(Kind.ANSWER)
    mouth.speak(empty)
    assert mouth.thinking
    empty.complete()
    pulled = mouth.pull()
    assert (pulled.texts, pulled.speaking, pulled.ended) == ([], False, [(empty, Ending.SPOKEN)])
    assert not mouth.thinking


def test_it_ducks_within_a_frame_without_a_click_and_comes_back(mouth):
    mouth.speak(utterance(frames=6))
    mouth.pull()
    mouth.duck()
    ducked = mouth.pull().spoken
    assert ducked[0] == pytest.approx(LEVEL)
    assert ducked[-1] == pytest.approx(LEVEL * 0.25)
    assert np.abs(np.diff(ducked)).max() < 0.01
    assert (mouth.pull().spoken == np.float32(LEVEL * 0.25)).all()
    mouth.restore()
    assert mouth.pull().spoken[-1] == pytest.approx(LEVEL)


def test_it_begins_on_nothing_new_while_ducked(mouth):
    mouth.duck()
    mouth.speak(utterance())
    assert not mouth.pull().spoken.any()
    mouth.restore()
    assert mouth.pull().spoken.any()


def test_falling_silent_fades_marks_the_end_and_drops_what_was_to_come(mouth):
    one, other = utterance(), utterance()
    mouth.speak(one)
    mouth.speak(other)
    mouth.pull()
    mouth.duck()
    mouth.pull()
    mouth.fall_silent()
    assert not mouth.active
    pulled = mouth.pull()
    assert np.abs(np.diff(pulled.spoken)).max() < 0.01
    assert not pulled.spoken[FRAME_SAMPLES // 2 :].any()
    assert pulled.texts == [agent("", True)]
    assert pulled.ended == [(one, Ending.TALKED_OVER), (other, Ending.TALKED_OVER)]
    assert (one.spoken, other.spoken) == (" One two", "")
    assert mouth.interruptions == 1
    assert not mouth.pull().spoken.any()


def test_falling_silent_before_the_first_sound_is_no_interruption(mouth):
    one = utterance()
    mouth.speak(one)
    mouth.fall_silent()
    pulled = mouth.pull()
    assert pulled.ended == [(one, Ending.TALKED_OVER)]
    assert pulled.texts == []
    assert not pulled.spoken.any()
    assert mouth.interruptions == 0


def test_an_answer_to_the_interruption_is_not_dropped_with_the_old_words(mouth):
    mouth.speak(utterance())
    mouth.pull()
    mouth.fall_silent()
    answer = utterance()
    mouth.speak(answer)
    mouth.pull()
    assert mouth.pull().begun == (answer, 0)


def test_new_words_take_the_place_of_those_being_said(mouth):
    old, new, waiting = utterance(), utterance(kind=Kind.GIVEN), utterance()
    mouth.speak(old)
    mouth.speak(waiting)
    mouth.pull()
    mouth.speak_now(new)
    assert mouth.pull().ended == [(old, Ending.REPLACED)]
    assert mouth.pull().begun == (new, 0)
    assert mouth.interruptions == 0
    mouth.pull()
    mouth.pull()
    assert mouth.pull().begun == (waiting, 0)


def test_what_is_canceled_stops_and_the_next_goes_on(mouth):
    one, other = utterance(), utterance()
    mouth.speak(one)
    mouth.speak(other)
    mouth.pull()
    one.canceled = True
    assert mouth.pull().ended == [(one, Ending.CANCELED)]
    assert mouth.pull().begun == (other, 0)


def test_a_nod_is_low_and_complete_and_takes_no_turn(mouth):
    mouth.nod()
    first, second, third = mouth.pull(), mouth.pull(), mouth.pull()
    assert first.texts == [agent(" Mm-hm.", True)]
    assert first.spoken == pytest.approx(0.4)
    assert (second.spoken[:1080] == first.spoken[0]).all()
    assert not second.spoken[1080:].any()
    assert (first.speaking, second.speaking, third.speaking) == (True, True, False)
    assert mouth.backchannels == 1
    assert not mouth.active


def test_no_nod_into_its_own_words_nor_without_a_sound_for_it(mouth):
    mouth.speak(utterance())
    mouth.nod()
    assert mouth.backchannels == 0
    mute = Mouth(0.25, 0.5)
    mute.nod()
    assert mute.backchannels == 0


def test_it_asks_while_a_question_is_said(mouth):
    mouth.speak(utterance("Which cup?"))
    assert mouth.asking


def test_muted_it_fades_closes_its_text_and_drops_what_comes(mouth):
    one, other, later, urgent = utterance(), utterance(), utterance(), utterance(kind=Kind.GIVEN)
    mouth.speak(one)
    mouth.speak(other)
    mouth.pull()
    mouth.mute(True)
    pulled = mouth.pull()
    assert np.abs(np.diff(pulled.spoken)).max() < 0.01
    assert pulled.texts == [agent("", True)]
    assert pulled.ended == [(one, Ending.MUTED), (other, Ending.MUTED)]
    mouth.speak(later)
    mouth.speak_now(urgent)
    mouth.nod()
    assert not mouth.active
    assert not mouth.thinking
    pulled = mouth.pull()
    assert (pulled.spoken.any(), pulled.texts, pulled.speaking) == (False, [], False)
    assert pulled.ended == [(later, Ending.MUTED), (urgent, Ending.MUTED)]
    assert (mouth.interruptions, mouth.backchannels) == (0, 0)


def test_muted_in_a_nod_it_drops_the_rest_of_it(mouth):
    mouth.nod()
    mouth.pull()
    mouth.mute(True)
    assert not mouth.pull().spoken.any()


def test_it_stays_muted_through_clear_until_it_may_speak(mouth):
    mouth.mute(True)
    mouth.clear()
    assert mouth.muted
    mouth.mute(False)
    mouth.speak(utterance())
    assert mouth.pull().spoken.any()


def test_clear_forgets_everything(mouth):
    one = utterance()
    mouth.speak(one)
    mouth.pull()
    mouth.duck()
    assert mouth.clear() == [one]
    pulled = mouth.pull()
    assert (pulled.speaking, pulled.texts, pulled.ended) == (False, [], [])

"""What is done about decisions: answers begun, kept and thrown away, what the brain is told."""

import numpy as np
import pytest

from creature_voice.engine import Speaker, TextEvent
from creature_voice.engines.local.conversation import Conversation
from creature_voice.engines.local.decisions import Draft, Heard, Ignored, Interrupt, Nod, Onset, Resumed, Think, TurnEnd
from creature_voice.engines.local.ears import Moment
from creature_voice.engines.local.mouth import Mouth
from creature_voice.engines.local.stages import Stages
from creature_voice.engines.local.utterance import Sentence
from creature_voice.frame import FRAME_SAMPLES

MOMENT = Moment(heard_at=10.0, recognition_s=0.07)


class Sentences:
    """An iterator that knows whether it was closed."""

    def __init__(self, *sentences):
        self._left = list(sentences)
        self.closed = False

    def __iter__(self):
        return self

    def __next__(self):
        if not self._left:
            raise StopIteration
        return self._left.pop(0)

    def close(self):
        self.closed = True


class Reply:
    def __init__(self, heard):
        self.sentences = Sentences(f"You said {heard}")


class Brain:
    def __init__(self):
        self.replies, self.told = [], []

    def reply(self, heard):
        self.replies.append(Reply(heard))
        return self.replies[-1]

    def keep(self, heard, reply):
        assert reply in self.replies
        self.told.append(("keep", heard))

    def said(self, words):
        self.told.append(("said", words))

    def reset(self):
        self.told.append(("reset",))


class FakeScript:
    """Writes when told to; one frame of sound for each word."""

    answer_s, synthesis_s = 0.01, 0.12

    def __init__(self, utterance, sentences):
        self.utterance, self._sentences = utterance, sentences
        self.committed = self.canceled = False

    def write(self):
        for text in self._sentences():
            count = len(text.split())
            sentence = Sentence(text)
            sentence.began([FRAME_SAMPLES * index for index in range(count)])
            sentence.sound(np.full(FRAME_SAMPLES * count, 0.5, np.float32))
            sentence.ended("")
            self.utterance.add(sentence)
        self.utterance.complete()

    def commit(self):
        self.committed = True

    def cancel(self):
        self.canceled = self.utterance.canceled = True


class AtOnce:
    """A Memory that does not wait."""

    def put(self, call, must=False):
        call()


class Scene:
    def __init__(self):
        self.brain, self.scripts, self.stages = Brain(), [], Stages()
        self.mouth = Mouth(0.25, 0.5, [("Mm-hm.", np.ones(10, np.float32))])
        self.now = 10.05
        self.talk = Conversation(self.brain, self.mouth, self._write, AtOnce(), self.stages, lambda: self.now)

    def _write(self, utterance, sentences):
        self.scripts.append(FakeScript(utterance, sentences))
        return self.scripts[-1]

    def decide(self, *decisions):
        for decision in decisions:
            self.talk.decide(decision, MOMENT)

    def frame(self):
        pulled = self.mouth.pull()
        if pulled.begun:
            self.talk.begun(pulled.begun[0], pulled.begun[1] / 24000)
        for utterance, ending in pulled.ended:
            self.talk.ended(utterance, ending)
        return pulled


@pytest.fixture
def scene():
    return Scene()


def end(text, heard=None):
    return TurnEnd(text, heard or text, pause_s=0.24)


def test_an_answer_begun_on_suspicion_is_heard_only_when_the_turn_has_ended(scene):
    scene.decide(Onset(False), Think("Come here."))
    scene.scripts[0].write()
    assert scene.frame().texts == []
    assert scene.talk.texts() == []
    assert scene.brain.told == []
    scene.decide(end("Come here."))
    assert scene.scripts[0].committed
    assert scene.brain.told == [("keep", "Come here.")]
    assert scene.talk.texts() == [TextEvent(Speaker.USER, " Come"), TextEvent(Speaker.USER, " here.", True)]
    assert scene.frame().spoken.any()
    assert scene.talk.turns == 1


def test_the_brain_learns_what_was_said_when_it_was_said(scene):
    scene.decide(Think("Hi."), end("Hi."))
    scene.scripts[0].write()
    for _ in range(2):
        scene.frame()
    assert ("said", "You said Hi.") not in scene.brain.told
    scene.frame()
    assert scene.brain.told == [("keep", "Hi."), ("said", "You said Hi.")]


def test_the_turn_is_remembered_also_if_the_answer_comes_late(scene):
    scene.decide(Think("Hi."), end("Hi."))
    assert scene.brain.told == []
    scene.scripts[0].write()
    assert scene.brain.told == [("keep", "Hi.")]


def test_who_goes_on_has_the_answer_thrown_away(scene):
    scene.decide(Think("Could you."))
    scene.scripts[0].write()
    scene.decide(Resumed())
    assert scene.scripts[0].canceled
    assert scene.brain.replies[0].sentences.closed
    scene.decide(Think("Could you come?"), end("Could you come?"))
    scene.scripts[1].write()
    assert scene.frame().texts[0].piece == " You"
    assert scene.brain.told == [("keep", "Could you come?")]


def test_a_reply_made_after_it_was_thrown_away_is_closed(scene):
    scene.decide(Think("Could you."), Resumed())
    scene.scripts[0].write()
    assert scene.brain.replies[0].sentences.closed


def test_settled_words_come_first_and_are_not_final(scene):
    scene.decide(Heard(1, "It is long"), Think("It is long and over."), end("and over.", "It is long and over."))
    texts = scene.talk.texts()
    assert "".join(text.piece for text in texts) == " It is long and over."
    assert [text.final for text in texts] == [False] * 4 + [True]
    scene.scripts[0].write()
    assert scene.brain.told == [("keep", "It is long and over.")]


def test_a_turn_without_last_words_is_closed_by_an_empty_piece(scene):
    scene.decide(Heard(1, "It is long"), Think("It is long"), end("", "It is long"))
    assert scene.talk.texts()[-1] == TextEvent(Speaker.USER, "", True)


def test_words_go_out_while_they_are_spoken_and_the_turn_brings_the_others(scene):
    scene.decide(Draft("Could you"), Draft("Could you pick"))
    assert scene.talk.texts() == [TextEvent(Speaker.USER, " Could"), TextEvent(Speaker.USER, " you")]
    scene.decide(Think("Could you pick it up?"), Draft("Could you pick it up?"))
    assert scene.talk.texts() == [TextEvent(Speaker.USER, " pick")]
    scene.decide(end("Could you pick it up?"))
    assert scene.talk.texts() == [TextEvent(Speaker.USER, " it"), TextEvent(Speaker.USER, " up?", True)]
    scene.scripts[0].write()
    assert scene.brain.told == [("keep", "Could you pick it up?")]


def test_words_of_the_next_turn_are_not_held_against_those_of_the_last(scene):
    for _ in range(2):
        scene.decide(Draft("Come"), Draft("Come here"), Draft("Come here."), end("Come here."))
    assert "".join(text.piece for text in scene.talk.texts()) == " Come here. Come here."


def test_settled_words_are_not_published_twice(scene):
    scene.decide(Draft("It is"), Draft("It is long"), Heard(1, "It is long"))
    scene.decide(Draft("and"), Draft("and over"), end("and over.", "It is long and over."))
    assert "".join(text.piece for text in scene.talk.texts()) == " It is long and over."


def test_words_of_what_was_no_turn_are_closed_if_any_went_out(scene):
    scene.decide(Draft("You know"), Ignored("noise"))
    assert scene.talk.texts() == []
    scene.decide(Draft("You know"), Draft("You know it"), Ignored("noise"))
    assert scene.talk.texts()[-1] == TextEvent(Speaker.USER, "", True)


def begin_speaking(scene):
    scene.decide(Think("Hi."), end("Hi."))
    scene.scripts[-1].write()
    return scene.frame()


def test_it_ducks_at_the_onset_and_comes_back_after_a_nod(scene):
    begin_speaking(scene)
    scene.decide(Onset(True))
    assert scene.frame().spoken[-1] == pytest.approx(0.125)
    scene.decide(Ignored("nod"))
    assert scene.frame().spoken[-1] == pytest.approx(0.5)
    assert scene.talk.ignored == 1
    assert scene.brain.told[-1] == ("said", "You said Hi.")


def test_interrupted_it_tells_the_brain_only_the_words_that_were_spoken(scene):
    begin_speaking(scene)
    scene.decide(Onset(True), Interrupt())
    pulled = scene.frame()
    assert pulled.texts == [TextEvent(Speaker.AGENT, "", True)]
    assert scene.brain.told[-1] == ("said", "You")
    assert scene.scripts[0].canceled
    assert scene.mouth.interruptions == 1


def test_the_interruption_is_answered(scene):
    begin_speaking(scene)
    scene.decide(Onset(True), Interrupt(), Think("Stop."), end("Stop."))
    scene.scripts[1].write()
    scene.frame()
    assert scene.frame().texts == [TextEvent(Speaker.AGENT, " You")]


def test_a_nod_is_said(scene):
    scene.decide(Nod())
    assert scene.frame().texts == [TextEvent(Speaker.AGENT, " Mm-hm.", True)]


def test_stage_figures_of_the_turn(scene):
    begin_speaking(scene)
    figures = scene.stages.figures
    assert figures["stage_turn_end_ms"] == pytest.approx(290.0)
    assert figures["stage_recognition_ms"] == pytest.approx(70.0)
    assert figures["stage_answer_ms"] == pytest.approx(10.0)
    assert figures["stage_synthesis_ms"] == pytest.approx(120.0)
    assert figures["mouth_to_voice_ms"] == pytest.approx(290.0)
    scene.stages.clear()
    assert scene.stages.figures == {}


def test_reset_forgets(scene):
    begin_speaking(scene)
    scene.decide(Think("More."), Heard(1, "text"), Draft("One"), Draft("One two"))
    scene.talk.reset()
    assert scene.brain.told[-1] == ("reset",)
    assert [script.canceled for script in scene.scripts] == [True, True]
    assert (scene.talk.texts(), scene.talk.turns) == ([], 0)


class Later:
    """A Memory whose worker is busy."""

    def __init__(self):
        self.calls = []

    def put(self, call, must=False):
        self.calls.append(call)


def test_a_brain_is_never_called_by_those_who_hear_and_speak(scene):
    later = Later()
    scene.talk = Conversation(scene.brain, scene.mouth, scene._write, later, scene.stages, lambda: scene.now)
    scene.decide(Think("Could you."))
    scene.scripts[0].write()
    scene.decide(Resumed())
    assert scene.scripts[0].canceled
    assert not scene.brain.replies[0].sentences.closed
    (close,) = later.calls
    close()
    assert scene.brain.replies[0].sentences.closed


def test_a_turn_without_an_answer_leaves_it_at_full_loudness(scene):
    begin_speaking(scene)
    scene.decide(Onset(True), end(""))
    assert scene.frame().spoken[-1] == pytest.approx(0.5)

"""The local voice with its real models: it hears, answers, is interrupted, recovers. Fed at real-time pace."""

import difflib
import os
import shutil
import signal
import subprocess
import threading
import time

import numpy as np
import pytest
import soundfile
import soxr

from creature_voice.engine import SayOutcome, Speaker
from creature_voice.engines.local import LocalConfig, make_engine, speak_whole
from creature_voice.engines.local.words import plain
from creature_voice.frame import FRAME_S, FRAME_SAMPLES, SAMPLE_RATE_HZ, silence

pytestmark = pytest.mark.audio

WAIT_S = 30.0 * float(os.environ.get("CREATURE_TEST_TIMEOUT_FACTOR", "1"))
STORY = (
    "Once there was a little robot who lived on a table between two cups.",
    "Every morning it looked out of the window and counted the birds on the roof.",
    "One day a very small bird came in and asked for a drop of water.",
)


class Reply:
    def __init__(self, sentences):
        self.sentences = iter(sentences)


class Brain:
    """Tells a story to whoever speaks first after story was set, and has one answer for everything else."""

    def __init__(self):
        self.told = []
        self.story = False

    def reply(self, heard):
        return Reply(STORY if self.story else ["Okay, I heard you."])

    def keep(self, heard, reply):
        self.told.append(("keep", heard))

    def said(self, words):
        self.told.append(("said", words))

    def reset(self):
        self.told.clear()

    def close(self):
        self.told.append(("close",))

    def warning(self):
        return ""


class Room:
    """Plays sound into the engine, frame by frame at real-time pace, and keeps what comes back."""

    def __init__(self, engine, brain):
        self.engine, self.brain = engine, brain
        self.steps = []
        self._next = time.monotonic()

    def start(self):
        self.engine.reset()
        self.steps.clear()
        self._next = time.monotonic()
        self.wait(0.4)

    def frame(self, heard):
        self._next = max(self._next + FRAME_S, time.monotonic() - FRAME_S)
        time.sleep(max(0.0, self._next - time.monotonic()))
        self.steps.append(self.engine.step(heard))

    def play(self, sound):
        padded = np.pad(sound, (0, -len(sound) % FRAME_SAMPLES)).astype(np.float32)
        for frame in padded.reshape(-1, FRAME_SAMPLES):
            self.frame(frame)

    def speak(self, text):
        self.play(self.voice(text))

    def voice(self, text):
        return speak_whole(self.engine.parts.speech, text)

    def wait(self, seconds):
        for _ in range(round(seconds / FRAME_S)):
            self.frame(silence())

    def wait_until(self, true):
        deadline = time.monotonic() + WAIT_S
        while not true():
            assert time.monotonic() < deadline, (self.text(Speaker.USER), self.text(Speaker.AGENT), self.brain.told)
            self.frame(silence())

    def text(self, speaker):
        return "".join(text.piece for step in self.steps for text in step.texts if text.speaker is speaker)

    def finals(self, speaker):
        return sum(text.final for step in self.steps for text in step.texts if text.speaker is speaker)

    def tell_story(self):
        self.brain.story = True
        self.speak("Please tell me a story.")
        self.wait_until(lambda: len(self.text(Speaker.AGENT).split()) >= 3)
        self.brain.story = False


@pytest.fixture(scope="module")
def running():
    brain = Brain()
    # A machine under load recognises the words of a pause late: leave it time for a "mm-hm" before the turn ends.
    engine = make_engine(LocalConfig(turn_end_unfinished_s=3.0), brain, lambda words: None)
    yield Room(engine, brain)
    engine.close()


@pytest.fixture
def room(running):
    running.start()
    return running


def test_speech_is_heard_answered_and_its_words_come_in_order(room):
    room.speak("Could you pick up the red cup?")
    room.wait_until(lambda: ("said", "Okay, I heard you.") in room.brain.told)
    # The voice says it a little differently each time, and the recogniser mistakes a word now and then.
    heard, meant = plain(room.text(Speaker.USER)).split(), ["could", "you", "pick", "up", "the", "red", "cup"]
    assert difflib.SequenceMatcher(None, heard, meant).ratio() > 0.7, heard
    assert room.text(Speaker.AGENT) == " Okay, I heard you."
    assert (room.finals(Speaker.USER), room.finals(Speaker.AGENT)) == (1, 1)
    assert room.brain.told[0][0] == "keep"
    assert np.abs(np.concatenate([step.spoken for step in room.steps])).max() > 0.1
    values = room.engine.health().values
    assert values["turns"] == 1
    assert values["mouth_to_voice_ms"] >= values["stage_turn_end_ms"] > 0


def test_words_are_spread_over_the_sound_in_which_they_are_spoken(room):
    given = room.engine.say(STORY[0])
    room.wait_until(lambda: given.outcome is not None)
    frames = [index for index, step in enumerate(room.steps) for _ in step.texts]
    speaking = [index for index, step in enumerate(room.steps) if step.speaking]
    assert given.spoken == STORY[0]
    assert frames == sorted(frames)
    assert len(set(frames)) > 10
    assert frames[0] == speaking[0]
    # The last word of a sentence of four seconds begins in its last quarter.
    assert frames[-1] > speaking[0] + 0.75 * len(speaking)


def test_another_voice_is_heard(room, tmp_path):
    assert shutil.which("espeak-ng"), "this test needs a second voice: apt install espeak-ng"
    path = tmp_path / "speech.wav"
    subprocess.run(["espeak-ng", "-s", "140", "-w", str(path), "What is your name?"], check=True)
    sound, rate = soundfile.read(str(path), dtype="float32")
    room.play(soxr.resample(sound, rate, SAMPLE_RATE_HZ))
    room.wait_until(lambda: room.finals(Speaker.AGENT) == 1)
    assert "name" in plain(room.text(Speaker.USER))


def test_speaking_over_it_makes_it_silent_and_is_the_next_turn(room):
    room.tell_story()
    room.speak("Please do not tell me this one but something else instead.")
    room.wait_until(lambda: room.finals(Speaker.USER) == 2)
    assert room.steps[-1].interruptions == 1
    room.wait_until(lambda: ("said", "Okay, I heard you.") in room.brain.told)
    spoken = next(words for kind, words in room.brain.told if kind == "said")
    assert " ".join(STORY).startswith(spoken)
    assert len(spoken.split()) < len(" ".join(STORY).split())
    assert {"something", "else"} & set(plain(room.text(Speaker.USER)).split())


def test_one_word_is_enough_to_stop_it(room):
    room.tell_story()
    asked = len(plain(room.text(Speaker.USER)).split())
    room.speak("Wait!")
    room.wait_until(lambda: room.finals(Speaker.USER) == 2)
    assert room.steps[-1].interruptions == 1
    # Of one word of this voice the recogniser makes another now and then ("We.", "Star." of "Stop!").
    assert len(plain(room.text(Speaker.USER)).split()) > asked


# Not "Mm-hm.": the recogniser makes random words of one in four of this voice's hums.
@pytest.mark.parametrize("nod", ["Okay.", "Yeah."])
def test_a_nod_lowers_its_voice_for_a_moment_and_takes_no_turn(room, nod):
    room.tell_story()
    sound = 0.5 * room.voice(nod)
    room.play(sound)
    room.wait_until(lambda: room.engine.health().values["turns_ignored"] == 1)
    words = len(room.text(Speaker.AGENT).split())
    room.wait_until(lambda: len(room.text(Speaker.AGENT).split()) > words + 5)
    assert room.steps[-1].interruptions == 0
    assert room.finals(Speaker.USER) == 1


def test_a_noise_is_no_turn(room):
    room.play(0.3 * np.random.default_rng(1).standard_normal(4 * FRAME_SAMPLES))
    room.wait(1.5)
    assert (room.text(Speaker.USER), room.text(Speaker.AGENT)) == ("", "")


def test_it_nods_in_the_pause_of_a_long_unfinished_sentence(room):
    room.speak("Yesterday I went to the big market behind the old station and I bought some apples and")
    room.wait_until(lambda: room.steps[-1].backchannels == 1)
    assert plain(room.text(Speaker.AGENT)) in ("mm hm", "yeah")
    # The turn goes on, and its words have gone out as they were spoken.
    assert room.finals(Speaker.USER) == 0
    assert "market" in plain(room.text(Speaker.USER))


def test_a_speech_process_that_is_killed_is_replaced(room):
    speech = room.engine.parts.speech
    pid, restarts = speech.pid, speech.restarts
    os.kill(pid, signal.SIGKILL)
    room.wait_until(lambda: not room.engine.health().ok)
    assert "started again" in room.engine.health().message
    given = room.engine.say("I am back.")
    room.wait_until(lambda: given.outcome is not None)
    assert given.outcome is SayOutcome.SPOKEN
    health = room.engine.health()
    assert health.ok
    assert health.values["synthesis_restarts"] == restarts + 1
    assert speech.pid != pid


def test_close_leaves_no_process_and_no_thread(running):
    # The last test of this file: it closes the engine that the others share.
    pid = running.engine.parts.speech.pid
    started = time.monotonic()
    running.engine.close()
    running.engine.close()
    assert time.monotonic() - started < WAIT_S
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
    names = {"ears", "recogniser", "memory", "speech", "speech-errors", "script"}
    assert not names & {thread.name for thread in threading.enumerate()}

"""The voice's end of the speech process, with a real process that needs no voice model."""

import os
import signal
import sys
import threading

import numpy as np
import pytest

from creature_voice.engine import EngineError
from creature_voice.engines.local.speech import Speech

WAIT_S = 30.0 * float(os.environ.get("CREATURE_TEST_TIMEOUT_FACTOR", "1"))

# Speaks each text as that many samples as it has letters; some texts make it misbehave.
PROCESS = """
import os, sys, numpy as np
from creature_voice.engines.local.wire import read_message, write_message
out = sys.stdout.buffer
write_message(out, {"ready": True})
while (message := read_message(sys.stdin.buffer)) is not None:
    number, text = message[0]["id"], message[0].get("text")
    if message[0]["do"] != "speak":
        continue
    if text == "die":
        sys.exit("it is dead")
    if text == "die once" and not os.path.exists(sys.argv[1]):
        open(sys.argv[1], "w").close()
        sys.exit("it is dead")
    if text == "never":
        continue
    write_message(out, {"id": number, "starts": [0]}, np.ones(len(text), np.float32))
    if text == "die after":
        sys.exit("it is dead")
    write_message(out, {"id": number, "end": True, "error": "no" if text == "fail" else ""})
"""


class Receiver:
    def __init__(self):
        self.starts, self.samples, self.error = None, 0, None
        self.done = threading.Event()

    def began(self, starts):
        self.starts = starts

    def sound(self, samples):
        self.samples += len(samples)

    def ended(self, error):
        self.error = error
        self.done.set()


@pytest.fixture
def speech(tmp_path):
    made = Speech([sys.executable, "-c", PROCESS, str(tmp_path / "died")])
    made.launch()
    made.wait_ready(WAIT_S)
    yield made
    made.close()


def spoken(speech, text):
    receiver = Receiver()
    speech.speak(text, receiver)
    assert receiver.done.wait(WAIT_S)
    return receiver


def gone(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    return False


def test_sound_and_word_times_come_back(speech):
    receiver = spoken(speech, "hello")
    assert (receiver.starts, receiver.samples, receiver.error) == ([0], 5, "")
    assert speech.waiting == 0
    assert speech.ready


def test_a_failed_sentence_says_why_and_the_next_is_spoken(speech):
    assert spoken(speech, "fail").error == "no"
    assert spoken(speech, "hello").error == ""


def test_a_canceled_sentence_is_not_heard_of_again(speech):
    silent = Receiver()
    number = speech.speak("never", silent)
    speech.cancel(number)
    assert spoken(speech, "hello").samples == 5
    assert (silent.starts, silent.error) == (None, None)
    assert speech.waiting == 0


def test_what_had_not_begun_when_it_died_is_spoken_by_the_next_one(speech):
    receiver = spoken(speech, "die once")
    assert (receiver.samples, receiver.error) == (8, "")
    assert speech.restarts == 1
    assert "dead" in speech.last_error()


def test_what_had_begun_ends_with_an_error_and_the_voice_goes_on(speech):
    receiver = spoken(speech, "die after")
    assert receiver.samples == 9
    assert "ended" in receiver.error
    assert spoken(speech, "hello").samples == 5


def test_what_kills_it_is_not_tried_for_ever(speech):
    assert spoken(speech, "die").error
    assert spoken(speech, "hello").samples == 5


def test_one_that_hangs_is_ended_and_started_again(tmp_path):
    now = [0.0]
    speech = Speech([sys.executable, "-c", PROCESS, str(tmp_path / "died")], clock=lambda: now[0])
    speech.launch()
    speech.wait_ready(WAIT_S)
    try:
        receiver = Receiver()
        speech.speak("never", receiver)
        speech.check()
        assert speech.ready
        now[0] = 100.0
        speech.check()
        # Asked for a second time it hangs again, and is then given up.
        while not receiver.done.wait(0.05):
            now[0] += 1.0
            speech.check()
        assert receiver.error
        assert spoken(speech, "hello").samples == 5
    finally:
        speech.close()


def test_close_ends_the_process_and_may_be_called_twice(speech):
    pid = speech.pid
    speech.close()
    speech.close()
    assert gone(pid)
    assert not speech.ready
    assert not [thread for thread in threading.enumerate() if thread.name == "speech" and thread.is_alive()]


def test_the_process_ends_when_its_input_closes(speech):
    pid = speech.pid
    speech._process.stdin.close()
    assert spoken(speech, "hello").samples == 5
    assert speech.pid != pid
    assert gone(pid)


@pytest.mark.parametrize(
    "command",
    [
        [sys.executable, "-c", "import sys; sys.exit('no voice model')"],
        ["/does/not/exist"],
        [sys.executable, "-c", "print('Hello, this is a banner that is no message')"],
    ],
)
def test_one_that_does_not_start_says_why(command):
    speech = Speech(command)
    speech.launch()
    with pytest.raises(EngineError, match=r"did not start: .+"):
        speech.wait_ready(WAIT_S)
    speech.close()


def test_what_it_wrote_to_standard_error_is_in_the_message():
    speech = Speech([sys.executable, "-c", "import sys; sys.exit('no voice model')"])
    speech.launch()
    with pytest.raises(EngineError, match="no voice model"):
        speech.wait_ready(WAIT_S)
    speech.close()


def test_sound_is_float32(speech):
    class Kept(Receiver):
        def sound(self, samples):
            self.kept = samples

    kept = Kept()
    speech.speak("hi", kept)
    assert kept.done.wait(WAIT_S)
    assert kept.kept.dtype == np.float32


def test_a_receiver_that_fails_costs_its_sentence_and_not_the_voice(speech):
    class Bad(Receiver):
        def began(self, starts):
            raise KeyError("starts")

    speech.speak("hello", Bad())
    assert spoken(speech, "hello").samples == 5
    assert speech.restarts == 1


def test_closed_while_it_loads_it_ends_at_once():
    # It would end by itself, with status 0, if it were given the time.
    speech = Speech([sys.executable, "-c", "import time; time.sleep(1.0)"])
    speech.launch()
    while speech.pid is None:
        threading.Event().wait(0.01)
    process = speech._process
    speech.close()
    assert process.returncode == -signal.SIGKILL

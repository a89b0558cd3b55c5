"""A real transcript beside the test engine: the words arrive while it is stepped at its pace."""

import difflib
import os
import threading
import time
from pathlib import Path

import numpy as np
import pytest

from creature_voice.audio_file import read_sound
from creature_voice.engine import Speaker
from creature_voice.engines.echo import EchoEngine
from creature_voice.engines.local.config import LocalConfig
from creature_voice.engines.local.words import plain
from creature_voice.engines.transcribing import TranscribingEngine, make_transcriber
from creature_voice.frame import FRAME_S, FRAME_SAMPLES, SAMPLE_RATE_HZ, silence

pytestmark = pytest.mark.audio

FACTOR = float(os.environ.get("CREATURE_TEST_TIMEOUT_FACTOR", "1"))
SPOKEN = "it was the best of times it was the worst of times"


@pytest.fixture(scope="module")
def sound() -> np.ndarray:
    package = pytest.importorskip("moonshine_voice", reason="moonshine-voice is not installed")
    return read_sound(Path(package.__file__).parent / "assets" / "two_cities.wav")[: 9 * SAMPLE_RATE_HZ]


@pytest.fixture
def voice():
    made = TranscribingEngine(EchoEngine(), make_transcriber(LocalConfig(), lambda words: None))
    yield made
    made.close()


def test_what_is_said_is_written_down_while_the_engine_goes_on(voice, sound):
    padded = np.pad(sound, (0, -len(sound) % FRAME_SAMPLES)).astype(np.float32)
    frames = list(padded.reshape(-1, FRAME_SAMPLES))
    steps, due_s = [], time.monotonic()
    end_s = due_s + (len(frames) * FRAME_S + 30.0) * FACTOR
    while not (len(steps) > len(frames) and any(text.final for step in steps for text in step.texts)):
        assert time.monotonic() < end_s, "no words came"
        due_s += FRAME_S
        threading.Event().wait(max(0.0, due_s - time.monotonic()))
        steps.append(voice.step(frames[len(steps)] if len(steps) < len(frames) else silence()))
    heard = plain("".join(text.piece for step in steps for text in step.texts)).split()
    assert difflib.SequenceMatcher(None, heard[: len(SPOKEN.split())], SPOKEN.split()).ratio() > 0.7, heard
    assert all(text.speaker is Speaker.USER for step in steps for text in step.texts)
    assert any(step.user_speaking for step in steps)
    values = voice.health().values
    assert (voice.health().ok, values["transcript_frames_dropped"]) == (True, 0)


def test_forgotten_in_the_middle_it_begins_anew_and_closed_it_leaves_no_thread(voice, sound):
    frames = [sound[at : at + FRAME_SAMPLES] for at in range(0, 30 * FRAME_SAMPLES, FRAME_SAMPLES)]
    for frame in frames:
        voice.step(frame)
    voice.reset()
    assert not voice.step(silence()).user_speaking
    voice.close()
    voice.close()
    assert not {"transcriber", "recogniser"} & {thread.name for thread in threading.enumerate()}

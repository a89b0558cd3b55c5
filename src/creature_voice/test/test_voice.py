"""The whole voice without ROS: a recording in, the test engine, a file out."""

import threading

import numpy as np
import pytest
import soundfile

from creature_voice import voice as voice_module
from creature_voice.audio_file import read_sound
from creature_voice.config import VoiceConfig
from creature_voice.engine import EngineError, Speaker, TextEvent
from creature_voice.engines import EngineSettings, transcribing
from creature_voice.engines.echo import EchoConfig, EchoEngine
from creature_voice.errors import VoiceError
from creature_voice.sinks.sink import NullSink
from creature_voice.sources.queued import QueuedSource
from creature_voice.voice import Voice, make_voice

LOUD = np.full(1920, 0.3, np.float32)


def nothing(*arguments) -> None:
    pass


def test_a_recording_is_said_back_into_a_file(tmp_path):
    path, out, done = tmp_path / "in.wav", tmp_path / "out.wav", threading.Event()
    tone = (0.3 * np.sin(np.arange(4800) / 10)).astype(np.float32)
    soundfile.write(path, tone, 24000)
    config = VoiceConfig(voice="echo", source="wav", sink="wav", wav_in=str(path), wav_out=str(out), wav_lead_in_s=0.0)
    ticks = []

    def listen(tick) -> None:
        ticks.append(tick)
        if tick.index == 6:
            done.set()

    voice = make_voice(config, EngineSettings(echo=EchoConfig(delay_frames=2)), [listen], nothing, nothing)
    voice.loop.start()
    assert done.wait(30.0)
    voice.close()
    voice.close()
    said = read_sound(out)
    assert [tick.index for tick in ticks] == list(range(len(ticks)))
    assert not said[:3840].any()
    assert np.allclose(said[3840 : 3840 + 4800], tone, atol=1e-3)


def test_what_comes_from_the_topic_is_heard():
    source, heard, done = QueuedSource("topic"), [], threading.Event()

    def listen(tick) -> None:
        heard.append(tick.heard)
        done.set()

    voice = Voice(EchoEngine(), source, NullSink(), [listen])
    voice.loop.start()
    voice.hear(LOUD, 0)
    assert done.wait(10.0)
    voice.close()
    assert heard[0] is LOUD


def test_the_sound_is_closed_when_the_engine_cannot_be_made(tmp_path, monkeypatch):
    closed = []

    def fail(*arguments):
        raise EngineError("no models")

    monkeypatch.setattr(voice_module, "make_engine", fail)
    monkeypatch.setattr(NullSink, "close", lambda self: closed.append("sink"))
    monkeypatch.setattr(QueuedSource, "close", lambda self: closed.append("source"))
    with pytest.raises(EngineError, match="no models"):
        make_voice(VoiceConfig(), EngineSettings(), [], nothing, nothing)
    assert sorted(closed) == ["sink", "source"]


class FakeTranscriber:
    closed = 0

    def hear(self, frame) -> None: ...

    def texts(self):
        return (TextEvent(Speaker.USER, " hey", True),)

    speaking = True

    def close(self) -> None:
        self.closed += 1


def test_a_transcript_of_the_user_is_put_beside_an_engine(monkeypatch):
    transcriber = FakeTranscriber()
    monkeypatch.setattr(transcribing, "make_transcriber", lambda config, progress: transcriber)
    config = VoiceConfig(voice="echo", user_transcript="moonshine")
    voice = make_voice(config, EngineSettings(), [], nothing, nothing)
    assert voice.engine.step(LOUD).texts == transcriber.texts()
    voice.close()
    assert transcriber.closed == 1


def test_the_transcript_is_closed_when_the_engine_cannot_be_made(monkeypatch):
    def fail(*arguments):
        raise EngineError("no models")

    transcriber = FakeTranscriber()
    monkeypatch.setattr(transcribing, "make_transcriber", lambda config, progress: transcriber)
    monkeypatch.setattr(voice_module, "make_engine", fail)
    with pytest.raises(EngineError, match="no models"):
        make_voice(VoiceConfig(voice="echo", user_transcript="moonshine"), EngineSettings(), [], nothing, nothing)
    assert transcriber.closed == 1


def test_a_wrong_file_is_told_before_models_are_loaded(tmp_path, monkeypatch):
    monkeypatch.setattr(voice_module, "make_engine", lambda *arguments: pytest.fail("models were loaded"))
    config = VoiceConfig(source="wav", wav_in=str(tmp_path / "none.wav"))
    with pytest.raises(VoiceError, match="does not exist"):
        make_voice(config, EngineSettings(), [], nothing, nothing)

"""The voice node with the real Moshi on a tiny checkpoint: real speech in, sound and text out, words given to it."""

import os
import shutil
import subprocess
import threading
import time
from collections.abc import Callable, Iterator

import numpy as np
import pytest
import soundfile

pytest.importorskip("torch")
pytest.importorskip("moshi")
sentencepiece = pytest.importorskip("sentencepiece")

from creature_msgs.action import Say  # noqa: E402
from node_rig import Rig  # noqa: E402

from creature_voice.engines.moshi import torch_model  # noqa: E402
from creature_voice.engines.moshi.monologue import Monologue  # noqa: E402
from creature_voice.frame import FRAME_S, FRAME_SAMPLES  # noqa: E402

pytestmark = [
    pytest.mark.ros,
    pytest.mark.moshi,
    pytest.mark.skipif(shutil.which("espeak-ng") is None, reason="espeak-ng is not installed: apt install espeak-ng"),
]

SPEECH = (
    "Hello there. Could you pick up the red cup, and bring it to me, please? It stands on the table, near the blue "
    "one. And if you find the banana, I would like to have that as well."
)
SPEECH_S = 9.0
WAIT_S = 60.0 * float(os.environ.get("CREATURE_TEST_TIMEOUT_FACTOR", "1"))


def until(ready: Callable[[], bool], what: str) -> None:
    deadline_s = time.monotonic() + WAIT_S
    while not ready():
        assert time.monotonic() < deadline_s, f"timed out: {what}"
        threading.Event().wait(0.01)


@pytest.fixture
def rigs() -> Iterator[list[Rig]]:
    made: list[Rig] = []
    yield made
    for rig in made:
        rig.close()


@pytest.fixture
def recorded(monkeypatch):
    """The text ids of every step since the model was last reset."""
    ids: list[int | None] = []
    step, reset = torch_model.TorchModel.step, torch_model.TorchModel.reset

    def recording_step(self, heard, choose):
        made = step(self, heard, choose)
        ids.append(made.text_id)
        return made

    def recording_reset(self):
        ids.clear()
        reset(self)

    monkeypatch.setattr(torch_model.TorchModel, "step", recording_step)
    monkeypatch.setattr(torch_model.TorchModel, "reset", recording_reset)
    return ids


@pytest.fixture
def start(tiny_moshi, tmp_path, rigs, recorded) -> Callable[[float], Rig]:
    """Makes a node that hears ten seconds of speech, after so much silence."""
    wav = tmp_path / "speech.wav"
    subprocess.run(["espeak-ng", "-s", "140", "-w", str(wav), SPEECH], check=True)
    assert soundfile.info(wav).duration > SPEECH_S
    parameters = {"config": str(tiny_moshi / "config.json"), "device": "cpu", "dtype": "float32", "seed": 5}
    own = {f"moshi.{name}": value for name, value in parameters.items()}

    def make(lead_in_s: float = 0.5) -> Rig:
        rigs.append(
            Rig(voice="moshi", source="wav", wav_in=str(wav), wav_lead_in_s=lead_in_s, sink="topic", **own),
        )
        until(lambda: bool(rigs[0].got["state"]), "voice/state")
        return rigs[0]

    return make


@pytest.fixture
def moshi(start) -> Rig:
    """A node that hears ten seconds of speech."""
    return start()


def voice_of(rig):
    assert rig.node._voice is not None
    return rig.node._voice


def test_ten_seconds_of_speech(moshi, recorded):
    voice = voice_of(moshi)
    until(lambda: getattr(voice.source, "finished", False), "the end of the recording")
    until(lambda: moshi.got["state"][-1].frame > (SPEECH_S + 1.0) / FRAME_S, "ten seconds")
    voice.loop.stop()
    report = voice.loop.report()
    assert report.total == voice.source.counts().heard + voice.source.counts().silent == len(recorded)
    assert voice.loop.failed_steps == 0
    on_time = report.total - report.late
    assert on_time + report.late >= SPEECH_S / FRAME_S
    values = voice.engine.health().values
    assert sum(int(str(values[f"{kind}_tokens"])) for kind in ("text", "pad", "epad")) == report.total - 1
    assert any(state.user_speaking for state in moshi.got["state"])
    assert all(np.isfinite(message.samples).all() for message in moshi.got["speech"])
    assert {len(message.samples) for message in moshi.got["speech"]} == {FRAME_SAMPLES}


def test_its_text_has_no_gap_and_is_what_its_ids_say(moshi, recorded, tiny_moshi):
    voice = voice_of(moshi)
    until(lambda: len(moshi.got["text"]) >= 5, "five pieces of text")
    voice.loop.stop()
    monologue = Monologue(sentencepiece.SentencePieceProcessor(str(tiny_moshi / "tokenizer.model")))
    expected = [
        (frame, event.piece, event.final) for frame, one in enumerate(recorded) for event in monologue.feed(one)
    ]
    until(lambda: len(moshi.got["text"]) >= len(expected), "all of the text")
    assert [(one.frame, one.piece, one.final) for one in moshi.got["text"]] == expected
    assert [one.seq for one in moshi.got["text"]] == list(range(len(expected)))


def test_it_says_what_it_is_given(start):
    moshi, told = start(lead_in_s=60.0), []
    words = "Okay, I'll pick up the red cup."
    result = moshi.give(words, Say.Goal.INTERRUPT, told).get_result_async()
    until(result.done, "the result")
    answer = result.result().result
    assert (answer.code, answer.spoken) == (Say.Result.SPOKEN, words)
    counts = [len(spoken.split()) for spoken in told]
    assert counts == sorted(counts)
    assert len(set(counts)) >= 3
    assert words in "".join(one.piece for one in moshi.got["text"])


def test_its_diagnostics(moshi):
    until(lambda: "model_step_ms_p99" in str(moshi.status("voice: engine")), "figures of the model")
    values = {one.key: float(one.value) for one in moshi.status("voice: engine").values}
    assert {"session_s", "restarts", "text_tokens", "pad_tokens", "epad_tokens", "failed_steps"} <= values.keys()
    until(lambda: float(moshi.status("voice: engine").values[0].value) > 0.0, "a session that goes on")

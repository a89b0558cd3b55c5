"""The voice 'moshi_mlx': what it needs, and a conversation on a tiny checkpoint."""

import importlib.util
import platform

import numpy as np
import pytest

from creature_voice.engine import EngineError, SayOutcome
from creature_voice.engines import EngineSettings, make_engine
from creature_voice.engines.moshi_mlx.config import MoshiMlxConfig
from creature_voice.frame import silence

# Frames within which given words have certainly been said.
LONG_ENOUGH = 150


def _settings(folder, **more):
    paths = {"weights": "model.safetensors", "mimi": "mimi.safetensors", "tokenizer": "tokenizer.model"}
    return EngineSettings(
        moshi_mlx=MoshiMlxConfig(**{name: str(folder / file) for name, file in paths.items()} | {"seed": 3} | more)
    )


@pytest.fixture
def machine(monkeypatch):
    """Sets what machine this is and which packages are missing."""
    find = importlib.util.find_spec

    def be(system, kind, missing=()):
        monkeypatch.setattr(platform, "system", lambda: system)
        monkeypatch.setattr(platform, "machine", lambda: kind)
        monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name in missing else find(name))

    return be


@pytest.fixture
def make(tiny_moshi):
    pytest.importorskip("mlx.core", reason="MLX is not installed: pip install 'mlx[cpu]' moshi_mlx==0.3.0")
    pytest.importorskip("moshi_mlx", reason="MLX is not installed: pip install 'mlx[cpu]' moshi_mlx==0.3.0")
    made = []

    def made_engine(progress=str, **more):
        made.append(make_engine("moshi_mlx", _settings(tiny_moshi, **more), progress))
        return made[-1]

    yield made_engine
    for engine in made:
        engine.close()


def test_a_mac_without_the_packages_is_told_what_installs_them(machine):
    machine("Darwin", "arm64", missing=("moshi_mlx",))
    with pytest.raises(EngineError, match=r"needs moshi_mlx: \./creature up voice:=moshi_mlx .* pip install moshi_mlx"):
        make_engine("moshi_mlx", EngineSettings(), print)


@pytest.mark.parametrize(("system", "kind"), [("Linux", "x86_64"), ("Darwin", "x86_64")])
def test_another_machine_is_told_of_other_voices(machine, system, kind):
    machine(system, kind, missing=("mlx",))
    with pytest.raises(EngineError, match=rf"Apple silicon.*{system} {kind}.*voice:=moshi .*voice:=moshi_server"):
        make_engine("moshi_mlx", EngineSettings(), print)


@pytest.mark.moshi
def test_another_machine_that_has_the_packages_is_warned(machine, make):
    told = []
    machine("Linux", "x86_64")
    make(told.append)
    assert "too slow" in told[0]
    machine("Darwin", "arm64")
    told.clear()
    make(told.append)
    assert not any("too slow" in line for line in told)


@pytest.mark.moshi
def test_a_missing_file_is_named(tmp_path):
    pytest.importorskip("moshi_mlx", reason="MLX is not installed: pip install 'mlx[cpu]' moshi_mlx==0.3.0")
    with pytest.raises(EngineError, match=r"'moshi_mlx\.weights' is .*: there is no such file"):
        make_engine("moshi_mlx", _settings(tmp_path), str)


@pytest.mark.moshi
@pytest.mark.parametrize("quantized", ["4", "8", "none"])
def test_it_talks(make, quantized):
    engine = make(quantized=quantized)
    steps = [engine.step(silence()) for _ in range(40)]
    assert all(step.spoken.shape == (1920,) and step.spoken.dtype == np.float32 for step in steps)
    assert any(step.spoken.any() for step in steps)
    health = engine.health()
    assert health.values["text_tokens"] + health.values["pad_tokens"] + health.values["epad_tokens"] == 39
    assert health.values["mlx_memory_gb"] >= 0


@pytest.mark.moshi
def test_the_session_begins_afresh_where_the_package_stops(make):
    """10 s are 125 steps; moshi_mlx's own loop raises at its last."""
    engine = make(session_s=10.0, fresh_after_silence_s=0.0)
    for _ in range(140):
        engine.step(silence())
    assert engine.health().values["restarts"] >= 1
    assert engine.health().values["session_s"] < 10.0


@pytest.mark.moshi
def test_a_reset_is_a_fresh_start(make):
    engine = make()

    def talk():
        steps = [engine.step(silence()) for _ in range(30)]
        return [step.texts for step in steps], np.stack([step.spoken for step in steps])

    texts, spoken = talk()
    engine.reset()
    again, spoken_again = talk()
    # The first frame closes what the old conversation left open, and fades its sound out.
    assert again[1:] == texts[1:]
    assert np.array_equal(spoken[1:], spoken_again[1:])


@pytest.mark.moshi
def test_given_words_are_spoken(make):
    engine = make(user_level=1.0)
    for _ in range(10):
        engine.step(silence())
    saying = engine.say("hello there")
    pieces = []
    for _ in range(LONG_ENOUGH):
        pieces += [event.piece for event in engine.step(silence()).texts]
        if saying.outcome is not None:
            break
    assert saying.outcome is SayOutcome.SPOKEN
    assert saying.spoken == "hello there"
    assert "hello there" in "".join(pieces)

"""Moshi in MLX on a tiny checkpoint: the same as PyTorch's, and as the package's own loop."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import numpy as np
import pytest

from creature_voice.engine import EngineError
from creature_voice.engines.moshi.hub import Hub
from creature_voice.engines.moshi_mlx.config import MoshiMlxConfig
from creature_voice.engines.moshi_mlx.files import find_files

pytestmark = pytest.mark.moshi
mx = pytest.importorskip("mlx.core", reason="MLX is not installed: pip install 'mlx[cpu]' moshi_mlx==0.3.0")
pytest.importorskip("moshi_mlx", reason="MLX is not installed: pip install 'mlx[cpu]' moshi_mlx==0.3.0")

FRAMES = 40
# Where the context is this short, its end is soon seen.
CONTEXT = 24


def _config(folder, **more):
    paths = {"weights": "model.safetensors", "mimi": "mimi.safetensors", "tokenizer": "tokenizer.model"}
    greedy = {"text_temperature": 0.0, "audio_temperature": 0.0, "quantized": "none", "dtype": "float32"}
    return MoshiMlxConfig(**{name: str(folder / file) for name, file in paths.items()} | greedy | more)


def _load(folder, **more):
    from creature_voice.engines.moshi_mlx.mlx_model import load_model

    config = _config(folder, **more)
    return load_model(config, find_files(config, Hub("", "moshi_mlx", pytest.fail)), str)


def _noise(frames=FRAMES, seed=0):
    return (0.2 * np.random.default_rng(seed).normal(size=(frames, 1920))).astype(np.float32)


def _as_sampled(text_id):
    return text_id


def _run(model, heard, choose=_as_sampled):
    """Text ids and frames."""
    steps = [model.step(frame, choose) for frame in heard]
    return [step.text_id for step in steps], np.stack([step.spoken for step in steps])


class Logits:
    """Stands in for a greedy sampler, and keeps what it was given."""

    def __init__(self):
        self.seen = []

    def __call__(self, logits):
        self.seen.append(np.array(logits)[0, 0])
        return mx.argmax(logits, axis=-1).astype(mx.int32), logits


@pytest.fixture(scope="module")
def model(tiny_moshi):
    return _load(tiny_moshi)


@pytest.fixture
def fresh(model):
    model.reset()
    return model


def _logits_of(model, heard):
    """What the model would say in each step, and what it says."""
    logits, parts = Logits(), model._parts
    model._parts = replace(parts, text_sampler=logits)
    try:
        texts, spoken = _run(model, heard)
    finally:
        model._parts = parts
    return np.stack(logits.seen), texts, spoken


def _by_pytorch(folder, heard):
    torch = pytest.importorskip("torch", reason="PyTorch is not installed: ./creature up voice:=moshi does")
    from moshi.models import LMGen, loaders

    info = loaders.CheckpointInfo.from_hf_repo(
        "",
        moshi_weights=folder / "model.safetensors",
        mimi_weights=folder / "mimi.safetensors",
        tokenizer=folder / "tokenizer.model",
        config_path=folder / "config.json",
    )
    seen = []
    mimi, language = info.get_mimi("cpu"), info.get_moshi("cpu", dtype=torch.float32)
    generator = LMGen(language, use_sampling=False, on_text_logits_hook=lambda logits: seen.append(logits.clone()))
    texts, spoken = [], []
    with torch.no_grad(), mimi.streaming(1), generator.streaming(1):
        for frame in heard:
            codes = mimi.encode(torch.from_numpy(frame)[None, None])
            if not texts:
                mimi.reset_streaming()
            tokens = generator.step(codes)
            texts.append(None if tokens is None else int(tokens[0, 0, 0]))
            spoken.append(np.zeros(1920) if tokens is None else mimi.decode(tokens[:, 1:])[0, 0].numpy())
    return torch.stack(seen).reshape(len(heard), -1).numpy(), texts, np.stack(spoken)


def test_it_computes_what_pytorch_computes(tiny_moshi, fresh):
    logits, texts, spoken = _logits_of(fresh, _noise())
    wanted_logits, wanted_texts, wanted_spoken = _by_pytorch(tiny_moshi, _noise())
    np.testing.assert_allclose(logits, wanted_logits, atol=2e-4)
    assert texts == wanted_texts
    np.testing.assert_allclose(spoken, np.clip(wanted_spoken, -1, 1), atol=2e-6)


class Codes:
    """Stands in for the codec: a frame's first sample is the code of every codebook."""

    def encode(self, heard):
        return [int(heard[0])] * 8

    def decode(self, codes):
        return np.zeros(1920, np.float32)

    def reset(self):
        """Nothing is kept."""


def test_what_is_heard_counts_in_the_same_step(fresh, monkeypatch):
    monkeypatch.setattr(fresh, "_parts", replace(fresh._parts, codec=Codes()))
    heard = np.full((8, 1920), 5.0, np.float32)
    before = _logits_of(fresh, heard)[0]
    heard[4] = 6.0
    fresh.reset()
    after = _logits_of(fresh, heard)[0]
    changed = np.abs(before - after).max(axis=1) > 0
    assert changed.tolist() == [False] * 4 + [True] * 4


def test_it_is_the_packages_own_loop_one_frame_sooner(fresh):
    """LmGen takes the user's codes a step later; given them a step sooner it says the same."""
    from moshi_mlx.models import LmGen

    parts, heard = fresh._parts, _noise()
    logits, texts, _ = _logits_of(fresh, heard)
    fresh.reset()
    codes = [parts.codec.encode(frame) for frame in heard[1:]] + [[0] * 8]
    fresh.reset()
    own = Logits()
    generator = LmGen(parts.lm, FRAMES, own, parts.audio_sampler)
    ids = [generator.step(mx.array(code)[None])[0].item() for code in codes]
    np.testing.assert_allclose(np.stack(own.seen), logits, atol=1e-5)
    assert [None, *ids[:-1]] == texts


def test_the_packages_own_loop_ends_where_ours_goes_on(tiny_moshi):
    from moshi_mlx.models import LmGen

    model = _load(tiny_moshi, session_s=10.0)
    assert model.max_steps == 125
    parts, none = model._parts, mx.array([[0] * 8])
    generator = LmGen(parts.lm, 3, parts.text_sampler, parts.audio_sampler)
    for _ in range(3):
        generator.step(none)
    with pytest.raises(ValueError, match="max-steps"):
        generator.step(none)


def test_past_the_context_it_computes_what_pytorch_computes(tmp_path):
    from tiny_moshi import make

    folder = make(tmp_path, context=CONTEXT)
    model = _load(folder)
    assert model.max_steps == CONTEXT
    heard = _noise(2 * CONTEXT)
    np.testing.assert_allclose(_logits_of(model, heard)[0], _by_pytorch(folder, heard)[0], atol=2e-4)


def test_a_chosen_word_is_spoken_in_the_next_frame_and_changes_the_sound(fresh):
    heard = _noise(10)
    texts, spoken = _run(fresh, heard)
    fresh.reset()
    sampled = []

    def choose(text_id):
        sampled.append(text_id)
        return 300 if len(sampled) == 6 else text_id

    forced_texts, forced = _run(fresh, heard, choose)
    assert sampled[:6] == [*texts[1:6], texts[6]]
    assert forced_texts[:6] == texts[:6] and forced_texts[6] == 300
    assert np.array_equal(forced[:5], spoken[:5])
    assert not np.array_equal(forced[6], spoken[6])


@pytest.mark.parametrize("quantized", ["4", "8", "none"])
def test_reset_is_a_fresh_start(tiny_moshi, quantized):
    luck = {"text_temperature": 0.9, "audio_temperature": 0.9, "text_top_k": 0, "audio_top_k": 0, "seed": 7}
    model = _load(tiny_moshi, quantized=quantized, dtype="bfloat16", **luck)
    first = _run(model, _noise(20))
    model.reset()
    again = _run(model, _noise(20))
    assert len(set(first[0])) > 2
    assert first[0] == again[0]
    assert np.array_equal(first[1], again[1])


def test_it_is_loaded_and_stepped_in_different_threads(tiny_moshi, model):
    heard = _noise(12)
    model.reset()
    wanted = _run(model, heard)
    with ThreadPoolExecutor(1) as one, ThreadPoolExecutor(1) as two:
        other = one.submit(_load, tiny_moshi).result()
        first = two.submit(_run, other, heard[:6]).result()
        rest = one.submit(_run, other, heard[6:]).result()
    assert first[0] + rest[0] == wanted[0]
    assert np.array_equal(np.concatenate([first[1], rest[1]]), wanted[1])


def test_the_checkpoint_says_how_freely_it_chooses(tiny_moshi):
    usual = {"text_temperature": -1.0, "audio_temperature": -1.0}
    parts = _load(tiny_moshi, **usual)._parts
    assert (parts.text_sampler.temp, parts.text_sampler.top_k) == (0.7, 25)
    assert (parts.audio_sampler.temp, parts.audio_sampler.top_k) == (0.8, 250)
    parts = _load(tiny_moshi, text_temperature=0.1, text_top_k=3, audio_top_k=0)._parts
    assert (parts.text_sampler.temp, parts.text_sampler.top_k) == (0.1, 3)
    assert parts.audio_sampler.top_k is None


def test_a_closed_model_says_so(tiny_moshi):
    model = _load(tiny_moshi)
    model.close()
    model.close()
    with pytest.raises(EngineError, match="closed"):
        model.step(_noise(1)[0], _as_sampled)


@pytest.mark.parametrize("parameter", ["weights", "mimi", "tokenizer"])
def test_a_file_that_is_something_else(tiny_moshi, tmp_path, parameter):
    broken = tmp_path / "broken.safetensors"
    broken.write_bytes(b"\x08\0\0\0\0\0\0\0{}      " * 3)
    more = {"config": str(tiny_moshi / "config.json"), parameter: str(broken)}
    with pytest.raises(EngineError, match=f"'moshi_mlx.{parameter}'.*broken"):
        _load(tiny_moshi, **more)


def test_a_vocabulary_of_another_model(tiny_moshi, tmp_path):
    import io

    import sentencepiece

    other = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(["some other words"] * 9), model_writer=other, vocab_size=14, minloglevel=2
    )
    (tmp_path / "other.model").write_bytes(other.getvalue())
    with pytest.raises(EngineError, match=r"other\.model has 14 tokens"):
        _load(tiny_moshi, tokenizer=str(tmp_path / "other.model"))

"""Loading Moshi's weights into MLX."""

import json

import numpy as np
import pytest

from creature_voice.engine import EngineError

pytestmark = pytest.mark.moshi
mx = pytest.importorskip("mlx.core", reason="MLX is not installed: pip install 'mlx[cpu]' moshi_mlx==0.3.0")
pytest.importorskip("moshi_mlx", reason="MLX is not installed: pip install 'mlx[cpu]' moshi_mlx==0.3.0")


@pytest.fixture(scope="module")
def sizes(tiny_moshi):
    return json.loads((tiny_moshi / "config.json").read_text(encoding="utf-8"))


@pytest.fixture
def load(tiny_moshi, sizes):
    from creature_voice.engines.moshi_mlx.weights import load_lm

    def loaded(weights=tiny_moshi / "model.safetensors", bits=None, dtype="float32", **changes):
        return load_lm(weights, sizes | changes, bits, dtype)

    return loaded


def _save(lm, path):
    """With the names of MLX, as the published checkpoints."""
    from mlx.utils import tree_flatten

    mx.save_safetensors(str(path), dict(tree_flatten(lm.parameters())))
    return path


def _logits(lm):
    """What it would say after some token."""
    for cache in lm.transformer_cache:
        cache.reset()
    return np.array(lm.forward_text(mx.array([[7]]))[1].astype(mx.float32))


def test_fewer_bits_are_less_exact(load):
    exact = _logits(load())
    errors = {bits: np.abs(_logits(load(bits=bits)) - exact).max() for bits in (8, 4)}
    assert 0 < errors[8] < errors[4]


@pytest.mark.parametrize("bits", [4, 8, None])
def test_names_of_mlx(load, tmp_path, bits):
    lm = load(bits=bits)
    again = load(_save(lm, tmp_path / "model.safetensors"), bits=bits)
    assert np.array_equal(_logits(again), _logits(lm))


def test_names_of_mlx_are_quantized_while_they_load(load, tmp_path):
    weights = _save(load(dtype="bfloat16"), tmp_path / "model.safetensors")
    assert np.array_equal(_logits(load(weights, bits=4)), _logits(load(bits=4)))


@pytest.mark.parametrize(("saved", "asked"), [(4, 8), (8, 4)])
def test_quantized_to_other_bits(load, tmp_path, saved, asked):
    weights = _save(load(bits=saved), tmp_path / "model.safetensors")
    with pytest.raises(EngineError, match=rf"'moshi_mlx.weights'.*{asked} bits \('moshi_mlx.quantized'\)"):
        load(weights, bits=asked)


def test_quantized_but_not_asked_for(load, tmp_path):
    weights = _save(load(bits=4), tmp_path / "model.safetensors")
    with pytest.raises(EngineError, match=r"set 'moshi_mlx\.quantized' to 4 or 8"):
        load(weights)


@pytest.mark.parametrize("dtype", ["bfloat16", "float16", "float32"])
def test_number_format(load, dtype):
    lm = load(bits=4, dtype=dtype)
    assert lm.out_norm.weight.dtype == getattr(mx, dtype)
    assert lm.text_linear.scales.dtype == getattr(mx, dtype)
    assert lm.text_linear.weight.dtype == mx.uint32


def test_the_ring_is_as_long_as_the_context(load):
    lm = load(context=50)
    assert {cache.self_attn.max_size for cache in lm.transformer_cache} == {50}


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"dim": 128}, "'moshi_mlx.weights'"),
        ({"text_card": 10}, "'moshi_mlx.weights'"),
        ({"num_layers": 3}, "'moshi_mlx.weights'"),
        ({"n_q": "many"}, "'moshi_mlx.config'"),
        ({"dim": None}, "'moshi_mlx.config'"),
        ({"dep_q": 16}, "talks with somebody"),
    ],
)
def test_a_config_that_does_not_fit(load, changes, words):
    with pytest.raises(EngineError, match=words):
        load(**changes)


def test_a_config_that_lacks_something(tiny_moshi):
    from creature_voice.engines.moshi_mlx.weights import load_lm

    with pytest.raises(EngineError, match=r"'moshi_mlx.config'.*dim"):
        load_lm(tiny_moshi / "model.safetensors", {"num_heads": 4}, None, "float32")


def test_the_newer_names(load, tiny_moshi, tmp_path):
    newer = {
        name.replace("self_attn.in_proj_weight", "self_attn.in_projs.0.weight"): weights
        for name, weights in mx.load(str(tiny_moshi / "model.safetensors")).items()
    }
    mx.save_safetensors(str(tmp_path / "model.safetensors"), newer)
    with pytest.raises(EngineError, match=r"in_projs.*kyutai/moshiko-mlx-q4"):
        load(tmp_path / "model.safetensors")


@pytest.mark.parametrize("content", [b"", b"not weights", b"\x08\0\0\0\0\0\0\0{}      "])
def test_a_file_without_weights(load, tmp_path, content):
    (tmp_path / "model.safetensors").write_bytes(content)
    with pytest.raises(EngineError, match=r"'moshi_mlx.weights'.*model\.safetensors"):
        load(tmp_path / "model.safetensors")


def test_weights_of_something_else(load, tiny_moshi):
    with pytest.raises(EngineError, match=r"'moshi_mlx.weights'.*mimi\.safetensors"):
        load(tiny_moshi / "mimi.safetensors")

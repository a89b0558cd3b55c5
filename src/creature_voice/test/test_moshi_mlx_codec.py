"""Mimi in MLX on tiny weights: the same codes and the same sound as PyTorch's."""

import numpy as np
import pytest

from creature_voice.engine import EngineError

pytestmark = pytest.mark.moshi
mx = pytest.importorskip("mlx.core", reason="MLX is not installed: pip install 'mlx[cpu]' moshi_mlx==0.3.0")
pytest.importorskip("moshi_mlx", reason="MLX is not installed: pip install 'mlx[cpu]' moshi_mlx==0.3.0")

CODEBOOKS = 8
FRAMES = 20
# Two positions a frame: reached by the sixth.
SHORT_CONTEXT = 10


@pytest.fixture(scope="module")
def sizes():
    from tiny_moshi import _mimi_config

    return _mimi_config()


@pytest.fixture(scope="module")
def weights(tiny_moshi, tmp_path_factory):
    """The tiny weights with transformers that have a say: those of the checkpoint hardly change a sound."""
    loud = {
        name: w * 100.0 if "layer_scale" in name else w
        for name, w in mx.load(str(tiny_moshi / "mimi.safetensors")).items()
    }
    path = tmp_path_factory.mktemp("mimi") / "mimi.safetensors"
    mx.save_safetensors(str(path), loud)
    return path


@pytest.fixture(scope="module")
def codec(weights, sizes):
    from creature_voice.engines.moshi_mlx.codec import load_codec

    return load_codec(weights, sizes, CODEBOOKS)


@pytest.fixture(scope="module")
def heard():
    return (0.2 * np.random.default_rng(0).normal(size=(FRAMES, 1920))).astype(np.float32)


def _pytorch(weights, sizes):
    pytest.importorskip("torch", reason="PyTorch is not installed: ./creature up voice:=moshi does")
    from moshi.models import loaders

    return loaders.get_mimi(weights, sizes, num_codebooks=CODEBOOKS)


@pytest.fixture(scope="module")
def by_pytorch(weights, sizes, heard):
    """Codes, and the sound of them."""
    mimi = _pytorch(weights, sizes)
    from torch import from_numpy, no_grad

    with no_grad(), mimi.streaming(1):
        codes = [mimi.encode(from_numpy(frame)[None, None]) for frame in heard]
        spoken = [mimi.decode(code)[0, 0].numpy() for code in codes]
    return [code[0, :, 0].tolist() for code in codes], np.stack(spoken)


def test_codes_are_those_of_pytorch(codec, heard, by_pytorch):
    codec.reset()
    assert [codec.encode(frame) for frame in heard] == by_pytorch[0]


def test_the_sound_is_that_of_pytorch(codec, by_pytorch):
    codec.reset()
    codes, wanted = by_pytorch
    np.testing.assert_allclose(np.stack([codec.decode(code) for code in codes]), wanted, atol=2e-6)


def test_the_packages_own_steps_are_not(codec, heard, by_pytorch):
    """Why the transformers are driven position by position."""
    codec.reset()
    codes = [np.array(codec._mimi.encode_step(mx.array(frame)[None, None]))[0, :, 0].tolist() for frame in heard]
    assert codes != by_pytorch[0]


def test_past_the_context(weights, sizes, heard):
    """As PyTorch computes the whole at once; its own ring sees one position less in the first half of a frame."""
    from creature_voice.engines.moshi_mlx.codec import load_codec

    short = sizes | {"transformer": sizes["transformer"] | {"context": SHORT_CONTEXT}}
    mimi = _pytorch(weights, short)
    from torch import from_numpy, no_grad

    with no_grad():
        codes = mimi.encode(from_numpy(heard.reshape(1, 1, -1)))
        wanted = mimi.decode(codes)[0, 0].numpy().reshape(FRAMES, -1)
    codec = load_codec(weights, short, CODEBOOKS)
    assert [codec.encode(frame) for frame in heard] == codes[0].T.tolist()
    for _ in range(2):
        spoken = [codec.decode(code) for code in codes[0].T.tolist()]
        np.testing.assert_allclose(np.stack(spoken), wanted, atol=2e-6)
        codec.reset()


def test_hearing_and_speaking_do_not_meet(codec, heard, by_pytorch):
    codec.reset()
    codes, wanted = by_pytorch
    for frame, code, sound in zip(heard[:6], codes, wanted, strict=False):
        assert codec.encode(frame) == code
        np.testing.assert_allclose(codec.decode(code), sound, atol=2e-6)


def test_fewer_codebooks_than_the_file_has(weights, sizes, heard, by_pytorch):
    from creature_voice.engines.moshi_mlx.codec import load_codec

    codec = load_codec(weights, sizes, 3)
    assert [codec.encode(frame) for frame in heard[:4]] == [code[:3] for code in by_pytorch[0][:4]]
    assert codec.decode([1, 2, 3]).shape == (1920,)


def test_more_codebooks_than_the_file_has(weights, sizes):
    from creature_voice.engines.moshi_mlx.codec import load_codec

    with pytest.raises(EngineError, match="has 8 codebooks, the model needs 9"):
        load_codec(weights, sizes, 9)


def test_weights_of_another_size(weights):
    from creature_voice.engines.moshi_mlx.codec import load_codec

    with pytest.raises(EngineError, match=r"'moshi_mlx.mimi'.*not a Mimi of that size"):
        load_codec(weights, None, CODEBOOKS)

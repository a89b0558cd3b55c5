"""Where the two halves of a voice are kept."""

import hashlib

import pytest

from creature_voice.engines.local import voice_split
from creature_voice.engines.local.voice_split import SplitError, split_voice


@pytest.fixture
def model(tmp_path):
    path = tmp_path / "voice.onnx"
    path.write_bytes(b"a voice")
    return path


@pytest.fixture
def cuts(monkeypatch):
    made = []

    def cut(model, encoder, decoder):
        made.append(model)
        voice_split._save(b"encoder", encoder)
        voice_split._save(b"decoder", decoder)

    monkeypatch.setattr(voice_split, "_cut", cut)
    return made


def test_it_is_cut_once_and_kept_by_its_hash(model, cuts, monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    encoder, decoder = split_voice(model)
    assert split_voice(model) == (encoder, decoder)
    assert cuts == [model]
    assert encoder.parent == tmp_path / "cache" / "creature"
    assert encoder.name.startswith(hashlib.sha256(b"a voice").hexdigest()[:16])
    assert (encoder.read_bytes(), decoder.read_bytes()) == (b"encoder", b"decoder")
    assert len(list(encoder.parent.iterdir())) == 2


def test_another_voice_has_other_halves(model, cuts, monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    first = split_voice(model)
    model.write_bytes(b"another voice")
    assert set(split_voice(model)).isdisjoint(first)


def test_where_nothing_can_be_kept_a_temporary_folder_does(model, cuts, monkeypatch, tmp_path):
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    encoder, decoder = split_voice(model)
    assert encoder.exists()
    assert decoder.exists()


def test_a_model_that_is_no_voice_is_refused(monkeypatch, tmp_path):
    import onnx

    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    value = onnx.helper.make_tensor_value_info("x", onnx.TensorProto.FLOAT, [1])
    out = onnx.helper.make_tensor_value_info("y", onnx.TensorProto.FLOAT, [1])
    node = onnx.helper.make_node("Neg", ["x"], ["y"])
    path = tmp_path / "other.onnx"
    onnx.save(onnx.helper.make_model(onnx.helper.make_graph([node], "g", [value], [out])), str(path))
    with pytest.raises(SplitError, match="single-speaker"):
        split_voice(path)

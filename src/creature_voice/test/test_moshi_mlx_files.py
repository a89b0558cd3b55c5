"""Finding what Moshi in MLX is made of."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from creature_voice.engine import EngineError
from creature_voice.engines.moshi_mlx.config import MoshiMlxConfig
from creature_voice.engines.moshi_mlx.files import find_files, repository


class Folder:
    """A repository that is a folder."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.asked = []

    def put(self, name, text=""):
        self.folder.mkdir(parents=True, exist_ok=True)
        (self.folder / name).write_text(text, encoding="utf-8")

    def fetch(self, file, beside=None):
        if beside is not None and (beside / file).is_file():
            return beside / file
        self.asked.append(file)
        if not (self.folder / file).is_file():
            raise EngineError(f"there is no {file}")
        return self.folder / file

    def fetch_if_there(self, file):
        self.asked.append(file)
        return self.folder / file if (self.folder / file).is_file() else None


@pytest.fixture
def hub(tmp_path):
    return Folder(tmp_path / "hub")


def _local(folder, **more):
    for name in ("model.safetensors", "mimi.safetensors", "tokenizer.model"):
        (folder / name).touch()
    paths = {"weights": "model.safetensors", "mimi": "mimi.safetensors", "tokenizer": "tokenizer.model"}
    return MoshiMlxConfig(**{name: str(folder / file) for name, file in paths.items()} | more)


@pytest.mark.parametrize(
    ("quantized", "repo", "weights"),
    [
        ("4", "kyutai/moshiko-mlx-q4", "model.q4.safetensors"),
        ("8", "kyutai/moshiko-mlx-q8", "model.q8.safetensors"),
        ("none", "kyutai/moshiko-mlx-bf16", "model.safetensors"),
    ],
)
def test_published_checkpoints_have_no_config(hub, quantized, repo, weights):
    for name in (weights, "tokenizer-e351c8d8-checkpoint125.safetensors", "tokenizer_spm_32k_3.model"):
        hub.put(name)
    config = MoshiMlxConfig(quantized=quantized)
    files = find_files(config, hub)
    assert repository(config) == repo
    assert files.weights == hub.folder / weights
    assert files.sizes is None and files.mimi_sizes is None


def test_a_config_names_the_files(hub):
    names = {"moshi_name": "a", "mimi_name": "b", "tokenizer_name": "c", "mimi_config_name": "d", "dim": 5}
    hub.put("config.json", json.dumps(names))
    for name in "abc":
        hub.put(name)
    hub.put("d", '{"channels": 1}')
    config = MoshiMlxConfig(hf_repo="me/mine")
    assert repository(config) == "me/mine"
    files = find_files(config, hub)
    assert [files.weights.name, files.mimi.name, files.tokenizer.name] == ["a", "b", "c"]
    assert files.sizes == names and files.mimi_sizes == {"channels": 1}


def test_with_all_paths_nothing_is_fetched(hub, tmp_path):
    files = find_files(_local(tmp_path), hub)
    assert files.weights == tmp_path / "model.safetensors"
    assert files.sizes is None and hub.asked == []


def test_a_config_beside_the_weights_is_taken(hub, tmp_path):
    (tmp_path / "config.json").write_text('{"dim": 7}', encoding="utf-8")
    assert find_files(_local(tmp_path), hub).sizes == {"dim": 7}


def test_a_config_that_is_named_goes_before(hub, tmp_path):
    (tmp_path / "config.json").write_text('{"dim": 7}', encoding="utf-8")
    (tmp_path / "other.json").write_text('{"dim": 8}', encoding="utf-8")
    config = _local(tmp_path, config=str(tmp_path / "other.json"))
    assert find_files(config, hub).sizes == {"dim": 8}


@pytest.mark.parametrize("parameter", ["weights", "mimi", "tokenizer", "config"])
def test_a_path_without_a_file(hub, tmp_path, parameter):
    config = _local(tmp_path, **{parameter: str(tmp_path / "nothing")})
    with pytest.raises(EngineError, match=rf"'moshi_mlx.{parameter}' is .*nothing: there is no such file"):
        find_files(config, hub)


def test_a_file_that_cannot_be_had(hub):
    hub.put("config.json", '{"moshi_name": "gone"}')
    with pytest.raises(EngineError, match="there is no gone"):
        find_files(MoshiMlxConfig(), hub)


@pytest.mark.parametrize("text", ["not json", "[1]"])
def test_a_config_that_is_none(hub, tmp_path, text):
    (tmp_path / "config.json").write_text(text, encoding="utf-8")
    with pytest.raises(EngineError, match=r"config\.json .*config"):
        find_files(_local(tmp_path), hub)


def test_what_lies_beside_the_weights_needs_no_path(hub, tmp_path):
    (tmp_path / "config.json").write_text('{"mimi_name": "m", "mimi_config_name": "m.json"}', encoding="utf-8")
    (tmp_path / "m").touch()
    (tmp_path / "m.json").write_text('{"channels": 1}', encoding="utf-8")
    files = find_files(replace(_local(tmp_path), mimi=""), hub)
    assert (files.mimi, files.mimi_sizes) == (tmp_path / "m", {"channels": 1})
    assert hub.asked == []

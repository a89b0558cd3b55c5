"""Finding what Moshi in MLX is made of."""

import json
from pathlib import Path

import pytest

from creature_voice.engine import EngineError
from creature_voice.engines.moshi_mlx.config import MoshiMlxConfig
from creature_voice.engines.moshi_mlx.files import fetch_from_hub, find_files


class Hub:
    """A fetch() over a folder: repository and name are folder and file."""

    def __init__(self, folder: Path, reachable=True):
        self.folder = folder
        self.reachable = reachable
        self.asked = []

    def put(self, repo, name, text=""):
        path = self.folder / repo / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def __call__(self, repo, name):
        self.asked.append((repo, name))
        if not self.reachable:
            raise OSError("no route to host\nmore of that")
        path = self.folder / repo / name
        if not path.is_file():
            raise FileNotFoundError(f"{name} is not there")
        return path


@pytest.fixture
def hub(tmp_path):
    return Hub(tmp_path / "hub")


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
        hub.put(repo, name)
    files = find_files(MoshiMlxConfig(quantized=quantized), hub)
    assert files.weights == hub.folder / repo / weights
    assert files.sizes is None and files.mimi_sizes is None


def test_a_config_names_the_files(hub):
    names = {"moshi_name": "a", "mimi_name": "b", "tokenizer_name": "c", "mimi_config_name": "d", "dim": 5}
    hub.put("me/mine", "config.json", json.dumps(names))
    for name in "abc":
        hub.put("me/mine", name)
    hub.put("me/mine", "d", '{"channels": 1}')
    files = find_files(MoshiMlxConfig(hf_repo="me/mine"), hub)
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
    with pytest.raises(EngineError, match=rf"'moshi_mlx.{parameter}': there is no file .*nothing"):
        find_files(config, hub)


def test_a_network_that_is_down(hub):
    hub.reachable = False
    with pytest.raises(EngineError, match=r"kyutai/moshiko-mlx-q4 .*: no route to host; check the network"):
        find_files(MoshiMlxConfig(), hub)


def test_a_file_that_the_repository_lacks(hub):
    hub.put("me/mine", "config.json", '{"moshi_name": "gone"}')
    with pytest.raises(EngineError, match=r"gone of me/mine .*'moshi_mlx.weights'"):
        find_files(MoshiMlxConfig(hf_repo="me/mine"), hub)


@pytest.mark.parametrize("text", ["not json", "[1]"])
def test_a_config_that_is_none(hub, tmp_path, text):
    (tmp_path / "config.json").write_text(text, encoding="utf-8")
    with pytest.raises(EngineError, match=r"config\.json .*config"):
        find_files(_local(tmp_path), hub)


def test_a_codec_config_beside_no_repository_must_be_a_path(hub, tmp_path):
    (tmp_path / "config.json").write_text('{"mimi_config_name": "m.json"}', encoding="utf-8")
    with pytest.raises(EngineError, match=r"file:///path/of/m\.json"):
        find_files(_local(tmp_path), hub)


@pytest.fixture
def cache(tmp_path, monkeypatch):
    """The cache of Hugging Face in a folder of its own, and no network."""
    constants = pytest.importorskip("huggingface_hub", reason="it comes with moshi").constants
    monkeypatch.setattr(constants, "HF_HUB_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(constants, "HF_HUB_OFFLINE", True)
    return tmp_path / "cache"


def test_a_file_in_the_cache_needs_no_network(cache):
    base = cache / "models--me--mine"
    (base / "snapshots" / ("0" * 40)).mkdir(parents=True)
    (base / "refs").mkdir()
    (base / "refs" / "main").write_text("0" * 40, encoding="utf-8")
    (base / "snapshots" / ("0" * 40) / "model.safetensors").write_text("weights", encoding="utf-8")
    told = []
    assert fetch_from_hub("me/mine", "model.safetensors", told.append).read_text(encoding="utf-8") == "weights"
    assert told == []


def test_a_file_that_is_neither_here_nor_to_be_had(cache):
    told = []
    with pytest.raises(FileNotFoundError):
        fetch_from_hub("me/mine", "model.safetensors", told.append)
    assert told == ["fetching model.safetensors of me/mine from Hugging Face"]


def test_a_repository_that_cannot_be(cache):
    with pytest.raises(OSError, match="no/such/name"):
        fetch_from_hub("no/such/name", "model.safetensors", str)

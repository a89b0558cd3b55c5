"""The files of a Moshi: on disk, in Hugging Face's cache, or missing, and what is said of it."""

import json
import shutil

import pytest

from creature_voice.engine import EngineError
from creature_voice.engines.moshi import checkpoint, make_engine
from creature_voice.engines.moshi.checkpoint import check_packages, find_files
from creature_voice.engines.moshi.config import MoshiConfig
from creature_voice.frame import silence

pytestmark = pytest.mark.moshi


@pytest.fixture
def cache(tiny_moshi, tmp_path, monkeypatch):
    """Hugging Face's cache with the checkpoint in it, and no network."""
    hub = pytest.importorskip("huggingface_hub")
    from tiny_moshi import lay_out_cache

    lay_out_cache(tiny_moshi, tmp_path)
    for module in (hub.constants, hub.file_download):
        monkeypatch.setattr(module, "HF_HUB_CACHE", str(tmp_path / "hub"), raising=False)
    monkeypatch.setattr(hub.constants, "HF_HUB_OFFLINE", True)
    return tmp_path


def find(**parameters):
    said: list[str] = []
    return find_files(MoshiConfig(**parameters), said.append), said


def test_paths(tiny_moshi):
    names = {"weights": "model.safetensors", "mimi": "mimi.safetensors", "tokenizer": "tokenizer.model"}
    paths = {part: str(tiny_moshi / name) for part, name in names.items()}
    files, said = find(config=str(tiny_moshi / "config.json"), **paths)
    assert (files.weights, files.mimi, files.tokenizer) == tuple(tiny_moshi / name for name in names.values())
    assert files.lora is None
    assert said == []
    assert files.size_gb == pytest.approx(0.0081, rel=0.05)


def test_what_lies_beside_its_config_needs_no_path(tiny_moshi):
    files, _ = find(config=str(tiny_moshi / "config.json"))
    assert files.weights == tiny_moshi / "model.safetensors"
    assert files.mimi_config == tiny_moshi / "mimi_config.json"


def test_a_persona(tiny_moshi):
    config, lora = str(tiny_moshi / "lora_config.json"), str(tiny_moshi / "lora.safetensors")
    files, _ = find(config=config, lora_weights=lora)
    assert files.lora == tiny_moshi / "lora.safetensors"


@pytest.mark.usefixtures("cache")
def test_the_cache_of_hugging_face():
    from tiny_moshi import REPO

    files, said = find(hf_repo=REPO)
    assert files.weights.is_file() and files.mimi_config is not None and files.mimi_config.is_file()
    assert said == []


@pytest.mark.usefixtures("cache")
def test_the_whole_engine_out_of_the_cache():
    from tiny_moshi import REPO

    engine = make_engine(MoshiConfig(hf_repo=REPO, device="cpu", dtype="float32"), lambda what: None)
    steps = [engine.step(silence()) for _ in range(3)]
    assert [bool(step.spoken.any()) for step in steps] == [False, True, True]
    engine.close()


@pytest.mark.usefixtures("cache")
def test_a_repository_that_cannot_be_reached():
    with pytest.raises(EngineError, match=r"model\.safetensors of nobody/nothing is neither in .*moshi\.weights"):
        find(hf_repo="nobody/nothing")


def test_a_file_that_is_not_in_the_cache(cache):
    from tiny_moshi import REPO

    next(cache.rglob("mimi.safetensors")).unlink()
    said: list[str] = []
    with pytest.raises(EngineError, match=r"mimi\.safetensors of creature/tiny-moshi is neither"):
        find_files(MoshiConfig(hf_repo=REPO), said.append)
    assert len(said) == 1
    assert said[0].startswith("fetching mimi.safetensors of creature/tiny-moshi from Hugging Face into ")


@pytest.mark.parametrize("name", ["weights", "mimi", "tokenizer", "config", "lora_weights"])
def test_a_path_that_does_not_exist_is_named(name):
    with pytest.raises(EngineError, match=rf"parameter 'moshi\.{name}' is /no/such: there is no such file"):
        find(**{name: "/no/such"})


def changed(tiny_moshi, tmp_path, **values):
    folder = tmp_path / "changed"
    shutil.copytree(tiny_moshi, folder)
    config = json.loads((folder / "config.json").read_text())
    (folder / "config.json").write_text(json.dumps({**config, **values}))
    return str(folder / "config.json")


def test_a_persona_needs_its_config(tiny_moshi):
    with pytest.raises(EngineError, match="does not say 'lora: true'"):
        find(config=str(tiny_moshi / "config.json"), lora_weights=str(tiny_moshi / "lora.safetensors"))
    with pytest.raises(EngineError, match=r"set parameter 'moshi\.lora_weights'"):
        find(config=str(tiny_moshi / "lora_config.json"))


def test_a_model_that_does_not_talk(tiny_moshi, tmp_path):
    with pytest.raises(EngineError, match="type 'stt'"):
        find(config=changed(tiny_moshi, tmp_path, model_type="stt"))


def test_a_persona_that_its_config_names(tiny_moshi, tmp_path):
    config = changed(tiny_moshi, tmp_path, lora=True, lora_rank=4, lora_name="lora.safetensors")
    files, _ = find(config=config)
    assert files.lora is not None and files.lora.name == "lora.safetensors"


def test_a_missing_package_says_what_installs_it(monkeypatch):
    monkeypatch.setattr(checkpoint, "_PACKAGES", ("json", "no_such_torch"))
    with pytest.raises(EngineError, match=r"\(no_such_torch\): ./creature up voice:=moshi installs .* pip install"):
        make_engine(MoshiConfig(), print)


def test_nothing_is_missing_here():
    pytest.importorskip("moshi")
    check_packages()

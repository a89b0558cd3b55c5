"""Where a checkpoint's files are found, and what is said of those that are not."""

import pytest

from creature_voice.engine import EngineError
from creature_voice.engines.moshi.hub import Hub, given_file, read_config

WEIGHTS = "model.safetensors"


def hub_of(repo="me/mine", said=None, group="moshi"):
    return Hub(repo, group, (said if said is not None else []).append)


@pytest.fixture
def cache(tmp_path, monkeypatch):
    """Hugging Face's cache with the weights of me/mine in it, and no network."""
    constants = pytest.importorskip("huggingface_hub.constants", reason="it comes with moshi")
    monkeypatch.setattr(constants, "HF_HUB_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(constants, "HF_HUB_OFFLINE", True)
    base = tmp_path / "cache" / "models--me--mine"
    snapshot = base / "snapshots" / ("0" * 40)
    snapshot.mkdir(parents=True)
    (snapshot / WEIGHTS).write_text("weights", encoding="utf-8")
    (base / "refs").mkdir()
    (base / "refs" / "main").write_text("0" * 40, encoding="utf-8")
    return base


def test_a_path_that_is_given(tmp_path):
    path = tmp_path / "a"
    path.touch()
    assert given_file("moshi", "mimi", str(path)) == path
    assert given_file("moshi", "mimi", "") is None
    with pytest.raises(EngineError, match=r"parameter 'moshi_mlx\.mimi' is /no/such: there is no such file"):
        given_file("moshi_mlx", "mimi", "/no/such")


@pytest.mark.parametrize("text", ["{", "[]", "\x00"])
def test_a_config_that_is_none(text, tmp_path):
    path = tmp_path / "config.json"
    path.write_text(text)
    with pytest.raises(EngineError, match=r"config\.json is no config\.json of a Moshi"):
        read_config(path)


def test_a_file_in_the_cache_needs_no_network(cache):
    said: list[str] = []
    assert hub_of(said=said).fetch(WEIGHTS).read_text(encoding="utf-8") == "weights"
    assert said == []


def test_a_file_of_another_repository(cache):
    assert hub_of("you/yours").fetch(f"hf://me/mine/{WEIGHTS}").name == WEIGHTS
    with pytest.raises(EngineError, match=r"sub/a\.bin of you/yours is neither"):
        hub_of().fetch("hf://you/yours/sub/a.bin")


def test_a_file_on_this_machine(tmp_path):
    (tmp_path / "a").touch()
    assert hub_of().fetch(f"file://{tmp_path}/a") == tmp_path / "a"
    assert hub_of().fetch("a", beside=tmp_path) == tmp_path / "a"
    with pytest.raises(EngineError, match=r"names .*/b, which is not there: .*moshi\.weights"):
        hub_of().fetch(f"file://{tmp_path}/b")


def test_a_file_that_is_neither_here_nor_to_be_had(cache):
    said: list[str] = []
    with pytest.raises(EngineError, match=r"mimi of me/mine is neither in .*copy the files .*moshi_mlx\.mimi"):
        hub_of(said=said, group="moshi_mlx").fetch("mimi")
    assert len(said) == 1
    assert said[0].startswith("fetching mimi of me/mine from Hugging Face into ")


def test_without_network_a_repository_without_a_config_starts_again(cache):
    said: list[str] = []
    assert hub_of(said=said).fetch_if_there("config.json") is None
    assert len(said) == 1
    known = cache / ".no_exist" / ("0" * 40)
    known.mkdir(parents=True)
    (known / "config.json").touch()
    assert hub_of(said=said).fetch_if_there("config.json") is None
    assert len(said) == 1
    assert hub_of().fetch_if_there(WEIGHTS) is not None


@pytest.mark.usefixtures("cache")
def test_a_name_that_cannot_be():
    for fetch in (hub_of("a b/c/d").fetch, hub_of("a b/c/d").fetch_if_there):
        with pytest.raises(EngineError, match=r"'moshi\.hf_repo' is 'a b/c/d'"):
            fetch(WEIGHTS)


def errors_of_the_hub():
    httpx = pytest.importorskip("httpx")
    errors = pytest.importorskip("huggingface_hub.errors")

    def make(kind, status):
        answer = httpx.Response(status, request=httpx.Request("GET", "https://example.invalid"))
        return kind("no", response=answer)

    return {
        "agree at https://huggingface.co/a/b": make(errors.GatedRepoError, 403),
        "no repository a/b": make(errors.RepositoryNotFoundError, 404),
        "has no file model": make(errors.RemoteEntryNotFoundError, 404),
        "neither in .* No space left": OSError(28, "No space left on device"),
        "neither in .* name resolution": httpx.ConnectError("name resolution"),
    }


@pytest.mark.parametrize("number", range(5))
def test_what_the_hub_refuses_is_explained(number, monkeypatch):
    words, error = list(errors_of_the_hub().items())[number]
    hub = pytest.importorskip("huggingface_hub")

    def refuse(*arguments, **options):
        raise error

    monkeypatch.setattr(hub, "hf_hub_download", refuse)
    monkeypatch.setattr(hub, "try_to_load_from_cache", lambda *arguments: None)
    monkeypatch.setattr(hub, "get_hf_file_metadata", refuse)
    with pytest.raises(EngineError, match=words):
        hub_of("a/b").fetch(WEIGHTS)

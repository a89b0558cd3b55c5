"""A brain from its parameters, and what is refused."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from creature_node.config import ConfigError, check, limits_of
from creature_voice.brains import BrainConfig, make_brain
from creature_voice.brains.openai import OpenAIBrain
from creature_voice.brains.rules import RulesBrain


def test_rules_by_default() -> None:
    brain = make_brain(BrainConfig())
    assert isinstance(brain, RulesBrain)
    assert brain.warning() == ""


def test_an_endpoint_by_url() -> None:
    brain = make_brain(BrainConfig(url="http://127.0.0.1:1/v1"))
    assert isinstance(brain, OpenAIBrain)
    brain.close()


def test_every_default_is_allowed() -> None:
    for name, (default, limits) in limits_of(BrainConfig).items():
        assert check(name, default, default, limits) == default


@pytest.mark.parametrize(
    ("config", "message"),
    [
        (BrainConfig(world_file="/no/such/file.yaml"), "world_file"),
        (BrainConfig(url="localhost:11434"), "url"),
        (BrainConfig(url="http://127.0.0.1:1", api_key_env="NO_SUCH_VARIABLE_HERE"), "NO_SUCH_VARIABLE_HERE"),
    ],
)
def test_refused(config: BrainConfig, message: str) -> None:
    with pytest.raises(ConfigError, match=message):
        make_brain(config)


def test_the_key_is_read_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CREATURE_TEST_KEY", "secret")
    brain = make_brain(BrainConfig(url="http://127.0.0.1:1", api_key_env="CREATURE_TEST_KEY"))
    assert "secret" not in brain.warning()
    brain.close()


def test_reads_the_world(tmp_path: Path) -> None:
    (tmp_path / "w.yaml").write_text("objects: [{name: red cup, place: table}]")
    brain = make_brain(BrainConfig(world_file=str(tmp_path / "w.yaml")))
    assert "on the table" in " ".join(brain.reply("Where is the red cup?").sentences)


def test_without_an_http_client_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "creature_voice.brains.openai", raising=False)
    monkeypatch.delitem(sys.modules, "creature_voice.brains.endpoint", raising=False)
    monkeypatch.setitem(sys.modules, "httpx", None)
    with pytest.raises(ConfigError, match="pip install httpx"):
        make_brain(BrainConfig(url="http://127.0.0.1:1/v1"))

"""The front door's extras: what is asked, what is installed, and when neither is done. Nothing is fetched here."""

from __future__ import annotations

import re

import pytest

from frontdoor import extras
from frontdoor.console import FrontDoorError
from frontdoor.places import REQUIREMENTS

MOSHI, MLX, SERVER = extras.EXTRAS


@pytest.fixture
def installed(monkeypatch):
    """Package -> version in the environment; empty at first."""
    found: dict[str, str] = {}
    monkeypatch.setattr(extras, "_version", lambda name, places: found.get(name))
    return found


@pytest.fixture
def ran(monkeypatch):
    """The commands that would have been run."""
    commands: list[list[str]] = []
    monkeypatch.setattr(extras, "run_logged", lambda command, log, environment, cwd: commands.append(command))
    return commands


@pytest.fixture
def answers(monkeypatch):
    """Someone at a terminal, and what he will answer."""
    given: list[str] = []
    monkeypatch.setattr(extras.sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", lambda question: given.pop(0))
    return given


class TestFiles:
    @pytest.mark.parametrize("extra", extras.EXTRAS, ids=lambda extra: extra.voice)
    def test_every_line_is_a_pin_and_by_hand_the_same_is_installed(self, extra):
        for line in extra.requirements():
            assert extras._PIN.fullmatch(line), line
        by_hand = re.findall(r"--no-deps (.*)", (REQUIREMENTS / extra.file).read_text())
        assert by_hand == ([" ".join(extra.alone)] if extra.alone else [])

    def test_voices_that_share_a_package_share_its_version(self):
        found: dict[str, set[str]] = {}
        for extra in extras.EXTRAS:
            for name, version in extra.pins():
                found.setdefault(name, set()).add(version)
        assert {name: versions for name, versions in found.items() if len(versions) > 1} == {}

    @pytest.mark.parametrize("platform", ["linux", "darwin"])
    def test_what_is_for_another_system_is_left_out(self, platform, monkeypatch):
        monkeypatch.setattr(extras.sys, "platform", platform)
        assert [name for name, _ in MLX.pins()].count("mlx") == 1


class TestAgreed:
    def test_a_voice_without_an_extra_needs_none(self, installed):
        assert extras.agreed("local", yes=False) == []
        assert extras.agreed("", yes=False) == []

    def test_what_is_there_is_not_asked_for_even_where_it_was_built_otherwise(self, installed):
        installed.update(dict(MOSHI.pins()))
        assert extras.agreed("moshi", yes=False) == []

    def test_without_a_terminal_the_option_is_named(self, installed, monkeypatch, capsys):
        monkeypatch.setattr(extras.sys.stdin, "isatty", lambda: False, raising=False)
        with pytest.raises(FrontDoorError, match=r"\./creature up voice:=moshi --yes"):
            extras.agreed("moshi", yes=False)
        said = capsys.readouterr().out
        assert "7 GB on disk" in said
        assert "15 GB of weights" in said

    @pytest.mark.parametrize("answer", ["n", "", "what?"])
    def test_only_a_yes_is_a_yes(self, installed, answers, answer):
        answers.append(answer)
        with pytest.raises(FrontDoorError, match="nothing was installed"):
            extras.agreed("moshi_server", yes=False)

    def test_a_yes_agrees_and_the_option_does_not_ask(self, installed, answers):
        answers.append("y")
        assert extras.agreed("moshi_mlx", yes=False) == [MLX]
        assert extras.agreed("moshi_mlx", yes=True) == [MLX]

    def test_only_what_is_lacking_is_weighed(self, installed, capsys):
        installed.update(dict(MOSHI.pins()), einops="0.0.1")
        extras.agreed("moshi", yes=True)
        said = capsys.readouterr().out
        assert "needs, in .venv: einops\n" in said
        assert "PyTorch" not in said.partition("to fetch:")[2].partition("\n")[0]

    def test_the_tests_take_all_without_asking(self, installed, answers):
        installed.update(dict(SERVER.pins()))
        assert extras.for_tests() == [MOSHI, MLX]


class TestInstall:
    def test_by_pip_with_our_own_versions_held_and_the_voice_alone_at_the_end(self, installed, ran):
        extras.install([MOSHI])
        first, last = ran
        assert first[1:4] == ["-m", "pip", "install"]
        assert first[-2:] == ["-r", str(REQUIREMENTS / "moshi.txt")]
        held = [first[index + 1] for index, word in enumerate(first) if word == "-c"]
        assert str(REQUIREMENTS / "runtime.txt") in held
        assert str(REQUIREMENTS / "build.txt") in held
        assert last[-2:] == ["--no-deps", "moshi==0.2.13"]

    def test_what_has_come_meanwhile_is_not_installed_again(self, installed, ran):
        installed.update(dict(SERVER.pins()))
        extras.install([SERVER])
        assert ran == []

    def test_a_failure_goes_on_to_the_user(self, installed, monkeypatch):
        def fail(*arguments):
            raise FrontDoorError("no network")

        monkeypatch.setattr(extras, "run_logged", fail)
        with pytest.raises(FrontDoorError, match="no network"):
            extras.install([SERVER])


class TestVersion:
    def test_how_a_package_was_built_does_not_matter(self, tmp_path):
        info = tmp_path / "torch-2.13.0+cpu.dist-info"
        info.mkdir()
        (info / "METADATA").write_text("Metadata-Version: 2.1\nName: torch\nVersion: 2.13.0+cpu\n")
        assert extras._version("torch", [str(tmp_path)]) == "2.13.0"
        assert extras._version("torch", []) is None

    def test_without_an_environment_everything_is_lacking(self, tmp_path, monkeypatch):
        monkeypatch.setattr(extras.environment, "PYTHON", tmp_path / "no" / "python")
        assert extras.lacking(SERVER) == ["sphn"]

"""Voices by name."""

import pytest

from creature_voice import brains
from creature_voice.engine import EngineError
from creature_voice.engines import NAMES, EngineSettings, local, make_engine
from creature_voice.engines.echo import EchoEngine


def test_an_unknown_voice_names_those_there_are():
    with pytest.raises(EngineError, match=r"no voice 'parrot'; there are: local, "):
        make_engine("parrot", EngineSettings(), print)


def test_echo():
    assert isinstance(make_engine("echo", EngineSettings(), print), EchoEngine)
    assert "local" in NAMES


def test_a_local_voice_that_cannot_be_made_closes_its_brain(monkeypatch):
    class Brain:
        closed = 0

        def close(self):
            self.closed += 1

    def fail(*arguments):
        raise EngineError("no models")

    brain = Brain()
    monkeypatch.setattr(brains, "make_brain", lambda config: brain)
    monkeypatch.setattr(local, "make_engine", fail)
    with pytest.raises(EngineError, match="no models"):
        make_engine("local", EngineSettings(), print)
    assert brain.closed == 1

"""Voices by name."""

import pytest

from creature_voice.engine import EngineError
from creature_voice.engines import NAMES, EngineSettings, make_engine
from creature_voice.engines.echo import EchoEngine


def test_an_unknown_voice_names_those_there_are():
    with pytest.raises(EngineError, match=r"no voice 'parrot'; there are: local, echo"):
        make_engine("parrot", EngineSettings(), print)


def test_echo():
    assert isinstance(make_engine("echo", EngineSettings(), print), EchoEngine)
    assert "local" in NAMES

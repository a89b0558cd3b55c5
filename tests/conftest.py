"""Fixtures of the system's tests."""

from __future__ import annotations

import importlib.util
import os
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
TESTS = Path(__file__).resolve().parent

for folder in (ROOT, TESTS):
    if str(folder) not in sys.path:
        sys.path.insert(0, str(folder))

TIMEOUT_FACTOR = float(os.environ.get("CREATURE_TEST_TIMEOUT_FACTOR", "1"))


@pytest.fixture(scope="session")
def speech(tmp_path_factory):
    """Makes recordings: speech("Hello.", voice="piper") -> path of a wav."""
    from speech import Speech

    return Speech(tmp_path_factory.mktemp("speech"))


@pytest.fixture
def creature():
    """Starts `./creature up` in a ROS domain of its own and ends it: creature("face_port:=0") -> Creature."""
    from running import Creature

    started = []

    def start(*words: str, **options) -> Creature:
        started.append(Creature(*words, **options))
        return started[-1]

    yield start
    for one in started:
        one.stop()


@pytest.fixture(scope="session", autouse=True)
def moshi_life(request, tmp_path_factory):
    """A creature on a Moshi, begun before the first of the system's tests if test_moshi_life.py is among them."""
    if not any(item.path.name == "test_moshi_life.py" for item in request.session.items):
        yield None
        return
    from moshi_life import MoshiLife

    life = MoshiLife(tmp_path_factory.mktemp("moshi"))
    yield life
    life.creature.stop()


if importlib.util.find_spec("rclpy") is None:
    pytest.exit("These tests run in the creature's environment: ./creature test", returncode=2)

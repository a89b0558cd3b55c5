"""Lets the tests import what stands beside them: brain_chat, fake_endpoint, node_rig, tiny_moshi."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

_HERE = str(Path(__file__).resolve().parent)
if _HERE not in sys.path:
    sys.path.insert(0, _HERE)


@pytest.fixture(scope="session")
def tiny_moshi(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a tiny Moshi checkpoint; see tiny_moshi.py."""
    pytest.importorskip("moshi", reason="the moshi packages are not installed: ./creature up voice:=moshi does")
    from tiny_moshi import make

    return make(tmp_path_factory.mktemp("tiny_moshi"))


@pytest.fixture
def start() -> Iterator[object]:
    """Starts voice nodes on demand; see node_rig."""
    from node_rig import running_rigs

    with running_rigs() as make:
        yield make

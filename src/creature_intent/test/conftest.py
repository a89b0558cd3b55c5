"""The graph of nodes that tests of the node share."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))


@pytest.fixture
def graph():
    """Starts nodes on demand; see node_graph."""
    from node_graph import running_graph

    with running_graph() as start:
        yield start

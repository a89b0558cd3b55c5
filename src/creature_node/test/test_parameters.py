"""Parameters declared on a real node."""

from dataclasses import dataclass

import pytest
import rclpy
from rclpy.context import Context
from rclpy.node import Node
from rclpy.parameter import Parameter

from creature_node.config import ConfigError, param
from creature_node.parameters import declare_config, declare_configs

pytestmark = pytest.mark.ros


@dataclass(frozen=True)
class Example:
    """A configuration with a range."""

    gain: float = param(1.0, "Loudness.", unit="dB", low=-6.0, high=6.0)


@pytest.fixture
def make_node():
    context = Context()
    rclpy.init(context=context, domain_id=87)
    nodes = []

    def make(**overrides):
        parameters = [Parameter(name, value=value) for name, value in overrides.items()]
        nodes.append(Node("example", context=context, parameter_overrides=parameters))
        return nodes[-1]

    yield make
    for node in nodes:
        node.destroy_node()
    rclpy.shutdown(context=context)


def test_default_and_override(make_node):
    assert declare_config(make_node(), Example).gain == 1.0
    assert declare_config(make_node(gain=2.5), Example).gain == 2.5
    assert declare_config(make_node(gain=2), Example).gain == 2.0


def test_the_range_can_be_read_from_outside(make_node):
    node = make_node()
    declare_config(node, Example)
    described = node.describe_parameter("gain")
    assert described.floating_point_range[0].to_value == 6.0 and described.description == "Loudness."


def test_out_of_range_is_refused_by_name(make_node):
    with pytest.raises(ConfigError, match=r"'gain' is 7.0; it must be within -6.0 to 6.0 dB"):
        declare_config(make_node(gain=7.0), Example)


def test_an_unknown_parameter_is_refused_with_a_suggestion(make_node):
    with pytest.raises(ConfigError, match="no parameter 'gian'; did you mean 'gain'"):
        declare_config(make_node(gian=1.0), Example)


def test_groups_are_declared_under_their_prefix(make_node):
    node = make_node(**{"loud.gain": 3.0})
    configs = declare_configs(node, {"": Example, "loud": Example})
    assert (configs[""].gain, configs["loud"].gain) == (1.0, 3.0)
    assert node.get_parameter("loud.gain").value == 3.0

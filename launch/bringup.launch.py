"""Starts the whole creature: ros2 launch creature bringup.launch.py [name:=value ...].

The nodes and the arguments are those of creature_nodes.py, beside this file.
"""

import importlib.util
import os
import sys
from pathlib import Path

from launch.actions import DeclareLaunchArgument, OpaqueFunction, Shutdown
from launch.substitutions import LaunchConfiguration
from launch_ros.actions import Node

from launch import LaunchContext, LaunchDescription

SHARE = Path(__file__).resolve().parent.parent


def _load_table():
    spec = importlib.util.spec_from_file_location("creature_nodes", Path(__file__).with_name("creature_nodes.py"))
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up by name
    spec.loader.exec_module(module)
    return module


TABLE = _load_table()


def _nodes(context: LaunchContext) -> list[Node]:
    arguments = {a.name: LaunchConfiguration(a.name).perform(context) for a in TABLE.ARGUMENTS}
    arguments = {name: value for name, value in arguments.items() if value}
    TABLE.check_arguments(arguments)
    return [
        Node(
            package=spec.package,
            executable=spec.executable,
            name=spec.name,
            namespace=TABLE.NAMESPACE,
            ros_arguments=TABLE.ros_arguments(spec, SHARE, arguments),
            additional_env={name: value for name, value in TABLE.ENVIRONMENT.items() if name not in os.environ},
            output="screen",
            on_exit=Shutdown(reason=f"{spec.name} ended") if spec.required else None,
        )
        for spec in TABLE.nodes_to_start(arguments)
    ]


def generate_launch_description() -> LaunchDescription:
    """Declare every argument of the table, then start every node of it."""
    declared = [DeclareLaunchArgument(a.name, default_value="", description=a.description) for a in TABLE.ARGUMENTS]
    return LaunchDescription([*declared, OpaqueFunction(function=_nodes)])

"""The names of emotions: each that the creature may feel has a pose on the page."""

from __future__ import annotations

import re
from pathlib import Path

import yaml

from creature_face.bridge import PACKAGED_PAGE

MAP = Path(__file__).parents[3] / "config" / "affect.yaml"
# hri_msgs/Expression.
EXPRESSIONS = {
    *("neutral", "angry", "sad", "happy", "surprised", "disgusted", "scared", "pleading", "vulnerable", "despaired"),
    *("guilty", "disappointed", "embarrassed", "horrified", "skeptical", "annoyed", "furious", "suspicious"),
    *("rejected", "bored", "tired", "asleep", "confused", "amazed", "excited"),
}


def table(name: str) -> set[str]:
    """The keys of one of the tables of poses.js."""
    text = (PACKAGED_PAGE / "poses.js").read_text(encoding="utf-8")
    found = re.search(rf"const {name} = (?:Object\.freeze\()?\{{\n(.*?)\n\}}", text, re.S)
    assert found is not None
    outer = re.sub(r"\{[^{}]*\}", "{}", found[1])
    return set(re.findall(r"(\w+):", outer))


def felt() -> set[str]:
    """Every emotion that the affect map names."""
    affect = yaml.safe_load(MAP.read_text(encoding="utf-8"))
    looks = [*affect["states"].values(), *affect["transitions"]]
    looks += [stage for state in affect["states"].values() for stage in state.get("later", [])]
    return {look["emotion"] for look in looks if "emotion" in look}


def test_every_emotion_of_the_affect_map_has_a_pose_and_a_light_of_its_own():
    assert {"neutral", "disappointed", "asleep"} <= felt()
    assert felt() <= table("EMOTIONS")
    assert table("GLOW") == table("EMOTIONS")


def test_every_expression_of_ros4hri_is_shown_by_its_own_pose_or_the_nearest():
    assert table("EMOTIONS") | table("NEAREST") == EXPRESSIONS
    assert not table("EMOTIONS") & table("NEAREST")

"""The affect map's file: read, and refused with words that help."""

import pytest

from creature_affect.affect_map import EVENTS
from creature_affect.map_file import load_map
from creature_node.config import ConfigError

IDLE = "states:\n  idle: {emotion: neutral, valence: 0, arousal: 0, intensity: 0.2, cause: calm, priority: 0}\n"
GLAD = "  glad: {emotion: happy, valence: 1, arousal: 1, intensity: 1, cause: glad, priority: 1, hold_s: 1}\n"
NONE = "transitions: []\n"


@pytest.fixture
def write(tmp_path):
    def write(text):
        path = tmp_path / "affect.yaml"
        path.write_text(text)
        return str(path)

    return write


def test_the_shipped_map_has_every_state(affect_map):
    momentary = {"task_succeeded", "task_failed", "interrupted"}
    lasting = {"idle", "listening", "thinking", "speaking", "working", "ignored"}
    assert set(affect_map.states) == momentary | lasting
    assert {name for name, state in affect_map.states.items() if state.hold_s} == momentary
    felt = {way.on for way in affect_map.transitions}
    assert set(EVENTS) - felt == {"asked", "promised", "called_off"}


def test_a_transition_inherits_the_states_feeling(write):
    way = load_map(write(IDLE + GLAD + "transitions:\n  - {on: task_ok, to: glad, emotion: amazed}\n")).transitions[0]
    assert (way.look.emotion, way.look.valence, way.look.cause) == ("amazed", 1.0, "glad")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (NONE, "affect.yaml:1: states is missing"),
        (IDLE, "transitions is missing"),
        (IDLE + GLAD + NONE, "states.glad is a state that no transition leads to"),
        ("states: {}\n" + NONE, "states.idle is missing: it is the state that everything decays to"),
        (IDLE.replace("valence: 0", "valence: 2") + NONE, "affect.yaml:2: states.idle.valence is '2'.*within -1 to 1"),
        (IDLE.replace("intensity: 0.2", "intensity: -1") + NONE, "states.idle.intensity is '-1'.*within 0 to 1"),
        (IDLE.replace("arousal: 0", "arousal: high") + NONE, "states.idle.arousal is 'high'; it must be a number"),
        (
            IDLE.replace("neutral", "hangry") + NONE,
            "states.idle.emotion is 'hangry'; it must be one of: neutral",
        ),
        (IDLE.replace("cause: calm, ", "") + NONE, "states.idle.cause is missing"),
        (IDLE.replace("cause: calm", 'cause: "{why}"') + NONE, "holds {why}; it may hold: message, task"),
        (IDLE.replace("cause: calm", 'cause: "{"') + NONE, "cause is not a template"),
        (IDLE.replace("priority", "prority") + NONE, "states.idle.prority is not known here; known are: .*priority"),
        (IDLE.replace("priority: 0", "priority: 0, hold_s: 1") + NONE, "states.idle.hold_s must be 0"),
        (IDLE + "transitions:\n  - {on: sneezed, to: idle}\n", r"affect.yaml:4: transitions\[0\].on is 'sneezed'"),
        (IDLE + "transitions:\n  - {on: quiet, to: heaven}\n", r"transitions\[0\].to is 'heaven'.*one of: idle"),
        (IDLE + "transitions:\n  - {on: task_ok, to: idle}\n", "needs a hold_s above 0 to follow the event 'task_ok'"),
        (IDLE + GLAD + "transitions:\n  - {on: quiet, to: glad}\n", "hold_s must be 0 to follow the condition 'quiet'"),
        (IDLE + GLAD + "transitions:\n  - {on: task_ok, to: glad, after_s: 1}\n", "after_s is for conditions"),
        (IDLE + "transitions:\n  - {on: quiet, to: idle, from: [hell]}\n", "from names 'hell', which is none of"),
    ],
)
def test_what_is_wrong_is_named(write, text, told):
    with pytest.raises(ConfigError, match=told):
        load_map(write(text))

"""The affect map from its YAML file (config/affect.yaml says what may be in it)."""

from __future__ import annotations

import string

from creature_affect.affect_map import CONDITIONS, EMOTIONS, EVENTS, IDLE, AffectMap, Look, Stage, State, Transition
from creature_affect.words import FIELDS
from creature_node.settings_file import Section, read_settings

_LOOK = ("emotion", "valence", "arousal", "intensity", "cause")
_TIMES = ("dwell_s", "linger_s", "rest_s", "hold_s", "afterglow_s", "calm_s")
MOST_S = 86400.0


def load_map(path: str) -> AffectMap:
    """Read and check the file.

    Raises:
        ConfigError: naming file, line, key, and what is allowed.
    """
    root = read_settings(path)
    root.allow("glide_s", "shown_above", "states", "transitions")
    states = _states(root)
    transitions = tuple(_transition(section, states) for section in root.sections("transitions"))
    reached = {IDLE, *(transition.to for transition in transitions)}
    for name in states:
        if name not in reached:
            raise root.section("states").error(name, "is a state that no transition leads to")
    return AffectMap(states, transitions, root.number("shown_above", 0.0, 1.0, 0.35))


def _states(root: Section) -> dict[str, State]:
    glide_s = root.number("glide_s", 0.01, 60.0, 0.4)
    table = root.section("states")
    states = {name: _state(name, table.section(name), glide_s) for name in table.names()}
    if IDLE not in states:
        raise table.error(IDLE, "is missing: it is the state that everything decays to")
    if states[IDLE].hold_s:
        raise table.section(IDLE).error("hold_s", "must be 0: idle is no moment")
    return states


def _state(name: str, section: Section, glide_s: float) -> State:
    section.allow(*_LOOK, *_TIMES, "priority", "mood", "glide_s", "later")
    look = _look(section, None)
    times = {key: section.number(key, 0.0, MOST_S, 0.0) for key in _TIMES}
    later = [_stage(part, look) for part in section.sections("later")] if "later" in section else []
    return State(
        name,
        look,
        section.number("priority", -1000.0, 1000.0),
        **times,
        mood=section.flag("mood", False),
        glide_s=section.number("glide_s", 0.01, 60.0, glide_s),
        later=tuple(sorted(later, key=lambda stage: stage.after_s)),
    )


def _stage(section: Section, look: Look) -> Stage:
    section.allow(*_LOOK, "after_s")
    return Stage(section.number("after_s", 0.0, MOST_S), _look(section, look))


def _transition(section: Section, states: dict[str, State]) -> Transition:
    section.allow(*_LOOK, "on", "to", "from", "after_s")
    on = section.text("on", choices=CONDITIONS + EVENTS)
    state = states[section.text("to", choices=tuple(states))]
    if on in EVENTS and not state.hold_s:
        raise section.error("to", f"is '{state.name}', which needs a hold_s above 0 to follow the event '{on}'")
    if on in CONDITIONS and state.hold_s:
        raise section.error("to", f"is '{state.name}', whose hold_s must be 0 to follow the condition '{on}'")
    if on in EVENTS and "after_s" in section:
        raise section.error("after_s", f"is for conditions; '{on}' is an event")
    sources = section.texts("from")
    for source in sources:
        if source not in states:
            raise section.error("from", f"names '{source}', which is none of the states: {', '.join(states)}")
    return Transition(
        on, state.name, _look(section, state.look), section.number("after_s", 0.0, MOST_S, 0.0), tuple(sources)
    )


def _look(section: Section, base: Look | None) -> Look:
    """The feeling in the section; what it leaves out is taken from the base, or is an error without one."""
    cause = section.text("cause", base.cause if base else None)
    _check_template(section, cause)
    return Look(
        section.text("emotion", base.emotion if base else None, EMOTIONS),
        section.number("valence", -1.0, 1.0, base.valence if base else None),
        section.number("arousal", -1.0, 1.0, base.arousal if base else None),
        section.number("intensity", 0.0, 1.0, base.intensity if base else None),
        cause,
    )


def _check_template(section: Section, cause: str) -> None:
    try:
        fields = [name for _, name, _, _ in string.Formatter().parse(cause) if name is not None]
    except ValueError as error:
        raise section.error("cause", f"is not a template: {error}") from error
    for name in fields:
        if name not in FIELDS:
            raise section.error("cause", f"holds {{{name}}}; it may hold: {', '.join(FIELDS)}")

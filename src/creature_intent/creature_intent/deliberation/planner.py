"""Steps by rule, from what the body says it can do and where it says that things are.

`expanded` turns a goal that is really several ("the cup and then the book", "all the cups", a delivery for a body that
can only grab and drive) into those; Planner is the Reasoner that is always there, for "clear the table" and its like.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from creature_intent import acts
from creature_intent.acts import Slots
from creature_intent.deliberation.reasoner import Plan, Project, Stop
from creature_intent.tasks.abilities import Abilities
from creature_intent.tasks.goals import Goal

_DETERMINER = r"(?:the|a|an|my|your|our|some|another|that|this|his|her|their|two|three)"
_NEXT = re.compile(rf",? (?:and )?then (?:also )?|,? and (?:also )?(?={_DETERMINER} )|, (?={_DETERMINER} )")
_ALL = re.compile(
    rf"^(?:everything|all (?:of )?(?:{_DETERMINER} )?(?P<kind>.+)|both (?:of )?(?:{_DETERMINER} )?(?P<two>.+))$"
)
_ARTICLE = re.compile(rf"^{_DETERMINER} ")
_CLEAR = re.compile(
    r"^(?:clear|clean|tidy)(?: up| off| out| away)?(?: (?:the|my|our|this|that|your) (?P<what>[\w -]+?))?"
    r"(?: (?:in|into|on|onto|to) (?:the|my|our) (?P<where>[\w -]+))?$"
)
_FETCH = re.compile(r"^(?P<verb>bring|get|fetch|hand|give|pick up|grab)(?: (?:me|us))? (?P<things>.+)$")
_HOMES = ("dishwasher", "sink", "kitchen", "cupboard", "shelf", "drawer", "box", "basket", "table")
"""Where things are put that nobody named a place for: the first of these that the body knows."""


def expanded(goal: Goal, abilities: Abilities) -> list[Goal]:
    """The goals that a goal really is, in order; itself, if it is one."""
    found = [one for part in _parts(goal, abilities) for one in _each(part, abilities)]
    return [step for one in found for step in _able(one, abilities)]


class Planner:
    """A Reasoner by rule. It answers at once."""

    def think(self, project: Project, abilities: Abilities, stop: Stop) -> Plan:
        """See Reasoner."""
        fetch, told = _FETCH.match(project.aim), _CLEAR.match(project.aim)
        if fetch is not None:
            return Plan(tuple(_fetching(project, fetch["verb"], fetch["things"], abilities)))
        if told is None:
            return Plan(words=f"I'm sorry, I don't know how to {project.aim}.")
        if not abilities.can(acts.PLACE_OBJECT):
            return Plan(words=f"I'm sorry, I can't {project.aim}: I can't put things anywhere.")
        return _clearing(project, _place_named(told["what"] or "floor", abilities), told["where"] or "", abilities)


def _clearing(project: Project, place: str, where: str, abilities: Abilities) -> Plan:
    things = _things_at(place, abilities)
    if not abilities.things:
        return Plan(words=f"I'm sorry, I can't {project.aim}: I don't know what is there.")
    if not things:
        return Plan(words=f"There is nothing on the {place} that I know of.")
    home = _place_named(where, abilities) if where else _home(place, abilities)
    if not home:
        return Plan(words=f"I don't know where to put the things from the {place}. Where should they go?")
    steps = tuple(
        Goal(acts.PLACE_OBJECT, Slots(thing, place, home), project.words) for thing in things if thing != home
    )
    words = f"I'll take {_listed(step.slots.object for step in steps)} to the {home}."
    return Plan(steps, words, f"The {place} is clear now.")


def _fetching(project: Project, verb: str, things: str, abilities: Abilities) -> list[Goal]:
    grab = verb in ("pick up", "grab")
    slots = Slots(things, recipient="" if grab else acts.USER)
    steps = expanded(Goal(acts.GRAB_OBJECT if grab else acts.BRING_OBJECT, slots, project.words), abilities)
    return [_about(step, _ARTICLE.sub("", step.slots.object)) for step in steps]


def _parts(goal: Goal, abilities: Abilities) -> list[Goal]:
    """ "the cup and then the book": a goal for each of them."""
    is_list = goal.slots.object.count(" and ") > 1  # "milk and eggs and cheese", whatever their articles.
    names = goal.slots.object.split(" and ") if is_list else _NEXT.split(goal.slots.object)
    if goal.slots.object in abilities.things or len(names) == 1 or not all(name.strip() for name in names):
        return [goal]
    return [_about(goal, _ARTICLE.sub("", name.strip())) for name in names]


def _each(goal: Goal, abilities: Abilities) -> list[Goal]:
    """ "all the cups": a goal for each that the body knows of; the goal itself if it knows of none."""
    told = _ALL.match(goal.slots.object)
    if told is None:
        return [goal]
    kind = told["kind"] or told["two"] or ""
    at = _place_named(goal.slots.source, abilities) if goal.slots.source else ""
    names = [name for name, place in abilities.things.items() if (not at or place == at) and _is_a(name, kind)]
    return [_about(goal, name) for name in names] or [goal]


def _able(goal: Goal, abilities: Abilities) -> list[Goal]:
    """Steps that the body can do for what it cannot do as a whole; the goal itself if there are none."""
    slots = goal.slots
    if goal.intent == acts.BRING_OBJECT and not abilities.can(acts.BRING_OBJECT):
        steps = [
            replace(goal, intent=acts.GRAB_OBJECT, slots=Slots(slots.object, slots.source)),
            replace(
                goal, intent=acts.MOVE_TO, slots=Slots(destination=slots.destination or slots.recipient or acts.USER)
            ),
        ]
    elif goal.intent == acts.GUIDE and not abilities.can(acts.GUIDE):
        steps = [replace(goal, intent=acts.MOVE_TO, slots=Slots(destination=slots.destination or slots.object))]
    else:
        return [goal]
    return steps if all(abilities.can(step.intent) for step in steps) else [goal]


def _about(goal: Goal, name: str) -> Goal:
    return replace(goal, slots=replace(goal.slots, object=name))


def _is_a(name: str, kind: str) -> bool:
    """The thing is of the kind, said in the plural or with a colour: "red cup" is one of "cups" and of "red cups"."""
    wanted = [_singular(word) for word in kind.split() if word not in ("things", "of", "them", "stuff")]
    return all(word in {_singular(one) for one in name.split()} for word in wanted)


def _singular(word: str) -> str:
    return re.sub(r"(?<=[sxzh])es$|(?<!s)s$", "", word) if len(word) > 3 else word


def _things_at(place: str, abilities: Abilities) -> list[str]:
    return [name for name, where in abilities.things.items() if where == place]


def _place_named(words: str, abilities: Abilities) -> str:
    """The body's own name of a place, or the words."""
    said = set(words.lower().split())
    known = {*abilities.places, *abilities.things.values()} - {""}
    fitting = sorted((name for name in known if set(name.split()) <= said), key=len)
    return fitting[-1] if fitting else words


def _home(place: str, abilities: Abilities) -> str:
    return next((home for home in _HOMES if home in abilities.places and home != place), "")


def _listed(names: Iterable[str]) -> str:
    each = [f"the {name}" for name in names]
    return " and ".join([", ".join(each[:-1]), each[-1]]) if len(each) > 1 else each[0]

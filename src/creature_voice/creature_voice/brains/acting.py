"""From a request to a commitment, or to the question that must come first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from creature_voice.brains import phrases
from creature_voice.brains.memory import Answer, Ask, Question, Task
from creature_voice.brains.noun import Noun, Spot
from creature_voice.brains.request_forms import Action
from creature_voice.brains.requests import YOU, Request
from creature_voice.brains.scene import Scene, a, choice, the
from creature_voice.brains.words import cased, listed, turn
from creature_voice.brains.world import Item

_MOST_OPTIONS = 4


def act(scene: Scene, requests: Sequence[Request]) -> Answer:
    """The answer to one or more requests: the first task, and a word about the others."""
    request, left_over = combine(requests)
    if request.action is Action.STOP:
        return stop(scene)
    if request.refused:
        return _hands_off(scene, request)
    answer = _begin(scene, request)
    if left_over and answer.task is not None:
        later = scene.wording.pick(phrases.LATER)
        return replace(answer, sentences=(*answer.sentences, later), used=scene.wording.picked)
    return answer


def combine(requests: Sequence[Request]) -> tuple[Request, bool]:
    """Requests in a row as one: "pick it up and bring it to me" is to bring; and whether something is left over."""
    first, *others = requests
    if first.action is Action.STOP and others and not others[-1].refused:
        return others[-1], False
    for other in others:
        if other.action is Action.STOP:
            return other, False
        same = other.thing is not None and (other.thing.pronoun or other.thing == first.thing)
        if first.action in (Action.GRAB, Action.BRING) and same and not other.refused:
            first = replace(other, thing=first.thing, source=other.source or first.source)
        elif first.action is Action.MOVE and other.action in (Action.GRAB, Action.BRING) and first.spot:
            first = replace(other, source=other.source or replace(first.spot, prep="from"))
        elif not other.refused:
            return first, True
    return first, False


def stop(scene: Scene) -> Answer:
    """To "stop" and "never mind"."""
    pick = scene.wording.pick
    mild = any(word in scene.heard.lower() for word in ("mind", "forget", "bother", "changed"))
    if not scene.memory.busy and scene.memory.question is not None:
        return scene.say(pick(phrases.DROPPED), stopped=True)
    if not scene.memory.busy and mild:
        return scene.say(pick(phrases.NOTHING_TO_STOP), stopped=True)
    return scene.say(pick(phrases.STOPPING), stopped=True)


def _hands_off(scene: Scene, request: Request) -> Answer:
    if scene.memory.busy:
        return stop(scene)
    if request.thing is None or request.thing.pronoun:
        return scene.say(scene.wording.pick(phrases.NOT_THEN))
    plural = request.thing.words.endswith("s") or request.thing.many
    table = phrases.HANDS_OFF_PLURAL if plural else phrases.HANDS_OFF
    return scene.say(scene.wording.pick(table, thing=request.thing.spoken()))


def _begin(scene: Scene, request: Request) -> Answer:
    task = Task(request.action, source=_source(request.source), recipient=_recipient(scene, request))
    if request.action in (Action.MOVE, Action.GUIDE):
        return _journey(scene, task, request.spot)
    if request.spot is not None:
        spot = goal(scene, request.spot)
        if spot is None:
            return ask_where(scene, task, request.thing)
        task = replace(task, spot=spot[0], place=spot[1])
    elif request.action is Action.PLACE:
        released = not any(verb in " ".join(scene.clauses) for verb in ("put ", "place ", "set "))
        if not released:
            return ask_where(scene, task, request.thing)
        task = replace(task, spot="down")
    return with_thing(scene, task, request.thing, request.source)


def with_thing(scene: Scene, task: Task, noun: Noun | None, source: Spot | None = None) -> Answer:
    """The task with its object: a commitment, or the question which or what."""
    if noun is None or (noun.pronoun and not scene.memory.thing):
        return scene.say(scene.wording.pick(phrases.WHAT[task.action]), question=Question(Ask.WHAT, task))
    if noun.pronoun:
        item = scene.last_item()
        return commit(scene, replace(task, thing=scene.memory.thing, item=item.name if item else ""))
    items = scene.candidates(noun, source, fetching=task.action is Action.GRAB)
    if noun.many and len(items) > 1:
        return ask_which(scene, task, items, phrases.WHICH_FIRST)
    if len(items) > 1 and not noun.anyone:
        return ask_which(scene, task, items, phrases.WHICH)
    if items:
        return commit(scene, replace(task, thing=the(items[0], noun), item=items[0].name))
    return commit(scene, replace(task, thing=cased(_unknown(scene, noun), scene.heard)))


def _unknown(scene: Scene, noun: Noun) -> str:
    """A thing that the world lacks, in the speaker's words; "the green one" becomes "the green cup"."""
    last = scene.last_item()
    if noun.one and last is not None:
        return replace(noun, words=" ".join([*noun.adjectives, last.kind])).spoken()
    return noun.spoken()


def ask_which(scene: Scene, task: Task, items: tuple[Item, ...], table: Sequence[str]) -> Answer:
    """The question which of several objects is meant."""
    shown = items[:_MOST_OPTIONS]
    options = listed(choice(shown, {item.name: scene.where(item) for item in shown}), "or")
    words = scene.wording.pick(
        table, kind=items[0].kind, options=options, options_a=listed([a(item) for item in shown], "and")
    )
    names = tuple(item.name for item in items)
    return scene.say(words, question=Question(Ask.WHICH, task, names))


def ask_where(scene: Scene, task: Task, noun: Noun | None) -> Answer:
    """The question where an object, or the creature, should go."""
    if task.action is Action.MOVE:
        return scene.say(scene.wording.pick(phrases.WHERE_MOVE), question=Question(Ask.WHERE, task))
    if task.action is Action.GUIDE:
        return scene.say(scene.wording.pick(phrases.WHERE_GO), question=Question(Ask.WHERE, task))
    if noun is None or (noun.pronoun and not scene.memory.thing):
        return scene.say(scene.wording.pick(phrases.WHAT[Action.GRAB]), question=Question(Ask.WHAT, task))
    items = scene.candidates(noun)
    item = items[0] if len(items) == 1 else None
    thing = scene.memory.thing if noun.pronoun else the(item, noun) if item else noun.spoken()
    task = replace(task, thing=thing, item=item.name if item else "")
    return scene.say(
        scene.wording.pick(phrases.WHERE_PUT, thing=thing), question=Question(Ask.WHERE, task), thing=thing
    )


def goal(scene: Scene, spot: Spot) -> tuple[str, str] | None:
    """A place as spoken with its preposition, and its bare name; None where "there" has no meaning yet."""
    if spot.noun.pronoun:
        if not spot.prep.endswith("there"):
            return spot.prep, ""
        place = scene.memory.place
        return (scene.world.at(place), place) if place else None
    place_known = scene.world.place(spot.noun.words)
    name = place_known.name if place_known else spot.noun.words
    if spot.prep == "to" and place_known:
        return place_known.spoken, name
    return f"{spot.prep} {turn(spot.noun.det) or 'the'} {name}", name


def _journey(scene: Scene, task: Task, spot: Spot | None) -> Answer:
    if spot is None or (spot.prep == "there" and not scene.memory.place):
        return ask_where(scene, task, None)
    if spot.prep == "there":
        name = scene.memory.place
        return commit(scene, replace(task, spot=f"to the {name}", place=name))
    if spot.noun.pronoun:
        return commit(scene, replace(task, spot="to you"))
    if spot.noun.words == "home":
        return commit(scene, replace(task, spot="home"))
    known = scene.world.place(spot.noun.words)
    name = known.name if known else spot.noun.words
    det = "the" if spot.noun.det in ("", "a", "an", "this", "that") or known else turn(spot.noun.det)
    return commit(scene, replace(task, spot=f"to {det} {cased(name, scene.heard)}", place=name))


def commit(scene: Scene, task: Task) -> Answer:
    """The promise to do a task whose object and place are known."""
    memory = scene.memory
    if task.action is Action.GRAB and memory.held and memory.held == task.item:
        offer = Question(Ask.OFFER, replace(task, action=Action.BRING, recipient=YOU))
        return scene.say(scene.wording.pick(phrases.HELD, thing=task.thing), question=offer, thing=task.thing)
    opener = scene.wording.pick(phrases.OPENERS)
    source = f" {task.source}" if task.source else ""
    who = task.recipient or YOU
    go = "come" if task.spot == "to you" else "go"
    words = phrases.COMMITMENTS[task.action].format(
        opener=opener, thing=task.thing, source=source, who=who, spot=task.spot, go=go
    )
    return scene.say(words, task=task, thing=task.thing, place=task.place)


def _source(source: Spot | None) -> str:
    if source is None:
        return ""
    prep = (
        "from"
        if source.prep in ("from", "off", "off of", "out of", "on", "in", "at", "inside")
        else f"from {source.prep}"
    )
    return f"{prep} {turn(source.noun.det) or 'the'} {source.noun.words}"


def _recipient(scene: Scene, request: Request) -> str:
    if not request.recipient or request.recipient == YOU:
        return request.recipient
    return cased(turn(request.recipient), scene.heard)

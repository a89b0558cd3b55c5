"""From a request to a commitment, or to the question that must come first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from creature_voice.brains import phrases, talk_rest
from creature_voice.brains.combining import combine
from creature_voice.brains.deeds import needs_a_plan
from creature_voice.brains.memory import Answer
from creature_voice.brains.noun import Noun, Spot
from creature_voice.brains.question import Ask, Question, Task
from creature_voice.brains.request import YOU, Request
from creature_voice.brains.request_forms import STAYING, Action
from creature_voice.brains.scene import Scene, a, choice, the
from creature_voice.brains.words import cased, listed, turn
from creature_voice.brains.world import Item

_MOST_OPTIONS = 4
_NEXT = ("Then I'll", "After that I'll", "And then I'll")
_OPENING = re.compile(rf"^(?:{'|'.join(phrases.OPENERS)}), I'll")


def act(scene: Scene, requests: Sequence[Request]) -> Answer:
    """The answer to one or more requests: what is promised, in order, up to the question that must come first."""
    tasks = combine(requests)
    if tasks[0].action is Action.STOP:
        return stop(scene)
    if tasks[0].refused:
        return _hands_off(scene, tasks[0])
    # A project is heard as one only where nothing else is asked for with it.
    now = [task for task in tasks if task.action is not Action.PROJECT] or tasks[:1]
    answer = go_on(scene, None, now)
    put_off = [task.deed for task in tasks if task not in now and answer.task]
    later = (scene.wording.pick(phrases.PROJECT_LATER, deed=deed) for deed in put_off[:1])
    return replace(answer, sentences=(*answer.sentences, *later), used=scene.wording.picked)


def go_on(scene: Scene, done: Answer | None, requests: Sequence[Request]) -> Answer:
    """An answer with what else was asked for in the same breath; a question ends it, and takes along what is left."""
    for index, request in enumerate(requests):
        answer = _begin(scene, request)
        if answer.question is not None:
            answer = replace(answer, question=replace(answer.question, then=tuple(requests[index + 1 :])))
        scene = replace(scene, memory=scene.memory.take(answer))
        done = answer if done is None else _and_then(done, answer)
        if answer.question is not None:
            break
    assert done is not None
    return replace(done, used=scene.wording.picked)


def _and_then(first: Answer, other: Answer) -> Answer:
    follows = first.task is not None and other.task is not None
    next_up = _NEXT[len(first.later) % len(_NEXT)]
    sentences = tuple(_OPENING.sub(next_up, words) if follows else words for words in other.sentences)
    tasks = tuple(task for task in (first.task, *first.later, other.task) if task is not None)
    return replace(
        other,
        sentences=(*first.sentences, *sentences),
        task=tasks[0] if tasks else None,
        later=tasks[1:],
        thing=other.thing or first.thing,
        place=other.place or first.place,
    )


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
    if unable := cannot_do(scene, request):
        return unable
    task = Task(
        request.action,
        source=_source(request),
        recipient=_recipient(scene, request),
        deed=cased(request.deed, scene.heard),
    )
    if request.action in (Action.MOVE, Action.GUIDE):
        return _journey(scene, task, request.spot)
    if request.deed or request.action is Action.FOLLOW:
        found = goal(scene, request.spot) if request.spot is not None else None
        return commit(scene, replace(task, spot=f"to {found[0].partition(' ')[2]}", place=found[1]) if found else task)
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


def cannot_do(scene: Scene, request: Request) -> Answer | None:
    """The refusal of what the body has not said to be able to do; None if it may be promised."""
    able = scene.abilities
    if able.can_make(request.motion) if request.action is Action.MOTION else able.can(request.action):
        return None
    what = phrases.UNABLE[request.action].format(deed=request.deed)
    return scene.say(scene.wording.pick(talk_rest.CANNOT, what=what))


def with_thing(scene: Scene, task: Task, noun: Noun | None, source: Spot | None = None) -> Answer:
    """The task with its object: a commitment, or the question which or what."""
    if noun is None or (noun.pronoun and not scene.memory.thing):
        return scene.say(scene.wording.pick(phrases.WHAT[task.action]), question=Question(Ask.WHAT, task))
    if noun.pronoun:
        item = scene.last_item()
        return commit(scene, replace(task, thing=scene.memory.thing, item=item.name if item else ""))
    items = scene.candidates(noun, source, fetching=task.action is Action.GRAB)
    if task.action is Action.SEARCH and len(items) != 1:
        return commit(scene, replace(task, thing=noun.spoken()))
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
    thinking = task.action is Action.PROJECT and needs_a_plan(task.deed)
    words = (phrases.THINKING if thinking else phrases.COMMITMENTS[task.action]).format(
        opener=opener, thing=task.thing, source=source, who=who, spot=task.spot, go=go, deed=task.deed,
        place=f" {task.spot}" if task.spot else "",
    )  # fmt: skip
    return scene.say(words, task=task, thing=task.thing, place=task.place)


def _source(request: Request) -> str:
    source = request.source
    if source is None:
        return ""
    place = f"{turn(source.noun.det) or 'the'} {source.noun.words}"
    if request.action in STAYING:
        return f"{source.prep} {place}"
    bare = source.prep in ("from", "off", "off of", "out of", "on", "in", "at", "inside")
    return f"from {place}" if bare else f"from {source.prep} {place}"


def _recipient(scene: Scene, request: Request) -> str:
    if not request.recipient or request.recipient == YOU:
        return request.recipient
    return cased(turn(request.recipient), scene.heard)

"""Answers to the creature's own questions: "the red one", "on the shelf", "yes, please"."""

from __future__ import annotations

import re
from dataclasses import replace

from creature_voice.brains import phrases
from creature_voice.brains.acting import ask_where, ask_which, commit, goal, with_thing
from creature_voice.brains.memory import Answer
from creature_voice.brains.noun import COLOURS, Noun, Spot, read_noun, read_spot, split_spot
from creature_voice.brains.question import Ask, Question, Task
from creature_voice.brains.request_forms import Action
from creature_voice.brains.scene import Scene, a, choice, the
from creature_voice.brains.words import listed
from creature_voice.brains.world import Item

YES = re.compile(
    r"(?:yes|yeah|yep|yup|sure|okay|of course|absolutely|definitely|certainly|go ahead|do it|why not|i would|i do|"
    r"i would (?:like|love) (?:that|to|it)|that would be (?:nice|great|good|lovely)|sounds good|correct|exactly|right|"
    r"do that|gladly|very much|a lot|i am|fine)(?: (?:please|do|i do|i would|i am|thanks|thank you|sure|indeed|that|"
    r"you can))*"
)
NO = re.compile(
    r"(?:no|nope|nah|not (?:now|really|yet|today|at all)|rather not|no way|i do not think so|never|i would not|"
    r"i do not|no need|neither|none|none of them|not either)(?: (?:thanks|thank you|not really|not now|it is fine|"
    r"i do not|need))*"
)
_ANY = re.compile(
    r".*\b(?:any|either|whichever|whatever|you (?:choose|decide|pick)|does not matter|do not (?:care|mind)|"
    r"surprise me|up to you|your choice|no matter|any one|anyone)\b.*"
)
_BOTH = re.compile(r".*\b(?:both|all of them|all|them all)\b.*")
_FIRST = re.compile(r"(?:the )?(?:first|former)(?: one)?")
_LAST = re.compile(r"(?:the )?(?:last|latter|second|other)(?: one)?")
_LEAD = re.compile(
    r"(?:no|nope|yes|yeah|well|so|okay|um|uh|oh|i (?:want|need|mean|meant|would like|said|think|guess|prefer|take)|"
    r"it is|that is|give me|bring me|get me|get|take|grab|pick up|pick|put it|put them|place it|let us say|"
    r"that would be|maybe|probably|just|sorry|please|actually|the answer is|rather|wait|oops|then|with|go|to go)\b,? ?"
)
_ASKING = re.compile(r"(?:which|what|why|how|where|who|when|is|are|do|does|did|can|could)\b")
_SHORT = 5


def choose(scene: Scene) -> Answer | None:
    """What to say if the words answer the pending question; None if they are about something else."""
    question = scene.memory.question
    if question is None or not scene.clauses:
        return None
    if question.ask is Ask.OFFER:
        return _offered(scene, question)
    if question.task is None or question.ask is Ask.TALK:
        return None
    if question.ask is Ask.GUESS and YES.fullmatch(scene.clauses[0]) and len(scene.clauses) == 1:
        return _as_guessed(scene, question.task, question.subject)
    if NO.fullmatch(" ".join(scene.clauses)):
        return scene.say(scene.wording.pick(phrases.DROPPED), stopped=True)
    clause = stripped(scene.clauses)
    if _ASKING.match(clause):
        return None
    if question.ask is Ask.GUESS:
        return _guessed(scene, question.task, question.subject, clause)
    if question.ask is Ask.WHICH:
        return _which(scene, question, clause)
    if question.ask is Ask.WHERE:
        return _where(scene, question.task, clause)
    return _what(scene, question.task, clause)


def stripped(clauses: tuple[str, ...]) -> str:
    """The last clause that holds more than a lead, without its lead."""
    for clause in reversed(clauses):
        text = clause
        while match := _LEAD.match(text):
            text = text[match.end() :]
        text = re.sub(r" (?:please|thanks|thank you|then|now|instead|i think|i guess|for me)$", "", text)
        if text:
            return text
    return clauses[-1]


def _offered(scene: Scene, question: Question) -> Answer | None:
    if YES.fullmatch(scene.clauses[0]) and question.task is not None:
        return commit(scene, question.task)
    if NO.fullmatch(" ".join(scene.clauses)):
        return scene.say(scene.wording.pick(phrases.FINE_NO), stopped=True)
    return None


def _guessed(scene: Scene, task: Task, name: str, clause: str) -> Answer | None:
    """ "Yes, the red cup", "that one", "no, the book"."""
    agreed = bool(YES.fullmatch(scene.clauses[0]))
    noun = read_noun(clause)
    if noun is None or noun.pronoun or clause in (name, f"the {name}"):
        return _as_guessed(scene, task, name) if agreed or noun is not None else None
    if noun.one and not set(noun.adjectives) - set(name.split()):
        return _as_guessed(scene, task, name)
    if _is_a_journey(task) or scene.world.place(noun.words):
        return _where(scene, task, clause)
    return with_thing(scene, task, replace(noun, words=_whole(noun, name))) if noun.det else None


def _as_guessed(scene: Scene, task: Task, name: str) -> Answer | None:
    if scene.world.item(name) is None and (_is_a_journey(task) or (scene.world.place(name) and task.place)):
        return _where(scene, task, f"the {name}")
    return commit(scene, replace(task, thing=f"the {name}", item=name if scene.world.item(name) else ""))


def _is_a_journey(task: Task) -> bool:
    return task.action in (Action.MOVE, Action.GUIDE)


def _whole(noun: Noun, name: str) -> str:
    """ "the blue one", where the red cup was guessed, is the blue cup."""
    return " ".join([*noun.adjectives, name.split()[-1]]) if noun.one else noun.words


def _which(scene: Scene, question: Question, clause: str) -> Answer | None:
    task = question.task
    if task is None:
        return None
    items = tuple(item for name in question.options if (item := scene.world.item(name)) is not None)
    if len(items) < len(question.options):
        if name := _by_name(question.options, clause):
            return commit(scene, replace(task, thing=f"the {name}", item=""))
        items = ()
    if not items:
        noun = read_noun(clause)
        if noun is not None and noun.one and question.subject:
            noun = replace(noun, det="the", words=" ".join([*noun.adjectives, question.subject]))
        return with_thing(scene, task, noun) if noun is not None and (noun.det or noun.one) else None
    if _BOTH.fullmatch(clause):
        return ask_which(scene, task, items, phrases.WHICH_FIRST)
    picked = _picked(scene, items, clause)
    if len(picked) == 1:
        return commit(scene, replace(task, thing=the(picked[0]), item=picked[0].name))
    if len(clause.split()) > _SHORT or not _tries(clause, items):
        return None
    return _again(scene, question, items, picked or items, clause)


def _by_name(options: tuple[str, ...], clause: str) -> str:
    """Which of the things that the body has named, and the brain's world does not know; empty if none."""
    if _ANY.fullmatch(clause) or _FIRST.fullmatch(clause):
        return options[0]
    if _LAST.fullmatch(clause) and ("other" not in clause or len(options) == 2):
        return options[-1]
    words = set(clause.split()) - {"the", "a", "one", "please"}
    fitting = [name for name in options if words and words <= set(name.split())]
    return fitting[0] if len(fitting) == 1 else ""


def _picked(scene: Scene, items: tuple[Item, ...], clause: str) -> tuple[Item, ...]:
    if _ANY.fullmatch(clause) or _FIRST.fullmatch(clause):
        return items[:1]
    if _LAST.fullmatch(clause):
        return items[-1:] if "other" not in clause or len(items) == 2 else ()
    positive = re.sub(r"\b(?:not|but not) (?:the )?(\w+)(?: one)?", "", clause)
    words = set(scene.world.proper(positive).split()) - {items[0].kind}
    score = {item.name: len(words & (item.words | set(scene.where(item).split()) - {"the"})) for item in items}
    if positive.strip() in ("", "one") and positive != clause:
        unwanted = set(clause.split())
        return tuple(item for item in items if not unwanted & item.words)
    best = max(score.values())
    return tuple(item for item in items if best and score[item.name] == best)


def _tries(clause: str, items: tuple[Item, ...]) -> bool:
    """Whether the words look like a choice, though none that can be made."""
    words = set(clause.split())
    return bool(words & (COLOURS | {"one", "ones", "left", "right", "big", "small", items[0].kind})) or bool(
        YES.fullmatch(clause)
    )


def _again(scene: Scene, question: Question, items: tuple[Item, ...], left: tuple[Item, ...], clause: str) -> Answer:
    missing = COLOURS & set(clause.split()) and left == items
    options = listed(choice(left, {item.name: scene.where(item) for item in left}), "or")
    words = scene.wording.pick(
        phrases.NOT_THERE if missing else phrases.WHICH_AGAIN,
        options=options,
        options_a=listed([a(item) for item in left]),
    )
    return scene.say(words, question=replace(question, options=tuple(item.name for item in left)))


def _where(scene: Scene, task: Task, clause: str) -> Answer | None:
    journey = task.action in (Action.MOVE, Action.GUIDE)
    spot = spot_in(scene, clause, "to" if journey else "")
    if spot is None:
        return None
    if journey:
        name = spot.noun.words if spot.noun.words else scene.memory.place
        known = scene.world.place(name)
        return (
            commit(scene, replace(task, spot=f"to the {known.name if known else name}", place=name)) if name else None
        )
    found = goal(scene, spot)
    if found is None:
        return ask_where(scene, task, read_noun(task.thing))
    return commit(scene, replace(task, spot=found[0], place=found[1]))


def spot_in(scene: Scene, clause: str, prep: str) -> Spot | None:
    """A place in an answer: "on the shelf", "the shelf", "there", "back"."""
    if re.fullmatch(r"(?:over |right )?there|down|back|away", clause):
        return Spot(clause.split()[-1], Noun("", ""))
    if spot := read_spot(clause):
        return spot
    noun = read_noun(clause)
    if noun is None or noun.pronoun or (not noun.det and scene.world.place(noun.words) is None):
        return None
    return Spot(prep or "to", noun)


def _what(scene: Scene, task: Task, clause: str) -> Answer | None:
    phrase, source = split_spot(clause)
    noun = read_noun(phrase)
    if noun is None or noun.pronoun:
        return None
    if not noun.det and not scene.world.knows(noun.head) and not scene.candidates(noun):
        return None
    return with_thing(scene, task, noun, source)

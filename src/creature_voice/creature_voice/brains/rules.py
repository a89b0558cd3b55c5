"""The default brain: our own rules, with memory of the conversation.

Threading: every method may be called from any thread; the memory is a value that is replaced under a lock.
"""

from __future__ import annotations

import random
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime

from creature_voice.brains.abilities import EVERYTHING, Abilities
from creature_voice.brains.acting import act, go_on
from creature_voice.brains.brain import Reply
from creature_voice.brains.cannot import cannot
from creature_voice.brains.choosing import choose
from creature_voice.brains.correcting import correct
from creature_voice.brains.memory import Answer, Memory
from creature_voice.brains.question import Ask
from creature_voice.brains.request import Request
from creature_voice.brains.request_forms import Action
from creature_voice.brains.requests import clauses, requests_in
from creature_voice.brains.scene import Scene
from creature_voice.brains.small_talk import fallback, small_talk
from creature_voice.brains.task_talk import task_talk
from creature_voice.brains.wording import Wording
from creature_voice.brains.world import World
from creature_voice.brains.world_talk import world_talk


@dataclass
class RulesReply:
    """A reply whose sentences are there already, and what is to be remembered with it."""

    answer: Answer
    sentences: Iterator[str] = field(init=False)

    def __post_init__(self) -> None:
        self.sentences = iter(self.answer.sentences)


class RulesBrain:
    """Answers by rules; see the modules acting, choosing, world_talk, task_talk, small_talk and cannot.

    Args:
        name: The creature's name.
        world: What it can see.
        rng: The source of chance among ways to say a thing.
        now: The local time of day, for those who ask.
    """

    def __init__(
        self,
        name: str,
        world: World,
        rng: random.Random | None = None,
        now: Callable[[], datetime] = datetime.now,
        warning: str = "",
    ) -> None:
        self._name = name
        self._world = world
        self._rng = rng or random.Random()
        self._now = now
        self._warning = warning
        self._lock = threading.Lock()
        self._memory = Memory()
        self._abilities = EVERYTHING

    def abilities(self, abilities: Abilities) -> None:
        """From now on the body can do this."""
        self._abilities = abilities

    def reply(self, heard: str) -> RulesReply:
        """An answer to what was heard; the memory stays as it is."""
        return RulesReply(self.answer(heard))

    def answer(self, heard: str) -> Answer:
        """The answer with what would be remembered."""
        memory, abilities = self._memory, self._abilities
        parts = tuple(clauses(heard, self._name))
        scene = Scene(heard, parts, self._name, self._world, memory, Wording(self._rng, memory.used), abilities)
        requests = requests_in(heard, self._name, self._world.knows, abilities.motions)
        return _answer(scene, requests, self._now())

    def keep(self, heard: str, reply: Reply) -> None:
        """Remember the turn. For another brain's reply, remember what was asked for."""
        answer = reply.answer if isinstance(reply, RulesReply) else _only_noted(self.answer(heard))
        with self._lock:
            self._memory = self._memory.take(answer)

    def said(self, words: str) -> None:
        """Take note of words that were really spoken."""
        with self._lock:
            self._memory = self._memory.hear_itself(words)

    def reset(self) -> None:
        """Forget the conversation."""
        with self._lock:
            self._memory = Memory()

    def close(self) -> None:
        """Nothing is held."""

    def warning(self) -> str:
        """What is wrong with the world file, if anything."""
        return self._warning


def _only_noted(answer: Answer) -> Answer:
    """What a turn was about, without the words in which the rules would have answered it."""
    return Answer((), answer.task, answer.later, answer.stopped, None, answer.thing, answer.place, answer.user_name)


def _answer(scene: Scene, requests: list[Request], now: datetime) -> Answer:
    """The first of the kinds of talk that has something to say."""
    asked_plainly = bool(requests) and _plain(scene, requests)
    answer = None if asked_plainly else choose(scene) or correct(scene)
    if answer is not None:
        return _with_the_rest(scene, answer)
    if requests:
        return act(scene, requests)
    return world_talk(scene) or task_talk(scene) or small_talk(scene, now) or cannot(scene) or fallback(scene)


def _with_the_rest(scene: Scene, answer: Answer) -> Answer:
    """An answer to the creature's own question, with what waits for it."""
    then = scene.memory.question.then if scene.memory.question is not None else ()
    if not then:
        return answer
    if answer.question is not None:
        return replace(answer, question=replace(answer.question, then=then))
    return go_on(replace(scene, memory=scene.memory.take(answer)), answer, then) if answer.task is not None else answer


def _plain(scene: Scene, requests: list[Request]) -> bool:
    """Whether the requests stand by themselves, and are not "I want the red one" to the creature's own question."""
    question = scene.memory.question
    if question is None or question.ask not in (Ask.WHICH, Ask.WHAT, Ask.GUESS):
        return True
    request = requests[-1] if requests else None
    if request is None or request.action is Action.STOP or request.thing is None:
        return True
    return not (request.thing.one and request.action in (Action.GRAB, Action.BRING))

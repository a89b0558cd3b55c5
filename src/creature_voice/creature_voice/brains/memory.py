"""What the creature remembers of the conversation. Values only: a turn that is taken gives a new memory."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from enum import Enum

from creature_voice.brains.handed_in import asked_by_task, offered
from creature_voice.brains.question import Question, Task
from creature_voice.brains.request_forms import Action
from creature_voice.brains.words import bare

_OWN_KEPT = 6
_USED_KEPT = 24
_QUESTION_TURNS = 2
_DONE = re.compile(
    r"(?:here (?:you are|you go|it is|is|i am|we are|next to)|there (?:you go|i'm|it is|the|your)|(?:all )?done|"
    r"that's done|it is done|i did it|got it|i've (?:got|arrived|brought|put|placed|picked|moved)|i have (?:got|the)|"
    r"i'm (?:here|there|at|in|back|with you|holding)|we're here|we've arrived|this is|it's (?:on|in|done)|finished|"
    r"that was it|i found|i'll stay here|that's as far as i follow)\b|there$|"
    r"(?:the|your|my) .+ (?:is|are) (?:now )?(?:on|off|open|closed|clear|in|at|by|with|under|"
    r"behind|next|down|back|away)\b|.+ has .+ now$"
)
_FAILED = re.compile(
    r"(?:i'm (?:so |very )?sorry|sorry|oh no|i (?:can't|cannot|couldn't|could not|dropped|failed|tried|looked))\b|"
    r".*\b(?:didn't work|went wrong|couldn't|can't (?:find|reach|get|see|do)|isn't answering)\b"
)


class Status(Enum):
    """How far the last task is."""

    DOING = "doing"
    DONE = "done"
    FAILED = "failed"
    STOPPED = "stopped"


@dataclass(frozen=True)
class Answer:
    """What to say to a turn, and what is remembered if it is really said; `later` are the tasks after the first."""

    sentences: tuple[str, ...]
    task: Task | None = None
    later: tuple[Task, ...] = ()
    stopped: bool = False
    question: Question | None = None
    thing: str = ""
    place: str = ""
    user_name: str = ""
    used: tuple[str, ...] = ()


@dataclass(frozen=True)
class Memory:
    """The conversation so far.

    Attributes:
        thing: Last object spoken of, as spoken ("the red cup"): what "it" means.
        place: Last place spoken of, by name: what "there" means.
        task, status: The last task and how far it is.
        later: Tasks that were promised and come after it.
        outcome: The words in which its end was told.
        question, asked: What the creature asked last, and how many turns ago.
        held: The object in the hand, by name.
        moved: Where objects were put since, object name to spoken place.
        said: The last words really spoken.
        used: Keys of phrases used lately, so as not to repeat them.
        own, last_own: Its own last answers, to tell them from words handed in.
    """

    thing: str = ""
    place: str = ""
    task: Task | None = None
    status: Status = Status.DONE
    later: tuple[Task, ...] = ()
    outcome: str = ""
    question: Question | None = None
    asked: int = 0
    held: str = ""
    moved: dict[str, str] = field(default_factory=dict)
    said: str = ""
    user_name: str = ""
    turns: int = 0
    used: tuple[str, ...] = ()
    own: tuple[str, ...] = ()
    last_own: str = ""

    @property
    def busy(self) -> bool:
        """A task was promised and its end was not told yet."""
        return self.task is not None and self.status is Status.DOING

    @property
    def asked_just_now(self) -> bool:
        """Its last words were a question."""
        return (self.said or self.last_own).rstrip().endswith("?")

    def take(self, answer: Answer) -> Memory:
        """The memory after a turn was answered."""
        question, asked = (answer.question, 0) if answer.question else (self.question, self.asked + 1)
        settled = (answer.task and not answer.question) or answer.stopped
        if settled or asked > _QUESTION_TURNS:
            question = None
        task = answer.task or self.task
        status = Status.DOING if answer.task else Status.STOPPED if answer.stopped and self.busy else self.status
        return replace(
            self,
            thing=answer.thing or self.thing,
            place=answer.place or self.place,
            task=task,
            status=status,
            later=answer.later if answer.task or answer.stopped else self.later,
            outcome="" if answer.task else self.outcome,
            question=question,
            asked=asked,
            user_name=answer.user_name or self.user_name,
            turns=self.turns + 1,
            used=(*self.used, *answer.used)[-_USED_KEPT:],
            own=(*self.own, bare(" ".join(answer.sentences)))[-_OWN_KEPT:],
            last_own=" ".join(answer.sentences),
            said="",
        )

    def hear_itself(self, words: str) -> Memory:
        """The memory after words were really spoken: its own, or those handed in."""
        plain = bare(words)
        if not plain:
            return self
        if any(plain in own for own in self.own):
            return replace(self, said=f"{self.said} {words}".strip())
        memory = replace(self, said=words)
        if question := asked_by_task(words, self.task):
            return replace(memory, question=question, asked=0)._ended(Status.FAILED, words)
        if question := offered(words):
            return replace(memory, question=question, asked=0)
        if self.busy and _FAILED.match(plain):
            return memory._ended(Status.FAILED, words)
        if self.busy and _DONE.match(plain):
            return memory._succeeded(words)
        return memory

    def _ended(self, status: Status, words: str) -> Memory:
        """The task has ended; the next of those that were promised begins."""
        if not self.later:
            return replace(self, status=status, outcome=words)
        return replace(self, task=self.later[0], later=self.later[1:], status=Status.DOING, outcome=words)

    def _succeeded(self, words: str) -> Memory:
        task = self.task
        if task is None:
            return self
        item = task.item or task.thing
        held, moved = self.held, dict(self.moved)
        if task.action is Action.GRAB:
            held = item
            moved.pop(item, None)
        elif task.action in (Action.PLACE, Action.BRING):
            held = "" if held == item else held
            moved[item] = task.spot if task.action is Action.PLACE else f"with {task.recipient}"
        return replace(self, held=held, moved=moved)._ended(Status.DONE, words)

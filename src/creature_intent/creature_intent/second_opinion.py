"""A larger judge for what the small one and the rules cannot tell: any OpenAI-compatible endpoint, asked beside.

Design: nothing waits for it. What it says comes later, through `poll`, and only while it is still of use: a question
    that waited, or was answered, too late is thrown away, and so is one that finds no room. A failure is an opinion
    without a verdict, with its reason, so that the first judge's word stands.
Threading: ask, poll and close belong to the owner's thread and never wait for the endpoint (close: at most `join_s`).
    One worker owns the connection; two queues stand between.
Units: seconds of the clock that is passed in.
"""

from __future__ import annotations

import http.client
import json
import queue
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol
from urllib.parse import urlsplit

from creature_intent.tokens import Speaker
from creature_node.config import param

_MOST_BYTES = 64_000
_WAIT_S = 0.5
_TASK = """\
A household robot listens to a conversation. Rules found a clause that sounds like a task. Decide whether it is one.
"act": the user asks the robot to do just this with its body, now; or the robot itself promises to do it now.
"talk": anything else: an idiom, a plan, a story, a song, an order in a restaurant, travel, a recipe, a game,
somebody else's task, a question, another time, something only said.
Answer with JSON alone: {"verdict": "act" or "talk", "reason": "a few words"}"""
_NEEDLESS = """\
A household robot is doing a task for its user, who has just said something. Decide whether it follows from the last
line that the robot is not to do the task any more.
"stop": it follows: somebody else has done it, the thing has turned up, the person has left or wants none, plans have
changed, it would be of no use now, or the user thinks better of it.
"go on": anything else, and whatever is in doubt: small talk, why it is wanted, where it lies, urging, thanks, a story,
another thing.
Answer with JSON alone: {"verdict": "stop" or "go on", "reason": "a few words"}"""


@dataclass(frozen=True)
class SecondOpinionConfig:
    """Whom to ask, and about what."""

    url: str = param("", "Base URL of an OpenAI-compatible endpoint that judges what is doubtful; empty: none.")
    model: str = param("", "Name of the endpoint's model; empty leaves the choice to the endpoint.")
    api_key_env: str = param("", "Name of the environment variable that holds the endpoint's key; empty sends none.")
    timeout_s: float = param(
        3.0, "An opinion that takes longer than this after the words is of no use.", unit="s", low=0.1, high=60.0
    )
    queue: int = param(8, "Questions that may wait; what comes then is not asked.", low=1, high=100)


@dataclass(frozen=True)
class Question:
    """A clause in doubt, or a remark that may make needless what is being done.

    Attributes:
        key: The owner's own mark of it.
        speaker: Who said it.
        text: The whole sentence.
        deed: What the rules took it for, or what is being done ("BRING_OBJECT cup for user").
        before: The turns before it, the oldest first: who, what.
        asked_s: When it was said.
        takes_back: Whether it takes back the deed is what is asked.
    """

    key: int
    speaker: Speaker
    text: str
    deed: str
    before: tuple[tuple[Speaker, str], ...] = ()
    asked_s: float = 0.0
    takes_back: bool = False

    @property
    def answers(self) -> tuple[str, str]:
        """Yes and no, as the endpoint is to put them."""
        return ("stop", "go on") if self.takes_back else ("act", "talk")


@dataclass(frozen=True)
class Opinion:
    """What came of a question.

    Attributes:
        is_act: Meant or not; None where there is no opinion.
        reason: In words; of a failure, what went wrong.
        took_s: From the words to the opinion.
    """

    question: Question
    is_act: bool | None
    reason: str
    took_s: float


class SecondOpinion(Protocol):
    """A judge that takes its time."""

    def ask(self, question: Question) -> bool:
        """Have it thought about; False if there is no room."""

    def poll(self) -> list[Opinion]:
        """The opinions that have come, each once."""

    def close(self) -> None:
        """Stop."""


class OpinionError(Exception):
    """The endpoint gave no opinion; the message says why."""


@dataclass
class EndpointOpinion:
    """Asks an endpoint.

    Attributes:
        dropped: Questions for which there was no room.
        late: Questions that were too old to be asked, or answered.

    Raises:
        ValueError: the configured URL is none of http or https.
    """

    config: SecondOpinionConfig
    key: str = ""
    clock: Callable[[], float] = time.monotonic
    join_s: float = 1.0
    dropped: int = 0
    late: int = 0
    _asked: queue.Queue[Question] = field(init=False)
    _found: queue.SimpleQueue[Opinion] = field(default_factory=queue.SimpleQueue)
    _stop: threading.Event = field(default_factory=threading.Event)
    _thread: threading.Thread = field(init=False)

    def __post_init__(self) -> None:
        address = urlsplit(self.config.url)
        if address.scheme not in ("http", "https") or not address.hostname:
            raise ValueError(
                f"'{self.config.url}' is no address of an endpoint; it must be like http://localhost:11434/v1"
            )
        self._asked = queue.Queue(self.config.queue)
        self._thread = threading.Thread(target=self._work, name="second-opinion", daemon=True)
        self._thread.start()

    def ask(self, question: Question) -> bool:
        """Have it thought about; False if too many wait already, or it was closed."""
        if self._stop.is_set():
            return False
        try:
            self._asked.put_nowait(question)
        except queue.Full:
            self.dropped += 1
            return False
        return True

    def poll(self) -> list[Opinion]:
        """The opinions that have come in time, each once."""
        found: list[Opinion] = []
        while True:
            try:
                opinion = self._found.get_nowait()
            except queue.Empty:
                return found
            if self._is_late(opinion.question):
                self.late += 1
            else:
                found.append(opinion)

    def close(self) -> None:
        """Stop; a call that hangs ends with its own timeout, and what it finds is thrown away."""
        self._stop.set()
        self._thread.join(self.join_s)

    def _work(self) -> None:
        while not self._stop.is_set():
            try:
                question = self._asked.get(timeout=_WAIT_S)
            except queue.Empty:
                continue
            try:
                is_act, reason = self._opinion(question)
            except OpinionError as error:
                is_act, reason = None, str(error)
            if not self._stop.is_set():
                self._found.put(Opinion(question, is_act, reason, self.clock() - question.asked_s))

    def _opinion(self, question: Question) -> tuple[bool | None, str]:
        left_s = self.config.timeout_s - (self.clock() - question.asked_s)
        if left_s <= 0:
            raise OpinionError("it waited too long for its turn")
        body = request(question, self.config.model)
        head = {"Content-Type": "application/json"}
        if self.key:
            head["Authorization"] = f"Bearer {self.key}"
        url = self.config.url.rstrip("/") + "/chat/completions"
        return verdict(_post(url, body, head, left_s), question.answers)

    def _is_late(self, question: Question) -> bool:
        return self.clock() - question.asked_s > self.config.timeout_s


def request(question: Question, model: str) -> dict[str, Any]:
    """The endpoint's request."""
    names = {Speaker.USER: "user", Speaker.AGENT: "robot"}
    talk = [f"{names[speaker]}: {text}" for speaker, text in (*question.before, (question.speaker, question.text))]
    about = "The robot is doing this" if question.takes_back else "The last line was taken for"
    words = "\n".join([*talk, "", f"{about}: {question.deed}"])
    task = _NEEDLESS if question.takes_back else _TASK
    messages = [{"role": "system", "content": task}, {"role": "user", "content": words}]
    body: dict[str, Any] = {"messages": messages, "temperature": 0, "max_tokens": 80, "stream": False}
    return {**body, "model": model} if model else body


def verdict(answer: Any, answers: tuple[str, str] = ("act", "talk")) -> tuple[bool, str]:
    """What the endpoint's answer says.

    Args:
        answer: The endpoint's JSON.
        answers: The words for yes and no.

    Raises:
        OpinionError: it says neither.
    """
    try:
        text = str(answer["choices"][0]["message"]["content"])
    except (KeyError, IndexError, TypeError) as error:
        raise OpinionError("the endpoint's answer has no choices[0].message.content") from error
    start, end = text.find("{"), text.rfind("}")
    try:
        found = json.loads(text[start : end + 1])
    except ValueError:
        found = {"verdict": text}
    said = str(found.get("verdict", "")).strip().strip("\".'").lower() if isinstance(found, dict) else ""
    if said not in answers:
        raise OpinionError(f"the endpoint says neither {' nor '.join(answers)}: {text[:60]!r}")
    return said == answers[0], str(found.get("reason", "")) or "it gave no reason"


def _post(url: str, body: Mapping[str, Any], head: Mapping[str, str], timeout_s: float) -> Any:
    try:
        call = urllib.request.Request(url, json.dumps(body).encode(), dict(head), method="POST")
        with urllib.request.urlopen(call, timeout=timeout_s) as answer:
            return json.loads(answer.read(_MOST_BYTES))
    except urllib.error.HTTPError as error:
        raise OpinionError(f"the endpoint {url} answers {error.code} {error.reason}") from error
    except TimeoutError as error:
        raise OpinionError(f"the endpoint {url} did not answer in {timeout_s:.1f} s") from error
    except (OSError, ValueError, http.client.HTTPException) as error:
        reason = getattr(error, "reason", error)
        if isinstance(reason, TimeoutError):
            raise OpinionError(f"the endpoint {url} did not answer in {timeout_s:.1f} s") from error
        raise OpinionError(f"the endpoint {url} cannot be asked: {reason}") from error

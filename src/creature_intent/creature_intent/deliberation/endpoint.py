"""A language model as the reasoner: any OpenAI-compatible endpoint that knows tools.

Design: one request for each project, with the task as a tool, generated from the action's definition. Each call of the
    tool is a step; what the model says beside is said. A project that is canceled cuts the connection.
Threading: `think` blocks its own thread, at most timeout_s; the cut comes from another.
Units: seconds.
"""

from __future__ import annotations

import contextlib
import http.client
import json
import socket
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlsplit

from creature_intent.acts import Slots
from creature_intent.deliberation.definition import NAME
from creature_intent.deliberation.reasoner import Plan, Project, ReasonerError, Stop
from creature_intent.tasks.abilities import Abilities
from creature_intent.tasks.goals import Goal

_PROMPT = """\
You plan for a small robot. A person asked it for something that takes several steps, and it has agreed. Call the tool \
{tool} once for each step, all in this answer, in the order in which they are to be done. Use only objects and places \
that the robot knows, by its own names. If it cannot be done, call nothing and say why in one short sentence. Beside \
the calls, say in one short sentence, in the first person and in plain words, what you are going to do.
What the robot knows: {known}
"""
_LONGEST_ANSWER = 1_000_000
_REQUIRED_INTENT = "intent"


class EndpointReasoner:
    """A Reasoner behind HTTP."""

    def __init__(
        self, url: str, model: str, key: str, timeout_s: float, schema: Callable[[Abilities], dict[str, Any]]
    ) -> None:
        """
        Args:
            url: Base URL, with the version: http://localhost:11434/v1.
            model: Name of the model; empty leaves the choice to the endpoint.
            key: Sent as a bearer token; empty sends none.
            timeout_s: Longest wait for the endpoint to say anything.
            schema: Makes the tool for a body's abilities.

        Raises:
            ValueError: the URL is none of http or https.
        """
        self._address = urlsplit(url)
        if self._address.scheme not in ("http", "https") or not self._address.hostname:
            raise ValueError(f"'{url}' is no address of an endpoint; it must be like http://localhost:11434/v1")
        self._model = model
        self._key = key
        self._timeout_s = timeout_s
        self._schema = schema

    def think(self, project: Project, abilities: Abilities, stop: Stop) -> Plan:
        """See Reasoner."""
        answer = self._ask(self._body(project, abilities), stop)
        return _plan(answer, project, abilities)

    def _body(self, project: Project, abilities: Abilities) -> dict[str, Any]:
        messages = [
            {"role": "system", "content": _PROMPT.format(tool=NAME, known=_known(abilities))},
            {"role": "user", "content": project.words},
        ]
        body: dict[str, Any] = {"messages": messages, "tools": [self._schema(abilities)], "stream": False}
        return {**body, "model": self._model} if self._model else body

    def _ask(self, body: Mapping[str, Any], stop: Stop) -> Mapping[str, Any]:
        https = self._address.scheme == "https"
        make = http.client.HTTPSConnection if https else http.client.HTTPConnection
        connection = make(self._address.hostname or "", self._address.port, timeout=self._timeout_s)
        headers = {"Content-Type": "application/json"}
        if self._key:
            headers["Authorization"] = f"Bearer {self._key}"
        stop.on_ask(lambda: _cut(connection))
        try:
            path = f"{self._address.path.rstrip('/')}/chat/completions"
            connection.request("POST", path, json.dumps(body), headers)
            response = connection.getresponse()
            text = response.read(_LONGEST_ANSWER)
        except (OSError, http.client.HTTPException) as error:
            raise ReasonerError(f"the endpoint did not answer: {error or type(error).__name__}") from error
        finally:
            connection.close()
        if response.status != 200:
            raise ReasonerError(f"the endpoint refused ({response.status} {response.reason}): {_start(text)}")
        return _message(text)


def _cut(connection: http.client.HTTPConnection) -> None:
    with contextlib.suppress(OSError, AttributeError):
        connection.sock.shutdown(socket.SHUT_RDWR)


def _message(text: bytes) -> Mapping[str, Any]:
    try:
        message = json.loads(text)["choices"][0]["message"]
    except (ValueError, LookupError, TypeError) as error:
        raise ReasonerError(f"the endpoint's answer is no chat completion: {_start(text)}") from error
    if not isinstance(message, dict):
        raise ReasonerError(f"the endpoint's answer is no chat completion: {_start(text)}")
    return message


def _plan(message: Mapping[str, Any], project: Project, abilities: Abilities) -> Plan:
    steps = tuple(_step(call, project, abilities) for call in message.get("tool_calls") or ())
    words = message.get("content")
    said = " ".join(words.split()) if isinstance(words, str) else ""
    if not steps and not said:
        raise ReasonerError("the endpoint's model neither planned nor said anything")
    return Plan(steps, said, strict=bool(steps))


def _step(call: Any, project: Project, abilities: Abilities) -> Goal:
    try:
        function = call["function"]
        given = function["arguments"]
        values = json.loads(given) if isinstance(given, str) else given
        name, intent = function["name"], values[_REQUIRED_INTENT]
    except (ValueError, LookupError, TypeError) as error:
        raise ReasonerError(f"a call of the endpoint's model cannot be read: {_start(call)}") from error
    if name != NAME or not isinstance(intent, str) or not abilities.can(intent):
        raise ReasonerError(f"a call of the endpoint's model is none that the body can do: {_start(call)}")
    roles = {role: " ".join(str(values.get(role) or "").split()) for role in vars(Slots())}
    return Goal(intent, Slots(**roles), project.words)


def _known(abilities: Abilities) -> str:
    things = "; ".join(f"{name} ({place})" if place else name for name, place in abilities.things.items())
    parts = [f"objects: {things}"] if things else []
    parts += [f"places: {', '.join(abilities.places)}"] if abilities.places else []
    parts += [f"movements: {', '.join(abilities.motions)}"] if abilities.motions else []
    return ". ".join([*parts, abilities.notes]).strip(". ") or "it has not said"


def _start(text: Any) -> str:
    shown = text.decode(errors="replace") if isinstance(text, bytes) else str(text)
    return shown[:200]

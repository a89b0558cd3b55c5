"""A language model as the reasoner, over a real socket."""

from __future__ import annotations

import json
import os
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from creature_intent.acts import GRAB_OBJECT, PLACE_OBJECT, Slots
from creature_intent.deliberation.config import DeliberationConfig
from creature_intent.deliberation.definition import Definition
from creature_intent.deliberation.endpoint import EndpointReasoner
from creature_intent.deliberation.make import make_reasoner
from creature_intent.deliberation.planner import Planner
from creature_intent.deliberation.reasoner import Project, ReasonerError, Stop
from creature_intent.tasks.abilities import Abilities
from creature_intent.tool_schema import tool_schema
from creature_node.config import ConfigError

TIMEOUT_S = 5.0 * float(os.environ.get("CREATURE_TEST_TIMEOUT_FACTOR", "1"))
PROJECT = Project("Clear the table.", "clear the table")
BODY = Abilities(frozenset({GRAB_OBJECT, PLACE_OBJECT}), things={"red cup": "table"}, places=("table", "shelf"))


def schema(body):
    return tool_schema(Definition({"intent": "string", "object": "string", "destination": "string"}), body.intents)


def call(**arguments):
    return {"type": "function", "function": {"name": "do_physical_task", "arguments": json.dumps(arguments)}}


@pytest.fixture
def endpoint():
    """A server that answers with `message` (or what `raw` says), and keeps what it was asked."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            server.asked.append((self.path, self.headers.get("Authorization"), body))
            server.called.set()
            server.may.wait(TIMEOUT_S)
            text = server.raw or json.dumps({"choices": [{"message": server.message}]}).encode()
            self.send_response(server.status)
            self.send_header("Content-Length", str(len(text)))
            self.end_headers()
            self.wfile.write(text)

        def log_message(self, *words):
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.asked, server.raw, server.message, server.status = [], b"", {}, 200
    server.called, server.may = threading.Event(), threading.Event()
    server.may.set()
    server.url = f"http://127.0.0.1:{server.server_port}/v1"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server
    server.may.set()
    server.shutdown()
    server.server_close()
    thread.join(TIMEOUT_S)


def think(endpoint, stop=None):
    return EndpointReasoner(endpoint.url, "m", "secret", TIMEOUT_S, schema).think(PROJECT, BODY, stop or Stop())


def test_its_calls_are_the_steps_and_its_words_are_said(endpoint):
    endpoint.message = {
        "content": "I'll put the cup\n away.",
        "tool_calls": [call(intent=PLACE_OBJECT, object="red cup", destination="shelf"), call(intent=GRAB_OBJECT)],
    }
    plan = think(endpoint)
    assert [(step.intent, step.slots) for step in plan.steps] == [
        (PLACE_OBJECT, Slots("red cup", "", "shelf")),
        (GRAB_OBJECT, Slots()),
    ]
    assert plan.words == "I'll put the cup away." and plan.strict and plan.steps[0].utterance == PROJECT.words
    ((path, key, body),) = endpoint.asked
    assert path == "/v1/chat/completions" and key == "Bearer secret" and body["model"] == "m"
    assert body["tools"][0]["function"]["parameters"]["properties"]["intent"]["enum"] == [GRAB_OBJECT, PLACE_OBJECT]
    assert "red cup (table)" in body["messages"][0]["content"] and body["messages"][1]["content"] == PROJECT.words


def test_words_alone_are_an_answer(endpoint):
    endpoint.message = {"content": "There is no dishwasher here.", "tool_calls": None}
    assert think(endpoint).words == "There is no dishwasher here."


@pytest.mark.parametrize(
    ("status", "raw", "message", "told"),
    [
        (401, b"no key", {}, r"refused \(401 .*no key"),
        (200, b"<html>", {}, "no chat completion: <html>"),
        (200, b"[]", {}, "no chat completion"),
        (200, b'{"choices": [{"message": "hi"}]}', {}, "no chat completion"),
        (200, b"", {"content": ""}, "neither planned nor said"),
        (200, b"", {"tool_calls": [call(intent="FLY")]}, "none that the body can do"),
        (200, b"", {"tool_calls": [call(object="cup")]}, "cannot be read"),
        (200, b"", {"tool_calls": ["x"]}, "cannot be read"),
    ],
)
def test_what_is_no_plan_is_told(endpoint, status, raw, message, told):
    endpoint.status, endpoint.raw, endpoint.message = status, raw, message
    with pytest.raises(ReasonerError, match=told):
        think(endpoint)


def test_a_cancel_cuts_the_connection(endpoint):
    endpoint.may.clear()
    stop, ended = Stop(), threading.Event()

    def work():
        with pytest.raises(ReasonerError):
            think(endpoint, stop)
        ended.set()

    threading.Thread(target=work, daemon=True).start()
    assert endpoint.called.wait(TIMEOUT_S)
    stop.ask()
    assert ended.wait(TIMEOUT_S / 2)


def test_an_endpoint_that_is_not_there_leaves_it_to_the_planner():
    told = []
    config = DeliberationConfig(url="http://127.0.0.1:9/v1", timeout_s=1.0)
    plan = make_reasoner(config, schema, {}, told.append).think(PROJECT, BODY, Stop())
    assert plan.steps[0].slots == Slots("red cup", "table", "shelf")
    assert len(told) == 1 and "did not answer" in told[0]


def test_without_an_address_the_planner_thinks():
    assert isinstance(make_reasoner(DeliberationConfig(), schema, {}, print), Planner)


@pytest.mark.parametrize(
    ("config", "told"),
    [
        (DeliberationConfig(url="localhost:11434"), "no address of an endpoint"),
        (DeliberationConfig(url="http://localhost/v1", api_key_env="NO_SUCH_KEY"), "NO_SUCH_KEY"),
    ],
)
def test_settings_that_cannot_be_are_refused(config, told):
    with pytest.raises(ConfigError, match=told):
        make_reasoner(config, schema, {}, print)

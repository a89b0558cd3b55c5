"""A brain that asks a language model behind an OpenAI-compatible URL, and answers by rules when it does not.

Design: reply() only prepares; the request starts when the first sentence is asked for. The model's text is cut into
    sentences as it arrives. If the endpoint is down, slow or breaks before a sentence was given, the rules answer
    instead; a circuit breaker then leaves the endpoint alone for a while, so that nobody waits for a dead server.
Threading: any method from any thread; a reply is iterated in one thread and may be closed from another.
Units: seconds.
"""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable, Iterator

from creature_voice.brains.abilities import Abilities
from creature_voice.brains.brain import Reply
from creature_voice.brains.breaker import Breaker
from creature_voice.brains.chat_stream import ThoughtFilter
from creature_voice.brains.config import BrainConfig
from creature_voice.brains.endpoint import Call, Endpoint, EndpointError, Message, chat_body
from creature_voice.brains.prompt import system_prompt
from creature_voice.brains.rules import RulesBrain, RulesReply
from creature_voice.brains.sentences import SentenceSplitter
from creature_voice.brains.words import bare
from creature_voice.brains.world import World

_MESSAGES_OF_A_TURN = 2


class ModelReply:
    """A reply that is fetched while it is iterated; it is its own iterator of sentences.

    Attributes:
        given: The sentences so far.
        by_rules: The rules' reply, where they answer.
        decided: It is settled whether the model or the rules answer.
        kept: The turn was taken with this reply.
    """

    def __init__(self, brain: OpenAIBrain, heard: str, call: Call | None) -> None:
        self._call = call
        self._brain = brain
        self._closed = threading.Event()
        self._source = brain.produce(self, heard, call)
        self.sentences: Iterator[str] = self
        self.given: list[str] = []
        self.by_rules: RulesReply | None = None
        self.decided = False
        self.kept = False

    def __iter__(self) -> Iterator[str]:
        """The sentences."""
        return self

    def __next__(self) -> str:
        """The next sentence; may wait for the network."""
        if self._closed.is_set():
            raise StopIteration
        words = next(self._source)
        self.given.append(words)
        return words

    @property
    def closed(self) -> bool:
        """It was thrown away."""
        return self._closed.is_set()

    def close(self) -> None:
        """Throw the reply away: the connection is closed at once, whoever waits for a sentence gets the end."""
        self._closed.set()
        if self._call is not None:
            self._call.cut()


class OpenAIBrain:
    """A language model that speaks as the creature, with the rules behind it.

    Args:
        config: The brain's parameters; url must be set.
        world: What the creature can see.
        rules: Answers when the endpoint does not.
        key: The endpoint's key, or empty.
        clock: Seconds that only go forward.
    """

    def __init__(
        self,
        config: BrainConfig,
        world: World,
        rules: RulesBrain,
        key: str = "",
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._config = config
        self._rules = rules
        self._world = world
        self._prompt = system_prompt(config.name, config.persona, world)
        self._endpoint = Endpoint(config.url, key, config.timeout_s, config.stall_s)
        self._breaker = Breaker(config.retry_s, clock)
        self._lock = threading.Lock()
        self._history: deque[Message] = deque(maxlen=_MESSAGES_OF_A_TURN * config.memory_turns)
        self._last: ModelReply | None = None

    def abilities(self, abilities: Abilities) -> None:
        """From now on the body can do this; the model is told with the next turn."""
        self._prompt = system_prompt(self._config.name, self._config.persona, self._world, abilities)
        self._rules.abilities(abilities)

    def reply(self, heard: str) -> ModelReply:
        """An answer that is fetched when it is iterated."""
        config = self._config
        with self._lock:
            history = list(self._history)
        messages = [{"role": "system", "content": self._prompt}, *history, {"role": "user", "content": heard}]
        body = chat_body(config.model, messages, config.temperature, config.max_tokens)
        return ModelReply(self, heard, self._endpoint.call(body))

    def produce(self, reply: ModelReply, heard: str, call: Call | None) -> Iterator[str]:
        """The sentences of a reply: the model's, or those of the rules."""
        if call is not None and self._breaker.allows():
            try:
                yield from self._from_model(reply, heard, call)
            except EndpointError as error:
                if not reply.closed:
                    self._breaker.failed(str(error))
            if reply.given or reply.closed:
                return
        reply.by_rules = self._rules.reply(heard)
        self._decide(reply, heard)
        yield from reply.by_rules.sentences

    def _from_model(self, reply: ModelReply, heard: str, call: Call) -> Iterator[str]:
        thoughts, splitter = ThoughtFilter(), SentenceSplitter()
        pieces = call.pieces()
        left = self._config.max_sentences
        try:
            for piece in pieces:
                for words in splitter.feed(thoughts.feed(piece)):
                    self._breaker.worked()
                    self._decide(reply, heard)
                    yield words
                    left -= 1
                    if not left:
                        return
            rest = [*splitter.feed(thoughts.flush()), *splitter.flush()][:left]
            if not rest and left == self._config.max_sentences:
                raise EndpointError("answered without words")
            self._breaker.worked()
            self._decide(reply, heard)
            yield from rest
        finally:
            call.cut()

    def keep(self, heard: str, reply: Reply) -> None:
        """Remember the turn; what was answered is remembered as it is spoken."""
        with self._lock:
            self._history.append({"role": "user", "content": heard})
            self._last = reply if isinstance(reply, ModelReply) else None
            if isinstance(reply, ModelReply):
                reply.kept = True
                if not reply.decided:
                    return
        by_rules = reply.by_rules if isinstance(reply, ModelReply) else None
        self._rules.keep(heard, by_rules or reply)

    def _decide(self, reply: ModelReply, heard: str) -> None:
        """It is settled who answers. A turn that was kept before is now remembered by the rules, too."""
        with self._lock:
            late = reply.kept and not reply.decided
            reply.decided = True
        if late:
            self._rules.keep(heard, reply.by_rules or reply)

    def said(self, words: str) -> None:
        """Remember words that were really spoken."""
        if not words.strip():
            return
        with self._lock:
            last = self._history[-1] if self._history else None
            if last is not None and last["role"] == "assistant":
                self._history[-1] = {"role": "assistant", "content": f"{last['content']} {words}"}
            else:
                self._history.append({"role": "assistant", "content": words})
            own = self._last
        models_own = own is not None and own.by_rules is None and bare(words) in bare(" ".join(own.given))
        if not models_own:
            self._rules.said(words)

    def reset(self) -> None:
        """Forget the conversation."""
        with self._lock:
            self._history.clear()
            self._last = None
        self._rules.reset()

    def close(self) -> None:
        """Cut what is under way and let go of the connections."""
        self._endpoint.close()

    def warning(self) -> str:
        """What is wrong with the endpoint, and that the rules answer instead."""
        reason = self._breaker.reason
        trouble = f"language model at {self._endpoint.url} {reason}; answering by rules" if reason else ""
        return "; ".join(part for part in (trouble, self._rules.warning()) if part)

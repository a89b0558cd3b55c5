"""The rules that are written in config/intents.yaml, compiled: forms, verbs, deeds, idioms, nouns."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from creature_intent.grammar.aside import Aside
from creature_intent.grammar.first_word import ByFirstWord, one_of
from creature_intent.grammar.inflection import gerund, participle, past
from creature_intent.grammar.mending import Mending
from creature_intent.grammar.triggers import any_word, needed_words


@dataclass(frozen=True)
class Form:
    """A way to ask or to promise.

    Attributes:
        form: The form in words, for the reason.
        strength: How surely it asks or promises, 0 to 1.
        pattern: From the clause's beginning on; its group `deed` (or `thing`) is what is asked or promised.
        then: What `deed` begins with: "verb", "gerund", "past" or "place" (a preposition: the deed is to go there).
    """

    form: str
    strength: float
    pattern: re.Pattern[str]
    then: str = "verb"


@dataclass(frozen=True)
class Shape:
    """A whole deed, from the verb on.

    Attributes:
        intent: Name of the task.
        patterns: Of the words after the verb; any one fits. Groups are the roles.
        motion: For PERFORM_MOTION, what to call it: "verb" and "part" stand for the words themselves.
        heads: The object's noun is one of these; empty allows any.
        is_thing: The object must be a thing of the house: nothing digital, nothing without article but what is known.
        sure: How sure the words leave it, 0 to 1.
        unless: Words (from the verb on) for which it does not hold.
    """

    intent: str
    patterns: tuple[re.Pattern[str], ...]
    motion: str = ""
    heads: frozenset[str] = frozenset()
    is_thing: bool = False
    sure: float = 1.0
    unless: re.Pattern[str] | None = None


@dataclass(frozen=True)
class Hint:
    """Words that tell what would help, and the deed that would; its {thing} is the pattern's group `thing`."""

    pattern: re.Pattern[str]
    deed: str


@dataclass(frozen=True)
class Stopping:
    """Words that take back.

    Attributes:
        anywhere, alone: Wherever they are a clause; only where nothing else is said.
        softer: Alone, and only while something stands that may be taken back.
        thing, deed: Those that name the thing, or the deed.
        settled, taken_over: The same, only of a task that stands: what is done with it already, or by somebody else.
        gone: Who was to be led, or to be given something, is not there any more.
        without_guide: Who was to be led stays, or goes alone.
    """

    anywhere: re.Pattern[str]
    alone: re.Pattern[str]
    softer: re.Pattern[str]
    thing: re.Pattern[str]
    deed: re.Pattern[str]
    settled: re.Pattern[str]
    gone: re.Pattern[str]
    without_guide: re.Pattern[str]
    taken_over: re.Pattern[str]


_STATES = frozenset({"stand", "hold", "reach", "be", "have", "stay", "sit", "lie", "face", "see"})
"""Verbs whose gerund tells how things are."""


@dataclass(frozen=True)
class Rulebook:
    """The rules of a file.

    Attributes:
        beside: What is said beside a command ("chop chop"): `before` and `after` it, and beside a promise of the
            creature ("don't you worry"): `own_before`, `own_after`.
        asking, wishes, promising: Forms of the user and of the creature, in the order in which they are tried.
        hints: What the user tells without asking for anything.
        coming: Of a thing that comes to the user; group `thing`.
        offering: How the creature offers a deed; group `deed`.
        readers: Verb -> the names of the grammars that read what follows it, in order.
        shapes: Verb -> deeds that may begin with it.
        idioms: What is no task, from the verb on.
        elsewhere: Errands far from the creature's room.
        scenes: What a sentence is -> words that show it: nothing in it is acted on.
        slips: What was misheard -> what was meant; each begins with a word.
        stopping, agreeing, agreeing_at_once: What steers a task without naming a deed.
        nouns: Lists of nouns.
    """

    beside: Mapping[str, Aside]
    asking: tuple[Form, ...]
    wishes: tuple[Form, ...]
    hints: tuple[Hint, ...]
    promising: tuple[Form, ...]
    coming: tuple[re.Pattern[str], ...]
    offering: re.Pattern[str]
    readers: Mapping[str, tuple[str, ...]]
    shapes: Mapping[str, tuple[Shape, ...]]
    idioms: re.Pattern[str]
    elsewhere: re.Pattern[str]
    scenes: Mapping[str, re.Pattern[str]]
    slips: tuple[tuple[re.Pattern[str], str], ...]
    stopping: Stopping
    agreeing: re.Pattern[str]
    agreeing_at_once: re.Pattern[str]
    nouns: Mapping[str, frozenset[str]]

    def __post_init__(self) -> None:
        """What follows from the rules is made while they are read: no sentence waits for it."""
        for name, made in vars(Rulebook).items():
            if isinstance(made, cached_property):
                getattr(self, name)

    @cached_property
    def verbs(self) -> frozenset[str]:
        """Every verb that may begin a deed, in its base form."""
        return frozenset(self.readers) | frozenset(self.shapes) | {"stop"}

    @cached_property
    def plain_verbs(self) -> frozenset[str]:
        """The verbs that are no name of a thing ("light", "iron")."""
        return self.verbs - self.nouns["machines"] - self.nouns["fixed"] - self.nouns["house"]

    @cached_property
    def no_things(self) -> frozenset[str]:
        """Nouns that name no thing of the room that could be spoken of."""
        return (self.nouns["abstract"] - self.nouns["definite"]) | self.nouns["far_places"]

    @cached_property
    def places(self) -> frozenset[str]:
        """Nouns of places, near and far: with a capital they name nobody."""
        return self.nouns["fixed"] | self.nouns["far_places"]

    @cached_property
    def asking_by_word(self) -> ByFirstWord[Form]:
        """The forms of asking, by their first word."""
        return ByFirstWord(self.asking, lambda form: form.pattern)

    @cached_property
    def wishes_by_word(self) -> ByFirstWord[Form]:
        """The wishes, by their first word."""
        return ByFirstWord(self.wishes, lambda form: form.pattern)

    @cached_property
    def promising_by_word(self) -> ByFirstWord[Form]:
        """The forms of promising, by their first word."""
        return ByFirstWord(self.promising, lambda form: form.pattern)

    @cached_property
    def may_come(self) -> re.Pattern[str]:
        """Matches where any words for a thing that comes do."""
        return one_of(pattern.pattern for pattern in self.coming)

    @cached_property
    def may_take_back(self) -> re.Pattern[str]:
        """Matches where one thing, or one deed, is taken back by its name."""
        return one_of((self.stopping.thing.pattern, self.stopping.deed.pattern))

    @cached_property
    def words_to_stop(self) -> frozenset[str]:
        """Words of which a sentence has one where anything is stopped or taken back in it."""
        stopping = self.stopping
        return any_word(map(needed_words, (stopping.anywhere, stopping.alone, stopping.thing, stopping.deed)))

    @cached_property
    def forms_of_verbs(self) -> frozenset[str]:
        """Every verb that may begin a deed, in every form in which it is known."""
        return self.verbs.union(self.base_of, self.base_of_past)

    @cached_property
    def words_to_ask(self) -> frozenset[str]:
        """Words of which a clause has one where anything is asked for in it by a form or a wish of the rules."""
        places = (form for form in self.asking if form.then == "place")
        return any_word([self.forms_of_verbs, *(needed_words(form.pattern) for form in (*self.wishes, *places))])

    @cached_property
    def words_to_promise(self) -> frozenset[str]:
        """Words of which a clause has one where anything is promised in it by a form of the rules."""
        places = (needed_words(form.pattern) for form in self.promising if form.then == "place")
        return any_word([self.forms_of_verbs, self.words_to_come, *places])

    @cached_property
    def words_to_hint(self) -> frozenset[str]:
        """Words of which a sentence has one where it hints at anything."""
        return any_word(needed_words(hint.pattern) for hint in self.hints)

    @cached_property
    def may_hint(self) -> re.Pattern[str]:
        """Matches where any hint does."""
        return one_of(hint.pattern.pattern for hint in self.hints)

    @cached_property
    def words_to_come(self) -> frozenset[str]:
        """Words of which a sentence has one where it tells that a thing comes."""
        return any_word(map(needed_words, self.coming))

    @cached_property
    def words_to_offer(self) -> frozenset[str]:
        """Words of which a sentence has one where anything is offered in it."""
        return needed_words(self.offering)

    @cached_property
    def words_to_agree(self) -> frozenset[str]:
        """Words of which a sentence has one where anything is agreed to in it."""
        return needed_words(self.agreeing)

    @cached_property
    def words_to_set_scenes(self) -> Mapping[str, frozenset[str]]:
        """What a sentence is -> words of which it has one where it is that."""
        return {name: needed_words(pattern, search=True) for name, pattern in self.scenes.items()}

    def scene(self, said: Sequence[str], text: str) -> str:
        """What a sentence seems to come from: a recipe, a song; empty if it is none.

        Args:
            said: Its words (Sentence.heard).
            text: The sentence in plain words.
        """
        for name, pattern in self.scenes.items():
            if not self.words_to_set_scenes[name].isdisjoint(said) and pattern.search(text):
                return name
        return ""

    @cached_property
    def mending(self) -> Mending:
        """What puts the slips right."""
        return Mending(self.slips)

    @cached_property
    def base_of(self) -> dict[str, str]:
        """Gerund -> base form. "I'm holding the cup" tells how things are, so `hold` and the like have none."""
        return {gerund(verb): verb for verb in sorted(self.verbs - _STATES)}

    @cached_property
    def base_of_past(self) -> dict[str, str]:
        """Past form -> base form."""
        return {past(verb): verb for verb in sorted(self.verbs)}

    @cached_property
    def base_of_done(self) -> dict[str, str]:
        """Participle -> base form: what "must be taken" is to be taken."""
        return {participle(verb): verb for verb in sorted(self.verbs)}

"""What passed between the two just now: what was asked for, and whether it was agreed to, asked back, or put off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from creature_intent.acts import Act, Slots
from creature_intent.grammar.lexicon import word_set

_ASKED_FOR = 3
"""Phrases of either speaker for which what was asked is remembered."""
_CERTAIN = frozenset({"it", "that", "this", "them", "those", "these"})
_REPEATED_FOR = 12
"""Phrases for which it may still be asked for once more."""

_PERSONS = word_set("i we you he she they nobody everybody somebody someone once if when")
_STATES = word_set("is are has have fell keeps looks smells needs wants")
""" "The vase is falling" tells of what is here; "we have a new door", "I saw a ring" do not."""


@dataclass(kw_only=True)
class Exchange:
    """The state of the talk about a task.

    Attributes:
        asked: What the user asked for last, a few phrases ago at most.
        asked_last: The same, some time longer: "Again!".
        just_asked: What the user said last asked for something, or corrected it.
        asked_words: The words in which it did.
        agreed: The creature has just promised, or agreed.
        asking: The creature has just asked back ("Which one?").
        correcting: The user has said that something is wrong, and not yet what is right ("Not that one.").
        told: What the user has named in what was said last: the creature's "I'll catch it!" means that.
        sought: The place that the user has just asked the way to.
        asked_doing: The user has just asked what the creature is doing.
    """

    asked: Act | None = None
    asked_last: Act | None = None
    just_asked: bool = False
    asked_words: frozenset[str] = frozenset()
    agreed: bool = False
    asking: bool = False
    correcting: bool = False
    asked_doing: bool = False
    told: set[str] = field(default_factory=set)
    sought: str = ""
    _is_users: bool = True
    _is_here: bool = False
    _age: int = 0
    _told: tuple[Sequence[str], ...] = ()

    @property
    def told_words(self) -> frozenset[str]:
        """The words of the user's last utterance."""
        return frozenset().union(*map(_plain, self._told))

    def hear_from(self, user: bool) -> None:
        """Somebody begins to speak: the user, or the creature."""
        self._is_users = user
        if user:
            self.told.clear()
            self.sought = ""

    def hear_clause(self, words: Sequence[str]) -> None:
        """A clause begins: what it names is only pointed at where it tells how the thing is here and now."""
        self._is_here = words[0] not in _PERSONS and not _STATES.isdisjoint(words)

    def note_named(self, thing: str) -> None:
        """Who speaks has named a thing."""
        if self._is_users and self._is_here:
            self.told.add(thing)

    def is_just_told(self, slots: Slots, pronoun: str) -> bool:
        """ "[The vase is falling!] I'll catch it!", where nothing was asked for.

        Args:
            slots: Of the creature's promise, with what its pronouns mean.
            pronoun: What stands for the thing: "some" means no certain one.
        """
        return (
            pronoun in _CERTAIN
            and not self._is_users
            and not self.just_asked
            and slots.object in self.told - {slots.destination}
        )

    def note(self, requests: Sequence[Act]) -> None:
        """A phrase was read: what it asked for, if anything. "And a fork." asks for more of it, for a while."""
        self._age = 0 if requests else self._age + 1
        if requests:
            self.asked = self.asked_last = requests[-1]
        elif self._age > _ASKED_FOR:
            self.asked = None
            if self._age > _REPEATED_FOR:
                self.asked_last = None

    def note_asking(self, asks: bool, words: Sequence[str], opens: bool, goes_on: bool = False) -> None:
        """The user said something: what it asks for stays asked to the end of the utterance, unless it is a question.

        Args:
            asks: It asks for something, or corrects it.
            words: The words.
            opens: They begin an utterance.
            goes_on: They put right what was asked for, or say yes: its other words still count.
        """
        self._told = (words,) if opens else (*self._told, words)
        if asks:
            told = _plain(words)
            self._age = 0
            still_counts = goes_on or (self.just_asked and not opens)
            self.asked_words = (self.asked_words if still_counts else frozenset()) | told
            self.just_asked = True
        elif opens:
            self.just_asked = False

    def forget_asked(self) -> None:
        """Nothing that was asked for counts any more."""
        self.asked = self.asked_last = None
        self._told = ()
        self.agreed = False


def _plain(words: Sequence[str]) -> frozenset[str]:
    return frozenset(word.removesuffix("'s") for word in words)

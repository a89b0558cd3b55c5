"""Reads a phrase: which tasks are asked for, promised, changed or taken back in it, and why it is taken so.

The rules are open: a verb, an object phrase of any words, a form that asks or promises. What is only talk is found by
the form (negation, question, condition, report, another time) and by shapes that are known to mean something else.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from creature_intent import acts, talk
from creature_intent.acts import Act, Kind, Slots
from creature_intent.answers import correction, place_to_look, thing_alone, whereabouts
from creature_intent.candidates import Candidates
from creature_intent.clauses import CONDITIONS, Clause, split
from creature_intent.openers import strip_openers
from creature_intent.hints import hinted
from creature_intent.idioms import is_thing
from creature_intent.judge import Judge
from creature_intent.lexicon import DETERMINERS, PREPOSITIONS, PRONOUNS, word_set
from creature_intent.merge import merged
from creature_intent.phrases import Phrase
from creature_intent.replies import ALL
from creature_intent.rulebook import Rulebook
from creature_intent.rulebook_file import load
from creature_intent.saying import said
from creature_intent.slots import object_phrase
from creature_intent.tokens import Speaker
from creature_intent.topic import Topic
from creature_intent.verbs import read
from creature_intent.vetoes import sentence_veto
from creature_intent.words import Sentence, sentence


@dataclass
class Rules:
    """The rules and their memory of what was last named. Feed it every phrase of the conversation, in order.

    Attributes:
        book: The rules.
        judge: Takes back what only sounds like a task; None leaves it to the rules alone.
        topic: What was last named.
    """

    book: Rulebook = field(default_factory=load)
    judge: Judge | None = field(default_factory=Judge.shipped)
    topic: Topic = field(init=False)

    def __post_init__(self) -> None:
        self.topic = Topic(book=self.book)

    def read(self, phrase: Phrase) -> list[Act]:
        """What the phrase does, in order; what is only talk does nothing."""
        if phrase.opens:
            self.topic.begin()
        words = sentence(phrase.text, self.book)
        reading = _Reading(Candidates(phrase, words, split(words.words, self.book), self.topic, self.book, self.judge))
        found = reading.acts() if phrase.whole else reading.stops_only()
        self._note(phrase, words, found)
        return [
            act.but(speaker=phrase.speaker, utterance=phrase.text, first_seq=phrase.first_seq, last_seq=phrase.last_seq)
            for act in found
        ]

    def _note(self, phrase: Phrase, words: Sentence, found: Sequence[Act]) -> None:
        """Keep in mind what was asked for or offered, and whether "sure" would agree to it."""
        self.topic.note([act for act in found if act.kind in _ASKING and act.intent])
        if phrase.speaker == Speaker.USER:
            asked = any(act.kind in _ASKING or act.kind == Kind.YES for act in found)
            self.topic.note_asking(asked, words.words, phrase.opens or words.question)
            text = " ".join(words.words)
            self.topic.correcting = not asked and (talk.is_correcting(text) or text.startswith("not "))
        elif len(strip_openers(" ".join(words.words)).split()) > 2:
            self.topic.just_asked = False


_ASKING = (Kind.REQUEST, Kind.CORRECT, Kind.ASK)


class _Reading:
    """One phrase being read."""

    def __init__(self, candidates: Candidates) -> None:
        self._candidates = candidates
        self._phrase = candidates.phrase
        self._clauses = candidates.clauses
        self._question = candidates.sentence.question
        self._topic = candidates.topic
        self._book = candidates.book
        self._text = " ".join(candidates.sentence.words)
        self._correcting = False

    def stops_only(self) -> list[Act]:
        """Of a phrase with something missing only "stop" is believed: not to act is the safe side."""
        return [_stop("the user says stop")] if self._is_stop_alone() else []

    def acts(self) -> list[Act]:
        """Everything that the phrase does."""
        if self._is_stop_alone():
            return [_stop("the user says stop")]
        return merged(self._user() if self._phrase.speaker == Speaker.USER else said(self._candidates))

    def _is_stop_alone(self) -> bool:
        if self._phrase.speaker != Speaker.USER:
            return False
        words = [word for word in self._candidates.sentence.words if word != ","]
        # "Stop, Robbie": by whatever name it is called.
        if words and words[-1] in self._candidates.sentence.names and words[-1] not in self._book.verbs:
            words.pop()
        return talk.is_stop(" ".join(words), alone=True, book=self._book)

    def _user(self) -> list[Act]:
        if talk.is_yes(self._text):
            return [Act(Kind.YES, confidence=0.8, reason=f"the user says yes: {self._text}")]
        found: list[Act] = []
        first = " ".join(self._clauses[0].words) if self._clauses else ""
        if len(self._clauses) > 1 and self._clauses[1].joiner == "and" and talk.is_yes(first):
            found.append(Act(Kind.YES, confidence=0.8, reason=f"the user says yes: {first}"))
        for index, clause in enumerate(self._clauses):
            act = self._taken_back(index, found) or self._asked(index, found) or self._named(index)
            if act:
                found.append(act)
            elif found and self._located(clause, found[-1]):
                found[-1] = self._located(clause, found[-1]) or found[-1]
            else:
                self._topic.hear(clause.words)
        hint = None if found else hinted(self._candidates)
        return [hint] if hint else found

    def _located(self, clause: Clause, act: Act) -> Act | None:
        """ "[Fetch the broom,] it's leaning behind the door": where it is."""
        words = [word for word in clause.words if word not in _RESTING]
        is_place = words[:1] in (["it"], ["they"]) and words[1:2] in (["is"], ["are"])
        if clause.joiner != "," or not is_place or act.intent not in _FETCHING or act.slots.source:
            return None
        slots = whereabouts(" ".join(words), self._candidates.setting)
        if slots is None or slots.source in _NO_THINGS:
            return None
        return act.but(slots=replace(act.slots, source=slots.source))

    def _taken_back(self, index: int, before: Sequence[Act]) -> Act | None:
        clause = self._clauses[index]
        if self._candidates.forbids(index):
            return _stop("the user does not want it done")
        text = " ".join(clause.words)
        if self._question or clause.joiner in _NOT_TOLD:
            return None
        if clause.joiner == "but" and clause.words[0] == "you":
            return None  # "But you can cancel that" tells how something is.
        is_whole = len(self._clauses) == 1 or self._clauses[1].joiner == "though"
        named = self._one_taken_back(text) if is_whole or not text.startswith("not ") else None
        if named:
            return named
        if not talk.is_stop(text, False, self._book):
            return None
        following = self._clauses[index + 1] if index + 1 < len(self._clauses) else None
        if following and following.joiner == "and" and following.words[0] not in self._book.verbs:
            return None  # "Stop and smell the roses."
        # "Grab the cup and then stop" ends with the task itself.
        return None if before and clause.joiner in ("and", "then") else _stop("the user takes it back")

    def _one_taken_back(self, text: str) -> Act | None:
        """ "Forget the spoon", "stop following me": one thing, or one deed, is taken back."""
        if not self._book.may_take_back.match(text):
            return None
        thing = object_phrase(talk.taken_back(text, self._book).split())
        if thing in ALL:
            return _stop(f"the user takes it all back: {text}")  # "Forget both of them."
        if thing and thing.split()[0] not in _NO_THINGS and is_thing(thing, self._book):
            return _stop(f"the user takes it back: {text}").but(slots=Slots(thing))
        deed = talk.ended_deed(text, self._book, self._candidates.setting)
        if deed is None or sentence_veto(self._clauses, Speaker.USER):
            return None
        slots, _ = self._topic.resolve(Slots(deed.slots.object), deed.intent)
        intent = deed.intent or acts.STOP_ACTIVITY
        return _stop(f"the user wants it ended: {text}").but(intent=intent, slots=slots)

    def _asked(self, index: int, before: Sequence[Act]) -> Act | None:
        text = " ".join(self._clauses[index].words)
        self._correcting |= talk.is_correcting(text) or (text.startswith("not ") and text.count(" ") <= 4)
        self._correcting |= any(" ".join(clause.words) in _LATE[:4] for clause in self._clauses[index + 1 :])
        return self._candidates.deed(index, Kind.CORRECT if self._correcting else Kind.REQUEST, before)

    def _named(self, index: int) -> Act | None:
        """ "No, the green one"; "The red one." for an answer."""
        words = self._clauses[index].words
        text = " ".join(words)
        if self._question or (not self._phrase.ended and words[-1] in DETERMINERS - {"this", "that", "these", "those"}):
            return None
        late = any(_is_late(" ".join(clause.words)) for clause in self._clauses[index + 1 :])
        if self._correcting or late or text.endswith(" instead"):
            return self._corrected(index, text) or self._moved(text)
        if self._topic.asked and self._topic.asked.intent == acts.SEARCH:
            place = place_to_look(text, self._book)
            if place:
                return Act(Kind.CORRECT, "", place, confidence=0.7, reason=f"the user says where to look: {text}")
        if self._topic.correcting and not self._phrase.opens and index == 0 and self._clauses[0].joiner != "and":
            return self._corrected(index, text)
        is_more = self._clauses[index].joiner == "and" and self._is_first(index)
        before = self._topic.asked if is_more else None
        more = self._more(words, before) if before is not None else None
        if more is not None:
            return more
        whole = " ".join(words) if _only_reasons(self._clauses[1:]) else self._text
        alone = thing_alone(whole, self._book) if index == 0 or is_more else None
        if alone is None:
            return None
        if before is not None:
            slots = replace(before.slots, object=alone.object, source="")
            more = Act(Kind.REQUEST, before.intent, slots, confidence=0.7, reason=f"the user asks for more: {text}")
            return self._candidates.resolved(more)
        return self._candidates.resolved(Act(Kind.REQUEST, "", alone, confidence=0.7, reason="the user names a thing"))

    def _is_first(self, index: int) -> bool:
        """Nothing but "oh", "okay" stands before the clause."""
        return not any(strip_openers(" ".join(clause.words)) for clause in self._clauses[:index])

    def _more(self, words: Sequence[str], before: Act) -> Act | None:
        """ "And the milk in the fridge": the verb is that of the request before."""
        if before.intent != acts.PLACE_OBJECT or words[0] not in DETERMINERS:
            return None
        deed = read(("put", *words), self._candidates.setting)
        if deed is None or not deed.slots.destination or deed.slots.object in PRONOUNS:
            return None
        reason = f"the user asks for more: {' '.join(words)}"
        return self._candidates.resolved(Act(Kind.REQUEST, deed.intent, deed.slots, confidence=0.7, reason=reason))

    def _asked_again(self, text: str) -> Slots | None:
        """ "No, mug.", where a mug was asked for."""
        name = strip_openers(text)
        is_name = (
            name in self._topic.asked_words and name not in self._book.verbs | DETERMINERS | PRONOUNS | PREPOSITIONS
        )
        return Slots(name) if is_name and is_thing(name, self._book) else None

    def _moved(self, text: str) -> Act | None:
        """ "No, they're in the bedroom."."""
        slots = whereabouts(text, self._candidates.setting)
        return (
            Act(Kind.CORRECT, "", slots, confidence=0.7, reason=f"the user says where it is: {text}") if slots else None
        )

    def _corrected(self, index: int, text: str) -> Act | None:
        slots = correction(text, self._candidates.setting) or self._asked_again(text)
        if slots is None or text.startswith("not ") or not _only_reasons(self._clauses[index + 1 :]):
            return None
        return self._candidates.resolved(
            Act(Kind.CORRECT, "", slots, confidence=0.85, reason=f"the user corrects: {text}")
        )


def _is_late(text: str) -> bool:
    """ "..., I meant", "..., not the small one"."""
    return text in _LATE or (text.startswith("not ") and text.count(" ") <= 4)


def _only_reasons(clauses: Sequence[Clause]) -> bool:
    """Nothing but small talk follows, or why: "... they're dirty"."""
    return all(
        not strip_openers(" ".join(clause.words))
        or clause.words[0] in _REASONS
        or talk.is_correcting(" ".join(clause.words))
        for clause in clauses
    )


_FETCHING = (acts.GRAB_OBJECT, acts.BRING_OBJECT, acts.SEARCH)
_RESTING = word_set("leaning hanging lying standing sitting laying resting still right over up just")
_NOT_TOLD = CONDITIONS | {'"'}
"""What joins a clause that takes nothing back: a condition, a quotation."""
_NO_THINGS = (*PRONOUNS, "to", "you", "more", "any", "anymore")
_LATE = ("actually", "i mean", "i meant", "instead", "rather", "sorry")
_REASONS = ("they", "it", "that", "i", "this", "he", "she", "not", "for")


def _stop(reason: str) -> Act:
    return Act(Kind.CANCEL, acts.STOP_ACTIVITY, confidence=0.99, reason=reason)

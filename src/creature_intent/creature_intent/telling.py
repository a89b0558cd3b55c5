"""Reads a phrase of the user: what it asks for, corrects, takes back or takes up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from creature_intent import acts, talk
from creature_intent.acts import Act, Kind, Slots
from creature_intent.answers import correction, place_to_look, thing_alone, whereabouts
from creature_intent.candidates import Candidates
from creature_intent.clause import Clause
from creature_intent.clauses import CONDITIONS
from creature_intent.hints import hinted
from creature_intent.idioms import is_thing
from creature_intent.lexicon import DETERMINERS, PREPOSITIONS, PRONOUNS, word_set
from creature_intent.openers import strip_openers
from creature_intent.replies import ALL
from creature_intent.slots import object_phrase
from creature_intent.talk import LATE
from creature_intent.tokens import Speaker
from creature_intent.verbs import read
from creature_intent.vetoes import sentence_veto


def told(candidates: Candidates) -> list[Act]:
    """What the user does with a phrase, in order."""
    telling = _Telling(candidates)
    return [_stop("the user says stop")] if telling.is_stop_alone() else telling.acts()


def stops_only(candidates: Candidates) -> list[Act]:
    """Of a phrase with something missing only "stop" is believed: not to act is the safe side."""
    return [_stop("the user says stop")] if _Telling(candidates).is_stop_alone() else []


class _Telling:
    """One phrase of the user being read."""

    def __init__(self, candidates: Candidates) -> None:
        self._candidates = candidates
        self._phrase = candidates.phrase
        self._sentence = candidates.sentence
        self._clauses = candidates.clauses
        self._topic = candidates.topic
        self._book = candidates.book
        self._may_correct = talk.may_correct(candidates.sentence.heard)
        self._may_take_back = talk.may_take_back(candidates.sentence.heard, candidates.book)
        self._correcting = False

    def is_stop_alone(self) -> bool:
        """Nothing is said but "stop"."""
        if not self._may_take_back:
            return False
        words = [word for word in self._sentence.words if word != ","]
        # "Stop, Robbie": by whatever name it is called.
        if words and words[-1] in self._sentence.names and words[-1] not in self._book.verbs:
            words.pop()
        return talk.is_stop(" ".join(words), alone=True, book=self._book)

    def acts(self) -> list[Act]:
        """Everything that the phrase does."""
        text = self._sentence.text
        if talk.is_yes(text):
            return [Act(Kind.YES, confidence=0.8, reason=f"the user says yes: {text}")]
        found: list[Act] = []
        clauses = self._clauses
        if len(clauses) > 1 and clauses[1].joiner == "and" and talk.is_yes(clauses[0].text):
            found.append(Act(Kind.YES, confidence=0.8, reason=f"the user says yes: {clauses[0].text}"))
        for index, clause in enumerate(clauses):
            act = self._taken_back(index, found) or self._asked(index, found) or self._named(index)
            if act:
                found.append(act)
                continue
            located = self._located(clause, found[-1]) if found else None
            if located:
                found[-1] = located
            else:
                self._topic.hear(clause)
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
        text = clause.text
        if not self._may_take_back or self._sentence.question or clause.joiner in _NOT_TOLD:
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
        if self._may_correct:
            self._correcting |= talk.is_corrected(self._clauses[index].text)
            self._correcting |= any(clause.text in LATE[:4] for clause in self._clauses[index + 1 :])
        return self._candidates.deed(index, Kind.CORRECT if self._correcting else Kind.REQUEST, before)

    def _named(self, index: int) -> Act | None:
        """ "No, the green one"; "The red one." for an answer."""
        words, joiner, text, _ = self._clauses[index]
        if self._sentence.question or (not self._phrase.ended and words[-1] in _UNFINISHED):
            return None
        if self._correcting or (self._may_correct and self._is_corrected_late(index)):
            return self._corrected(index, text) or self._moved(text)
        if self._topic.asked and self._topic.asked.intent == acts.SEARCH:
            place = place_to_look(text, self._book)
            if place:
                return Act(Kind.CORRECT, "", place, confidence=0.7, reason=f"the user says where to look: {text}")
        if self._topic.correcting and not self._phrase.opens and index == 0 and self._clauses[0].joiner != "and":
            return self._corrected(index, text)
        is_more = joiner == "and" and self._is_first(index)
        before = self._topic.asked if is_more else None
        more = self._more(words, before) if before is not None else None
        if more is not None:
            return more
        if index and not is_more:
            return None
        whole = text if _only_reasons(self._clauses[1:]) else self._sentence.text
        alone = thing_alone(whole, self._book)
        if alone is None:
            return None
        if before is not None:
            slots = replace(before.slots, object=alone.object, source="")
            more = Act(Kind.REQUEST, before.intent, slots, confidence=0.7, reason=f"the user asks for more: {text}")
            return self._candidates.resolved(more)
        return self._candidates.resolved(Act(Kind.REQUEST, "", alone, confidence=0.7, reason="the user names a thing"))

    def _is_corrected_late(self, index: int) -> bool:
        """ "The green one instead", "the green one, I meant"."""
        after = self._clauses[index + 1 :]
        return self._clauses[index].text.endswith(" instead") or any(_is_late(clause.text) for clause in after)

    def _is_first(self, index: int) -> bool:
        """Nothing but "oh", "okay" stands before the clause."""
        return not any(clause.plain for clause in self._clauses[:index])

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
    return text in LATE or talk.is_denied(text)


def _only_reasons(clauses: Sequence[Clause]) -> bool:
    """Nothing but small talk follows, or why: "... they're dirty"."""
    return all(not clause.plain or clause.words[0] in _REASONS or talk.is_correcting(clause.text) for clause in clauses)


_FETCHING = (acts.GRAB_OBJECT, acts.BRING_OBJECT, acts.SEARCH)
_RESTING = word_set("leaning hanging lying standing sitting laying resting still right over up just")
_NOT_TOLD = CONDITIONS | {'"'}
"""What joins a clause that takes nothing back: a condition, a quotation."""
_NO_THINGS = (*PRONOUNS, "to", "you", "more", "any", "anymore")
_UNFINISHED = DETERMINERS - {"this", "that", "these", "those"}
_REASONS = ("they", "it", "that", "i", "this", "he", "she", "not", "for")


def _stop(reason: str) -> Act:
    return Act(Kind.CANCEL, acts.STOP_ACTIVITY, confidence=0.99, reason=reason)

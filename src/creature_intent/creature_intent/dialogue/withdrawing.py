"""What the user takes back: "stop", "never mind the cup", "leave the window open", "you can stop looking"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from creature_intent import acts
from creature_intent.acts import Act, Kind, Slots
from creature_intent.deeds.kinds import is_thing
from creature_intent.deeds.paths import on_its_way
from creature_intent.deeds.slots import object_phrase
from creature_intent.deeds.whom import POINTED_AT
from creature_intent.dialogue.replies import ALL
from creature_intent.dialogue.taking_back import NOT_WANTED, is_after_all, is_meant
from creature_intent.dialogue.things import things_of
from creature_intent.grammar.lexicon import BARE_ONES, PRONOUNS
from creature_intent.meaning import talk
from creature_intent.meaning.candidates import Candidates
from creature_intent.meaning.vetoes import sentence_veto
from creature_intent.text.before_fact import before_fact
from creature_intent.text.clause import Clause
from creature_intent.text.clauses import CONDITIONS
from creature_intent.tokens import Speaker

_NOT_TOLD = CONDITIONS | {'"', "because"}
"""What joins a clause that takes nothing back: a condition, a quotation, a reason."""
_RELEASING = frozenset({"release", "drop"})
_LEAVING_OUT = ("no", "not", "leave")
_NO_THINGS = (*PRONOUNS, "to", "you", "more", "any", "anymore")


_THING = re.compile(r"(?<=\w)(?<!whole)(?<!same)(?<!the) (?:thing|business|stuff|idea|part|bit)$")
""" "Drop the telly thing."."""
_TOO = re.compile(r" ?\b(?:too|as well|also)$")


class Withdrawing:
    """Reads the clauses of one phrase of the user as taking something back."""

    def __init__(self, candidates: Candidates) -> None:
        self._candidates = candidates
        self._sentence = candidates.sentence
        self._clauses = candidates.clauses
        self._topic = candidates.topic
        self._book = candidates.book
        self._may_take_back = talk.may_take_back(candidates.sentence.heard, candidates.book)

    def alone(self) -> list[Act]:
        """The end of everything, where nothing is said but "stop"; else nothing."""
        if not self._may_take_back:
            return []
        words = [word for word in self._sentence.words if word != ","]
        # "Stop, Robbie": by whatever name it is called.
        if words and words[-1] in self._sentence.names and words[-1] not in self._book.verbs and self._is_called():
            words.pop()
        is_stop = talk.is_stop(" ".join(words), alone=True, book=self._book)
        return [_stop("the user says stop")] if is_stop else []

    def _is_called(self) -> bool:
        """A name is the creature's own, unless somebody is to get something: "no, Jonas", of what Lena is to get."""
        asked = self._topic.asked
        return asked is None or asked.slots.recipient in ("", acts.USER)

    def read(self, index: int, before: Sequence[Act]) -> Act | None:
        """The task that a clause takes back, or ends; None if it does neither.

        Args:
            index: Which clause.
            before: The acts of the clauses before it.
        """
        clause = self._clauses[index]
        forbidden = self._candidates.forbidden(index)
        if forbidden:
            slots, _ = self._topic.resolve(Slots(forbidden.slots.object), forbidden.intent)
            taken_back = _stop(NOT_WANTED).but(intent=forbidden.intent, slots=slots)
            whither = {forbidden.slots.destination, forbidden.slots.recipient} - _POINTED
            return None if whither and self._goes_elsewhere(taken_back, whither, before) else taken_back
        text = clause.text
        if _FORBIDDEN_IT.match(clause.plain) and not self._sentence.question:
            return _stop(NOT_WANTED)
        left_out = self._left_out(clause) if clause.words[0] in _LEAVING_OUT else None
        if left_out:
            return left_out
        if not self._may_take_back or self._sentence.question or clause.joiner in _NOT_TOLD:
            return None
        if clause.joiner == "but" and clause.words[0] == "you":
            return None  # "But you can cancel that" tells how something is.
        kept = self._kept_so(text) or (None if index else self._kept_so(" ".join(self._sentence.words)))
        if kept:
            return kept
        is_whole = len(self._clauses) == 1 or self._clauses[1].joiner == "though"
        named = self._one_taken_back(clause) if is_whole or not text.startswith("not ") else None
        if named:
            return named
        following = self._clauses[index + 1] if index + 1 < len(self._clauses) else None
        if talk.changes_mind(text, following.text if following else ""):
            return _stop("the user takes it back")
        if not talk.is_stop(text, False, self._book) or (text == "neither" and clause is not self._clauses[-1]):
            return None
        if following and following.joiner == "and" and following.words[0] not in self._book.verbs:
            return None  # "Stop and smell the roses."
        # "Grab the cup and then stop" ends with the task itself.
        return None if before and clause.joiner in ("and", "then") else _stop("the user takes it back")

    def _goes_elsewhere(self, taken_back: Act, whither: set[str], before: Sequence[Act]) -> bool:
        """ "Put it on the table and don't put it on the shelf": that tells only how what is asked for is to be done."""
        asked = [act for act in before if act.kind in (Kind.REQUEST, Kind.CORRECT)]
        tasks = [act for act in [*asked, self._topic.asked] if act and is_meant(taken_back, act)]
        return bool(tasks) and all(whither.isdisjoint((act.slots.destination, act.slots.recipient)) for act in tasks)

    def after_all(self, index: int, before: Sequence[Act]) -> Act | None:
        """ "[Bring me the cup,] oh I've got it", "[...,] no, leave it"; None if the clause does not take it back.

        Args:
            index: Which clause.
            before: The acts of the clauses before it.
        """
        if not before or before[-1].kind not in (Kind.REQUEST, Kind.CORRECT):
            return None
        clause = self._clauses[index]
        is_released = before[-1].intent == acts.PLACE_OBJECT and not before[-1].slots.destination
        if is_released and not _RELEASING.isdisjoint(self._sentence.words):
            return None  # "Let go of the broom, I've got it."
        leads = takewhile(lambda lead: not lead.plain, reversed(self._clauses[:index]))  # "no", as a clause of its own
        is_meant = is_after_all(clause.text, " ".join(reversed([lead.text for lead in leads])))
        return _stop(f"the user takes it back: {clause.text}") if is_meant else None

    def _left_out(self, clause: Clause) -> Act | None:
        """ "No milk.", of coffee and milk; "leave the hall", of the light there; "no, not the milk"."""
        asked, text = self._topic.asked, clause.text
        lead, _, thing = text.partition(" ")
        if asked is None:
            return None
        is_alone = not any(one.plain for one in self._clauses if one is not clause)
        named = object_phrase(thing.split())
        is_asked = lead == "not" and is_alone and named == asked.slots.object != ""
        is_one = lead == "no" and thing in things_of(asked.slots.object) != [thing]
        is_there = lead == "leave" and named == asked.slots.source != ""
        reason = f"the user takes it back: {text}"
        return _stop(reason).but(slots=Slots(named or thing)) if is_one or is_there or is_asked else None

    def _kept_so(self, text: str) -> Act | None:
        """ "Leave the window open": it is not to be closed."""
        found = talk.kept_so(text)
        thing = object_phrase(found[0].split()) if found else None
        if found is None or not thing or thing in PRONOUNS or not is_thing(thing, self._book):
            return None
        return _stop(f"the user wants it left so: {text}").but(intent=found[1], slots=Slots(thing))

    def _one_taken_back(self, clause: Clause) -> Act | None:
        """ "Forget the spoon", "stop following me": one thing, or one deed, is taken back."""
        text = clause.text
        if not self._book.may_take_back.match(text):
            return None
        if on_its_way(clause.plain.split(), self._candidates.setting):
            return None  # "Leave the kitchen."
        taken = talk.taken_back(text, self._book)
        named = _TOO.sub("", taken)
        thing = object_phrase(before_fact(_THING.sub("", named).split()))
        is_pointed = named != taken and thing in ("that", "it", "those", "them")
        if is_pointed or thing in BARE_ONES:  # "And the mat will be wet. Forget that too.", "skip that one"
            thing = self._topic.object
        if thing in ALL:
            return _stop(f"the user takes it all back: {text}")  # "Forget both of them."
        if thing and thing.split()[0] not in _NO_THINGS and is_thing(thing, self._book):
            return _stop(f"the user takes it back: {text}").but(slots=Slots(thing))
        deed = talk.ended_deed(text, self._book, self._candidates.setting)
        if deed is None or sentence_veto(self._clauses, Speaker.USER):
            return None
        thing = "" if deed.slots.object in POINTED_AT else deed.slots.object
        slots, _ = self._topic.resolve(Slots(thing), deed.intent)
        intent = deed.intent or acts.STOP_ACTIVITY
        return _stop(f"the user wants it ended: {text}").but(intent=intent, slots=slots)


_POINTED = PRONOUNS | {"", "there", "here", "him", "her"}
_FORBIDDEN_IT = re.compile(
    r"^(?:do not|let us not) (?:take|bring|fetch|get|grab|move|carry|put|give|lift|lead|guide|send|hand)"
    r" (?:it|them|that|this|him|her)"
    r"(?: (?:there|here|back|away|out|up|down|inside|upstairs|downstairs|anywhere|now|please|yet|after all))*$"
)
""" "Don't take her back.": what it forbids, is told by what is being done."""


def _stop(reason: str) -> Act:
    return Act(Kind.CANCEL, acts.STOP_ACTIVITY, confidence=0.99, reason=reason)

"""What the user says to put a task right: another thing, how many, where it is or goes, where to look for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from creature_intent import acts, talk
from creature_intent.acts import Act, Kind, Slots
from creature_intent.answers import RESTING, correction, place_to_look, thing_alone, whereabouts
from creature_intent.candidates import Candidates
from creature_intent.clause import Clause
from creature_intent.clauses import CONDITIONS
from creature_intent.idioms import is_thing
from creature_intent.lexicon import DETERMINERS, PREPOSITIONS, PRONOUNS
from creature_intent.talk import LATE

_ANOTHER = ("the other one", "other one", "the other", "not that one", "not this one", "wrong one", "no the other one")
_REASONS = ("they", "it", "that", "i", "this", "he", "she", "not", "for")


@dataclass
class PuttingRight:
    """Reads the clauses of one phrase of the user as corrections."""

    candidates: Candidates

    def read(self, index: int) -> Act | None:
        """What is meant instead, by a clause that puts something right."""
        clause, corrected = self.candidates.clauses[index], self.thing(index)
        if RESTING.match(clause.plain):
            return self._moved(clause.text) or corrected
        return corrected or self.sought(clause.text) or self._moved(clause.text)

    def thing(self, index: int) -> Act | None:
        """ "No, the green one", "the cup goes in the dishwasher", "make that three"."""
        clauses = self.candidates.clauses
        clause = clauses[index]
        slots = correction(clause.text, self.candidates.setting) or self._asked_again(clause.plain)
        is_told = clause.joiner not in CONDITIONS and not clause.text.startswith("not ")
        if slots is None or not is_told or not only_reasons(clauses[index + 1 :]):
            return None  # "The meeting's not till three."
        act = Act(Kind.CORRECT, "", slots, confidence=0.85, reason=f"the user corrects: {clause.text}")
        return self.candidates.resolved(act)

    def sought(self, text: str) -> Act | None:
        """ "[No,] try the bathroom instead", while something is looked for."""
        asked = self.candidates.topic.asked
        if asked is None or asked.intent != acts.SEARCH:
            return None
        place = place_to_look(text, self.candidates.book)
        reason = f"the user says where to look: {text}"
        return Act(Kind.CORRECT, "", place, confidence=0.7, reason=reason) if place else None

    def is_told_next(self, index: int) -> bool:
        """ "The other one, the big window": which is told next."""
        clauses = self.candidates.clauses
        if clauses[index].text not in _ANOTHER or index + 1 == len(clauses):
            return False
        return thing_alone(clauses[index + 1].text, self.candidates.book) is not None

    def _moved(self, text: str) -> Act | None:
        """ "No, they're in the bedroom."."""
        slots = whereabouts(text, self.candidates.setting)
        reason = f"the user says where it is: {text}"
        return Act(Kind.CORRECT, "", slots, confidence=0.7, reason=reason) if slots else None

    def _asked_again(self, name: str) -> Slots | None:
        """ "No, mug.", where a mug was asked for."""
        book = self.candidates.book
        is_asked = name in self.candidates.topic.asked_words
        is_name = is_asked and name not in book.verbs | DETERMINERS | PRONOUNS | PREPOSITIONS
        return Slots(name) if is_name and is_thing(name, book) else None


def is_late(text: str) -> bool:
    """ "..., I meant", "..., not the small one"."""
    return text in LATE or talk.is_denied(text)


def only_reasons(clauses: Sequence[Clause]) -> bool:
    """Nothing but small talk follows, or why: "... they're dirty"."""
    return all(not clause.plain or clause.words[0] in _REASONS or talk.is_correcting(clause.text) for clause in clauses)

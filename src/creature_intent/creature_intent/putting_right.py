"""What the user says to put a task right: another thing, how many, where it is or goes, where to look for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from creature_intent import acts, talk
from creature_intent.acts import Act, Kind, Slots
from creature_intent.answers import RESTING, correction, place_to_look, thing_alone, whereabouts
from creature_intent.candidates import Candidates
from creature_intent.clauses import CONDITIONS, Clause
from creature_intent.frames import strip_openers
from creature_intent.idioms import is_thing
from creature_intent.lexicon import ADJECTIVES, DETERMINERS, PREPOSITIONS, PRONOUNS

LATE = ("actually", "i mean", "i meant", "instead", "rather", "sorry")
"""What follows a correction: "on the shelf, I meant"."""
_ANOTHER = ("the other one", "other one", "the other", "not that one", "not this one", "wrong one", "no the other one")
_REASONS = ("they", "it", "that", "i", "this", "he", "she", "not", "for")


_STATES = {
    "on": acts.SWITCH_ON, "off": acts.SWITCH_OFF, "open": acts.OPEN, "closed": acts.CLOSE, "shut": acts.CLOSE,
    "close": acts.CLOSE,
}  # fmt: skip
_OPPOSITES = ({acts.SWITCH_ON, acts.SWITCH_OFF}, {acts.OPEN, acts.CLOSE})


@dataclass
class PuttingRight:
    """Reads the clauses of one phrase of the user as corrections."""

    candidates: Candidates

    def read(self, index: int, text: str) -> Act | None:
        """What is meant instead, by a clause that puts something right."""
        corrected = self.thing(index, text)
        if RESTING.match(strip_openers(text)):
            return self._moved(text) or corrected
        return corrected or self.sought(text) or self._moved(text)

    def thing(self, index: int, text: str) -> Act | None:
        """ "No, the green one", "the cup goes in the dishwasher", "make that three"."""
        clauses = self.candidates.clauses
        reversed_ = self._reversed(text)
        if reversed_:
            return reversed_
        slots = correction(text, self.candidates.setting) or self._asked_again(text)
        is_told = clauses[index].joiner not in CONDITIONS  # "The meeting's not till three."
        if slots is None or not is_told or text.startswith("not ") or not only_reasons(clauses[index + 1 :]):
            return None
        act = Act(Kind.CORRECT, "", slots, confidence=0.85, reason=f"the user corrects: {text}")
        return self.candidates.resolved(act)

    def _reversed(self, text: str) -> Act | None:
        """ "Sorry, I meant off.", where something was to be switched on."""
        asked, state = self.candidates.topic.asked, talk.renamed(text)
        intent = _STATES.get(state, "")
        if asked is None or {intent, asked.intent} not in _OPPOSITES:
            return None
        reason = f"the user corrects: {text}"
        return Act(Kind.CORRECT, intent, asked.slots, named=True, confidence=0.85, reason=reason)

    def like_alone(self, text: str) -> Slots | None:
        """ "Blue, please.", the answer to "Which one, the white or the blue?": what it is like."""
        words = [word for word in strip_openers(text).split() if word not in ("the", "please", "one", ",")]
        if not self.candidates.topic.asking or not 1 <= len(words) <= 2 or not ADJECTIVES.issuperset(words):
            return None
        return Slots(f"{' '.join(words)} one")

    def sought(self, text: str) -> Act | None:
        """ "[No,] try the bathroom instead", while something is looked for."""
        asked = self.candidates.topic.asked
        if asked is None or asked.intent != acts.SEARCH:
            return None
        place = place_to_look(text, self.candidates.book)
        reason = f"the user says where to look: {text}"
        return Act(Kind.CORRECT, "", place, confidence=0.7, reason=reason) if place else None

    def is_told_next(self, index: int, text: str) -> bool:
        """ "The other one, the big window": which is told next."""
        following = self.candidates.clauses[index + 1 : index + 2]
        if text not in _ANOTHER or not following:
            return False
        return thing_alone(" ".join(following[0].words), self.candidates.book) is not None

    def _moved(self, text: str) -> Act | None:
        """ "No, they're in the bedroom."."""
        slots = whereabouts(text, self.candidates.setting)
        reason = f"the user says where it is: {text}"
        return Act(Kind.CORRECT, "", slots, confidence=0.7, reason=reason) if slots else None

    def _asked_again(self, text: str) -> Slots | None:
        """ "No, mug.", where a mug was asked for."""
        name, book = strip_openers(text), self.candidates.book
        is_asked = name in self.candidates.topic.asked_words
        is_name = is_asked and name not in book.verbs | DETERMINERS | PRONOUNS | PREPOSITIONS
        return Slots(name) if is_name and is_thing(name, book) else None


def is_late(text: str) -> bool:
    """ "..., I meant", "..., not the small one"."""
    return text in LATE or (text.startswith("not ") and text.count(" ") <= 4)


def only_reasons(clauses: Sequence[Clause]) -> bool:
    """Nothing but small talk follows, or why: "... they're dirty"."""
    return all(
        not strip_openers(" ".join(clause.words))
        or clause.words[0] in _REASONS
        or talk.is_correcting(" ".join(clause.words))
        for clause in clauses
    )

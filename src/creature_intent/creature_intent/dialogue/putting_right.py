"""What the user says to put a task right: another thing, how many, where it is or goes, where to look for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from creature_intent import acts
from creature_intent.acts import Act, Kind, Slots
from creature_intent.deeds.kinds import is_thing
from creature_intent.dialogue.amending import of_its_kind
from creature_intent.dialogue.answers import IS_SOMEBODY, RESTING, correction, place_to_look, thing_alone, whereabouts
from creature_intent.dialogue.by_name import somebody_else
from creature_intent.grammar.lexicon import ADJECTIVES, DETERMINERS, PREPOSITIONS, PRONOUNS
from creature_intent.meaning import talk
from creature_intent.meaning.candidates import Candidates
from creature_intent.meaning.talk import LATE
from creature_intent.text.before_fact import before_fact
from creature_intent.text.clause import Clause
from creature_intent.text.clauses import CONDITIONS
from creature_intent.text.openers import strip_openers
from creature_intent.text.statements import happens

_ANOTHER = ("the other one", "other one", "the other", "not that one", "not this one", "wrong one", "no the other one")
_REASONS = ("they", "it", "that", "i", "this", "he", "she", "not", "for", "my", "we", "our", "there", "you")
_STATING = ("is", "are", "was", "were", "has", "have", "had")
_STATES = {
    "on": acts.SWITCH_ON, "off": acts.SWITCH_OFF, "open": acts.OPEN, "closed": acts.CLOSE, "shut": acts.CLOSE,
    "close": acts.CLOSE,
}  # fmt: skip
_OPPOSITES = ({acts.SWITCH_ON, acts.SWITCH_OFF}, {acts.OPEN, acts.CLOSE})


@dataclass
class PuttingRight:
    """Reads the clauses of one phrase of the user as corrections."""

    candidates: Candidates

    def read(self, index: int) -> Act | None:
        """What is meant instead, by a clause that puts something right."""
        clause, text = self.candidates.clauses[index], self.candidates.clauses[index].text
        told = " ".join(before_fact(text.split()))
        return self._read(index, clause, text) or (self._read(index, clause, told) if told != text else None)

    def _read(self, index: int, clause: Clause, text: str) -> Act | None:
        corrected = self.thing(index, text)
        if RESTING.match(clause.plain):
            return self._moved(text) or corrected
        return corrected or self.sought(text) or self._moved(text)

    def thing(self, index: int, text: str) -> Act | None:
        """ "No, the green one", "the cup goes in the dishwasher", "make that three": what a clause names."""
        reversed_ = self._reversed(text)
        if reversed_:
            return reversed_
        clauses = self.candidates.clauses
        is_why = not (self.candidates.phrase.opens or self.candidates.topic.correcting) and talk.praises(text)
        if is_why or talk.renamed(text).startswith("not "):
            return None  # "[Better the windowsill.] The light's nicer."
        slots = correction(text, self.candidates.setting) or self._asked_again(strip_openers(text)) or self._other(text)
        is_told = clauses[index].joiner not in CONDITIONS and not text.startswith("not ")
        if slots is None or not is_told or not only_reasons(clauses[index + 1 :]):
            return None  # "The meeting's not till three."
        if happens(text.split()):
            return None  # "[Oh no,] my phone died."
        if slots == Slots(recipient=slots.recipient) and not self._may_be_another(clauses[index], slots.recipient):
            return None
        asked = self.candidates.topic.asked
        slots = of_its_kind(slots, asked) if asked else slots
        act = Act(Kind.CORRECT, "", slots, confidence=0.85, reason=f"the user corrects: {text}")
        return self.candidates.resolved(act)

    def _other(self, text: str) -> Slots | None:
        """ "[Nope.] Tom.", where Anna was to get it."""
        topic, said = self.candidates.topic, self.candidates.phrase.text
        return somebody_else(talk.renamed(text), topic.asked, self.candidates.setting, said)

    def _may_be_another(self, clause: Clause, name: str) -> bool:
        """Somebody else is meant, not called: "no, Tom", where it was to follow Anna; "to Tom"."""
        asked = self.candidates.topic.asked
        if clause.plain.startswith(("to ", "for ")) or name not in self.candidates.sentence.names.values():
            return True
        return asked is not None and asked.slots.recipient[:1].isupper()

    def _reversed(self, text: str) -> Act | None:
        """ "Sorry, I meant off.", where something was to be switched on."""
        asked = self.candidates.topic.asked
        intent = _STATES.get(talk.renamed(text), "") if asked else ""
        is_again = asked is not None and intent == asked.intent and text.startswith("i said ")
        if asked is None or not (is_again or {intent, asked.intent} in _OPPOSITES):
            return None
        reason = f"the user corrects: {text}"
        return Act(Kind.CORRECT, intent, asked.slots, named=True, confidence=0.85, reason=reason)

    def like_alone(self, text: str) -> Slots | None:
        """ "Blue, please.", the answer to "Which one, the white or the blue?": what it is like."""
        if not self.candidates.topic.asking:
            return None
        words = [word for word in strip_openers(text).split() if word not in ("the", "please", "one", ",")]
        is_like = 1 <= len(words) <= 2 and ADJECTIVES.issuperset(words)
        return Slots(f"{' '.join(words)} one") if is_like else None

    def sought(self, text: str) -> Act | None:
        """ "[No,] try the bathroom instead", while something is looked for."""
        asked = self.candidates.topic.asked
        if asked is None or asked.intent != acts.SEARCH:
            return None
        place = place_to_look(" ".join(before_fact(text.split())), self.candidates.book)
        reason = f"the user says where to look: {text}"
        return Act(Kind.CORRECT, "", place, confidence=0.7, reason=reason) if place else None

    def is_told_next(self, index: int) -> bool:
        """ "The other one, the big window": which is told next."""
        clause, *rest = self.candidates.clauses[index:]
        following = next((one for one in rest if one.text not in LATE), None)
        if clause.text not in _ANOTHER or following is None:
            return False
        return thing_alone(following.text, self.candidates.book) is not None

    def _moved(self, text: str) -> Act | None:
        """ "No, they're in the bedroom."."""
        slots = whereabouts(text, self.candidates.setting)
        asked = self.candidates.topic.asked
        if slots and asked and asked.slots.recipient not in ("", acts.USER) and IS_SOMEBODY.search(text):
            slots = Slots(destination=slots.source, recipient=asked.slots.recipient)  # Who is to get it is there.
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
    """Nothing but small talk follows, or why: "... they're dirty", "... the counter's wet"."""
    return all(not clause.plain or is_reason(clause) or talk.is_correcting(clause.text) for clause in clauses)


def is_reason(clause: Clause) -> bool:
    """It tells how something is: "the counter's wet"."""
    if clause.words[0] in _REASONS:
        return True
    return any(word in _STATING or (word.endswith("'s") and index) for index, word in enumerate(clause.words[:5]))


def is_why_so(clause: Clause) -> bool:
    """As `is_reason`, and it puts nothing right: "i mean the basket" does."""
    return is_reason(clause) and not talk.is_correcting(clause.text)

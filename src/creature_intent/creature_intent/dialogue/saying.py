"""Reads a phrase of the creature: what it promises, agrees to, refuses, asks or offers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from creature_intent import acts
from creature_intent.acts import SURE, Act, Kind, Slots, Tier
from creature_intent.deeds.lying import located_after
from creature_intent.dialogue.agreement import agreement_last, agrees_in_parts
from creature_intent.dialogue.answers import thing_alone
from creature_intent.dialogue.arriving import coming, going_next
from creature_intent.dialogue.echo import only_part, says_again
from creature_intent.dialogue.offering import offered
from creature_intent.dialogue.offers import OFFERING
from creature_intent.dialogue.replies import means_all, points_back
from creature_intent.dialogue.taking_up import taken_up
from creature_intent.dialogue.things import agree
from creature_intent.grammar.lexicon import PEOPLE
from creature_intent.meaning import talk
from creature_intent.meaning.candidates import Candidates
from creature_intent.meaning.vetoes import clause_veto
from creature_intent.text.clause import Clause
from creature_intent.text.clauses import CONDITIONS
from creature_intent.tokens import Speaker

_AGREES = 0.8
"""How sure an act is by which the creature agrees."""
_UNDERWAY = re.compile(
    r"^(?:(?:and|so|okay|now|then|just|there|yes) )*(?:here (?:i|we|it) (?:go|goes|come)|off (?:i|we) go|"
    r"(?:i am )?(?:doing|on|at|moving|getting|closing|opening|bringing|carrying|taking|grabbing|fetching) (?:it|that|"
    r"them)"
    r"(?: (?:right )?now)?|(?:just )?(?:one|a|give me a|give me one) (?:moment|second|sec|minute|tick)|hold on|"
    r"i am (?:off|going|moving|rolling|there|on my way|headed .+|heading .+)|(?:starting|beginning) (?:right )?now|"
    r"right (?:now|away)|i have got (?:it|them)|in (?:it|they) (?:goes|go)|i will (?:lead|go first|roll in front|"
    r"go ahead))$"
)
"""It has begun."""
_COMES = re.compile(r"^[^,]+ (?:is|are) (?:coming|on (?:its|their|the) way)$")
""" "The bottles are coming." """
_LEFT_OPEN = re.compile(r"^the creature (?:proposes|announces|offers|says it intends)")
"""Forms that leave open whether it is done."""
_SHOWING = re.compile(r"^(?:(?:okay|oh|so|just|you mean) )*(?:like (?:this|so|that)|this way)$")
""" "Like so?" asks for no answer: it is being done."""
_WAYS = (acts.MOVE_TO, acts.FOLLOW, acts.PERFORM_MOTION)
_ADDRESSED = PEOPLE - {"it", "me", "you", "us", "him", "her", "them"}


def said(candidates: Candidates) -> list[Act]:
    """What the creature does with a phrase, in order."""
    return _Saying(candidates).acts()


def _is_tag(candidates: Candidates) -> bool:
    """ "I'm bringing over the blanket, okay?", "nodding my head, see?" ask nothing."""
    if len(candidates.clauses) < 2:
        return False
    told, tag = (clause.words for clause in candidates.clauses[-2:])
    if " ".join(tag) in ("see", "see it", "see that", "you see", "look"):
        return told[:2] == ("i", "am") or told[0].endswith("ing")
    return told[:2] == ("i", "am") and " ".join(tag) in ("okay", "all right")  # "I'll ..., okay?" asks for leave.


class _Saying:
    """One phrase of the creature being read."""

    def __init__(self, candidates: Candidates) -> None:
        self._candidates = candidates
        self._clauses = candidates.clauses
        is_question = candidates.sentence.question or OFFERING.match(candidates.sentence.text)
        self._question = bool(is_question) and not _is_tag(candidates)
        self._topic = candidates.topic
        self._book = candidates.book
        self._text = candidates.sentence.text
        heard = candidates.sentence.heard
        self._may_refuse = talk.may_refuse(heard)
        self._may_agree_to = not self._book.words_to_agree.isdisjoint(heard)

    def acts(self) -> list[Act]:
        """Everything that the phrase does."""
        found = coming(self._candidates) or self._agreed_at_once() or going_next(self._candidates)
        if found:
            return found
        for index, clause in enumerate(self._clauses):
            act = self._said(index, clause, found)
            if act and act.kind == Kind.REFUSE and any(one.kind == Kind.REFUSE for one in found):
                continue  # "There is no bread, so I can't." refuses once.
            if act:
                found.append(act)
            located = located_after(clause, found[-1], self._book) if found and act is None else None
            if located and located.kind == Kind.COMMIT:
                found[-1] = located
            elif act is None or not act.intent:
                self._topic.hear(clause, alone=len(self._clauses) == 1)
        if any(act.kind == Kind.COMMIT for act in found):
            found = [act for act in found if act.kind != Kind.ACCEPT]  # "Right away, I'll get the cup."
            found = [*self._agreed_and_more(found[0]), *found]
        found = found or self._repeated() or self._agreed_first() or self._taken_up()
        refuses = bool(found) and all(act.kind == Kind.REFUSE for act in found)  # "No, but I can find it if you like."
        offer = offered(self._candidates, self._question) if refuses or not found else None
        if offer and not (refuses and offer.kind == Kind.COMMIT):
            return [*found, self._begun(offer)]
        found = [self._begun(act) for act in found]
        if self._question and not found and not _SHOWING.match(self._text):
            found.append(Act(Kind.ASK, reason="the creature asks back"))
        return found

    def _begun(self, act: Act) -> Act:
        """ "I can reach the jar, hold on", "let's get the fridge closed, I'm on it": it is being done."""
        is_open = act.kind in (Kind.COMMIT, Kind.ASK) and act.intent and act.named and act.confidence < SURE
        if not is_open or not _LEFT_OPEN.match(act.reason) or act.doubted or self._question or len(self._clauses) < 2:
            return act
        if not any(_UNDERWAY.match(clause.text) for clause in self._clauses[1:]):
            return act
        return act.but(kind=Kind.COMMIT, confidence=0.7, tier=Tier.ACT, reason=f"{act.reason}, and begins")

    def _said(self, index: int, clause: Clause, before: Sequence[Act]) -> Act | None:
        promise = None if self._question else self._promised(index, before)
        if promise:
            return promise
        if self._may_refuse and talk.is_refusal(clause):
            return Act(Kind.REFUSE, reason=f"the creature refuses: {clause.text}")
        return None if self._question else self._agreed(index, clause)

    def _promised(self, index: int, before: Sequence[Act]) -> Act | None:
        promise = self._candidates.deed(index, Kind.COMMIT, before)
        if self._topic.asked is None:
            return promise
        if promise is None:
            return self._pointed_back(index)
        asked = self._topic.asked
        if means_all(promise.slots) and asked.tier == Tier.SUGGEST and asked.intent == promise.intent:
            return promise.but(slots=replace(promise.slots, object=""), named=False)  # "I need a fork and a knife."
        if means_all(promise.slots):
            return replace(promise, kind=Kind.ACCEPT, intent="", slots=Slots(), tier=Tier.ACT)
        return promise

    def _pointed_back(self, index: int) -> Act | None:
        """ "I'll shut it.", after somebody asked for it."""
        put = self._candidates.frame(index)
        if put is None or put.bare or not points_back(put) or self._candidates.veto(index):
            return None
        asked = self._topic.asked
        if asked and asked.intent in _WAYS and put.deed[0] in ("take", "have", "buy"):
            return None  # "I'll take it.", after "Come here."
        return Act(Kind.ACCEPT, confidence=_AGREES, reason=f"the creature {put.form}: {' '.join(put.deed)}")

    def _agreed(self, index: int, clause: Clause) -> Act | None:
        agrees = self._may_agree_to and talk.is_acceptance(clause, self._book)
        if agrees and not clause_veto(self._clauses, index, Speaker.AGENT):
            return Act(Kind.ACCEPT, confidence=_AGREES, reason=f"the creature agrees: {clause.text}")
        if index or self._repeated():
            return None
        alone = thing_alone(self._text, self._book)
        if alone is None:
            return None
        return self._candidates.resolved(
            Act(Kind.ACCEPT, "", alone, confidence=0.7, reason=f"the creature repeats it: {clause.text}")
        )

    def _agreed_at_once(self) -> list[Act]:
        """ "Sure.", "Just a moment, Anna.", right after a request."""
        agrees = self._may_agree() and talk.agrees_at_once(" ".join(self._said_words()), self._book)
        return [self._agreement()] if agrees else []

    def _repeated(self) -> list[Act]:
        """ "Green it is.", "And the milk, okay." """
        if not self._may_agree():
            return []
        words = self._said_words()
        part = only_part(words, self._topic.asked)
        if part is not None:
            return [part]
        is_echo = says_again(words, self._topic.asked, self._known(), self._book)
        whole = [self._text] if _COMES.search(self._text) else []
        agrees = is_echo or self._agrees_in(self._parts()) or self._agrees_in(whole)
        return [self._agreement()] if agrees else []

    def _taken_up(self) -> list[Act]:
        """ "[Bedroom.] Bedroom, sure." """
        may_be = self._topic.asked_last is not None and not self._topic.just_asked and not self._question
        act = taken_up(self._candidates, self._said_words()) if may_be else None
        return [act] if act else []

    def _parts(self) -> list[str]:
        """What stands between the marks; of words without any, what agrees at their end: "the hall lamp i am on it"."""
        parts = [part for part in self._text.split(" , ") if part]
        return parts if len(parts) > 1 else agreement_last(self._text, self._book)

    def _agrees_in(self, parts: Sequence[str]) -> bool:
        names = self._candidates.sentence.names.keys() - self._topic.asked_words
        parts = [part for part in parts if part not in names]  # "Sure, Anna."
        return agrees_in_parts(parts, self._topic.asked, self._known(), self._book)

    def _known(self) -> frozenset[str]:
        """The words of what was asked for, and who was spoken of."""
        return self._topic.asked_words | set(self._topic.person.lower().split())

    def _may_agree(self) -> bool:
        return self._topic.just_asked and not self._question

    def _agreement(self) -> Act:
        return Act(Kind.ACCEPT, confidence=acts.AT_ONCE, reason=f"the creature agrees at once: {self._text}")

    def _said_words(self) -> list[str]:
        """The words without marks, and without whom they are said to at their end."""
        sentence = self._candidates.sentence
        words = list(sentence.words)
        while len(words) > 1 and (words[-1] in sentence.names or (words[-1] in _ADDRESSED and words[-2] == ",")):
            words.pop()
        return [word for word in words if word != ","]

    def _agreed_and_more(self, promise: Act) -> list[Act]:
        """ "Yes, and I'll bring you a plate too.": what was asked for, and something more."""
        asked = self._topic.asked
        joiners = [clause.joiner for clause in self._clauses]
        if asked is None or not self._may_agree() or "and" not in joiners[1:]:
            return []
        first = [clause.text for clause in self._clauses[: joiners.index("and")]]
        is_more = promise.kind == Kind.COMMIT and promise.named and bool(promise.slots.object)
        if not is_more or agree(promise.slots.object, asked.slots.object):
            return []
        return [self._agreement()] if self._agrees_in(first) else []

    def _agreed_first(self) -> list[Act]:
        """ "Of course, it's in good hands.": what follows an agreement takes nothing of it back."""
        if not self._may_agree() or not self._clauses:
            return []
        first, *rest = self._clauses
        if any(clause.joiner == "but" or clause.joiner in CONDITIONS for clause in rest):
            return []
        if not talk.agrees_gladly(first.text):
            return []
        return [self._agreement()]

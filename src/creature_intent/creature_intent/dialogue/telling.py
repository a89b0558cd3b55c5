"""Reads a phrase of the user: what it asks for, corrects, takes back or takes up."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from creature_intent import acts
from creature_intent.acts import Act, Kind, Slots, Tier
from creature_intent.deeds.looking import looked_for, wondered
from creature_intent.deeds.lying import located_after, located_before
from creature_intent.deeds.met import named_in, pointed_at
from creature_intent.deeds.slots import head_noun
from creature_intent.deeds.verbless import ordered
from creature_intent.deeds.verbs import read
from creature_intent.deeds.whom import several
from creature_intent.dialogue.amending import amended
from creature_intent.dialogue.answers import thing_alone
from creature_intent.dialogue.corrected import corrected, suits
from creature_intent.dialogue.more import more_of, says_more
from creature_intent.dialogue.offers import is_yes
from creature_intent.dialogue.once_more import OPPOSITE, once_more
from creature_intent.dialogue.putting_right import PuttingRight, is_late, is_why_so, only_reasons
from creature_intent.dialogue.withdrawing import Withdrawing
from creature_intent.grammar.lexicon import DETERMINERS, PRONOUNS
from creature_intent.meaning import talk
from creature_intent.meaning.candidates import Candidates
from creature_intent.meaning.hints import hinted
from creature_intent.meaning.talk import LATE
from creature_intent.text.calling import is_addressed
from creature_intent.text.clause import Clause


def told(candidates: Candidates) -> list[Act]:
    """What the user does with a phrase, in order."""
    withdrawing = Withdrawing(candidates)
    return withdrawing.alone() or _Telling(candidates, withdrawing).acts()


def stops_only(candidates: Candidates) -> list[Act]:
    """Of a phrase with something missing only "stop" is believed: not to act is the safe side."""
    return Withdrawing(candidates).alone()


class _Telling:
    """One phrase of the user being read."""

    def __init__(self, candidates: Candidates, withdrawing: Withdrawing) -> None:
        self._candidates = candidates
        self._phrase = candidates.phrase
        self._sentence = candidates.sentence
        self._clauses = candidates.clauses
        self._topic = candidates.topic
        self._book = candidates.book
        self._may_correct = talk.may_correct(candidates.sentence.heard)
        goes_on = not candidates.phrase.opens and bool(candidates.clauses) and candidates.clauses[0].joiner != "and"
        self._correcting = candidates.topic.correcting and goes_on
        self._right = PuttingRight(candidates)
        self._withdrawing = withdrawing
        self._wondered = self._topic.wondered

    def acts(self) -> list[Act]:
        """Everything that the phrase does."""
        text = self._sentence.text
        if is_yes(text):
            return [Act(Kind.YES, confidence=0.8, reason=f"the user says yes: {text}")]
        found: list[Act] = []
        clauses = self._clauses
        if len(clauses) > 1 and clauses[1].joiner == "and" and is_yes(clauses[0].text):
            found.append(Act(Kind.YES, confidence=0.8, reason=f"the user says yes: {clauses[0].text}"))
        who = ""
        for index, clause in enumerate(clauses):
            if found and _ends_all(found[-1]) and "still" in clause.words:
                continue  # "I changed my mind, I still need it."
            taken_back = self._withdrawing.after_all(index, found)
            if taken_back:
                found.append(taken_back)
                continue
            act = self._withdrawing.read(index, found) or self._asked(index, found) or self._looked(index)
            is_why = bool(found) and found[-1].kind == Kind.CORRECT and is_why_so(clause)
            act = self._found_out(act) if act else None if is_why else self._named(index)
            if act:
                found.append(pointed_at(act, who or several(self._topic.person)))
            self._wondered = wondered(clause, self._candidates.setting) or self._wondered
            if clause is not clauses[-1]:
                who = named_in(clause.words, self._candidates.setting) or who
            if act and (act.kind != Kind.CANCEL or self._topic.asked):
                continue  # "I don't want the clock here. Put it in the hall.": it was named.
            located = located_after(clause, found[-1], self._book) if found else None
            if located:
                found[-1] = located
            else:
                self._topic.hear(clause)
        self._topic.wondered = None if found or self._wondered == self._topic.wondered else self._wondered
        if any(act.kind == Kind.CANCEL and not act.slots.object for act in found):
            # "Forget it, it's in the wash.", "forget it, stay here."
            found = [act for act in found if not _only_tells_where(act) and act.slots.destination != "here"]
            if found and found[0].kind == Kind.CANCEL and found[0].slots.object:
                found = [act for act in found if not _ends_all(act)]  # "Forget the spoon, I have one here."
        found = [act for act in found if suits(act, self._topic.asked, self._book)]
        if found:
            is_scratched = len(found) == 1 and found[0].kind == Kind.CANCEL and not found[0].slots.object
            if len(found) == 1 and self._is_named_politely(found[0]):
                found = [self._ordered() or found[0]]
            other = amended(self._candidates) if is_scratched and _SCRATCHES.match(self._sentence.text) else None
            return [other] if other else found
        other = hinted(self._candidates) or self._ordered() or once_more(self._candidates)
        other = other or self._also(amended(self._candidates))
        return [other] if other and suits(other, self._topic.asked, self._book) else []

    def _also(self, change: Act | None) -> Act | None:
        """ "And Mum.", where Dad is fetched: what would put it right is wanted besides."""
        asked = self._topic.asked
        if change is None or change.kind != Kind.CORRECT or asked is None or self._sentence.words[0] != "and":
            return change
        goal = corrected(change, asked.intent, asked.slots)
        reason = change.reason.replace("corrects", "asks for more")
        return change.but(kind=Kind.REQUEST, intent=goal.intent, slots=goal.slots, named=True, reason=reason)

    def _is_named_politely(self, act: Act) -> bool:
        """ "The blanket, please, it's cold.", where it answers no question of the creature."""
        is_name = act.kind == Kind.REQUEST and not act.intent
        is_urgent = "please" in self._sentence.words or "quick" in self._sentence.words
        asked = self._topic.asked
        is_other = asked is not None and head_noun(asked.slots.object) == head_noun(act.slots.object)
        return is_name and is_urgent and not is_other and not self._topic.asking

    def _ordered(self) -> Act | None:
        """ "Two towels to the pool, please": asked about, and meant where the creature is spoken to."""
        if self._sentence.question:
            return None
        text, sure = self._sentence.text, is_addressed(self._sentence.words)
        deed = ordered(text, self._candidates.setting, sure)
        if deed is None or self._candidates.veto(0):
            return None
        is_handed = head_noun(deed.slots.object) in self._book.nouns["handed"]
        sure = sure or ("please" in self._sentence.words and (is_handed or deed.intent != acts.BRING_OBJECT))
        reason = f"the user orders: {text}"
        act = Act(Kind.REQUEST, deed.intent, deed.slots, confidence=0.75 if sure else 0.45, reason=reason)
        return self._candidates.resolved(act).but(tier=Tier.ACT if sure else Tier.SUGGEST)

    def _looked(self, index: int) -> Act | None:
        """ "[Is Marcus in his office?] Have a look." """
        if self._wondered is None or self._candidates.veto(index):
            return None
        clause = self._clauses[index]
        slots = looked_for(clause, self._wondered, self._candidates.setting)
        reason = f"the user asks to look: {clause.text}"
        return Act(Kind.REQUEST, acts.SEARCH, slots, confidence=0.8, reason=reason, named=True) if slots else None

    def _found_out(self, act: Act) -> Act:
        """ "[Have you seen the dog?] Go find him.": who or what is wondered about is looked for."""
        about = self._wondered
        is_pointed_at = about is not None and act.intent == acts.SEARCH and (not act.named or act.slots.object in _THEM)
        if about is None or not is_pointed_at or act.slots.object not in _THEM | {"", about.object}:
            return act
        slots = replace(act.slots, object=about.object, source=act.slots.source or about.source)
        return act.but(slots=slots, named=True, tier=Tier.ACT, confidence=max(act.confidence, acts.SURE))

    def _asked(self, index: int, before: Sequence[Act]) -> Act | None:
        if self._may_correct:
            self._correcting |= talk.is_corrected(self._clauses[index].text)
            self._correcting |= any(clause.text in LATE[:4] for clause in self._clauses[index + 1 :])
        act = self._candidates.deed(index, Kind.CORRECT if self._correcting else Kind.REQUEST, before)
        asked = self._topic.asked
        is_other = act is not None and act.kind == Kind.CORRECT and asked is not None and act.intent == asked.intent
        if act and self._undoes(act):
            act = act.but(tier=Tier.ACT, confidence=max(act.confidence, acts.SURE))
        if act and (is_other or self._is_put_right(index, act)):
            act = act.but(kind=Kind.CORRECT, tier=Tier.ACT, confidence=max(act.confidence, acts.SURE))
        return located_before(self._clauses[index - 1], act, self._book) if act and index else act

    def _undoes(self, act: Act) -> bool:
        """ "[Shut the curtains.] Open them again." """
        before = self._topic.asked_last
        return (
            before is not None and OPPOSITE.get(before.intent) == act.intent and before.slots.object == act.slots.object
        )

    def _is_put_right(self, index: int, act: Act) -> bool:
        """ "[Put the pan in the sink.] The pan goes in the cupboard, not the sink." """
        asked = self._topic.asked
        is_same = asked is not None and (asked.intent, asked.slots.object) == (act.intent, act.slots.object)
        return is_same and any(clause.words[0] == "not" for clause in self._clauses[index + 1 :])

    def _named(self, index: int) -> Act | None:
        """ "No, the green one"; "The red one." for an answer."""
        words, joiner, text, plain = self._clauses[index]
        asked = _MAKE_IT.sub("", plain) if index == 0 and _MAKING in text else plain
        if asked != plain:
            return self._right.thing(index, asked)
        if self._sentence.question and words[0] in DETERMINERS and len(self._clauses) == 1:
            return self._more_of_the_same(index)  # "And the drawer?"
        if self._sentence.question or (not self._phrase.ended and words[-1] in _UNFINISHED):
            return None
        if self._right.is_told_next(index):
            self._correcting = True
            return None
        if self._correcting or (self._may_correct and self._is_corrected_late(index)):
            return self._right.read(index)
        sought = self._right.sought(text)
        if sought:
            return sought
        where = self._told_where(self._clauses[0]) if not self._phrase.opens and index == 0 else None
        if where is not None:
            return where
        if self._topic.correcting and not self._phrase.opens and index == 0 and self._clauses[0].joiner != "and":
            return self._right.thing(index, text)
        is_more = joiner == "and" and self._is_first(index)
        before = self._topic.asked if is_more else None
        more = self._more(words, before) if before is not None else None
        more = more or self._more_of_the_same(index)
        if more is not None:
            return more
        if index and not is_more:
            return None
        whole = text if only_reasons(self._clauses[1:]) else self._sentence.text
        alone = (self._right.like_alone(whole) if index == 0 else None) or thing_alone(whole, self._book)
        if alone is None:
            return None
        if before is not None:
            slots = replace(before.slots, object=alone.object, source="")
            is_led = before.intent == acts.GUIDE  # "And the cake too.", where the guests are taken to the terrace.
            slots = Slots(alone.object, destination=before.slots.destination) if is_led else slots
            intent = acts.BRING_OBJECT if is_led else before.intent
            more = Act(Kind.REQUEST, intent, slots, confidence=0.7, reason=f"the user asks for more: {text}")
            return self._candidates.resolved(more)
        return self._candidates.resolved(Act(Kind.REQUEST, "", alone, confidence=0.7, reason="the user names a thing"))

    def _is_corrected_late(self, index: int) -> bool:
        """ "The green one instead", "the green one, I meant"."""
        after = self._clauses[index + 1 :]
        return talk.corrects_late(self._clauses[index].text) or any(is_late(clause.text) for clause in after)

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

    def _more_of_the_same(self, index: int) -> Act | None:
        """ "And the lights in the hall.", "the small window too"."""
        clause, before = self._clauses[index], self._topic.asked
        if before is None or not self._is_first(index) or not says_more(clause.text, clause.joiner):
            return None
        goes_on = self._phrase.opens or self._topic.just_asked or "now " in clause.text  # "Thanks. Now the scissors."
        if not goes_on or not only_reasons(self._clauses[index + 1 :]):
            return None
        slots = more_of(clause.text, before, self._candidates.setting)
        reason = f"the user asks for more: {clause.text}"
        act = Act(Kind.REQUEST, before.intent, slots, confidence=0.7, reason=reason) if slots else None
        return self._candidates.resolved(act) if act else None

    def _told_where(self, clause: Clause) -> Act | None:
        """ "[Can you get my teddy?] He's on the top bunk.": where what was just asked for lies."""
        asked = self._topic.asked if self._topic.just_asked else None
        located = located_after(clause._replace(joiner=""), asked, self._book) if asked else None
        if located is None:
            return None
        reason = f"the user says where it is: {clause.text}"
        return Act(Kind.CORRECT, "", Slots(source=located.slots.source), confidence=0.7, reason=reason)


def _ends_all(act: Act) -> bool:
    return act.kind == Kind.CANCEL and not act.slots.object


def _only_tells_where(act: Act) -> bool:
    return act.kind == Kind.CORRECT and act.slots == Slots(source=act.slots.source)


_MAKE_IT = re.compile(
    r"^(?:(?:can|could|would|will) (?:you|we) |let us )(?:please |just )*(?=make (?:it|that) (?!to\b|up\b))"
)
""" "Could you make that a fork?" corrects, although it asks."""
_SCRATCHES = re.compile(r"^(?:(?:no|oh|wait|sorry|actually),? )*(?:scratch|strike|forget) that\b")
""" "Scratch that, it's the lanterns we need" says what is meant instead."""
_MAKING = "make "
_THEM = frozenset({*PRONOUNS, "him", "her", "one", "any"})
_UNFINISHED = DETERMINERS - {"this", "that", "these", "those"}

"""Reads a phrase: which tasks are asked for, promised, changed or taken back in it, and why it is taken so.

The rules are open: a verb, an object phrase of any words, a form that asks or promises. What is only talk is found by
the form (negation, question, condition, report, another time) and by shapes that are known to mean something else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile

from creature_intent import acts, talk
from creature_intent.acts import Act, Kind, Slots, Tier
from creature_intent.answers import thing_alone
from creature_intent.calling import is_addressed
from creature_intent.candidates import Candidates
from creature_intent.clauses import CONDITIONS, Clause, split
from creature_intent.frames import strip_openers
from creature_intent.hints import hinted
from creature_intent.idioms import is_thing
from creature_intent.judge import Judge
from creature_intent.lexicon import DETERMINERS, PRONOUNS
from creature_intent.looking import looked_for, wondered
from creature_intent.lying import located_after, located_before
from creature_intent.merge import merged
from creature_intent.met import named_in, pointed_at
from creature_intent.paths import on_its_way
from creature_intent.phrases import Phrase
from creature_intent.putting_right import LATE, PuttingRight, is_late, only_reasons
from creature_intent.rephrasing import rephrased
from creature_intent.replies import ALL
from creature_intent.rulebook import Rulebook
from creature_intent.rulebook_file import load
from creature_intent.saying import said
from creature_intent.slots import object_phrase
from creature_intent.tokens import Speaker
from creature_intent.topic import Topic
from creature_intent.verbless import ordered
from creature_intent.verbs import read
from creature_intent.vetoes import sentence_veto
from creature_intent.whom import POINTED_AT, person_named
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
        self._hear_person(phrase, words)
        if phrase.speaker == Speaker.USER:
            words = replace(words, words=rephrased(words.words, words.question, self.book))
        reading = _Reading(Candidates(phrase, words, split(words.words, self.book), self.topic, self.book, self.judge))
        found = reading.acts() if phrase.whole else reading.stops_only()
        self._hear_person(phrase, words, whole=True)
        self._note(phrase, words, found)
        return [
            act.but(speaker=phrase.speaker, utterance=phrase.text, first_seq=phrase.first_seq, last_seq=phrase.last_seq)
            for act in found
        ]

    def _hear_person(self, phrase: Phrase, words: Sentence, whole: bool = False) -> None:
        """Who is named: before the sentence is read only what stands before its first "him" or "her"."""
        said = words.words
        if POINTED_AT.isdisjoint(said) and not whole:
            return  # It is enough to look once, afterwards.
        if not whole:
            said = tuple(takewhile(lambda word: word not in POINTED_AT, said))
        self.topic.person = person_named(phrase.text, said, words.names, self.book.places) or self.topic.person

    def _note(self, phrase: Phrase, words: Sentence, found: Sequence[Act]) -> None:
        """Keep in mind what was asked for or offered, and whether "sure" would agree to it."""
        self.topic.note([act for act in found if act.kind in _ASKING and act.intent])
        self.topic.asking = phrase.speaker == Speaker.AGENT and any(act.kind == Kind.ASK for act in found)
        if phrase.speaker == Speaker.USER:
            asked = any(act.kind in _ASKING or act.kind == Kind.YES for act in found)
            self.topic.note_asking(asked, words.words, phrase.opens or words.question)
            text = " ".join(words.words)
            self.topic.correcting = not asked and (talk.is_correcting(text) or text.startswith("not "))
        elif len(strip_openers(" ".join(words.words)).split()) > _REMARK:
            self.topic.just_asked = False


_REMARK = 3
"""The most words of the creature ("Ooh, tea time.") after which its "yes" still answers."""
_MAKE_IT = re.compile(
    r"^(?:(?:can|could|would|will) (?:you|we) |let us )(?:please |just )*(?=make (?:it|that) (?!to\b|up\b))"
)
""" "Could you make that a fork?" corrects, although it asks."""
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
        self._right = PuttingRight(candidates)
        self._wondered = self._topic.wondered

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
        who = ""
        for index, clause in enumerate(self._clauses):
            act = self._taken_back(index, found) or self._asked(index, found) or self._looked(index)
            act = self._found_out(act) if act else self._named(index)
            if act:
                found.append(pointed_at(act, who))
            self._wondered = wondered(clause.words, self._candidates.setting) or self._wondered
            who = named_in(clause.words, self._candidates.setting) or who
            if act:
                continue
            if found and (located := located_after(clause, found[-1], self._book)):
                found[-1] = located
            else:
                self._topic.hear(clause.words)
        self._topic.wondered = None if found or self._wondered == self._topic.wondered else self._wondered
        hint = None if found else hinted(self._candidates) or self._ordered()
        return [hint] if hint else found

    def _looked(self, index: int) -> Act | None:
        """ "[Is Marcus in his office?] Have a look." """
        if self._wondered is None or self._candidates.veto(index):
            return None
        words = self._clauses[index].words
        slots = looked_for(words, self._wondered, self._candidates.setting)
        reason = f"the user asks to look: {' '.join(words)}"
        return Act(Kind.REQUEST, acts.SEARCH, slots, confidence=0.8, reason=reason, named=True) if slots else None

    def _found_out(self, act: Act) -> Act:
        """ "[Have you seen the dog?] Go find him.": who or what is wondered about is looked for."""
        about = self._wondered
        is_pointed_at = about is not None and act.intent == acts.SEARCH and (not act.named or act.slots.object in _THEM)
        if about is None or not is_pointed_at or act.slots.object not in _THEM | {"", about.object}:
            return act
        slots = replace(act.slots, object=about.object, source=act.slots.source or about.source)
        return act.but(slots=slots, named=True, tier=Tier.ACT, confidence=max(act.confidence, acts.SURE))

    def _ordered(self) -> Act | None:
        """ "Two towels to the pool, please": asked about, and meant where the creature is spoken to."""
        sure = is_addressed(self._text.split())
        deed = None if self._question else ordered(self._text, self._candidates.setting, sure)
        if deed is None or self._candidates.veto(0):
            return None
        reason = f"the user orders: {self._text}"
        act = Act(Kind.REQUEST, deed.intent, deed.slots, confidence=0.75 if sure else 0.45, reason=reason)
        return self._candidates.resolved(act).but(tier=Tier.ACT if sure else Tier.SUGGEST)

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
        kept = self._kept_so(text)
        if kept:
            return kept
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

    def _kept_so(self, text: str) -> Act | None:
        """ "Leave the window open": it is not to be closed."""
        found = talk.kept_so(text)
        thing = object_phrase(found[0].split()) if found else None
        if found is None or not thing or thing in PRONOUNS or not is_thing(thing, self._book):
            return None
        return _stop(f"the user wants it left so: {text}").but(intent=found[1], slots=Slots(thing))

    def _one_taken_back(self, text: str) -> Act | None:
        """ "Forget the spoon", "stop following me": one thing, or one deed, is taken back."""
        if not self._book.may_take_back.match(text):
            return None
        thing = object_phrase(talk.taken_back(text, self._book).split())
        if on_its_way(strip_openers(text).split(), self._candidates.setting):
            return None  # "Leave the kitchen."
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
        self._correcting |= any(" ".join(clause.words) in LATE[:4] for clause in self._clauses[index + 1 :])
        act = self._candidates.deed(index, Kind.CORRECT if self._correcting else Kind.REQUEST, before)
        if act and self._is_put_right(index, act):
            act = act.but(kind=Kind.CORRECT, tier=Tier.ACT, confidence=max(act.confidence, acts.SURE))
        return located_before(self._clauses[index - 1], act, self._book) if act and index else act

    def _is_put_right(self, index: int, act: Act) -> bool:
        """ "[Put the pan in the sink.] The pan goes in the cupboard, not the sink." """
        asked = self._topic.asked
        is_same = asked is not None and (asked.intent, asked.slots.object) == (act.intent, act.slots.object)
        return is_same and any(clause.words[0] == "not" for clause in self._clauses[index + 1 :])

    def _named(self, index: int) -> Act | None:
        """ "No, the green one"; "The red one." for an answer."""
        words = self._clauses[index].words
        text = " ".join(words)
        asked = _MAKE_IT.sub("", strip_openers(text))
        if index == 0 and asked != strip_openers(text):
            return self._right.thing(index, asked)
        if self._question or (not self._phrase.ended and words[-1] in DETERMINERS - {"this", "that", "these", "those"}):
            return None
        late = any(is_late(" ".join(clause.words)) for clause in self._clauses[index + 1 :])
        if self._right.is_told_next(index, text):
            self._correcting = True
            return None
        if self._correcting or late or text.endswith(" instead"):
            return self._right.read(index, text)
        sought = self._right.sought(text)
        if sought:
            return sought
        where = self._told_where(words) if not self._phrase.opens and index == 0 else None
        if where is not None:
            return where
        if self._topic.correcting and not self._phrase.opens and index == 0 and self._clauses[0].joiner != "and":
            return self._right.thing(index, text)
        is_more = self._clauses[index].joiner == "and" and self._is_first(index)
        before = self._topic.asked if is_more else None
        more = self._more(words, before) if before is not None else None
        if more is not None:
            return more
        whole = " ".join(words) if only_reasons(self._clauses[1:]) else self._text
        alone = thing_alone(whole, self._book) if index == 0 or is_more else None
        alone = (self._right.like_alone(whole) if index == 0 else None) or alone
        if alone is None:
            return None
        if before is not None:
            slots = replace(before.slots, object=alone.object, source="")
            more = Act(Kind.REQUEST, before.intent, slots, confidence=0.7, reason=f"the user asks for more: {text}")
            return self._candidates.resolved(more)
        return self._candidates.resolved(Act(Kind.REQUEST, "", alone, confidence=0.7, reason="the user names a thing"))

    def _told_where(self, words: Sequence[str]) -> Act | None:
        """ "[Can you get my teddy?] He's on the top bunk.": where what was just asked for lies."""
        asked = self._topic.asked if self._topic.just_asked else None
        located = located_after(Clause(tuple(words), ""), asked, self._book) if asked else None
        if located is None:
            return None
        reason = f"the user says where it is: {' '.join(words)}"
        return Act(Kind.CORRECT, "", Slots(source=located.slots.source), confidence=0.7, reason=reason)

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


_THEM = frozenset({*PRONOUNS, "him", "her", "one", "any"})
_NOT_TOLD = CONDITIONS | {'"'}
"""What joins a clause that takes nothing back: a condition, a quotation."""
_NO_THINGS = (*PRONOUNS, "to", "you", "more", "any", "anymore")


def _stop(reason: str) -> Act:
    return Act(Kind.CANCEL, acts.STOP_ACTIVITY, confidence=0.99, reason=reason)

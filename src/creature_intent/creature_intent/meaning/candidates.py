"""Finds the deeds of a phrase, clause by clause, and decides for each whether it is meant or only talked about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from creature_intent import acts
from creature_intent.acts import Act, Kind, Slots, Tier
from creature_intent.deeds.body import again
from creature_intent.deeds.ceasing import is_ceasing
from creature_intent.deeds.deed import DOUBTFUL, WEAK, Deed, Setting
from creature_intent.deeds.slots import head_noun
from creature_intent.deeds.topic import Topic
from creature_intent.deeds.verbs import read
from creature_intent.grammar.lexicon import ENDEARMENTS, HOUSEWORK, PRONOUNS
from creature_intent.grammar.rulebook import Rulebook
from creature_intent.meaning.assurance import affirmed, as_promise, is_planned, surer, without_haste
from creature_intent.meaning.certain import is_surely_meant
from creature_intent.meaning.clue import clue_at
from creature_intent.meaning.doubts import is_doubted, is_unknown
from creature_intent.meaning.frames import GLADLY, Frame, as_question, frame_of, may_put
from creature_intent.meaning.judge import Judge
from creature_intent.meaning.long_reasons import own_part
from creature_intent.meaning.steps import is_fetched_there, of_the_named, of_the_opened, of_the_same
from creature_intent.meaning.subjects import goes_on_asking, has_no_other_subject, is_reason
from creature_intent.meaning.vetoes import clause_veto, sentence_veto
from creature_intent.meaning.wishing import ASKS, as_wished, is_counter_order
from creature_intent.text.clause import Clause
from creature_intent.text.clauses import CONDITIONS
from creature_intent.text.dangling import dangles
from creature_intent.text.phrases import Phrase
from creature_intent.text.words import Sentence
from creature_intent.tokens import Speaker

_UNNAMED = 0.85
"""How much less sure an act is whose object is only pointed at."""
_HEDGED = 0.5
"""What is left of a promise that begins with "maybe": enough only for what was just asked for."""
_DOUBTED = 0.45
"""The most that is left of what the judge doubts: enough to ask about it, or to answer what was asked."""
_LEAST_STRENGTH = 0.7
"""A form weaker than this needs a verb that leaves no doubt."""
_TAG = re.compile(r"^(?:would|could|can|will) you(?: please)?$|^please$|^okay$|^all right$")
_HANDLING = (acts.BRING_OBJECT, acts.PLACE_OBJECT, acts.GRAB_OBJECT)
_KNOWN = frozenset({"the", "my", "that"})
_SOMEBODY = frozenset({acts.USER, "him", "her", "them", ""})
_NOWHERE_NAMED = frozenset({acts.USER, "here", "there", "home", "it", "that", "this", ""})


@dataclass
class Candidates:
    """The deeds of one phrase.

    Attributes:
        phrase, sentence, clauses: What was said, mended, and cut.
        topic: What was named before.
        book, judge: The rules, and who takes back what only sounds like a task.
        setting: Who speaks, and which words are names.
    """

    phrase: Phrase
    sentence: Sentence
    clauses: list[Clause]
    topic: Topic
    book: Rulebook
    judge: Judge | None = None
    setting: Setting = field(init=False)

    def __post_init__(self) -> None:
        self.setting = Setting(self.phrase.speaker, self.sentence.names, self.book)

    def deed(self, index: int, kind: Kind, before: Sequence[Act]) -> Act | None:
        """The act of the clause, if it asks for (user) or promises (creature) a deed.

        Args:
            index: Which clause.
            kind: What kind of act it would be.
            before: The acts of the clauses before it.
        """
        put = self.frame(index)
        if put is None:
            return None
        deed = of_the_opened(put, before, self.setting) or self._again(put, before) or self._read(put)
        deed = deed or of_the_same(self.clauses, index, put, before, self.setting)
        deed = deed or of_the_named(self.clauses, index, put, self.topic.object, self.setting)
        if deed and put.wished:
            put, deed = as_wished(put, deed, self.sentence.text, self.book)
        if deed and deed.intent == acts.FOLLOW and put.deed[1:2] == ("after",) and self.topic.person:
            deed = replace(deed, certainty=WEAK)  # "Do you see the lady? Go after her."
        if deed and is_fetched_there(self.clauses[index], deed, before, self.book):
            deed = replace(deed, certainty=max(deed.certainty, WEAK))
        if deed is None or not self._is_meant(index, put, deed, before):
            return None
        if self.phrase.speaker == Speaker.AGENT:
            deed = surer(self.clauses[:index], put, deed)
        reason = f"{_who(self.phrase.speaker)} {put.form}: {' '.join(put.deed)}"
        asked = self.topic.asked is not None
        in_doubt = is_doubted(put, deed, self.clauses, index, self.phrase.speaker, asked, self.book)
        strength = put.strength * (_HEDGED if in_doubt else 1.0)
        act = self.resolved(Act(kind, deed.intent, deed.slots, confidence=strength * deed.certainty, reason=reason))
        if is_unknown(act, put) and not self._is_named_before(index):
            act = act.but(confidence=min(act.confidence, _DOUBTED))
        judged = self._judged(index, put, act, before)
        return judged.but(tier=Tier.SUGGEST) if judged and judged.confidence < acts.SURE else judged

    def _judged(self, index: int, put: Frame, act: Act, before: Sequence[Act]) -> Act | None:
        """The act as the judge leaves it: None if a user's words are but talk; a promise may still be an answer."""
        if self.judge is None or act.intent == acts.STOP_ACTIVITY:
            return act
        clue = clue_at(self.phrase.speaker, self.clauses, index, put.deed, self.sentence.question)
        verdict = self.judge.judge(clue)
        act = act.but(reason=f"{act.reason}; judge {verdict.chance:.2f}")
        is_user = self.phrase.speaker == Speaker.USER
        if verdict.tier == "act" or (
            is_user and is_surely_meant(self.sentence, self.clauses, index, put, act, before, self.book)
        ):
            return act
        if verdict.tier == "talk" and is_user:
            return None
        return act.but(confidence=min(act.confidence, _DOUBTED), doubted=True)

    def frame(self, index: int) -> Frame | None:
        """How the clause puts its deed; None if it neither asks nor promises."""
        clause, speaker = self.clauses[index], self.phrase.speaker
        promise = as_promise(self.clauses, index) if speaker == Speaker.AGENT else ""
        if promise:
            return frame_of(promise, speaker, self.book)
        put = may_put(clause, speaker, self.book) and frame_of(as_question(clause), speaker, self.book)
        if put is None and speaker == Speaker.AGENT and is_planned(self.clauses, index, self.book):
            put = frame_of(clause.plain.replace("i", "i will", 1), speaker, self.book)
        return affirmed(self.clauses, index, put, self.topic.just_asked) if put else None

    def forbidden(self, index: int) -> Deed | None:
        """What the clause forbids to do: "Don't pick up the cup"."""
        text, start = re.sub(r"^let us not ", "do not ", self.clauses[index].plain), "do not "
        if not text.startswith(start) or self.veto(index):
            return None
        return read(re.sub(r" (?:either|though|after all)$", "", text[len(start) :]).split(), self.setting)

    def resolved(self, act: Act) -> Act:
        """The act with what its pronouns point at; what it names is remembered."""
        own = self.topic.own and self.phrase.speaker == Speaker.AGENT
        slots, named = self.topic.resolve(act.slots, act.intent)
        named = named or (own and bool(slots.object)) or self.topic.is_just_told(slots, act.slots.object)
        if act.intent in (acts.MOVE_TO, acts.GUIDE):
            comes = slots.destination == acts.USER and " to you" in self.phrase.text.lower()
            is_fetched = act.intent == acts.GUIDE and slots.recipient not in _SOMEBODY
            named = slots.destination not in _NOWHERE_NAMED or comes or is_fetched
        elif act.intent == acts.FOLLOW:
            named = slots.recipient not in ("him", "her", "them", "")
        elif act.intent == acts.PERFORM_MOTION:
            named = bool(slots.object)
        self.topic.name(slots, act.intent)
        confidence = act.confidence * (1.0 if named or act.intent == acts.STOP_ACTIVITY else _UNNAMED)
        return act.but(slots=slots, named=named, confidence=round(confidence, 3))

    @cached_property
    def scene(self) -> str:
        """What the sentence seems to come from: a recipe, a song; empty if it is none."""
        text = self.sentence.text
        if self.phrase.speaker == Speaker.AGENT:
            text = without_haste(text)
        return self.book.scene(self.sentence.heard, text)

    def _read(self, put: Frame) -> Deed | None:
        if put.deed[0] != "stop" or self.phrase.speaker == Speaker.USER:
            return read(put.deed, self.setting)
        if put.bare or not is_ceasing(put.deed):
            return read(put.deed, self.setting)
        return Deed(acts.STOP_ACTIVITY, Slots())

    def _again(self, put: Frame, before: Sequence[Act]) -> Deed | None:
        """ "[Lift both arms] and lower them again", "[Raise your left arm.] Now the right one"."""
        last = before[-1] if before else self.topic.asked_last
        return again(put.deed, last.slots.object) if last and last.intent == acts.PERFORM_MOTION else None

    def veto(self, index: int) -> str:
        """Why the clause is only talk, in words; empty if there is no reason."""
        if self.scene:
            return f"it sounds like {self.scene}"
        clauses, index = own_part(self.clauses, index, speaker := self.phrase.speaker)
        return sentence_veto(clauses, speaker) or clause_veto(clauses, index, speaker)

    def _is_meant(self, index: int, put: Frame, deed: Deed, before: Sequence[Act]) -> bool:
        asks_first = put.elliptic and self.clauses[index].joiner in CONDITIONS  # "I'd have to ask before opening it."
        if asks_first or self.veto(index) or self._is_cut_off(index):
            return False
        wished = head_noun(deed.slots.object) if put.wished else ""
        is_known = put.deed[2:3] != () and put.deed[2] in _KNOWN  # "I need the milk."
        if wished in self.book.nouns["ordered"] or (wished in self.book.nouns["errands"] and not is_known):
            return False
        if self.phrase.speaker == Speaker.USER and min(put.strength, deed.certainty) <= DOUBTFUL:
            return self._goes_on_with_it(index) or self._may_be_asked(index, put, deed)
        if put.strength < _LEAST_STRENGTH and deed.certainty < 1.0 and not (self.topic.asked and put.form == GLADLY):
            return False
        is_open = put.bare and not before and not goes_on_asking(self.clauses, index)
        if is_open and self._is_question() and _is_vague(deed):
            return False
        if not (put.bare or put.elliptic):
            return True
        return has_no_other_subject(self.clauses, index, put.bare, before, self.phrase.speaker, self.book)

    def _goes_on_with_it(self, index: int) -> bool:
        """ "Take three cups and bring them to me": what is done with it next tells that it is meant."""
        following = self.clauses[index + 1] if index + 1 < len(self.clauses) else None
        put = frame_of(following.plain, self.phrase.speaker, self.book) if following else None
        deed = self._read(put) if put and put.bare else None
        return deed is not None and deed.slots.object in PRONOUNS and deed.intent in _HANDLING

    def _may_be_asked(self, index: int, put: Frame, deed: Deed) -> bool:
        """ "I'd like an apple", "Take a cup": a thing for the hand, and of a command, if it is all that is said."""
        is_one = put.wished or not {"for", "and", "with"} & set(put.deed)
        if head_noun(deed.slots.object) in self.book.nouns["ordered"] or not is_one:
            return False
        others = [*self.clauses[:index], *self.clauses[index + 1 :]]
        alone = not any(clause.plain for clause in others)
        is_explained = put.deed[0] == "get" and not index and all(map(is_reason, others))
        alone = alone or is_explained
        if put.form == ASKS and not is_counter_order(deed, self.book):
            return alone or not put.bare
        return not self.sentence.question and (alone or not put.bare)

    def _is_named_before(self, index: int) -> bool:
        """ "Take three cups and bring them to me": what "them" is stands in an earlier step, whatever its words are."""
        steps = (clause.plain.split() for clause in self.clauses[:index])
        return any(step and step[0] in self.book.verbs | HOUSEWORK for step in steps)

    def _is_cut_off(self, index: int) -> bool:
        """The phrase stops in mid-air with this clause."""
        return index == len(self.clauses) - 1 and not self.phrase.ended and dangles(self.clauses[index].words)

    def _is_question(self) -> bool:
        """It asks; "get the key, would you?" does not."""
        last = self.clauses[-2:] if self.clauses[-1].text in ENDEARMENTS | {"my dear"} else self.clauses[-1:]
        return self.sentence.question and not _TAG.match(last[0].text)


def _is_vague(deed: Deed) -> bool:
    """ "Get it?" asks something else."""
    return deed.certainty < 1.0 or deed.slots.object in PRONOUNS


def _who(speaker: Speaker) -> str:
    return "the user" if speaker == Speaker.USER else "the creature"

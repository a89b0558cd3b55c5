"""Finds the deeds of a phrase, clause by clause, and decides for each whether it is meant or only talked about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from creature_intent import acts, talk
from creature_intent.acts import Act, Kind, Slots, Tier
from creature_intent.assurance import is_waited_for, surer, without_haste
from creature_intent.body import again
from creature_intent.calling import is_addressed, without_name
from creature_intent.clauses import CONDITIONS, Clause
from creature_intent.clue import clue_at
from creature_intent.deeds import DOUBTFUL, Deed, Setting
from creature_intent.doubts import is_doubted, is_unknown
from creature_intent.frames import Frame, frame, strip_openers
from creature_intent.judge import Judge
from creature_intent.lexicon import DETERMINERS, HOUSEWORK, NOT_IN_OBJECT, PREPOSITIONS, PRONOUNS, word_set
from creature_intent.phrases import Phrase
from creature_intent.rulebook import Rulebook
from creature_intent.slots import dangles, head_noun
from creature_intent.steps import of_the_same
from creature_intent.tokens import Speaker
from creature_intent.topic import Topic
from creature_intent.verbs import read
from creature_intent.vetoes import clause_veto, sentence_veto
from creature_intent.wishing import ASKS, as_wished, is_counter_order
from creature_intent.words import Sentence

_UNNAMED = 0.85
"""How much less sure an act is whose object is only pointed at."""
_HEDGED = 0.5
"""What is left of a promise that begins with "maybe": enough only for what was just asked for."""
_DOUBTED = 0.45
"""The most that is left of what the judge doubts: enough to ask about it, or to answer what was asked."""
_LEAST_STRENGTH = 0.7
"""A form weaker than this needs a verb that leaves no doubt."""

_LEAD_IN = re.compile(
    r"^(?:please )?(?:be an? \w+|be so kind|(?:lend|give) (?:me|us) a hand"
    r"|do me a favou?r|go ahead|hurry up|get up|stand up|turn around)$"
)
_STOPPING = re.compile(
    r"^stop(?: (?:now|right now|right away|immediately|at once|it|that|here|moving|what i am doing)"
    r"|(?: (?:doing|picking|bringing|going|putting|following|looking|moving|carrying|searching"
    r"|fetching|driving|dancing)\b.*))*$"
)
_GOING_ON = re.compile(r"^(?:i will|i am going to|let me|i am (?:going|heading)|going) ")
_ASKED = re.compile(
    r"^(?:please |so |okay |now |and |then )*(?:can|could|would|will) you (?!like|ever|imagine|believe|remember|see)"
)
_TAG = re.compile(r"^(?:would|could|can|will) you(?: please)?$|^please$|^okay$|^all right$")
_PLANNING = re.compile(
    r"^(?:i|we|he|she|they|you)\b.*\b(?:have|had|need|needs|got|going) to\b"
    r"|^(?:he|she|they|you)\b.*\b(?:want|wants|like|love) to\b"
)
"""What somebody has to do is no reason to ask the creature for the next step; what the user likes to do may be."""
_STATES = word_set(
    "is are am have has need want wants needs left dropped forgot can like would could lost love see looks smells "
    "feels hurts "
    "feel fell spilled spilt broke should smell look"
)
_CREATURES_OWN = word_set("i it there you here one that this let the your")
_TELLING = word_set("be let get wake stand hurry listen look put take careful watch mind not have")
"""A clause that begins so tells the creature something: the next one may go on."""
_STEPS = frozenset({"and", "then", ","})
_IMPERATIVE = HOUSEWORK | _TELLING
_BEGGING = frozenset({"please", "kindly"})
_HANDLING = (acts.BRING_OBJECT, acts.PLACE_OBJECT, acts.GRAB_OBJECT)
_NOWHERE_NAMED = frozenset({acts.USER, "here", "there", "home", "it", "that", "this", ""})


@dataclass
class Candidates:
    """The deeds of one phrase."""

    phrase: Phrase
    sentence: Sentence
    clauses: list[Clause]
    topic: Topic
    book: Rulebook
    judge: Judge | None = None

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
        deed = self._again(put, before) or self._read(put)
        deed = deed or of_the_same(self.clauses, index, put.deed if put.bare else (), before, self.setting)
        if deed and put.wished:
            put, deed = as_wished(put, deed, self.sentence.words, self.book)
        if deed is None or not self._is_meant(index, put, deed, before):
            return None
        if self.phrase.speaker == Speaker.AGENT:
            deed = surer(self.clauses[:index], put, deed)
        reason = f"{_who(self.phrase.speaker)} {put.form}: {' '.join(put.deed)}"
        asked = self.topic.asked is not None
        in_doubt = is_doubted(put, deed, self.clauses, index, self.phrase.speaker, asked)
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
        if verdict.tier == "act" or self._is_surely_meant(index, put, before):
            return act
        if verdict.tier == "talk" and self.phrase.speaker == Speaker.USER:
            return None
        return act.but(confidence=min(act.confidence, _DOUBTED), doubted=True)

    def _is_surely_meant(self, index: int, put: Frame, before: Sequence[Act]) -> bool:
        """The creature is called by what it is, or a step follows one that is meant: that outweighs a doubtful word."""
        if self.phrase.speaker == Speaker.AGENT:
            return False
        goes_on = put.bare and bool(before) and before[-1].tier == Tier.ACT and self.clauses[index].joiner in _STEPS
        return goes_on or is_addressed(self.sentence.words)

    def frame(self, index: int) -> Frame | None:
        """How the clause puts its deed; None if it neither asks nor promises."""
        words = _as_question(self.clauses[index])
        if self.phrase.speaker == Speaker.AGENT and is_waited_for(self.clauses, index):
            words = ("i", "will", *words[1:])
        return frame(words, self.phrase.speaker, self.book)

    def forbids(self, index: int) -> bool:
        """The clause forbids a deed: "Don't pick up the cup"."""
        text = strip_openers(" ".join(self.clauses[index].words))
        start = "do not "
        if not text.startswith(start) or self.veto(index):
            return False
        return read(text[len(start) :].split(), self.setting) is not None

    def resolved(self, act: Act) -> Act:
        """The act with what its pronouns point at; what it names is remembered."""
        own = self.topic.own and self.phrase.speaker == Speaker.AGENT
        slots, named = self.topic.resolve(act.slots, act.intent)
        named = named or (own and bool(slots.object))
        if act.intent in (acts.MOVE_TO, acts.GUIDE):
            comes = slots.destination == acts.USER and " to you" in self.phrase.text.lower()
            named = slots.destination not in _NOWHERE_NAMED or comes
        elif act.intent == acts.FOLLOW:
            named = slots.recipient not in ("him", "her", "them", "")
        elif act.intent == acts.PERFORM_MOTION:
            named = bool(slots.object)
        self.topic.name(slots)
        confidence = act.confidence * (1.0 if named or act.intent == acts.STOP_ACTIVITY else _UNNAMED)
        return act.but(slots=slots, named=named, confidence=round(confidence, 3))

    @cached_property
    def scene(self) -> str:
        """What the sentence seems to come from: a recipe, a song; empty if it is none."""
        text = " ".join(self.sentence.words)
        if self.phrase.speaker == Speaker.AGENT:
            text = without_haste(text)
        return next((name for name, words in self.book.scenes.items() if words.search(text)), "")

    @property
    def setting(self) -> Setting:
        """Who speaks, and which words are names."""
        return Setting(self.phrase.speaker, self.sentence.names, self.book)

    def _read(self, put: Frame) -> Deed | None:
        if put.deed[0] != "stop" or self.phrase.speaker == Speaker.USER:
            return read(put.deed, self.setting)
        if put.bare or not _STOPPING.match(" ".join(put.deed)):
            return read(put.deed, self.setting)
        return Deed(acts.STOP_ACTIVITY, Slots())

    def _again(self, put: Frame, before: Sequence[Act]) -> Deed | None:
        """ "[Lift both arms] and lower them again"."""
        is_motion = bool(before) and before[-1].intent == acts.PERFORM_MOTION
        return again(put.deed, before[-1].slots.object) if is_motion else None

    def veto(self, index: int) -> str:
        """Why the clause is only talk, in words; empty if there is no reason."""
        speaker = self.phrase.speaker
        if self.scene:
            return f"it sounds like {self.scene}"
        return sentence_veto(self.clauses, speaker) or clause_veto(self.clauses, index, speaker)

    def _is_meant(self, index: int, put: Frame, deed: Deed, before: Sequence[Act]) -> bool:
        if self.veto(index) or self._is_cut_off(index):
            return False
        if put.elliptic and self.clauses[index].joiner in CONDITIONS:
            return False  # "I'd have to ask before opening it."
        if put.wished and head_noun(deed.slots.object) in self.book.nouns["ordered"] | self.book.nouns["errands"]:
            return False
        if self.phrase.speaker == Speaker.USER and min(put.strength, deed.certainty) <= DOUBTFUL:
            return self._goes_on_with_it(index) or self._may_be_asked(index, put, deed)
        if put.strength < _LEAST_STRENGTH and deed.certainty < 1.0:
            return False
        if put.bare and not before and self._is_question() and _is_vague(deed):
            return False
        return not (put.bare or put.elliptic) or self._has_no_other_subject(index, put.bare, before)

    def _goes_on_with_it(self, index: int) -> bool:
        """ "Take three cups and bring them to me": what is done with it next tells that it is meant."""
        following = self.clauses[index + 1] if index + 1 < len(self.clauses) else None
        put = frame(following.words, self.phrase.speaker, self.book) if following else None
        deed = self._read(put) if put and put.bare else None
        return deed is not None and deed.slots.object in PRONOUNS and deed.intent in _HANDLING

    def _may_be_asked(self, index: int, put: Frame, deed: Deed) -> bool:
        """ "I'd like an apple", "Take a cup": a thing for the hand, and of a command, if it is all that is said."""
        is_one = put.wished or not {"for", "and", "with"} & set(put.deed)
        if head_noun(deed.slots.object) in self.book.nouns["ordered"] or not is_one:
            return False
        others = [*self.clauses[:index], *self.clauses[index + 1 :]]
        alone = not any(strip_openers(" ".join(clause.words)) for clause in others)
        is_explained = put.deed[0] == "get" and not index and all(map(_is_reason, others))
        alone = alone or is_explained
        if put.form == ASKS and not is_counter_order(deed, self.book):
            return alone or not put.bare
        return not self.sentence.question and (alone or not put.bare)

    def _is_named_before(self, index: int) -> bool:
        """ "Take three cups and bring them to me": what "them" is stands in an earlier step, whatever its words are."""
        steps = (strip_openers(" ".join(clause.words)).split() for clause in self.clauses[:index])
        return any(step and step[0] in self.book.verbs | HOUSEWORK for step in steps)

    def _is_cut_off(self, index: int) -> bool:
        """The phrase stops in mid-air with this clause."""
        return index == len(self.clauses) - 1 and not self.phrase.ended and dangles(self.clauses[index].words)

    def _has_no_other_subject(self, index: int, bare: bool, before: Sequence[Act]) -> bool:
        """A verb without a subject is the creature's task only if no clause before it has another subject."""
        if before and before[-1].kind != Kind.REFUSE:
            return True
        if self.phrase.speaker == Speaker.AGENT and bare and "please" in self.clauses[index].words:
            return False  # "I'll lift the box, so please step aside."
        if self.phrase.speaker == Speaker.AGENT and bare:
            return bool(index and _GOING_ON.match(strip_openers(" ".join(self.clauses[index - 1].words))))
        previous = [clause for clause in self.clauses[:index] if strip_openers(" ".join(clause.words))]
        if self.phrase.speaker == Speaker.AGENT:
            return all(self._is_about_here(clause) and clause.words[1:2] != ("was",) for clause in previous)
        if talk.is_correcting(" ".join(self.clauses[index].words)):
            return True
        if previous and _ASKED.match(" ".join(previous[-1].words)):
            return True
        if self.clauses[index].words[0] in _BEGGING:
            return True
        previous = [clause for clause in previous if not self._is_address(clause)]
        joiner = self.clauses[index].joiner
        if joiner == "so" and bare and self.clauses[index].words[0] in self.book.plain_verbs | _BEGGING:
            return True  # "I'm going to lie down, so close the curtains."
        if not previous:
            return True
        return joiner in (",", "so", "then") and (_is_state(previous[-1]) or all(map(_names_only, previous)))

    def _is_about_here(self, clause: Clause) -> bool:
        """ "Your tea, ... totally forgot, bringing it now", "heater is on, turning it off": nobody else does it."""
        first = clause.words[0]
        is_thing = first.removesuffix("'s") in self.book.nouns["house"] | self.book.nouns["machines"]
        return first in _CREATURES_OWN | {"almost"} or first.endswith("ly") or is_thing

    def _is_address(self, clause: Clause) -> bool:
        """ "Robbie, ...", "if you can, ...", "be a dear and ...", "no, not that one, ...", "in the hall, ..."."""
        text = " ".join(clause.words)
        first = strip_openers(without_name(strip_openers(text), self.book)).partition(" ")[0]
        return (
            (clause.joiner in CONDITIONS and self.clauses.index(clause) == 0)
            or len(clause.words) <= 2
            or first in _IMPERATIVE | self.book.plain_verbs
            or (first in PREPOSITIONS and len(clause.words) <= 4)
            or bool(_LEAD_IN.match(text))
            or talk.is_correcting(text)
        )

    def _is_question(self) -> bool:
        """It asks; "get the key, would you?" does not."""
        return self.sentence.question and not _TAG.match(" ".join(self.clauses[-1].words))


def _is_vague(deed: Deed) -> bool:
    """ "Get it?" asks something else."""
    return deed.certainty < 1.0 or deed.slots.object in PRONOUNS


def _is_state(clause: Clause) -> bool:
    """ "I'm thirsty", "the phone's ringing", "my hands are full": a reason, not a step of somebody's."""
    if _PLANNING.search(" ".join(clause.words)):
        return False
    words = clause.words
    return words[0] == "it" or bool(set(words) & _STATES) or any(word.endswith("'s") for word in words)


def _is_reason(clause: Clause) -> bool:
    """ "..., somebody spilled the soup": why it is needed."""
    words = clause.words
    is_told = bool(set(words) & _STATES) or any(word.endswith("ed") for word in words[1:3])
    return clause.joiner in (",", "because") and words[0] in _REASONING and is_told


_REASONING = word_set("somebody someone there it the my our she he they")


def _names_only(clause: Clause) -> bool:
    """ "The cup on the table, bring it here": the thing is named before it is said what to do."""
    return clause.words[0] in DETERMINERS - PRONOUNS and not set(clause.words) & NOT_IN_OBJECT


def _as_question(clause: Clause) -> tuple[str, ...]:
    """ "If you could bring me the cup" asks as "could you bring me the cup" does."""
    words = clause.words
    if clause.joiner == "if" and words[:1] == ("you",) and words[1:2] in (("could",), ("can",), ("would",)):
        return (words[1], words[0], *words[2:])
    return words


def _who(speaker: Speaker) -> str:
    return "the user" if speaker == Speaker.USER else "the creature"

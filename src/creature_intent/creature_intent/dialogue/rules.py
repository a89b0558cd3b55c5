"""Reads a phrase: which tasks are asked for, promised, changed or taken back in it, and why it is taken so.

The rules are open: a verb, an object phrase of any words, a form that asks or promises. What is only talk is found by
the form (negation, question, condition, report, another time) and by shapes that are known to mean something else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from creature_intent.acts import BRING_OBJECT, GRAB_OBJECT, PLACE_OBJECT, Act, Kind, Slots
from creature_intent.deeds.merge import merged
from creature_intent.deeds.rephrasing import rephrased
from creature_intent.deeds.sought import sought
from creature_intent.deeds.topic import Topic
from creature_intent.deeds.whom import POINTED_AT, person_named
from creature_intent.dialogue.corrected import corrected
from creature_intent.dialogue.other_marks import in_known_marks
from creature_intent.dialogue.saying import said
from creature_intent.dialogue.taking_back import NOT_WANTED, is_forbidden
from creature_intent.dialogue.telling import stops_only, told
from creature_intent.dialogue.waiting import asks_what_it_does, is_put_off, words_put_off
from creature_intent.grammar.lexicon import DETERMINERS
from creature_intent.grammar.rulebook import Rulebook
from creature_intent.grammar.rulebook_file import load
from creature_intent.meaning import talk
from creature_intent.meaning.candidates import Candidates
from creature_intent.meaning.judge import Judge
from creature_intent.text.beside import without_asides, without_own_asides
from creature_intent.text.clauses import split
from creature_intent.text.openers import strip_openers
from creature_intent.text.phrases import Phrase
from creature_intent.text.words import Sentence, sentence
from creature_intent.tokens import Speaker


@dataclass
class Rules:
    """The rules and their memory of what was last named. Feed it every phrase of the conversation, in order.

    Attributes:
        book: The rules.
        judge: Takes back what only sounds like a task; None leaves it to the rules alone.
        topic: What was last named.
        sentence: The last phrase that was read, as it was said.
    """

    book: Rulebook = field(default_factory=load)
    judge: Judge | None = field(default_factory=Judge.shipped)
    topic: Topic = field(init=False)
    sentence: Sentence = field(init=False)
    _last_talk: Candidates | None = None  # What the user said last, if nothing was found in it.

    def __post_init__(self) -> None:
        self.topic = Topic(book=self.book)

    def read(self, phrase: Phrase) -> list[Act]:
        """What the phrase does, in order; what is only talk does nothing."""
        topic = self.topic
        if phrase.opens:
            topic.begin(phrase.speaker == Speaker.USER)
        words = self.sentence = sentence(phrase.text, self.book)
        if not POINTED_AT.isdisjoint(words.words):
            # Before the sentence is read, only what stands before its first "him" or "her".
            named_first = tuple(takewhile(lambda word: word not in POINTED_AT, words.words))
            self._hear_person(phrase, words, named_first)
        if phrase.speaker == Speaker.USER:
            words = without_asides(words, self.book)
            words = words.as_said(rephrased(words.words, words.text, words.question, self.book))
            words = in_known_marks(words, topic.asked, self.book)
        else:
            words = without_own_asides(words, self.book)
        clauses = split(words.words, self.book)
        candidates = Candidates(phrase, words, clauses, self.topic, self.book, self.judge)
        if phrase.speaker == Speaker.USER:
            topic.sought = sought(words, self.book) or topic.sought
            found = merged(told(candidates)) if phrase.whole else stops_only(candidates)
            found = [act for act in found if not _interrupts(act, topic.asked)]
            self._last_talk = None if found else candidates
            topic.asked_doing = not found and asks_what_it_does(words.text)
        else:
            found = merged(said(candidates)) if phrase.whole else []
            if self._last_talk and any(act.kind == Kind.COMMIT for act in found):
                put_off = words_put_off(self._last_talk)
                found = [act for act in found if not is_put_off(act, put_off)]
            if topic.asked_doing:
                found = [act for act in found if act.kind != Kind.COMMIT]
        self._hear_person(phrase, words, words.words)
        self._note(phrase, words, found)
        owners = _OWNERS.findall(phrase.text)
        return [
            act.but(
                slots=_of_owners(act.slots, owners), speaker=phrase.speaker, utterance=phrase.text,
                first_seq=phrase.first_seq, last_seq=phrase.last_seq,
            )
            for act in found
        ]  # fmt: skip

    def _hear_person(self, phrase: Phrase, words: Sentence, said: Sequence[str]) -> None:
        """Keep in mind who is named in these words of a phrase."""
        topic = self.topic
        topic.person = person_named(phrase.text, said, words.names, self.book.places) or topic.person

    def _note(self, phrase: Phrase, words: Sentence, found: Sequence[Act]) -> None:
        """Keep in mind what was asked for or offered, and whether "sure" would agree to it."""
        topic = self.topic
        for act in found:
            if act.kind == Kind.CORRECT and topic.asked and not act.intent:
                topic.place = _whole(act, topic.asked).slots.destination or topic.place
        topic.note([_whole(act, topic.asked) for act in found if act.kind in _ASKING and (act.intent or topic.asked)])
        if any(act.kind == Kind.CANCEL and not act.slots.object for act in found):
            topic.asked = None  # After "stop" there is nothing to ask more of.
        if phrase.speaker == Speaker.AGENT:
            topic.agreed = any(act.kind in _AGREEING for act in found) or (topic.agreed and not phrase.opens)
            taken_up = [act.but(kind=Kind.CORRECT) for act in found if act.kind == Kind.COMMIT and not act.intent]
            if taken_up and topic.asked_last:
                topic.note([_whole(taken_up[0], topic.asked_last)])
        topic.asking = phrase.speaker == Speaker.AGENT and any(act.kind == Kind.ASK for act in found)
        if phrase.speaker == Speaker.USER:
            is_manner = topic.just_asked and bool(found) and all(_tells_how(act, topic.asked) for act in found)
            asks = is_manner or any(act.kind in _ASKING or act.kind == Kind.YES for act in found)
            goes_on = any(act.kind in (Kind.CORRECT, Kind.YES) for act in found)
            topic.note_asking(asks, words.words, phrase.opens or words.question, goes_on)
            may_correct = not asks and talk.may_correct(words.heard)
            topic.correcting = may_correct and (talk.is_correcting(words.text.replace(" ,", "")) or _denies(words.text))
        elif topic.just_asked:
            remark = strip_openers(words.text).split()
            topic.just_asked = len(remark) <= _REMARK or not topic.asked_words.isdisjoint(set(remark) - DETERMINERS)


_OWNERS = re.compile(r"\b([A-Za-z]+s)['\u2019] (?=[a-z])")


def _of_owners(slots: Slots, owners: Sequence[str]) -> Slots:
    """ "The kids' room" keeps the mark of which the rules know nothing."""
    said = vars(slots)
    for owner in owners:
        said = {role: re.sub(rf"\b{owner} (?=\w)", f"{owner}' ", words, flags=re.I) for role, words in said.items()}
    return Slots(**said) if owners else slots


def _whole(act: Act, asked: Act | None) -> Act:
    """What is asked for: a correction, put into what it corrects."""
    if act.intent or act.kind != Kind.CORRECT or asked is None:
        return act if act.intent or asked is None else asked
    goal = corrected(act, asked.intent, asked.slots)
    return asked.but(intent=goal.intent, slots=goal.slots)


def _tells_how(act: Act, asked: Act | None) -> bool:
    """ "[Get the box.] But don't open it.": what was asked for still is."""
    return act.reason == NOT_WANTED and asked is not None and not is_forbidden(act, asked)


def _interrupts(act: Act, asked: Act | None) -> bool:
    """ "Oh wait, the doorbell.": it is not the doorbell that is to be brought instead."""
    is_other = act.kind == Kind.CORRECT and asked is not None and asked.intent in _HANDLING
    return is_other and not _RINGING.isdisjoint(act.slots.object.split()[-1:])


_HANDLING = (BRING_OBJECT, GRAB_OBJECT, PLACE_OBJECT)
_RINGING = frozenset(
    {"doorbell", "bell", "timer", "alarm", "baby", "door", "kettle", "oven", "phone", "cat", "dog", "back"}
)


def _denies(text: str) -> bool:
    """ "Oh dear, not the dining room, ..."."""
    return strip_openers(text.replace(" ,", "")).startswith("not ")


_REMARK = 3
"""The most words of the creature ("Ooh, tea time.") after which its "yes" still answers."""
_AGREEING = (Kind.COMMIT, Kind.ACCEPT)
_ASKING = (Kind.REQUEST, Kind.CORRECT, Kind.ASK)

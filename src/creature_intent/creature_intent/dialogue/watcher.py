"""The watcher: tokens of the conversation in, decisions out. A passive tap; nothing in the voice waits for it."""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from creature_intent.acts import STOP_ACTIVITY, Act, Kind, Slots, Tier
from creature_intent.config import IntentConfig
from creature_intent.deeds.choices import chosen
from creature_intent.dialogue.decision import Decision, Doubt
from creature_intent.dialogue.offers import takes_up
from creature_intent.dialogue.only import ONLY, only_named
from creature_intent.dialogue.policy import Policy
from creature_intent.dialogue.rules import Rules
from creature_intent.dialogue.safety_words import ends_with_stop, is_plain, is_safety
from creature_intent.dialogue.soft_words import is_soft
from creature_intent.grammar.rulebook_file import checked
from creature_intent.meaning.judge import Judge
from creature_intent.meaning.suggest import question
from creature_intent.meaning.talk import is_waived
from creature_intent.tasks.goals import Goal
from creature_intent.text.contractions import plainly_written
from creature_intent.text.phrases import Gap, Phrase, Phrases
from creature_intent.tokens import Speaker, Token

_REMEMBERED_WORDS = 8
_SEVERAL = 2


_ASKS = re.compile(
    r"\?$|\b(?:sorry|apologi[sz]e|apologies|i could|let me know|hope|if you(?:'d| would)? (?:want|like|need|wish))\b",
    re.IGNORECASE,
)
"""What "no, it's fine" answers; then it takes nothing back."""


_LATER = re.compile(
    r"^(?:(?:no|nah|oh|maybe|perhaps|thanks)[ ,]+)*(?:not (?:just )?yet|later(?: on)?|another time)[ .!]*$"
)
"""What answers an offer, and takes nothing else back."""


class Heard(NamedTuple):
    """What a token completed.

    Attributes:
        decisions: What to do, in order.
        gap: Tokens lost before this one.
        torn: Phrases that were not acted on because something of them is missing.
        phrases: All that were completed.
        left: What was found in the words and means nothing as things stand.
    """

    decisions: tuple[Decision, ...] = ()
    gap: Gap | None = None
    torn: tuple[Phrase, ...] = ()
    phrases: tuple[Phrase, ...] = ()
    left: tuple[Act, ...] = ()


_NOTHING = Heard()
"""What most tokens complete."""
_FINE = r"(?:i'm|i am|that's|it's) (?:fine|good|okay|ok|all right|alright)"
_NO = re.compile(
    r"^(?:(?:oh|um|uh|well|ah)[ ,]+)*(?:no|nope|nah|not now|not right now|not really|no need|rather not|i'd rather not|"
    r"don't|please don't|better not)(?:[ ,.!]+(?:no|thanks|thank you|thank you very much|please|need|robot|don't|"
    rf"not now|you don't (?:have|need) to|leave it|{_FINE}))*[ .!]*$"
)
"""The user wants nothing of what was offered."""


def _raised(_phrase: Phrase, defect: Exception) -> None:
    raise defect


@dataclass
class Watcher:
    """Phrases, rules and policy in a row.

    Attributes:
        on_defect: Told of a phrase over which the rules stumbled (their defect, not the phrase's), and of what they
            raised; as it comes it raises that again. Where it returns, only a safety word is read from the phrase.
        intents: How many of each kind were published.
    """

    config: IntentConfig
    on_defect: Callable[[Phrase, Exception], None] = _raised
    phrases: Phrases = field(default_factory=Phrases)
    rules: Rules = field(init=False)
    intents: Counter[str] = field(default_factory=Counter)
    policy: Policy = field(init=False)
    _was_asked: bool = False  # The creature's last words want an answer,
    _answers: bool = False  # which these of the user are.
    _handed: deque[str] = field(default_factory=lambda: deque(maxlen=_REMEMBERED_WORDS))

    def __post_init__(self) -> None:
        self.policy = Policy(self.config)
        self.rules = Rules(checked(self.config.intents_file), Judge.shipped() if self.config.judge else None)

    def feed(self, token: Token, now_s: float) -> Heard:
        """Take the next token; returns what is to be done now."""
        gap, phrases = self.phrases.feed(token)
        if gap is not None:
            self.policy.forget()
            self.rules.topic.forget()
        elif not phrases:
            return _NOTHING
        decisions: list[Decision] = []
        left: list[Act] = []
        for phrase in phrases:
            for act in self._understood(phrase, now_s):
                decided = self._counted(self.policy.decide([act], now_s))
                decisions += decided
                left += [] if decided else [act]
        torn = tuple([phrase for phrase in phrases if not phrase.whole])
        return Heard(tuple(decisions), gap, torn, tuple(phrases), tuple(left))

    def confirm(self, doubt: Doubt, why: str, now_s: float) -> list[Decision]:
        """What is to be done because a larger judge says that doubtful words were meant."""
        return self._counted(self.policy.confirm(doubt, why, now_s))

    def tick(self, now_s: float) -> list[Decision]:
        """What is to be done because time has passed: call it now and then where `silence_s` is not 0."""
        return self._counted(self.policy.tick(now_s))

    def handed(self, words: str) -> None:
        """These words were given to the voice: they tell of a task that ended, and ask for none."""
        self._handed.append(_plain(words))

    def asked(self, act: Act, now_s: float) -> None:
        """The user is asked whether this is to be done."""
        self.policy.asked(act, now_s)

    def said(self, words: str, spoken: bool, now_s: float) -> None:
        """Words that were handed to the voice were spoken, or will not be: only what was asked can be answered."""
        offered = self.policy.offered
        if offered is not None and words == question(offered.intent, offered.slots):
            self.policy.asked(offered if spoken else None, now_s)

    def ended(self, goal: Goal, outcome: str, now_s: float, message: str = "") -> None:
        """A goal has ended; the body's message may name the things of which one is to be chosen."""
        self.policy.ended(goal, outcome, now_s, message)

    def _understood(self, phrase: Phrase, now_s: float) -> list[Act]:
        """What is found in a phrase, whatever becomes of the rules."""
        try:
            return self._read(phrase, now_s)
        except Exception as defect:
            self.on_defect(phrase, defect)
        stops = phrase.speaker == Speaker.USER and is_safety(plainly_written(phrase.text))
        return [_stop(phrase)] if stops else []

    def _read(self, phrase: Phrase, now_s: float) -> list[Act]:
        words = plainly_written(phrase.text)
        rest = self.policy.left_out(only_named(words)) if phrase.whole else ""
        if phrase.speaker == Speaker.AGENT:
            self._was_asked = _ASKS.search(phrase.text) is not None
            found = [] if self._is_handed(phrase.text) else self.rules.read(phrase)
            return [_left_out(phrase, rest)] if rest else found
        self.policy.answered()
        self._answers, self._was_asked = self._was_asked, False
        if self._answers and _LATER.match(words):
            self.policy.declined()
            return []
        if self.policy.offered and _NO.match(words):
            self.policy.declined()
            return []
        if is_plain(words):
            return self._ended(phrase)
        choice = chosen(words, self.policy.choices) if phrase.whole else ""
        if choice:
            return [_choice(phrase, choice)]
        found = self.rules.read(phrase)
        if rest:
            return [_left_out(phrase, rest)]
        needless = self.policy.needless(words) if phrase.whole and "?" not in words else ""
        if needless and all(act.kind == Kind.CORRECT and act.slots.object == needless for act in found):
            return [_left_out(phrase, needless, "the user tells that it need not be done")]
        if phrase.whole and not any(act.kind == Kind.CORRECT for act in found) and len(found) < _SEVERAL:
            done = self.policy.settled(self.rules.sentence, self.rules.book)
            if done is not None:
                done = done.but(utterance=phrase.text, first_seq=phrase.first_seq, last_seq=phrase.last_seq)
                return [done, *(act for act in found if act.kind == Kind.REQUEST)]
        is_open = phrase.whole and all(act.tier == Tier.SUGGEST for act in found)
        if is_open and self.policy.offered and takes_up(words, self.policy.offered):
            return [_yes(phrase)]
        if not found and self._ends(phrase, words, now_s):
            return [_stop(phrase)]
        return found or self.policy.implied(phrase)

    def _ended(self, phrase: Phrase) -> list[Act]:
        """A safety word ends everything, whatever else the rules read in the phrase; what is asked for in it stays."""
        found = self.rules.read(phrase)
        if any(act.kind == Kind.CANCEL and act.intent == STOP_ACTIVITY and not act.slots.object for act in found):
            return found
        return [_stop(phrase), *(act for act in found if act.kind in (Kind.REQUEST, Kind.CORRECT))]

    def _ends(self, phrase: Phrase, words: str, now_s: float) -> bool:
        """Words that end what is done, though the rules have found nothing in them ("what are you doing stop")."""
        if ends_with_stop(words):
            return True
        if not self.policy.stands(now_s):
            return False
        return is_safety(words) or (phrase.whole and (is_soft(words) or self._waives()))

    def _waives(self) -> bool:
        """ "I've decided against it", "no, it's okay", "let me do it", where they answer no question."""
        return not self._answers and is_waived(self.rules.sentence, self.rules.book)

    def _is_handed(self, text: str) -> bool:
        """The voice was given these words: they are not the creature's own."""
        return bool(self._handed) and any(_plain(text) in words for words in self._handed)

    def _counted(self, decisions: list[Decision]) -> list[Decision]:
        for decision in decisions:
            if decision.publish:
                self.intents[decision.publish.kind.value] += 1
        return decisions


def _choice(phrase: Phrase, thing: str) -> Act:
    return Act(
        Kind.REQUEST, "", Slots(thing), named=True, reason=f"the user chooses: {thing}", utterance=phrase.text,
        first_seq=phrase.first_seq, last_seq=phrase.last_seq,
    )  # fmt: skip


def _left_out(phrase: Phrase, things: str, why: str = ONLY) -> Act:
    return Act(
        Kind.CANCEL, STOP_ACTIVITY, Slots(things), confidence=0.95, reason=f"{why}, not wanted: {things}",
        utterance=phrase.text, speaker=phrase.speaker, first_seq=phrase.first_seq, last_seq=phrase.last_seq,
    )  # fmt: skip


def _yes(phrase: Phrase) -> Act:
    reason = f"the user says yes: {plainly_written(phrase.text)}"
    return Act(
        Kind.YES, confidence=0.8, reason=reason, utterance=phrase.text, first_seq=phrase.first_seq,
        last_seq=phrase.last_seq,
    )  # fmt: skip


def _stop(phrase: Phrase) -> Act:
    reason = f"the user takes it back: {plainly_written(phrase.text)}"
    return Act(
        Kind.CANCEL, STOP_ACTIVITY, confidence=0.95, reason=reason, utterance=phrase.text,
        first_seq=phrase.first_seq, last_seq=phrase.last_seq,
    )  # fmt: skip


def _plain(text: str) -> str:
    """Only the words, with a space around each, so that one text can be looked for in another."""
    return f" {' '.join(re.findall(r'[a-z0-9]+', text.lower()))} "

"""Whose words a clause gives: quoted, told of somebody, or the speaker's own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from creature_intent.grammar.lexicon import DETERMINERS, REPORTING, word_set
from creature_intent.meaning.conditions import is_own_saying
from creature_intent.meaning.harmless import is_saying
from creature_intent.text.clause import Clause
from creature_intent.tokens import Speaker

_NO_QUOTING = word_set("it thing problem where what who how there here if whether that")
_QUOTING = word_set("is was goes went like reads")
_TELLERS = frozenset({"he", "she", "they"})
_SPELLING = word_set("say spell type write pronounce repeat translate sing quote read")
_NEXT = ("and", "then")
_LEADING = word_set("can could would will please i let first go")
_SPELT = DETERMINERS | word_set("you me us him her it hello hi goodbye bye thanks thank sorry welcome good something")
_TOLD_AFTER = re.compile(
    r"^that is (?:what(?! i (?:will|am) )|how|why|where|when)\b|^(?:she|he|they) (?:said|says|shouted|yelled)\b|^said "
)


_ABLE = word_set("can could not cannot hardly barely am")
_NARRATED = re.compile(r"^i (?:said|told \w+) (?:okay|well|oh|hey|yeah|all right|fine)$")
""" "And I said okay, put it there": so a tale goes on."""


def is_quoted(clauses: Sequence[Clause], index: int) -> bool:
    """The clause stands between quotes."""
    return sum(clause.joiner == '"' for clause in clauses[: index + 1]) % 2 == 1


def is_reported(clauses: Sequence[Clause], index: int, speaker: Speaker) -> bool:
    """ "He said open the door": somebody else's words are told, or words that are to be spelt.

    Args:
        clauses: The clauses of the sentence.
        index: Which of them.
        speaker: Who says it.
    """
    if any(_TOLD_AFTER.match(clause.text) for clause in clauses[index + 1 :]):
        return True
    spelt = [clause for clause in clauses[:index] if clause.words[0] in _SPELLING]
    is_step = clauses[index].joiner in _NEXT and all(map(_is_step, spelt))
    if speaker == Speaker.USER and spelt and not is_step:
        return True
    before = clauses[index - 1].words if index and clauses[index].joiner == "," else ()
    if (
        len(before) >= (2 if before[:1] and before[0] in _TELLERS else 3)
        and before[-1] in _QUOTING
        and not set(before) & _NO_QUOTING
    ):
        return True  # "My favourite line is, bring me ..."
    if any(_NARRATED.match(clause.text) for clause in clauses[:index]):
        return True
    for clause in clauses[: index + 1]:
        words = clause.words
        if is_saying(clause) or (len(clauses) > 1 and _is_step(clause)):
            continue
        if words[-1] == "like" and len(words) <= 4:  # "He was like, give me the keys."
            return True
        verb = next(
            (place for place, word in enumerate(words) if word in REPORTING and not _is_use(words, place)), None
        )
        if speaker == Speaker.AGENT and words[:2] == ("i", "suppose"):
            continue  # "I suppose I'll go."
        if verb is None:
            continue
        subject = words[:verb]
        own_words = (
            speaker == Speaker.USER
            and "i" in subject
            and words[verb] in ("said", "say", "asked", "ask", "wish", "told", "tell")
        )
        # "I want to read, turn on the light.", "I can hardly read this, ..."
        is_own_reading = "to" in subject[-1:] or (words[verb] == "read" and not _ABLE.isdisjoint(subject))
        is_plan = speaker == Speaker.USER and "i" in subject and is_own_reading
        is_insisting = speaker == Speaker.USER and words[:2] == ("i", "am") and words[3:5] == ("you", "to")
        own_words = own_words or is_plan or is_insisting  # "I'm asking you to go ahead."
        to_creature = speaker == Speaker.AGENT and ("you" in subject or is_own_saying(words[: verb + 1]))
        if not (own_words or to_creature):
            return True
    return False


def _is_step(clause: Clause) -> bool:
    """ "Could you say hello to Anna and ...", "read me the note, then ...": it has all it needs, and quotes nothing."""
    words = clause.words
    place = next((at for at, word in enumerate(words) if word in _SPELLING), 0)
    is_asked = not place or words[0] in _LEADING
    return is_asked and words[place] in _SPELLING and words[place + 1 : place + 2] != () and words[place + 1] in _SPELT


def _is_use(words: Sequence[str], place: int) -> bool:
    """ "something to read", "a pen that writes", "they asked for a pillow"."""
    if words[place - 2 : place - 1] == ("what",) and words[place - 3] in ("to", "do"):
        return True  # "Listen to what she says, ..."
    if words[place] in ("asked", "asks", "asking") and words[place + 1 : place + 2] == ("for",):
        return True
    if words[place] == "heard" and len(words) <= place + 4 and not DETERMINERS.isdisjoint(words[place + 1 : place + 2]):
        return True  # "I heard the bell, ..."
    if words[place] in ("told", "asked") and words[place + 1 : place + 2] == ("you",) and "i" in words[:place]:
        return True
    if words[place - 1 : place] == ("for",) and words[:1] in (("thanks",), ("thank",)):
        return True  # "Thanks for telling me, ..."
    if place < 2 or (words[place - 1] == "that" and words[place] in ("writes", "says", "reads")):
        return place > 1
    return words[place - 1] == "to" and words[place - 2] in ("something", "anything", "book", "magazine")

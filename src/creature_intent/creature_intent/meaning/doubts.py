"""Why what has the form of a task is only to be asked about: a hedge, a tale, an errand of one's own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from creature_intent import acts
from creature_intent.acts import Act, Kind
from creature_intent.deeds.deed import Deed
from creature_intent.deeds.kinds import is_fixed
from creature_intent.deeds.slots import head_noun
from creature_intent.grammar.lexicon import BARE_ONES, PRONOUNS, word_set
from creature_intent.grammar.rulebook import Rulebook
from creature_intent.meaning.frames import Frame
from creature_intent.meaning.put_off import is_in_case
from creature_intent.text.clause import Clause
from creature_intent.tokens import Speaker

_HEDGES = word_set("maybe perhaps possibly")
_UNSURE = word_set("probably presumably")
""" "I should probably dance."."""
_ANY = word_set("a an some any another")
_SHOWN = word_set("this these")
_POINTED = word_set("this that these those")
_POINTING = word_set("pick lift hang stick put run carry drop throw toss stack shove pop place lay plug move dump")
"""Verbs of the hand alone: with "this" they mean what is pointed at."""
_HELD = word_set("take hold carry grab")
_MUST = "says it must"
_COULD = "asks whether the creature could"
_ABLE = re.compile(r"\b(?:by yourself|on your own|all alone|yet|in theory)\b")
""" "Can you open the door by yourself?" may only want to know."""
_OWN_WANTS = frozenset({"says it is doing it", _MUST})
"""Forms by which people, too, speak of what they are after: "I'm looking for a shirt"."""


def is_doubted(
    put: Frame, deed: Deed, clauses: Sequence[Clause], index: int, speaker: Speaker, asked: bool, book: Rulebook
) -> bool:
    """Whether a clause is only to be asked about, or counts as the answer to just that request.

    Args:
        put: How the clause puts its deed.
        deed: The deed.
        clauses: The clauses of the sentence.
        index: Which of them.
        speaker: Who says it.
        asked: Something was asked for a few phrases ago.
        book: The rules, for their nouns.
    """
    if speaker == Speaker.USER:
        goes_on = not index and _goes_on(put, deed, clauses[0].joiner, asked)
        is_ability = put.form == _COULD and (_ABLE.search(clauses[index].text) is not None or _or_not(clauses, index))
        return (
            goes_on
            or is_ability
            or _is_outing(put, deed, clauses, index)
            or _is_service(put, deed, clauses[index : index + 2], book)
        )
    is_stranger = deed.intent == acts.SEARCH and clauses[0].words == ("excuse", "me")
    listens = deed.intent == acts.FOLLOW and len(put.deed) == 1 and put.form in _OWN_WANTS  # "I'm following, go on."
    if is_in_case(clauses, index) or not _UNSURE.isdisjoint(clauses[index].words):
        return True
    return _is_hedged(clauses, index) or _is_own_errand(put, deed) or is_stranger or listens


def is_unknown(act: Act, put: Frame) -> bool:
    """Nothing was named that "it" could be: there is only to be asked which.

    Who says "bring it", "give this to Anna" or names a piece of furniture where it is to go means a thing in sight.
    """
    is_shown = bool(_SHOWN & set(put.deed[1:2])) and bool(act.slots.recipient or act.slots.destination)
    if (
        (put.deed[0] in ("bring", "fetch") and not put.wished)
        or is_shown
        or is_fixed(act.slots.destination)
        or is_fixed(act.slots.source)
    ):
        return False
    if put.deed[0] in _HELD and put.deed[1:2] == ("this",):
        return False  # "Take this": it is held out.
    if put.deed[0] in _POINTING and _POINTED & set(put.deed[1:3]) and act.intent != acts.SEARCH:
        return False  # "Hang this on the hook": it is pointed at.
    is_handed = act.intent in (acts.GRAB_OBJECT, acts.BRING_OBJECT)
    is_put = act.intent == acts.PLACE_OBJECT and bool(act.slots.destination)
    handles = is_handed or is_put or act.intent == acts.SEARCH
    is_one = put.wished and bool(set(act.slots.object.removeprefix("one more ").split()) & BARE_ONES)
    is_unnamed = act.slots.object in ("", *PRONOUNS) or is_one
    return handles and act.kind == Kind.REQUEST and is_unnamed


def _or_not(clauses: Sequence[Clause], index: int) -> bool:
    """ "Can you carry that box, or is it too heavy?"."""
    return any(clause.joiner == "or" and clause.words[0] == "is" for clause in clauses[index + 1 : index + 2])


def _is_hedged(clauses: Sequence[Clause], index: int) -> bool:
    first = clauses[index].words[0] if index or len(clauses[0].words) > 1 else ""
    alone = [clause.words for clause in clauses[:index] if len(clause.words) == 1]
    return bool({first, *(words[0] for words in alone)} & _HEDGES)


def _is_own_errand(put: Frame, deed: Deed) -> bool:
    """ "I'm looking for a shirt", "I have to get some shoes": whoever says so wants them."""
    if put.form not in _OWN_WANTS:
        return False
    words = put.deed[3:] if put.deed[0] in ("have", "take") else put.deed  # "having a look for your pen"
    is_any = bool(_ANY & set(words[:4]))
    is_needed = put.form == _MUST and deed.intent == acts.GRAB_OBJECT
    is_known = deed.slots.object[:1].isupper() or {"for", "this"} <= set(words[:3])  # "I'm looking for Bob."
    is_own = put.form == _MUST or is_known
    return (is_any and is_needed) or (deed.intent == acts.SEARCH and (is_any or is_own))


def _is_service(put: Frame, deed: Deed, clauses: Sequence[Clause], book: Rulebook) -> bool:
    """ "Help me find a lotion", "find me a hotel", "please sit down": said in a shop, to a phone, and to a guest."""
    if deed.intent == acts.SEARCH:
        head = head_noun(deed.slots.object)
        is_near = head in book.nouns["handed"] and "help" not in clauses[0].words  # "Find me a pen."
        is_for = not is_near and ("help" in clauses[0].words or put.deed[1:2] in (("me",), ("us",)))
        return is_for and bool(_ANY & set(put.deed[1:3])) and not deed.slots.source
    is_polite = "please" in clauses[0].words or clauses[-1].words == ("please",)
    return deed.intent == acts.PERFORM_MOTION and put.deed[0] == "sit" and is_polite


_OUTING = re.compile(
    r"\b(?:(?:how|what) about (?!you\b)|you (?:really )?(?:should|ought to|had better) )(?!.* (?:now|please)$)"
)


_ASKED_ALONG = re.compile(
    r"^(?:(?:so|and|hey|well|then) )*(?:(?:how|what) about (?!you\b)|why (?:do not|not|don't) |would you like to"
    r"|do you want to|will you (?:go|come along))"
)
"""How people ask one another to come along to wherever they go."""


def _is_outing(put: Frame, deed: Deed, clauses: Sequence[Clause], index: int) -> bool:
    """ "How about going to the river?", "you should go to the course", "let's go there and get some": of people."""
    is_near = deed.slots.destination in (acts.USER, "here") or is_fixed(deed.slots.destination)
    is_way = deed.intent == acts.MOVE_TO and not is_near
    is_asked_along = deed.intent == acts.FOLLOW and deed.slots.recipient == acts.USER and not is_near
    if is_asked_along and _ASKED_ALONG.match(clauses[index].text):
        return True
    is_joint = put.bare and clauses[index].joiner == "and" and clauses[index - 1].words[:3] == ("let", "us", "go")
    return is_joint or (is_way and _OUTING.search(clauses[index].text) is not None)


def _goes_on(put: Frame, deed: Deed, joiner: str, asked: bool) -> bool:
    """ "And go to the schools": said when nothing was asked for, it goes on with what was told before."""
    if not put.bare or joiner not in ("and", "or"):
        return False
    return joiner == "or" or (not asked and deed.intent == acts.MOVE_TO)

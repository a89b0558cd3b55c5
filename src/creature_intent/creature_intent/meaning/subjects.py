"""Whose deed a verb without a subject tells: "I'm cold, close the door", not "he was tired, went to the door"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from creature_intent.acts import Act, Kind
from creature_intent.grammar.lexicon import (
    DETERMINERS,
    HOUSEWORK,
    NOT_IN_OBJECT,
    PREPOSITIONS,
    PRONOUNS,
    REPORTING,
    word_set,
)
from creature_intent.grammar.rulebook import Rulebook
from creature_intent.meaning import talk
from creature_intent.text.calling import without_name
from creature_intent.text.clause import Clause
from creature_intent.text.clauses import CONDITIONS
from creature_intent.text.events import tells_event, tells_own_going
from creature_intent.text.openers import strip_openers
from creature_intent.text.own_run_on import is_remark
from creature_intent.text.statements import is_fact
from creature_intent.tokens import Speaker

_LEAD_IN = re.compile(
    r"^(?:please )?(?:be an? \w+|be so kind|(?:lend|give) (?:me|us) a hand"
    r"|do me a favou?r|go ahead|hurry up|get up|stand up|turn around)$"
)
_GOING_ON = re.compile(r"^(?:i will|i am going to|let me|i am (?:going|heading)|going) ")
_ASKED = re.compile(
    r"^(?:please |so |okay |now |and |then |hey |robot )*"
    r"(?:can|could|would|will) you (?!like|ever|imagine|believe|remember|see)"
)
_WISHED_WORK = re.compile(
    r"^(?:please |so |okay |now |and |then |hey |robot )*"
    r"(?:i (?:want|need|would (?:really )?(?:like|love)) you to|would it be possible (?:for you )?to|why do not you"
    r"|(?:are you able|is it possible) to|do you think you (?:can|could)) (?:please |just )?(?P<verb>\w+)\b"
)
_PLANNING = re.compile(
    r"^(?:i|we|he|she|they|you)\b.*\b(?:have|had|need|needs|got|(?<!it is )going) to\b(?! (?:bed|sleep|rest|lie down)\b"
    r"| (?:go|leave|be off|get going|(?:tidy|clean) up)(?: now| soon)?$)"
    r"|^(?:he|she|they|you)\b.*\b(?:want|wants|like|love) to\b"
)
"""What somebody has to do is no reason to ask the creature for the next step; what the user likes to do may be."""
_STATES = word_set(
    "is are am have has need want wants needs left dropped forgot can like would could lost love hate miss see "
    "looks smells feels hurts feel fell spilled spilt broke should smell look will comes rains snows lost"
)
_CREATURES_OWN = word_set("i it there you here one that this let the your")
_TELLING = word_set("be let get wake stand hurry listen look put take careful watch mind not have")
"""A clause that begins so tells the creature something: the next one may go on."""
_IMPERATIVE = HOUSEWORK | _TELLING
_PERSONS = word_set("i we he she they you")
_BEGGING = frozenset({"please", "kindly"})


def has_no_other_subject(
    clauses: Sequence[Clause], index: int, bare: bool, before: Sequence[Act], speaker: Speaker, book: Rulebook
) -> bool:
    """A verb without a subject is the creature's task only if no clause before it has another subject.

    Args:
        clauses: The clauses of the sentence.
        index: Which of them.
        bare: Its verb stands alone (Frame.bare).
        before: The acts of the clauses before it.
        speaker: Who says it.
        book: The rules, for their verbs.
    """
    if speaker == Speaker.AGENT and bare and clauses[index].joiner == "," and is_remark(clauses[index].text):
        return False  # "I'll roll forward a bit, stand aside."
    if speaker == Speaker.AGENT and bare and "me" in clauses[index].words:
        return False  # "I'll take you to the lift, walk beside me."
    if speaker == Speaker.AGENT and bare and "please" in clauses[index].words:
        return False  # "I'll lift the box, so please step aside."
    if speaker == Speaker.USER and bare and index and _is_own(clauses[index - 1], clauses[index].joiner):
        return False
    if before and before[-1].kind != Kind.REFUSE:
        return True
    if speaker == Speaker.AGENT and bare:
        return bool(index and _GOING_ON.match(clauses[index - 1].plain))
    previous = [clause for clause in clauses[:index] if clause.plain]
    if speaker == Speaker.AGENT:
        previous = [clause for clause in previous if not is_remark(clause.plain)]  # "Hang on, fetching a towel."
        own = set(clauses[index].words)
        return all(
            own >= set(clause.words) or (_is_about_here(clause, book) and not _is_told(clause)) for clause in previous
        )  # "Drawer three, opening drawer three."
    if talk.is_correcting(clauses[index].text):
        return True
    if goes_on_asking(clauses, index):
        return True
    if clauses[index].words[0] in _BEGGING:
        return True
    previous = [clause for clause in previous if not _is_address(clause, clauses, book)]
    joiner = clauses[index].joiner
    if joiner == "so" and bare and (clauses[index].words[0] in _BEGGING or clauses[index].words[0] in book.plain_verbs):
        return True  # "I'm going to lie down, so close the curtains."
    if not previous:
        return True
    if joiner == "," and tells_event(list(previous[-1].words)):
        return True
    is_along = "me" in clauses[index].words or "us" in clauses[index].words or clauses[index].words[1:] == ("along",)
    if joiner == "," and is_along and tells_own_going(list(previous[-1].words)):
        return True  # "I go upstairs, come with me."
    is_step = clauses[index].words[0] not in book.plain_verbs - _LIKE_PAST
    if joiner == "," and not is_step and _is_own_past(previous[-1]):
        return not _is_tale(previous[-1], clauses[index + 1 :], book)
    return joiner in (",", "so", "then", "but") and (_is_state(previous[-1]) or all(map(_names_only, previous)))


def goes_on_asking(clauses: Sequence[Clause], index: int) -> bool:
    """ "Could you rinse the jug and [put it back]?": the clause before asks the creature, whatever for.

    Args:
        clauses: The clauses of the sentence.
        index: Which of them.
    """
    for clause in reversed([clause for clause in clauses[:index] if clause.plain]):
        wished = _WISHED_WORK.match(clause.text)
        if _ASKED.match(clause.text) or (wished and wished["verb"] in HOUSEWORK):
            return True
        if clause.words[0] not in HOUSEWORK:
            return False  # "Could you rinse the glass, dry it and [put it back]?"
    return False


def _is_own(before: Clause, joiner: str) -> bool:
    """ "Let me go to the back and [get them]": the user's own deed goes on, or the verb of a clause begun before."""
    if joiner == ",":
        return _is_subject(before)
    return joiner in ("and", "then") and _LET_ME.match(before.plain) is not None


_LET_ME = re.compile(r"^let me (?!have|get|borrow|see|know|in|out|hold|use|through|past|by)")


def _is_subject(clause: Clause) -> bool:
    """ "They just, I just, [get them]", "because my dogs [chase them]": it lacks only the verb that follows."""
    words = clause.words
    is_pronoun = words[0] in _PERSONS - {"you"} and all(word in _BETWEEN for word in words[1:])
    return is_pronoun or (clause.joiner == "because" and _names_only(clause))


_BETWEEN = word_set("just always really usually also still never often only all")


def _is_told(clause: Clause) -> bool:
    """ "It was late, opening the door ..." tells a tale, "I was about to close it, closing it now" does not."""
    return clause.words[1:2] == ("was",) and clause.words[2:4] not in (("about", "to"), ("going", "to"))


_LIKE_PAST = word_set("put set shut cut let come run hit spread read get")
"""Verbs whose plain form may be the next step of a tale."""
_OWN_PAST = word_set(
    "made had ate burnt broke fell hurt bought brought found heard woke cut spilt tore met got drank slept came saw "
    "took gave felt sat stood ran drove rode wrote lay lit won sold caught threw bit kept built sent spent dreamt rang "
    "sang hung did was were"
)


_OFTEN = ("just", "already", "hardly", "barely", "almost", "nearly", "finally", "never")
_TOLD = word_set(
    "told asked like saying thinking supposed going about order orders message note text sign rule rules command email "
    "support yoga rounds"
)
"""Words of what may be told on: "I gave him the order, close the door"."""
_WENT = word_set("came stood ran drove rode sat got woke")


def _is_own_past(clause: Clause) -> bool:
    """ "I made a mess, [bring the mop]": had it been the next step of the tale, it would be "brought"."""
    subject, verb = (*(word for word in clause.words if word not in _OFTEN), "", "")[:2]
    is_past = verb in _OWN_PAST or (verb.endswith("ed") and verb not in REPORTING | {"used", "wanted", "need"})
    is_told = not _TOLD.isdisjoint(clause.words) or clause.words[-2:] in (("all", "day"), ("every", "day"))
    return subject in ("i", "we") and is_past and not is_told and not _PLANNING.search(clause.text)


def _is_tale(before: Clause, following: Sequence[Clause], book: Rulebook) -> bool:
    """ "I came home, turn on the light, and nobody was there": it goes on, step by step or with what happened."""
    said = [clause for clause in following if clause.plain]
    happened = any(not _HAPPENED.isdisjoint(clause.words) for clause in said)
    steps = [clause for clause in said if clause.words[0] in book.plain_verbs or clause.joiner == "and"]
    went = bool(steps) and not _WENT.isdisjoint(before.words[:3])
    return happened or went or any(clause.joiner == "," for clause in steps)


def _is_about_here(clause: Clause, book: Rulebook) -> bool:
    """ "Your tea, ... totally forgot, bringing it now", "heater is on, turning it off": nobody else does it."""
    first = clause.words[0]
    thing = first.removesuffix("'s")
    is_thing = thing in book.nouns["house"] or thing in book.nouns["machines"]
    return first in _CREATURES_OWN or first == "almost" or first.endswith("ly") or is_thing


def _is_address(clause: Clause, clauses: Sequence[Clause], book: Rulebook) -> bool:
    """ "Robbie, ...", "if you can, ...", "be a dear and ...", "no, not that one, ...", "in the hall, ..."."""
    first = strip_openers(without_name(clause.plain, book)).partition(" ")[0]
    return (
        (clause.joiner in CONDITIONS and clauses.index(clause) == 0)
        or len(clause.words) <= 2
        or first in _IMPERATIVE
        or first in book.plain_verbs
        or (first in PREPOSITIONS and len(clause.words) <= 4)
        or bool(_LEAD_IN.match(clause.text))
        or talk.is_correcting(clause.text)
    )


def _is_state(clause: Clause) -> bool:
    """ "I'm thirsty", "the phone's ringing", "my hands are full": a reason, not a step of somebody's."""
    words = clause.words
    if _PLANNING.search(clause.text) or not {"told", "asked"}.isdisjoint(words):
        return False
    if words[0] in ("i", "we") and words[1:3] in (("do", "not"), ("can", "not"), ("could", "not")):
        return True  # "I do not find the toilet, bring me there."
    is_told = (
        words[0] in ("it", "there")
        or (words[0] == "time" and words[1:2] in (("to",), ("for",)))
        or words[:2] == ("you", "find")
        or words[1:3] == ("ran", "out")
        or bool(set(words) & _STATES)
        or any(word.endswith("'s") for word in words)
    )
    plain = clause.plain.split()
    return is_told or (plain[:1] != [] and plain[0] not in _PERSONS and is_fact(plain))


_HAPPENED = word_set("was were did had nobody nothing")
_POINTING = ("that", "this", "these", "those")


def _names_only(clause: Clause) -> bool:
    """ "The cup on the table, bring it here": the thing is named before it is said what to do."""
    is_that = clause.words[0] in _POINTING and len(clause.words) > 1
    return (is_that or clause.words[0] in DETERMINERS - PRONOUNS) and not set(clause.words) & NOT_IN_OBJECT


def is_reason(clause: Clause) -> bool:
    """ "..., somebody spilled the soup": why it is needed."""
    words = clause.words
    is_told = bool(set(words) & _STATES) or any(word.endswith("ed") for word in words[1:3])
    return clause.joiner in (",", "because") and words[0] in _REASONING and is_told


_REASONING = word_set("somebody someone there it the my our she he they")

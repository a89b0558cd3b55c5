"""Whether words tell a fact: "the dog runs away", "i am busy", "you are wasting energy", "internet is gone".

A command may have such a fact before it or after it without a mark between them. After a thing it must be told from
what the thing is known by: "the book i bought", "the chair the cat sleeps on" leave out what the verb governs.
"""

from __future__ import annotations

from collections.abc import Sequence

from creature_intent.grammar.lexicon import ADJECTIVES, DETERMINERS, NUMBERS, PREPOSITIONS, REPORTING, word_set
from creature_intent.text.fact_words import (
    ADVERBS,
    AUXILIARIES,
    BE,
    COPULAS,
    GAPPED,
    INTRANSITIVE,
    MODALS,
    TELLING,
    TIMES,
    WISHING,
)

PERSONS = word_set("i we he she they")
"""Subjects that are nothing else."""
ANYBODY = word_set("somebody someone nobody everybody everyone nothing something everything")
POINTING = word_set("it this you there") | ANYBODY
"""Subjects that may be what the verb before them governs: told by the verb that follows."""
ARTICLES = DETERMINERS - word_set("any another both all one's its") | NUMBERS - {"one"}
"""What a thing begins with of which something is told."""
_OF_YOURS = word_set(
    "look stand sit block make need have hurt scare walk drive forgot left dropped spilled broke missed lost stepped "
    "woke work sound hold seem smell move go stink step lie"
)
_STARTS_OF_RELATIVES = word_set("what who whom whose which that how where when why whether if than as like or and but")
_NO_VERB = (
    DETERMINERS
    | PREPOSITIONS
    | ADJECTIVES
    | REPORTING
    | word_set("and or but too please both all mean guess , one ones")
)
_CUT = word_set(", and but so or because if when while until before after then please")
_LONGEST_SUBJECT = 5


def begins_fact(words: Sequence[str], index: int) -> bool:
    """Whether a fact begins here that is no description of the thing named before it.

    Args:
        words: A sentence's words.
        index: Where the subject begins.
    """
    at = verb_of_fact(words, index)
    return at is not None and _is_whole(words, at, words[index] in _NEVER_RELATIVE)


def verb_of_fact(words: Sequence[str], start: int) -> int | None:
    """Where the verb stands whose subject begins here; None if none does.

    Args:
        words: A sentence's words.
        start: Where the subject begins.
    """
    subject = words[start]
    if subject in PERSONS or subject in POINTING:
        at = _after_adverbs(words, start + 1)
        if at < len(words) and _may_follow(subject, words[at]):
            return at
    if subject in ARTICLES:
        return _verb_of_thing(words, start)
    is_bare = subject not in _NO_VERB and words[start + 1 : start + 2] != []
    return start + 1 if is_bare and words[start + 1] in BE | {"has", "have"} else None


def is_fact(words: Sequence[str]) -> bool:
    """Whether the words are a fact, and nothing but a fact: "the doorbell rang", "on the desk there is a pen"."""
    if not words or _has_relative(words):
        return False
    if exclaims(words):
        return True
    if "there" in words[1:-2] and words[words.index("there") + 1] in ("is", "are") and words[0] in PREPOSITIONS:
        return True
    if is_whether(words):
        return True
    at = _verb_of_one_named(words) or verb_of_fact(words, 0)
    if at is None or not REPORTING.isdisjoint(words):
        return False
    return at + 1 < len(words) or words[at] in INTRANSITIVE


def happens(words: Sequence[str]) -> bool:
    """ "my phone died", "the kettle broke": a fact that names nothing else, nor how something is."""
    return words[-1:] != [] and words[-1] in INTRANSITIVE and is_fact(words)


def exclaims(words: Sequence[str]) -> bool:
    """ "what a mess", "enough of the telly now", "lost my keys again": a fact without a verb, or without who did it."""
    if len(words) < 3:
        return False
    if words[0] in _MISHAPS:
        return words[1] in ARTICLES
    return tuple(words[:2]) in _EXCLAIMING or (words[0] in _SIGHING and words[1] in ("that", "this", "these", "those"))


_MISHAPS = word_set("lost dropped spilled spilt broke burnt burned forgot hurt cut left")
_EXCLAIMING = frozenset(
    {("what", "a"), ("what", "an"), ("enough", "of"), ("no", "more"), ("so", "much"), ("too", "much")}
)
_SIGHING = word_set("ugh god goodness blimey phew oh argh ew yuck")


def _has_relative(words: Sequence[str]) -> bool:
    """Part of it tells of a thing ("the cup that fell"), or asks; "that" before a noun does neither."""
    starts = [index for index, word in enumerate(words) if word in _STARTS_OF_RELATIVES]
    return any(
        not (words[index] == "that" and _points(words, index)) and not _marvels(words, index) for index in starts
    )


def _points(words: Sequence[str], index: int) -> bool:
    """ "that" is this one there: "that was the timer", "enough of that noise"."""
    return index == 0 or words[index - 1] in PREPOSITIONS | _SIGHING | {"of", "like"}


def _marvels(words: Sequence[str], index: int) -> bool:
    return index == 0 and tuple(words[:2]) in _EXCLAIMING


def is_whether(words: Sequence[str]) -> bool:
    """ "Do you see the basket", "is there any tea left": asked only for what shall be done with it."""
    return tuple(words[:3]) in _ASKING_WHETHER and len(words) > 4 - (words[0] == "is")


def _verb_of_one_named(words: Sequence[str]) -> int | None:
    """ "grandma [dropped] her stick", "mark [leaves] now"."""
    is_told = len(words) > 1 and (words[1] in TELLING or words[1] in AUXILIARIES or words[1] in _DONE)
    return 1 if is_told and words[0] not in _NO_VERB | PERSONS | POINTING | _COMMANDED else None


_DONE = word_set("dropped spilled broke lost forgot left leaves arrives called wants needs asked arrived")
_COMMANDED = word_set("let make get have keep do go can could would will")
_ASKING_WHETHER = frozenset({("do", "you", "see"), ("can", "you", "see"), ("is", "there", "a"), ("is", "there", "any")})


_HAPPENED = word_set("happened changed moved cracked popped snapped crashed leaked slipped clicked failed jammed")
_DONE_TO = ARTICLES | {"it", "them", "something"}
_DONE_WITH = word_set("left put brought threw took spilt dropped broke lost forgot moved laid packed")
"""What somebody did with a thing: "someone left a sock here", "the kids put their toys on the stairs"."""


def _after_adverbs(words: Sequence[str], at: int) -> int:
    while at < len(words) and words[at] in ADVERBS:
        at += 1
    return at


def _may_follow(subject: str, verb: str) -> bool:
    """The verb may be told of the subject."""
    if verb in AUXILIARIES or verb in TELLING:
        return verb in BE | {"comes", "came", "goes", "has", "must"} if subject == "there" else True
    if subject in PERSONS:
        return verb not in _NO_VERB
    if subject == "you":
        return verb in _OF_YOURS
    if subject in ANYBODY or subject == "it":
        if verb in _DONE_WITH and subject in ANYBODY:
            return True
        if subject == "something" and verb not in _HAPPENED and verb.endswith("ed"):
            return False  # "Get me something caffeinated."
        is_present = len(verb) > 3 and verb.endswith("s") and not verb.endswith(("ss", "us"))
        return (is_present or (len(verb) > 4 and verb.endswith("ed"))) and verb not in _NO_VERB
    return False


def _verb_of_thing(words: Sequence[str], start: int) -> int | None:
    """Where the verb stands of which a thing is the subject: "the water in the pot [is] boiling"."""
    if start + 1 >= len(words) or words[start + 1] in _CUT | PREPOSITIONS:
        return None
    for at in range(start + 1 + (words[start] not in ("this", "that", "these", "those")), start + 2 + _LONGEST_SUBJECT):
        if at >= len(words) or words[at] in _CUT or words[at] in _STARTS_OF_RELATIVES:
            return None
        if words[at] in PERSONS or (words[at] in ARTICLES | POINTING and words[at - 1] not in PREPOSITIONS | {"of"}):
            return None
        is_modal = words[at] in MODALS and set(words[at + 1 : at + 2]) <= {"not", "be", "have"} | INTRANSITIVE
        is_told = words[at] in AUXILIARIES - MODALS or is_modal or words[at] in TELLING
        is_told = is_told or (words[at] in _DONE_WITH and not _DONE_TO.isdisjoint(words[at + 1 : at + 2]))
        is_this = (
            not start and at == 1 and words[0] in ("this", "that", "these", "those")
        )  # Else: "the cup that is ..."
        if is_told and (is_this or words[at - 1] not in ADJECTIVES | DETERMINERS | PREPOSITIONS):
            return at
    return None


def _is_whole(words: Sequence[str], at: int, is_sure: bool) -> bool:
    """The verb lacks nothing: "i am busy", "he lost his key", "the baby sleeps", but not "i bought yesterday"."""
    end = next((here for here in range(at + 1, len(words)) if words[here] in _CUT), len(words))
    rest = _from_main_verb([word for word in words[at:end] if word not in ADVERBS and word != "not"])
    if not rest or (len(rest) > 1 and rest[-1] in PREPOSITIONS - _PARTICLES):
        return False
    verb, after = rest[0], _without_time(rest[1:])
    if verb in BE or verb in COPULAS:
        return bool(after)
    if verb in INTRANSITIVE:
        return after[-1:] not in (["in"], ["on"])
    if not after:
        return is_sure
    if verb in _GETTING and after[0] in _PARTICLES:
        return True  # "The heat is getting out."
    if after[0] in _PARTICLES:
        return len(after) > 1 and (after[0] not in PREPOSITIONS or verb in _WITH_PARTICLE)
    if after[0] in PREPOSITIONS:
        return after[-1] in _POINTED_AT  # "She asked for it."
    return not (verb in _GIVING and len(after) == 1)


_GETTING = word_set("get gets getting")
_POINTED_AT = word_set("it them him her me us you")
_NEVER_RELATIVE = ANYBODY | {"it", "there"}
"""Subjects of whose verbs hardly anything is left out."""
_PARTICLES = word_set("in on off over out up down away outside inside around back through along")
_WITH_PARTICLE = word_set("turned switched put turn switch threw knocked took take left")
_GIVING = word_set("gave give gives lent showed told sent bought brought made baked")
_DAYS = word_set("morning afternoon evening night week weekend month year time day monday sunday")
_PLACES = word_set("bed work school church town")


def _without_time(words: Sequence[str]) -> list[str]:
    kept = [word for word in words if word not in TIMES]
    return [] if len(kept) == 2 and kept[1] in _DAYS else kept


def _from_main_verb(words: Sequence[str]) -> list[str]:
    """ "lost it" of "have lost it", "see it" of "want to see it" and of "want see it"."""
    rest = list(words)
    while len(rest) > 1 and (rest[0] in AUXILIARIES or rest[0] in WISHING) and _is_verb_next(rest):
        rest = rest[2:] if rest[1] == "to" else rest[1:]
    return rest


def _is_verb_next(rest: Sequence[str]) -> bool:
    """The main verb is still to come."""
    helper, following = rest[0], rest[1]
    if helper in BE:
        return following.endswith("ing") and (following in GAPPED or len(rest) > 2 or following in INTRANSITIVE)
    if helper in WISHING and following == "to":
        return len(rest) > 2 and rest[2] not in DETERMINERS and (helper != "going" or rest[2] not in _PLACES)
    if helper in WISHING - AUXILIARIES:
        return following in _WISHED
    return following not in DETERMINERS | PREPOSITIONS and following not in TIMES


_WISHED = word_set("see sleep go look eat work hear read cook rest leave")
"""What some say they want without "to": "i want see it"."""

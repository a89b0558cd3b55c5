"""Sentences that run on without a mark: "go to the kitchen take the plates", "I'm tired switch off the light"."""

from __future__ import annotations

from collections.abc import Sequence

from creature_intent.grammar.lexicon import ADJECTIVES, DETERMINERS, PREPOSITIONS, word_set
from creature_intent.grammar.rulebook import Rulebook
from creature_intent.text.own_run_on import EXPLAINING, PROMISING, REMARKING, explains, promises_anew, remarks
from creature_intent.text.reasons import REASONING, gives_reason

_HANDLING = word_set(
    "bring take put grab get give fetch hand pass open close shut lock turn switch pick find drop place carry "
    "move throw toss lay hang look search follow escort guide lead"
)
_GOING = word_set("go walk move drive turn head")
_THINGS = DETERMINERS | word_set("me us him her it them up on off two three some one")
_WAYS = word_set("to into towards toward left right forward around straight past back there here")
_ASKING = word_set("can could would will")
_OBLIGING = word_set("will must need have can could should")
_ADDRESSING = word_set("please robot kindly just")
MAY_BEGIN = (
    _HANDLING
    | _GOING
    | _ASKING
    | _ADDRESSING
    | PROMISING
    | EXPLAINING
    | REMARKING
    | REASONING
    | word_set("i it they he she maybe you")
)
"""Words that may begin another clause; `begins_anew` is false for all others."""
_ASKED_ABOUT = word_set("what where how when who why which that than as if whether and or but not do")
_LEADING_ON = word_set(
    "to not or and but then please just can could would will shall should must may might do does did you i we they he "
    "she who which always never also go come run try help let get make better rather like"
)
"""Words after which a verb goes on with what was begun."""
_FORCING = word_set(
    "popping prying prising pulling pushing sliding cracking swinging throwing flinging forcing easing nudging yanking"
)
_CAUSING = word_set("help let make have had made told ask tell asked")
_WATCHING = word_set("see watch hear")
_WATCHED = word_set("saw heard watched see hear watch")
_SUBJECTS = word_set("i we they he she who people")
_TOLD = (("there", "is"), ("there", "are"), ("my", "hands"))
"""What a reason begins with, before what is to be done about it; any statement of the speaker does, too."""


def begins_anew(words: Sequence[str], index: int, current: Sequence[str], book: Rulebook) -> bool:
    """The word begins another clause although nothing joins it to the one before.

    Args:
        words: The whole sentence.
        index: The word.
        current: The words of the clause up to it.
        book: The rules, for their verbs.
    """
    word = words[index]
    if len(current) > 2 and current[0] in ("robot", "creature"):
        current = current[1:]
    if not current or (len(current) < 2 and word not in PROMISING):
        return False
    if word in PROMISING and promises_anew(words, index, current, book):
        return True
    if word in EXPLAINING and explains(words, index, current, book):
        return True
    if word in REMARKING and remarks(words, index, current, book):
        return True
    if (word in REASONING or word not in MAY_BEGIN) and gives_reason(words, index, current, book):
        return True
    if word == "you" and current[0] == "as" and len(current) > 3:
        return set(words[index + 1 : index + 2]) <= _OBLIGING  # "As my leg hurts you'll have to ..."
    wonders = current[0] in ("where", "how") and word in _ASKING and len(current) > 3
    if len(current) < 2 or (current[0] in _ASKED_ABOUT and word not in ("please", "robot") and not wonders):
        return False
    following = tuple(words[index + 1 : index + 4])
    if word in _ADDRESSING:
        return _is_addressed(words, index, current, book)
    if word in _ASKING:
        return _asks(following, current, book)
    if word in _SUBJECTS_OF_STATES:
        return _states(word, following, current, book)
    if word in book.verbs and " ".join(current) in _AT_LEISURE:
        return True
    return _commands(word, following, current, book)


def _states(word: str, following: Sequence[str], current: Sequence[str], book: Rulebook) -> bool:
    """ "... I need it", "... it must be in the hall", "... you can find it there"."""
    if not following:
        return False
    if word == "i":
        return following[0] in _FEELING and current[-1] in _AFTER_DEED and _is_told(current, book)
    if word == "you":
        return following[0] in ("can", "will") and following[1:] in _FOUND and _is_complete(current, book)
    if following[0] not in _IS_WHERE or current[-1] in _ASKED_ABOUT:
        return False
    return any(one in book.verbs or one in _NEEDING for one in current)


_SUBJECTS_OF_STATES = word_set("i you it they he she maybe")
_LEISURE = (
    "are ready", "are free", "are done", "are back", "have time", "have a minute", "have a moment", "have a second",
    "have got a minute", "have got a moment", "have got time", "get a chance", "get a minute",
)  # fmt: skip
_AT_LEISURE = frozenset(f"you {state}" for state in _LEISURE)
"""After "when" or "if": what is asked for follows."""
_FEELING = word_set("have am can need want feel")
_TURNED = word_set("around round forward left right closer still")
_AFTER_DEED = _TURNED | word_set(
    "on off up down in out please here there over back away shut open closed outside inside now it"
)


def _is_told(current: Sequence[str], book: Rulebook) -> bool:
    """The clause begins by telling or asking a deed."""
    return any(word in book.verbs for word in current[:4])


_NEEDING = ("need", "want")
_IS_WHERE = word_set("is are should must might it they knows")
_STATING = word_set("is are wants needs")
_FOUND = tuple((verb, thing) for verb in ("find", "see", "get") for thing in ("it", "them"))


def _is_addressed(words: Sequence[str], index: int, current: Sequence[str], book: Rulebook) -> bool:
    """ "It smells funny in here please open the window", "I'm cold robot close the door"."""
    after = [word for word in words[index + 1 : index + 5] if word not in ("please", "just", "kindly")]
    if len(after) < 2 or current[-1] in _LEADING_ON | DETERMINERS | PREPOSITIONS - _ADVERBS or after[0] in DETERMINERS:
        return False
    if words[index] == "just" and not set(current) & {"no", "rather", "mind"}:
        return False
    commands = after[0] in book.verbs and after[1] in _THINGS | {"for"} | _WAYS | {"your", "out", "down", "of"}
    leads_on = after[:2] == ["go", "and"] and after[2:3] != [] and after[2] in book.verbs
    return commands or leads_on or (after[0] in _ASKING and after[1] == "you")


_ADVERBS = word_set("in on off over around outside inside across along past up down out")


def _asks(following: Sequence[str], current: Sequence[str], book: Rulebook) -> bool:
    """ "I'd like some beer can you grab one"."""
    if (
        following[:1] != ("you",)
        or current[-1] in _ASKED_ABOUT | _LEADING_ON | {"robot"}
        or len(current) < 3 - (current[0] == "the")
    ):
        return False
    asked = [word for word in following[1:] if word not in ("please", "just")]
    return bool(asked) and asked[0] in book.verbs


def _commands(word: str, following: Sequence[str], current: Sequence[str], book: Rulebook) -> bool:
    """ "... take the plates", "... walk to the door"."""
    after = following[0] if following else ""
    seeks = (
        word in ("look", "search")
        and after == "for"
        and bool({"it", "him", "her", "them", "the", "my"} & set(following[1:2]))
    )
    if not (seeks or (word in _HANDLING and after in _THINGS) or (word in _GOING and after in _WAYS)):
        return False
    if (word in ("open", "shut") and current[-1] in _FORCING) or _leads_on(current):
        return False  # "I'm popping open the tin."
    if word in ("open", "close") and following[1:2] in (("bit",), ("little",), ("crack",)):
        return False
    current = current[:-1] if current[-1] == "please" and len(current) > 2 else current
    last = current[-1]
    is_way = last in ("left", "right") and current[-2] not in DETERMINERS - {"the", "your"}
    is_governing = last in PREPOSITIONS and not _is_switched(current, book)
    if last in _LEADING_ON | DETERMINERS - {"it", "them", "that", "this"} or is_governing or _causes(current):
        return False
    if after in ("it", "them") and current[0] in DETERMINERS:
        return True  # "the cup on the table bring it to me"
    if tuple(current[:2]) == ("you", "are"):
        return last in ("done", "ready", "free", "back", "finished")
    if (
        current[0] in ("i", "we")
        or tuple(current[:2]) in _TOLD
        or (current[0] not in PREPOSITIONS and set(current[1:4]) & _STATING)
    ):
        return len(current) > 2
    return (last not in ADJECTIVES or is_way) and _is_complete(current, book)


def _leads_on(current: Sequence[str]) -> bool:
    """ "I might as well ...", "I will gladly ...": the verb is still to come."""
    is_manner = current[-1].endswith("ly") and tuple(current[-2:-1]) in (("will",), ("would",), ("shall",))
    return is_manner or (tuple(current[-2:]) == ("as", "well") and bool({"might", "may"} & set(current)))


def _is_switched(current: Sequence[str], book: Rulebook) -> bool:
    """ "turn the grill off", "put your coat on": the last word belongs to the verb, and governs nothing."""
    is_particle = current[-1] in _ADVERBS and len(current) > 2 and current[-2] not in book.verbs
    return is_particle and _is_complete(current, book)


def _causes(current: Sequence[str]) -> bool:
    """ "help me find it", "watch him open it": the verb is somebody's of whom the clause speaks."""
    return (
        bool(set(current) & _CAUSING)
        or current[0] in _WATCHING
        or bool(set(current[:3]) & _WATCHED and "not" not in current and current[-1] != "there")
    )


def _is_complete(current: Sequence[str], book: Rulebook) -> bool:
    """The clause tells the creature something, and what."""
    verb = next((index for index, word in enumerate(current) if word in book.verbs), None)
    return verb is not None and len(current) > verb + 1 and _SUBJECTS.isdisjoint(current)

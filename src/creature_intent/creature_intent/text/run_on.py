"""Sentences that run on without a mark: "go to the kitchen take the plates", "I'm tired switch off the light"."""

from __future__ import annotations

from collections.abc import Sequence

from creature_intent.grammar.lexicon import ADJECTIVES, CANS, DETERMINERS, KIN, NUMBERS, PREPOSITIONS, word_set
from creature_intent.grammar.rulebook import Rulebook
from creature_intent.text.after_facts import (
    DEEDS,
    GOING,
    HANDLING,
    LEADING_ON,
    NEVER_BEFORE,
    THINGS,
    WAYS,
    causes,
    follows_fact,
    goes_along,
    is_noun,
    is_sought,
    leads_on,
    parts,
    points,
)
from creature_intent.text.asking_anew import ASKED_ABOUT, ASKING, AT_LEISURE, MAY_WISH, asks, wishes
from creature_intent.text.events import tells_event
from creature_intent.text.own_run_on import EXPLAINING, PROMISING, REMARKING, explains, promises_anew, remarks
from creature_intent.text.reasons import REASONING, annoys, gives_reason
from creature_intent.text.statements import begins_fact, is_fact

_RUNNING = word_set("go run come hurry")
_TAKEN = word_set("take bring put get pull hang lay throw")
_OUT = word_set("out off down away back up in")
_CATCHING = word_set("catch hold")
_OBLIGING = word_set("will must need have can could should")
_ADDRESSING = word_set("please robot kindly just")
MAY_BEGIN = (
    DEEDS
    | GOING
    | _RUNNING
    | _CATCHING
    | ASKING
    | _ADDRESSING
    | PROMISING
    | EXPLAINING
    | REMARKING
    | REASONING
    | word_set("i it they he she maybe you have")
)
"""Words that may begin another clause; `begins_anew` is false for all others."""
_WHERE = word_set("in on at behind of for")
_FORCING = word_set(
    "popping prying prising pulling pushing sliding cracking swinging throwing flinging forcing easing nudging yanking"
)
SUBJECTS = word_set("i we they he she who people")
"""Whose deeds a clause tells that tells the creature nothing."""
_TOLD = (("there", "is"), ("there", "are"), ("my", "hands"))
"""What a reason begins with, before what is to be done about it; any statement of the speaker does, too."""


_SIDED = (("your", "left"), ("your", "right"), ("my", "left"), ("my", "right"))
_WHETHER = (["reckon"], ["think"], ["suppose"], ["way"], ["chance"])
_NOUNS_TOO = word_set("lead light lights lamp water jam lock book clip bag box")


def begins_anew(words: Sequence[str], index: int, current: Sequence[str], book: Rulebook) -> bool:
    """The word begins another clause although nothing joins it to the one before.

    Args:
        words: The whole sentence.
        index: The word.
        current: The words of the clause up to it.
        book: The rules, for their verbs.
    """
    word = words[index]
    if current and current[-1].endswith("'s") and word in _NOUNS_TOO:
        return False  # "Grab the dog's lead off the hook."
    if (word == "hand" and tuple(current[-2:]) in _SIDED) or (word == "you" and current[-1:] in _WHETHER):
        return False  # "Put it in your left hand.", "is there any way you could open it?"
    if len(current) > 2 and current[0] in ("robot", "creature"):
        current = current[1:]
    if word in ("robot", "follow") and " ".join(current[-3:]).endswith(("let us go", "come on")):
        return True  # "Come on robot follow me."
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
    wonders = current[0] in ("where", "how") and word in ASKING and len(current) > 3
    if is_sought(word, words[index + 1 : index + 3], current):
        return True  # "Where is my coat bring it."
    if word in MAY_WISH and wishes(words, index, current):
        return True
    wonders |= points(current)
    if len(current) < 2 or (current[0] in ASKED_ABOUT and word not in ("please", "robot") and not wonders):
        following = tuple(words[index + 1 : index + 4])
        is_named = 1 < len(current) < 5 and current[0] == "that" and following[:1] in (("it",), ("them",))
        if is_named and _commands(word, following, current, book):
            return True  # "That alarm clock shut it off."
        return len(current) > 1 and follows_fact(word, following[:2], current)
    following = tuple(words[index + 1 : index + 4])
    if word == "open" and current[-1] in ("hold", "prop"):
        return False  # "Hold open the door."
    if word in _ADDRESSING:
        return _is_addressed(words, index, current, book)
    if word == "you" and following[:1] in _ALLOWING and following[1:2] != () and is_fact(current):
        # "It is day already you can turn off the lamps."
        return following[1] in DEEDS and current[-1] not in NEVER_BEFORE
    if word in ASKING:
        return asks(following, current, book)
    if word in _SUBJECTS_OF_STATES:
        is_relative = word in ("he", "she", "they") and not begins_fact(words, index)
        return not is_relative and _states(word, following, current, book)
    if word in book.verbs and " ".join(current) in AT_LEISURE:
        return True
    return _commands(word, following, current, book)


def _states(word: str, following: Sequence[str], current: Sequence[str], book: Rulebook) -> bool:
    """ "... I need it", "... it must be in the hall", "... you can find it there"."""
    if not following:
        return False
    if word == "i":
        is_so = following[0] == "am" and following[1:2] != () and following[1] in _FEELING_SO
        is_so = is_so and current[-1] not in ASKED_ABOUT | PREPOSITIONS - _ADVERBS
        return is_told(current, book) and (is_so or (following[0] in _FEELING and current[-1] in _AFTER_DEED))
    if word == "you":
        return following[0] in ("can", "will") and following[1:] in _FOUND and _is_complete(current, book)
    if word == "it" and annoys(following) and current[-1] not in LEADING_ON | PREPOSITIONS - _ADVERBS:
        return any(one in book.verbs for one in current[:4])
    if following[0] not in _IS_WHERE - {word} or current[-1] in ASKED_ABOUT:
        return False
    return any(one in book.verbs or one in _NEEDING for one in current)


_SUBJECTS_OF_STATES = word_set("i you it they he she maybe")
_ALLOWING = (("can",), ("could",), ("may",), ("must",), ("should",))
_FEELING = word_set("have am can need want feel")
_FEELING_SO = word_set("busy tired cold hungry thirsty sick ill freezing hot exhausted late sweating bleeding")
_TURNED = word_set("around round forward left right closer still")
_AFTER_DEED = _TURNED | word_set(
    "on off up down in out please here there over back away shut open closed outside inside now it"
)


def is_told(current: Sequence[str], book: Rulebook) -> bool:
    """The clause begins by telling or asking a deed."""
    return any(word in book.verbs for word in current[:4])


_NEEDING = ("need", "want")
_IS_WHERE = word_set("is are should must might it they knows")
_STATING = word_set("is are wants needs comes forgot lost dropped broke fell has have")
_RAINING = frozenset({("it", "rains"), ("it", "snows"), ("it", "burns"), ("it", "leaks")})
_FOUND = tuple((verb, thing) for verb in ("find", "see", "get") for thing in ("it", "them"))


def _is_addressed(words: Sequence[str], index: int, current: Sequence[str], book: Rulebook) -> bool:
    """ "It smells funny in here please open the window", "I'm cold robot close the door"."""
    after = [word for word in words[index + 1 : index + 5] if word not in ("please", "just", "kindly")]
    if len(after) < 2 or current[-1] in LEADING_ON | DETERMINERS | PREPOSITIONS - _ADVERBS or after[0] in DETERMINERS:
        return False
    if words[index] == "just" and not set(current) & {"no", "rather", "mind"}:
        return False
    commands = after[0] in book.verbs and after[1] in THINGS | WAYS | _AFTER_VERB
    leads_on = after[:2] == ["go", "and"] and after[2:3] != [] and after[2] in book.verbs
    return commands or leads_on or (after[0] in ASKING and after[1] == "you")


_AFTER_VERB = word_set("for your out down of open")
_ADVERBS = word_set("in on off over around outside inside across along past up down out")


def _commands(word: str, following: Sequence[str], current: Sequence[str], book: Rulebook) -> bool:
    """ "... take the plates", "... walk to the door"."""
    after = following[0] if following else ""
    seeks = (
        word in ("look", "search")
        and after == "for"
        and bool({"it", "him", "her", "them", "the", "my"} & set(following[1:2]))
    )
    is_forced = word in ("open", "shut") and (current[-1] in _FORCING or after in _WHERE)
    if is_forced or leads_on(current) or is_noun(word, following, current):
        return False  # "I'm popping open the tin.", "Pull the curtains shut in the hall."
    if follows_fact(word, following, current):
        return True
    is_parted = bool(following) and parts(word, following) and current[-2] not in ("a", "an")
    handles = (word in HANDLING and after in THINGS) or is_parted
    handles = handles or (word in _TAKEN and after in _OUT and following[1:2] != () and following[1] in THINGS)
    handles = handles or (word in _CATCHING and after in ("it", "them"))
    handles = handles or (word in ("put", "bring", "get") and after in ("there", "here"))
    is_far = after in NUMBERS and following[1:2] != () and following[1] in _STEPS
    goes = word in GOING and (after in WAYS or is_far or (word == "go" and after in HANDLING))
    then = following[1:] if after == "and" else following
    goes = goes or (
        word in _RUNNING and len(then) > 1 and then[0] in HANDLING and (after == "and" or then[1] in THINGS)
    )
    if not (seeks or handles or goes):
        return False
    if word in ("open", "close") and following[1:2] in (("bit",), ("little",), ("crack",), ("touch",)):
        return False
    current = current[:-1] if current[-1] == "please" and len(current) > 2 else current
    last = current[-1]
    if last == "can" and current[-2] in CANS and after in ("it", "them"):
        return True  # "The lid of the trash can close it."
    is_way = last in ("left", "right") and current[-2] not in DETERMINERS - {"the", "your"}
    is_governing = last in PREPOSITIONS and not _is_switched(current, book)
    is_pointed = after in ("it", "them", "one") and points(current) and last not in _PERSONS
    is_pointed = is_pointed or tuple(current[1:3]) == ("asked", "for") or goes_along(current, book)
    is_open = last in LEADING_ON | DETERMINERS - {"it", "them", "that", "this"} or is_governing
    if is_open or last in _BEFORE_PARTICIPLE or (causes(current) and not is_pointed):
        return False
    is_there = current[0] in _PLACING and bool(_LYING & set(current[1:]))  # "on the desk lies a pen take it"
    is_them = after in ("it", "them", "one") or (after in ("him", "her") and len(current) < 5)
    if is_them and (current[0] in DETERMINERS or is_there or is_pointed):
        return True  # "the cup on the table bring it to me"
    if is_there and after in ("me", "us") and following[1:2] in (("one",), ("some",), ("it",), ("two",)):
        return True  # "in the kitchen there are clean towels bring me one"
    if tuple(current[:2]) == ("you", "are"):
        return last in ("done", "ready", "free", "back", "finished")
    if tells_event(current) or tuple(current) in _RAINING:
        return True
    if (
        current[0] in ("i", "we")
        or tuple(current[:2]) in _TOLD
        or (current[0] not in PREPOSITIONS and set(current[1:4]) & _STATING)
    ):
        return len(current) > 2
    return (last not in ADJECTIVES or is_way) and _is_complete(current, book)


_BEFORE_PARTICIPLE = word_set("already just also still even")
""" "I have already [put the bins out]"."""
_STEPS = word_set("step steps meter meters metre metres foot feet")
_PLACING = PREPOSITIONS | KIN | word_set("there you careful mind")
_LYING = word_set("is are lies lie stands stand hangs hang find see with wants needs asked")
_PERSONS = word_set("me him her them us people kids children")


def _is_switched(current: Sequence[str], book: Rulebook) -> bool:
    """ "turn the grill off", "put your coat on": the last word belongs to the verb, and governs nothing."""
    is_particle = current[-1] in _ADVERBS and len(current) > 2 and current[-2] not in book.verbs
    return is_particle and _is_complete(current, book)


def _is_complete(current: Sequence[str], book: Rulebook) -> bool:
    """The clause tells the creature something, and what."""
    verb = next((index for index, word in enumerate(current) if word in book.verbs), None)
    return verb is not None and len(current) > verb + 1 and SUBJECTS.isdisjoint(current)

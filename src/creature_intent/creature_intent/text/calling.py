"""By what name the creature is called: "Momo bring me the cup", "come here pip", "..., would you love"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from creature_intent.grammar.lexicon import (
    ADJECTIVES,
    COMMON_VERBS,
    DETERMINERS,
    ENDEARMENTS,
    HOUSEWORK,
    NOT_IN_OBJECT,
    PEOPLE,
    PREPOSITIONS,
    PRONOUNS,
    REPORTING,
    word_set,
)
from creature_intent.grammar.rulebook import Rulebook

_NO_NAMES = (
    ADJECTIVES | COMMON_VERBS | DETERMINERS | HOUSEWORK | NOT_IN_OBJECT | PEOPLE | PREPOSITIONS | PRONOUNS | REPORTING
) | word_set(
    "and or but you they he she we i who that will would can could did does not always never the should might must may "
    "people what how why when where don all most some often usually sometimes men women both either each every more "
    "less much many few none nobody somebody someone anyone anybody everyone everybody let ever even still just only "
    "also too very well here there now then soon today tomorrow tonight again away back together home please thanks "
    "thank sorry hello hey okay yes than like such else maybe perhaps rather quite almost while until since once twice "
    "ready free able sure true easy better best worse next other instead later first last half enough plenty water "
    "food work school town bed lunch dinner breakfast love time one ones two three four five six seven eight nine ten "
    "out down forward backward ahead aside apart nearby everywhere somewhere anywhere straight upright flat"
)
_NO_ENDINGS = ("ing", "ly", "ness", "tion", "ment")
_ASKS = re.compile(
    r"(?:(?:can|could|would|will) you |please (?!d)|i (?:need|want) you to |i would like you to |do not |"
    r"(?:may|can|could) i have (?:the|my|a) |do (?:turn|put|bring|open|close))"
)
_THINGS = DETERMINERS | word_set(
    "me us it them him her up on off out down over to into away back two three one please your yourself get go "
    "come with by behind close after along upstairs downstairs outside inside here there"
)
"""What may follow a verb of command at once."""
_LIKE_PAST = word_set("put set hit cut shut let come run spread cast be see get show")
"""After a name these may tell what somebody did: "Anna put the cup away"."""
_LIKE_PAST_ALONE = _LIKE_PAST - {"get", "come"}
_FRIENDS = "|".join((*sorted(ENDEARMENTS), "my friend", "my dear", "old friend", "little one"))
_AT_THE_END = re.compile(
    r"(?: (?:would|could|can|will) you(?: please)?| could you not| would you mind)?"
    r"(?:(?<! the)(?<! my)(?<! your)(?<! a)(?<! that)(?<! of)(?<! to)(?<! for)(?<! with)(?<! follow)(?<! find)"
    rf" (?:{_FRIENDS}))?$"
)
_GREETINGS = word_set("hey hi hello okay please oh dear yo now so well good morning evening")
_KINDS_OF_ROBOTS = word_set("cleaner cleaning vacuum vacuuming mowing mower delivery kitchen toy other new old little")
_KINDS = frozenset({"robot", "creature"})
"""What the creature is."""
_LAST_WORDS = word_set("you please not mind") | {friend.split()[-1] for friend in _FRIENDS.split("|")}
"""The last words of what _AT_THE_END finds."""
_NAME_LAST = re.compile(r"^(?P<rest>.*\b(?:here|me|us|please|along)) (?P<name>[a-z]{2,9})$")
_BEFORE_NAME = ("here", "me", "us", "please", "along")

_IS_GIVEN = re.compile(
    r"\b(?:bring|fetch|get|give|hand|pass|grab|find|buy|chuck|throw|toss|lend|serve|pour|make) (?:me|us)$"
)
"""What stands after these is what is given: "bring me chocolate"."""


def is_addressed(words: Sequence[str]) -> bool:
    """ "Robot, ...", "hey robot ...", "..., robot": whoever says so speaks to the creature."""
    first = next((word for word in words if word not in _GREETINGS and word != ","), "")
    return first in _KINDS or (len(words) > 1 and words[-1] in _KINDS and words[-2] not in DETERMINERS)


def may_be_name(word: str, book: Rulebook) -> bool:
    """A word that we know for nothing else, as a recogniser without capitals writes a name."""
    if word in _NO_NAMES or word in book.verbs or word in book.nouns["fixed"] or word in book.nouns["machines"]:
        return False
    is_plural = word.endswith("s") and not word.endswith(("ss", "is", "es", "as", "us"))
    is_formed = _is_formed(word) and word not in book.nouns["given_names"]
    return word.isalpha() and len(word) > 2 and not is_plural and not is_formed


def _is_formed(word: str) -> bool:
    """It ends as adverbs, participles and nouns of the mind do."""
    return word.endswith(_NO_ENDINGS) or (word.endswith("ed") and len(word) > 4)


def without_name(text: str, book: Rulebook) -> str:
    """What is said to the creature, without the name by which it is called.

    Args:
        text: A clause, without "okay", "hey" in front.
        book: The rules, for their verbs.
    """
    return _without_first(_without_last(text, book), book)


def _without_last(text: str, book: Rulebook) -> str:
    before, _, last = text.rpartition(" ")
    if last in _LAST_WORDS and not (last == "robot" and before.rpartition(" ")[2] in _KINDS_OF_ROBOTS):
        text = _AT_THE_END.sub("", text) or text
        before = text.rpartition(" ")[0]
    found = _NAME_LAST.match(text) if before.endswith(_BEFORE_NAME) else None
    is_name = found is not None and may_be_name(found["name"], book) and not _IS_GIVEN.search(found["rest"])
    return found["rest"] if found and is_name else text


def _without_first(text: str, book: Rulebook) -> str:
    name, _, rest = text.partition(" ")
    is_robot = rest.startswith("robot ")
    rest = rest.removeprefix("robot ")
    is_called = (_ASKS.match(rest) or _commands(rest, book)) and (is_robot or may_be_name(name, book))
    is_called = is_called or (is_robot and name in _BEFORE_ROBOT and rest.partition(" ")[0] in book.verbs)
    return rest if is_called else text


_BEFORE_ROBOT = word_set("mister mr missus little my dear good clever nice sweet kind")
"""What may stand before "robot" where it is called."""


def _commands(text: str, book: Rulebook) -> bool:
    """ "bring me ...", "go to ...": a verb of ours, and what may follow it."""
    verb, _, rest = text.partition(" ")
    return verb in book.verbs and verb not in _LIKE_PAST_ALONE and rest.partition(" ")[0] in _THINGS

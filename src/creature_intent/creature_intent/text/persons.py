"""Who is meant: "me", "my sister", "the plumber", "Anna"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from creature_intent.grammar.lexicon import (
    DATIVES,
    DETERMINERS,
    GIVEN_NAMES,
    KIN,
    PEOPLE,
    PREPOSITIONS,
    THINGS_IN_ER,
    TITLES,
    word_set,
)

_PERSONS = PEOPLE - {"it"}


def is_person(words: Sequence[str], names: Mapping[str, str]) -> bool:
    """The words name a person: a pronoun, a kin, a name with a capital and no article."""
    if not words:
        return False
    if words[0] in PREPOSITIONS:
        return False
    if words[0] in DETERMINERS and "of" in words[2:-1]:
        words = words[: words.index("of")]  # "The photo of grandpa."
    if words[0] in DETERMINERS and not (len(words) == 1 and words[0] in DATIVES):
        is_called = len(words) > 2 and words[-2] in PEOPLE and _is_name(words[-1], names)  # "My friend Tom."
        return is_called or (len(words) > 1 and not set(words) & PREPOSITIONS and words[-1] in PEOPLE)
    return (
        (words[-1] in _PERSONS and (len(words) == 1 or words[-1] not in DATIVES))
        or (words[0] in TITLES and len(words) in (2, 3))
        or (words[0] in DATIVES and len(words) == 1)
        or all(word in names for word in words)
        or (words[0] in KIN and len(words) == 2 and _is_name(words[1], names))
    )


def _is_name(word: str, names: Mapping[str, str]) -> bool:
    return word in names or word in GIVEN_NAMES


_BY_NAME = (
    "grandchild(?:ren)?|vet|pupil|(?:wait|steward|act|headmistr)ess(?:es)?|soldier|paramedic|midwife|midwives|clerk"
    "|cashier|accountant|consultant|librarian|detective|landlord|widow|widower|infant|adult|senior|physio"
)
_ROLE = re.compile(
    r"(?:(?<!otto)man|woman|men|women|carer|ist|ician|mechanic|surgeon|mayor|queen|king|captain|twins"
    r"|bride|(?<!n)groom|host|hostess"
    r"|guard|chef|cook|guide|postie|intern|priest|judge|president|audience|crowd|couple|patients?|resident|tenant"
    r"|client|courier|(?<!r)gent|person|lady|guy|eer|smith|vicar|nun|pilot|delegate|newcomer|cat|dog|puppy|kitten"
    r"|trainee|apprentice|applicant|candidate|tourist|refugee|employee|attendee|interviewee|bridesmaid|grandpa|lawyer"
    rf"|{_BY_NAME}|bishop|matron|referee|steward|dean|principal|warden|thief|orphan|newborn|deacon|notary|poet)s?$"
    r"|(?<=[bcdfghklmnpstvz])[eo]r$"
)
"""Who does something. Of those that are brought and taken only the surer ones: a controller is a thing."""
_SURE_ROLE = re.compile(
    r"(?:(?<!otto)man|woman|men|women|ician|mechanic|person|lady|guy|smith|plumber|painter"
    r"|gardener|carer|teacher|manager|officer|driver|waiter|waitress|engineer|customer|chef"
    r"|sister|brother|mother|father|intern|trainee|apprentice|applicant|candidate|inspector|architect|lawyer|vicar"
    rf"|tourist|delegate|resident|client|newcomer|{_BY_NAME})s?$"
)


def is_somebody(words: Sequence[str], names: Mapping[str, str], carried: bool = False) -> bool:
    """The words name a person, or with an article who does something: "the plumber", "that man".

    Args:
        words: The phrase.
        names: Words that are names.
        carried: The verb is one by which things are carried, too.
    """
    if is_person(words, names):
        return True
    if "with" in words[2:-1] and words[0] in ("the", "a", "an"):
        words = words[: words.index("with")]  # "the girl with the hat"
        if words[-1] in PEOPLE:
            return True
    last, role = words[-1] if words else "", _SURE_ROLE if carried else _ROLE
    return len(words) in (2, 3) and words[0] in DETERMINERS and last not in THINGS_IN_ER and bool(role.search(last))


GROUPS = word_set(
    "group party crowd class team family couple audience delegation procession crew staff choir twins pair company"
)


def is_group(words: Sequence[str]) -> bool:
    """ "our group", "the tour party": people who are led or followed together."""
    return len(words) in (2, 3, 4) and words[0] in DETERMINERS and words[-1] in GROUPS


def person(words: Sequence[str], names: Mapping[str, str], own: str) -> str:
    """The person in words; `own` is the word by which the speaker means the user ("me" for a user, "you" else)."""
    if tuple(words) in ((own,), ("us",)):
        return "user"
    kept = list(words[words[0] in ("the", "a", "an", "my", "your", "our", "this") :])
    return " ".join(names.get(word, word) for word in kept)

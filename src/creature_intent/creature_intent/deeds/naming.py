"""How things are named in a clause: where a name begins, where it ends, and how one or several are called."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from creature_intent.deeds.carried import is_carried
from creature_intent.deeds.kinds import is_toy
from creature_intent.grammar.lexicon import (
    ADJECTIVES,
    BARE_ONES,
    CANS,
    DETERMINERS,
    NOT_IN_OBJECT,
    NUMBERS,
    PEOPLE,
    PREPOSITIONS,
    PRONOUNS,
    word_set,
)
from creature_intent.grammar.rulebook import Rulebook
from creature_intent.text.fact_words import BE, COPULAS

STOPS = (
    NOT_IN_OBJECT
    | PREPOSITIONS
    | DETERMINERS
    | PRONOUNS
    | word_set(
        'and or but , " you he she it they i which wide far gone yesterday today tomorrow tonight earlier '
        "recently lately once like"
    )
)
"""Words at which a name ends."""
_MAX_WORDS = 4
TELLING = word_set(
    "here there away looks look fell falls broke lies lie hangs stands sits smells rings comes came goes "
    "hurts needs seems stopped ran anywhere everywhere somewhere "
    "finished belongs matters open closed empty full please too either again now then just fine good "
    "nice nicely well better worse still already down somewhere upstairs downstairs"
)
"""What is told of a thing just named: "the plant looks sad"."""
IS_SO = (
    TELLING
    | PREPOSITIONS
    | word_set(
        "shut locked unlocked stuck broken way been so very really too still a an the not been being getting going all "
        "quite pretty kind wide almost nearly out up "
        "down off over your my blinking dripping flickering"
    )
)
"""What follows "is" in "the vacuum's way too loud"; after an owner stands a thing."""
ONLY_LIKE = ADJECTIVES - word_set("orange light glass metal plastic square cold")
"""Words that alone name no thing: "the white or the yellow?"."""
_NO_HEAD = PEOPLE | BARE_ONES


def beginnings(words: Sequence[str], book: Rulebook) -> list[int]:
    """Where the names of things begin: with an article, or with "Anna's", but for what only tells of another thing."""
    return [
        index
        for index, word in enumerate(words)
        if (
            word in DETERMINERS
            and not _belongs_to_named(words, index, book)
            and not _is_degree(words, index)
            and words[index + 1 : index + 2] != ("right",)
            and not (word == "that" and _is_done(words[index + 1 :], book))
        )
        or (word in NUMBERS and _counts(words, index))
        or (
            word[-2:] == "'s"
            and words[max(0, index - 1)] not in DETERMINERS
            and words[index + 1 : index + 2] != ("out",)
        )
    ]


def _is_done(words: Sequence[str], book: Rulebook) -> bool:
    """ "That took its time", "that made my day": what "that" did."""
    return len(words) > 1 and words[0] in book.base_of_past and (words[1] in DETERMINERS or words[1] in PRONOUNS)


def _is_degree(words: Sequence[str], index: int) -> bool:
    """ "He looks a little impatient", "I'm a bit thirsty": how much somebody is so; no thing."""
    if words[index] != "a" or words[index + 1 : index + 2] not in (("little",), ("bit",)) or len(words) != index + 3:
        return False
    before = words[index - 1] if index else ""
    return before in _LOOKING or (before in BE and words[0] in _SOMEBODY)


_LOOKING = COPULAS - word_set("get gets got")
_SOMEBODY = PEOPLE | word_set("i we he she they")


def _counts(words: Sequence[str], index: int) -> bool:
    """ "two letters have come": a number names, too, but "at five", "one of them" do not."""
    following = words[index + 1] if index + 1 < len(words) else ""
    is_first = words[max(0, index - 1)] not in _BEFORE_NUMBER
    return is_first and following not in _NOT_COUNTED and following.isalpha()


_COUNTED = word_set(
    "second seconds minute minutes hour hours day days week weeks month months year years time times more day thing "
    "o'clock percent degrees people thirty fifteen half moment last first other of to too"
)


_BEFORE_NUMBER = PREPOSITIONS | DETERMINERS | ADJECTIVES
_NOT_COUNTED = STOPS | NUMBERS | TELLING | _COUNTED


def named_bare(words: Sequence[str], book: Rulebook) -> str:
    """ "There is milk in the fridge", "one more blanket for the guest": a thing without an article; empty if none is.

    Args:
        words: A clause.
        book: The rules, for the nouns that name no thing.
    """
    start = next((at + 2 for at in range(len(words) - 2) if (words[at], words[at + 1]) in _THERE_IS), 0)
    if words[:1] in (["what"], ["such"]) and len(words) in (2, 3, 4) and _ADMIRED.issuperset(words[1:-1]):
        return thing_at(words, len(words) - 1, book) if is_carried(words[-1]) or words[-1] in _ADMIRED_THINGS else ""
    is_there = start > 0 and words[start] not in DETERMINERS
    is_counted = words[:1] != [] and words[0] in NUMBERS and words[1:2] not in (["of"], ["is"], ["for"], ["about"])
    if is_there and words[start] in NUMBERS:
        return ""  # "There are two of them": told as "two letters have come" is.
    return thing_at(words, start, book) if is_there or (is_counted and NOT_IN_OBJECT.isdisjoint(words)) else ""


_ADMIRED = word_set("lovely nice beautiful gorgeous pretty great wonderful fine fresh big heavy dirty cute sweet")
_ADMIRED_THINGS = word_set("flowers roses tulips groceries presents curtains plants drawings pictures photos")
""" "What lovely flowers!", "Such heavy bags!": a thing is named without an article."""
_THERE_IS = frozenset({("there", "is"), ("there", "are"), ("is", "there"), ("are", "there")})


def _belongs_to_named(words: Sequence[str], index: int, book: Rulebook) -> bool:
    """ "[the cup with] the broken handle", "[the keys of] the car": it tells of what was just named."""
    if index < 3 or words[index - 1] not in ("with", "of") or words[0] not in DETERMINERS:
        return False
    return NOT_IN_OBJECT.isdisjoint(words[:index]) and bool(thing_at(words, 1, book))


def thing_at(words: Sequence[str], index: int, book: Rulebook) -> str:
    """The thing whose name begins at this place; empty if none does.

    Args:
        words: A clause.
        index: The place, after the article.
        book: The rules, for the nouns that name no thing.
    """
    found: list[str] = []
    if words[index + 1 : index + 2] in (["one's"], ("one's",)):
        return ""  # "The black one's empty."
    told = words[index : index + _MAX_WORDS + 1]
    if told and told[0] == "of":
        return ""  # "All of it."
    for word, following in zip_longest(told, told[1:], fillvalue=""):
        if word == "next" and following == "to":
            break
        is_stop = word in STOPS and (word != "can" or (bool(found) and found[-1] not in CANS))
        if is_stop or (found and (word in TELLING or word == "left" or _tells_how(word))):
            break
        if word in ("next", "close") and following == "to":
            break
        if found and (word == "sure" or (word, following) in _AGREED):
            break  # "The blue folder of course", "the blinds right".
        if found and word.endswith("ed") and following in PREPOSITIONS | DETERMINERS | {"down", "up"}:
            break  # "The cat knocked over the vase."
        if word.endswith("'s") and (following in IS_SO or following.endswith("ed") or _tells_how(following)):
            found.append(word.removesuffix("'s"))
            break
        found.append(word)
    if found[-1:] == ["of"]:
        found.pop()  # "The lid of the jar."
    last = found[-1] if found else ""
    if len(found) > _MAX_WORDS or len(last) == 1 or last in _NO_HEAD or ONLY_LIKE.issuperset(found):
        return ""
    is_room = last == "room" and len(found) > 1
    if last in book.no_things and not (is_room or is_toy(found)):
        return ""
    return " ".join(found)


_AGREED = frozenset({("of", "course"), ("right", ""), ("no", "problem"), ("all", "right")})


def _tells_how(word: str) -> bool:
    """ "[the cup] lying there", "[the door] slowly"; a string and a drawing are things themselves."""
    return word.endswith(("ing", "ly")) and word not in _THINGS_IN_ING


_THINGS_IN_ING = word_set(
    "awning bedding building ceiling clothing crossing drawing dressing earring icing knitting painting pudding "
    "railing ring sewing shopping spring stocking string topping trimming washing wing"
)
_SINGULARS = {"knives": "knife", "shelves": "shelf", "scarves": "scarf", "loaves": "loaf", "leaves": "leaf"}
_PAIRS = word_set("scissors trousers jeans shorts pliers tweezers glasses binoculars pyjamas pajamas tights")
_NO_PLURALS = _PAIRS | {"gas", "bus"}


def several_of(noun: str) -> str:
    """ "boxes" of "box": "make that three"."""
    if not noun or (noun.endswith("s") and not noun.endswith("ss")):
        return noun
    return f"{noun}es" if noun.endswith(("x", "ch", "sh", "ss")) else f"{noun}s"


_MEASURES = word_set(
    "mm millimetre millimeter cm centimetre centimeter inch metre meter litre liter watt volt amp gram kilo pound ply "
    "seater piece pin way foot gauge percent degree hour minute"
)


def counted(number: str, thing: str) -> str:
    """ "three red cups", of the number and "red cup", "two red cups"; empty of no thing."""
    if " and " in thing:
        return thing  # Two of which?
    named, of, rest = thing.partition(" of ")  # "glass of water"
    words = [word for word in named.split() if word not in NUMBERS]
    if len(words) > 1 and words[0] in _MEASURES and named.split()[0] in NUMBERS:
        return " ".join([number, *words])  # "ten millimetre wrench"
    if of and not words:  # "one of those cushions"
        words, of, rest = [word for word in rest.split() if word not in DETERMINERS], "", ""
    return " ".join([number, *words[:-1], several_of(words[-1])]) + of + rest if words else ""


def one_of(noun: str) -> str:
    """ "box" of "boxes": "the big one"."""
    if noun in _SINGULARS:
        return _SINGULARS[noun]
    if not noun.endswith("s") or noun.endswith("ss") or noun in _NO_PLURALS:
        return noun
    return noun[:-2] if noun.endswith(("xes", "ches", "shes", "sses")) else noun[:-1]


def may_be(phrase: str, several: bool) -> bool:
    """Whether one thing ("it"), or several ("them"), may be called so: "books" and "cup and plate" are several."""
    noun = phrase.split()[-1] if phrase else ""
    return noun in _PAIRS or several == (" and " in phrase or one_of(noun) != noun)

""" "The phone's ringing": "'s" behind a noun is "is" or "has" where what follows cannot be the noun's own."""

from __future__ import annotations

from collections.abc import Sequence

from creature_intent.grammar.lexicon import ADJECTIVES, DETERMINERS, PREPOSITIONS, PRONOUNS, word_set

_NEVER_OWNED = (DETERMINERS - {"one's", "all", "another"}) | word_set(
    "no about nearly almost already still not too so really getting been got going here there like always never only "
    "just more nothing something everyone somebody bloody"
)
"""What no owner has: "the table's a mess", "dinner's nearly ready"."""
_AT = PREPOSITIONS - {"to", "with", "for"} | word_set("up down out away back home upstairs downstairs")
_STATES = (ADJECTIVES - {"left", "right", "first", "second", "third", "last", "same"}) | word_set(
    "asleep awake ready gone hungry thirsty tired sick ill dead late early stuck fast ajar loose sour dry sore itchy "
    "burnt bleeding freezing boiling starving busy wrong lost alone cross upset here there done finished over "
    "unwell poorly blind deaf"
)
"""What is told of a thing, unless a noun follows: "nan's cold", but "nan's cold soup"."""
_DONE = word_set("gone been got left come taken fallen lost spilt spilled broken forgotten made cut hurt had run put")
_NAMES_OF_THINGS = word_set(
    "knitting washing shopping painting drawing sewing clothing ironing wedding meeting evening morning building "
    "ceiling ring king thing string spring pudding stuffing dressing wing swing bedding cutting lighting writing "
    "reading earring wiring recording training sling rolling frosting icing"
)
_GOES_ON = (
    PREPOSITIONS
    | DETERMINERS
    | PRONOUNS
    | word_set(
        ", and or but so because then i we he she they you me us him her now again already away back off out up down "
        "over here there too like before after while until when if all at again please today tonight tomorrow outside "
        "inside home soon right bring carry close come fetch find follow get give go grab hold leave let make open "
        "pass pick put shut take turn enough"
    )
)
"""What may follow "ringing" where it is no noun's first word."""
_ANYTHING = word_set("whatever's whoever's wherever's whichever's how's why's")
_HANDLING = word_set("put take hang bring give get fetch carry throw leave hold move pass hand drop place set lay")
"""After these a name stands for what is somebody's: "hang Anna's on the hook"."""
_OWNERS_PLACE = word_set("to at from into of")
"""Before these a name is a place: "go to grandma's on the corner"."""


def with_is(words: Sequence[str]) -> list[str]:
    """The words with "is" and "has" written out behind nouns.

    Args:
        words: As `contractions.written_out` leaves them: only nouns, and names, still have an "'s".
    """
    found: list[str] = []
    for index, word in enumerate(words):
        if word == "is" and index and words[index - 1] in _PERSONS and _is_done(words[index + 1 : index + 3]):
            found.append("has")
            continue
        told = _told(words, index) if word.endswith("'s") else ""
        found += [word.removesuffix("'s"), told] if told else [word]
    return found


_PERSONS = word_set("he she it")
_DONE_TO = DETERMINERS | word_set("it them him her us me")


def _is_done(following: Sequence[str]) -> bool:
    """ "she's cut her finger", "he's got it", "it's been raining": "'s" is "has"."""
    if following[:1] in (["got"], ["been"]):
        return True
    return len(following) > 1 and following[0] in _DONE and following[1] in _DONE_TO


def _told(words: Sequence[str], index: int) -> str:
    """ "is" or "has" where the word's ending is that; empty where it tells whose something is."""
    if words[index] in _ANYTHING:
        return ""
    following, then = (*words[index + 1 : index + 3], "", "")[:2]
    goes_on = not then or then in _GOES_ON
    if following in ("gone", "been", "got") or (following in _DONE and goes_on):
        return "has"
    if following.endswith("ed") and len(following) > 4 and goes_on and following not in ADJECTIVES:
        return "has"
    is_place = following in _AT and words[index - 1] not in _OWNERS_PLACE | _HANDLING
    is_doing = following.endswith("ing") and len(following) > 4 and following not in _NAMES_OF_THINGS and goes_on
    is_so = (following in _STATES and goes_on) or (following == "right" and then in _AT)
    if is_so and then in ("and", ","):
        is_so = ADJECTIVES.isdisjoint(words[index + 3 : index + 4])  # Not "Tom's red and white scarf".
    return "is" if following in _NEVER_OWNED or is_place or is_doing or is_so else ""

"""A word that is all that is said to put a task right: "Bedroom.", "Orange.", "three!!", "i mean right"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from creature_intent.acts import (
    BRING_OBJECT,
    CLOSE,
    FOLLOW,
    GUIDE,
    MOVE_TO,
    OPEN,
    PERFORM_MOTION,
    PLACE_OBJECT,
    SEARCH,
    SWITCH_OFF,
    SWITCH_ON,
    Act,
    Slots,
)
from creature_intent.deeds.deed import Setting
from creature_intent.deeds.kinds import is_thing
from creature_intent.deeds.naming import counted, one_of
from creature_intent.deeds.slots import head_noun
from creature_intent.dialogue.answers import correction
from creature_intent.dialogue.corrected import sided
from creature_intent.grammar.lexicon import (
    ADJECTIVES,
    BARE_ONES,
    DETERMINERS,
    NOT_IN_OBJECT,
    NUMBERS,
    PEOPLE,
    PREPOSITIONS,
    PRONOUNS,
    ROOMS,
    word_set,
)

_MOST_WORDS = 3
_PLACES = word_set("upstairs downstairs outside inside")
_SIDES = (
    ("left", "right"),
    ("right", "left"),
    ("up", "down"),
    ("down", "up"),
    ("forward", "back"),
    ("back", "forward"),
)
_LIKE = ADJECTIVES | word_set("top bottom upper lower middle front back wee outer inner nearest far")
_PRAISE = word_set("good nice fine great lovely perfect cool sweet super brilliant wonderful excellent")
""" "Nice.", "Great!": praise, of whatever thing."""
_COUNTED = NUMBERS - {"one", "second", "first", "third"}
_NO_NAME = (
    DETERMINERS
    | PREPOSITIONS
    | PRONOUNS
    | NOT_IN_OBJECT
    | PEOPLE
    | word_set(
        "absolutely actually after again ah already always am amazing and anyway are awesome be beautiful because been "
        "before birthday bless brilliant but bye can careful carefully champion cheers christ christmas clever closer "
        "cold come coming congratulations cool correct could creature damn day dear definitely did difficult do "
        "does done early easy enough evening ever exactly excellent false fantastic fine further genius go god going "
        "good goodbye goodnight gorgeous gosh great ha had haha happy has have he hello her here hero hey hi "
        "higher him hm hot how hungry hurry i idea idiot if incredible indeed is it it's jesus late later legend "
        "lol love lovely lower magic mate may maybe me might minute moment more morning much must nah nearer "
        "never nice night no nope not now oh ok okay or ouch ow pardon patience perfect perhaps please problem "
        "question quick quickly ready really right robot sad second seriously shall she should silly slowly smart "
        "snappy so soon sorry star still stop stupid super sure sweet ta thank thanks that's them then there there's "
        "they thirsty time tired today tomorrow tonight too true typical um unbelievable until us very wait was we "
        "welcome well were what whatever when where which while who why will wonderful would wow wrong yeah yep yes "
        "yesterday you"
    )
)


def named_alone(words: Sequence[str], asked: Act, setting: Setting, sure: bool = True) -> Slots | None:
    """The slots in words that name something and say nothing else, as another for what was asked for; None if none do.

    Args:
        words: The words, in lower case, no marks.
        asked: What was asked for.
        setting: Who speaks, and the names in the sentence.
        sure: Something else tells that it is a correction; else the word must be known for a place or a machine.
    """
    words = list(dict.fromkeys(word.strip("!") for word in words))  # "Fan. Fan!"
    words = words[1:] if words[:1] == ["the"] and len(words) > 1 else words
    if not 0 < len(words) <= _MOST_WORDS:
        return None
    thing, noun = asked.slots.object, head_noun(asked.slots.object)
    if len(words) == 1 and (sure or words[0] != "right"):  # "Right." agrees.
        slots = _of_one_word(words[0], asked)
        if slots:
            return slots
    if words[0] in _COUNTED and words[1:] in ([], ["ones"], ["of", "them"]):
        return Slots(counted(words[0], thing)) if noun else None
    is_praise = _PRAISE.issuperset(words) or (words == ["right"] and not sure)
    if set(words) <= _LIKE | BARE_ONES and not is_praise and noun and asked.intent != PERFORM_MOTION:
        like = [word for word in words if word not in BARE_ONES]
        return Slots(" ".join([*like, noun])) if like and not set(like) & set(thing.split()) else None
    if set(words) <= setting.names.keys():
        return Slots(recipient=" ".join(setting.names[word] for word in words))
    if not _NO_NAME.isdisjoint(words) or words[-1] in setting.book.verbs - setting.book.nouns["house"]:
        return None
    phrase = " ".join(words)
    is_meant = fits(one_of(head_noun(phrase)), asked.intent, setting.book.nouns, sure)
    return Slots(phrase) if is_meant and phrase != thing and is_thing(phrase, setting.book) else None


_BELONGING = word_set("goes go belongs belong")
""" "[Then the plant.] It goes on the sill." may be of another thing."""


def by_place(words: Sequence[str], asked: Act, setting: Setting) -> Slots | None:
    """The slots in "On the shelf.", "The one in the hall.", "It's in the sink.": another place for the same thing.

    Args:
        words, asked, setting: As for named_alone; the place must be known for one.
    """
    if asked.intent in (FOLLOW, PERFORM_MOTION) or not words or not _BELONGING.isdisjoint(words):
        return None
    noun = one_of(head_noun(asked.slots.object))
    if words[0] == "both" and noun and one_of(words[-1]) == noun and len(words) <= _MOST_WORDS:
        return Slots(" ".join(words))  # "Both windows."
    slots = correction(" ".join(words), setting)
    place = (slots.destination or slots.source) if slots else ""
    if slots is None or not place or head_noun(place) not in setting.book.nouns["fixed"] | ROOMS:
        return None
    is_told = words[0] in PRONOUNS and words[1:2] in (["is"], ["are"])
    if is_told or (asked.intent == BRING_OBJECT and words[0] == "in" and head_noun(place) in ROOMS):
        slots = Slots(source=place)  # "It's in the sink.", "In the kitchen.": where it lies.
    named = slots.object.split()[-1:]
    is_same = not named or named[0] in BARE_ONES or one_of(head_noun(slots.object)) == noun
    return slots if is_same and place not in (asked.slots.destination, asked.slots.source) else None


def fits(noun: str, intent: str, nouns: Mapping[str, frozenset[str]], sure: bool) -> bool:
    """Whether the deed may be done with it, or there."""
    if intent in (FOLLOW, PERFORM_MOTION):
        return False
    if noun in nouns["fixed"] or noun in ROOMS:
        return True
    if intent in (MOVE_TO, GUIDE):
        return False
    if intent in (SWITCH_ON, SWITCH_OFF, OPEN, CLOSE) and (noun in nouns["house"] or noun in nouns["machines"]):
        return True
    return sure and intent not in (SWITCH_ON, SWITCH_OFF)


def _of_one_word(word: str, asked: Act) -> Slots | None:
    """ "Right.", where it is to turn left; "Downstairs!"."""
    if asked.intent == PERFORM_MOTION:
        return Slots(sided(word, asked.slots.object)) if sided(word, asked.slots.object) else None
    if word not in _PLACES:
        return None
    if asked.intent in (MOVE_TO, GUIDE, PLACE_OBJECT):
        return Slots(destination=word)
    if asked.intent == BRING_OBJECT and asked.slots.destination:
        return Slots(destination=word)
    return Slots(source=word) if asked.intent in (SEARCH, BRING_OBJECT) else None

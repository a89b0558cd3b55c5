"""Commands that follow a fact without a mark: "the doorbell rang [go to the door]", "the oven is open [shut it]"."""

from __future__ import annotations

from collections.abc import Sequence

from creature_intent.grammar.lexicon import DATIVES, DETERMINERS, KIN, PEOPLE, word_set
from creature_intent.grammar.rulebook import Rulebook
from creature_intent.text.fact_words import ADVERBS
from creature_intent.text.statements import ARTICLES, is_fact, is_whether

HANDLING = word_set(
    "bring take put grab get give fetch hand pass open close shut lock turn switch pick find drop place carry "
    "lift move throw toss lay hang look search follow escort guide lead show accompany chase let"
)
DEEDS = HANDLING | word_set(
    "accompany activate approach attach call catch check clean clear collect come connect cover deliver dim empty "
    "fill fix help hide hold join leave lift light load lower mute plug pour press pull push raise reach rearrange "
    "reboot remove replace restart return roll set show start stop store switch tidy tilt unlock unplug wake wash wipe"
)
"""Verbs of commands that may follow what is told without a mark."""
GOING = word_set("go come walk move drive turn head")
_COMING = GOING | word_set("come run hurry")
THINGS = DETERMINERS | word_set("me us him her it them up on off two three some one more")
WAYS = word_set("to over into towards toward left right forward around straight past back there here with along after")
LEADING_ON = word_set(
    "to not or and but then please just can could would will shall should must may might do does did you i we they he "
    "she who which always never also go come run try help let get make better rather like"
)
"""Words after which a verb goes on with what was begun."""
_CAUSING = word_set("help let make have had made told ask tell asked")
_HAVING = word_set("have had made")
"""Where no person stands before the next verb, these only tell of a thing: "i have a headache [close the blind]"."""
_CAUSED = PEOPLE | DATIVES | KIN | DETERMINERS - {"a", "an", "no", "some"}
_WATCHING = word_set("see watch hear")
_WATCHED = word_set("saw heard watched see hear watch")


def follows_fact(word: str, following: Sequence[str], current: Sequence[str]) -> bool:
    """Whether the word begins a command, the words before it being a fact.

    Args:
        word: A verb.
        following: The words after it.
        current: The words before it, of the same clause.
    """
    current = current[1:] if current[0] in _EXCLAIMING and len(current) > 3 else current
    if word == "have":
        return _has_a_look(following) and current[-1] not in NEVER_BEFORE and is_fact(current)
    if word not in DEEDS | _COMING or not following or current[-1] in NEVER_BEFORE or _is_adverb(current[-1]):
        return False
    after = following[0]
    if word == "stop" and after in ("it", "that", "this") and current[0] not in DETERMINERS:
        return False  # "You are funny stop it."
    if current[-2] in ("a", "an") and after in ("for", "over", "at"):
        return False  # "Give the hall a quick search for it."
    if len(current) > 1 and current[-2] in DETERMINERS and after in ("that", "or", "and", "which"):
        return False  # "Is it the hall light that flickers?"
    is_deed = word in DEEDS and (
        after in (THINGS - _ALONG) | ARTICLES or parts(word, following) or following[-1] == "instead"
    )
    goes = word in _COMING and (
        after in WAYS or _leads(following) or after in DEEDS or following[:1] == ("and",) or after in ("see", "find")
    )
    return (is_deed or goes) and is_fact(current) and (is_whether(current) or not causes(current))


_EXCLAIMING = word_set("oh ah no wait sorry well")


def _is_adverb(word: str) -> bool:
    """ "quickly [close the door]", but not "that soup was lovely [take the plates]"."""
    return word.endswith("ly") and word not in _STATES_IN_LY


_STATES_IN_LY = word_set(
    "chilly smelly lovely silly ugly friendly wobbly early lonely curly deadly ghastly family only"
)


def _leads(following: Sequence[str]) -> bool:
    """ "[go] in the other room", "[move] over there"."""
    return following[0] in _ALONG and following[1:2] != () and following[1] in ARTICLES | {"here", "there"}


NEVER_BEFORE = (
    LEADING_ON
    | ADVERBS - {"now", "again", "soon"}
    | DETERMINERS - {"it", "that", "this"}
    | word_set(
        "is are was were am be been being has have had will usually often sometimes still even only really then of for "
        "with from at by want wants need needs like likes love loves thinking hoping wondering saying asking sure glad "
        "happy afraid chance"
    )
)
"""Words after which a verb belongs to what was begun."""
_ALONG = word_set("up down out off on away over for after in")
_APART = word_set(
    "bring call clean clear get look pick plug pull put search shut switch take tidy turn unplug wake wash"
)
"""Verbs that a particle may part from what they govern: "switch off the light"."""


def parts(verb: str, following: Sequence[str]) -> bool:
    """A particle parts the verb from what it governs: "take out the plates"."""
    return verb in _APART and following[0] in _ALONG and len(following) > 1 and following[1] in ARTICLES | _NAMED


def goes_along(current: Sequence[str], book: Rulebook) -> bool:
    """ "Let us go to the cellar [follow me]", but not "let us go to the beach [come with me]"."""
    is_far = current[-1] in book.nouns["far_places"]
    return tuple(current[:3]) == ("let", "us", "go") and len(current) > 3 and not is_far


def is_sought(word: str, following: Sequence[str], current: Sequence[str]) -> bool:
    """ "Where is my coat [bring it]", "where is Anna [go find her]", "have you seen my pen [look for it]"."""
    asks = tuple(current[:2]) in _ASKED_AFTER or tuple(current[:3]) == ("have", "you", "seen")
    asks = asks or tuple(current[:5]) == ("i", "do", "not", "know", "where")
    if len(current) < 3 or not asks or current[-1] in LEADING_ON | DETERMINERS:
        return False
    if current[0] == "where" and "you" in current:
        return False
    if word == "look":
        return following[:1] == ["for"] and not _POINTED_AT.isdisjoint(following)
    is_pointed_at = not _POINTED_AT.isdisjoint(following) and word in HANDLING
    if word == "have":
        return _has_a_look(following)
    if word == "find" and not set(following[:1]).isdisjoint(current):
        return True  # "Where's bunny find bunny."
    is_led = word in ("take", "lead", "guide", "bring") and tuple(following[:1]) == ("me",)
    return is_pointed_at or is_led or (word == "go" and not _SEEKING.isdisjoint(following))


_ASKED_AFTER = {("where", "has"), ("where", "have"), ("where", "did")} | {
    (first, then) for first in ("where", "is", "are", "what") for then in ("is", "are", "that", "about")
}
"""How a question begins that is of a thing: "where is", "is that", "what about"."""
_POINTED_AT = word_set("it them him her")


def _has_a_look(following: Sequence[str]) -> bool:
    """ "[have] a look", "[have] a wee hunt"."""
    return len(following) > 1 and following[0] == "a" and following[1] in _LOOKS


_LOOKS = word_set("look hunt search nosy nose rummage scout dig root poke gander peek wee quick good")
_SEEKING = word_set("find get bring fetch look see")


def points(current: Sequence[str]) -> bool:
    """ "do you see the basket next to the stairs": it asks nothing, it points."""
    if len(current) < 4 or current[1] not in ("you", "see", "the"):
        return False
    return tuple(current[:3]) in _SHOWN or tuple(current[:2]) in _SHOWN


_SHOWN = frozenset((asks, "you", "see") for asks in ("do", "can", "could")) | {("you", "see", "the"), ("see", "the")}
"""What begins "do you see the basket?": it shows what the next clause deals with."""
_NAMED = word_set("me us him her it them")


def causes(current: Sequence[str]) -> bool:
    """ "help me find it", "watch him open it": the verb is somebody's of whom the clause speaks."""
    has_thing = current[0] in ("i", "we") and current[1] in _HAVING and _CAUSED.isdisjoint(current[2:])
    has_thing = has_thing or (
        len(current) > 3 and current[1] in _HAVING and _is_done(current[2 + (current[2] == "just")])
    )
    return (
        bool(set(current) & (_CAUSING - _HAVING if has_thing else _CAUSING))
        or current[0] in _WATCHING
        or bool(set(current[:3]) & _WATCHED and "not" not in current and current[-1] != "there")
    )


def _is_done(word: str) -> bool:
    """ "spilt" of "i have spilt the tea"."""
    return word in _DONE or (word.endswith("ed") and len(word) > 4)


_DONE = word_set("had spilt broken lost forgotten cut hurt burnt made got gone been left run dropped come put taken")


_BEFORE_MANNER = word_set("will would shall not should must could can might may to they we")


def leads_on(current: Sequence[str]) -> bool:
    """ "I might as well ...", "I will gladly ...", "I don't usually ...": the verb is still to come."""
    if tuple(current[-1:]) in (("me",), ("us",)) and not _WATCHED.isdisjoint(current[-2:-1]):
        return True  # "You didn't see me [walk to the desk]."
    if len(current) > 1 and current[-1] == "that" and current[-2] in PEOPLE - DATIVES:
        return True  # "There are people that [come to the prisons]."
    is_manner = current[-1].endswith("ly") and not _BEFORE_MANNER.isdisjoint(current[-2:-1])
    return is_manner or (tuple(current[-2:]) == ("as", "well") and bool({"might", "may"} & set(current)))


def is_noun(word: str, following: Sequence[str], current: Sequence[str]) -> bool:
    """ "the time bin that we used", "a jump start of my car", "there is no kerb pick up of it": no verb of a command.

    Args:
        word: What may be a verb.
        following: The words after it.
        current: The words before it, of the same clause.
    """
    after = following[1:] if following[:1] == ("away",) else following  # "bin" is read as "throw away".
    is_relative = after[:1] == ("that",) and not _TELLERS.isdisjoint(after[1:2])
    of_it = following[:2] in (("up", "of"), ("off", "of")) and word in ("pick", "drop")
    return is_relative or of_it or (word == "start" and current[-1] in ("jump", "kick", "head"))


_TELLERS = word_set("i we you he she they is was are were has had can could will would")

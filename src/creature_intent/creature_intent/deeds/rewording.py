"""Words after a verb put as the grammars know them: "park yourself by the door" as "go by the door"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from creature_intent.deeds.details import without_details
from creature_intent.deeds.drawn import run_there
from creature_intent.deeds.way_ends import without_ends
from creature_intent.deeds.which_one import plainly_one
from creature_intent.grammar.lexicon import ADJECTIVES, DATIVES, DETERMINERS, GO_TO, NUMBERS, PREPOSITIONS, word_set


def plainly(words: list[str]) -> list[str]:
    """The words in the order, and with the verb, that the grammars know.

    Args:
        words: From the verb on.
    """
    words = without_ends(run_there(words))
    words = _in_hand(_without_way(_without_manner(_without_oneself(_where_it_is(words)))))
    words = plainly_one(without_details(_thing_first(words)))
    if (
        words[0] == "carry"
        and words[1:2] in (["up"], ["down"], ["in"])
        and words[2:3] != []
        and words[2] in DETERMINERS
    ):
        words = ["carry", *words[2:]] if len(words) > 5 else words  # "Carry up the suitcase to the attic."
    # "I'll get you some": of what was spoken of.
    return [*words[:-1], "ones"] if words[-1] == "some" and words[0] in _HANDLING else words


def on_foot(words: list[str]) -> list[str]:
    """ "pop out to the garage", "nip over to the hall", "squeeze past you to the fridge": it goes there."""
    if words[0] not in _HASTENING:
        return words
    after = 1
    while words[after : after + 1] and words[after] in _THROUGH:
        after += 2 if words[after] == "past" else 1
    is_aside = words[after + 2 : after + 3] in (["left"], ["right"])  # "scoot to the left": a step
    is_way = words[after : after + 1] in (["to"], ["into"], ["and"]) and not is_aside
    is_way = is_way or words[after:] in (["upstairs"], ["downstairs"], ["outside"])
    is_way = is_way and (words[0] != "slide" or after > 1)  # "slide into your messages"
    return ["go", *words[after:]] if is_way else words


_HASTENING = word_set("pop nip whiz whizz zoom trot glide dart zip scoot squeeze slip hop wheel slide")
_THROUGH = word_set("over out across back down up off round around along through right straight myself past in")


def is_way_to(words: Sequence[str], at: int) -> bool:
    """ "go to work", "go to sleep": not "go to fetch the shoes".

    Args:
        words: From "go" on.
        at: The verb after it.
    """
    is_fetched = words[at] in _FETCHING and set(words[at + 1 : at + 2]) <= DETERMINERS | DATIVES
    return at > 1 and words[at - 1] == "to" and not is_fetched


_FETCHING = ("bring", "fetch", "get", "take", "grab", "pick")


def _where_it_is(words: list[str]) -> list[str]:
    """ "go where Tom is", "take me to where the coffee is": to it."""
    if "where" not in words[1:5] or words[0] not in _BOUND or set(words[1:3]) & _LOOKING:
        return words
    found = _WHERE.match(" ".join(words))
    return f"{found[1]} to {'me' if found[2] == 'i' else found[2]}".split() if found else words


_LOOKING = word_set("look see find check and ask")
_BOUND = word_set("go come walk drive head move roll run return take bring lead guide escort back")
_WHERE = re.compile(
    r"^(.+?)(?: over| back| right| straight)*(?: to)? where (?!you |it |that |they |we |he )(.+?)"
    r" (?:is|are|am|stands|sits)"
    r"(?: (?:now|right now|standing|sitting|kept|lying|on|(?:on|in|by|under|next to) the \w+(?: \w+)?))?$"
)


def _without_oneself(words: list[str]) -> list[str]:
    """ "park yourself by the door", "take yourself to the hall": the creature goes there."""
    if words[1:2] in (["yourself"], ["myself"]):
        rest = [word for word in words[2:] if word not in _JUST]
        words = words if set(rest[:1]) & DETERMINERS else [*words[:2], *rest]  # "get yourself down the corridor"
    is_own_way = (
        words[1:2] in (["yourself"], ["myself"])
        and words[0] in _MOVING
        and words[2:3] != []
        and not (words[2] in ("in", "into") and set(words[3:4]) & _SOMEBODYS)
        and words[2] in GO_TO | _WAYS | {"next", "right"}
    )
    return ["go", *words[2:]] if is_own_way else words


_MOVING = word_set(
    "take get park position bring plant move place haul drag station put set stand seat install drive "
    "wheel roll walk march shift scoot back plonk tuck"
)
_SOMEBODYS = word_set("my your his her their our someone's somebody's another's")
_JUST = word_set("directly right just straight down comfortable comfortably")
_WAYS = word_set("over back up down out here there next")


def _in_hand(words: list[str]) -> list[str]:
    """ "take in your hand the sponge", "grab for yourself the broom", "get here the stool": plain without it."""
    if words[0] in _GRASPING:
        said = " ".join(words)
        held = _IN_YOUR_HAND.sub(r"\1 ", said, count=1)
        words = words if held == said else held.split()
    if words[0] in ("get", "fetch", "bring") and words[1:2] in (["me"], ["us"]) and words[2:3] == ["here"]:
        words = [words[0], *words[2:]]  # "bring me here the stool"
    if words[0] in ("get", "fetch", "bring") and words[1:2] == ["here"] and words[2:3] != []:
        return ["bring", *words[2:], "here"] if words[2] in _BEGINS_THING else words
    return words


_GRASPING = word_set("take grab hold grasp pick get")
_IN_YOUR_HAND = re.compile(
    r"^(\w+(?: up)?) "
    r"(?:(?:in|into|with) (?:your|the|both|one) (?:(?:right|left) )?(?:hands?|arms?|grippers?)|for yourself) "
    r"(?=(?:the|an?|my|this|that|these|those|some|two|three) )"
)


def _thing_first(words: list[str]) -> list[str]:
    """ "take from the rack the long coat", "find for me a stamp": in the order that the grammars know."""
    start = 2 if words[1:2] == ["up"] else 1
    if words[1:2] in (["me"], ["us"]) and words[2:3] in (["from"], ["out_of"], ["off"]):
        return [words[0], words[1], *_thing_first([words[0], *words[2:]])[1:]]  # "bring me from the shed the saw"
    where = words[start : start + 1]
    if words[0] not in _HANDLING or not where:
        return words
    if where[0] in ("for", "to") and set(words[start + 1 : start + 2]) & DATIVES:
        cut = start + 2
    elif (where[0] in (*_AT, "for") or (where[0] == "to" and words[0] in _CARRYING)) and _is_phrase(words, start + 1):
        cut = _thing_after(words, start + 2)
    else:
        return words
    if not cut or cut >= len(words) - 1 or words[cut] not in _BEGINS_THING:
        return words
    return [*words[:start], *words[cut:], *words[start:cut]]


def _thing_after(words: list[str], start: int) -> int:
    """Where the thing begins that is named after its place: "take to the sink [the plates]"; 0 if none is."""
    starts = (at for at in range(start, len(words)) if words[at] in _BEGINS_THING and words[at - 1] not in _WHERE_AT)
    cut = next(starts, len(words))
    return 0 if words[cut - 1] in PREPOSITIONS | ADJECTIVES | {"of", "and"} else cut


_WHERE_AT = ("in", "on", "at", "under", "by", "near", "behind", "next_to")
"""What leads to a place within a place or of a person: "to the guests in the garden"."""


_AT = ("from", "off", "out_of", "on", "into", "in", "onto", "under", "behind", "beside", "inside")
_CARRYING = word_set("take bring carry deliver move give hand pass")
_BEGINS_THING = DETERMINERS | NUMBERS | word_set("some something")


def _is_phrase(words: list[str], at: int) -> bool:
    """ "[from] the kitchen ...", "[from] kitchen one plate"."""
    if words[at : at + 1] != [] and words[at] in _LEVELS:
        return True  # "[from] upstairs my slippers"
    return at + 1 < len(words) and (
        words[at] in DETERMINERS | {"every", "each"} or words[at + 1] in NUMBERS | {"a", "the", "some"}
    )


_HANDLING = word_set(
    "take get bring fetch grab pick put place lay set find remove carry hand pass give locate deliver move "
    "hang stick store hide throw drop lean collect pull remove hold"
)


def _without_manner(words: list[str]) -> list[str]:
    """ "bring slowly the box", "bring me quick a bucket"."""
    after = 2 if words[1:2] in (["me"], ["us"]) and words[2:3] != [] and words[2] in _MANNER - {"only", "just"} else 1
    before = words[:after]
    while words[after : after + 1] and words[after] in _MANNER:
        after += 1
    return [*before, *words[after:]]


_MANNER = word_set(
    "slowly quick quickly carefully gently quietly safely please kindly immediately slightly only just well "
    "tightly firmly properly nicely fast soon first also once"
)


def _without_way(words: list[str]) -> list[str]:
    """ "bring me up a bottle", "fetch you over a chair": how it comes there."""
    is_brought = words[0] in _BRINGING and words[1:2] != [] and words[1] in DATIVES
    is_known = words[3:4] != [] and words[3] in _KNOWN and _PASSAGES.isdisjoint(words[4:6])
    is_way = is_brought and words[2:3] != [] and words[2] in _COMING and words[3:4] != []
    is_way = is_way and (words[3] in _ANY or (is_known and (words[0] != "take" or "from" in words)))
    if (
        words[1:2] != []
        and words[1] in _LEVELS
        and words[0] in _CARRYING
        and words[2:3] != []
        and words[2] in _BEGINS_THING
    ):
        return [words[0], *words[2:], words[1]]  # "carry upstairs the suitcase"
    return [*words[:2], *words[3:]] if is_way and words[-1] not in _OF_PRIDE else words


_LEVELS = ("upstairs", "downstairs", "outside", "inside")
_KNOWN = word_set("the my that this those these")
_PASSAGES = word_set("hall hallway stairs steps corridor street road way path ramp aisle river party")
_BRINGING = word_set("bring fetch get hand pass carry reach take throw")
_COMING = word_set("up down over across round back out in through")
_ANY = NUMBERS | word_set("a an some another your more")
_OF_PRIDE = word_set("peg notch bit")
""" "I'll bring you down a peg." """

_WITH_IT = (
    "chew|clean|cover|cut|dig|draw|dry|fix|hold|lean|lie|mop|open|play|prop|put|rest|scrape|sit|stand|stir|sweep|tie"
    "|wipe|wrap|write"
)
_SOMETHING = re.compile(
    r"\bsomething(?: \w+)? to (?:eat|drink|read|wear"
    rf"|(?:{_WITH_IT}) (?:up )?(?:with|on|in|under|over|(?:it|them)(?: with)?"
    r"|(?:the|my|this|that|these|those|our)(?: (?!from|in|on|out|and|please|now)\w+){1,3}))(?= |$)"
)
"""A thing told by what it is for; "to" leads nowhere in it."""
_TOGETHER = re.compile(r"\b(them|these|those) (?:both|all)\b")
_JOINED = frozenset({"out", "something", "both", "all"})
"""Words of what is read as one."""


def as_one(words: Sequence[str]) -> list[str]:
    """ "out of", "something to eat", "something sharp to cut it with" as one word; "them both" is "them"."""
    if _JOINED.isdisjoint(words):
        return list(words)
    text = _TOGETHER.sub(r"\1", " ".join(words).replace("out of ", "out_of "))
    return _SOMETHING.sub(lambda found: found[0].replace(" ", "_"), text).split()

"""Promises told of the creature's way alone: "off to the hall I go", "kitchen, here I come"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from creature_intent.deeds.slots import head_noun
from creature_intent.grammar.by_words import ByWords
from creature_intent.grammar.lexicon import word_set
from creature_intent.grammar.rulebook import Rulebook
from creature_intent.grammar.triggers import heard, needed_words

NOW = r"(?:(?:just|now|already|right|also|then|straight|about to|as we speak) )*"
NAMED = r"(?P<thing>(?:all )?(?:the|your|that|this|those|these|his|her) [\w' -]+?)"
SOON = (
    r"(?: (?:in (?:just )?(?:a|no|two|three|ten|five|thirty) \w+|right away|right now|now|for you|then|as we speak|one"
    r" (?:sec|second|moment)|at once|shortly|straight away|already|before you (?:know it|can blink)))*"
)
THEM = {"they": "them", "it": "it", "that": "that", "this": "this", "these": "these", "those": "those"}
"""What is done to what goes and comes: "in it goes" puts it."""
_ALSO_PLACES = word_set(
    "corner rack piano recycling trash lid wall hook hooks doorway dock window door mat tray basket box boxes bag "
    "bucket hanger holder stand station ledge stool chair pot jar vase case closet floor rug bowl bin dishwasher "
    "machine wash stove light cot crib pram boot trunk sack hamper bath tub"
)
_OF_TOWN = word_set("town city grand concert south north east west street central main public")
"""What a hall, a library or a garden of a town is called: the next stop of a bus."""

_I_GO = re.compile(
    r"^(?:off (?:i|we) go |here (?:i|we) go )?(?:(?:off|over|back|straight|out|up|down|right|on|and|then"
    r"|(?:through|along|across|past|round|around|up|down) (?:the|your) \w+) )*"
    r"(?P<where>(?:to|into|for) (?:the|your|my) [\w' -]+?)"
    r"(?: (?:i|we) (?:go|come|roll|head|pop|trot|trundle|toddle|wheel)| it is(?: then)?)$"
)
_STRAIGHT = re.compile(
    r"^(?:straight|off (?:i|we) (?:go|pop|trot|roll|head|trundle|toddle)|here i go) "
    r"(?:(?:over|back|out|up|down) )?(?P<where>(?:to|into|for) (?:the|your|my) [\w' -]+)$"
)
_BOUND = re.compile(
    rf"^(?:(?:i am|we are|that is me) )?{NOW}(?:quickly )?(?:off|away|headed|bound|"
    r"setting (?:off|out)|heading|proceeding|on the way|"
    r"making (?:my way|a beeline|straight)|en route|on my way) "
    r"(?:(?:straight|right|over|back|out|down|up|off|across|through) )*(?P<where>(?:to|into|for) .+)$"
)
_NEXT_STOP = re.compile(
    r"^(?:(?:okay|right|and|so|well|,) )*(?:(?:next stop|destination)(?: ,)? (?P<place>(?:the )?[\w -]+)"
    r"|(?P<called>(?:the )?[\w -]+?) , here (?:i|we) come)$"
)
_STOPPING = needed_words(_NEXT_STOP)
_REACHING = re.compile(
    rf"^(?:(?:i am|we are) )?{NOW}"
    r"(?:(?:reaching|stretching)(?: out| over| up| down| across)*"
    r"(?: (?:under|behind|into|inside) (?P<place>(?:the|your) (?:\w+ )?\w+))? for|"
    r"(?:going|coming|heading|rolling|running) (?:right |straight )?back for|on my way to get|"
    r"going (?:right |straight )?for(?= (?:it|them)$)) "
    rf"(?P<thing>(?:the|your|that|it|them)\b[\w' -]*?){SOON}$"
)
_BEHIND_YOU = re.compile(
    r"^(?:i am|we are) (?:following )?(?:(?:right|close|hot|just) (?:behind (?P<whom>you|\w+)|on your (?:heels|tail))"
    r"|on (?P<whose>your|\w+'s) heels)(?: (?:now|then|all the way|the whole way|every step(?: of the way)?))*$"
)
_SEEKING = re.compile(
    rf"^(?:(?:i am|we are) )?{NOW}(?:(?:off|out|away|going) )?(?:in search of|on the (?:hunt|lookout) for) "
    rf"(?P<thing>(?:the|your|that|his|her|their) [\w' -]+?){SOON}$"
)
_COMING_OVER = re.compile(
    r"^(?P<they>it|they) (?:is|are) (?:coming|on (?:its|their|the) way) (?:(?:right|straight|across|over) )*"
    r"(?:to you|your way)$"
)

Found = dict[str, str | None]
"""The groups of a pattern."""


@dataclass(frozen=True)
class Announced:
    """A promise read from what it announces.

    Attributes:
        deed: As words from the verb on ("turn off the lamp").
        strength: How surely it promises.
    """

    deed: tuple[str, ...]
    strength: float = 0.85


def told(words: str, strength: float = 0.85) -> Announced:
    """The promise of a deed given in words."""
    return Announced(tuple(words.split()), strength)


def is_place(words: str, book: Rulebook) -> bool:
    """What stands after the preposition is a room, furniture, or what takes things up."""
    head = head_noun(words.split("'s ")[-1].removeprefix("back "))
    return head in _ALSO_PLACES or head in book.nouns["fixed"]


def next_stop(text: str, book: Rulebook) -> Announced | None:
    """ "Next stop, the laundry room", "Kitchen, here I come": the way, told in a whole sentence."""
    found = None if _STOPPING.isdisjoint(heard(text.split(), text)) else _NEXT_STOP.match(text)
    place = (found["place"] or found["called"]).removeprefix("the ") if found else ""
    is_near = bool(place) and is_place(place, book) and _OF_TOWN.isdisjoint(place.split())
    return told(f"go to the {place}") if is_near else None


def way_told(text: str, book: Rulebook) -> Announced | None:
    """What a clause tells of the creature's way; None where it tells of none.

    Args:
        text: The clause, without openers.
        book: The rules, for their nouns.
    """
    for found, read in _READERS.matches(text):
        return read(found.groupdict(), book)
    return None


def _i_go(found: Found, book: Rulebook) -> Announced | None:
    where = (found["where"] or "").replace("for ", "to ", 1)
    return told(f"go {where}") if is_place(where, book) else None


def _bound(found: Found, _book: Rulebook) -> Announced | None:
    """ "headed for the pantry", "I'm off to the hall to hang up the leash"."""
    return told(f"go {(found['where'] or '').replace('for ', 'to ', 1)}")


def _reaching(found: Found, _book: Rulebook) -> Announced | None:
    """ "reaching for the salt", "going back for it"."""
    source = f" from {found['place']}" if found["place"] else ""
    return told(f"grab {found['thing']}{source}")


def _coming_over(found: Found, _book: Rulebook) -> Announced | None:
    """ "there's one cookie left and it's coming to you"."""
    return told(f"bring you {THEM[found['they'] or '']}")


def _behind_you(found: Found, _book: Rulebook) -> Announced | None:
    """ "I'm right behind you", "I'm on Nina's heels"."""
    whom = (found["whom"] or found["whose"] or "you").removesuffix("'s")
    return told(f"follow {'you' if whom == 'your' else whom}", 0.75)


def _seeking(found: Found, _book: Rulebook) -> Announced | None:
    """ "I'm off in search of your other shoe"."""
    return told(f"look for {found['thing']}")


_READERS = ByWords(
    (
        (_REACHING, _reaching),
        (_SEEKING, _seeking),
        (_BEHIND_YOU, _behind_you),
        (_COMING_OVER, _coming_over),
        (_BOUND, _bound),
        (_I_GO, _i_go),
        (_STRAIGHT, _i_go),
    )
)
WAYS_TOLD = _READERS.words
"""Words of which a clause has one where it tells of a way."""

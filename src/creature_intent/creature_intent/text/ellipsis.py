"""What is left out since it was said just before: "put the fork on the left and the knife on the right"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile

from creature_intent.grammar.lexicon import ADJECTIVES, DETERMINERS, PREPOSITIONS, word_set
from creature_intent.grammar.rulebook import Rulebook
from creature_intent.text.receivers import split_dative

ADVERBS = word_set("then also please just now afterwards finally maybe quickly carefully gently next later")
HANDING = word_set("bring hand pass fetch grab give get")
LISTED = DETERMINERS - {"this", "that", "all", "both"} | word_set("one two three four five")
SUBJECTS = word_set(
    "i you we they he she it there let can could would will do does did is are what where who why how please thank "
    "thanks then"
)
_GRASPING = word_set("pick take lift collect retrieve get find open close")
_PLACING = word_set("put place set lay take bring carry move stack leave hang give hand drop throw")
_HANDLING = HANDING | _GRASPING | _PLACING
_PLACED = word_set("on in to into onto under at by behind beside next over from")
_NO_THINGS = word_set("away back over up down out off it them that this me him her us here there")
_SWITCHING = word_set("switch turn flip click")
_ON_OFF = frozenset({"on", "off"})
_GOING = word_set("go drive walk move head roll run come")
_TURNING = word_set("turn spin rotate step")


class Ellipsis:
    """Finds in a sentence the clauses whose verb is that of the clause before.

    Attributes:
        words: The sentence's words.
        book: The rules, for their verbs.
    """

    def __init__(self, words: list[str], book: Rulebook) -> None:
        self._words = words
        self._book = book

    def elides(self, index: int, current: Sequence[str]) -> bool:
        """ "put the fork on the left and the knife on the right" has its verb once.

        Args:
            index: Where "and" or "then" stands.
            current: The clause before it.
        """
        following = self._words[index + 1 : index + 9]
        if self._words[index] not in ("and", "then") or not following:
            return False
        if _goes_on(following, current, self._words[index] == "then") or self._elides_to_another(following, current):
            return True
        if self._elides_switching(following, current) or self._elides_for_another(following, current):
            return True
        if self._elides_receiver(index, following, current) or self._elides_thing(following, current):
            return True
        verb = _verb_at(current, self._book)
        if self._words[index] != "and" or verb is None:
            return False
        # "put pot on the stove and bread in the oven"
        is_bare = all(
            len(words) > 1 and words[1] in _PLACED and words[0] not in _NO_THINGS | self._book.verbs
            for words in (following, current[verb + 1 :])
        )
        if following[0] not in LISTED and not is_bare:
            return False
        if self._base(current[verb]) not in _PLACING or not set(current[verb + 2 :]) & _PLACED:
            return False
        rest = following[: following.index(",")] if "," in following else following
        if "and" in rest:
            rest = rest[: rest.index("and")]
        rest = rest[:-1] if rest[-1:] == ["please"] else rest
        is_verbless = not any(
            (word in self._book.verbs and before not in DETERMINERS | ADJECTIVES) or word in SUBJECTS
            for before, word in pairwise(rest)
        )
        return is_verbless and bool(set(rest[2 - is_bare :]) & _PLACED)

    def _base(self, verb: str) -> str:
        return self._book.base_of.get(verb, verb)

    def _elides_switching(self, following: Sequence[str], current: Sequence[str]) -> bool:
        """ "turn the fan off and the lamp on"."""
        verb = _verb_at(current, self._book)
        if verb is None or current[verb] not in _SWITCHING or current[-1] not in ("on", "off"):
            return False
        rest = list(takewhile(lambda word: word not in (",", "and"), following))
        if rest[-1:] == ["please"]:
            rest.pop()
        return 2 < len(rest) <= 5 and rest[0] in LISTED and rest[-1] in ("on", "off")

    def _elides_receiver(self, index: int, following: Sequence[str], current: Sequence[str]) -> bool:
        """ "bring me the cup and then the plate", "fetch a fork and a napkin too"."""
        verb = _verb_at(current, self._book)
        if verb is None or len(current) < verb + 2:
            return False
        is_switched = current[verb] in _SWITCHING and not _ON_OFF.isdisjoint(current[verb:])
        if not is_switched and current[verb] not in _HANDLING:
            return False
        rest = list(following)
        is_marked = self._words[index] == "then" or rest[0] in ("then", "also", "afterwards", "later")
        rest = rest[1:] if rest[0] in ADVERBS else rest
        rest = rest[:-1] if rest[-1:] == ["please"] else rest
        if rest[-2:] == ["as", "well"]:
            is_marked, rest = True, rest[:-2]
        elif rest[-1:] in (["too"], ["also"], ["afterwards"]):
            is_marked, rest = True, rest[:-1]
        if not is_marked or not 2 <= len(rest) <= 6 or rest[0] not in LISTED:
            return False
        return not any(
            (word in self._book.verbs and before not in DETERMINERS | ADJECTIVES) or word in SUBJECTS
            for before, word in pairwise(rest)
        )

    def _elides_to_another(self, following: Sequence[str], current: Sequence[str]) -> bool:
        """ "bring mum her tea and dad his paper"."""
        verb = _verb_at(current, self._book)
        if verb is None or current[verb] not in HANDING or not split_dative(current[verb + 1 :], {})[0]:
            return False
        receiver, thing = split_dative(following, {})
        return bool(receiver) and thing[0] in DETERMINERS and following[0] not in self._book.verbs

    def _elides_for_another(self, following: Sequence[str], current: Sequence[str]) -> bool:
        """ "bring a plate for you and a bowl for Ines"."""
        brings = self._handing_at(current)
        rest = following[: following.index(",")] if "," in following else following
        if brings is None or "for" not in current[brings + 2 :] or "for" not in rest[2:] or rest[0] not in LISTED:
            return False
        return self._book.verbs.isdisjoint(rest[1:-2]) and SUBJECTS.isdisjoint(rest)

    def _handing_at(self, words: Sequence[str]) -> int | None:
        """Where something is brought: "bring", "fetching"."""
        base = self._book.base_of
        return next((at for at, word in enumerate(words) if base.get(word, word) in HANDING), None)

    def _elides_thing(self, following: Sequence[str], current: Sequence[str]) -> bool:
        """ "grab me a beer and one for Stefan"."""
        verb = _verb_at(current, self._book)
        is_one = following[0] in ("one", "another") and following[1:2] == ["for"] and len(following) > 2
        return is_one and verb is not None and current[verb] in HANDING and bool(_thing(current[verb + 1 :]))

    def verb_again(self, words: Sequence[str], index: int) -> list[str]:
        """The verb of the clause before, with its particle and receiver.

        Args:
            words: The clause before.
            index: Where "and" or "then" stands.
        """
        brings = self._handing_at(words)
        if brings is not None and self._elides_for_another(self._words[index + 1 : index + 9], words):
            return [words[brings]]
        verb = _verb_at(words, self._book)
        if verb is None:
            return []
        if _goes_on(self._words[index + 1 : index + 4], words, self._words[index] == "then"):
            going = next(word for word in words if word in _GOING | _TURNING)
            return [going if going in _GOING else "go"]
        again = [words[verb]]
        following = self._words[index + 1 : index + 9]
        if self._elides_to_another(following, words):
            return again
        if self._elides_thing(following, words):
            thing = _thing(words[verb + 1 :])
            self._words[index + 1] = thing[-1]  # "one" is what was asked for before it.
            return [*again, *thing[:-1]]
        if words[verb] in _SWITCHING:
            way = next((word for word in words[verb:] if word in _ON_OFF), "")
            return again if not way or not _ON_OFF.isdisjoint(following) else [*again, way]
        if words[verb + 1 : verb + 2] and words[verb + 1] in ("me", "us", "him", "her", "them", "you", "up"):
            again.append(words[verb + 1])
        return again


def _thing(words: Sequence[str]) -> list[str]:
    """The thing in "me a glass of water from the kitchen", with its article; empty if it is not one of several."""
    thing = list(split_dative(words, {})[1])
    end = next((at for at, word in enumerate(thing) if word in PREPOSITIONS), len(thing))
    return thing[:end] if end > 1 and thing[0] in _OF_SEVERAL else []


_OF_SEVERAL = word_set("a an another one some")


def _goes_on(following: Sequence[str], current: Sequence[str], is_then: bool) -> bool:
    """ "go to the kitchen and then to the bathroom", "go back one step, then to the table": it goes twice."""
    rest = [
        word for word in following[:3] if word not in ("then", "also", "afterwards", "back", "finally", "next", "later")
    ]
    going = next((word for word in current if word in _GOING), "")
    on = bool(going) and bool(set(current[current.index(going) :]) & {"to", "into", "in"})
    if is_then or following[:1] in (["then"], ("then",)):
        on = bool(going) or not _TURNING.isdisjoint(current[:2])
    return on and len(rest) > 1 and rest[0] in ("to", "into", "in") and rest[1] in LISTED


def _verb_at(words: Sequence[str], book: Rulebook) -> int | None:
    verb = next((at for at, word in enumerate(words) if word in book.verbs and words[at - 1] not in DETERMINERS), None)
    return next((at for at, word in enumerate(words) if word in book.base_of), None) if verb is None else verb

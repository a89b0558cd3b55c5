"""Cuts a sentence into its clauses, each with the word that joins it to the one before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from creature_intent.lexicon import ADJECTIVES, DETERMINERS, KIN, NOT_IN_OBJECT, word_set
from creature_intent.receivers import split_dative
from creature_intent.rulebook import Rulebook
from creature_intent.rulebook_file import load
from creature_intent.run_on import MAY_BEGIN, begins_anew

COORDINATORS = word_set("and but or so then because cause plus")
CONDITIONS = word_set(
    "if unless when whenever once until till after before while though although since whether wherever"
)
_SUBJECTS = word_set(
    "i you we they he she it there let can could would will do does did is are what where who why how please thank "
    "thanks then"
)
_HELPERS = word_set(
    "go come run try going coming over hurry kind good nice dear favor favour sweetheart darling love pal"
)
"""Verbs that lead to the next one: "go and pick up" is one deed."""
_WONDERING = word_set(
    "wondering wonder possible appreciate great nice grateful lovely helpful wonderful appreciated "
    "thankful obliged good "
    "glad happy pleased awesome perfect help love"
)
_SEEKING = word_set("see check look find")
"""Verbs after which "if" tells what is looked for: "see if my wallet is in the bedroom"."""
_MOMENTS = word_set("second moment minute sec me")
"""Words after which "while" tells what they are needed for: "give me a second while I get it"."""
_LISTED = DETERMINERS - {"this", "that", "all", "both"} | word_set("one two three four five")
_LINKS = word_set("that if whether where what how is are was think know hope as like than who which")
_GOVERNED = word_set("the my your it them me us him a an")
_NO_VERBS = (
    DETERMINERS
    | ADJECTIVES
    | CONDITIONS
    | COORDINATORS
    | word_set("not with of to from on in onto into under behind for both even one")
)
_AMOUNTS = word_set("half quite many such rather double twice maybe perhaps")
_HANDING = word_set("bring hand pass fetch grab give get")
_GRASPING = word_set("pick take lift collect retrieve get find open close")
_STATING = word_set("i it there my")
_LEADING_ON = word_set(
    "to you can could please will would and not or they he she we did always never just said told say"
)
_PLACING = word_set("put place set lay take bring carry move stack leave hang give hand drop throw")
_PLACED = word_set("on in to into onto under at by behind beside next over from")
_SWITCHING = word_set("switch turn flip click")
_CHASING = word_set("go going run running come chase trail tag walk roll drive hurry")
_GOING = word_set("go drive walk move head roll run come")
_MAY_JOIN = COORDINATORS | CONDITIONS | _HANDING | MAY_BEGIN | word_set('they it as , "') | KIN
"""Words at which a clause may begin; `_Splitter._joiner` is asked for no others."""
_ADVERBS = word_set("then also please just now afterwards finally maybe quickly carefully gently next later")


@dataclass(frozen=True)
class Clause:
    """Words with one verb at most, and what joins them to the clause before ("" at the beginning)."""

    words: tuple[str, ...]
    joiner: str


def split(words: Sequence[str], book: Rulebook | None = None) -> list[Clause]:
    """The clauses of a sentence, in order; none is empty.

    Args:
        words: The sentence's words (words.Sentence).
        book: The rules, for their verbs; those that come with creature if left out.
    """
    if _MAY_JOIN.isdisjoint(words):
        return [Clause(tuple(words), "")] if words else []
    return _Splitter(words, book or load()).clauses()


class _Splitter:
    def __init__(self, words: Sequence[str], book: Rulebook) -> None:
        self._words = list(words)
        if "," in words:
            self._words = [
                word for index, word in enumerate(words) if word != "," or not _between_adjectives(words, index)
            ]
        self._book = book

    def clauses(self) -> list[Clause]:
        clauses: list[Clause] = []
        current: list[str] = []
        joiner, is_again = "", False
        for index, word in enumerate(self._words):
            if is_again and word in _ADVERBS:
                continue
            is_again = False
            new = self._joiner(index, current) if word in _MAY_JOIN else None
            if new is None:
                current.append(self._words[index])  # A list's comma has become "and".
                continue
            if current:
                clauses.append(Clause(tuple(current), joiner))
                current, joiner = ([word] if new == "," != word else []), new
                if self._elides(index, clauses[-1].words):
                    current, is_again = self._verb_again(clauses[-1].words, index), True
            elif joiner in ("", ",") or new in CONDITIONS:
                joiner = new
                if clauses and self._elides(index, clauses[-1].words):
                    current, is_again = self._verb_again(clauses[-1].words, index), True
        if current:
            clauses.append(Clause(tuple(current), joiner))
        return clauses

    def _joiner(self, index: int, current: Sequence[str]) -> str | None:
        """The joiner that this word of _MAY_JOIN is, or None where it belongs to the clause."""
        words = self._words
        word = words[index]
        following = words[index + 1] if index + 1 < len(words) else ""
        if word == "," and self._is_list(index, current):
            words[index] = "and"
            return None
        if word in (",", '"'):
            return word
        if word in _HANDING and following in ("me", "us") and current and current[0] in _STATING and len(current) > 1:
            return None if current[-1] in _LINKS | _LEADING_ON else ","
        if begins_anew(words, index, current, self._book):
            return ","
        if word in ("they", "it") and following in ("is", "are") and current and current[0] in self._book.verbs:
            return None if current[-1] in _LINKS else ","
        if word in CONDITIONS:
            is_adverb = (
                (word in ("after", "before") and following in ("that", "this"))
                or (word == "while" and current[-1:] in (["a"], ["little"], ["short"]))
                or (word == "once" and (following in _AFTER_ONCE or current[-1:] == ["at"]))
            )
            is_adverb = is_adverb or (word == "before" and following in ("", ","))
            is_adverb = is_adverb or (word == "after" and current[-1:] != [] and current[-1] in _CHASING)
            seeks = word in ("if", "whether") and bool(current) and current[-1] in _SEEKING
            last = current[-1] if current else ""
            waits = word == "while" and (last == "a" or (following == "i" and last in _MOMENTS))
            return None if is_adverb or seeks or waits or (word == "if" and _wondering(words, index)) else word
        if word == "and" and current[-1:] == ["open"] and following in ("close", "shut"):
            return None
        if word == "so" and current and (following in DETERMINERS | _ANYBODY or following == "that"):
            return word
        if word == "and" and current and current[-1] in _HELPERS and following in self._book.verbs:
            return None
        if word == "but" and following in ("also", "not"):
            return word
        if word in COORDINATORS and (not current or self._starts_clause(index + 1)):
            return word
        if word in ("and", "then") and self._elides(index, current):
            return word
        if word == "or" and current and _tells_else(words[index + 1 : index + 7]):
            return word
        if word == "as" and following in ("soon", "long"):
            return "if"
        return None

    def _elides(self, index: int, current: Sequence[str]) -> bool:
        """ "put the fork on the left and the knife on the right" has its verb once."""
        following = self._words[index + 1 : index + 9]
        if self._words[index] not in ("and", "then") or not following:
            return False
        if _goes_on(following, current) or self._elides_to_another(following, current):
            return True
        if self._elides_switching(following, current):
            return True
        if self._elides_receiver(index, following, current):
            return True
        if self._words[index] != "and" or following[0] not in _LISTED:
            return False
        verb = _verb_at(current, self._book)
        if verb is None or current[verb] not in _PLACING or not set(current[verb + 2 :]) & _PLACED:
            return False
        rest = following[: following.index(",")] if "," in following else following
        if "and" in rest:
            rest = rest[: rest.index("and")]
        is_verbless = not any(
            (word in self._book.verbs and before not in DETERMINERS | ADJECTIVES) or word in _SUBJECTS
            for before, word in pairwise(rest)
        )
        return is_verbless and bool(set(rest[2:]) & _PLACED)

    def _elides_switching(self, following: Sequence[str], current: Sequence[str]) -> bool:
        """ "turn the fan off and the lamp on"."""
        verb = _verb_at(current, self._book)
        if verb is None or current[verb] not in _SWITCHING or current[-1] not in ("on", "off"):
            return False
        rest = list(following[: following.index(",")] if "," in following else following)
        if rest[-1:] == ["please"]:
            rest.pop()
        return 2 < len(rest) <= 5 and rest[0] in _LISTED and rest[-1] in ("on", "off")

    def _elides_receiver(self, index: int, following: Sequence[str], current: Sequence[str]) -> bool:
        """ "bring me the cup and then the plate", "fetch a fork and a napkin too"."""
        verb = _verb_at(current, self._book)
        is_switched = verb is not None and current[verb] in _SWITCHING and bool({"on", "off"} & set(current[verb:]))
        if verb is None or len(current) < verb + 2:
            return False
        if not is_switched and current[verb] not in _HANDING | _PLACING | _GRASPING:
            return False
        rest = list(following)
        is_marked = self._words[index] == "then" or rest[0] in ("then", "also", "afterwards", "later")
        rest = rest[1:] if rest[0] in _ADVERBS else rest
        if rest[-1:] in (["too"], ["also"], ["afterwards"]):
            is_marked, rest = True, rest[:-1]
        if not is_marked or not 2 <= len(rest) <= 6 or rest[0] not in _LISTED:
            return False
        return not any(
            (word in self._book.verbs and before not in DETERMINERS | ADJECTIVES) or word in _SUBJECTS
            for before, word in pairwise(rest)
        )

    def _elides_to_another(self, following: Sequence[str], current: Sequence[str]) -> bool:
        """ "bring mum her tea and dad his paper"."""
        verb = _verb_at(current, self._book)
        if verb is None or current[verb] not in _HANDING or not split_dative(current[verb + 1 :], {})[0]:
            return False
        receiver, thing = split_dative(following, {})
        return bool(receiver) and thing[0] in DETERMINERS and following[0] not in self._book.verbs

    def _verb_again(self, words: Sequence[str], index: int) -> list[str]:
        """The verb of the clause before, with its particle and receiver."""
        verb = _verb_at(words, self._book)
        if verb is None:
            return []
        if _goes_on(self._words[index + 1 : index + 4], words):
            return [next(word for word in words if word in _GOING)]
        again = [words[verb]]
        following = self._words[index + 1 : index + 9]
        if self._elides_to_another(following, words):
            return again
        if words[verb] in _SWITCHING:
            way = next((word for word in words[verb:] if word in ("on", "off")), "")
            return again if {"on", "off"} & set(following) or not way else [*again, way]
        if words[verb + 1 : verb + 2] and words[verb + 1] in ("me", "us", "him", "her", "them", "you", "up"):
            again.append(words[verb + 1])
        return again

    def _is_list(self, index: int, current: Sequence[str]) -> bool:
        """ "the milk, the sugar and the flour" are three things of one deed."""
        words = self._words
        following = words[index + 1 : index + 12]
        if "," in following:
            following = following[: following.index(",") + 3]
        if "and" not in following or not current or following[0] not in _LISTED or current[0] in ("no", "not"):
            return False
        rest = [word for word in following if word not in (",", "and")]
        return not any(word in self._book.verbs or word in _SUBJECTS or word in _LINKS for word in rest)

    def _starts_clause(self, index: int) -> bool:
        words = self._words
        while index < len(words) and words[index] in _ADVERBS:
            index += 1
        if index >= len(words):
            return True
        word = words[index]
        if word in _SUBJECTS or word in self._book.verbs or word in self._book.base_of:
            return True
        if words[index + 1 : index + 2] and words[index + 1] in _GOVERNED and word not in _NO_VERBS | _AMOUNTS:
            return True
        is_past = word.endswith("ed") and len(word) > 4
        return is_past or word in COORDINATORS or word in CONDITIONS or word in (",", "let")


def _goes_on(following: Sequence[str], current: Sequence[str]) -> bool:
    """ "go to the kitchen and then to the bathroom" goes twice."""
    rest = [
        word for word in following[:3] if word not in ("then", "also", "afterwards", "back", "finally", "next", "later")
    ]
    going = next((word for word in current if word in _GOING), "")
    on = set(current[current.index(going) :]) & {"to", "into", "in"} if going else set()
    return bool(on) and len(rest) > 1 and rest[0] in ("to", "into", "in") and rest[1] in _LISTED


def _tells_else(following: Sequence[str]) -> bool:
    """ "[shut the hatch or] the hens run off": what will happen if it is not done."""
    if len(following) < 3 or following[0] not in _ELSE:
        return False
    return any(word in _BEFALLING or word in NOT_IN_OBJECT - {"not"} for word in following[1:5])


_ELSE = word_set("the my our your somebody someone we")
_BEFALLING = word_set(
    "get gets come comes go goes run runs fall falls burn burns escape escapes freeze fly catch catches"
)
_ANYBODY = word_set("everyone everybody nobody people somebody someone no-one")
_AFTER_ONCE = ("", "more", "again", "so", ",")


def _verb_at(words: Sequence[str], book: Rulebook) -> int | None:
    return next((index for index, word in enumerate(words) if word in book.verbs), None)


def _wondering(words: Sequence[str], index: int) -> bool:
    """ "I was wondering if you could" asks; it makes no condition."""
    return words[index + 1 : index + 2] == ["you"] and bool(set(words[max(0, index - 4) : index]) & _WONDERING)


def _between_adjectives(words: Sequence[str], index: int) -> bool:
    """ "the big, red cup"."""
    around = [*words[max(0, index - 1) : index], *words[index + 1 : index + 2]]
    return len(around) == 2 and all(word in ADJECTIVES for word in around) and _has_determiner(words, index)


def _has_determiner(words: Sequence[str], index: int) -> bool:
    return any(word in DETERMINERS for word in words[max(0, index - 4) : index])

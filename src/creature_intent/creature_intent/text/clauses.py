"""Cuts a sentence into its clauses, each with the word that joins it to the one before."""

from __future__ import annotations

from collections.abc import Sequence

from creature_intent.grammar.lexicon import (
    ADJECTIVES,
    BARE_ONES,
    COMMON_VERBS,
    DETERMINERS,
    NOT_IN_OBJECT,
    PEOPLE,
    PREPOSITIONS,
    TITLES,
    word_set,
)
from creature_intent.grammar.rulebook import Rulebook
from creature_intent.grammar.rulebook_file import load
from creature_intent.text.clause import Clause, clause
from creature_intent.text.ellipsis import ADVERBS, HANDING, LISTED, SUBJECTS, Ellipsis
from creature_intent.text.listing import LINKS, is_list, listed
from creature_intent.text.reasons import tellers
from creature_intent.text.run_on import MAY_BEGIN, begins_anew
from creature_intent.text.statements import begins_fact
from creature_intent.text.taken_back import ending_at

COORDINATORS = word_set("and but or so then because cause plus")
CONDITIONS = word_set(
    "if unless when whenever once until till after before while though although since whether wherever"
)
_HELPERS = word_set(
    "go come run nip pop dash hop zip try going coming over hurry kind good nice dear favor favour sweetheart darling "
    "love pal"
)
"""Verbs that lead to the next one: "go and pick up" is one deed."""
_WONDERING = word_set(
    "wondering wonder possible appreciate great nice grateful lovely helpful wonderful appreciated "
    "thankful obliged good "
    "glad happy pleased okay fine awesome perfect help helps love"
)
_SEEKING = word_set("see check look find")
"""Verbs after which "if" tells what is looked for: "see if my wallet is in the bedroom"."""
_WANTING = word_set("want need like love")
_LOOKING = word_set("look check search")
_MOMENTS = word_set("second moment minute sec me")
"""Words after which "while" tells what they are needed for: "give me a second while I get it"."""
_GIVING_TIME = word_set("give wait hang just one a i pardon excuse allow grant okay sure")
_GOVERNED = word_set("the my your it them me us him her his our their this that a an yourself")
_STEPS = COMMON_VERBS - word_set("drink watch help wash press use open close clean fill start")
"""Verbs of a next step, with whatever comes after them; the others may be nouns ("food and drink")."""
_NO_VERBS = (
    DETERMINERS
    | ADJECTIVES
    | CONDITIONS
    | COORDINATORS
    | word_set("not with of to from on in onto into under behind for both even one")
    | word_set("half quite many such rather double twice maybe perhaps")
)
_STATING = word_set("i it there my")
_LEADING_ON = word_set(
    "to you can could please will would and not or they he she we did always never just said told say"
)
_BEFORE_TILL = word_set("the that this our my")
_CHASING = word_set("go going run running come coming chase trail tag walk roll drive hurry")
_JOINING = COORDINATORS | CONDITIONS | word_set("they it as")
"""Words that may begin a clause by themselves, whatever follows from the words around them."""
_MAY_JOIN = _JOINING | HANDING | MAY_BEGIN | word_set(', "')
"""Words at which a clause may begin; `_Splitter._joiner` is asked for no others."""


def split(words: Sequence[str], book: Rulebook | None = None) -> list[Clause]:
    """The clauses of a sentence, in order; none is empty.

    Args:
        words: The sentence's words (words.Sentence).
        book: The rules, for their verbs; those that come with creature if left out.
    """
    book = book or load()
    if not words:
        return []
    if _MAY_JOIN.isdisjoint(words) and not tellers(words, book) and ending_at(words, book) < 0:
        return [clause(words, "")]
    return _Splitter(words, book).clauses()


class _Splitter:
    def __init__(self, words: Sequence[str], book: Rulebook) -> None:
        self._words = list(words)
        if "," in words and not ADJECTIVES.isdisjoint(words):
            self._words = [
                word for index, word in enumerate(words) if word != "," or not _between_adjectives(words, index)
            ]
        self._book = book
        self._words = listed(self._words, book)
        self._tellers = tellers(self._words, book)
        self._ending = ending_at(self._words, book)
        self._ellipsis = Ellipsis(self._words, book)

    def clauses(self) -> list[Clause]:
        clauses: list[Clause] = []
        current: list[str] = []
        joiner, is_again = "", False
        for index, word in enumerate(self._words):
            if is_again and word in ADVERBS:
                continue
            is_again = False
            may_join = word in _MAY_JOIN or index in self._tellers or index == self._ending
            new = self._joiner(index, current) if may_join else None
            if new is None:
                current.append(self._words[index])  # A list's comma has become "and".
                continue
            if current:
                clauses.append(clause(current, joiner))
                current, joiner = ([word] if new == "," != word else []), new
                if self._ellipsis.elides(index, clauses[-1].words):
                    current, is_again = self._ellipsis.verb_again(clauses[-1].words, index), True
            elif joiner in ("", ",") or new in CONDITIONS:
                joiner = new
                if clauses and self._ellipsis.elides(index, clauses[-1].words):
                    current, is_again = self._ellipsis.verb_again(clauses[-1].words, index), True
        if current:
            clauses.append(clause(current, joiner))
        return clauses

    def _joiner(self, index: int, current: Sequence[str]) -> str | None:
        """The joiner that this word of _MAY_JOIN is, or None where it belongs to the clause."""
        words = self._words
        word = words[index]
        following = words[index + 1] if index + 1 < len(words) else ""
        is_listed = word == "," and following in LISTED and "and" in words[index + 2 : index + 12]
        if is_listed and not ("to" in current and not PEOPLE.isdisjoint(words[index + 2 : index + 4])):
            # Not "take the book to Tom, my brother in the study, and tell him hi".
            if self._is_one_more(index, current):
                return "and"
            if is_list(words[index + 1 : index + 12], current, self._book):
                words[index] = "and"
                return None
        if word in (",", '"'):
            return word
        if index == self._ending:
            return ","
        if word in HANDING and following in ("me", "us") and current and current[0] in _STATING and len(current) > 1:
            return None if current[-1] in LINKS | _LEADING_ON else ","
        if (word in MAY_BEGIN or index in self._tellers) and begins_anew(words, index, current, self._book):
            return ","
        if word == "i" and following == "will" and index > _SHORTEST_FACT and words[0] in ("since", "because"):
            return None if "," in words[:index] or current[-1] in LINKS else ","
        if word not in _JOINING:
            return None
        if word in ("they", "it") and following in ("is", "are") and current and current[0] in self._book.verbs:
            return None if current[-1] in LINKS else ","
        if word == "till" and current[-1:] != [] and current[-1] in _BEFORE_TILL:
            return None  # "The box by the till."
        if word in CONDITIONS:
            is_adverb = (
                (word in ("after", "before") and following in ("that", "this"))
                or (word == "while" and current[-1:] in (["a"], ["little"], ["short"]))
                or (word == "once" and (following in _AFTER_ONCE or current[-1:] == ["at"]))
            )
            is_adverb = is_adverb or (word == "before" and following in ("", ","))
            is_adverb = is_adverb or (word == "after" and following in _SEEING_IT and current[:2] == ["i", "am"])
            is_adverb = is_adverb or (word == "after" and current[-1:] != [] and current[-1] in _CHASING)
            seeks = word in ("if", "whether") and bool(current) and self._seeks(index, current)
            last = current[-1] if current else ""
            is_given = current[:1] != [] and (current[0] in _GIVING_TIME or current[:2] == ["hold", "on"])
            waits = word == "while" and (last == "a" or (following == "i" and last in _MOMENTS and is_given))
            wonders = word in ("if", "whether") and _wondering(words, index)
            return None if is_adverb or seeks or waits or wonders else word
        if word == "and" and current[-1:] == ["open"] and following in ("close", "shut"):
            return None
        if word == "because" and following:
            return word
        if word == "so" and (current[-1:] == ["ever"] or (current[-1:] == ["like"] and following in ("", ","))):
            return None  # "ever so gently", "like so"
        if word == "so" and current and (following in DETERMINERS | _ANYBODY | TITLES or following == "that"):
            return word
        leads = current[-1:] != [] and (current[-1] in _HELPERS or current[-2:] == ["go", "ahead"])
        if word == "and" and leads and following in self._book.verbs:
            return None
        if word == "but" and following in ("also", "not"):
            return word
        if word in COORDINATORS and (not current or self._starts_clause(index + 1)):
            return word
        if word in ("and", "then") and self._ellipsis.elides(index, current):
            return word
        if word == "or" and current and _tells_else(words[index + 1 : index + 7]):
            return word
        if word == "as" and current and self._tells_why(index + 1):
            return "because"
        if word == "as" and following in ("soon", "long"):
            return None if current and tuple(words[index + 2 : index + 5]) in _SOONEST else "if"
        return None

    def _tells_why(self, index: int) -> bool:
        """ "[close the curtains as] it is dark": not "[leave it as] it is"."""
        subject = self._words[index : index + 1]
        return subject != [] and subject[0] in _SUBJECTS_OF_REASONS and begins_fact(self._words, index)

    def _seeks(self, index: int, current: Sequence[str]) -> bool:
        """ "see if it is there", "ask her if she wants some", "look inside the dryer if there is a sock"."""
        if "ask" in current[:4]:
            return True
        following = self._words[index + 1 : index + 3]
        is_there = following in (["there", "is"], ["there", "are"])
        wants_to_know = current[-1] == "know" and not _WANTING.isdisjoint(current[:3])
        return current[-1] in _SEEKING or wants_to_know or (is_there and not _LOOKING.isdisjoint(current[:3]))

    def _is_one_more(self, index: int, current: Sequence[str]) -> bool:
        """ "put the cup on the table, the plate in the sink and the fork in the drawer": its verb is said once."""
        if self._words[index + 2] in BARE_ONES or not NOT_IN_OBJECT.isdisjoint(self._words[index + 1 : index + 7]):
            return False
        self._words[index] = "and"
        elides = self._ellipsis.elides(index, current)
        self._words[index] = "and" if elides else ","
        return elides

    def _starts_clause(self, index: int) -> bool:
        words = self._words
        while index < len(words) and words[index] in ADVERBS:
            index += 1
        if index >= len(words):
            return True
        word = words[index]
        if index == len(words) - 1 and word in _THINGS_TOO:
            return False  # "bring tea, toast and jam"
        if word in _WORN and not PREPOSITIONS.isdisjoint(words[index + 1 : index + 2]) and len(words) > index + 2:
            return False  # "Put the ring and watch on the table."
        if word in SUBJECTS or word in self._book.verbs or word in self._book.base_of or word in _STEPS:
            return True
        if words[index + 1 : index + 2] and words[index + 1] in _GOVERNED and word not in _NO_VERBS - {"clean"}:
            return True
        is_past = word.endswith("ed") and len(word) > 4 and not _is_quality(words, index)
        return is_past or word in COORDINATORS or word in CONDITIONS or word in (",", "let")


def _is_quality(words: Sequence[str], index: int) -> bool:
    """ "a cooled and [sliced] apple", "a knife and [buttered] bread": no deed, a thing follows."""
    after = words[index + 1 : index + 2]
    is_named = after != [] and after[0].isalpha() and after[0] not in DETERMINERS | PREPOSITIONS | NOT_IN_OBJECT
    return is_named and words[0] in _PUTTING and after[0] not in _GOVERNED and not after[0].endswith("ly")


_SUBJECTS_OF_REASONS = word_set("it he she they we there the my")
_PUTTING = word_set("put place set lay take bring get pick grab carry move fetch")
_SHORTEST_FACT = 3
""" "Since it is cold | I will close the window."."""
_SOONEST = (("as", "i", "can"), ("as", "you", "can"), ("as", "possible"))
""" "... as soon as I can" waits for nothing."""
_THINGS_TOO = word_set("jam iron drill clip book lock light water")
"""Verbs that, with nothing after them, name a thing."""
_WORN = frozenset({"watch", "book", "iron"})
"""Verbs that, with a place after them, name a thing."""


def _tells_else(following: Sequence[str]) -> bool:
    """ "[shut the hatch or] the hens run off": what will happen if it is not done."""
    if len(following) < 3 or following[0] not in _ELSE:
        return False
    return any(word in _BEFALLING or word in NOT_IN_OBJECT - {"not"} for word in following[1:5])


_ELSE = word_set("the my our your somebody someone we")
_BEFALLING = word_set(
    "get gets come comes go goes run runs fall falls burn burns escape escapes freeze fly catch catches"
)
_SEEING_IT = word_set("remembering noticing seeing hearing spotting realising realizing thinking")
""" "I'm just after noticing the oven's on": as the Irish say that they have."""
_ANYBODY = word_set("everyone everybody nobody people somebody someone no-one")
_AFTER_ONCE = ("", "like", "more", "again", "so", ",", "for", "around", "round", "to", "please", "now")


def _wondering(words: Sequence[str], index: int) -> bool:
    """ "I was wondering if you could" asks; it makes no condition."""
    before = set(words[max(0, index - 4) : index])
    if words[index + 1 : index + 2] == ["i"]:
        asked = [word for word in words[index + 2 : index + 5] if word not in ("may", "could")]
        return bool(before & _ALLOWING) and asked[:1] in (["ask"], ["asked"]) and asked[1:2] == ["you"]
    return words[index + 1 : index + 2] == ["you"] and bool(before & _WONDERING)


_ALLOWING = word_set("mind okay fine possible right")


def _between_adjectives(words: Sequence[str], index: int) -> bool:
    """ "the big, red cup"."""
    around = [*words[max(0, index - 1) : index], *words[index + 1 : index + 2]]
    if words[index + 2 : index + 3] and words[index + 2] in DETERMINERS:
        return False  # "My hands are full, open the door."
    return len(around) == 2 and all(word in ADJECTIVES for word in around) and _has_determiner(words, index)


def _has_determiner(words: Sequence[str], index: int) -> bool:
    return any(word in DETERMINERS for word in words[max(0, index - 4) : index])

"""Rarer marks of a correction, put into those that are known: "I should have said tea", "the tea after all"."""

from __future__ import annotations

import re
from itertools import pairwise

from creature_intent.acts import Act
from creature_intent.deeds.carried import is_carried
from creature_intent.deeds.slots import head_noun
from creature_intent.dialogue.corrected import NUMERALS, is_numeral
from creature_intent.grammar.lexicon import ADJECTIVES, BARE_ONES, DETERMINERS, NUMBERS, PREPOSITIONS, ROOMS
from creature_intent.grammar.rulebook import Rulebook
from creature_intent.text.words import Sentence

_LEAD = (
    r"^(?:(?:oh|ah|um|uh|well|so|wait|sorry|hang on|hold on|oops|actually|okay|no|nope|my mistake|my bad)"
    r"(?: ,)? )*"
)
_THING = r"(?P<thing>(?:(?!not |but )[\w'-]+ ){0,4}?[\w'-]+)"
_WRONG = r"(?P<wrong>(?:(?!not |but )[\w'-]+ ){0,4}?[\w'-]+)"
_TAIL = r"(?: ,)?(?: (?:please|thanks|then|of course|sorry))*$"
_MEANT = (
    re.compile(
        rf"{_LEAD}(?:i (?:should|ought to) have said|i was (?:going|trying) to say|i (?:wanted|meant) to say|"
        rf"i should say|let us say(?! that)|what i (?:meant|want|wanted|need) (?:is|was)) {_THING}{_TAIL}"
    ),
    re.compile(rf"{_LEAD}{_THING} (?:is|was) (?:what|the one) (?:i|we) (?:meant|mean|want|wanted|need|said){_TAIL}"),
    re.compile(rf"{_LEAD}{_THING} (?:i should have said|i wanted to say|i meant to say|after all){_TAIL}"),
    re.compile(
        rf"{_LEAD}(?:on reflection|come to think of it|now that i think (?:of|about) it|i take (?:that|it) back(?= ,)|"
        rf"correction|you misheard(?: me)?|you got (?:that|me) wrong|(?:maybe|perhaps) (?:better|rather)|"
        rf"on second thoughts?|my mistake|my bad|silly me|what am i saying|i (?:have )?changed my mind|oops|whoops|"
        rf"i would (?:rather|prefer)|"
        rf"let us (?:go with|switch to|change (?:it|that) to)|change (?:it|that) to|oh wait)(?: ,)? {_THING}"
        rf"(?: instead)?{_TAIL}"
    ),
    re.compile(
        rf"{_LEAD}i (?:(?:misread|misspoke|misremembered)(?: it| that| them)?|(?:got|had) (?:it|that|them) wrong)"
        rf"(?:(?: ,)? it (?:is|was)| ,) {_THING}{_TAIL}"
    ),
    re.compile(rf"{_LEAD}{_THING} , i (?:said|asked for){_TAIL}"),
    re.compile(rf"{_LEAD}i said {_WRONG} (?:and|but|when|,)(?: but)? i (?:meant|mean|wanted|want) {_THING}{_TAIL}"),
)
"""All that tells what is meant."""
_NOT = (
    re.compile(
        rf"{_LEAD}{_WRONG} (?:is|was|were|are) (?:wrong|a mistake|my mistake|a slip)(?: ,)? "
        rf"(?:it is|it was|it should (?:be|have been)|i meant|i mean|make it|they are) {_THING}{_TAIL}"
    ),
    re.compile(
        rf"{_LEAD}{_WRONG} (?:, )?(?:no wait|(?<=, )no|no(?= (?:the|my|to|in|on|for|a|an|room|number) )|i mean|i meant|"
        rf"or rather|sorry i mean)(?: ,)? {_THING}{_TAIL}"
    ),
    re.compile(rf"{_LEAD}{_THING} instead of {_WRONG}{_TAIL}"),
    re.compile(rf"{_LEAD}(?:i would )?rather (?:have )?{_THING} than {_WRONG}{_TAIL}"),
    re.compile(
        rf"{_LEAD}(?:forget(?: about)?|never mind|scrap|scratch|skip|not|no|drop|i do not want|i do not mean)"
        rf" {_WRONG} , (?:but |just )?{_THING}{_TAIL}"
    ),
    re.compile(
        r"^(?:(?:oh|no|wait|sorry|okay|actually)(?: ,)? )*not (?P<wrong>(?:to |in |on |for )?(?:(?:the|my) "
        r"(?:\w+ )?\w+|room \w+)) (?P<thing>(?:(?:to|in|on|for) )?(?:(?:the|my) (?:\w+ )?\w+|room \w+))$"
    ),
)
"""All that tells what is wrong as well."""
_NAMING = DETERMINERS | NUMBERS | PREPOSITIONS | ADJECTIVES
_ALONE = ADJECTIVES | NUMBERS | NUMERALS | ROOMS | {"left", "right"}
_NO_NAME = frozenset({"is", "are", "was", "it", "i", "you", "we", "that", "too", "also", "either", "and", "or"})


def in_known_marks(words: Sentence, asked: Act | None, book: Rulebook) -> Sentence:
    """The sentence with the mark of its correction in words that are known; the same where it has none.

    Args:
        words: A sentence of the user.
        asked: What was asked for a moment ago; where nothing was, nothing is put right.
        book: The rules, for their nouns.
    """
    if asked is None or words.question:
        return words
    for pattern in _MEANT:
        found = pattern.match(words.text)
        if found and _is_name(found["thing"], words, book):
            return words.as_said(f"i meant {found['thing']}")
    for pattern in _NOT:
        found = pattern.match(words.text)
        if found and _is_name(found["thing"], words, book) and _is_of(found["wrong"], asked, found["thing"]):
            return words.as_said(f"not {found['wrong']} , {found['thing']}")
    return words


def _is_name(thing: str, words: Sentence, book: Rulebook) -> bool:
    said = thing.split()
    if len(said) == 1:
        is_told = said[0] in _ALONE | words.names.keys() or is_numeral(thing)
        return is_told or is_carried(thing) or _is_known(thing, book)
    is_begun = said[0] in _NAMING or said[0] in words.names or _NUMBERED.match(thing) is not None
    is_doing = any(word.endswith("'s") and then.endswith("ing") for word, then in pairwise(said))  # "Mum's ordering"
    return is_begun and not is_doing and _NO_NAME.isdisjoint(said)


def _is_known(noun: str, book: Rulebook) -> bool:
    kinds = ("given_names", "errands", "fixed", "machines")
    return noun != "grace" and any(noun in book.nouns[kind] for kind in kinds)  # Not "let us say grace".


_NUMBERED = re.compile(r"^(?:room|flat|office|ward|bay|bed|desk|table|floor|suite|door|shelf) \w+$")


def _is_of(wrong: str, asked: Act, right: str) -> bool:
    """What is wrong is a part of what was asked for, and what is right is none."""
    known = {word for value in vars(asked.slots).values() for word in value.lower().split()}
    known |= {"me"} if asked.slots.recipient == "user" else set()
    told = {*wrong.split()} - DETERMINERS - PREPOSITIONS - BARE_ONES
    is_known = head_noun(wrong) in known or wrong.split()[-1] in known or (bool(told) and told <= known)
    return is_known and not {*right.split()} - DETERMINERS - PREPOSITIONS <= known

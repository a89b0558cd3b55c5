"""The reason of a command that runs on without a mark: "shut the door the soup smells", "come with me we have work"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from creature_intent.grammar.lexicon import ADJECTIVES, DATIVES, DETERMINERS, KIN, PEOPLE, PREPOSITIONS, word_set
from creature_intent.grammar.rulebook import Rulebook
from creature_intent.text.calling import may_be_name, without_name
from creature_intent.text.openers import strip_openers
from creature_intent.text.statements import ARTICLES, PERSONS, POINTING, begins_fact

_TAGS = frozenset((verb, "you") for verb in ("will", "would", "can", "could"))
_WHO = word_set("i we he she they somebody someone")
_OWNED = word_set("the a an my his her our their it them no some")
"""What the verb of a reason governs. Where it governs nothing, it may tell of the thing: "the book he forgot"."""
_WHOLE = word_set("me us him it them here there on off up down out outside inside please now upstairs downstairs")
"""Words that nothing is told of: after these a subject begins anew."""
_STATES = word_set("is are has have says said wants needs was looks smells keeps hurts will can")
_WANTS = word_set("need want am")
_OPEN = (DETERMINERS | PREPOSITIONS) - _WHOLE - {"around"}
"""Words that something must follow."""
_LINKS = word_set(
    "that what if than and or think know sure see say said says tell show check make hope where when how which who "
    "whom while because as whether until before after since so but not do to let unless wherever of like "
    "whichever whatever"
)
_DENIED = word_set("do does did can could have has must will would")
_SOMEBODY = ("somebody", "someone")
_SOMEBODY_IS = ("somebody's", "someone's")
REASONING = _WHO | KIN | ARTICLES | PERSONS | POINTING | {*_SOMEBODY_IS, "it"}
"""Words with which a reason may begin, beside names."""
_OWN_NEEDS = frozenset((verb, "to") for verb in ("have", "need", "want", "am going", "like"))
_ENOUGH = _WHOLE | word_set("bit little closer over back away aside left right forward faster slower further around")
"""Words after which "you are ..." tells why: "back up a bit you're standing on the rug"."""
_BLOCKING = word_set("in on too not still about going making blocking standing scaring getting so needed")
_IN_THE_WAY = word_set("look block stand scare frighten make disturb wake annoy walk drive stay hide stop")
"""What "you" do that is a reason to move: "turn around you block the light", "lower your arms you look funny"."""
_TOLD_TO = word_set("you me us where how what")
_DONE = word_set("cut hurt spilt burnt burned broke broken left lost made thrown torn hit forgotten eaten dropped won")
_ILL = word_set("bleeding waiting crying coming freezing thirsty hungry cold sick tired hurt here outside asleep")
_SELF = _OWNED | word_set("himself herself themselves something")
_IS_WHERE = word_set("at in there here on coming knocking ringing waiting outside")
_NEARING = word_set("is will might may can could")
_ANY = word_set("a an no some somebody someone nobody nothing")
_IN_THE_AIR = word_set("steam smoke dust fire water gas fog noise rain snow wind food soup glass cake mail post")
_OF_MIND = word_set("make sure see check know think tell show remember ask say watch whether if")


def gives_reason(words: Sequence[str], index: int, current: Sequence[str], book: Rulebook) -> bool:
    """Whether the word begins the reason of a command that is whole without it.

    Args:
        words: The whole sentence.
        index: The word.
        current: The words of the clause up to it.
        book: The rules, for their verbs.
    """
    if tuple(current[-2:]) == ("never", "mind") and len(current) < _SHORT:
        return begins_fact(words, index)
    if book.verbs.isdisjoint(current) and _WISHES.isdisjoint(current):
        return False  # Most talk commands nothing.
    if tuple(current[:3]) == ("have", "you", "seen"):
        return False
    word, following = words[index], tuple(words[index + 1 : index + 5])
    if current[-1:] == ["robot"] and len(current) > 2:
        current = current[:-1]  # "Follow me robot we go to the shed."
    if tuple(current[-2:]) in _TAGS:
        current = [*current[:-2], "please"]  # "... will you I'm freezing"
    last = current[-1]
    if last in _LINKS or not following:
        return False
    if word in _SOMEBODY_IS:
        return following[0] in _IS_WHERE and _commands(current, book)
    if last in _NAMING or _is_open(word, last, current) or _wants_place(current, book):
        return False
    if following == ("go",):
        return False  # "Back to the dock I go."
    if word == "you" and "your" in current[-3:]:
        last = "please"  # "Lower your arms you look funny": nothing is told of the arms.
    is_long = len(following) > 1 - (word == "it")
    return (begins_fact(words, index) or (is_long and _tells(word, following, last))) and _commands(current, book)


def _tells(word: str, following: Sequence[str], last: str) -> bool:
    """The words tell how something is, or what somebody does."""
    if word in _WHO:
        if word in _SOMEBODY and following[0] in _NEARING:
            return True
        is_stated = last in _WHOLE and (following[0] in _STATES or following[0] in _WANTS)
        is_denied = following[0] in _DENIED and following[1] == "not"
        is_telling = following[0].endswith("s") and following[1] in _TOLD_TO and word in ("he", "she")
        is_needed = following[:2] in _OWN_NEEDS and following[3:4] != () and following[3] in _SELF
        is_after_all = last in _WHOLE - {"it", "them", "please", "now"} and following[0] not in PREPOSITIONS
        is_of_them = word in ("he", "she") and last in PEOPLE and following[0] in _STATES
        is_doing = following[1] in _OWNED and following[0] not in PREPOSITIONS
        return any((is_stated, is_denied, is_telling, is_needed, is_after_all, is_of_them, is_doing))
    if word not in REASONING:
        return _tells_of_one_named(following)
    if word == "it":
        is_weather = following[0] in ("rains", "snows", "stinks", "hurts") and (last in _WHOLE or len(following) == 1)
        return is_weather or (following[0] in ("has", "had", "took", "ate") and bool(_OWNED & set(following[1:2])))
    if word == "you":
        is_told = following[0] in _IN_THE_WAY or following[1] in _BLOCKING or following[1][-3:] == "ing"
        return last in _ENOUGH and following[0] in _IN_THE_WAY | {"are"} and is_told
    if word == "there":
        if following[:2] in _FOUND_THERE:
            return True
        is_any = following[1] in _ANY | {"the", "my"} or (len(following) == 2 and following[1] in _IN_THE_AIR)
        return following[0] in _BEING_THERE and (last in _WHOLE or is_any)
    return word in KIN and following[0] in _STATES and last not in KIN


def _is_open(subject: str, last: str, current: Sequence[str]) -> bool:
    """The words before the subject want a thing, which it would be: "turn off [the oven]", "the red [it]"."""
    if len(current) == 2 and current[0] in _HANDLING and last in (_PARTICLES if subject in PERSONS else _UNSAID):
        return True
    if tuple(current[-2:]) in _SLIGHTLY and subject in REASONING:
        return False  # "Lower your arm a little [the light hurts]."
    if last in PREPOSITIONS and (subject in PERSONS or (subject in ("you", "there") and last in _WAYS)):
        return False
    return (last in _OPEN or last in ADJECTIVES) and not (subject == "you" and last in _ENOUGH)


def _wants_place(current: Sequence[str], book: Rulebook) -> bool:
    """ "Put the box on [the table]": only what runs is put on."""
    is_put = current[0] in _PUTTING and current[-1] in _AT and len(current) > 2
    return is_put and current[-2] not in book.nouns["machines"]


_PUTTING = word_set("put place set lay hang leave")
_AT = word_set("on in")
_SHORT = 4
""" "Never mind [Tom is tall enough]", "oh never mind"."""
_SLIGHTLY = (("a", "little"), ("a", "bit"))
_HANDLING = word_set("bring fetch find get give hand pass pick put show switch take throw turn")
_PARTICLES = word_set("on off up down in out away")
_UNSAID = _PARTICLES | DATIVES
_WAYS = word_set("around inside outside over along by")
_NAMING = word_set("reason way time day moment fact feeling idea truth promise word things thing all everything")
"""Nouns that a statement belongs to: "the reason he left"."""


_BEING_THERE = word_set("is are lies lie stands stand hangs hang")
_FOUND_THERE = frozenset((("you", "find"), ("you", "see"), ("you", "will")))


def _tells_of_one_named(following: Sequence[str]) -> bool:
    """ "[get a bandage Jonas] has cut himself", "[a towel Mia] has spilled her juice", "[Tom] is bleeding"."""
    if following[0] == "is":
        return following[1] in _ILL
    if following[0] == "says":
        return following[1] in _WHO
    if following[0] in ("wants", "needs"):
        return following[1] == "to" or following[1] in _OWNED
    is_done = following[1].endswith("ed") or following[1] in _DONE
    return following[0] == "has" and is_done and following[2:3] != () and following[2] in _SELF


def annoys(following: Sequence[str]) -> bool:
    """ "[it] disturbs me", "[it] stinks": why it is to be dealt with.

    Args:
        following: The words after "it".
    """
    on_whom = following[1] if len(following) > 1 else ""
    return following[0] in _ANNOYING or (
        following[0][-1:] == "s" and on_whom in _ANNOYED and following[0] not in _BEING
    )


_ANNOYED = word_set("me us him her everybody everyone the my too so")
_ANNOYING = word_set("stinks smells leaks beeps rings drips rattles squeaks buzzes")
_BEING = word_set("is has was goes belongs")


def tellers(words: Sequence[str], book: Rulebook) -> frozenset[int]:
    """Where somebody may be named of whom something is told: "Jonas" of "Jonas has cut himself".

    Args:
        words: A sentence's words.
        book: The rules, for what is no name.
    """
    if _TOLD.isdisjoint(words):
        return frozenset()
    return frozenset(
        at
        for at, word in enumerate(words[:-2])
        if at > 1
        and words[at + 1] in _TOLD
        and (word in _READY or (words[at + 1] in _OF_ONE and may_be_name(word, book)))
    )


_TOLD = frozenset({"has", "is", "are", "have", "says", "wants", "needs"})
_OF_ONE = frozenset({"has", "is", "wants", "needs"})
_READY = word_set(
    "dinner lunch breakfast food water coffee tea internet school work people guests visitors kids children neighbours "
    "neighbors doctor nurse"
)
"""What is no name, and may have no article where something is told of it: "dinner is ready", "people are asleep"."""


_ASKING = re.compile(
    r"^(?:(?:can|could|would|will|may) (?:you|somebody|someone|anybody|anyone|one of you)"
    r"|(?:(?:may|can|could) )?i (?:(?:would )?(?:need|want|like)|ask) you(?: to)?)"
    r"(?: (?:please|kindly|just|maybe|quickly|also))* "
)
"""What asks, before a deed."""


_WISHES = word_set("need want like love have get")
_WISHED = re.compile(
    r"^(?:(?:i|we) (?:(?:would|really|just|could) )*(?:need|want|like|love|do with)|(?:can|could|may|might) (?:i|we) "
    r"(?:please |just )*(?:have|get)) (?:the|a|an|my|our|some|another|that|those|more) (?!bit |little |lot )\w+"
)
"""What asks for a thing: "i need a towel [the floor is wet]"."""


def _commands(current: Sequence[str], book: Rulebook) -> bool:
    """The clause tells the creature a deed, and what ("shut the gate"), or wishes for a thing."""
    if _WISHED.match(strip_openers(" ".join(current))):
        return True
    told = _ASKING.sub("", without_name(strip_openers(" ".join(current)), book)).split()
    return len(told) > 1 and told[0] in book.verbs and _OF_MIND.isdisjoint(told)

"""Talk that has the form of a task and is none: "pick up the kids", "bring it up", "take a look", "I'll take it"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from creature_intent import acts
from creature_intent.acts import Slots
from creature_intent.deeds import DOUBTFUL, Deed, Setting
from creature_intent.lexicon import (
    ABSTRACT,
    ABSTRACT_PLACES,
    ERRANDS,
    FAR_PLACES,
    IDIOM_PLACES,
    NO_PLACES,
    PEOPLE,
    POSSESSIVE_OR_DEFINITE,
    PRONOUNS,
)
from creature_intent.slots import head_noun
from creature_intent.tokens import Speaker

# Whole shapes, from the verb on, whatever the object is.
_SHAPES = re.compile(
    r"^(?:\w+ your own |stand (?:up|still|out|for|by$)|bring (?:\w+ ){0,3}?(?:up|about|forth|on|along|home)\b(?! to)"
    r"|(?:take|get) (?:it|that|this|things|him|her|me|them) (?:easy|back|personally|seriously|out|over|for granted|slow"
    r"|from there|from here|together|over with|done|right|wrong|all|off|on|up|in)\b"
    r"|(?:take|get) (?:over|off|on|out|up|in|to|along|away|rid|ready|used|going|home|started|married|lost|well|"
    r"better)\b"
    r"|put (?:it|that|this|them|him|her|me|you|us|everything|things) (?:off|out|together|up|through|aside|"
    r"another way|simply"
    r"|past|mildly|to (?:use|bed|sleep|rest|work|the test)|behind (?:you|me|us)|like this|this way|that way|all)\b"
    r"|put (?:on|up|off|out|together|through|in|forward)\b"
    r"|put your (?:foot|feet|mind|finger|trust|faith|back|money|heart|hands) |put (?:some|an?|the) (?:effort|"
    r"emphasis|pressure|end|stop|spin)"
    r"|set (?:up|off|out|about|the (?:table|alarm|timer|scene|record|tone|stage|bar)|an? (?:alarm|timer|reminder|"
    r"date|record))\b"
    r"|get (?:\w+ )+together\b|get the door$|take (?:\w+ ){0,2}(?:medicine|medication|pills?|cake)\b"
    r"|leave (?:me|it|that|him|her|us|them|you|this) (?:alone|to|at|be|out|behind|up)\b|leave (?:a|the) (?:message|"
    r"tip|note|review|room|house|country|office)"
    r"|give (?:me|us|it|him|her|them|you) (?:a |an |another |some |the |my )*(?:try|go|rest|shot|five|thought|"
    r"some thought|space|best|regards|time|more time)\b"
    r"|give (?:up|in|back|away|it up|it away|it all)\b"
    r"|pick up (?:on|where|after)\b|pick (?:me|you|us|him|her|them) up|pick up the (?:tab|pace|slack|pieces|"
    r"bill)$"
    r"|pass (?:the (?:time|test|exam|word|torch)|out|away|by|on)\b|pass (?:it|this|that) (?:on|along)\b|hand (?:in|"
    r"out|down)\b"
    r"|hold (?:on|up|off|the (?:line|phone|door|elevator|fort)|your (?:horses|breath|tongue))\b|hold (?:it|that|this|"
    r"still)$"
    r"|drop (?:me|you|us|him|her|it|by|in|off|the (?:subject|ball|act))\b|carry (?:on|out|the (?:day|weight))\b"
    r"|go (?:on|for|with|ahead|away|through|without|over|after|back and|back in time)\b(?! (?:to|there|here)\b)"
    r"|(?:run|come|step|roll|walk|drive) (?:on|into|up with|across|over me|down|along|in)\b(?! to)"
    r"|throw (?:up|in|a party|me|it all)\b|hang (?:on|out|up|in there)\b|move (?:on|in|out|over|up|along)\b(?! to)"
    r"|stick (?:to|with|it to|around|together)\b|grab (?:my|your|his|her|the) attention"
    r"|lead (?:me|you|us) (?:on|astray)|lay (?:off|it on|eggs)|return (?:the|your|my|his|her) (?:call|favor|favour|"
    r"love))"
)
# Errands and trades far from any creature's room.
_ELSEWHERE = re.compile(
    r"\b(?:at|from|to) (?:the )?(?:\w+ )?(?:store|shop|supermarket|airport|market|mall|pharmacy|bakery|grocery|"
    r"cleaners|"
    r"station|school|library|bank|office|restaurant|post|amazon|online|ikea|starbucks|costco|walmart|target|party|work|"
    r"internet|world|past|bus|train|menu)\b|\bfor (?:dinner|lunch|breakfast|\$?\d+|the (?:weekend|trip|party|"
    r"holidays|night|whole)|"
    r"christmas|granted|free|good|grabs)\b|\bon (?:my|the) way$|\bby (?:bus|train|car|plane|foot)\b"
)


# "I'll grab my coat": a creature owns little.
_OWN_LIFE = re.compile(r"\bmy (?!arms?\b|hands?\b|gripper\b|charg|dock\b|way\b|base\b|battery\b)")
_DEICTIC = frozenset({acts.USER, "here", "there", "home"})


def credit(words: Sequence[str], deed: Deed, setting: Setting) -> float:
    """How sure the words leave a deed: 1 at most, 0 not at all (an idiom), between if only the context can tell.

    Args:
        words: From the verb on.
    """
    text = " ".join(words)
    is_own = setting.speaker == Speaker.AGENT
    if _SHAPES.search(text) or (is_own and _OWN_LIFE.search(text)):
        return 0.0
    if deed.intent in (acts.MOVE_TO, acts.GUIDE):
        return _credit_of_place(words, deed.slots.destination, setting)
    if head_noun(deed.slots.destination) in ABSTRACT_PLACES or (is_own and _ELSEWHERE.search(text)):
        return 0.0
    if words[0] == "take" and deed.slots in (Slots("it"), Slots("that"), Slots("this"), Slots("them")):
        return 0.0
    return _credit_of_thing(words, deed, is_own)


def _credit_of_place(words: Sequence[str], destination: str, setting: Setting) -> float:
    """A place out of the creature's reach: for its own promises much is, for what it is told little."""
    head = head_noun(destination)
    if head in IDIOM_PLACES or (head in NO_PLACES and " of " not in destination):
        return 0.0
    if setting.speaker == Speaker.USER:
        return 0.0 if words[0] == "come" and head in FAR_PLACES else 1.0
    if destination not in _DEICTIC and not set(words) & POSSESSIVE_OR_DEFINITE:
        return 0.0
    return DOUBTFUL if head in FAR_PLACES else 1.0


def _credit_of_thing(words: Sequence[str], deed: Deed, is_own: bool) -> float:
    head = head_noun(deed.slots.object)
    if head in ABSTRACT or head in PEOPLE - PRONOUNS:
        return 0.0
    is_call = " ".join(words[:4]) == "pick up the phone" and not deed.slots.source
    is_errand = head in ERRANDS and deed.intent == acts.GRAB_OBJECT and not deed.slots.source
    if is_errand and not set(words) & POSSESSIVE_OR_DEFINITE:
        return 0.0
    return DOUBTFUL if is_own and (is_call or is_errand) else 1.0


def is_thing(phrase: str, place: bool = False) -> bool:
    """The phrase may name something to take (or a place): its noun is not known to be an abstract one or a person."""
    head = head_noun(phrase)
    return head not in (ABSTRACT_PLACES if place else ABSTRACT) and (place or head not in PEOPLE)

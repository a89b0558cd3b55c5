"""What the creature offers, and has offered: whether its words name a thing, and in which deed."""

from __future__ import annotations

import re

from creature_intent import acts
from creature_intent.acts import Act
from creature_intent.deeds.slots import head_noun

OFFERING = re.compile(
    r"^(?:(?:oh|okay|so|well|yes|no|hm|it is|it does|they are|how sweet|right|then) )*"
    r"(?:(?:shall|should) i|(?:(?:do|would) you )?(?:want|like) me to) "
)
"""How a question begins that offers, where the recogniser has written no mark."""
_WORD = re.compile(r"[\w'-]+")
_ON_THE_SPOT = (acts.OPEN, acts.CLOSE, acts.SWITCH_ON, acts.SWITCH_OFF)


def tells_of(thing: str, offered: Act) -> bool:
    """The words of the offer name the thing."""
    return f" {head_noun(thing)} " in f" {' '.join(_WORD.findall(offered.utterance.lower()))} "


def has_other_deed(thing: str, offered: Act) -> bool:
    """ "Just the oven.", of "I could open the skylight and turn off the oven": which is not to be opened."""
    is_other = head_noun(thing) != head_noun(offered.slots.object)
    return is_other and offered.intent in _ON_THE_SPOT and tells_of(thing, offered)


_TAKES_UP = re.compile(
    r"^(?:(?:oh|ooh|ah|um|well|hm|okay|fine|yes|yeah|sure|all right|alright|right|then|good|great|just)[ ,.!]+)*"
    r"(?:(?:the|some|a|an|my|your) )?(?P<thing>(?:[\w'-]+ ){0,3}?[\w'-]+?)"
    r"(?:[ ,]+(?:then|please|it is|will do|is (?:fine|good|okay)|"
    r"thanks|sounds \w+|would be (?:\w+ )?\w+|instead))*[ .!]*$"
)
_SAYS_YES = re.compile(
    r"^(?:(?:oh|ooh|ah|well|um)[ ,]+)*(?:yes|yeah|yep|yup|sure|okay)[ ,]+(?:please|thanks|thank you|do|go ahead|"
    r"you may|(?:do )?that(?: one)? instead|instead of)\b"
)
""" "Yes please I can hardly breathe.": a yes, whatever follows. """


def takes_up(words: str, offered: Act) -> bool:
    """Whether the user takes up an offer by naming the thing, or says yes and more.

    Args:
        words: The sentence in lower case.
        offered: What was offered.
    """
    found = _TAKES_UP.match(words)
    thing = found["thing"] if found else ""
    return _SAYS_YES.match(words) is not None or (
        bool(thing) and thing in (offered.slots.object, head_noun(offered.slots.object))
    )

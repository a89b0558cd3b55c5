"""What the creature offers, and has offered: whether its words name a thing, and how the user takes it up."""

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


_YES_LEADS = (
    r"(?:oh|ah|um|okay|ooh|mm|hmm|well|ugh|aw|lovely|great|brilliant|wonderful|perfect|super|ta|aye|hell|god|right|"
    r"thank you|thanks|yes|yeah|sure)"
)
_PLEASED = (
    r"(?:great|grand|nice|lovely|good|kind|wonderful|helpful|perfect|brilliant|ace|fab|super|sweet|fantastic|amazing|"
    r"ideal|excellent|awesome|marvell?ous|cool)"
)
_YES_WORDS = (
    r"(?:yes|fine|yeah|yep|yup|uh-huh|mhm|sure|please|okay|all right|alright|absolutely|definitely|certainly|of course|"
    r"exactly|correct|indeed|affirmative|aye|totally|for sure|very much so|ja|why not|go ahead|go for it|make it so|"
    r"please do|do|go on|by all means|(?:good|great|nice|lovely|excellent) (?:idea|thinking|plan)|"
    rf"(?!(?:good|kind|cool|nice|sweet|helpful) ?$){_PLEASED}|(?:oh )?go on then|(?:would|could) you|"
    r"if you (?:would|could|can|like|want|do not mind|please)|if it is (?:no|not (?:too much )?) ?(?:trouble|bother)|"
    r"you (?:can|could|may|should)|(?:let us )?do (?:it|that)|"
    r"(?:that|it) (?:would|will) (?:help|do|be (?:a (?:start|help|treat)|wonderful|sweet|super|brilliant|ideal))|"
    r"that is (?:a good idea|perfect|what i need|(?:so |very )?kind(?: of you)?)|how kind(?: of you)?|"
    rf"sounds {_PLEASED}|that would be (?:\w+ )?{_PLEASED}(?: of you)?|i would (?:love|like) that|"
    r"i (?:do|would)|i (?:guess|suppose|think|believe) so|(?:we |you |i )?(?:might|may) as well|i would say yes|"
    r"i would (?:be (?:glad|grateful|happy)|appreciate (?:that|it)))"
)
_YES_TAILS = (
    r"(?:please|then|do|if you (?:would|could|like|do not mind)|that would be (?:so |very )?\w+|do that|do it|"
    r"thanks|thank you|go ahead|sure|yes|good|fine|why not|i would (?:love|like) that|i (?:do|would)|of course|"
    r"i (?:guess|suppose|think) so|you (?:can|could|may|should)|very much|quickly|quick|now|right away|hurry|"
    r"(?:my )?(?:dear|love|darling|honey|sweetie|mate|pal|robot)|really)"
)
_YES = re.compile(rf"^(?:{_YES_LEADS}(?: ,)? )*{_YES_WORDS}(?: ,? ?{_YES_TAILS})*$")
_LATE_WORD = re.compile(r"(?: ,)? (?:actually|in fact|to be honest|i think)$")


def is_yes(text: str) -> bool:
    """The user takes up an offer: "Yes, please."."""
    return bool(_YES.match(_LATE_WORD.sub("", text)))


_TAKES_UP = re.compile(
    r"^(?:(?:oh|ooh|ah|um|well|hm|okay|fine|yes|yeah|sure|all right|alright|right|then|good|great|just)[ ,.!]+)*"
    r"(?:(?:the|some|a|an|my|your) )?(?P<thing>(?:[\w'-]+ ){0,3}?[\w'-]+?)"
    r"(?:[ ,]+(?:then|please|it is|will do|is (?:fine|good|okay)|"
    r"thanks|sounds \w+|would be (?:\w+ )?\w+|instead))*[ .!]*$"
)
_SAYS_YES = re.compile(
    r"^(?:(?:oh|ooh|ah|well|um)[ ,]+)*(?:yes|yeah|yep|yup|sure|okay)[ ,]+(?:please|thanks|thank you|do|go ahead|"
    r"you may|(?:do )?that(?: one)? instead|instead of)\b"
    r"|^(?:(?:oh|ooh|ah|well|um)[ ,]+)*(?:yes|yeah|yep|yup)[ ,]+(?:(?:it|that|there)(?:'s| is)|i(?:'m| am)|my \w+|"
    r"but (?:be|careful|hurry|only|quick))\b(?!.*\b(?:not|no|later|myself|already|until|fine|good|okay|\w+n't)\b)"
)
""" "Yes please I can hardly breathe.", "Yes, it's cold in here.": a yes, whatever follows. """


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

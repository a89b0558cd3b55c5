"""The creature agrees in several words at once: "An apple, sure thing.", "Ah, the study, cool.", "Up they go." """

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from creature_intent.acts import Act
from creature_intent.dialogue.echo import says_again
from creature_intent.grammar.rulebook import Rulebook
from creature_intent.text.openers import strip_openers

# What may stand beside an agreement, and agrees to nothing by itself.
_ASIDE = re.compile(
    r"^(?:(?:oh|ah|ooh|aah|mm|hm|um|well|hehe|haha|ha|gosh|dear|oops|whoops|wow|okay|so|and|but|then|now|just|right|"
    r"my|bad|"
    r"sorry|here|there|cool|nice|great|lovely|perfect|good|fine|thanks|sir|madam|boss|like|this|that|so|silly me|"
    r"thanks for (?:the|that) \w+|my mistake|my apologies|of course|totally forgot|"
    r"i (?:see|know|remember|forgot)|i am sorry|please|"
    r"(?:good|nice|great|excellent|wise|smart) (?:choice|idea|call|thinking|point|pick|one)|i like (?:that|it)|"
    r"i was (?:just )?going to(?: do (?:that|it|so))?(?: any ?way)?|(?:even )?(?:better|nicer)|thank you|no (?:rush|"
    r"hurry)|you (?:know|see)|"
    r"you (?:little |cheeky |big |old )?(?:rascal|monkey|devil|rogue|scamp|genius|lot|two)|"
    r"let us see|let me(?: see)?|you (?:say|said)|i heard(?: you)?|easy(?: enough| peasy| one)?|"
    r"i (?:will|would better|had better) be (?:very |extra |really )?(?:careful|gentle|quick|quiet)|"
    r"since you ask(?: so (?:nicely|kindly|politely))?)(?: |$))+$"
)
# "Up they go", "off it goes", "off it is", "back where it belongs".
_AWAY_IT_GOES = re.compile(
    r"^(?:and )?(?:back )?(?:up|down|off|on|in|out|away|back|over|open|shut) (?:it|they|that|these|those) "
    r"(?:go|goes|come|comes)$|^(?:up|down|off|on|out|away|back|open|shut|left|right) it is$|"
    r"^back (?:on|in|into|onto|to) (?:the|its|their) (?:\w+ )?\w+ (?:it|they) (?:go|goes)$|"
    r"^(?:back )?where (?:it|they) (?:belongs?|goes|go|lives?)$"
)
# "to Martha it goes", "the green one's nicer": the thing or the place again, with no more than praise.
_SAID_OF_IT = re.compile(
    r"(?: (?:it|they|that) (?:goes|go|is|are)|(?:'s| is| are) next|"
    r"(?:'s| is| are) (?:coming|on (?:its|their|the) way)(?: (?:right )?(?:up|over))?|"
    r"(?:'s| is| are) (?:much |even |also |way )?(?:nicer|better|prettier|good"
    r"|fine|lovely|great|a good (?:choice|idea))|'s| again| instead| then| too)+$"
)


# "Leave the mug to me", "consider the towel put away", "the fan is as good as on".
_HANDED = re.compile(
    r"^(?:(?:just |you can )*leave (?P<thing>.+) (?:to|with) me|consider (?P<done>.+) \w+(?: there)?|"
    r"you want (?P<wish>.+)|i would (?:love|like|be (?:glad|happy|delighted)) to (?P<gladly>.+)|"
    r"i (?:will|shall|am going to) (?:see to|take care of|deal with|attend to|handle) (?P<care>.+)|"
    r"(?:i am |i will )?(?:searching|search|checking|check|looking (?:in|through|at)|look (?:in|through)|going through|"
    r"go through) (?P<where>.+)|"
    r"(?P<first>.+?) i (?:will|shall) (?:gladly |happily |certainly |surely |of course )?(?:bring|get|fetch|take|"
    r"open|close|shut|find|carry|give|move|do)(?: (?:you|on|off|there|back|over|now|to you|for you|right away))*|"
    r"(?P<soon>.+?) (?:is|are) (?:as good as|nearly|almost|practically) "
    r"(?:done|there|here|yours|on|off|open|closed|shut|out|up|down|brought|fetched|found|put(?: away)?|"
    r"taken(?: there)?|delivered|switched \w+|turned \w+|opened|moved|in place))$"
)


def agrees_in_parts(parts: Sequence[str], asked: Act | None, asked_words: Collection[str], book: Rulebook) -> bool:
    """Whether one part of a sentence agrees to what was just asked for, or repeats it, and no part says more.

    Args:
        parts: What stands between the marks of the sentence.
        asked: What was just asked for.
        asked_words: The words in which it was.
        book: The rules.
    """
    kinds = [_kind(part, asked, asked_words, book) for part in parts]
    return "agrees" in kinds and "" not in kinds


def agreement_last(text: str, book: Rulebook) -> list[str]:
    """ "The hall lamp", "i am on it" of words without a mark between; the whole where they do not end in agreement."""
    words = text.split()
    for index in range(1, len(words)):
        last = " ".join(words[index:])
        if book.agreeing.match(last) or book.agreeing_at_once.match(last):
            return [" ".join(words[:index]), last]
    return [text]


def is_aside(part: str) -> bool:
    """Whether words agree to nothing and name nothing: "right", "oh gosh"."""
    return _ASIDE.match(part.strip(" ,")) is not None


def _thing_of(handed: re.Match[str]) -> str:
    return next(group for group in handed.groups() if group)


def _kind(part: str, asked: Act | None, asked_words: Collection[str], book: Rulebook) -> str:
    """ "agrees", "aside", or "" for words that say something else."""
    if book.agreeing_at_once.match(part) or book.agreeing.match(part) or _AWAY_IT_GOES.match(part):
        return "agrees"
    if is_aside(part):
        return "aside"
    handed = _HANDED.match(part)
    words = _SAID_OF_IT.sub("", strip_openers(_thing_of(handed) if handed else part))
    is_again = says_again(words.split(), asked, asked_words, book)
    return "agrees" if is_again else ""

"""What takes everything back at the end of a sentence, without a mark before it: "go to the kitchen okay stop now"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from creature_intent.grammar.lexicon import DETERMINERS, PREPOSITIONS, word_set
from creature_intent.grammar.rulebook import Rulebook
from creature_intent.text.run_on import SUBJECTS, is_told

_AGAIN = r"(?:(?:no|oh|wait|actually|sorry|nah|hang on|hold on|you know what) )"
"""How somebody begins who thinks again."""
_LEAD = rf"(?:{_AGAIN}|(?:okay|hey|just|please) )"
_STOPPING = (
    r"stop|(?:stop|cancel|forget|ignore|scratch|strike|skip|scrap) (?:it|that|this)|cancel|abort|freeze|halt|"
    r"never mind|forget about (?:it|that)|i (?:have )?changed my mind|that is enough|do not (?:do (?:it|that)|bother)|"
    r"i take (?:it|that) back|(?:leave|drop) (?:it|that|them) for now"
)
_ENDING = re.compile(
    rf"^(?:{_LEAD}*{_AGAIN}{_LEAD}*(?:leave|drop) (?:it|that|them)|{_LEAD}*(?:{_STOPPING}))"
    r"(?: (?:now|please|at once|right now|robot|after all|thanks|thank you))*$"
)
A_STOP = re.compile(
    r"\b(?:(?:at|to|from|off|until) the (?:next|first|last|second|third|bus|tram) (?:\w+ ){1,2}"
    r"|the (?:right|wrong|same|nearest) |an? (?:refuell?ing|fuel|short|quick|brief|unscheduled) )stop[ .!]*$"
)
""" "Get off at the second Park Street stop.", "this was the right stop"."""
_FIRST = word_set(
    "no oh okay wait actually sorry nah hang hold hey just you stop cancel forget ignore scratch strike skip scrap "
    "abort freeze halt never i that do leave drop"
)
_LAST = word_set(
    "stop it that this them cancel abort freeze halt mind enough bother back now please once robot all thanks"
)
"""Words with which such an ending may begin, and end."""
_GOVERNING = (DETERMINERS | PREPOSITIONS) - word_set("it that this them in on off up down out") | word_set(
    "and or but to not never do does did can could will would should must may might shall i you we he she they who "
    "which what if when until till let make made making makes us him her just say said says tell kids children people "
    "bus tram train truck taxi coach shuttle ferry pit deep rest meaning marked labelled press push hit then next last "
    "full first second third fourth fifth"
)
"""Words with which an ending belongs together: "tell her to stop", "the next stop", "and forget it"."""
_MOST_ASKING = 3
"""Words of "can you please", after which the deed follows."""


def ending_at(words: Sequence[str], book: Rulebook) -> int:
    """Where the words begin that take back what stands before them; -1 where none do.

    Args:
        words: A sentence.
        book: The rules, for their verbs: only what the creature is told can be taken back so.
    """
    if not words or (words[-1] not in _LAST and list(words[-2:]) not in (["thank", "you"], ["my", "mind"])):
        return -1
    for index in range(1, len(words)):
        if words[index] in _FIRST and _takes_back(words[index:], words[:index]):
            before = words[:index]
            return index if is_told(before, book) and SUBJECTS.isdisjoint(before) else -1
    return -1


def _takes_back(rest: Sequence[str], before: Sequence[str]) -> bool:
    is_open = before[-1] in _GOVERNING or before[-1] == "," or (before[-1] == "please" and len(before) <= _MOST_ASKING)
    is_place = rest[0] == "stop" and A_STOP.search(" ".join((*before, *rest))) is not None
    return not is_open and not is_place and _ENDING.match(" ".join(rest)) is not None

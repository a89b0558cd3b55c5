"""What takes everything back at the end of a sentence, without a mark before it: "go to the kitchen okay stop now"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from creature_intent.grammar.lexicon import DETERMINERS, PREPOSITIONS, word_set

_LEAD = r"(?:(?:no|oh|okay|wait|actually|sorry|nah|hang on|hold on|hey|just|please|you know what) )"
_STOPPING = (
    r"stop|(?:stop|cancel|forget|ignore|scratch|strike|skip|scrap) (?:it|that|this)|cancel|abort|freeze|halt|hold it|"
    r"never mind|forget about (?:it|that)|i (?:have )?changed my mind|that is enough|do not (?:do (?:it|that)|bother)|"
    r"i take (?:it|that) back|(?:leave|drop) (?:it|that|them) for now"
)
_ENDING = re.compile(
    rf"^(?:{_LEAD}+(?:leave|drop) (?:it|that|them)|{_LEAD}*(?:{_STOPPING}))"
    r"(?: (?:now|please|at once|right now|robot|after all|thanks|thank you))*$"
)
TAKING_BACK = word_set(
    "no oh okay wait actually sorry nah hang hold hey just you stop cancel forget ignore scratch strike skip scrap "
    "abort freeze halt never i that do leave drop"
)
"""Words with which such an ending may begin."""
_GOVERNING = (DETERMINERS | PREPOSITIONS) - word_set("it that this them in on off up down out") | word_set(
    "and or but to not never do does did can could will would should must may might shall i you we he she they who "
    "which what if when until till let make made making makes us him her bus tram train truck pit rest just "
    "say said says says then next first second third fourth fifth last full"
)
"""Words with which an ending belongs together: "tell her to stop", "the next stop", "and forget it"."""
_MOST_ASKING = 3
"""Words of "can you please", after which the deed follows."""


def takes_back(words: Sequence[str], index: int, current: Sequence[str]) -> bool:
    """Whether the rest of a sentence takes back what stands before it.

    Args:
        words: The whole sentence.
        index: Where the rest begins.
        current: The words of the clause before it.
    """
    is_open = current[-1] in _GOVERNING or (current[-1] == "please" and len(current) <= _MOST_ASKING)
    return not is_open and _ENDING.match(" ".join(words[index:])) is not None

"""A search promised by its end: "I'll go through the garage until I find the pump", "... until your ring turns up"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from creature_intent.text.clause import Clause

_SEEKS = re.compile(
    r"^i (?:will(?: not (?=stop|rest|give up))?|am going to) (?:(?:just|now|keep|keep on|go on|carry on) )*"
    r"(?:look|looking|search|searching|hunt|hunting|rummage|rummaging|dig|comb|check|go through|going through"
    r"|turn (?=.+ upside down$)|not (?:stop|rest|give up)|stop|rest|give up)\b"
    r"(?: (?:everywhere|on|high and low|around|about))*"
    r"(?: (?:through|in|round|around|over|all over))?"
    r"(?: (?P<place>(?:the|your|this|that) (?:whole |entire )?[\w' -]+?|every \w+(?: \w+){0,3}))?(?: upside down)?$"
)
_FOUND = re.compile(
    r"^(?:i (?:have |do )?(?:find|found|spot|spotted|come across|get hold of|have got|get) "
    r"(?P<sought>it|them|him|her|(?:the|your|that|his|her|their|those) [\w' -]+)"
    r"|(?P<lost>it|they|(?:the|your|that|his|her|their|those) [\w' -]+?) "
    r"(?:turns? up|shows? up|is found|are found|comes? to light|appears?))$"
)


def sought_until(clauses: Sequence[Clause], index: int) -> str:
    """The search that a clause promises, as "look for the pump in the garage"; empty where it promises none.

    Args:
        clauses: The clauses of a sentence of the creature.
        index: Which of them promises.
    """
    following = clauses[index + 1 : index + 2]
    if not following or following[0].joiner not in ("until", "till"):
        return ""
    seeks, found = _SEEKS.match(clauses[index].plain), _FOUND.match(following[0].text)
    if not seeks or not found:
        return ""
    thing = (found["sought"] or found["lost"]).replace("they", "them")
    place = re.sub(r"\b(?:whole|entire) ", "", seeks["place"] or "")
    return f"look for {thing} in {place}" if place and not place.startswith("every ") else f"look for {thing}"

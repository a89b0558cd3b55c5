"""Words that ask for nothing and yet tell what would help: "I'm thirsty", "It's dark in here", "Where are my keys?"."""

from __future__ import annotations

from creature_intent.acts import Act, Kind, Tier
from creature_intent.deeds.slots import head_noun
from creature_intent.deeds.verbs import read
from creature_intent.grammar.lexicon import PEOPLE
from creature_intent.meaning.candidates import Candidates

_UNSURE = 0.4


def hinted(candidates: Candidates) -> Act | None:
    """What the creature might offer after a phrase of the user; it is never done without being asked about."""
    book = candidates.book
    if book.words_to_hint.isdisjoint(candidates.sentence.heard):
        return None
    for index, (_, _, text, plain) in enumerate(candidates.clauses):
        if not (book.may_hint.match(text) or book.may_hint.match(plain)):
            continue
        for hint in book.hints:
            found = hint.pattern.match(text) or hint.pattern.match(plain)
            deed = read(hint.deed.format(**found.groupdict()).split(), candidates.setting) if found else None
            if deed is None or candidates.veto(index) or head_noun(deed.slots.object) in PEOPLE:
                continue
            act = Act(Kind.REQUEST, deed.intent, deed.slots, confidence=_UNSURE, reason=f"the user hints: {text}")
            return candidates.resolved(act).but(tier=Tier.SUGGEST)
    return None

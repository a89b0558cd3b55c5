"""What has happened, told before a command: "the doorbell rang go to the door", "Mark leaves follow him"."""

from __future__ import annotations

from collections.abc import Sequence

from creature_intent.grammar.lexicon import DETERMINERS, word_set

_EVENTS = word_set(
    "arrived arrives barked barks beeped beeps called calls came comes cried cries fell fallen falls finished goes "
    "knocked knocks leaves left rang ringed rings screamed screams sleeps started starts stopped stops walks went "
    "woke wakes buzzed buzzes"
)
_WHERE = word_set("now again already out in up down away off here there inside outside upstairs downstairs home just")
_NOBODY = word_set("i we you they people what who which that where when how if because and or not")
_ANOTHER_TIME = word_set("tomorrow tonight every never always often sometimes later soon next")
_OWN_GOING = word_set("go walk leave move drive am are")


def tells_event(words: Sequence[str]) -> bool:
    """Somebody or something does what needs no object: nothing of it is told to the creature.

    Args:
        words: A clause, as "the baby cries" or "anna goes out now".
    """
    words = words[1:] if words[:1] in (["robot"], ["hey"], ["oh"]) else words
    at = next((index for index, word in enumerate(words) if word in _EVENTS), 0)
    if not 0 < at <= 1 + (words[0] in DETERMINERS) * 2 or words[0] in _NOBODY:
        return False
    rest = words[at + 1 :]
    is_way = rest[:1] != [] and rest[0] in ("to", "into", "in") and len(rest) <= 4
    return is_way or all(word in _WHERE for word in rest)


def tells_own_going(words: Sequence[str]) -> bool:
    """ "i go to the mailbox [come along]", "we leave now [follow us]": where the speaker goes, as a reason."""
    words = words[1:] if words[:1] in (["robot"], ["hey"], ["now"]) else words
    is_going = words[:1] != [] and words[0] in ("i", "we") and words[1:2] != [] and words[1] in _OWN_GOING
    return is_going and _ANOTHER_TIME.isdisjoint(words)

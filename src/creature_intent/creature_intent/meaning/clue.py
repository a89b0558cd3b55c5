"""What a clause shows of whether its deed is meant: its words and those around it, as named features for the judge."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from creature_intent.grammar.lexicon import word_set
from creature_intent.text.clause import Clause
from creature_intent.tokens import Speaker

_CONTEXT = 10
"""Words looked at on each side of the clause."""
_LINKS = word_set(
    "to from on in into onto at off under behind beside by near next_to over with for of up down out away back about "
    "through around across along past toward towards between against after before until without"
)
"""Words that end the object and begin another phrase, or are the verb's particle."""
_OWNERS = word_set(
    "the a an my your his her our their its this that these those some any one two three another both all no"
)
_POINTING = word_set("me you us him her them it that this here there home now please , right")
"""Words that tell the shape of a deed although they name nothing."""


@dataclass(frozen=True)
class Clue:
    """A clause that may ask for a deed, or promise one, and what stands around it. Words are plain: lower case.

    Attributes:
        speaker: Who says it.
        words: The clause.
        deed: From the verb on, the verb in its base form ("bring me the cup").
        before, after: The words of the sentence on both sides of the clause, the nearest first and last in order.
        joiner: What joins the clause to the one before ("and", "if", ","); empty for the first.
        question: The sentence ends with a question mark.
    """

    speaker: Speaker
    words: tuple[str, ...]
    deed: tuple[str, ...]
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    joiner: str = ""
    question: bool = False


def clue_at(
    speaker: Speaker, clauses: Sequence[Clause], index: int, deed: Sequence[str], question: bool = False
) -> Clue:
    """The clue of one clause of a sentence.

    Args:
        speaker: Who says the sentence.
        clauses: The clauses of the sentence.
        index: Which one.
        deed: Its words from the verb on, the verb in its base form (`Frame.deed`).
        question: The sentence ends with a question mark.
    """
    clause = clauses[index]
    before = tuple(word for other in clauses[:index] for word in (other.joiner, *other.words) if word)
    after = tuple(word for other in clauses[index + 1 :] for word in (other.joiner, *other.words) if word)
    return Clue(speaker, clause.words, tuple(deed), before, after, clause.joiner, question)


def features(clue: Clue) -> list[str]:
    """The clue as features, each once, in a fixed order; the same clue has the same ones on every machine."""
    who = "u" if clue.speaker == Speaker.USER else "a"
    found = [who, f"{who}?{clue.question}", f"{who}j={clue.joiner}", f"{who}#{min(len(clue.words), 9)}"]
    found += _form(clue, who)
    found += _deed(clue, who)
    found += [f"b={word}" for word in clue.before[-_CONTEXT:]]
    found += [f"f={word}" for word in clue.after[:_CONTEXT]]
    found.append(f"{who}b{min(len(clue.before), 4)}f{min(len(clue.after), 4)}")
    return list(dict.fromkeys(found))


def _form(clue: Clue, who: str) -> Iterator[str]:
    """How the deed is put: the words before the verb."""
    form = clue.words[: max(0, len(clue.words) - len(clue.deed))] if clue.deed else clue.words
    yield f"{who}p={' '.join(form[-4:])}"
    for word in form:
        yield f"{who}p.{word}"
    for pair in pairwise(form):
        yield f"{who}p:{' '.join(pair)}"
    if clue.deed:
        yield f"{who}pv={' '.join(form[-2:])} {clue.deed[0]}"


def _deed(clue: Clue, who: str) -> Iterator[str]:
    if not clue.deed:
        return
    verb, rest = clue.deed[0], clue.deed[1:]
    yield from (f"v={verb}", f"{who}v={verb}", f"{who}r#{min(len(rest), 8)}", f"{verb}r#{min(len(rest), 4)}")
    ends = ("^", *rest, "$")
    for word in rest:
        yield f"r={word}"
        yield f"{who}r={word}"
        yield f"{verb} {word}"
    for pair in pairwise(ends):
        yield f"r:{' '.join(pair)}"
    for triple in zip(ends, ends[1:], ends[2:], strict=False):
        yield f"r:{' '.join(triple)}"
    yield f"{verb}: {' '.join(rest[:2])}"
    yield f"{who}{verb}: {' '.join(rest[:1])} {' '.join(rest[-1:])}"
    yield f"shape {verb} {_shape(rest)}"
    yield f"{who}shape {_shape(rest)}"
    yield from _heads(verb, rest, who)


def _heads(verb: str, rest: Sequence[str], who: str) -> Iterator[str]:
    """The last word of the object and of each phrase after it, with its ending: "advice" and "device" differ."""
    for link, phrase in _phrases(rest):
        head = phrase[-1]
        yield f"h{link}={head}"
        yield f"{who}h{link}={head}"
        yield f"{verb} h{link}={head}"
        owner = phrase[0] if phrase[0] in _OWNERS else "-"
        yield f"{who}{verb} {link} {owner}"
        yield f"o{link}={owner} {head}"
        if len(head) > 4:
            yield f"{bool(link)}s={head[-3:]}"
            yield f"{bool(link)}s={head[-4:]}"


def _phrases(rest: Sequence[str]) -> Iterator[tuple[str, Sequence[str]]]:
    """Cut at the prepositions: ("", the object), ("to", where it goes), ..."""
    link, start = "", 0
    for index in range(len(rest) + 1):
        if index < len(rest) and rest[index] not in _LINKS:
            continue
        if index > start:
            yield link, rest[start:index]
        if index < len(rest):
            link, start = rest[index], index + 1


def _shape(rest: Sequence[str]) -> str:
    """The little words alone: "me the _ from the _"."""
    kept = [word if word in _LINKS or word in _OWNERS or word in _POINTING else "_" for word in rest[:8]]
    return " ".join(word for index, word in enumerate(kept) if word != "_" or kept[index - 1 : index] != ["_"])

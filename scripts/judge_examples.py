"""Examples for the judge: clauses, act or talk, from templates, from the development sets, from lists of talk."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from judge_grammar import Template, expand, read_templates, read_words

from creature_intent.deeds.deed import Setting
from creature_intent.deeds.verbs import read
from creature_intent.evaluation.data import ACT, Item
from creature_intent.grammar.lexicon import word_set
from creature_intent.meaning.clue import Clue, clue_at
from creature_intent.meaning.frames import frame
from creature_intent.meaning.vetoes import clause_veto, sentence_veto
from creature_intent.text.clause import Clause
from creature_intent.text.clauses import split
from creature_intent.text.words import sentence
from creature_intent.tokens import Speaker

DATA = Path(__file__).parent / "judge_data"
SPEAKERS = {"user": Speaker.USER, "agent": Speaker.AGENT}
# Verbs of deeds, known to the rules or not.
VERBS = word_set(
    "pick grab grasp lift take get fetch retrieve collect hold snatch bring hand pass give deliver carry put place set "
    "lay drop leave return move stick throw toss stack hang go come head walk drive roll run step proceed stand "
    "navigate travel show lead guide escort accompany reach follow join tail open close shut lock unlock turn switch "
    "start activate deactivate kill plug unplug power search find look locate hunt track check see wave nod shake "
    "bow dance clap raise lower point spin tilt blink salute stretch jump sit push pull draw play call order"
)
_TASKS = ("REQUEST", "COMMIT", "CORRECT")


@dataclass(frozen=True)
class Example:
    """A clause and whether it is meant.

    Attributes:
        group: What it was made from: examples of one group are never on both sides of a test.
        weight: How much it counts.
        proposed: The rules see a deed in it.
    """

    clue: Clue
    is_act: bool
    kind: str
    group: str
    weight: float
    proposed: bool


def from_templates(file: str, is_act: bool, each: int, seed: int, weight: float) -> list[Example]:
    """`each` sentences of every template of a file."""
    words = read_words((DATA / "words.txt").read_text())
    found: list[Example] = []
    for template in read_templates((DATA / file).read_text()):
        chance = random.Random(f"{seed} {file} {template.line}")
        found += _of_template(template, words, file, is_act, each, chance, weight)
    return found


def _of_template(
    template: Template, words: Mapping[str, Sequence[str]], file: str, is_act: bool, each: int,
    chance: random.Random, weight: float,
) -> Iterator[Example]:  # fmt: skip
    speaker = SPEAKERS[template.speaker]
    texts = dict.fromkeys(expand(template.text, words, chance) for _ in range(each))
    for text in texts:
        for clue, proposed in clues(text, speaker, is_act):
            yield Example(clue, is_act, template.kind, f"{file}:{template.line}", weight, proposed)


def from_items(items: Iterable[Item], weight: float) -> list[Example]:
    """The clauses of items whose meaning is known."""
    found: list[Example] = []
    for item in items:
        for index, turn in enumerate(item.turns):
            expected = [act for act in item.expect if act.turn == index]
            is_act = any(act.tier == ACT and act.kind in _TASKS and not act.optional for act in expected)
            if not turn.text or (expected and not is_act):
                continue  # Only suggested, or taken back: neither act nor talk.
            found += [
                Example(clue, is_act, item.kind, item.id, weight, proposed)
                for clue, proposed in clues(turn.text, turn.speaker, is_act)
            ]
    return found


def from_sentences(lines: Iterable[str], speaker: Speaker, name: str, weight: float) -> list[Example]:
    """Talk, one sentence a line. A user's bare orders are left out: nobody knows who is told."""
    return [
        Example(clue, False, "more", f"{name}:{number}", weight, proposed)
        for number, line in enumerate(lines)
        for clue, proposed in clues(line, speaker, False)
        if speaker != Speaker.USER or len(clue.words) > len(clue.deed)
    ]


def clues(text: str, speaker: Speaker, only_proposed: bool) -> list[tuple[Clue, bool]]:
    """The clauses of a text that may tell of a deed, and whether the rules see one there.

    Args:
        only_proposed: Leave out the others where there is one that the rules see.
    """
    plain = sentence(text)
    clauses = split(plain.words)
    found: list[tuple[Clue, bool]] = []
    setting = Setting(speaker, plain.names)
    for index, clause in enumerate(clauses):
        put = frame(clause.words, speaker)
        deed = put.deed if put is not None else _deed(clause)
        if not deed:
            continue
        vetoed = sentence_veto(clauses, speaker) or clause_veto(clauses, index, speaker)
        proposed = put is not None and not vetoed and read(deed, setting) is not None
        found.append((clue_at(speaker, clauses, index, deed, plain.question), proposed))
    seen = [one for one in found if one[1]]
    return seen if only_proposed and seen else found


def _deed(clause: Clause) -> tuple[str, ...]:
    for index, word in enumerate(clause.words):
        base = word if word in VERBS else _base(word)
        if base in VERBS:
            return (base, *clause.words[index + 1 :])
    return ()


def _base(word: str) -> str:
    """ "open" for "opening"."""
    stem = word.removesuffix("ing")
    if stem == word or len(stem) < 3:
        return ""
    return next((base for base in (stem, stem + "e", stem[:-1]) if base in VERBS), "")

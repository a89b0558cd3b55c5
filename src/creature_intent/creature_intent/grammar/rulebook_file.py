"""Reads and checks config/intents.yaml; every error names the file, the line and what is allowed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from creature_intent import acts
from creature_intent.grammar.aside import asides
from creature_intent.grammar.lexicon import COMPOUNDS, GIVEN_NAMES, THINGS_IN_ER
from creature_intent.grammar.patterns import ROLES, SETTLED, TAKEN_BACK, Patterns, words
from creature_intent.grammar.rulebook import Form, Hint, Rulebook, Shape, Stopping
from creature_node.config import ConfigError
from creature_node.installed import installed_file
from creature_node.settings_file import Section, read_settings

INTENTS = (
    acts.FOLLOW, acts.SEARCH, acts.OPEN, acts.CLOSE, acts.SWITCH_ON, acts.SWITCH_OFF, acts.PERFORM_MOTION,
    acts.MOVE_TO, acts.PLACE_OBJECT,
)  # fmt: skip
READERS = (
    "pick", "lift", "grasp", "bring", "extract", "carry", "take", "put", "leave", "release", "go", "lead", "move",
    "show", "motion",
)  # fmt: skip
NOUNS = (
    "abstract", "errands", "ordered", "brewed", "served", "handed",
    "abstract_places", "far_places", "idiom_places", "no_places", "shades",
    "machines", "networks", "warmth", "house", "digital", "definite", "fixed", "given_names", "living", "rubbish",
    "compounds", "things_like_ideas", "things_in_er",
)  # fmt: skip
_SECTIONS = (
    "pieces", "beside", "asking", "wishes", "hints", "promising", "coming", "offering", "verbs", "deeds", "idioms",
    "elsewhere", "scenes", "slips", "stopping", "agreeing", "nouns",
)  # fmt: skip


def own_path() -> str:
    """The rules that come with creature: those beside this code in a source tree, else those installed."""
    beside = Path(__file__).resolve().parents[4] / "config" / "intents.yaml"
    return str(beside) if beside.is_file() else installed_file("intents.yaml", "intents_file")


def load(path: str = "") -> Rulebook:
    """The rules of a file; empty: those that come with creature. A file is read once.

    Raises:
        ConfigError: naming file, line, key, and what is allowed.
    """
    return _read(path)


@lru_cache(maxsize=4)
def _read(path: str) -> Rulebook:
    root = read_settings(path or own_path())
    root.allow(*_SECTIONS)
    patterns = Patterns(root.section("pieces"))
    nouns = _nouns(root.section("nouns"))
    COMPOUNDS.update(nouns["compounds"])
    GIVEN_NAMES.update(nouns["given_names"])
    THINGS_IN_ER.update(nouns["things_in_er"])
    agreeing = root.section("agreeing")
    agreeing.allow("always", "asked", "tail")
    return Rulebook(
        beside=asides(root.section("beside"), patterns),
        asking=tuple(_forms(root, "asking", patterns)),
        wishes=tuple(_forms(root, "wishes", patterns)),
        hints=tuple(_hints(root, patterns)),
        promising=tuple(_forms(root, "promising", patterns)),
        coming=patterns.each(root, "coming", "^{}$"),
        offering=patterns.compiled(root, "offering", "^{}(?P<deed>.+)$"),
        readers=_readers(root),
        shapes=_shapes(root, patterns, nouns),
        idioms=patterns.compiled(root, "idioms", r"^{}(?:(?<=\s)|\b)"),
        elsewhere=patterns.compiled(root, "elsewhere", r"\b{}\b"),
        scenes=_scenes(root.section("scenes"), patterns),
        slips=_slips(root.section("slips"), patterns),
        stopping=_stopping(root.section("stopping"), patterns),
        agreeing=_agreeing(agreeing, "always", patterns),
        agreeing_at_once=_agreeing(agreeing, "asked", patterns),
        nouns=nouns,
    )


def _nouns(section: Section) -> Mapping[str, frozenset[str]]:
    section.allow(*NOUNS)
    return {name: frozenset(words(section, name)) for name in NOUNS}


def _readers(root: Section) -> Mapping[str, tuple[str, ...]]:
    section = root.section("verbs")
    section.allow(*READERS)
    found: dict[str, tuple[str, ...]] = {}
    for reader in section.names():
        for verb in words(section, reader):
            found[verb] = (*found.get(verb, ()), reader)
    return found


def _forms(root: Section, key: str, patterns: Patterns) -> Iterator[Form]:
    for section in root.sections(key):
        section.allow("form", "strength", "words", "then")
        then = section.text("then", "verb", ("verb", "gerund", "past", "place"))
        rest = "" if key == "wishes" else r"(?P<deed>.+)"
        pattern = patterns.compiled(section, "words", f"^{{}}{rest}$")
        if key == "wishes" and "thing" not in pattern.groupindex:
            raise section.error("words", "needs (?P<thing>...): what is wished for")
        yield Form(section.text("form"), section.number("strength", 0.0, 1.0), pattern, then)


def _hints(root: Section, patterns: Patterns) -> Iterator[Hint]:
    for section in root.sections("hints"):
        section.allow("words", "deed")
        pattern, deed = patterns.compiled(section, "words", "^{}$"), section.text("deed")
        if ("{thing}" in deed) != ("thing" in pattern.groupindex):
            raise section.error("deed", "has {thing} just where the words have (?P<thing>...)")
        yield Hint(pattern, deed)


def _shapes(root: Section, patterns: Patterns, nouns: Mapping[str, frozenset[str]]) -> Mapping[str, tuple[Shape, ...]]:
    found: dict[str, tuple[Shape, ...]] = {}
    for section in root.sections("deeds"):
        section.allow("intent", "verbs", "then", "motion", "of", "thing", "sure", "not")
        then = patterns.each(section, "then", "^{}$", ROLES)
        if not then:
            raise section.error("then", "needs at least one pattern of what follows the verb")
        shape = Shape(
            section.text("intent", choices=INTENTS),
            then,
            section.text("motion") if "motion" in section else "",
            nouns[section.text("of", choices=NOUNS)] if "of" in section else frozenset(),
            section.flag("thing", False),
            section.number("sure", 0.0, 1.0, 1.0),
            patterns.compiled(section, "not") if "not" in section else None,
        )
        for verb in words(section, "verbs"):
            found[verb] = (*found.get(verb, ()), shape)
    return found


def _scenes(section: Section, patterns: Patterns) -> Mapping[str, re.Pattern[str]]:
    return {name: patterns.compiled(section, name, r"\b{}\b") for name in section.names()}


def _slips(section: Section, patterns: Patterns) -> tuple[tuple[re.Pattern[str], str], ...]:
    """What was misheard begins with a word."""
    return tuple(
        (patterns.of_node(section, heard.value, heard, r"\b{}"), section.text(heard.value))
        for heard in section.key_nodes()
    )


def _stopping(section: Section, patterns: Patterns) -> Stopping:
    section.allow(
        "lead", "asked", "tail", "anywhere", "thing", "deed", "alone", "softer", "settled", "gone", "without_guide",
        "taken_over",
    )  # fmt: skip
    lead, asked, tail = (patterns.text(section, key) for key in ("lead", "asked", "tail"))
    softly = f"(?: (?:{tail}|sorry|actually|really|honestly))*(?: (?:because|since) .+)?"
    lead, asked, tail = f"(?:{lead} )*", f"(?:{asked} )?", f"(?: {tail})*"
    return Stopping(
        patterns.compiled(section, "anywhere", f"^{lead}{asked}{{}}{tail}$"),
        patterns.compiled(section, "alone", f"^{lead}{{}}{tail}$"),
        patterns.compiled(section, "softer", f"^{lead}{{}}{softly}$"),
        patterns.compiled(section, "thing", f"^{lead}{{}}{tail}$", TAKEN_BACK),
        patterns.compiled(section, "deed", f"^{lead}{asked}{{}}$", TAKEN_BACK),
        patterns.compiled(section, "settled", f"^{lead}{{}}{softly}$", SETTLED),
        patterns.compiled(section, "gone", f"^{lead}{{}}{softly}$", TAKEN_BACK),
        patterns.compiled(section, "without_guide", f"^{lead}{{}}{softly}$", TAKEN_BACK),
        patterns.compiled(section, "taken_over", f"^{lead}{{}}$", TAKEN_BACK),
    )


def _agreeing(section: Section, key: str, patterns: Patterns) -> re.Pattern[str]:
    return patterns.compiled(section, key, f"^{{}}(?: {patterns.text(section, 'tail')})*$")


def checked(path: str) -> Rulebook:
    """The rules of the parameter intents_file.

    Raises:
        ConfigError: as `load`, with the parameter's name where the file cannot be read.
    """
    try:
        return load(path)
    except ConfigError as error:
        raise ConfigError(f"intents_file: {error}") from error

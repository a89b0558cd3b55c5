"""Reads and checks config/intents.yaml; every error names the file, the line and what is allowed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from creature_intent import acts
from creature_intent.rulebook import Form, Hint, Rulebook, Shape, Stopping
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
    "machines", "networks", "warmth", "house", "digital", "definite", "fixed", "rubbish",
)  # fmt: skip
_SECTIONS = (
    "pieces", "asking", "wishes", "hints", "promising", "coming", "offering", "verbs", "deeds", "idioms", "elsewhere",
    "scenes", "slips", "stopping", "agreeing", "nouns",
)  # fmt: skip
# What a role may be in a pattern of a deed. A person's "my" is not read as a role: "at my heels".
_ROLES = {
    "object": "(?P<object>.+?)",
    "place": "(?P<place>.+?)",
    "destination": "(?P<destination>.+?)",
    "recipient": "(?P<recipient>.+?)",
    "recipient_possessive": "(?P<recipient_possessive>my|your|his|her|their|our)",
}
# What is taken back; the pattern's number keeps the names of groups apart.
_TAKEN_BACK = {
    "object": "(?P<object{}>.+?)",
    "other": "(?P<other{}>.+?)",
    "deed": r"(?P<deed{}>\w+\b.*)",
    "deed_again": r"(?P<again{}>\w+\b.*)",
}
_PIECE = re.compile(r"\{([a-z_]+)\}")


def own_path() -> str:
    """The rules that come with creature: those beside this code in a source tree, else those installed."""
    beside = Path(__file__).resolve().parents[3] / "config" / "intents.yaml"
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
    pieces = _pieces(root)
    nouns = _nouns(root)
    section = root.section("stopping")
    agreeing = root.texts("agreeing")
    if len(agreeing) != 2:
        raise root.error("agreeing", "must have two patterns: always, and only right after a request")
    tail = r"(?: (?:now|right away|right now|for you|immediately|boss|sir|madam|then|over))*"
    return Rulebook(
        asking=tuple(_forms(root, "asking", pieces)),
        wishes=tuple(_forms(root, "wishes", pieces)),
        hints=tuple(_hints(root, pieces)),
        promising=tuple(_forms(root, "promising", pieces)),
        coming=tuple(_compiled(root, "coming", f"^{words}$", pieces) for words in root.texts("coming")),
        offering=_any_of(root, "offering", "^(?:{})(?P<deed>.+)$", pieces),
        readers=_readers(root),
        shapes=_shapes(root, pieces, nouns),
        idioms=_any_of(root, "idioms", r"^(?:{})(?:(?<=\s)|\b)", pieces),
        elsewhere=_any_of(root, "elsewhere", "{}", pieces),
        scenes=_scenes(root.section("scenes"), pieces),
        slips=_slips(root.section("slips")),
        stopping=_stopping(section, pieces),
        agreeing=_compiled(root, "agreeing", f"^{agreeing[0]}{tail}$", pieces),
        agreeing_at_once=_compiled(root, "agreeing", f"^{agreeing[1]}{tail}$", pieces),
        nouns=nouns,
    )


def _pieces(root: Section) -> dict[str, str]:
    section = root.section("pieces")
    return {name: section.text(name) for name in section.names()}


def _nouns(root: Section) -> Mapping[str, frozenset[str]]:
    section = root.section("nouns")
    section.allow(*NOUNS)
    return {name: frozenset(section.text(name).split()) for name in NOUNS}


def _readers(root: Section) -> Mapping[str, tuple[str, ...]]:
    section = root.section("verbs")
    section.allow(*READERS)
    found: dict[str, tuple[str, ...]] = {}
    for reader in section.names():
        for verb in section.text(reader).split():
            found[verb] = (*found.get(verb, ()), reader)
    return found


def _forms(root: Section, key: str, pieces: Mapping[str, str]) -> Iterator[Form]:
    for section in root.sections(key):
        section.allow("form", "strength", "words", "then")
        then = section.text("then", "verb", ("verb", "gerund", "past", "place"))
        rest = "" if key == "wishes" else r"(?P<deed>.+)"
        pattern = _compiled(section, "words", f"^{section.text('words')}{rest}$", pieces)
        if key == "wishes" and "thing" not in pattern.groupindex:
            raise section.error("words", "needs (?P<thing>...): what is wished for")
        yield Form(section.text("form"), section.number("strength", 0.0, 1.0), pattern, then)


def _hints(root: Section, pieces: Mapping[str, str]) -> Iterator[Hint]:
    for section in root.sections("hints"):
        section.allow("words", "deed")
        pattern, deed = _compiled(section, "words", f"^(?:{section.text('words')})$", pieces), section.text("deed")
        if ("{thing}" in deed) != ("thing" in pattern.groupindex):
            raise section.error("deed", "has {thing} just where the words have (?P<thing>...)")
        yield Hint(pattern, deed)


def _shapes(
    root: Section, pieces: Mapping[str, str], nouns: Mapping[str, frozenset[str]]
) -> Mapping[str, tuple[Shape, ...]]:
    found: dict[str, tuple[Shape, ...]] = {}
    for section in root.sections("deeds"):
        section.allow("intent", "verbs", "then", "motion", "of", "thing", "sure", "not")
        patterns = [_compiled(section, "then", f"^{words}$", {**pieces, **_ROLES}) for words in section.texts("then")]
        if not patterns:
            raise section.error("then", "needs at least one pattern of what follows the verb")
        shape = Shape(
            section.text("intent", choices=INTENTS),
            tuple(patterns),
            section.text("motion") if "motion" in section else "",
            nouns[section.text("of", choices=NOUNS)] if "of" in section else frozenset(),
            section.flag("thing", False),
            section.number("sure", 0.0, 1.0, 1.0),
            _compiled(section, "not", section.text("not"), pieces) if "not" in section else None,
        )
        for verb in section.text("verbs").split():
            found[verb] = (*found.get(verb, ()), shape)
    return found


def _scenes(section: Section, pieces: Mapping[str, str]) -> Mapping[str, re.Pattern[str]]:
    return {name: _compiled(section, name, section.text(name), pieces) for name in section.names()}


def _slips(section: Section) -> tuple[tuple[re.Pattern[str], str], ...]:
    """What was misheard begins with a word, whether or not the pattern says so."""
    begins = {heard: heard.removeprefix(r"\b") for heard in section.names()}
    return tuple(
        (_compiled(section, heard, rf"\b(?:{words})", {}), section.text(heard)) for heard, words in begins.items()
    )


def _stopping(section: Section, pieces: Mapping[str, str]) -> Stopping:
    section.allow("lead", "asked", "tail", "anywhere", "thing", "deed", "alone")
    lead, asked, tail = (section.text(key) for key in ("lead", "asked", "tail"))
    lead, asked, tail = f"(?:{lead} )*", f"(?:{asked})?", f"(?: {tail})*"
    return Stopping(
        _any_of(section, "anywhere", f"^{lead}{asked}(?:{{}}){tail}$", pieces),
        _any_of(section, "alone", f"^{lead}(?:{{}}){tail}$", pieces),
        _any_of(section, "thing", f"^{lead}(?:{{}}){tail}$", {**pieces, **_TAKEN_BACK}),
        _any_of(section, "deed", f"^{lead}{asked}(?:{{}})$", {**pieces, **_TAKEN_BACK}),
    )


def _any_of(section: Section, key: str, frame: str, pieces: Mapping[str, str]) -> re.Pattern[str]:
    """One pattern of several; groups get their number, since a name may stand but once."""
    patterns = section.texts(key)
    for pattern in patterns:
        _compiled(section, key, pattern, {name: piece.replace("{}", "") for name, piece in pieces.items()})
    numbered = [
        _filled(pattern, {name: piece.replace("{}", str(index)) for name, piece in pieces.items()})
        for index, pattern in enumerate(patterns)
    ]
    return _compiled(section, key, frame.replace("{}", "|".join(numbered)), {})


def _filled(words: str, pieces: Mapping[str, str]) -> str:
    return _PIECE.sub(lambda found: pieces.get(found[1], found[0]), words)


def _compiled(section: Section, key: str, words: str, pieces: Mapping[str, str]) -> re.Pattern[str]:
    unknown = [name for name in _PIECE.findall(words) if name not in pieces]
    if unknown:
        raise section.error(key, f"has {{{unknown[0]}}}; known are: {', '.join(pieces)}")
    try:
        return re.compile(_filled(words, pieces))
    except re.error as error:
        raise section.error(key, f"is no pattern ({error}): {words[:80]}") from error


def checked(path: str) -> Rulebook:
    """The rules of the parameter intents_file.

    Raises:
        ConfigError: as `load`, with the parameter's name where the file cannot be read.
    """
    try:
        return load(path)
    except ConfigError as error:
        raise ConfigError(f"intents_file: {error}") from error

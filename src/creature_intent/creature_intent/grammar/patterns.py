"""Patterns as config/intents.yaml has them: text, a list of alternatives, or beginnings with what may follow each.

All three end up as one regular expression: `[a, b]` is `(?:a|b)`, tried in the list's order, and `follow: [up, suit]`
is `(?:follow (?:up|suit))`. {name} stands for a piece.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches

import yaml

from creature_node.settings_file import Section

# What a role may be in a pattern of a deed. A person's "my" is not read as a role: "at my heels".
ROLES = {
    "object": "(?P<object>.+?)",
    "place": "(?P<place>.+?)",
    "destination": "(?P<destination>.+?)",
    "recipient": "(?P<recipient>.+?)",
    "recipient_possessive": "(?P<recipient_possessive>my|your|his|her|their|our)",
}
# What is taken back, by its name. A group's name may stand but once in a pattern: {} becomes a number.
TAKEN_BACK = {"object": "(?P<object{}>.+?)", "deed": r"(?P<deed{}>\w+\b.*)"}
# The same of a thing that is known.
SETTLED = TAKEN_BACK | {"object": "(?P<object{}>(?:the|my|your|our|his|her|their|that|those|these|this) .+?)"}
_NAME = re.compile(r"\{([a-z_]+)\}")
_NOTHING = "(?!)"


class Patterns:
    """Reads the patterns of a file, and tells what is wrong with one, with its line."""

    def __init__(self, pieces: Section) -> None:
        """Read the pieces. Each may have those above it, and roles, which are filled in where it is used.

        Raises:
            ConfigError: a piece has a name that stands for nothing, or is neither text, list nor mapping.
        """
        self._section = pieces
        self._pieces: dict[str, str] = {}
        self._roles = {name: f"{{{name}}}" for name in (*ROLES, *TAKEN_BACK)}
        for name in pieces.names():
            self._pieces[name] = self._read(pieces, name, pieces.node(name), self._roles)

    def compiled(
        self, section: Section, key: str, frame: str = "{}", roles: Mapping[str, str] | None = None
    ) -> re.Pattern[str]:
        """The key's pattern; in `frame`, {} is where it goes."""
        return self.of_node(section, key, section.node(key), frame, roles)

    def each(
        self, section: Section, key: str, frame: str, roles: Mapping[str, str] | None = None
    ) -> tuple[re.Pattern[str], ...]:
        """The patterns of the key's list, one by one."""
        return tuple(self.of_node(section, key, node, frame, roles) for node in section.nodes(key))

    def of_node(
        self, section: Section, key: str, node: yaml.Node, frame: str = "{}", roles: Mapping[str, str] | None = None
    ) -> re.Pattern[str]:
        """A pattern that is written in a node of the key's value."""
        return self.of_text(section, key, node, frame.replace("{}", self.text(section, key, node, roles)), roles)

    def of_text(
        self, section: Section, key: str, node: yaml.Node, text: str, roles: Mapping[str, str] | None = None
    ) -> re.Pattern[str]:
        """A pattern that was put together of `text`s; `node` is what an error is about."""
        try:
            return re.compile(_numbered(text))
        except re.error as error:
            for name in self._section.names():
                self._blame(self._section, name, self._section.node(name), self._roles)
            self._blame(section, key, node, roles or {})
            raise section.error(key, f"is no pattern ({error})", node) from error

    def text(
        self, section: Section, key: str, node: yaml.Node | None = None, roles: Mapping[str, str] | None = None
    ) -> str:
        """The key's pattern as text that may stand within another."""
        return f"(?:{self._read(section, key, node or section.node(key), roles or {})})"

    def _read(self, section: Section, key: str, node: yaml.Node, roles: Mapping[str, str]) -> str:
        if isinstance(node, yaml.ScalarNode):
            return self._filled(section, key, node, roles)
        if isinstance(node, yaml.SequenceNode):
            found = [self._read(section, key, item, roles) for item in node.value]
        elif isinstance(node, yaml.MappingNode):
            found = [
                f"{self._filled(section, key, beginning, roles)} {self._read(section, key, rest, roles)}"
                for beginning, rest in node.value
            ]
        return f"(?:{'|'.join(found) or _NOTHING})"

    def _filled(self, section: Section, key: str, node: yaml.Node, roles: Mapping[str, str]) -> str:
        text = str(node.value)
        if "{" not in text:
            return text
        for known in ({**self._pieces, **roles}, roles):
            text = _NAME.sub(lambda found, known=known: known.get(found[1], found[0]), text)  # type: ignore[misc]
        unknown = [name for name in _NAME.findall(text) if name not in roles]
        if unknown:
            is_role = unknown[0] in self._roles
            why = ", which has no place here" if is_role else _known((*self._pieces, *roles), unknown[0])
            raise section.error(key, f"has {{{unknown[0]}}}{why}", node)
        return text

    def _blame(self, section: Section, key: str, node: yaml.Node, roles: Mapping[str, str]) -> None:
        """Raises ConfigError about the first text in the node that is no pattern by itself."""
        for leaf in _leaves(node):
            try:
                re.compile(_numbered(self._filled(section, key, leaf, roles)))
            except re.error as error:
                raise section.error(key, f"is no pattern ({error}): {leaf.value[:80]}", leaf) from error


def words(section: Section, key: str) -> list[str]:
    """The key's words: a text with spaces between them, or a list, in which one may be of several words.

    Raises:
        ConfigError: it is neither.
    """
    return section.texts(key) if isinstance(section.node(key), yaml.SequenceNode) else section.text(key).split()


def _leaves(node: yaml.Node) -> Iterator[yaml.Node]:
    if isinstance(node, yaml.ScalarNode):
        yield node
    elif isinstance(node, yaml.SequenceNode):
        yield from itertools.chain.from_iterable(map(_leaves, node.value))
    else:
        for pair in node.value:
            yield from itertools.chain.from_iterable(map(_leaves, pair))


def _known(names: Sequence[str], unknown: str) -> str:
    """What an error says after a name that is not known: all names if they are few, else those like it."""
    if len(names) <= _FEW:
        return f"; known are: {', '.join(names)}"
    like = ", ".join(get_close_matches(unknown, names, n=5))
    return f", and nothing above it is called so{f'; like it are: {like}' if like else ''}"


_FEW = 12
"""As many names as one reads in an error."""


def _numbered(text: str) -> str:
    """The text with a number of its own for every {}."""
    number = itertools.count()
    return re.sub(r"\{\}", lambda _: str(next(number)), text)

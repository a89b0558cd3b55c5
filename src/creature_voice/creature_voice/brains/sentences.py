"""Running text cut into sentences while it still arrives."""

from __future__ import annotations

import re

from creature_voice.brains.words import word_set

_ABBREVIATIONS = word_set(
    "mr mrs ms dr prof st sr jr vs etc e.g i.e a.m p.m no vol fig approx dept est inc ltd u.s u.k ph.d jan feb mar apr "
    "jun jul aug sep sept oct nov dec"
)
_STARTS_A_SENTENCE = word_set("no etc a.m p.m u.s u.k")
"""Abbreviations that may end a sentence; a capital letter after them decides."""

_END = re.compile(r"(?P<stop>[.!?\u2026]+)(?P<close>[\"'\u201d\u2019)\]*_]*)(?P<gap>\s+)(?=\S)")
_NEWLINE = re.compile(r"\s*\n\s*")
_MARKS = re.compile(r"[*_`#~|<>]+|^\s*[-•]\s+|[\U0001F000-\U0001FAFF\u2600-\u27bf\ufe0f]")
_LONGEST = 240


class SentenceSplitter:
    """Give it pieces of text; it gives back each sentence as soon as the text behind it shows that it has ended."""

    def __init__(self) -> None:
        self._text = ""

    def feed(self, piece: str) -> list[str]:
        """The sentences that this piece completes."""
        self._text += piece
        found = []
        while (cut := self._boundary()) is not None:
            found.append(spoken(self._text[:cut]))
            self._text = self._text[cut:].lstrip()
        return [sentence for sentence in found if sentence]

    def flush(self) -> list[str]:
        """What is left when the text has ended."""
        rest, self._text = spoken(self._text), ""
        return [rest] if rest else []

    def _boundary(self) -> int | None:
        newline = _NEWLINE.search(self._text)
        limit = newline.start() if newline and newline.start() > 0 else len(self._text)
        for match in _END.finditer(self._text):
            if match.end("close") >= limit:
                break
            if _ends(self._text, match):
                return match.end("close")
        if limit < len(self._text):
            return limit
        comma = self._text.rfind(", ", 0, _LONGEST)
        return comma + 1 if len(self._text) > _LONGEST and comma > 0 else None


def _ends(text: str, match: re.Match[str]) -> bool:
    after = text[match.end() : match.end() + 2].lstrip("\"'\u201c\u2018([*_")
    if after[:1].islower() or not after:
        return False
    if match["stop"] != ".":
        return True
    word = re.split(r"[\s(\"\u201c\u2018]", text[: match.start()])[-1].lower()
    if word in _ABBREVIATIONS:
        return word in _STARTS_A_SENTENCE and after[:1].isupper()
    initial = len(word) == 1 and word.isalpha() and word != "i"
    numbered = word.isdigit() and not text[: match.start() - len(word)].strip()
    return not initial and not numbered


def spoken(text: str) -> str:
    """Text as it can be spoken: no markup, no emoji, single spaces."""
    return re.sub(r"\s+", " ", _MARKS.sub("", text)).strip()

"""Words of speech that is still going on, published as soon as two hypotheses in a row agree on them. Pure.

Design: the recogniser looks at the speech so far again and again. Words on which two successive hypotheses agree, in
upper or lower case and with whatever commas, are given out, except for the last word of the newer one, which may be
cut in the middle. What was given out is never taken back: when the final words are known, those that follow what
was given out are found by aligning the two.
A full stop means more than a comma: whoever reads along acts on sentences. As recognisers end everything they hear with
one, it counts only where words follow it in both hypotheses, and until they agree on it the words wait.
"""

from __future__ import annotations

from dataclasses import dataclass

from creature_voice.engines.local.words import plain

_SENTENCE_MARKS = ".?!"
_MARKS = _SENTENCE_MARKS + ",;:"


@dataclass(frozen=True)
class _Word:
    """A word as written; last: the hypothesis ends with it."""

    text: str
    last: bool

    @property
    def key(self) -> str:
        return plain(self.text) or self.text

    @property
    def mark(self) -> str:
        return self.text[len(self.text.rstrip(_MARKS)) :]

    @property
    def ends_sentence(self) -> bool:
        return self.text.endswith(tuple(_SENTENCE_MARKS))

    def agrees(self, other: _Word) -> bool:
        """Whether this, from the newer hypothesis and not its last word, is what the other says, too."""
        if self.key != other.key:
            return False
        return not self.ends_sentence if other.last else self.ends_sentence == other.ends_sentence


def _words(text: str) -> list[_Word]:
    texts = text.split()
    return [_Word(one, index == len(texts) - 1) for index, one in enumerate(texts)]


class Agreement:
    """The words of one stretch of speech."""

    def __init__(self) -> None:
        self._given: list[_Word] = []
        self._before: list[_Word] = []

    @property
    def begun(self) -> bool:
        """Words were given out."""
        return bool(self._given)

    def hear(self, text: str) -> list[str]:
        """Take a hypothesis of all that was said so far.

        Returns:
            Pieces that can be given out now, each with its leading space.
        """
        words = _words(text)
        before, self._before = self._following(self._before)[0], words
        following, mark = self._following(words)
        agreed = 0
        while agreed < min(len(following) - 1, len(before)) and following[agreed].agrees(before[agreed]):
            agreed += 1
        self._given += following[:agreed]
        pieces = [" " + word.text for word in following[:agreed]]
        return [mark + pieces[0], *pieces[1:]] if pieces else []

    def rest(self, text: str) -> list[str]:
        """Take the final words.

        Returns:
            Pieces of them that follow what was given out; perhaps only the mark that was not yet known.
        """
        following, mark = self._following(_words(text))
        pieces = [" " + word.text for word in following]
        if not pieces:
            return [mark] if mark else []
        return [mark + pieces[0], *pieces[1:]]

    def _following(self, words: list[_Word]) -> tuple[list[_Word], str]:
        """What follows the words that were given out, and the mark between, if that was not given out with them."""
        if not self._given:
            return words, ""
        count = _aligned(self._given, words)
        same = count > 0 and words[count - 1].key == self._given[-1].key and not self._given[-1].mark
        return words[count:], words[count - 1].mark if same else ""


def _aligned(given: list[_Word], words: list[_Word]) -> int:
    """How many of the words stand for those given out: the fewest changes, and of those the most alike in number."""
    costs = list(range(len(words) + 1))
    for row, one in enumerate(given, 1):
        diagonal, costs[0] = costs[0], row
        for column, other in enumerate(words, 1):
            changed = diagonal + (one.key != other.key)
            diagonal = costs[column]
            costs[column] = min(changed, diagonal + 1, costs[column - 1] + 1)
    return min(range(len(costs)), key=lambda count: (costs[count], abs(count - len(given))))

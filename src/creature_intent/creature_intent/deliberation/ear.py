"""Hears what takes thinking: a request that is no single task ("clear the table"), and the creature's promise to do it.

As with single tasks, both are needed: the user asks, and the creature agrees within a while without refusing.
"""

from __future__ import annotations

import re

from creature_intent.deliberation.reasoner import Project
from creature_intent.text.phrases import Phrase
from creature_intent.tokens import Speaker

_POLITE = (
    r"(?:(?:hey|hi|hello|okay|ok|so|and|well|now|then|also|please|pip|thanks|great)[ ,]+)*"
    r"(?:(?:can|could|would|will) you (?:please |maybe |just |also |kindly )*|would you mind |"
    r"i(?:'d| would) like you to |i(?: want| need) you to |please )?"
)
_DEED = re.compile(
    rf"^{_POLITE}(?P<verb>clear|clearing|tidy|tidying|clean|cleaning|set|lay|sort|sorting|arrange|organi[sz]e|unpack|pack)"
    r"(?P<rest>(?: up| off| out| away| down)?(?: (?:the|my|our|this|these|those|that|all|your) [\w ,'-]+)?)[.!?]*$"
)
_ARTICLE = r"(?:the|a|an|my|your|our|some|that|this)"
_SEVERAL = re.compile(
    rf"^{_POLITE}(?P<aim>(?:bring|get|fetch|hand|give|pick up|grab)(?: me| us)? {_ARTICLE} [\w ,'-]+,? (?:and )?then "
    rf"(?:also )?{_ARTICLE} [\w '-]+?)(?:,? please)?[.!?]*$"
)
"""Several things in one request: "bring me the cup and then the book"."""
_AGREES = re.compile(
    r"^(?:(?:oh|well)[ ,]+)?(?:sure|okay|ok|yes|yeah|yep|of course|all right|alright|no problem|certainly|right away|"
    r"on it|gladly|absolutely|will do|with pleasure|i'll|i will|i'm going to|let me)\b"
)
_REFUSES = re.compile(
    r"\b(?:sorry|can't|cannot|can not|won't|will not|don't|not|afraid|unable|but|if|later|tomorrow)\b"
)
_OTHERWISE = re.compile(
    r"\b(?:history|cache|cookies|inbox|schedule|calendar|throat|name|names|air|mind|head|conscience|data|screen)\b"
    r"|^(?:set|lay)(?! (?:the|our|my) table\b(?! down))"
)
"""What is cleared without hands, and what is set that is no table."""
_NO_DEED = ("set off", "set up", "lay down", "clear up", "set out")


class ProjectEar:
    """Joins a request to the promise that follows it. Time is given in seconds of any steady clock."""

    def __init__(self, expiry_s: float) -> None:
        self._expiry_s = expiry_s
        self._asked: Project | None = None
        self._asked_s = 0.0

    def waits(self, now_s: float) -> bool:
        """A project was asked for, and the creature may still agree to it."""
        return self._asked is not None and now_s - self._asked_s <= self._expiry_s

    def hear(self, phrase: Phrase, now_s: float) -> Project | None:
        """A sentence of the conversation; returns the project that is agreed by it."""
        text = " ".join(phrase.text.lower().replace("\u2019", "'").split())
        if not phrase.whole:
            self._asked = None
        elif phrase.speaker == Speaker.USER:
            self._user(phrase.text, text, now_s)
        elif self._asked is not None:
            return self._agent(text, now_s)
        return None

    def forget(self) -> None:
        """What was asked for is taken back."""
        self._asked = None

    def _user(self, words: str, text: str, now_s: float) -> None:
        several = _SEVERAL.match(text)
        if several is not None and not _REFUSES.search(text):
            self._asked, self._asked_s = Project(words, several["aim"]), now_s
            return
        deed = _DEED.match(text)
        if deed is None or _REFUSES.search(text) or not deed["rest"].strip():
            return
        verb = re.sub(r"ing$", "", deed["verb"])
        aim = " ".join(f"{verb}{deed['rest']}".split()).rstrip(" ,")
        aim = re.sub(r"[ ,]+(?:please|for me|now|then|will you|would you|could you)$", "", aim)
        if aim not in _NO_DEED and not _OTHERWISE.search(aim):
            self._asked, self._asked_s = Project(words, aim), now_s

    def _agent(self, text: str, now_s: float) -> Project | None:
        asked, fresh = self._asked, now_s - self._asked_s <= self._expiry_s
        if not fresh or _REFUSES.search(text):
            self._asked = None
            return None
        if not _AGREES.match(text) or text.endswith("?"):
            return None
        self._asked = None
        return asked

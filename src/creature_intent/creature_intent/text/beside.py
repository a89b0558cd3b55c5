"""What is said beside a command or a promise and changes nothing of it: "listen up, ...", "... don't you worry"."""

from __future__ import annotations

import re

from creature_intent.grammar.lexicon import DETERMINERS, PREPOSITIONS, word_set
from creature_intent.grammar.rulebook import Rulebook
from creature_intent.text.openers import strip_openers
from creature_intent.text.words import Sentence

_OPEN = (
    (DETERMINERS - word_set("it that this them these those"))
    | PREPOSITIONS - word_set("in on off over outside inside along across around behind near")
    | word_set(
        "and or but to not no my your as like than very so too of with some any i you we he she they have has had is "
        "are was do did"
    )
)
"""Words that something must follow: what stands after them belongs to them."""
_POINTING = frozenset({"this", "that", "these", "those"})
_ASKS = word_set("can could would will please do i we")
_TELLING = word_set("need want")
_FIRST = 8
"""Among so many words from its beginning a command has its verb."""


def _not_after(words: str) -> str:
    """A pattern that holds after none of the words."""
    return "".join(rf"(?<!\b{word} )" for word in words.split())


_CALLED = re.compile(
    rf"(?<=[a-z]) {_not_after('the a my i you we they to of in and would really not')}"
    r"(?:love|dear|pet|sweetheart|darling|sweetie|mate|buddy|pal) "
    r"(?=(?:i|it|we|he|she|they|you|there|my|can|could|will|would|please|bring|put|go|get|do) )"
)
""" "... sweetheart bring it here", "... love it'll dry out"."""
_PLEADED = re.compile(
    r"(?<=\w\w )please (?=(?:i|he|she|they|we|there) \w"
    r"|(?:my \w+|it) (?:is|are|has|have|was|hurts?|will|looks|smells) )"
)
_AGREED = re.compile(r"(?<=[a-z]) (?:aye|yeah|yep|yes) (?=the )")
""" "the screwdriver aye the yellow one"."""
_ALSO = re.compile(
    rf"(?<=[a-z]) {_not_after('and or to you please the can will i us we')}(?:also|next|plus) "
    r"(?=(?:bring|fetch|get|put|take|give|open|close|shut|turn|switch|pick|hold|look|find|go|come|follow) )"
)
""" "bring me the mug also open the window": the next command."""
_OFF_WITH = re.compile(
    r"^((?:off|on|up|down|out) with (?:the|that|those|this) \w+(?: \w+)??) (?=(?:i|it|my|we|they|he|she) )"
)
""" "off with that radio i can't sleep"."""


_PARTING = word_set(
    "love dear pet sweetheart darling sweetie mate buddy pal honey please aye yeah yep yes also next plus with"
)
"""Words of which a sentence has one where it is parted."""


def _parted(text: str) -> str:
    """The text with a comma where somebody is called in mid-sentence, and where a reason follows "please"."""
    if "please" in text:
        text = _PLEADED.sub("please , ", text)
    if " with " in text[:10]:
        text = _OFF_WITH.sub(r"\1 , ", text)
    for parting in (_ALSO, _AGREED, _CALLED):
        text = parting.sub(" , ", text)
    return text


def without_asides(said: Sentence, book: Rulebook) -> Sentence:
    """The sentence of a user without what is said beside its command; itself where it has none.

    Args:
        said: What the user said.
        book: The rules.
    """
    text, question = said.text, said.question
    if not _PARTING.isdisjoint(said.words):
        text = _parted(text)
    found = book.beside["before"].found_in(text, said.heard)
    first = found["rest"].partition(" ")[0] if found else ""
    if found and (first in book.verbs or first in _ASKS):
        text = found["rest"]
    found = book.beside["after"].found_in(text, said.heard)
    if found:
        before = text[: found.start()].split()
        is_open = len(before) < 2 or before[-1] in _OPEN | _POINTING or before[-1].endswith("'s")  # "that old man"
        if not is_open and not _TELLING.union(book.verbs).isdisjoint(before[:_FIRST]):
            text, question = " ".join(before), False
    return said if text == said.text else said.as_said(text)._replace(question=question)


_PROMISING = (["i", "will"], ["i", "am"], ["let", "me"], ["we", "will"])
_ADVERBS = word_set("just now gladly quickly also then first definitely certainly already only")
_GOING = re.compile(
    r"^(?:i am )?(?:on my way|off|heading|en route) to\b"
    r"|^(?:in|into|on|onto|off|up|down|out|back|away|to)\b.* (?:goes|go|comes|come)(?: |$)"
    r"|^(?:the|your) (?:\w+ )?\w+ is (?:going|coming) (?:on|off|out|up|down)\b"
)
""" "On my way to the hall", "into the sink it goes", "the lamp is going off"."""
_LINKS = word_set("that to about it so")
"""Words that a gerund may belong to: "I heard that closing the door helps"."""
_ASKED = word_set("is was will would do does how what can anything and")
"""Words with which a remark may begin that is put as a question."""


def _promises(words: list[str], book: Rulebook) -> bool:
    """ "I'll fetch the cup", "picking it up", "on my way to the hall": the creature is at it or about to be."""
    text = " ".join(words)
    if words[:1] == [] or words[0] in book.base_of or _GOING.match(text):
        return words[:1] != []
    may_come = not book.words_to_come.isdisjoint(words) and book.may_come.match(text)
    if may_come and any(pattern.match(text) for pattern in book.coming):
        return True
    if words[:2] in _PROMISING:
        verb = next((word for word in words[2:] if word not in _ADVERBS), "")
        if verb in (book.base_of if words[1] == "am" else book.verbs):
            return True
    put = next(filter(None, (form.pattern.match(text) for form in book.promising_by_word.of(text))), None)
    return put is not None and put["deed"].partition(" ")[0] in book.verbs


def without_own_asides(said: Sentence, book: Rulebook) -> Sentence:
    """The sentence of the creature without what it says beside its promise; itself where it has none.

    Args:
        said: What the creature said.
        book: The rules.
    """
    text, question = said.text, said.question
    own_before = book.beside["own_before"]
    if not own_before.words.isdisjoint(said.heard):
        plain = strip_openers(text)
        found = own_before.match(text)
        opening = "" if found else text.removesuffix(plain)
        found = found or own_before.match(plain)
        rest = found["rest"].split() if found else []
        is_whole = found is not None and found[0].split()[-1] not in _LINKS
        if found and (is_whole or rest[:2] in _PROMISING) and _promises(rest, book):
            text = opening + found["rest"]
    found = book.beside["own_after"].found_in(text, said.heard)
    if found:
        before = strip_openers(text[: found.start()]).split()
        agrees = book.agreeing.match(" ".join(before)) is not None
        is_open = (
            len(before) < (1 if agrees else _PROMISE)
            or (before[-1] in _OPEN | {"just", "also", "only"} and not _is_led(before))
            or _is_verb(before, book)
        )
        asks = question and found[0].strip(" ,").partition(" ")[0] not in _ASKED
        if not is_open and not asks and (agrees or _promises(before, book)):
            text, question = text[: found.start()], False
    return said if text == said.text else said.as_said(text)._replace(question=question)


def _is_led(words: list[str]) -> bool:
    """ "I'll follow you [my friend]": nobody else is followed."""
    return words[-1] == "you" and words[-2] in _LEADING


_LEADING = word_set("follow following accompany accompanying join joining lead leading guide guiding escort escorting")


def _is_verb(words: list[str], book: Rulebook) -> bool:
    """ "I'll go and meet [my friend]": not "that box [my friend]"."""
    return words[-1] in book.verbs and (len(words) < 2 or words[-2] not in DETERMINERS)


_PROMISE = 3
"""The fewest words of a promise beside which anything is said: "picking it up"."""

"""Who does the deed of a clause, and how it is put: asked of the creature, promised by it, or only talked about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from creature_intent.deeds.announcing import ANNOUNCING, announced
from creature_intent.deeds.carried import is_handed
from creature_intent.deeds.moving import MEASURING, told_by_measure
from creature_intent.deeds.passives import TOLD_OF_THING, told_of_thing
from creature_intent.grammar.lexicon import DETERMINERS, PEOPLE
from creature_intent.grammar.rulebook import Form, Rulebook
from creature_intent.grammar.rulebook_file import load
from creature_intent.grammar.triggers import any_word, heard, needed_words
from creature_intent.meaning.stated import IN_STATE, STATE_VERBS, told_state
from creature_intent.text.calling import without_name
from creature_intent.text.clause import Clause
from creature_intent.text.deed_words import LEADING, READ_AS, base_form, from_gerund
from creature_intent.text.openers import strip_openers
from creature_intent.tokens import Speaker


class Frame(NamedTuple):
    """How a deed is put.

    Attributes:
        deed: The words from the verb on, the verb in its base form.
        form: The form in words, for the reason.
        strength: How surely this form asks or promises, 0 to 1.
        bare: The verb stands alone, without subject: it may also continue the clause before.
        elliptic: As "picking it up now", where the subject is left out.
        wished: The thing is wished for, no deed is named.
    """

    deed: tuple[str, ...]
    form: str
    strength: float
    bare: bool = False
    elliptic: bool = False
    wished: bool = False


GLADLY = "would gladly"
"""The form of an offer that is a promise right after a request: "I'd be happy to get it"."""
ANNOUNCED = "announces it"
"""The form of a promise told of the thing: "the cup goes on the shelf"."""
_SOFT = re.compile(r"^(?:(?:please|just|kindly|quickly|also|now|then|simply|carefully|gently|slowly) )*")
_DOING = re.compile(
    r"^(?:i am |we are )?(?:(?:just|gladly|happily|now|quickly|also|only|first|immediately|right away|currently"
    r"|already|busy"
    r"|off|personally|carefully|slowly|gently|simply) )*"
)
_ON_MY_WAY = re.compile(
    r"^(?:i am )?(?:just |now |already )*(?:on my way|off|heading|going|moving|en route) (?P<rest>(?:over |"
    r"back "
    r")?(?:to|into|towards) .+)$"
)
# "Turning off the fan made it crash": the deed is what the sentence is about.
_DONE_BY = re.compile(
    r"^\w+ing (?:\w+ )+(?:made|makes|helped|helps|caused|causes|worked|works|is|was|would|took|takes|gave|starts"
    r"|begins|means|requires|feels|could|will|may|might|does) "
)
_THIS_WAY = re.compile(r"^(?:please )?(?:follow me|(?:right )?this way) to (?P<place>.+)$")
_WILL_BE = re.compile(
    r"^i will (?:have|get) (?P<thing>(?:the|that|this|your|those) .+?) "
    r"(?P<state>open|opened|closed|shut|on|off)(?: for you| in (?:a|no|one|two|just a|half a) \w+| now| right away"
    r"| shortly| directly| at once| for your \w+)*$"
)
_SOON_AT = re.compile(
    r"^(?:i will be|you will find me) (?:right |waiting )*(?P<rest>(?:over )?(?:in|at|by|next to) .+)$"
)
_SHORTLY = re.compile(r" (?:in (?:a|one|two|half a|no|just a) \w+|soon|shortly|right away)$")


_DONE_AS = {
    "brought": "bring", "taken": "take", "carried": "carry", "moved": "move", "put": "put", "placed": "place",
    "delivered": "deliver", "fetched": "fetch", "cleared": "clear", "picked up": "pick up", "hung": "hang",
    "stacked": "stack", "stored": "store", "returned": "return", "lifted": "lift", "unplugged": "unplug",
    "locked": "lock", "left": "leave", "handed": "hand", "given": "give",
}  # fmt: skip
# "Have the red folder brought to the office", "I'd like my slippers brought to me".
_HAVE_DONE = re.compile(
    r"^(?:have|get|(?:can|could|may) (?:i|we) (?:have|get)|(?:i|we) (?:would like|want|need)(?: to have)?) "
    r"(?P<thing>(?:the|my|that(?! you)|this|those|these|all the|an?|some|another|two|three) (?:\w+ ){0,4}?\w+)"
    rf"(?<! the) (?P<done>{'|'.join(_DONE_AS)})(?P<rest> .+)?$"
)
_SURE = 0.85
"""A form at least so sure asks for what is to be done, whoever does it; "you should have it moved" is advice."""


_OWN_WORDS = {
    Speaker.USER: any_word([LEADING, TOLD_OF_THING, MEASURING, *map(needed_words, (_HAVE_DONE, *IN_STATE))]),
    Speaker.AGENT: any_word([LEADING, ANNOUNCING, *map(needed_words, (_WILL_BE, _THIS_WAY, _ON_MY_WAY, _SOON_AT))]),
}
"""Words of which a clause has one where it puts a deed in one of the ways told above."""


def may_put(clause: Clause, speaker: Speaker, book: Rulebook) -> bool:
    """Whether the clause has any word of asking or promising: `frame` finds nothing in all others."""
    said = heard(clause.words, clause.text)
    words = book.words_to_ask if speaker == Speaker.USER else book.words_to_promise
    return not (words.isdisjoint(said) and _OWN_WORDS[speaker].isdisjoint(said))


def frame(words: Sequence[str], speaker: Speaker, book: Rulebook | None = None) -> Frame | None:
    """How the clause puts its deed; None if it neither asks (user) nor promises (creature)."""
    return frame_of(strip_openers(" ".join(words)), speaker, book or load())


def frame_of(plain: str, speaker: Speaker, book: Rulebook) -> Frame | None:
    """As `frame`, of a clause without "okay", "well" in front (Clause.plain)."""
    if speaker == Speaker.USER:
        told = without_name(plain, book)
        plain = plain if told == plain else strip_openers(told)
        found = _asked(plain, book)
    else:
        found = _promised(plain, book)
    return found or _bare(plain, speaker, book)


def _asked(text: str, book: Rulebook) -> Frame | None:
    done = _had_done(text)
    if done:
        return Frame(done, "wants it done", 0.85)
    told = told_of_thing(text, book)
    if told:
        return Frame(told.deed, "tells what is to be done with it", told.strength)
    for wish in book.wishes_by_word.of(text):
        wished = wish.pattern.match(text)
        if wished and _is_of_doing(wished.groupdict().get("thing") or ""):
            continue
        if wished and wished.groupdict().get("state"):
            verbs = STATE_VERBS[wished["state"]]
            return Frame((*verbs, *wished["thing"].split()), wish.form, wish.strength)
        who = wished.groupdict().get("who") if wished else None
        if wished and who and is_handed(wished["thing"], book):
            return Frame(("bring", *wished["thing"].split(), "to", *who.split()), wish.form, wish.strength, wished=True)
        if wished and not who:
            return Frame(("bring", "me", *wished["thing"].split()), wish.form, wish.strength, wished=True)
    return _put(text, book.asking_by_word.of(text), book)


def _is_of_doing(thing: str) -> bool:
    """ "[I would like] my boss to trust me": somebody is to do something, nothing is to be brought."""
    who, to, rest = thing.partition(" to ")
    return bool(to) and who.rpartition(" ")[2] in PEOPLE and rest.partition(" ")[0] not in DETERMINERS


def _put(text: str, forms: Sequence[Form], book: Rulebook) -> Frame | None:
    for form in forms:
        found = form.pattern.match(text)
        if not found:
            continue
        words = found["deed"]
        if form.then == "place":
            return Frame(("go", *words.split()), form.form, form.strength)
        deed = READ_AS[form.then](words, book)
        if deed and form.strength >= _SURE and deed[0] in ("have", "get"):
            deed = _had_done(" ".join(deed)) or deed  # "Could you have the ladder brought to the shed?"
        if deed:
            return Frame(deed, form.form, form.strength)
    return None


def _had_done(text: str) -> tuple[str, ...] | None:
    """ "have the ladder brought to the shed": "bring the ladder to the shed"; None if nothing is to be done so."""
    done = _HAVE_DONE.match(text)
    return (*_DONE_AS[done["done"]].split(), *done["thing"].split(), *(done["rest"] or "").split()) if done else None


def _promised(text: str, book: Rulebook) -> Frame | None:
    may_come = not book.words_to_come.isdisjoint(text.split()) and book.may_come.match(text)
    for pattern in book.coming if may_come else ():
        comes = pattern.match(text)
        if comes:
            return Frame(("bring", "you", *comes["thing"].removesuffix("'s").split()), "says what comes", 0.85)
    state = _WILL_BE.match(text)
    if state:
        return Frame((*STATE_VERBS[state["state"]], *state["thing"].split()), "promises", 0.9)
    found = _put(text, book.promising_by_word.of(text), book)
    if found:
        return found
    leads = _THIS_WAY.match(text)
    if leads:
        return Frame(("lead", "you", "to", *leads["place"].split()), "leads the way", 0.45)
    way = _ON_MY_WAY.match(text)
    if way:
        return Frame(("go", *way["rest"].split()), "says it is on its way", 0.85)
    told = announced(text, book)
    if told:
        return Frame(told.deed, ANNOUNCED, told.strength)
    soon = _SOON_AT.match(text)
    if soon:
        is_told = text.startswith("you ") and not _SHORTLY.search(text)  # Or it is there already.
        return Frame(("go", *soon["rest"].split()), "says where it will be", 0.45 if is_told else 0.7)
    doing = _DOING.match(text)
    deed = from_gerund(text[doing.end() :] if doing else text, book)
    if deed is None or (_DONE_BY.search(text) and not text.startswith("i am ")):
        return None
    is_elliptic = not text.startswith(("i am ", "we are "))
    return Frame(deed, "says it is doing it", 0.85, elliptic=is_elliptic)


def _bare(text: str, speaker: Speaker, book: Rulebook) -> Frame | None:
    state = told_state(text, book) if speaker == Speaker.USER else None
    if state:
        return Frame(state, "tells how it is to be", 0.85, bare=True)
    measured = told_by_measure(text) if speaker == Speaker.USER else 0.0
    if measured:
        return Frame(("step", *text.split()), "tells how far", measured, bare=True)
    soft = _SOFT.match(text)
    deed = base_form(text[soft.end() :] if soft else text, book)
    if deed is None:
        return None
    strength = 0.9 if speaker == Speaker.USER else 0.7
    return Frame(deed, "tells" if speaker == Speaker.USER else "goes on promising", strength, bare=True)


def as_question(clause: Clause) -> str:
    """ "If you could bring me the cup" asks as "could you bring me the cup" does."""
    words = clause.words
    if clause.joiner == "if" and words[0] == "you" and words[1:2] in (("could",), ("can",), ("would",)):
        return " ".join((words[1], words[0], *words[2:]))
    return clause.plain

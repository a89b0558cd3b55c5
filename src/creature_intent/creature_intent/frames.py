"""Who does the deed of a clause, and how it is put: asked of the creature, promised by it, or only talked about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from creature_intent.lexicon import ACTION_VERBS, BASE_OF_GERUND
from creature_intent.tokens import Speaker


@dataclass(frozen=True)
class Frame:
    """How a deed is put.

    Attributes:
        deed: The words from the verb on, the verb in its base form.
        form: The form in words, for the reason.
        strength: How surely this form asks or promises, 0 to 1.
        bare: The verb stands alone, without subject: it may also continue the clause before.
        elliptic: As "picking it up now", where the subject is left out.
    """

    deed: tuple[str, ...]
    form: str
    strength: float
    bare: bool = False
    elliptic: bool = False


_OPENERS = re.compile(
    r"^(?:(?:okay|all right|sure thing|sure|yes|yeah|yep|yup|no problem|of course|certainly|absolutely|definitely|"
    r"great|"
    r"good|fine|right|well|so|oh|ah|hey|hi|hello|there|please|now|then|and|but|also|first|next|got it|gotcha|"
    r"no worries|"
    r"you know what|listen|look|actually|excuse me|sorry|pardon me|thanks|thank you|alrighty|cool|perfect|very well|"
    r"understood|roger|after that|hello robot|robot|creature|buddy|my friend|no|nope|just|wait|done|let us see|"
    r"here we go|"
    r"right away|one moment|just a moment|one second|just a second|you got it|will do|on it|in that case|my pleasure|"
    r"gladly|happily|awesome|sounds good|and then|quick|quickly|carefully|gently|slowly|finally|kindly|afterwards|"
    r"ready|come on|maybe|perhaps|alternatively|this time)(?: |$))+"
)
_SOFT = (
    r"(?:(?:please|just|maybe|possibly|kindly|quickly|perhaps|also|now|then|like|go ahead and|at least|simply|"
    r"carefully|gently|once more|again) )*"
)
_HELPERS = (
    r"(?:(?:be able to|be so kind as to|be so kind and|be kind enough to|be a dear and|be a darling and|"
    r"do me a favor and|"
    r"do me a favour and|do me a favor, |help me to|help me|try to|try and|use your arms? to|use your hands? to|"
    r"manage to) )?"
)
_ASKED = [
    (rf"(?:can|could|would|will)(?: not)? you {_SOFT}{_HELPERS}{_SOFT}", "asks whether the creature could", 0.95),
    (
        r"(?:i (?:would )?(?:need|want|like|love|appreciate)(?: for)?|i am asking|i ask|i order|i command|i beg|"
        r"i am telling|"
        rf"i would like for|we need|we want) you to {_SOFT}",
        "says what the creature is to do",
        0.9,
    ),
    (
        rf"(?:would it be|is it) possible for you to {_SOFT}",
        "asks politely",
        0.9,
    ),
    (rf"you (?:can|may) {_SOFT}(?=.* (?:now|please)$)", "allows it now", 0.7),
    (
        rf"(?:you need to|you have to|you must|you can now|you may now|your (?:job|task) is to) {_SOFT}",
        "says what the creature is to do",
        0.6,
    ),
    (
        r"(?:i was (?:just )?wondering|i wonder|do you think|do you suppose|is it possible|is there any (?:chance|"
        r"way)|any chance|"
        r"it would be (?:nice|great|good|lovely|helpful)|i would (?:really )?(?:appreciate it|be grateful|be happy)) "
        rf"(?:if |that )?you (?:could|can|would|might|will) {_SOFT}{_HELPERS}{_SOFT}",
        "asks politely",
        0.9,
    ),
    (rf"(?:why do not you|maybe you (?:could|can|should)|perhaps you (?:could|can)) {_SOFT}", "suggests", 0.7),
    (rf"you (?:really )?(?:should|ought to|had better) (?:really |maybe )?{_SOFT}{_HELPERS}{_SOFT}", "suggests", 0.7),
    (
        r"(?:be so kind as to|be so kind and|be a dear and|do me a favor and|do me a favour and|do not forget to|"
        rf"go ahead and|it is time to|i said|i say|try to|help me|help me to|your turn to) {_SOFT}",
        "tells",
        0.85,
    ),
]
_ASKED_ING = [
    (
        rf"(?:would you mind|do you mind|how about you|what about|how about|you mind|mind) {_SOFT}",
        "asks politely",
        0.85,
    ),
]
_HASTE = (
    r"(?:(?:just|gladly|happily|now|quickly|also|then|first|definitely|certainly|go ahead and|be sure to|try to|"
    r"try and|"
    r"simply|carefully|gently|immediately|right away|at once|gonna|be happy to|be glad to|hurry and|get up and|quick|"
    r"next|personally|do my best to|do what i can to|make sure to|use my (?:arm|hand|gripper)s? to|totally|probably) )*"
)
_PROMISED = [
    (rf"(?:i|we) (?:will|shall) {_HASTE}", "promises", 0.95),
    (rf"i am {_HASTE}(?:going to|about to|on my way to|off to|happy to|glad to) {_HASTE}", "says it is about to", 0.9),
    (rf"(?:on my way to|off to|going to|about to|will|happy to|glad to) {_HASTE}", "says it is about to", 0.85),
    (rf"i (?:have (?:got )?to|got to|need to|must|better|had better) {_HASTE}", "says it must", 0.75),
    (rf"(?:let me|allow me to) {_HASTE}", "offers to do it now", 0.85),
    (rf"(?:i would be|i am) (?:happy|glad|delighted) to {_HASTE}", "agrees to", 0.8),
]
_DOING = re.compile(rf"^(?:i am )?{_HASTE}(?:already |busy |off )?")
_ON_MY_WAY = re.compile(
    r"^(?:i am )?(?:on my way|off|heading(?: over)?|going) (?P<rest>(?:over )?(?:to|into|towards) .+)$"
)
_BACK_WITH = re.compile(r"^(?:i will )?(?:be )?(?:right )?back (?:in a \w+ )?with (?P<rest>.+)$")


def frame(words: Sequence[str], speaker: Speaker) -> Frame | None:
    """How the clause puts its deed; None if it neither asks (user) nor promises (creature)."""
    text = strip_openers(" ".join(words))
    found = _asked(text) if speaker == Speaker.USER else _promised(text)
    return found or _bare(text, speaker)


def strip_openers(text: str) -> str:
    """The clause without "okay", "well", "please" in front."""
    return _OPENERS.sub("", text)


_THIS_THING = r"(?P<thing>(?:the|that|this|my|those|these) (?!.*(?:room|toilet)$).+)"
# The bathroom is not to be brought.
_WISHES = [
    (re.compile(rf"^(?:(?:can|could|may|might) i|let me) (?:please )?(?:have|get) {_THIS_THING}$"), "asks for it", 0.8),
    (re.compile(rf"^(?:i|we) (?:really )?(?:need|want)(?: to have)? {_THIS_THING}$"), "says it is needed", 0.75),
    # Of many things one only says how fine they would be: the creature must promise it in its own words.
    (re.compile(r"^i would (?:really )?like (?:to have )?(?P<thing>(?:an?|the|that|this) .+)$"), "wishes for it", 0.45),
]


def _asked(text: str) -> Frame | None:
    for wish, form, strength in _WISHES:
        wished = wish.match(text)
        if wished:
            return Frame(("bring", "me", *wished["thing"].split()), form, strength)
    for pattern, form, strength in _ASKED:
        found = re.match(rf"^{pattern}(?P<deed>.+)$", text)
        if found and _begins_with_verb(found["deed"]):
            return Frame(tuple(found["deed"].split()), form, strength)
    for pattern, form, strength in _ASKED_ING:
        found = re.match(rf"^{pattern}(?P<deed>.+)$", text)
        deed = _from_gerund(found["deed"]) if found else None
        if deed:
            return Frame(deed, form, strength)
    return None


def _promised(text: str) -> Frame | None:
    for pattern, form, strength in _PROMISED:
        found = re.match(rf"^{pattern}(?P<deed>.+)$", text)
        if found and _begins_with_verb(found["deed"]):
            return Frame(tuple(found["deed"].split()), form, strength)
    way = _ON_MY_WAY.match(text)
    if way:
        return Frame(("go", *way["rest"].split()), "says it is on its way", 0.85)
    back = _BACK_WITH.match(text)
    if back:
        return Frame(("bring", "you", *back["rest"].split()), "says what it will be back with", 0.85)
    rest = _DOING.sub("", text)
    deed = _from_gerund(rest)
    return Frame(deed, "says it is doing it", 0.85, elliptic=True) if deed else None


def _bare(text: str, speaker: Speaker) -> Frame | None:
    text = re.sub(rf"^{_SOFT}", "", text)
    if not _begins_with_verb(text):
        return None
    strength = 0.9 if speaker == Speaker.USER else 0.7
    return Frame(tuple(text.split()), "tells" if speaker == Speaker.USER else "goes on promising", strength, bare=True)


def _begins_with_verb(text: str) -> bool:
    first, _, rest = text.partition(" ")
    return first in ACTION_VERBS or (first == "help" and _begins_with_verb(rest) and bool(rest))


def _from_gerund(text: str) -> tuple[str, ...] | None:
    first, _, rest = text.partition(" ")
    return (BASE_OF_GERUND[first], *rest.split()) if first in BASE_OF_GERUND else None

"""Words that steer a task without naming a deed: stop, never mind, no - the green one, on it, I'm sorry I can't."""

from __future__ import annotations

import re
from collections.abc import Sequence

from creature_intent.acts import CLOSE, FOLLOW, OPEN, SEARCH, SWITCH_OFF, SWITCH_ON, Slots
from creature_intent.deeds.deed import Deed, Setting
from creature_intent.deeds.verbs import read
from creature_intent.grammar.lexicon import REPORTING
from creature_intent.grammar.rulebook import Rulebook
from creature_intent.grammar.triggers import any_word, needed_words
from creature_intent.text.clause import Clause
from creature_intent.text.clauses import CONDITIONS
from creature_intent.text.openers import strip_openers
from creature_intent.text.statements import is_fact
from creature_intent.text.words import Sentence

_NOT_DOING = re.compile(r"^(?:i|we) (?:am|are|will|do|would|can|could|must|should) not\b")
_CHANGED_MIND = re.compile(
    r"^(?:i (?:have )?changed my mind|on second thought)(?: ,)?(?: .*\b(?:not|never|no|leave|forget|stop)\b.*)?$"
)
_CHANGED_MIND_WORDS = needed_words(_CHANGED_MIND)
_REFUSE = re.compile(
    r"^(?:i (?:can not|could not|will not|shall not|would not|do not (?:know|think|see|have|want|understand)|must not"
    r"|am not|was not|may not|would rather not|would better not|had better not|better not|"
    r"would prefer not|have no|refuse"
    r"|can only|wish (?:that )?i could)\b|i am (?:afraid|unable"
    r"|sorry i)\b|i am not (?:able|allowed|sure)\b|unfortunately\b"
    r"|(?:that|it) is (?:too(?! \w+ for you\b)|beyond|out of|impossible|not (?:possible|allowed|safe|something))\b"
    r"|there is no\b|there are no\b|no (?:i|way|chance)\b|not (?:possible"
    r"|now)\b)"
)
_REFUSING_WORDS = needed_words(_REFUSE)
_GLADLY = re.compile(
    r"^(?:(?:yes|oh|okay|ah|well|aww|but|why|haha) )*(?:sure(?: thing)?|of course|certainly|absolutely"
    r"|definitely|gladly"
    r"|naturally|(?:with|my) pleasure|by all means|you bet|no problem|happy to|at once|right away|right you are"
    r"|not at all|i would (?:love|be (?:happy|glad|delighted|honou?red)) to|consider it done)$"
)
_APOLOGY = re.compile(r"^(?:i am (?:so |very |really )?sorry|sorry|my apologies|i apologize)\b ?")

_CORRECTING = re.compile(
    r"^(?:(?:oh|well|wait|sorry|hm|no|okay|please|but|um|uh|er|ah|aw|right|yeah|yes|hold on|hang on|and|so|thanks) )*"
    r"(?:no|nope|actually|better|oops|(?:hang|hold) on(?! to)"
    r"|you know what|my mistake|my bad|silly me|what am i saying|(?:that is )?(?:the )?wrong one|not that one"
    r"|not (?:that|this)(?= ,|$)|it is (?:\w+ ){1,4}?i (?:want|need|meant|wanted)"
    r"|change of plans?|i (?:have )?changed my mind|i would (?:rather|prefer)(?: to)?(?: have)?|i (?:meant|mean"
    r"|said|wanted)|sorry(?! to (?:be|bother|ask|trouble|interrupt|disturb|keep|nag|hear|say)\b)|rather"
    r"|make (?:it|that)|instead|or rather|on second thought"
    r"|wait(?! (?:at|by|in|near|next to|outside|inside|behind|in front|for|until|till|there|here)\b))\b(?P<rest>.*)$"
)
_BETTER = re.compile(r"(?:'s| is| would be) (?:even |much )?(?:better|nicer)(?: actually| i think)?$")
_RELIEVED = re.compile(
    r"^(?:(?:oh|ah|ahh|yes|much|okay|well|there) )*(?:that|this|it)(?:'s| is) (?:even |much |so much )?better"
)
_POLITE_END = re.compile(r"(?: (?:please|thanks|then))+$")
_CORRECTED_LATE = (" i mean", " i meant", " actually", " instead", " rather")
LATE = ("actually", "i mean", "i meant", "instead", "rather", "sorry")
"""What corrects the clause before it where it is a clause of its own; but for the last two, by itself."""
_CORRECTING_WORDS = any_word(
    (
        needed_words(_CORRECTING),
        needed_words(_BETTER, search=True),
        frozenset(late.split()[-1] for late in (*_CORRECTED_LATE, *LATE)),
        frozenset({"not"}),
    )
)
_MOST_DENIED = 4
"""Words after "not" in what is but denied."""
_RENAMED = re.compile(
    r"^(?:(?:no|(?:hang|hold) on(?! to)|go (?:for|with)|let us (?:go|do|try|take)(?: with| for)?|i mean|i meant|"
    r"i said|i wanted|i would (?:rather|prefer)(?: to)?(?: have)?|i changed my mind|rather|actually|make it|"
    r"make that|but|sorry|please|it is|just|oh|on second thought|wait|better|you know what|well) )*(?P<thing>.+)$"
)
_ADVISING = ("you must ", "you should ", "you have to ", "you need to ")
_ENDED_BY = {"look": SEARCH, "search": SEARCH, "follow": FOLLOW}
_HASTE = ("hurry", "rush", "race", "dash", "run")
_ENDED = ("any", "it", "that", "this", "them", "me", "us", "for", "the", "around")
_THANKS_FOR_NO = re.compile(
    r"^no (?:thanks|thank you|problem|worries|way|idea|wonder|doubt|one|need|rush|hurry|pressure|matter|bother|"
    r"stress)\b"
)


def may_take_back(heard: Sequence[str], book: Rulebook) -> bool:
    """Whether anything may be taken back in a sentence.

    In all others is_stop, taken_back, kept_so and ended_deed find nothing.

    Args:
        heard: The sentence's words (Sentence.heard).
        book: The rules.
    """
    words = (book.words_to_stop, _CHANGED_MIND_WORDS, _KEPT_WORDS)
    return not all(some.isdisjoint(heard) for some in words)


def is_stop(text: str, alone: bool, book: Rulebook) -> bool:
    """The clause tells the creature to stop; `alone`: nothing else is said in the sentence."""
    stopping = book.stopping
    if text.startswith("but you "):  # "But you can cancel that" tells how something is.
        return False
    if stopping.anywhere.match(text) or (alone and stopping.alone.match(text)):
        return True
    return alone and bool(_CHANGED_MIND.match(text))


def changes_mind(text: str, following: str) -> bool:
    """ "I changed my mind", alone or before "I still need it", "I'm not doing it today".

    Args:
        text: A clause.
        following: The next one.
    """
    is_why = not following or "still" in following.split() or _NOT_DOING.match(following) is not None
    return is_why and _CHANGED_MIND.match(text) is not None


def is_waived(words: Sentence, book: Rulebook) -> bool:
    """The sentence takes back whatever stands; where nothing does, it is but talk."""
    if words.question and not words.text.startswith(ASKING_NOT_TO):
        return False
    stopping, parts = book.stopping, _PARTS.split(words.text)
    if stopping.softer.match(words.text.replace(" ,", "")):
        return True
    if (
        len(parts) == 1
        or "but" in words.words
        or not CONDITIONS.isdisjoint(words.words)
        or not REPORTING.isdisjoint(words.words)
    ):
        return False
    while len(parts) > 2 and parts[0] in _EXCLAIMED:
        del parts[0]
    if _LEFT_SO.match(parts[0]) and all(is_fact(part.split()) for part in parts[1:]):
        return True
    why = any(part.count(" ") > 1 and stopping.softer.match(part) for part in parts)
    return why or (parts[-1] not in _SOOTHING and stopping.alone.match(parts[-1]) is not None)


_EXCLAIMED = ("oh", "ah", "no", "wait", "hey", "actually", "sorry", "hm", "okay")
_LEFT_SO = re.compile(
    r"^(?:(?:oh|ah|no|wait|actually|sorry|okay|just|please|well) )*"
    r"(?:leave (?:it|that|them)(?: be)?|no(?:,)? (?:thanks|thank you)|not now|skip (?:it|that))(?: thanks| please)?$"
)
""" "Leave it, Molly's asleep.", "no thanks, I'm warm": with a fact after it."""
ASKING_NOT_TO = (
    "could you", "can you", "would you", "can we", "could we", "shall we",
    "forget", "skip", "drop", "leave", "never mind",
)  # fmt: skip
"""What begins a question that may take back: "could we not", "forget it, will you?"."""
_SOOTHING = ("do not worry", "easy", "wait", "stay", "pause", "hold on")
""" "I have plenty of time, don't worry." takes nothing back."""
_PARTS = re.compile(r" , (?:so |and |because )?| so ")
""" "I'm closer, I'll do it": why, and what is not to be done any more."""


def taken_back(text: str, book: Rulebook) -> str:
    """What is taken back by its name ("never mind the red cup"), in words; empty if nothing is."""
    found = book.stopping.thing.match(text)
    return next((thing for thing in found.groupdict().values() if thing), "") if found else ""


def kept_so(text: str) -> tuple[str, str] | None:
    """What is to stay as it is ("leave the window open"), and the task that would change it; None where nothing is."""
    found = _KEPT.search(text)
    return (found["thing"], _CHANGED_BY[found["state"]]) if found else None


_KEPT = re.compile(
    r"(?:^|\b(?:no|actually|please|and|oh|but|just|well|better|okay|all right|fine|you can|you may|wait|thanks) )"
    r"(?:leave|keep|let) (?P<thing>(?:the|my|that|this|those) (?:\w+ )?\w+) (?:stay |be )?"
    r"(?P<state>open|closed|shut|running|(?:on|off)"
    r"(?! (?:the|my|your|our|his|her|their|this|that|a|an|top|it|purpose|[\w-]+'s)\b))\b"
)
_KEPT_WORDS = needed_words(_KEPT, search=True)
_CHANGED_BY = {
    "open": CLOSE, "closed": OPEN, "shut": OPEN, "on": SWITCH_OFF, "off": SWITCH_ON, "running": SWITCH_OFF,
}  # fmt: skip


def ended_deed(text: str, book: Rulebook, setting: Setting) -> Deed | None:
    """The deed that the words end by its name: "stop following me", "you can stop looking"; without intent if vague."""
    found = book.stopping.deed.match(text)
    words = next((group for group in found.groupdict().values() if group), "") if found else ""
    if not words:
        return None
    first, *rest = strip_tail(words).split() or [""]
    verb = book.base_of.get(first, first if first in book.verbs else "")
    if not verb or (verb in _HASTE and not (verb == "run" and rest)):
        return None  # "No need to hurry."
    deed = read([verb, *rest], setting)
    if deed is None and text.startswith(_ADVISING):
        return None  # "You should stop working": it may be anything but a task.
    vague = Deed(_ENDED_BY.get(verb, ""), Slots()) if not rest or rest[0] in _ENDED else None
    return deed or vague


def strip_tail(text: str) -> str:
    """The words without "now", "please", "any more" at the end."""
    return re.sub(r"(?: (?:now|please|any ?more|robot|already|at once|thanks|right now))+$", "", text)


def is_acceptance(clause: Clause, book: Rulebook) -> bool:
    """The creature agrees without naming a deed: "On it."."""
    return bool(book.agreeing.match(clause.text) or (clause.plain != clause.text and book.agreeing.match(clause.plain)))


def agrees_at_once(text: str, book: Rulebook) -> bool:
    """Words that agree only right after a request: "Sure."."""
    return bool(book.agreeing_at_once.match(text))


def agrees_gladly(text: str) -> bool:
    """Words that agree to what was asked, whatever is said after them: "of course", "with pleasure"."""
    return bool(_GLADLY.match(text))


def may_refuse(heard: Sequence[str]) -> bool:
    """Whether anything in a sentence may refuse: is_refusal is false of all others.

    Args:
        heard: The sentence's words (Sentence.heard).
    """
    return not _REFUSING_WORDS.isdisjoint(heard)


def is_refusal(clause: Clause) -> bool:
    """The creature says that it cannot or will not."""
    text, plain = clause.text, clause.plain
    apology = _APOLOGY.match(plain)
    return bool(
        _REFUSE.match(plain)
        or (apology and _REFUSE.match(plain[apology.end() :]))
        or (text != plain and _REFUSE.match(text))
    )


def may_correct(heard: Sequence[str]) -> bool:
    """Whether anything in a sentence may correct: is_correcting, is_denied and is_corrected are false of all others.

    Args:
        heard: The sentence's words (Sentence.heard).
    """
    return not _CORRECTING_WORDS.isdisjoint(heard)


def is_correcting(text: str) -> bool:
    """The clause begins by taking something back: "no", "actually", "I meant", "wait"."""
    is_late = corrects_late(text) or (bool(_BETTER.search(text)) and not _RELIEVED.match(text))
    return (is_late or bool(_CORRECTING.match(text))) and not _THANKS_FOR_NO.match(text)


def corrects_late(text: str) -> bool:
    """ "The blue one instead please"."""
    return _POLITE_END.sub("", text).endswith(_CORRECTED_LATE)


def praises(text: str) -> bool:
    """ "The light's nicer": what is better, or why something is."""
    return _BETTER.search(text) is not None


def is_denied(text: str) -> bool:
    """ "Not the small one"."""
    return text.startswith("not ") and text.count(" ") <= _MOST_DENIED


def is_corrected(text: str) -> bool:
    """The clause corrects, or says what is not meant."""
    return is_correcting(text) or is_denied(text)


def renamed(text: str) -> str:
    """What stands after "no", "actually", "I meant": the thing that is meant, or another clause."""
    found = _RENAMED.match(strip_openers(text) or text)
    rest = found["thing"] if found else ""
    return re.sub(
        r"(?:'s| is| would be) (?:even |much )?(?:better|nicer|fine)(?: actually| i think)?$|(?: (?:please|instead|"
        r"rather|then|this time|of course|i mean|i meant|i want|i wanted|i need|actually|thanks"
        r"|is better|would be "
        r"better|is fine))+$",
        "",
        rest,
    )

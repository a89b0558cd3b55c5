"""Motions of a part of the creature's body: "put your hands up", "raise your left gripper to shoulder height"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from creature_intent import acts
from creature_intent.acts import Slots
from creature_intent.deeds.deed import Deed, Setting
from creature_intent.grammar.lexicon import word_set
from creature_intent.tokens import Speaker

_PARTS = (
    r"(?:arms?|hands?|fingers?|thumbs?|head|neck|elbows?|grippers?|claws?|wrists?|fists?|eyebrows?|shoulders?|legs?"
    r"|foot|feet|knees?|hips?|waist|tail|eyes|chin|palms?|torso|body|trunk|upper body|face)"
)
_WHOSE = (
    r"(?:both(?: of)? (?:your|my|the) |both |one of (?:your|my) |one |your (?:own )?|my (?:own )?"
    r"|the (?=(?:other|left|right|gripper|claw) ?))"
)
_BODY = re.compile(
    rf"^(?:(?P<way>up|down|out|high|apart|forward) )?(?P<whose>{_WHOSE}|)(?:two |both )?"
    rf"(?P<part>(?:left |right |other )?{_PARTS})(?P<tail>(?: .+)?)$"
)
_COMPARED = re.compile(
    r" (?:like an? (?:\w+ )?\w+"
    r"|as (?:high|low|far|wide|fast) (?:up |down |out )?as (?:\w+ )?(?:goes|can|will(?: go)?|possible))$"
)
""" "[Lift one leg] like a flamingo", "[raise your arm] as high as it goes"."""
_TAIL = word_set(
    "up down out high higher lower apart together forward forwards back backwards left right side sides to the your my "
    "a in at of over above behind front air head shoulder shoulders chest hip hips knees waist height level bit little "
    "wide wider more again once twice times three two five ten thirty forty fifty sixty ninety degrees degree and from "
    "towards toward me one slowly gently slightly straight sideways ceiling sky floor ground now please for second "
    "half way halfway about by as far you can front body open closed shut fully completely us wall door window camera "
    "on"
)
"""What may be said of how far a part is moved."""
_RAISED = word_set("up high air above over higher sky ceiling")
_LOWERED = word_set("down lower")
_MOVED = {
    **dict.fromkeys(("put", "hold", "throw", "stick", "get", "let", "bring", "reach"), ""),
    **dict.fromkeys(("raise", "lift"), "raise"),
    **dict.fromkeys(("drop", "lower"), "lower"),
}
"""Verbs that lead a part up or down as the words after them tell, or by themselves."""
_TURNED = word_set(
    "move turn tilt rotate bend swing stretch extend spread cross fold straighten relax flex wiggle shake open close "
    "shut swivel twist bow"
)
_OF_PEOPLE = re.compile(
    r"^(?:put|hold|get|stick|throw|keep) .*(?:feet|foot|head|hips)$|^bring your head|^cross fingers$"
)
"""Parts that people put somewhere in a manner of speaking: "put your feet up", "hold your head high"."""
_HANDS = ("gripper", "grippers", "claw", "claws")


def of_body(verb: str, rest: Sequence[str], setting: Setting) -> Deed | None:
    """The motion of a part of the body; None if the words tell none.

    Args:
        verb: The verb, in its base form.
        rest: What follows it.
        setting: Who speaks.
    """
    laid = _HAND_LAID.match(" ".join(rest)) if verb in _LAYING and setting.speaker == Speaker.USER else None
    if laid:
        return Deed(acts.PERFORM_MOTION, Slots(f"{verb} {laid['part']}", "", laid["place"]))
    found = _BODY.match(_COMPARED.sub("", " ".join(rest))) if verb in _MOVED or verb in _TURNED else None
    if not found or not set(found["tail"].split()) <= _TAIL:
        return None
    is_own = setting.speaker == Speaker.AGENT
    whose = found["whose"].split()[-1] if found["whose"] else ""
    if whose == ("your" if is_own else "my") or _OF_PEOPLE.match(f"{verb} {found['part']}"):
        return None
    if not whose and not _is_told_shortly(verb, found["part"], found["tail"], setting):
        return None
    name = _MOVED.get(verb, verb) or _led({found["way"] or "", *found["tail"].split()})
    if not name:
        return None
    if found["part"].split()[-1] == "body" and verb not in ("turn", "rotate", "tilt"):
        return None
    part = " ".join(word for word in found["part"].split() if word != "other")
    return Deed(acts.PERFORM_MOTION, Slots(f"{name} {part}"))


def _is_told_shortly(verb: str, part: str, tail: str, setting: Setting) -> bool:
    """ "raise left arm", "tilt head to the right", "open gripper": without the article, as learners say it."""
    is_own = setting.speaker == Speaker.AGENT
    return not is_own and verb in _SHORTLY and not part.endswith(("s", "eyes", "body", "tail")) and "with" not in tail


_SHORTLY = word_set("raise lift lower tilt turn rotate bend stretch extend open close move straighten")
"""Verbs that lead a part of the body even where its article is left out; "shake hands", "cross fingers" do not."""


def _led(words: set[str]) -> str:
    """Where "put" and "hold" lead an arm."""
    if words & _RAISED:
        return "raise"
    return "lower" if words & _LOWERED else ""


def of_gripper(words: Sequence[str], setting: Setting) -> Deed | None:
    """ "open your gripper": the creature's own hand, nothing that is opened like a door."""
    return of_body(words[0], words[1:], setting) if set(words[2:4]) & set(_HANDS) else None


def again(words: Sequence[str], before: str) -> Deed | None:
    """ "[Lift both arms] and lower them again": the same part as in the motion before; None if there is none.

    Args:
        words: From the verb on.
        before: The motion before, as "lift arms".
    """
    part = re.search(rf" (?P<part>{_PARTS})$", before)
    other = _OTHER.match(" ".join(words[1:]))
    rest = other["rest"].split() if other else words[2:]
    if part is None or not (other or tuple(words[1:2]) in (("it",), ("them",))):
        return None
    laid = _LAID.match(" ".join(rest)) if words[0] in _LAYING else None
    if laid:
        return Deed(acts.PERFORM_MOTION, Slots(f"{words[0]} {before.partition(' ')[2]}", "", laid["place"]))
    if not set(rest) <= _TAIL:
        return None
    name = _MOVED.get(words[0], words[0] if words[0] in _TURNED else "") or _led(set(rest))
    side = f"{other['side']} " if other and other["side"] != "other" else ""
    return Deed(acts.PERFORM_MOTION, Slots(f"{name} {side}{part['part']}")) if name else None


_LAYING = word_set("put place lay rest set slide move keep hold")
_LAID = re.compile(
    r"^(?:(?:forwards?|across|down|over|up|back|right|out) )*(?:on|onto|over|to|above|against|under|in|at|near|next to)"
    r" (?:the |your |my )?(?P<place>.+?)(?: (?:right |directly )?in front of you)?$"
)
_HAND_LAID = re.compile(
    r"^your (?P<part>(?:left |right )?(?:hand|arm|gripper)s?) (?:(?:forwards?|across|down|over|out) )*"
    r"(?:on|onto|over|above|against) the"
    r" (?P<place>(?:\w+ ){0,3}?(?:table|desk|counter|wall|door|shelf|board|block|cup|floor|box))$"
)
""" "[Raise your right hand] and place it on the table": the hand, nothing that is carried."""
_OTHER = re.compile(r"^(?:the|your|my) (?P<side>left|right|other) (?:one|ones)(?P<rest>(?: .+)?)$")

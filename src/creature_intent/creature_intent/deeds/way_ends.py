"""What a way is for, or what is carried along it, left out or put first: "turn left [to face the desk]"."""

from __future__ import annotations

import re

from creature_intent.deeds.carried import is_carried
from creature_intent.grammar.lexicon import word_set

_SIDEWAYS = (
    r"(?:(?:(?:to|towards?) )?(?:the |your |my )?(?:left|right)(?:[- ]hand)?(?: side)?|around|round|forwards?"
    r"|backwards?|back|straight|ahead|slightly|completely|a (?:bit|little|left|right)|again|once|twice|then|and)"
)
_TURNING = r"(?:turn|go|walk|move|step|head|rotate|pivot|make|take|hang)"
_STANDING = r"(?:face|stand (?:in front of|by|at|next to|beside|before))"
_THEN_GO = re.compile(
    rf"^{_TURNING} (?:{_SIDEWAYS} )+to (?P<way>(?:go|move|walk|return|head|cross|get back|get over|approach|drive) .+)$"
)
_WALK_TO_FACE = re.compile(rf"^(?:go|walk|move|head)(?: (?:over|across|up))* to {_STANDING} (?P<place>.+)$")
_TO_SEE = re.compile(
    rf"^(?P<way>{_TURNING}(?: {_SIDEWAYS})+)"
    rf" (?:(?:so as |in order )?to (?:{_STANDING}|see|find|locate|look at|be|come|line up)|facing|so (?:that )?you) .+$"
)
_AROUND_IT = re.compile(rf"^(?P<way>(?:go|walk|move) around (?:the|my) (?:\w+ ){{1,3}}?)to {_STANDING} .+$")
_WITH_IT = re.compile(
    r"^(?:walk|go|move|head) with (?P<thing>(?:the |your |that )?(?:\w+ ){1,4}?)"
    r"(?P<way>(?:back |over )*(?:to|towards?) (?:the|my|your|a) .+)$"
)
_WALKED = re.compile(
    r"^walk (?P<thing>(?:the|your|that) (?:\w+ ){1,3}?)(?P<way>(?:back |over |out )*(?:to|towards?|in front of) .+)$"
)
_SIDE_TAKEN = re.compile(
    r"^(?:make|take|hang) a (?:(?:quick|sharp|slight|hard) )?(?P<side>left|right)(?: turn)?"
    r"(?P<rest> (?:at|to|by|before|after|past|towards?|facing|in) .+)$"
)
_AHEAD = re.compile(
    r"^(go|walk|move|head|step) (?:straight )?(?:forwards?|ahead|straight)(?= (?:across|past|around|through)\b)"
)
_WHERE_IS = re.compile(r"(?<= to the) ((?:\w+ ){1,3}?)where (?:the|your|my) .+ (?:is|are|sits?|stands?)$")
_CUT = ("slice", "slices", "piece", "pieces")
_VERBS = word_set("turn go walk move step head rotate pivot make take hang")
_ENDS = frozenset({"to", "towards", "toward", "facing", "so", "front", "left", "right", "forward", "ahead", "straight"})


def without_ends(words: list[str]) -> list[str]:
    """The words of a way without what it is for; what is walked with is carried.

    Args:
        words: From the verb on.
    """
    if words[0] not in _VERBS or _ENDS.isdisjoint(words):
        return words
    text = _SIDE_TAKEN.sub(r"turn \g<side>\g<rest>", " ".join(words))
    text = _WHERE_IS.sub(r" \1", _AHEAD.sub(r"\1", text)).strip()
    for carrying in (_WITH_IT, _WALKED):
        found = carrying.match(text)
        thing = found["thing"].strip().rpartition(" of ")[2] if found else ""
        if found and (is_carried(thing) or thing.split()[-1] in _CUT):
            return f"carry {found['thing']}{found['way']}".split()
    found = _THEN_GO.match(text)
    if found:
        return found["way"].split()
    found = _WALK_TO_FACE.match(text)
    if found:
        return f"go to {found['place']}".split()
    found = _TO_SEE.match(text) or _AROUND_IT.match(text)
    return (found["way"] if found else text).split()

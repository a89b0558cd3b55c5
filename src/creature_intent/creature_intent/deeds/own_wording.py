"""The creature's promises, in the words the grammars know: "let the sock drop into the bin" as "drop the sock ..."."""

from __future__ import annotations

import re

from creature_intent.deeds.idioms import is_carried, is_fixed
from creature_intent.grammar.lexicon import word_set
from creature_intent.grammar.triggers import heard, needed_words

_WHOM = r"(?:you|him|her|them|everyone|everybody|us|folks|people|the \w+)"
_TAIL = re.compile(
    r" (?:as we speak|while we (?:speak|talk)|even as we speak"
    # how
    r"|(?:ever|oh) so \w+|(?:nice|good) and \w+|just a (?:crack|touch|smidge|smidgen|tad|fraction)|only"
    r"|(?:right )?like (?:this|so|that)"
    r"|with (?:both|one|two|either|each) (?:of )?(?:my )?(?:hands?|arms?|grippers?|claws?|paws?)"
    r"|with (?:my|the) (?:(?:left|right|free|other|good|own) )?(?:hands?|arms?|grippers?|claws?|fingers|paws?|tray)"
    # when
    r"|pronto|on the double|without (?:further )?delay|there and then|here and now|any second now|straightaway"
    rf"|in (?:just )?(?:a|two|half a) (?:jiffy|tick|ticks|mo|flash|trice|wink|heartbeat|shakes)"
    # what for
    rf"|(?:so as )?to (?:give|leave) {_WHOM} (?:(?:some|a bit of|more|a little|a bit more|enough|plenty of) )*"
    r"(?:room|space|way)"
    rf"|(?:so as )?to (?:let {_WHOM} (?:pass|by|through|past|out|in)(?: \w+)?|make (?:room|way|space)(?: for .+)?)"
    r")$"
)
"""How, when and what for: it changes nothing about the deed."""
_TAIL_WORDS = needed_words(_TAIL, search=True)
_ALL_OF_YOU = re.compile(
    r"\byou (?:all(?! (?:of|the|your|my|that|those|these|this|about)\b)|guys|folks|lot|lads|ladies|gents|both)\b"
    r"|\byou (?:two|three|four)(?= (?:to|over|into|there|back|through|out|up|down)\b|$)"
)
_LET = re.compile(
    r"^let (?P<thing>(?:the|your|this|that|these|those|it|them|his|her) ?[\w' -]*?) (?:gently )?"
    r"(?:drop|fall|slide|roll|slip|tumble|go) (?P<where>(?:down )?(?:into|onto|in|on) .+)$"
)
_KEEP = re.compile(
    r"^keep (?P<thing>(?:the|your|this|that|these|those|his|her) [\w' -]+?) "
    r"(?P<where>(?:on|in|inside|under|by|next to|beside) (?P<place>(?:the|your) [\w' -]+))$"
)
_OVER = re.compile(
    r"^carry (?P<thing>(?:the|your|this|that|these|those|it|them|a|an|some)\b[\w' -]*?) (?:right )?over$"
)
_SWITCHED = re.compile(
    r"^(?P<deed>(?:turn|switch|put|flip|flick|click|pop|stick|throw|knock) (?:(?:on|off) .+?|.+? (?:on|off)))"
    r" for (?!(?:a|an|some)\b)[\w' ]{2,20}$"
)
_TO_IT = re.compile(
    r"^(?P<verb>bring|fetch|give|get|hand|pass|carry) it (?P<thing>(?:a|an|some|another|its|more|the)\b .+)$"
)
_BEHIND = re.compile(r"^be (?:right |close |just |hot )(?:behind|on the heels of) (?P<whom>[\w' ]+?)(?: all the way)?$")
_GUIDE = re.compile(r"^be (?P<whose>your|his|her|their) (?:\w+ )?guide (?P<where>(?:\w+ )?to (?:the|your) .+)$")
_WHOSE = {"your": "you", "his": "him", "her": "her", "their": "them"}
_THERE = re.compile(r"( (?:on|off)) (?:in |over |up |down )?there$")
_READ_SO = word_set("be let keep carry bring fetch give get hand pass")
_SWITCHING = word_set("turn switch put flip flick click pop stick throw knock")


def as_promised(words: list[str]) -> list[str]:
    """The words of a promise, from the verb on, without what changes nothing, and as the grammars know them.

    "step back a bit to give you room" is "step back a bit", "take you all to the hall" is "take you to the hall".
    """
    text = " ".join(words)
    said = heard(words, text)
    if "you" in said:
        text = _ALL_OF_YOU.sub("you", text)
    while not _TAIL_WORDS.isdisjoint(said) and " " in text:
        shorter = _TAIL.sub("", text)
        if shorter == text:
            break
        text = shorter
    if words[0] in _SWITCHING:
        switched = _SWITCHED.match(text)
        text = _THERE.sub(r"\1", switched["deed"] if switched else text)
    return (_plainly(text) if words[0] in _READ_SO else text).split()


def _plainly(text: str) -> str:
    """ "let it drop into the basket", "be your guide to the hall", "keep the cups in the cupboard", "carry it over"."""
    let = _LET.match(text)
    if let:
        return f"drop {let['thing']} {let['where']}"
    keep = _KEEP.match(text)
    if keep and is_carried(keep["thing"]) and is_fixed(keep["place"]):
        return f"put {keep['thing']} {keep['where']}"
    guide = _GUIDE.match(text)
    if guide:
        return f"guide {_WHOSE[guide['whose']]} {guide['where']}"
    behind = _BEHIND.match(text)
    if behind:
        return f"follow {behind['whom']}"
    to_it = _TO_IT.match(text)
    if to_it:
        return f"{to_it['verb']} {to_it['thing']} to it"
    over = _OVER.match(text)
    return f"bring {over['thing']} over" if over else text

"""Orders behind or in a fact of the thing: "somebody left the fridge open, shut it"."""

from __future__ import annotations

import re

from creature_intent.deeds.carried import is_carried
from creature_intent.deeds.slots import head_noun
from creature_intent.grammar.lexicon import NOT_IN_OBJECT, PRONOUNS, word_set
from creature_intent.grammar.rulebook import Rulebook

_ONE = r"(?:(?P<of>the|that|this|my|our|those|these|all the) )?(?P<name>(?:[\w'-]+ ){0,2}?[\w'-]+)"
_IT = r"(?P<deed>(?:so |please |just |(?:can|could|would|will) you (?:please |just )?)*"
_SWITCH = rf"{_IT}(?P<verb>turn|switch|shut|put|close|open|lock)) (?:it|them|that)(?P<rest>(?: \w+){{0,3}})$"
_LEFT_SO = re.compile(
    r"^(?:some(?:one|body)|you|they|he|she|we|i|who|tom|mum|dad|the kids) (?:has|have|had)? ?(?:gone and )?left "
    rf"{_ONE} (?:wide |still )?(?:open|on|running|unlocked|ajar)(?: again| still| all night"
    rf"| overnight)?(?: ,)? {_SWITCH}"
)
_IS_SO = re.compile(
    rf"^(?:is |are )?{_ONE} (?:(?:is|are|has|have) )?(?:still |just |all )?(?:on|open|done|finished|beeping"
    rf"|dripping|running|"
    r"ringing|too \w+|ready|off|closed|shut|unlocked|wide open|leaking|buzzing|cold|empty)(?: again)?(?: ,)? "
    rf"{_SWITCH}"
)
_IF_SO = re.compile(r" if (?:it|they|that) (?:is|are)$")
_TO_BE_IN = re.compile(
    r"^(?P<thing>(?:the|that|those|these|this|my|our) (?:[\w'-]+ ){0,2}?[\w'-]+) (?:needs?|has|have"
    r"|ought) to be (?:back )?"
    r"(?P<where>(?:in|on|under|by|behind|next to) (?:the|my|our) (?:\w+ )?\w+)(?P<rest>(?: please| now| though)*)$"
)
_LIKED = re.compile(
    r"^(?:i would (?:really )?(?:like|love|prefer)|i want|we want|i would rather have|let us have) "
    r"(?P<thing>(?:the|that|those|these|this|my|our) (?:[\w'-]+ ){0,2}?[\w'-]+) (?P<state>on|off|out)"
    r"(?P<rest>(?: in here| now| please| again| then)*)$"
)
_THEN_ASKED = re.compile(
    r"^(?:(?:i|we|he|she|it|they|(?:the|my|our) (?:\w+ )?\w+|\w+) (?:am|is|are|has|have|feel|feels|need|can not"
    r"|spilled|spilt|"
    r"cut|dropped|will)) [^,]+ , (?P<asked>(?:(?:a|an|the|some|my|your|one|two"
    r"|more) )?(?:[\w'-]+ ){0,3}?[\w'-]+ please)$"
)
_CLOSABLE = word_set(
    "door doors window windows gate gates drawer drawers cabinet cupboard wardrobe lid fridge freezer hatch skylight "
    "curtain curtains blind blinds shutter shutters cupboards garage shed"
)
_NO_NAME = NOT_IN_OBJECT | PRONOUNS | word_set("and or but , you he she they there here out up")


def told_of(text: str, said: frozenset[str], book: Rulebook) -> str:
    """The order, with the thing that the fact names; the text itself where it is none of these.

    Args:
        text: A sentence of the user.
        said: Its words.
        book: The rules, for their nouns.
    """
    if "it" in said or "them" in said or "that" in said:
        found = _LEFT_SO.match(text) or _IS_SO.match(_IF_SO.sub("", text))
        if found and _is_meant(found, book):
            name = f"{found['of'] or 'the'} {found['name']}"
            return f"{found['deed']} {name}{found['rest']}"
    if "be" in said and (found := _TO_BE_IN.match(text)) and is_carried(found["thing"]):
        return f"put {found['thing']} {found['where']}{found['rest']}"
    if not said.isdisjoint(_STATES) and (found := _LIKED.match(text)):
        is_machine = head_noun(found["thing"]) in book.nouns["machines"]
        is_machine = is_machine and _NO_NAME.isdisjoint(found["thing"].split()[1:])
        return f"turn {'on' if found['state'] == 'on' else 'off'} {found['thing']} please" if is_machine else text
    if "please" in said and "," in said and (found := _THEN_ASKED.match(text)):
        words = found["asked"].split()
        ends = (index for index, word in enumerate(words) if index and word in ("of", "for", "to", "in", "please"))
        named = " ".join(words[: next(ends)])
        is_one = is_carried(named) or head_noun(named) in book.nouns["handed"]
        return found["asked"] if is_one and words[0] not in book.verbs and _NO_NAME.isdisjoint(words) else text
    return text


_STATES = word_set("on off out")


def _is_meant(found: re.Match[str], book: Rulebook) -> bool:
    head, verb = head_noun(found["name"]), found["verb"]
    if not _NO_NAME.isdisjoint(found["name"].split()):
        return False
    if verb in ("turn", "switch", "put"):
        return head in book.nouns["machines"] and found["rest"].split()[:1] in (["on"], ["off"], ["down"], ["up"])
    return head in _CLOSABLE

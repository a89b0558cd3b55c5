"""Orders in few words, put as whole ones: "doors open please", "chairs back against the wall"."""

from __future__ import annotations

import re

from creature_intent.deeds.carried import is_carried
from creature_intent.deeds.slots import head_noun
from creature_intent.grammar.lexicon import DETERMINERS, NOT_IN_OBJECT, PEOPLE, PREPOSITIONS, PRONOUNS, word_set
from creature_intent.grammar.rulebook import Rulebook

_LEAD = r"(?P<lead>(?:(?:okay|hey|oh|right|so|now|please|listen|robot|and|um|quick|quickly)(?: ,)? )*)"
_OF = r"(?P<of>(?:the|that|those|these|this|my|our|all the|both) )?"
_NAME = r"(?P<name>(?:[\w'-]+ ){0,2}?[\w'-]+)"
_POLITE = (
    r"(?:please|quick|quickly|now|thanks|thank you|ta|cheers|would you|will you|could you|if you would"
    r"|if you please|and|love|mate|robot)"
)
_NEED = (
    r"(?:i|we) (?:am|are|can not|have|need|want|will)|it is (?:too )?(?:freezing|cold|hot|loud|dark|stuffy|raining"
    r"|late|"
    r"so|getting|bedtime|time)|(?:the|my) (?:baby|kids|head|eyes|sun|guests|neighbours|film|game) (?:is|are|hurts?)|"
    r"(?:he|she|they) (?:is|are)|(?:the|my|our) \w+ (?:is|are|has|have)|careful|mind (?:the|your|my)|there is"
)
_STATED = re.compile(
    rf"^{_LEAD}{_OF}{_NAME}(?P<mark> ,)? (?P<state>on|off|out|open|opened|shut|closed|up|down)"
    rf"(?P<where> (?:in|at|by|on|over) (?:the|my|our) (?:\w+ )??(?!please|now|thanks)\w+)?"
    rf"(?P<please>(?:(?: ,)? {_POLITE})*)(?P<why>(?: ,)? (?:{_NEED})\b.*)?$"
)
_HAVE_IT = re.compile(
    rf"^{_LEAD}{_OF}{_NAME}(?: ,)? (?:could|can|may) (?:i|we) (?:please )?have (?:it|them) (?P<state>on|off|open"
    rf"|shut|closed)"
    r"(?P<rest>.*)$"
)
_PLACED = re.compile(
    rf"^{_LEAD}{_OF}{_NAME}(?P<mark> ,)? (?P<goes>(?:goes|go|belongs?|should go) )?(?P<back>back )?"
    r"(?P<where>(?:in|into|on|onto|on top of|under|against|by|beside|next to|behind|over|at) "
    r"(?:(?:the|my|our|his|her|its|that|this) )?(?:(?!please\b|now\b|and\b|would\b|thanks\b"
    r"|quick)[\w'-]+ ){0,3}?[\w'-]+)"
    rf"(?P<please>(?:(?: ,)? {_POLITE})*)(?P<why>(?: ,)? (?:{_NEED})\b.*)?$"
)
_POINTING = re.compile(
    rf"^{_LEAD}(?P<name>(?:[\w'-]+ ){{0,4}}?[\w'-]+)(?: ,)? (?P<deed>(?:please |(?:can|could|would"
    rf"|will) you (?:please )?)?"
    r"(?:turn|switch|bring|put|take|close|shut|open|pick|fetch|get|give|hand|pass|find|grab|look for|move|carry)"
    r" (?:it|them|that|those)\b.*)$"
)
_TOLD_OF = re.compile(
    r"^(?P<fact>(?:.* , )?(?P<thing>(?:the|this|that|my|our|these|those) (?P<name>(?:[\w'-]+ ){0,2}?[\w'-]+)) "
    r"(?:is|are|has|have|keeps?|makes?|gives?|will|was|were|needs?|just|does|do|got) [^,]+(?: ,)? )"
    r"(?P<deed>(?:so |please |just |(?:can|could|would|will) you (?:please |just )?)*(?P<verb>turn|switch|shut"
    r"|bring|pull|put|let))"
    r" (?:it|them|that|those) (?P<state>on|off|up|down)(?P<rest>(?: please| now| again| for me| would you| will you"
    r"| ,)*)$"
)
_CLOSABLE = word_set(
    "door doors window windows gate gates drawer drawers cabinet cupboard wardrobe lid fridge freezer hatch skylight "
    "curtain curtains blind blinds shade shades shutter shutters cupboards garage"
)
_LOWERED = word_set("curtain curtains blind blinds shade shades shutter shutters garage door")
_NO_NAME = (
    NOT_IN_OBJECT
    | PRONOUNS
    | PEOPLE
    | (PREPOSITIONS - {"in", "on", "by", "at", "under", "from", "with", "of"})
    | word_set(
        "and or but , you he she they we please not no yes up down back away out here there where when which turn "
        "switch put bring take leave keep get have let want with feet hands eyes head put with found left robot"
    )
)


def told_whole(text: str, said: frozenset[str], question: bool, book: Rulebook) -> str:
    """The order with its verb, or with what it points at; the text itself where it is none of these.

    Args:
        text: A sentence of the user.
        said: Its words.
        question: It ends with a question mark.
        book: The rules, for their nouns.
    """
    if not said.isdisjoint(_STATES) and (not question or "have" in said):
        whole = _with_subject(_stated(text, book), book)
        if whole != text:
            return whole
    if not said.isdisjoint(_THERE) and (found := _PLACED.match(text)):
        return _placed(found, book)
    if not said.isdisjoint(_THEM) and (found := _POINTING.match(text)):
        return _pointing(found, book)
    return text


_STATES = word_set("on off out open opened shut closed up down")
_THERE = word_set("back please now quick quickly thanks ta cheers would will")
_THEM = word_set("it them that those")


def _is_known(name: str, book: Rulebook) -> bool:
    """A thing of a house, by its name alone: a machine, what opens, what hands carry."""
    words = name.split()
    at = next((index for index, word in enumerate(words) if index and word in PREPOSITIONS), len(words))
    head = head_noun(" ".join(words[:at]))
    is_one = head in book.nouns["machines"] or head in _CLOSABLE or head in book.nouns["handed"] or is_carried(head)
    return is_one and _NO_NAME.isdisjoint(words) and words[0] not in book.verbs - {"light", "lights"}


def _deed(state: str, head: str, book: Rulebook) -> str:
    """The verb that brings a thing into the state; empty where nobody does."""
    if state in ("on", "off", "out"):
        return ("turn on" if state == "on" else "turn off") if head in book.nouns["machines"] | _SHORT else ""
    if head not in _CLOSABLE or (state in ("up", "down") and head not in _LOWERED):
        return ""
    return "open" if state in ("open", "opened", "up") else "close"


_SHORT = word_set("ac tv telly lights light lamp fan heater radio")


def _stated(text: str, book: Rulebook) -> str:
    found = _HAVE_IT.match(text) or _STATED.match(text)
    if found is None:
        return text
    more = found.groupdict()
    name, state = found["name"], found["state"]
    deed = _deed(state, head_noun(name), book)
    is_told = bool(more.get("please") or more.get("why") or more.get("mark")) or "please" in found["lead"]
    is_told = is_told or bool(more.get("rest")) or " have " in text
    is_pointed = found["of"] is not None and not (more.get("please") or " have " in text)
    if not deed or not is_told or is_pointed or not _NO_NAME.isdisjoint(name.split()):
        return text
    if name.split()[0] in book.verbs - {"light", "lights", "fan", "radio"}:
        return text
    return f"{deed} {found['of'] or 'the '}{name}{more.get('where') or ''} please"


def _placed(found: re.Match[str], book: Rulebook) -> str:
    """ "Chairs back against the wall, please", "milk goes back in the fridge please"."""
    name, is_polite = found["name"], bool(found["please"]) or "please" in found["lead"]
    is_back = bool(found["back"]) and not found["goes"] and not found["of"]
    is_one = is_carried(name) or head_noun(name) in book.nouns["handed"] | _FURNITURE
    if (
        not is_one
        or not (is_polite or is_back)
        or not _NO_NAME.isdisjoint(name.split())
        or name.split()[0] in book.verbs
    ):
        return found[0]
    if not PRONOUNS.union(PEOPLE).isdisjoint(found["where"].split()):
        return found[0]
    if found["where"] in ("over here", "in here"):
        return found[0]
    return f"put {found['of'] or 'the '}{name} {found['back'] or ''}{found['where']} please"


_FURNITURE = word_set("chairs wheelchair cushions boots coats samples trolley table stools pans pots clothes sheets")


def _pointing(found: re.Match[str], book: Rulebook) -> str:
    """ "Fairy lights, switch them off": "the fairy lights, switch them off"."""
    name = found["name"]
    if name.split()[0] in DETERMINERS or not _is_known(name, book):
        return found[0]
    return f"{found['lead']}the {name} , {found['deed']}"


def _with_subject(text: str, book: Rulebook) -> str:
    """ "This music is driving me up the wall, turn it off": what the fact is of is meant, not the wall."""
    found = _TOLD_OF.match(text)
    if found is None:
        return _pointing(late, book) if (late := _POINTING.match(text)) else text
    head, state = head_noun(found["name"]), found["state"]
    is_switched = found["verb"] in ("turn", "switch", "shut", "put") and head in book.nouns["machines"]
    deed = _deed(state, head, book) if is_switched or (state in ("up", "down") and head in _LOWERED) else ""
    if not deed or not _NO_NAME.isdisjoint(found["name"].split()):
        return text
    return f"{deed} {found['thing']}{found['rest']}"

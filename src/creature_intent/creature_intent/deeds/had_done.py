"""What the user wants to have, or to have done: "could I have the blinds closed", "we're out of soap, bring some"."""

from __future__ import annotations

import re

from creature_intent.deeds.carried import is_handed
from creature_intent.deeds.slots import head_noun
from creature_intent.grammar.lexicon import (
    DETERMINERS,
    KIN,
    NOT_IN_OBJECT,
    PEOPLE,
    PREPOSITIONS,
    PRONOUNS,
    TITLES,
    word_set,
)
from creature_intent.grammar.rulebook import Rulebook

_NAME = r"(?P<name>(?:[\w'-]+ ){0,2}?[\w'-]+?)"
_VERB = (
    r"(?P<deed>(?:please |just |(?:can|could|would|will) you (?:please )?|go and |go |run and )*"
    r"(?:bring|get|fetch|grab|pass|find|give))(?P<whom> (?:me|us))? "
    r"(?:some(?: more)?|more|one|another(?: one)?|a new one|a fresh one|new ones|a few)(?P<rest>(?: .*)?)$"
)
_HERE = r"(?: (?:in here|here|in the \w+|at table \w+|up here|over here))?"
_NONE_LEFT = re.compile(
    r"^(?:.*[, ])??(?:(?:(?:we|i|they) )?(?:(?:are|am|have|is|need|want) )?(?:\w+ )??(?:run out of|ran out of"
    r"|out of|no more|short of|"
    r"not got any(?: more)?|not any(?: more)?|not have any(?: more)?|no|need (?:some )?more|need some)) "
    rf"{_NAME}(?: left| anymore)?{_HERE}(?: ,)?(?: so| and)? {_VERB}"
)
_ALL_GONE = re.compile(
    rf"^(?:the|my|our) {_NAME} (?:is|are|has|have) (?:all |nearly |just |completely )?"
    rf"(?:gone|finished|run out|empty|used up|out)(?: ,)?(?: so| and)? {_VERB}"
)
_DONE = {
    "brought": "bring", "taken": "take", "carried": "carry", "put": "put", "hung": "hang", "opened": "open",
    "closed": "close", "shut": "shut", "turned": "turn", "switched": "switch", "picked": "pick", "moved": "move",
    "fetched": "fetch", "laid": "lay", "placed": "put", "delivered": "deliver", "cleared": "clear",
}  # fmt: skip
_HAD = re.compile(
    r"^(?P<lead>(?:.* , )?(?:so |and |but |please |okay |hey )*)"
    r"(?:(?:would it be|is it) (?:at all )?possible (?:to|that (?:i|we)) (?:have|get)"
    r"|(?:can|could|may|might) (?:i|we) (?:please |just |possibly )*(?:have|get|see)|let us (?:have|get|see)"
    r"|(?:i|we) (?:would like|want|need|would love|would prefer) (?:to (?:have|see|get) )?|any chance of (?:getting"
    r"|having)"
    r"|(?:please )?(?:see|see to it|make sure|ensure)(?: that)?|(?:please )?(?:have|get)) ?"
    r"(?P<thing>(?:the|my|our|this|that|these|those|all the|her|his) (?:[\w'-]+ ){0,3}?[\w'-]+) (?:(?:is|are|gets?"
    r"|get|being) )?"
    rf"(?P<done>{'|'.join(_DONE)})(?P<rest>(?: .+)?)$"
)
_GET_TO = re.compile(
    r"^(?P<lead>(?:.* , )?(?:so |and |please |okay |(?:can|could|would|will) you (?:please )?)*)"
    r"get (?P<thing>(?:(?:the|my|our|his|her|this|that|these|those|a|an|some) )?(?:[\w'-]+ ){0,2}?[\w'-]+)"
    r"(?P<way> (?:over|back|up|down|across|round|through))? (?P<where>here|to (?!work\b|know\b|sleep\b)[\w' -]+)$"
)
_SURE_GETS = re.compile(
    r"^(?P<lead>(?:please )?)(?:(?:see|make sure|ensure)(?: that)? (?P<who>[\w' ]+?) gets? (?:safely )?"
    r"|(?P<whom>[\w' ]+?) (?:needs|wants) (?:taking|walking|bringing|to be (?:taken|walked"
    r"|brought)) )(?P<where>(?:back )?to .+)$"
)
_COME_HERE = re.compile(
    r"^(?P<lead>(?:hey|oi|robot|okay|please|right)?(?: ,)? ?)(?P<of>(?:the|that|my|a|an|some) )?"
    rf"{_NAME}(?P<mark> ,)? (?P<where>over here|to me|here)(?P<rest>(?:(?: ,)? (?:please|now|quick|quickly))*)$"
)
_THROUGH = re.compile(
    r"\b(?P<deed>take|show|bring|lead|walk) (?P<who>(?:mr|mrs|ms|miss|doctor|the|our|these|this) \w+) through (?=to )"
)
_NO_NAME = (
    NOT_IN_OBJECT
    | PRONOUNS
    | PREPOSITIONS
    | word_set("and or but , you he she they we please not time way luck idea ideas come look up down back out")
)


def had(text: str, said: frozenset[str], question: bool, book: Rulebook) -> str:
    """The task alone, put as an order; the text itself where nothing of this is asked for.

    Args:
        text: A sentence of the user.
        said: Its words.
        question: It ends with a question mark.
        book: The rules, for their nouns.
    """
    if not said.isdisjoint(_FETCHED) and not said.isdisjoint(_AMOUNTS):
        found = _NONE_LEFT.match(text) or _ALL_GONE.match(text)
        if found and _is_wanted(found["name"], book):
            return f"{found['deed']}{found['whom'] or ' me'} some {found['name']}{found['rest']}"
    if not said.isdisjoint(_DONE) and (found := _HAD.match(text)):
        return _had_done(found)
    if "gets" in said or "sure" in said or "needs" in said or "wants" in said:
        found = _SURE_GETS.match(text)
        who = (found["who"] or found["whom"]) if found else ""
        if found and _is_person(who, book):
            return f"{found['lead']}take {who} {found['where']}"
    if "get" in said and not question and (found := _GET_TO.match(text)):
        return _got_to(found, book)
    if "through" in said:
        return _THROUGH.sub(
            lambda one: f"{one['deed']} {one['who']} " if _is_person(one["who"], book) else one[0], text
        )
    return text if question or ("here" not in said and "me" not in said) else _brought_here(text, book)


_FETCHED = word_set("bring get fetch grab pass find give")
_AMOUNTS = word_set("some more one another few ones")


def _is_wanted(name: str, book: Rulebook) -> bool:
    head = head_noun(name)
    is_thing = not any(head in book.nouns[kind] for kind in ("abstract", "fixed", "far_places"))
    return is_thing and _NO_NAME.isdisjoint(name.split()) and head not in _NEVER_BROUGHT


_NEVER_BROUGHT = word_set("petrol gas fuel money cash people staff hope patience options space room energy power")


def _is_person(who: str, book: Rulebook) -> bool:
    words = who.split()
    return words[0] in TITLES or words[-1] in (KIN | PEOPLE | book.nouns["given_names"]) - {"you", "me", "us"}


def _had_done(found: re.Match[str]) -> str:
    """ "Could I have the lights turned off": "turn the lights off"."""
    thing, rest = found["thing"], found["rest"]
    words = thing.split()
    is_open = found["done"] in ("turned", "switched") and rest.split()[:1] not in (["on"], ["off"], ["down"], ["up"])
    if is_open or not _NO_NAME.isdisjoint(words[1:]) or words[-1] in ("been", "being"):
        return found[0]
    return f"{found['lead']}{_DONE[found['done']]} {thing}{rest}"


def _got_to(found: re.Match[str], book: Rulebook) -> str:
    """ "Get the ladder over to Marco": "bring the ladder to Marco"; "get Grandma to the table": "take her there"."""
    thing, where = found["thing"], found["where"]
    led_to = where.split()[1:2]
    is_led = not led_to or led_to[0] in DETERMINERS | _NUMBERED | book.nouns["given_names"] | PEOPLE | {"reception"}
    if not _NO_NAME.isdisjoint(thing.split()) or not is_led:
        return found[0]  # "Get the twins to come to the table."
    if _is_person(thing, book):
        is_led = where.split()[1:2] in (["the"], ["my"], ["our"], ["her"], ["his"], ["exam"], ["room"])
        return f"{found['lead']}take {thing} {where}" if is_led else found[0]
    if head_noun(thing) in book.nouns["abstract"] or thing.split()[0] not in _LED or "to to" in where:
        return found[0]
    return f"{found['lead']}bring {thing} {where}" if is_handed(thing, book) or where != "here" else found[0]


_NUMBERED = word_set("room table ward bed desk flat bay lab suite cabin station exam")
_LED = word_set("the my our his her this that these those a an some")


def _brought_here(text: str, book: Rulebook) -> str:
    """ "Ladder, over here, now": "bring me the ladder now"."""
    found = _COME_HERE.match(text)
    if found is None or not _NO_NAME.isdisjoint(found["name"].split()) or found["name"].split()[0] in book.verbs:
        return text
    is_one = is_handed(found["name"], book) and not PEOPLE.intersection(found["name"].split())
    is_told = bool(found["mark"] or found["rest"])
    return f"bring me {found['of'] or 'the '}{found['name']}{found['rest']}" if is_one and is_told else text

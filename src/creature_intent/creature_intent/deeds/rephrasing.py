"""What is asked for in an unusual order, put into the one that the grammars know.

"From the drawer bring me a bag", "can you me the paper bring", "if there is any milk, bring me some".
"""

from __future__ import annotations

import re

from creature_intent.deeds.carried import is_carried
from creature_intent.deeds.had_done import had
from creature_intent.deeds.long_leads import without_lead
from creature_intent.deeds.relayed import relayed
from creature_intent.deeds.told_of import told_of
from creature_intent.deeds.told_short import told_whole
from creature_intent.grammar.lexicon import (
    COMMON_VERBS,
    DETERMINERS,
    HOUSEWORK,
    KIN,
    NOT_IN_OBJECT,
    NUMBERS,
    PEOPLE,
    PREPOSITIONS,
    PUT_AT,
    word_set,
)
from creature_intent.grammar.rulebook import Rulebook

_FRONTED = word_set("from out off in on under behind into onto to at inside with for")
_POLITE = word_set("please okay so now then hey robot well right just , and oh")
_AFTER_VERB = DETERMINERS | NUMBERS | word_set("me us him them it some out up down back over for in")
_HANDLING = word_set(
    "bring fetch get grab grasp take pick put place give hand pass collect retrieve move carry drop lay set lift hold "
    "find"
)
_PUTTING = word_set("put place lay set drop bring take carry move")
_HANDS = word_set("hand hands arm arms gripper grippers fingers")
_NO_PLACE = NOT_IN_OBJECT | word_set("you i we they he she it that who which way now lies lie stands stand hangs")
_HOLDERS = word_set("drawer cabinet cupboard closet wardrobe box basket bag crate pantry tray shelf slider")
_MOST_PLACE = 9
"""Words of a place that stands in front of its verb, at most."""

# "Can you me the newspaper bring", "could you the window please close".
_VERB_LAST = re.compile(
    r"^(?P<asks>(?:please )?(?:can|could|will|would) you (?:please )?)(?P<who>(?:me|us) )?"
    r"(?P<thing>(?:the|my|that|this|a|an) (?:\w+ ){1,3}?)(?P<please>please )?"
    r"(?P<verb>bring|fetch|get|give|open|close|shut|hand|pass|take|turn|switch|find|"
    r"search|pick up|put)(?P<rest> on| off| up| here)?$"
)
# "If there is any milk, bring me some": only the thing's being there is in doubt.
_IF_THERE = re.compile(
    r"^(?P<before>.*?)(?:if|when) there (?:is|are) (?:any|some|still some) (?P<thing>[\w' -]+?)(?: left| around)?"
    r"(?P<where> (?:in|on|at|from) (?:the|my) [\w' -]+?)?(?: ,)?(?: then)? "
    r"(?P<verb>(?:please )?(?:(?:can|could|would) you )?(?:bring|get|fetch|give|hand|pass|pour|grab)(?: me| us)?) "
    r"(?P<some>some|a bit|a little)(?P<more>(?: , please| please)?)$"
)
_INSTEAD = re.compile(
    r"^(?:please |no |and )*instead of (?:the|my|that|a|an|this) \w+(?: \w+)?(?: ,)? "
    r"(?P<rest>(?:(?:can|could|would|will) you |please )*"
    r"(?:bring|get|fetch|give|take|put|open|close|turn|hand|pick) .+)$"
)
# "Is there any tea in the tin? If so ...", in one breath: what is brought is what was asked about.
_IF_SO = re.compile(
    r"^(?:(?:is|are) there|do we have|have we got) (?P<thing>[\w' -]+?)(?: left)?"
    r"(?P<where> (?:in|on|at|under|behind|by) (?:the|my) [\w' -]+?)?(?: left)?(?P<if>(?: ,)?(?: and)? if "
    r"(?:so|yes|there (?:is|are)(?: any| one| some)?|(?:it|they) (?:is|are)(?: there)?))?(?: ,)?(?: then)? "
    r"(?P<deed>(?:please )?(?:(?:can|could|would|will) you (?:please )?)?"
    r"(?:bring|get|fetch|give|hand|pass|grab|take|put)(?: (?:me|us))?)"
    r"(?: (?P<what>one|some|it|them|any|that|a few|two|three|four)(?! \w+ed\b))?(?P<more>(?: .*)?)$"
)
# "Go to the cellar and come back with a jar": it is brought.
_COMING_WITH = re.compile(
    r"^(?P<before>(?:.* (?:and|then|,) )?(?:please |then |(?:can|could|would|will) you (?:please )?)*)"
    r"(?:(?:come|return|be)(?: right| straight)? (?:back|here|over|over here|back here|to me|back to me)|return) with "
    r"(?=(?:the|my|an?|some|two|three|four|another|your|those|these) )"
)
# "The low shelf by the door, put there the shoes", "the basket, put the toys in it".
_PLACE_NAMED = re.compile(
    r"^(?P<place>(?:the|my|that|this) (?:[\w'-]+ ){1,7}?)(?:, )?(?P<please>please )?"
    r"(?P<verb>put|place|lay|set|hang|stack) (?:there (?P<late>.+)|(?P<early>(?:the|my|these|those|this|that|all) .+?) "
    r"(?:in|on|into|onto|under) it)$"
)
# "My coat bring me please", "the cups take to the kitchen": what hands carry is never who does it.
_THING_NAMED = re.compile(
    r"^(?P<thing>(?:the|my|that|this|those|these) (?:[\w'-]+ ){1,6}?)(?:, )?(?P<please>please )?"
    r"(?P<verb>bring|take|put|carry|fetch|lay|throw|pick up|give)(?P<who> (?:to )?(?:me|us))?"
    r"(?P<rest>(?: (?:to|in|into|on|onto|from|under|back|away|down|here|there|upstairs|downstairs|please|now)\b.*)?)$"
)
# "Pick it up the spoon": what it is, is told after it.
_TOLD_LATE = re.compile(
    r"^(?P<deed>(?:.* )?(?:take|pick|put|bring|give|throw|carry|hand|hold|grab|move)) "
    r"(?:it|them(?= (?:up|away|down|back)\b))"
    r"(?P<way>(?: (?:up|away|down|out|back|here|there|to me|to \w+))?) (?P<thing>(?:the|my|this|that) (?:\w+ )?\w+)$"
)
# "You can bring me the bottle?": as a question it asks.
_YOU_CAN = re.compile(
    r"^(?P<before>(?:(?:please|hello|excuse me|sorry) (?:, )?)*)you (?P<can>can|could|will|would) "
    r"(?=\w+ (?:to )?(?:me|us|the|my) )"
)

# "Pick up both cups to put them in the sink": two steps of one task.
_TO_PUT = re.compile(
    r"^(?P<first>(?:.* )?(?:pick up|pick|take|grab|get|remove|lift|collect) [^,]+?)"
    r" to (?=(?:put|place|set|lay|bring|take|carry|throw|move) (?:it|them) )"
)
# "Place the cup with the spoon, in the sink", "put a pot, containing sliced tomato, in the fridge".
_PLACE_APART = re.compile(
    r"^(?P<deed>(?:.* (?:and|then|,) )?(?:please )?(?:put|place|set|lay|leave) (?P<thing>[^,]+?))"
    r"(?: , (?:with|containing|holding|standing|lying|one with|filled with|full of) [^,]+?)? ,"
    r"(?P<where> (?:in|on|into|onto|inside|under|beside|behind|next to) (?:the|a|an|my|your|that) [^,]+)$"
)
_HELD_BY_IT = re.compile(r" with .+ (?:in|on|inside) (?:it|them)$")

# "Turn right and then right again", "turn around walk to the sofa".
_TO_A_SIDE = re.compile(
    r"\b(turn|go)((?: to)?(?: the)?) (left|right)(?: ,)?(?: and)? then(?: to)?(?: the)? (left|right)\b(?: again)?"
)
_TURN_AND_GO = re.compile(
    r"\b(turn (?:(?:to )?(?:the )?(?:left|right)|around)) "
    r"(?=(?:walk|go|move|head|step|turn)\b(?! (?:on|off)\b)|face (?:the|my|your)\b)"
)
_HOLDING_IT = re.compile(
    r"^(?:with|(?:while )?(?:holding|carrying)) (?:the|your|a) [^,]{1,40}? ,"
    r" (?=(?:please )?(?:walk|go|move|turn|put|place|head|take|step|open|close)\b)"
    r"|^with (?:(?:the|your|a) )?[^,]{1,40}? in (?:your |both |one )?hands? "
    r"(?=(?:walk|go|move|turn|put|place|head|take|step|open|close)\b)"
)
# "Use the remote to turn on the lamp": with what, is its own affair.
_USING = re.compile(
    r"^(?P<asks>(?:(?:can|could|will|would) you |please )*)use (?:(?:the|your|a|an|my|this|that) )?[^,]{1,30}? to "
    r"(?=(?:turn|switch|open|close|shut|unlock|lift|pick up|get|grab|take|reach) )"
)


def rephrased(words: tuple[str, ...], text: str, question: bool, book: Rulebook) -> str:
    """The text in the plain order; unchanged where it is in it.

    Args:
        words: A sentence of the user.
        text: The same, with a space between them.
        question: It ends with a question mark.
        book: The rules, for their verbs.
    """
    said = frozenset(words)
    plain = relayed(without_lead(text, said, book), said, book)
    plain = told_of(had(plain, said, question, book), said, book)
    plain = told_whole(plain, said, question, book)
    if not _TURNED.isdisjoint(said):
        plain = _TURN_AND_GO.sub(r"\1 and ", _TO_A_SIDE.sub(r"\1 \3 and then \1 \4", plain))
    if "use" in said:
        plain = _USING.sub(r"\g<asks>", plain)
    if words[:1] != () and words[0] in _HOLDING_WORDS:
        plain = _HOLDING_IT.sub("", plain)
    if plain != text:
        words, text = tuple(plain.split()), plain
    start = next((index for index, word in enumerate(words) if word not in _POLITE), 0)
    if words[start : start + 1] and words[start] in _FRONTED:
        return " ".join((*words[:start], *_place_last(words[start:], book)))
    if "instead" in words[:3]:
        text = _INSTEAD.sub(r"\g<rest> instead", text)
    if words[:2] and " you " in f" {text}"[:24]:
        text = _VERB_LAST.sub(_verb_first, text)
        text = _YOU_CAN.sub(r"\g<before>\g<can> you ", text) if question else text
    if "with" in words:
        text = _COMING_WITH.sub(r"\g<before>bring me ", text)
    if words[start : start + 1] and words[start] in DETERMINERS:
        text = _THING_NAMED.sub(_thing_last, _PLACE_NAMED.sub(_put_there, text))
    if "to" in words and not _POINTED_AT.isdisjoint(words):
        text = _TO_PUT.sub(r"\g<first> and ", text)
    if "," in words:
        text = _PLACE_APART.sub(_put_at_once, text)
    if "it" in words or "them" in words:
        text = _TOLD_LATE.sub(_told_at_once, text)
    if "if" in words or words[start : start + 1] in (("is",), ("are",), ("do",)):
        text = _IF_SO.sub(_what_is_there, text)
    if "there" in words:
        text = _IF_THERE.sub(r"\g<before>\g<verb> some \g<thing>\g<where>\g<more>", text)
    return text


_POINTED_AT = frozenset({"it", "them"})
_HOLDING_WORDS = frozenset({"with", "while", "holding", "carrying"})
_TURNED = frozenset({"left", "right", "around"})


def _verb_first(found: re.Match[str]) -> str:
    thing = found["thing"].strip()
    return f"{found['asks']}{found['verb']} {found['who'] or ''}{thing}{found['rest'] or ''}"


def _what_is_there(found: re.Match[str]) -> str:
    """ "[Is there any] tea in the tin, [if so] bring me some": "bring me some tea in the tin"."""
    if not found["if"] and found["what"] not in ("one", "some"):
        return found[0]
    if not found["what"]:
        return f"{found['deed']}{found['more']}"
    thing = re.sub(r"^(?:any|some|an?|still|more) ", "", found["thing"])
    article = "the" if found["what"] in ("it", "them", "that") else "some"
    article = found["what"] if found["what"] in NUMBERS - {"one"} else article
    return f"{found['deed']} {article} {thing}{found['where'] or ''}{found['more']}"


def _told_at_once(found: re.Match[str]) -> str:
    """ "Pick it up the spoon": "pick the spoon up"."""
    return f"{found['deed']} {found['thing']}{found['way']}" if is_carried(found["thing"]) else found[0]


def _put_at_once(found: re.Match[str]) -> str:
    """ "Put the cup with the spoon, in the sink": without the pause, if no place was told before it."""
    told = _HELD_BY_IT.sub("", found["thing"]).split()
    return f"{found['deed']}{found['where']}" if PUT_AT.isdisjoint(told) else found[0]


def _thing_last(found: re.Match[str]) -> str:
    """ "My coat bring me please": "bring me my coat please"."""
    thing, rest = found["thing"].strip(), found["rest"]
    words = thing.split()
    at = next((index for index, word in enumerate(words) if index and word in PREPOSITIONS), len(words))
    is_one = is_carried(" ".join(words[:at])) and _NO_PLACE.isdisjoint(words) and NOT_IN_OBJECT.isdisjoint(rest.split())
    is_told = bool(rest or found["who"] or found["verb"] == "pick up")
    return (
        f"{found['please'] or ''}{found['verb']}{found['who'] or ''} {thing}{rest}" if is_one and is_told else found[0]
    )


def _put_there(found: re.Match[str]) -> str:
    """ "The low shelf by the door put there the shoes": "put the shoes on the low shelf by the door"."""
    if not _NO_PLACE.isdisjoint(found["place"].split()):
        return found[0]
    return f"{found['please'] or ''}{found['verb']} {found['late'] or found['early']} on {found['place'].strip()}"


def _place_last(words: tuple[str, ...], book: Rulebook) -> tuple[str, ...]:
    """ "From the drawer under the sink bring me a bag" -> "bring me a bag from the drawer under the sink"."""
    verb = next(
        (
            index
            for index in range(2, min(len(words) - 1, _MOST_PLACE))
            if words[index] in _HANDLING and words[index - 1] not in DETERMINERS and words[index + 1] in _AFTER_VERB
        ),
        None,
    )
    if verb is None:
        return words
    place = tuple(word for word in words[:verb] if word not in ("please", ","))
    is_told = place[-1:] == ("you",)  # "On the tray you put four cups."
    place = place[:-1] if is_told else place
    if len(place) < 2 or not _NO_PLACE.isdisjoint(place) or "," in words[1 : verb - 1]:
        return words
    if place[0] == "with":
        is_tool = place[-1] in _HANDS or (place[1] in DETERMINERS and is_carried(place[-1]))
        return words[verb:] if is_tool and not is_told else words
    if place[0] == "for" or (place[0] == "to" and place[1] in HOUSEWORK | COMMON_VERBS | book.verbs):
        return _for_what(words, place, verb, book)  # "For the soup bring me a spoon."
    if not (_is_where(place, book) or (place[0] in PUT_AT and words[verb] in _PUTTING and is_carried(place[-1]))):
        return words
    end = _end_of_deed(words, verb, book)
    return (*words[verb:end], *place, *words[end:])


def _for_what(words: tuple[str, ...], place: tuple[str, ...], verb: int, book: Rulebook) -> tuple[str, ...]:
    """ "For the baby bring the small blanket", "to clean the window bring me a cloth": for whom it is stays told."""
    is_near = place[1] in DETERMINERS or place[0] == "to" or place[-1] in KIN
    if (
        not is_near
        or place[-1] in DETERMINERS
        or "to" in place[1:]
        or words[verb] not in _PUTTING | {"fetch", "get", "give"}
        or len(place) > 5
    ):
        return words
    end = _end_of_deed(words, verb, book)
    return (*words[verb:end], *(place if place[0] == "for" and place[-1] in PEOPLE else ()), *words[end:])


def _is_where(place: tuple[str, ...], book: Rulebook) -> bool:
    """ "from the box", "in the kitchen", "on shelf three"."""
    is_away = place[0] in ("from", "off") or place[:2] == ("out", "of")
    head = place[-1]
    return (
        is_away or head in book.nouns["fixed"] or head in book.nouns["machines"] or head in _HOLDERS or head.isdigit()
    )


def _end_of_deed(words: tuple[str, ...], verb: int, book: Rulebook) -> int:
    for index in range(verb + 1, len(words)):
        following = words[index + 1] if index + 1 < len(words) else ""
        if words[index] == "," or (words[index] in ("and", "then", "to") and following in book.verbs):
            return index
    return len(words) - (words[-1] == "please")

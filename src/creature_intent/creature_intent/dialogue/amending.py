"""Corrections that run on, or are but a word: "no wait on the chair the bed's full", "pan not pen", "Bedroom."."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from creature_intent.acts import (
    BRING_OBJECT,
    GRAB_OBJECT,
    GUIDE,
    MOVE_TO,
    SEARCH,
    USER,
    Act,
    Kind,
    Slots,
    Tier,
)
from creature_intent.deeds.carried import is_carried
from creature_intent.deeds.naming import ONLY_LIKE, counted, one_of, several_of
from creature_intent.deeds.slots import head_noun
from creature_intent.deeds.verbs import read
from creature_intent.dialogue.answers import IS_SOMEBODY, correction, whereabouts
from creature_intent.dialogue.by_name import as_written, somebody_else
from creature_intent.dialogue.corrected import is_numbered
from creature_intent.dialogue.denied import role_of
from creature_intent.dialogue.once_more import OPPOSITE
from creature_intent.dialogue.soft_words import is_soft
from creature_intent.dialogue.terse import by_place, named_alone
from creature_intent.grammar.lexicon import BARE_ONES, DETERMINERS, NUMBERS, PREPOSITIONS, PRONOUNS, ROOMS
from creature_intent.meaning.candidates import Candidates
from creature_intent.text.before_fact import before_fact
from creature_intent.text.contractions import plainly_written
from creature_intent.text.persons import is_person, person
from creature_intent.text.statements import happens

_SMALL = (
    r"(?:oh|ah|aw|och|uh|um|er|hm|well|so|but|and|okay|right|yes|yeah|nah|please|robot|just|then|love|dear|i forgot|"
    r"my bad|my mistake|silly me|oops|pardon|pardon me|excuse me) "
)
_LEAD = re.compile(rf"^(?:{_SMALL})+")
_MARK = re.compile(
    rf"^(?:{_SMALL})*(?P<mark>(?:(?:no|nope|nooo+|naw|wait|(?:hang|hold) on(?! to)|sorry|actually|rather|whoops|"
    rf"scratch that|(?:it )?is better|better|i mean|i meant|i said|i wanted|only|just|neither) (?:{_SMALL})*)+)"
    r"(?P<rest>.+)$"
)
_MADE = re.compile(
    r"(?:^|.* )(?:make (?:it|that)|change (?:it|that) to|turn (?:it|that) into|did i say .+ i meant) (?P<rest>.+)$"
)
_LATE = re.compile(
    r" (?:instead|i mean|i meant|rather|only|actually|please|sorry|pardon me|after all|(?:was|is) right|"
    r"(?:that )?would be (?:better|nicer|great|nice|good|lovely)|is (?:better|nicer|easier|fine))(?: .*)?$"
)
_NOT = re.compile(
    rf"^(?:{_SMALL})*(?P<right>\w.*?)(?<! can)(?<! will)(?<! could) not "
    r"(?:(?:the|a|an|my|to|in|on|for) )*(?P<wrong>\w+(?: \w+)?)(?: .*)?$"
)
_FOR = re.compile(r"^(?:.* )?(?P<thing>it|that|they|\w+)(?:'s| is| are) for (?P<whom>\w+(?: \w+)?)\b")
_ASKS = re.compile(
    r"^(?:(?:no|wait|sorry|hang on|hold on) )*(?!did i say )(?:is|are|was|were|do|does|did|can|could|should|will|would|"
    r"what|which|who|where|when|why|how) "
)
_ENOUGH = re.compile(r"^(?:i (?:think|guess|suppose) )?(?:just )?one (?:is|will be) (?:fine|enough|okay|plenty)\b")
_SIDE = re.compile(r"^(?:(?:to|towards?) )?(?:the|your|my) (left|right)(?: side| please)*$")
_ALLOWED = re.compile(r"^(?:you (?:can|may|could)|(?:can|could|would|will) you) (?:please |just )*")
_CONFIDENCE = 0.85


_I_SAID = re.compile(
    r"^it (?:is|was) (?=(?:the|a|an) )|"
    r" (?:i (?:said|mean|meant)|(?:that |which )?(?:i|he|she|they|we) (?:asked for|wants?|wanted|needs?|needed|meant))$"
)
""" "Forty I said, not fourteen", "it was the hole punch she asked for, not the stapler". """


class _Told(NamedTuple):
    """Words that tell what is meant, and what is denied ("" if nothing is)."""

    words: Sequence[str]
    wrong: str = ""


def amended(candidates: Candidates) -> Act | None:
    """What is put right about the task that was asked for last, by a sentence in which nothing else was found."""
    asked = candidates.topic.asked
    if asked is None or candidates.sentence.question or not candidates.phrase.whole:
        return None
    text = " ".join(word for word in candidates.sentence.words if word != ",")
    fact = _told_as_fact(text, asked, candidates)
    if fact:
        return fact.but(reason=f"the user corrects: {text}")
    if (
        _ENOUGH.match(_LEAD.sub("", text))
        or _ASKS.match(_LEAD.sub("", text))
        or is_soft(plainly_written(candidates.phrase.text))
    ):
        return None  # "Wait, is it the hall light", without its mark; "Actually, I've found it."
    act = _for_whom(text, candidates)
    for told in _told(text, asked, candidates.topic.asked_words):
        if happens(told.words):
            continue  # "Oh no, my phone died."
        act = act or _as_deed(told, asked, candidates) or _as_thing(told, asked, candidates)
    act = act or _whereabouts(text, asked, candidates) or _alone(text, asked, candidates)
    return act.but(reason=f"the user corrects: {text}") if act else None


def _told(text: str, asked: Act, asked_words: Collection[str]) -> Iterator[_Told]:
    """The ways in which a sentence may put something right."""
    made, found = _MADE.match(text), _MARK.match(text)
    rest = made["rest"] if made else found["rest"] if found else _LEAD.sub("", text)
    if rest.startswith("not "):
        yield from _after_denied(rest, asked)
        return
    denied = _NOT.match(rest)
    known = _known(asked)
    if denied and not known.union(asked_words).isdisjoint([*denied["wrong"].split(), *denied["right"].split()]):
        yield _Told(_I_SAID.sub("", denied["right"]).split(), denied["wrong"])
        return
    late = _LATE.search(rest)
    is_late = late is not None and late.start() > 0
    if (is_late and not rest.startswith(("it is ", "they are ", "i am ", "we are "))) or made or found:
        told = _ALLOWED.sub("", rest[: late.start()] if late and is_late else rest)
        yield _Told(before_fact(told.split()))
    number = _NUMBER.match(_LEAD.sub("", text))
    is_counted = number is not None and number["number"] in NUMBERS
    if number and is_counted and head_noun(asked.slots.object) == number["thing"] != asked.slots.object:
        yield _Told(number[0].split())  # "Oh, three spoons, ...", where two were asked for.


_NUMBER = re.compile(r"^(?P<number>\w+) (?P<thing>\w+)\b")


def _after_denied(text: str, asked: Act) -> Iterator[_Told]:
    """ "Not the eight the nine", where eight was asked for."""
    words = text.split()[1:]
    begins = next((at for at, word in enumerate(words) if word not in DETERMINERS | PREPOSITIONS), len(words))
    known = _known(asked)
    ends = next((at for at in range(begins, len(words)) if words[at] not in known), len(words))
    rest = words[ends + (words[ends : ends + 1] == ["but"]) :]
    if begins < ends and rest:
        yield _Told(before_fact(rest), " ".join(words[begins:ends]))


def _known(asked: Act) -> set[str]:
    own = {"me", "us"} if asked.slots.recipient == USER else set()
    return own | {word for value in vars(asked.slots).values() for word in value.lower().split()}


def _as_deed(told: _Told, asked: Act, candidates: Candidates) -> Act | None:
    """ "... take it to the hall", "... close them": the same thing, or the same deed."""
    if not told.words or told.words[0] not in candidates.book.verbs:
        return None
    deed = read(told.words, candidates.setting)
    if deed is None:
        return None
    is_same = head_noun(deed.slots.object) == head_noun(asked.slots.object)
    is_alike = is_same and deed.intent in (asked.intent, OPPOSITE.get(asked.intent))
    if not (is_alike or deed.slots.object in PRONOUNS):
        return None
    return candidates.resolved(Act(Kind.CORRECT, deed.intent, deed.slots, confidence=_CONFIDENCE, tier=Tier.ACT))


def _as_thing(told: _Told, asked: Act, candidates: Candidates) -> Act | None:
    """ "... on the chair", "... the big one", "... pan": another thing, place or person."""
    if not told.words:
        return None
    is_same = " ".join(told.words) == asked.slots.object
    if is_same and (told.wrong or candidates.topic.asking):  # "Pan, not pen.", where it had understood "pen".
        return Act(Kind.CORRECT, "", Slots(asked.slots.object), named=True, confidence=_CONFIDENCE)
    name, setting = " ".join(told.words), candidates.setting
    slots = correction(name, setting) or somebody_else(name, asked, setting, candidates.phrase.text)
    slots = slots or named_alone(told.words, asked, setting)
    if slots is None or (slots == Slots(recipient=slots.recipient) and asked.slots.recipient in ("", USER)):
        return None  # "No, Alexa.": who is called so.
    role = role_of(told.wrong, asked.slots) if told.wrong and slots == Slots(slots.object) else ""
    if role not in ("", "object"):
        right = as_written(slots.object, candidates.phrase.text) if role == "recipient" else slots.object
        slots = replace(Slots(), **{role: right})
    return candidates.resolved(Act(Kind.CORRECT, "", of_its_kind(slots, asked), confidence=_CONFIDENCE))


def of_its_kind(slots: Slots, asked: Act) -> Slots:
    """ "The green one", put right about a cup, is a cup, whatever was named since."""
    *like, last = slots.object.split() or [""]
    noun = head_noun(asked.slots.object)
    if noun and slots.object and noun != slots.object and ONLY_LIKE.issuperset(slots.object.split()):
        return replace(slots, object=f"{slots.object} {noun}")  # "I meant blue."
    if not like or last not in BARE_ONES or not noun:
        return slots
    if last == "ones" and len(like) == 1 and like[0] in NUMBERS:
        return replace(slots, object=counted(like[0], asked.slots.object))
    return replace(slots, object=" ".join([*like, several_of(noun) if last == "ones" else noun]))


def _for_whom(text: str, candidates: Candidates) -> Act | None:
    """ "It's for Mum, she has a headache"."""
    found = _FOR.match(text)
    names = candidates.sentence.names
    asked = candidates.topic.asked
    noun = head_noun(asked.slots.object) if asked else ""
    whom = found["whom"].split() if found and found["thing"] in ("it", "that", "they", noun) else []
    for words in (whom, whom[:1]):
        if words and is_person(words, names):
            slots = Slots(recipient=person(words, names, candidates.setting.own))
            return Act(Kind.CORRECT, "", slots, confidence=_CONFIDENCE)
    return None


def _whereabouts(text: str, asked: Act, candidates: Candidates) -> Act | None:
    """ "My husband says it's in the cellar", of what the creature is about to fetch elsewhere."""
    topic = candidates.topic
    slots = whereabouts(" ".join(before_fact(text.split())), candidates.setting)
    is_fetched = asked.intent in (BRING_OBJECT, GRAB_OBJECT, SEARCH) and bool(asked.slots.source)
    is_said = topic.agreed or topic.correcting or topic.just_asked
    is_receiver = asked.slots.recipient not in ("", USER) and IS_SOMEBODY.search(text) is not None
    is_other = is_fetched and is_said and not is_receiver
    return Act(Kind.CORRECT, "", slots, confidence=_CONFIDENCE) if slots and is_other else None


_FACT = re.compile(
    r"^(?:it|that|this|they|we) (?:is|are) (?:actually )?(?P<told>(?:[\w'-]+ ){0,3}?[\w'-]+?)(?: now| sorry)*"
    r"(?: (?:that|who|which) (?:has|have|had|needs?|needed|wants?|wanted|called|rang|asked|is|are|was)(?: .*)?)?$"
)
_WANTED = re.compile(
    r"^(?:(?:he|she|they|\w+) (?:says?|said|tells me|told me|thinks?) )?(?:it|that) (?:is|was) "
    r"(?P<told>(?:the|a|an) (?:[\w'-]+ ){0,2}?[\w'-]+) (?:that )?(?:he|she|they|i|we) "
    r"(?:wants?|wanted|needs?|needed|means?|meant|asked for)(?: to go to)?$"
)
""" "He says it's the gym he wants." """


def _may_be_meant(thing: str, asked: Act, candidates: Candidates) -> bool:
    """It is of the kind that the task is about: a place where somebody is led, else a thing that is carried."""
    noun = head_noun(thing)
    if asked.intent in (GUIDE, MOVE_TO):
        nouns = candidates.book.nouns
        return noun in ROOMS or noun in nouns["fixed"] or noun in nouns["far_places"]
    return is_carried(noun) or is_carried(one_of(noun)) or noun == head_noun(asked.slots.object)


def _told_as_fact(text: str, asked: Act, candidates: Candidates) -> Act | None:
    """ "Hang on, it's room twenty", where it was to go to room twelve; "wait, it's Anna", where Tom was to get it."""
    found = _MARK.match(text)
    rest = found["rest"] if found else _LEAD.sub("", text)
    wanted = _WANTED.match(rest)
    thing = wanted["told"].partition(" ")[2] if wanted else ""
    if thing and (found or _may_be_meant(thing, asked, candidates)):
        return candidates.resolved(Act(Kind.CORRECT, "", Slots(thing), confidence=_CONFIDENCE))
    told = _FACT.match(rest) if found else None
    words = told["told"].split() if told else []
    words = words[words[:1] in (["the"], ["for"]) :]
    slots, names = asked.slots, candidates.sentence.names
    if words and set(words) <= names.keys() and slots.recipient[:1].isupper():
        return Act(Kind.CORRECT, "", Slots(recipient=" ".join(names[word] for word in words)), confidence=_CONFIDENCE)
    thing = " ".join(words)
    places = [place for place in (slots.destination, slots.source) if place]
    is_alike = any(is_numbered(thing, place) or head_noun(place) == words[-1] != place for place in places if words)
    is_room = bool(words) and words[-1] in ROOMS and any(head_noun(place) in ROOMS for place in places)
    return Act(Kind.CORRECT, "", Slots(thing), confidence=_CONFIDENCE) if is_alike or is_room else None


def _alone(text: str, asked: Act, candidates: Candidates) -> Act | None:
    """ "Bedroom.", "Three!", said when the creature has just agreed or asked."""
    topic = candidates.topic
    if not (topic.agreed or topic.asking) or _LEAD.sub("", text).startswith("not "):
        return None
    first = text[: candidates.sentence.text.find(" ,")] if " ," in candidates.sentence.text else text
    words = before_fact(_LEAD.sub("", first).split())
    side = _SIDE.match(" ".join(words)) if asked.slots.object.startswith(("turn ", "step ")) else None
    if side:  # "In which direction?" - "To the left."
        return Act(Kind.CORRECT, "", Slots(destination=side[1]), confidence=_CONFIDENCE)
    slots = named_alone(words, asked, candidates.setting, sure=False) or by_place(words, asked, candidates.setting)
    return candidates.resolved(Act(Kind.CORRECT, "", slots, confidence=_CONFIDENCE)) if slots else None

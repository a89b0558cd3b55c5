"""What and who is fetched: "I'm nipping to the bathroom for a plaster", "going for the remote", "fetch the nurse"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from creature_intent import acts
from creature_intent.acts import USER, Slots
from creature_intent.deeds.carried import is_carried
from creature_intent.deeds.deed import WEAK, Deed, Setting
from creature_intent.deeds.kinds import is_thing
from creature_intent.deeds.shape_persons import named
from creature_intent.deeds.slots import head_noun, without_adverbs
from creature_intent.grammar.lexicon import TITLES, word_set
from creature_intent.grammar.rulebook import Rulebook
from creature_intent.text.persons import is_somebody, person
from creature_intent.tokens import Speaker

_GOING_FOR = re.compile(
    r"^(?:go|come|run|roll|walk|head|drive|hurry|rush|dash|reach|crawl|scoot|duck|dive|return|wheel) "
    r"(?:(?:back|over|out|across|down|up|off|round|around|in|right|straight|quickly) )*"
    r"(?:(?:to|into|under|behind|inside|through) (?P<place>(?:the|your|my) (?:(?!to\b)\w+ ){0,3}?(?!to\b)\w+) )?"
    r"for (?P<thing>(?P<first>the|your|my|that|those|these|a|an|some) [\w' ]+)$"
)
_ANY = ("a", "an", "some")
_STOCKED = word_set("kitchen pantry larder cellar fridge freezer cupboard shed garage storeroom")
"""Where one goes for whatever it may be."""


def going_for(words: Sequence[str], book: Rulebook) -> list[str] | None:
    """The words as a deed of getting the thing; None where nobody goes for one.

    Args:
        words: From the verb on, the verb in its base form.
        book: The rules, for their nouns.
    """
    if "for" not in words:
        return None
    found = _GOING_FOR.match(" ".join(words))
    if not found or not is_thing(found["thing"], book):
        return None
    if found["first"] in _ANY and not (found["place"] and is_carried(found["thing"])):
        return None  # "to the park for a walk"
    if not found["place"] and not is_carried(found["thing"]):
        return None  # "going for the win"
    source = ["from", *found["place"].split()] if found["place"] else []
    return ["get", *found["thing"].split(), *source]


_FOR_YOU = re.compile(
    r"^(?:get|grab|fetch|pick up|collect) (?:(?P<thing>your [\w' ]+?)|(?P<any>(?:the|that|this|those|these|a|an|some) "
    r"[\w' ]+?) for you)(?P<source>(?: from| off| out_of) .+?)?(?: for you)?$"
)


def fetched_for_you(words: Sequence[str], setting: Setting) -> list[str]:
    """ "[nip and] get your slippers", "[pop over and] pick up that book for you": what is brought; empty if nothing is.

    Args:
        words: From the verb on that follows the one of going.
        setting: Who speaks.
    """
    found = _FOR_YOU.match(" ".join(words)) if setting.speaker == Speaker.AGENT else None
    thing = (found["thing"] or found["any"]) if found else ""
    is_fetched = is_carried(thing) or (bool(found and found["any"]) and is_thing(thing, setting.book))
    return ["you", *thing.split(), *(found["source"] or "").split()] if found and is_fetched else []


def sent_for(words: Sequence[str], book: Rulebook) -> list[str] | None:
    """ "go to the pantry for some jam", told to the creature: "bring me some jam from the pantry"; None if it is not.

    Args:
        words: From the verb on.
        book: The rules, for their nouns.
    """
    found = _GOING_FOR.match(" ".join(words)) if "for" in words else None
    if not found or not found["place"] or found["first"] == "your" or not is_thing(found["thing"], book):
        return None
    is_kept = found["place"].split()[-1] in _STOCKED
    if not (is_kept or is_carried(found["thing"]) or head_noun(found["thing"]) in book.nouns["handed"]):
        return None
    return ["bring", "me", *found["thing"].split(), "from", *found["place"].split()]


def is_brought(rest: Sequence[str]) -> bool:
    """What somebody is to get is to be brought; not "hold of it", "the socks off the floor", "the pie out of the oven".

    Args:
        rest: What follows "get".
    """
    at = next((index for index, word in enumerate(rest) if word in _OUT), len(rest))
    is_under = tuple(rest[at : at + 2]) == ("out", "from") and not _HIDING.isdisjoint(rest[at + 2 : at + 3])
    is_freed = (
        is_under or (at == len(rest) - 1 and rest[at - 1] in _SENT_OUT) or not _TAKEN_OUT_OF.isdisjoint(rest[at:])
    )
    return not (is_freed or "off" in rest or "away" in rest or rest[:2] == ["hold", "of"])


_SENT_OUT = word_set("dog cat puppy wasp fly spider bee bird mouse rubbish trash garbage bin bins recycling")
_HIDING = word_set("under behind between beneath underneath inside")
_OUT = frozenset({"out", "out_of"})
_TAKEN_OUT_OF = word_set(
    "oven microwave toaster dryer drier washer dishwasher machine sink drain tree bush pond pool water gutter hole mud "
    "lampshade kitchen room bedroom bathroom house sight"
)

_SOURCE = r"(?: (?:from|out of) (?P<source>(?:the|his|her|their|my|your|our) \w+(?: \w+)?))?"
_FETCHED = re.compile(
    rf"^(?:fetch|get)(?: me)? (?P<who>.+?){_SOURCE}(?: (?:for me|here|over here|to come here|in here))?$"
)
_FETCHED_FOR_YOU = re.compile(
    rf"^(?:fetch (?P<who>.+?){_SOURCE}(?: (?:for you|here|over))?"
    r"|get (?P<called>.+?)(?: for you| from (?P<place>\w+ \w+)))$"
)
"""Of the creature's promises: "I'll get the doctor" is said in hospitals, and by people."""
_CALLED_FOR = word_set(
    "mum mom mummy mommy mother dad daddy father grandma grandpa granny gran nana nurse doctor brother sister carer "
    "caretaker janitor manager teacher waiter chef warden porter"
)


def fetch_somebody(words: Sequence[str], setting: Setting) -> Deed | None:
    """ "fetch Mum", "get the nurse": they are brought to the one who says so."""
    called = setting.book.nouns["given_names"] | setting.names.keys()
    is_pointed_at = words[0] == "fetch" and words[1:2] in _POINTED_AT
    if (_CALLED_FOR | _CHILDREN).isdisjoint(words) and called.isdisjoint(words[1:3]) and not is_pointed_at:
        return None
    is_own = setting.speaker == Speaker.AGENT
    found = (_FETCHED_FOR_YOU if is_own else _FETCHED).match(" ".join(without_adverbs(words)))
    roles = found.groupdict() if found else {}
    who = (roles.get("who") or roles.get("called") or "").split()
    source = (roles.get("source") or roles.get("place") or "").split()
    is_name = len(who) == 1 and (who[0] in setting.book.nouns["given_names"] or (who[0] in called and _is_room(source)))
    if not who or len(who) > 2 or who[0] in ("a", "an", "my" if is_own else "your"):
        return None
    is_child = who[-1] in _CHILDREN and _is_of_house(source, setting.book)
    is_titled = len(who) == 2 and who[0] in TITLES  # "Fetch Uncle Bob."
    is_called = who[-1] in _CALLED_FOR and is_somebody(who, setting.names)
    if not (is_name or is_titled or is_child or is_called or who in _POINTED_AT):
        return None
    name = named(person(who, setting.names, setting.own), setting)
    place = " ".join(source[1:])
    return Deed(acts.GUIDE, Slots("", place, USER, name), 1.0 if words[0] == "fetch" else WEAK)


_POINTED_AT = (["him"], ["her"])
_CHILDREN = word_set("kids children boys girls twins")
""" "Get the kids from school" is an errand; from a place of the house the creature may fetch them."""


def _is_of_house(source: Sequence[str], book: Rulebook) -> bool:
    place = " ".join(source[1:])
    return bool(place) and head_noun(place) in book.nouns["fixed"] - book.nouns["far_places"] | {"garden", "yard"}


def _is_room(source: Sequence[str]) -> bool:
    """ "[get Oskar] from his room": where people are, and no drinks with a name."""
    return source[:1] != [] and (source[0] in ("his", "her", "their") or source[-1].endswith("room"))

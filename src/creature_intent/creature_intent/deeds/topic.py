"""What "it", "the green one" and "there" point at: the thing and the place that were last named, by either speaker."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from creature_intent.acts import (
    BRING_OBJECT,
    CLOSE,
    GRAB_OBJECT,
    GUIDE,
    MOVE_TO,
    OPEN,
    PLACE_OBJECT,
    SEARCH,
    SWITCH_OFF,
    SWITCH_ON,
    USER,
    Slots,
    Tier,
)
from creature_intent.deeds.carried import is_carried
from creature_intent.deeds.exchange import Exchange
from creature_intent.deeds.naming import IS_SO, STOPS, beginnings, counted, may_be, named_bare, one_of, thing_at
from creature_intent.deeds.opened import container
from creature_intent.deeds.slots import head_noun
from creature_intent.grammar.lexicon import BARE_ONES, DETERMINERS, NUMBERS, PREPOSITIONS, PRONOUNS, word_set
from creature_intent.grammar.rulebook import Rulebook
from creature_intent.grammar.rulebook_file import load
from creature_intent.text.clause import Clause

_MAX_ALONE = 4
_REMEMBERED = 8
_FITTING = {
    SWITCH_ON: ("machines",),
    SWITCH_OFF: ("machines",),
    OPEN: ("house",),
    CLOSE: ("house",),
}
_LIDDED = word_set("box envelope bag suitcase jar bottle tin container pot pan chest backpack purse lunchbox folder")
""" "Put the letter in the envelope and close it": of what else was named, this can be."""
_HANDLING = frozenset({BRING_OBJECT, GRAB_OBJECT, PLACE_OBJECT})
_SEVERAL = frozenset({"them", "those", "these", "ones"})
_ROOMS = word_set("room flat office ward suite apartment cabin floor bay lab bed desk table")
_NUMBERED = re.compile(
    rf"(?:^|\b(?:in|at|on|to) )(?P<place>(?:{'|'.join(sorted(_ROOMS))}) "
    rf"(?:\d\w*|{'|'.join(sorted(NUMBERS))}|thirteen|\w+teen|twenty|thirty|[a-z]))(?: |$)"
)
"""A place by its number: "she is in room 4", "room 23 has called"."""
_OTHER = word_set("one ones new another other fresh different better proper spare second more")
"""Of "another one" nobody knows what it is, of "the red one" who sees it."""
_LATELY = 4
"""Of so many things that were named last, "it" is one, and "them" are several."""
_ONE_PERSON = frozenset({"him", "her"})
_BARE_SUBJECT = frozenset({"is", "are"})
_BENEFITS = re.compile(r" (?:for|from) ")
_WITH = word_set("with of")
_NAMING = DETERMINERS | NUMBERS
_TALK = word_set(
    "ah oh hm ha well wow yes no okay then now too here there please right once again better romantic never always "
    "sure great nice good fine right such what lovely wonderful perfect hello hi thanks sorry ready done not very "
    "much too plan plans"
)
_DEICTIC = frozenset({USER, "here", "there"})
_BEFORE_PLACE = PREPOSITIONS - {"for", "with"}
_HOLDING = ("in", "inside", "from", "into")
_THROWN = ("over", "down", "off")
_NO_THINGS = ("robot", "poor thing", "poor things", "silly thing", "good thing")
_NO_NAME = (STOPS - _WITH) | _TALK


@dataclass
class Topic(Exchange):
    """The last named object and place; empty until one is named.

    Attributes:
        book: The rules, for the nouns that name no thing.
        wondered: What the user has just wondered about: "Is the cat in the hall?".
        recent: Things and places, the last one last.
        person: Who was last named: whom "him" and "her" mean.
        alone: Things named without a word besides in what is being said: "milk, sugar, I'm bringing them".
        own: The last object was named by the one who speaks, in what is being said.
    """

    object: str = ""
    place: str = ""
    book: Rulebook = field(default_factory=load)
    own: bool = False
    person: str = ""
    recent: list[str] = field(default_factory=list)
    wondered: Slots | None = None
    alone: str = ""

    def begin(self, user: bool) -> None:
        """Somebody begins to speak: the user, or the creature."""
        self.own, self.alone = False, ""
        self.hear_from(user)

    def forget(self) -> None:
        """Nothing that was named counts any more."""
        self.object = self.place = self.person = ""
        self.recent.clear()
        self.forget_asked()

    def _set(self, thing: str) -> None:
        self.object, self.own = thing, True
        self.note_named(thing)
        self.recent = [*[one for one in self.recent if one != thing], thing][-_REMEMBERED:]

    def resolve(self, slots: Slots, intent: str = "") -> tuple[Slots, bool]:
        """The slots with pronouns replaced, and whether the object was named in the words themselves.

        Args:
            slots: As the words give them.
            intent: What is to be done: a pronoun that is switched on is the last machine, not the last thing.
        """
        thing, named = self._thing(slots.object, intent, slots.destination)
        is_sought = self.asked is not None and self.asked.intent == intent == SEARCH and slots.object in PRONOUNS
        if self.asked and is_sought and (self.asked.tier == Tier.SUGGEST or slots.source):
            # "Where's my phone? I've turned the house upside down.", "[It's not in the bag.] Look for it in the hall."
            thing = self.asked.slots.object or thing
        if intent == SEARCH and thing in _ONE_PERSON and self.person:
            thing = self.person  # "[Have you seen Milo?] Look for him."
        elif intent == SEARCH and thing in _ONE_PERSON:  # "[The cat's out again.] Look for her."
            living = self.book.nouns["living"]
            thing = next((one for one in reversed(self.recent) if head_noun(one) in living), thing)
        destination = slots.destination
        if destination in PRONOUNS or destination == "there":
            # Who goes "there" goes to a place, whatever thing was named last.
            is_thing = destination == "there" and intent in (MOVE_TO, GUIDE)
            is_thing = is_thing and not self._is_room(head_noun(self.object))
            thing_there = "" if is_thing or self.object == thing else self.object
            is_way = destination == "there" and intent == GUIDE
            destination = (self.sought if is_way else "") or self.place or thing_there or destination
        if destination in _ONE_PERSON:
            destination = self.person or destination
        recipient = self.person or slots.recipient if slots.recipient in _ONE_PERSON else slots.recipient
        source = slots.source
        if source in PRONOUNS and self.recent:  # "Go to the tree and get the basket under it."
            source = self.recent[-1] if self.recent[-1] != thing else self.place or source
        return Slots(thing, source, destination, recipient), named

    def _thing(self, phrase: str, intent: str, destination: str) -> tuple[str, bool]:
        if phrase in PRONOUNS or phrase in BARE_ONES:
            return self._pointed_at(phrase, intent, destination), False
        if phrase in NUMBERS and self.object:
            return counted(phrase, self.object), False  # "[Bring Anna two pillows.] I'll bring her two."
        words = phrase.split()
        if words and words[-1] in BARE_ONES:
            noun = head_noun(self.object) if words[-1] == "ones" else one_of(head_noun(self.object))
            if words[-1] == "ones" and words[0] in NUMBERS:
                return counted(words[0], self.object), True  # "Make that three."
            return (" ".join([*words[:-1], noun]), True) if noun else (phrase, not _OTHER.issuperset(words))
        return phrase, bool(phrase)

    def _pointed_at(self, pronoun: str, intent: str, destination: str) -> str:
        """What "it" means: the last thing that may be dealt with so, and of the last few one or several as it says."""
        if destination and destination == self.object:  # "The car, not the hall. Carry it to the car."
            named = (thing for thing in reversed(self.recent) if not self._is_place(thing))
            return next((thing for thing in named if thing != destination), self.object)
        if intent in _FITTING:
            fitting = {noun for name in _FITTING[intent] for noun in self.book.nouns[name]}
            fitting |= _LIDDED if intent in (OPEN, CLOSE) else set()
            return next((thing for thing in reversed(self.recent) if head_noun(thing) in fitting), self.object)
        if intent not in _HANDLING:
            return self.object
        things = [thing for thing in reversed(self.recent[-_LATELY:]) if self._is_carried(thing)]
        alike = [thing for thing in things if may_be(thing, several=pronoun in _SEVERAL)]
        return next(iter(alike or things), self.object)

    def _is_carried(self, thing: str) -> bool:
        nouns, noun = self.book.nouns, one_of(head_noun(thing))
        is_of_house = noun in nouns["house"] or head_noun(thing) in nouns["shades"]
        stays = noun in nouns["fixed"] or (is_of_house and noun not in nouns["machines"])
        return thing != self.place and not stays and noun not in nouns["living"]

    def _is_room(self, noun: str) -> bool:
        return noun in self.book.nouns["fixed"] or noun in ("library", "office") or noun.endswith("room")

    def _is_place(self, thing: str) -> bool:
        return thing == self.place or thing in self.book.places

    def name(self, slots: Slots, intent: str = "") -> None:
        """A task was spoken of: its object and its place (of what is opened, itself) are what was last named."""
        if slots.object and slots.object not in PRONOUNS and slots.object.split()[-1] not in BARE_ONES:
            self._set(slots.object)
        place = slots.destination or slots.source
        if intent == OPEN and slots.source:
            place = container(slots.object, self.book) or place
        if place and place not in _DEICTIC and place not in PRONOUNS:
            self.place = place
            self.recent.append(place)

    def hear(self, clause: Clause, alone: bool = True) -> None:
        """Remember the last thing mentioned in a sentence: "there's a red cup on the table" is about the cup.

        Args:
            clause: A clause of it.
            alone: It may be nothing but a name ("Blanket. Got it.").
        """
        words = clause.words
        if clause.text.startswith(("be a ", "be an ", "thanks for ", "thank you for ")):
            return  # "Be an angel and ...", "Thanks for the hint."
        self.hear_clause(words)
        if not _NAMING.isdisjoint(words) or "'s" in clause.text:
            for index in beginnings(words, self.book):
                self._hear_thing(words, index)
        # "Cookies it is, I'm getting them."; after a request it only agrees.
        self._hear_subject(clause.plain if alone or self.asked else clause.plain.removesuffix(" it is"))
        numbered = None if _ROOMS.isdisjoint(words) else _NUMBERED.search(clause.plain)
        self.place = numbered["place"] if numbered else self.place
        name = clause.plain.split()
        if "there" in words or name[:1] in (["what"], ["such"]) or not NUMBERS.isdisjoint((*words[:1], *name[:1])):
            self._mention(named_bare(name, self.book) or named_bare(words, self.book))
        if not alone or len(name) > _MAX_ALONE:
            return
        if len(name) == 1 and name[0] not in self.asked_words:
            return  # "Splendid."
        is_told = any(word.endswith("'s") and after in IS_SO for word, after in pairwise(name))  # "Anna's out, ..."
        if name and not is_told and _NO_NAME.isdisjoint(name) and self.book.verbs.isdisjoint(name):
            self._mention(clause.plain if thing_at(name, 0, self.book) else "")

    def _hear_thing(self, words: Sequence[str], index: int) -> None:
        """What is named with the article, or the owner, at this place."""
        if words[max(0, index - 2) : index] in (("one", "with"), ("ones", "with")):
            return  # "the one with the red back"
        if index > 2 and words[index - 1] == "of" and words[index - 3] in DETERMINERS:
            return  # "The lid of the jar" names the lid.
        thing = thing_at(words, index + 1, self.book)
        is_between = words[index - 1] == "and" and "between" in words[:index]
        is_thrown = index > 1 and words[index - 2].endswith("ed") and words[index - 1] in _THROWN
        if not index or is_thrown or (words[index - 1] not in _BEFORE_PLACE and not is_between):
            self._mention(thing)
            return
        head = head_noun(thing) if thing else ""
        is_full = words[index - 1] in _HOLDING and head in self.book.nouns["machines"]  # "in the washing machine"
        if is_full or head in self.book.nouns["fixed"] or words[max(0, index - 2) : index] == ("way", "to"):
            self.place = thing
        is_under = not self.book.nouns["living"].isdisjoint(words[1:2])  # "The cat is sitting on the newspaper."
        if is_under or head in self.book.nouns["house"] or head in self.book.nouns["machines"]:
            self.own = True
            is_of_object = bool(self.recent) and self.recent[-1] == self.object  # "My book's in the bag by the fire."
            self.recent.insert(len(self.recent) - is_of_object, thing)  # "Somebody is at the door, open it."

    def _hear_subject(self, plain: str) -> None:
        """ "Fridge is open", "door's open", "window, ...": a thing of the house, without an article."""
        first, _, rest = plain.partition(" ")
        if " for " in plain or plain.count(" ") < _MAX_ALONE - 1:
            self._hear_alone(_BENEFITS.split(plain, 1)[0].split())
        following = rest.partition(" ")[0]
        if following not in _BARE_SUBJECT and not (first.endswith("'s") and following in IS_SO):
            return
        thing, nouns = first.removesuffix("'s"), self.book.nouns
        if thing in nouns["house"] or thing in nouns["machines"] or thing in nouns["fixed"]:
            self._mention(thing)

    def _hear_alone(self, name: list[str]) -> None:
        """ "Window, closing it", "box of tissues for Ben, I'm bringing it": nothing is said but its name."""
        head, nouns = head_noun(" ".join(name)), self.book.nouns
        is_known = head in nouns["house"] or head in nouns["machines"] or is_carried(head)
        if is_known and _NO_NAME.isdisjoint(set(name) - {"and"}) and self.book.verbs.isdisjoint(name):
            name = name[name[0] == "one" :]
            self.alone = f"{self.alone} and {' '.join(name)}" if self.alone else " ".join(name)
            self._mention(self.alone)

    def _mention(self, thing: str) -> None:
        if thing and thing not in NUMBERS and thing not in _NO_THINGS:
            self._set(thing)

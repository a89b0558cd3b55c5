"""A deed: a verb's task and its roles, collected from the words that follow the verb."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from creature_intent import acts
from creature_intent.acts import Slots
from creature_intent.deeds.places import ends_at_place, is_fixed_place, leads_from, lying_beside
from creature_intent.deeds.slots import Segment, object_phrase, segments
from creature_intent.grammar.lexicon import (
    BARE_ONES,
    DATIVES,
    DETERMINERS,
    NUMBERS,
    POSSESSIVE_OR_DEFINITE,
    PRONOUNS,
    TAKEN_FROM,
    word_set,
)
from creature_intent.grammar.rulebook import Rulebook
from creature_intent.grammar.rulebook_file import load
from creature_intent.text.persons import is_group, is_somebody, person
from creature_intent.text.receivers import split_dative
from creature_intent.tokens import Speaker

WEAK = 0.8
"""Certainty of a verb that often means something else ("get")."""
DOUBTFUL = 0.5
"""Certainty of words that mean something else unless it was asked for ("I'll take the chicken")."""


@dataclass(frozen=True)
class Setting:
    """Who speaks, which words of the sentence are names (lower case -> as written), and the rules that hold."""

    speaker: Speaker
    names: Mapping[str, str]
    book: Rulebook = field(default_factory=load)

    @property
    def own(self) -> str:
        """The word by which this speaker means the user."""
        return "me" if self.speaker == Speaker.USER else "you"


@dataclass(frozen=True)
class Deed:
    """A verb and what belongs to it, understood.

    Attributes:
        intent: Name of the task.
        slots: Its roles; a pronoun is given as it stands.
        certainty: 0 to 1; 1 where the words can hardly mean anything but the physical deed.
    """

    intent: str
    slots: Slots
    certainty: float = 1.0


_OWNING = word_set("the my your his her our their")
"""What makes "back" a part of the body, or of a thing."""

Reader = Callable[[str, list[str], Setting], "Deed | None"]
"""Reads what follows a verb: the verb, the words after it, the setting; None where they make no deed."""


def without_particle(rest: list[str], particles: Sequence[str]) -> list[str] | None:
    """The words without the verb's particle, which also ends the object: "the cup up" -> "the cup |"; not "my back"."""
    for index, word in enumerate(rest[:8]):
        is_part = rest[index + 1 : index + 2] == ["of"]  # "from back of the stove"
        is_part = is_part or (index > 1 and rest[index - 1] in _LIES)  # "the sock that is over the chair"
        if word in particles and not is_part and not (index and rest[index - 1] in _OWNING):
            # "The bottle up that is on the left"; "the cup on the right up from ..." would become "right now".
            is_right = word == "up" and rest[index - 1] == "right"
            ends = index and rest[index + 1 : index + 2] not in (["that"], ["which"]) and not is_right
            return rest[:index] + (["now"] if ends else []) + rest[index + 1 :]
    return None


_LIES = word_set("is are was were hangs hang hanging lies lying draped")
_PARTICLES = ["over", "back", "down", "out", "away", "here", "there", "round", "closer", "upstairs", "downstairs"]


def transfer(verb: str, rest: list[str], setting: Setting) -> Deed | None:
    """The object, and by dative or preposition where from and to whom."""
    receiver, rest = split_dative(_without_please(rest), setting.names)
    is_there = (
        rest[-1:] == ["there"] and rest[-2:-1] not in (["over"], ["from"]) and verb in ("take", "bring", "carry", "get")
    )
    last = rest[-3] if len(rest) > 2 and rest[-2] == "for" and rest[-1] in DATIVES else "".join(rest[-1:])
    is_from = last in _LEVELS and "from" in rest[-4:]
    level = last if last in _LEVELS and not is_from and verb in ("take", "bring", "carry", "get") else ""
    for particle in _PARTICLES:
        rest = without_particle(rest, (particle,)) or rest
    found = segments(rest)
    found = lying_beside(found) if receiver or verb in _PICKING else found
    fitting, found = _fitting(found) if receiver or verb in _PICKING else ("", found)
    if _is_weak(verb, found[0].words, bool(receiver) or len(found) > 1) and not is_offhand(verb, rest, setting):
        return None
    thing = object_phrase(found[0].words)
    found[1:] = [_received(verb, segment, setting) for segment in found[1:]]
    goals = frozenset({"to", "into", "onto", "towards"})
    is_put = verb == "bring" and (thing in PRONOUNS or (not receiver and leads_from(found, setting.book)))
    is_put = is_put and not any(one.preposition == "by_name" or _is_received(one, setting) for one in found[1:])
    slots = collect(thing or "", found[1:], goals | ({"in", "on"} if is_put else set()), setting)
    is_for_others = slots is not None and bool(slots.recipient) and receiver in (["me"], ["us"])
    if thing is None or slots is None or (receiver and slots.recipient and not is_for_others):
        return None  # "Get me two spoons for the twins" is for who asks.
    if fitting:
        slots = replace(slots, object=f"{slots.object}{fitting}")
    if level and not slots.destination and not receiver:
        slots = Slots(slots.object, slots.source, level, slots.recipient)
    if is_from and not slots.source:
        slots = Slots(slots.object, last, slots.destination, slots.recipient)
    is_out = rest[-1:] in (["outside"], ["inside"]) and verb in ("take", "bring", "carry", "get")
    if is_out and not (slots.destination or receiver):
        slots = Slots(slots.object, slots.source, rest[-1], slots.recipient)
    if is_there and not slots.destination and not receiver:
        slots = Slots(slots.object, slots.source, "there", slots.recipient)
    if receiver:
        slots = Slots(slots.object, slots.source, slots.destination, person(receiver, setting.names, setting.own))
    is_brought = bool(slots.recipient) and verb not in ("pick", "lift", "hold")
    if slots.recipient and not is_brought:
        slots = Slots(slots.object, slots.source, slots.destination)
    return Deed(acts.BRING_OBJECT if is_brought else acts.GRAB_OBJECT, slots)


_PICKING = ("pick", "lift", "grab", "grasp", "get", "retrieve", "collect")


def _fitting(found: list[Segment]) -> tuple[str, list[Segment]]:
    """ "[give me] the key to the shed": nothing goes to the shed."""
    of_thing = found[0].words and found[0].words[-1] in _FITTED and found[1:] and found[1].preposition == "to"
    return (f" to {' '.join(found[1].words)}", [found[0], *found[2:]]) if of_thing else ("", found)


_FITTED = word_set("key keys lid lids cap cover remote charger cord cable manual instructions")
"""What belongs "to" another thing."""


def _without_please(rest: list[str]) -> list[str]:
    """ "me please the cup", "me back my pen"."""
    rest = [word for index, word in enumerate(rest) if word != "please" or index > 1]
    return [rest[0], *rest[2:]] if rest[1:2] == ["back"] and rest[0] in DATIVES and len(rest) > 2 else rest


def is_offhand(verb: str, rest: Sequence[str], setting: Setting) -> bool:
    """ "Take a cup": whatever it is, and whether it is to be done at all, only the context can tell."""
    return (
        setting.speaker == Speaker.USER
        and verb in ("take", "get")
        and bool(rest)
        and (rest[0] in ("a", "an") or (rest[0] in NUMBERS and len(rest) > 1))
    )


def _is_weak(verb: str, words: Sequence[str], has_more: bool) -> bool:
    """ "get cold", "take notes": without an article these verbs hardly ever take a thing."""
    if verb not in ("take", "get", "hold", "collect", "catch", "give", "pass", "reach") or not words:
        return False
    first = words[0]
    if first in POSSESSIVE_OR_DEFINITE | PRONOUNS | BARE_ONES or first.endswith("'s"):
        return False
    if first == "both" and len(words) > 1:
        return False  # "Take both of the cups."
    return not has_more


def collect(thing: str, rest: Sequence[Segment], goals: frozenset[str], setting: Setting) -> Slots | None:
    """The slots of an object and the phrases after it; None if a phrase is not understood."""
    source = destination = recipient = ""
    for segment in rest:
        segment = _before_relative(segment)
        phrase = object_phrase(segment.words)
        where = segment.preposition
        if where == "by_name":
            recipient = setting.names.get(phrase or "", phrase or "")
        elif where == "|" or phrase is None:
            if segment.words and not (where == "to" and not ends_at_place(segment)):
                return None
        elif where in ("to", "for", "with") and (is_somebody(segment.words, setting.names) or is_group(segment.words)):
            if where != "with":
                recipient = person(segment.words, setting.names, setting.own)
        elif where == "for" and (segment.words[0] in _FOR_SOME or segment.words in _ACHES or thing in PRONOUNS):
            continue  # "put it on the counter for cutting"
        elif where == "in" and _COLOURS.issuperset(segment.words):
            *before, noun = thing.split() or [""]
            thing = " ".join([*before, *segment.words, noun])  # "Two pairs in white" are two white pairs.
        elif where == "for":
            thing = f"{thing} for {' '.join(segment.words)}"
        elif where in ("by", "with") and (segment.words[0] == "its" or phrase.split()[-1] in _HELD_BY):
            continue
        elif where in ("on", "to", "from", "at") and phrase in ("left", "right") and "on" not in goals:
            thing = (
                thing if source or destination or recipient or thing in PRONOUNS else f"{thing} {where} the {phrase}"
            )
        elif where == "to" and source and segment.words[1:3] in _SIDES:
            continue
        elif (
            where in goals
            and (where != "to" or ends_at_place(segment) or is_fixed_place(segment, setting.book))
            and not destination
        ):
            destination = phrase
        elif where in TAKEN_FROM and not source and not ((destination or recipient) and where not in _AWAY):
            source = phrase
    return Slots(thing, source, destination, recipient)


def _is_received(segment: Segment, setting: Setting) -> bool:
    """ "[bring it] to Jane in the living room": that she is there says nothing of where it goes."""
    return segment.preposition in ("to", "for") and is_somebody(segment.words, setting.names)


def _received(verb: str, segment: Segment, setting: Setting) -> Segment:
    """ "take it to daniela": who receives it is told by name alone."""
    is_name = verb in _HANDED and segment.preposition == "to" and is_called(segment.words, setting)
    return Segment("by_name", segment.words) if is_name else segment


_HANDED = ("bring", "take", "carry", "give", "hand", "deliver", "pass", "fetch", "return")


def is_called(words: Sequence[str], setting: Setting) -> bool:
    """A name as recognisers without capitals write it ("follow daniela"): one word that names nothing we know."""
    word, nouns = words[0] if words else "", setting.book.nouns
    if setting.speaker != Speaker.USER or len(words) != 1 or not word.isalpha() or len(word) < 3:
        return False
    if word in _NO_NAMES or word in setting.book.verbs or word.endswith(("s", "ing", "ly")):
        return False
    return not any(word in nouns[name] for name in _NAMELESS)


_NAMELESS = ("fixed", "far_places", "abstract_places", "machines", "abstract", "digital")
_LEVELS = ("upstairs", "downstairs")
_NO_NAMES = word_set(
    "here there left right forward forwards backwards ahead straight front back side bed home upstairs downstairs "
    "outside inside eat drink you him her"
)


def _before_relative(segment: Segment) -> Segment:
    """ "to the man [sitting on the sofa]"; "the waiting room" is one."""
    words = segment.words
    is_cut = (index and word in _RELATED and words[index - 1] not in DETERMINERS for index, word in enumerate(words))
    cut = next((index for index, is_here in enumerate(is_cut) if is_here), None)
    return segment if cut is None else Segment(segment.preposition, segment.words[:cut])


_RELATED = word_set(
    "sitting standing lying waiting wearing hanging working waving pointing raising holding carrying pushing calling "
    "who that"
)
_SIDES = (("left", "of"), ("right", "of"), ("side", "of"))
_COLOURS = word_set("the red green blue yellow orange purple pink brown black white grey gray beige golden silver")
_FOR_SOME = ("some", "more", "better", "fresh")
"""What begins a purpose, which tells of no thing: "the window for some fresh air"."""
_SORE = ("feet", "legs", "knee", "knees", "hands", "shoulders", "back", "head", "neck", "cough", "throat")
_ACHES = frozenset((that, part) for that in ("that", "those", "these") for part in _SORE)
"""What it is to help: "a hot water bottle for those feet"."""
_HELD_BY = word_set("handle handles neck corner corners edge edges strap straps rim arm side sides top")
_AWAY = frozenset({"from", "off", "out_of"})


def all_known(rest: Sequence[Segment]) -> bool:
    """Only phrases of place or receiver follow, no loose words that make it another kind of sentence."""
    return all(segment.preposition != "|" and object_phrase(segment.words) is not None for segment in rest)

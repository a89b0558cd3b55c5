"""Facts about objects: colour, number, whether they can be reached. Each takes a question's match with a group np."""

from __future__ import annotations

import re

from creature_voice.brains import phrases
from creature_voice.brains.memory import Answer
from creature_voice.brains.noun import Noun, read_noun
from creature_voice.brains.scene import Scene, a, the
from creature_voice.brains.words import listed, number, plural
from creature_voice.brains.world import Item

MOST_LISTED = 5


def is_or_are(item: Item) -> str:
    """The verb that goes with an object."""
    return "are" if item.plural else "is"


def none_such(scene: Scene, noun: Noun) -> Answer:
    """To a question about an object that is not there."""
    words = noun.words if noun.det in ("any", "the", "") else noun.spoken()
    known = noun.det in ("the", "my", "your", "his", "her") or words.startswith(("some ", "a ", "an "))
    told = noun.spoken() if known else f"any {plural(noun.words)}"
    return scene.say(scene.wording.pick(phrases.NO_SUCH[:2] if "any " in told else phrases.NO_SUCH, noun=told))


def colour(scene: Scene, match: re.Match[str]) -> Answer | None:
    """What colour is it?"""
    noun = read_noun(match["np"])
    items = scene.candidates(noun) if noun is not None else ()
    if not items:
        return none_such(scene, noun) if noun is not None and not noun.pronoun and noun.det else None
    if len(items) > 1:
        return scene.say(f"There's {listed([a(item) for item in items])}.")
    item = items[0]
    if not item.colour:
        return scene.say(scene.wording.pick(phrases.COLOUR_UNKNOWN, thing=the(item)), thing=the(item))
    bare_name = (
        f"the {item.kind}" if item.colour in item.name and len(scene.world.of_kind(item.kind)) == 1 else the(item)
    )
    words = scene.wording.pick(phrases.COLOUR, thing=bare_name, colour=item.colour, is_=is_or_are(item))
    return scene.say(words, thing=the(item))


def is_colour(scene: Scene, match: re.Match[str]) -> Answer | None:
    """Is it red?"""
    noun = read_noun(match["np"])
    items = scene.candidates(noun) if noun is not None else ()
    if len(items) != 1 or not items[0].colour:
        return None
    right = items[0].colour == match["colour"]
    return scene.say("Yes, it is." if right else f"No, it's {items[0].colour}.", thing=the(items[0]))


def how_many(scene: Scene, match: re.Match[str]) -> Answer | None:
    """How many are there?"""
    noun = read_noun(match["np"])
    if noun is None:
        return None
    items = scene.world.items if noun.head in ("thing", "object", "item") else scene.world.find(noun)
    kinds = plural(noun.words)
    if not items:
        return scene.say(scene.wording.pick(phrases.COUNT_NONE, kinds=kinds))
    if len(items) == 1:
        words = scene.wording.pick(phrases.COUNT_ONE, noun=a(items[0]), place=scene.where(items[0]))
        return scene.say(words, thing=the(items[0]))
    things = listed([a(item) for item in items[:MOST_LISTED]])
    if len(items) > MOST_LISTED:
        return scene.say(f"{number(len(items)).capitalize()}, that I know of.")
    return scene.say(scene.wording.pick(phrases.COUNT, count=number(len(items)), kinds=kinds, things=things))


def reach(scene: Scene, match: re.Match[str]) -> Answer | None:
    """Can you reach it?"""
    noun = read_noun(match["np"])
    items = scene.candidates(noun) if noun is not None else ()
    if len(items) != 1:
        return None
    item = items[0]
    place = scene.world.place(item.place)
    near = item.reachable and (place is None or place.reachable)
    words = scene.wording.pick(phrases.REACH_YES if near else phrases.REACH_NO, thing=the(item), is_=is_or_are(item))
    return scene.say(words, thing=the(item))

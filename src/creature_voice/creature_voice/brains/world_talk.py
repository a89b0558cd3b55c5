"""Questions about the world that the creature can see."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from creature_voice.brains import phrases
from creature_voice.brains.memory import Answer
from creature_voice.brains.noun import COLOURS, read_noun, split_spot
from creature_voice.brains.question import Ask, Question, Task
from creature_voice.brains.request_forms import Action
from creature_voice.brains.scene import Scene, a, the
from creature_voice.brains.words import listed, number
from creature_voice.brains.world import Item
from creature_voice.brains.world_facts import colour, how_many, is_colour, is_or_are, none_such, reach

_ELLIPSIS = re.compile(r"(?:and|(?:and )?(?:what|how) about) (?:(?:on|in|at|by) )?(?P<np>(?:the|my|your) .+)")
_Teller = Callable[[Scene, re.Match[str]], "Answer | None"]
_MOST_SEEN = 4


def world_talk(scene: Scene) -> Answer | None:
    """The answer to a question about things and places, or None if there is no such question."""
    for clause in scene.clauses:
        if (match := _ELLIPSIS.fullmatch(clause)) and (answer := _on(scene, match) or _where(scene, match)):
            return answer
        text = re.sub(
            r"^(?:(?:so|and|well|okay|hey|hi|hello|then|now|but|oh|tell me|can you tell me|do you know) )+", "", clause
        )
        text = re.sub(r" (?:here|around here|right now|now|today|in here|for me|then)$", "", text)
        for pattern, teller in _QUESTIONS:
            match = re.fullmatch(pattern, text)
            answer = teller(scene, match) if match else None
            if answer is not None:
                return answer
    return None


def _see(scene: Scene, match: re.Match[str]) -> Answer:
    items = scene.world.items
    if not items:
        return scene.say(scene.wording.pick(phrases.SEE_NOTHING))
    shown = _spread(items)
    more = scene.wording.pick(phrases.SEE_MORE) if len(items) > len(shown) else ""
    return scene.say(scene.wording.pick(phrases.SEE, things=_placed(scene, shown)), more)


def _spread(items: Sequence[Item]) -> list[Item]:
    """A few objects, two from a place."""
    groups: dict[str, list[Item]] = {}
    for item in items:
        groups.setdefault(item.place, []).append(item)
    return [item for group in groups.values() for item in group[:2]][:_MOST_SEEN]


def _placed(scene: Scene, items: Sequence[Item]) -> str:
    """Objects with their places: "a red cup and a blue cup on the table and a book on the shelf"."""
    groups: dict[str, list[str]] = {}
    for item in items:
        groups.setdefault(scene.where(item), []).append(a(item))
    parts = [f"{listed(things)} {place}".strip() for place, things in groups.items()]
    return ", and ".join(parts) if len(parts) < 3 else ", ".join(parts[:-1]) + ", and " + parts[-1]


def _on(scene: Scene, match: re.Match[str]) -> Answer | None:
    noun = read_noun(match["np"])
    if noun is None or noun.pronoun:
        place = scene.memory.place
    elif noun.head == "hand":
        return _holding(scene, match)
    else:
        known = scene.world.place(noun.words)
        place = known.name if known else ""
    if not place:
        return None
    where = scene.world.at(place)
    items = [item for item in scene.world.items if scene.where(item) == where]
    if not items:
        return scene.say(scene.wording.pick(phrases.NOTHING_ON_PLACE, place=where), place=place)
    return scene.say(
        scene.wording.pick(phrases.ON_PLACE, things=listed([a(item) for item in items]), place=where),
        place=place,
        thing=the(items[0]) if len(items) == 1 else "",
    )


def _where(scene: Scene, match: re.Match[str]) -> Answer | None:
    noun = read_noun(match["np"])
    if noun is None or (noun.pronoun and scene.last_item() is None):
        return None
    place = scene.world.place(noun.words)
    if place is not None and not scene.world.of_kind(noun.head):
        return _way(scene, place.name)
    items = scene.candidates(noun)
    if not items:
        return none_such(scene, noun)
    if len(items) > 1:
        return scene.say(f"There's {_placed(scene, items)}.")
    return _one_at(scene, items[0])


def _one_at(scene: Scene, item: Item) -> Answer:
    where, thing = scene.where(item), the(item)
    held = item.name == scene.memory.held
    table = phrases.IN_HAND if held else phrases.WITH if where.startswith("with ") else phrases.IS_AT
    table = table if where else phrases.NO_PLACE_KNOWN
    words = scene.wording.pick(table, thing=thing, place=where, is_=is_or_are(item))
    moved = item.name in scene.memory.moved or held
    return scene.say(words, thing=thing, place="" if moved else item.place)


def _is_there(scene: Scene, match: re.Match[str]) -> Answer | None:
    phrase, spot = split_spot(match["np"])
    noun = read_noun(phrase)
    if noun is not None and noun.head in ("anything", "something", "thing"):
        there = re.match(r".+? (?:on|in|at|by|near) (?P<np>.+)", match["np"])
        return _on(scene, there) if there else _see(scene, match)
    if noun is None or noun.one:
        return None
    items = scene.candidates(noun) if noun.pronoun else scene.world.find(noun)
    if spot is not None:
        items = tuple(item for item in items if spot.noun.words in scene.where(item)) or items
    if not items:
        return None if noun.pronoun or not (noun.det or scene.world.knows(noun.head)) else none_such(scene, noun)
    if len(items) == 1:
        words = scene.wording.pick(phrases.YES_ONE, noun=a(items[0]), place=scene.where(items[0]))
        return scene.say(words.replace(" .", "."), thing=the(items[0]), place=items[0].place)
    return scene.say(
        scene.wording.pick(phrases.YES_SEVERAL, count=number(len(items)), things=listed([a(item) for item in items]))
    )


def _lost(scene: Scene, match: re.Match[str]) -> Answer | None:
    """Where a thing is that a person looks for, and whether to bring it."""
    noun = read_noun(match["np"])
    items = scene.candidates(noun) if noun is not None else ()
    if len(items) != 1 or scene.where(items[0]).startswith(("with", "in my")):
        return _where(scene, match)
    told = _one_at(scene, items[0])
    task = Task(Action.BRING, thing=the(items[0]), item=items[0].name, recipient="you")
    offer = scene.wording.pick(phrases.OFFER_LOST)
    return replace(told, sentences=(*told.sentences, offer), question=Question(Ask.OFFER, task))


def _holding(scene: Scene, match: re.Match[str]) -> Answer:
    held = scene.memory.held
    if not held:
        return scene.say(scene.wording.pick(phrases.HOLDING_NOTHING))
    thing = held if held.startswith("the ") else f"the {held}"
    return scene.say(scene.wording.pick(phrases.HOLDING, thing=thing), thing=thing)


def _places(scene: Scene, match: re.Match[str]) -> Answer:
    names = [f"the {place.name}" for place in scene.world.places if place.reachable][:6]
    table = phrases.PLACES if names else phrases.NO_PLACES
    return scene.say(scene.wording.pick(table, places=listed(names)))


def _way_to(scene: Scene, match: re.Match[str]) -> Answer | None:
    noun = read_noun(match["np"])
    place = scene.world.place(noun.words) if noun is not None else None
    if place is not None:
        return _way(scene, place.name)
    return (
        scene.say(scene.wording.pick(phrases.NO_SUCH_PLACE, place=noun.spoken()))
        if noun and noun.det == "the"
        else None
    )


def _way(scene: Scene, name: str) -> Answer:
    task = Task(Action.GUIDE, spot=f"to the {name}", place=name)
    words = scene.wording.pick(phrases.SHOW_WAY, spot=task.spot)
    return scene.say(words, question=Question(Ask.OFFER, task), place=name)


_NP = r"(?P<np>.+)"
_QUESTIONS: tuple[tuple[str, _Teller], ...] = (
    (r"what (?:else )?(?:can|do|could) you (?:see|have|know)(?: around(?: you)?| there| in front of you|"
     r" in the room)?", _see),
    (r"what (?:else )?is (?:there|around(?: you| us)?|in front of you|near you|in (?:the|this) room)", _see),
    (r"(?:what|which) (?:things|objects|items|stuff) (?:are there|can you (?:see|reach|bring|grab|pick up|get)|"
     r"do you (?:see|know|have))", _see),
    (r"(?:look around|describe (?:the|this) room|what does it look like|what can you (?:grab|reach|bring(?: me)?|"
     r"get(?: me)?|pick up)|tell me what you (?:can )?see)", _see),
    (r"what (?:else )?(?:is|are|do you see|can you see|lies|have you got|is there)(?: lying| standing)? (?:on|in|at|"
     r"by|near) " + _NP, _on),
    (r"what (?:are you holding|do you hold|have you got|is in your hand)(?: in your hand)?|is your hand empty|"
     r"are you holding (?:anything|something)", _holding),
    (r"where (?:is|are|did you (?:put|leave)|can i find|do you see|have you put) " + _NP, _where),
    (r"(?:where |do you know where )(?P<np>.+) (?:is|are)", _where),
    (r"(?:i can not find|i am looking for|i (?:have )?lost|can you find|find) (?P<np>(?:the|my|a|an) .+)", _lost),
    (r"(?:have you seen|i can not find) (?P<np>(?:the|my|a|an) .+|it)", _where),
    (r"(?:is|are) there " + _NP, _is_there),
    (r"(?:do|can) you (?:see|have|know|find)(?: of)? " + _NP, _is_there),
    (r"have you got " + _NP, _is_there),
    (rf"(?:is|are) (?P<np>.+?) (?P<colour>{'|'.join(sorted(COLOURS))})", is_colour),
    (r"(?:what|which) colou?r (?:is|are|does|has) (?P<np>.+?)(?: have)?", colour),
    (r"how many (?P<np>.+?)(?: (?:are there|can you see|do you see|do you have|do you know|have you got|are (?:on|"
     r"in) .+))?", how_many),
    (r"(?:what|which) (?P<np>[a-z]+s) (?:are there|(?:can|do) you (?:see|have|know)|have you got)", how_many),
    (r"(?:can|could) you reach " + _NP, reach),
    (r"is (?P<np>.+?) (?:reachable|within (?:your )?reach|too (?:high|far).*)", reach),
    (r"(?:what|which) (?:places|rooms) (?:do you know|are there|can you (?:go to|reach))|where can you go", _places),
    (r"how (?:do|can) i (?:get|go|come) to " + _NP, _way_to),
    (r"(?:which way is|what is the way to|where do i find) " + _NP, _way_to),
)  # fmt: skip

"""What a language model is told, so that it speaks as the creature and commits in the agreed words."""

from __future__ import annotations

from creature_voice.brains.abilities import EVERYTHING, Abilities
from creature_voice.brains.request_forms import Action
from creature_voice.brains.words import an, listed
from creature_voice.brains.world import World

_PROMPT = """You are {name}, a small, warm, curious robot with a voice, an animated face and one arm, in a room with the
person who talks to you. You speak aloud: answer in one or two short spoken sentences, plain words only, no lists,
no markup, no emoji, no stage directions.

Your body can do these things and nothing else: {deeds}, and stop. When, and only when, the person asks for such a
thing, promise it in exactly one of these forms, naming the object in full:
{forms} "Okay, I'll stop."
Several things that are asked for at once you promise one after the other, each in a sentence of its own.
In any other talk never say "I'll" and never promise to do anything.
If several things fit, ask first: "Which cup, the red one or the blue one?" If you do not know the thing, promise it
all the same: your body will look for it. Never say that a task is done; you are told when it is.
What your body cannot do you decline: "I'm sorry, I can't fly." If you do not know something, say so.
{world}{persona}"""


_DEEDS: tuple[tuple[Action, str, str], ...] = (
    (Action.GRAB, "pick up things", "Okay, I'll pick up the red cup."),
    (Action.BRING, "bring them to people", "Sure, I'll bring you the red cup."),
    (Action.PLACE, "put them somewhere", "Okay, I'll put the red cup on the shelf."),
    (Action.MOVE, "go to places", "All right, I'll go to the kitchen."),
    (Action.GUIDE, "show the way", "Sure, I'll show you the way to the door."),
    (Action.FOLLOW, "follow people", "Okay, I'll follow you."),
    (Action.SEARCH, "look for things", "Sure, I'll look for your keys."),
    (Action.OPEN, "open things", "Okay, I'll open the drawer."),
    (Action.CLOSE, "close things", "Okay, I'll close the drawer."),
    (Action.SWITCH_ON, "switch things on", "Okay, I'll switch on the lamp."),
    (Action.SWITCH_OFF, "switch things off", "Okay, I'll switch off the lamp."),
    (Action.MOTION, "make these movements: {motions}", "Okay, I'll wave."),
    (Action.PROJECT, "clear or tidy a place", "All right, I'll clear the table."),
)
_MOTIONS = ("wave", "nod", "shake your head", "bow", "dance", "spin around", "turn around", "raise your arm", "clap")


def system_prompt(name: str, persona: str, world: World, abilities: Abilities = EVERYTHING) -> str:
    """The system message."""
    able = [(deed, form) for action, deed, form in _DEEDS if abilities.can(action)]
    deeds = ", ".join(deed for deed, _ in able).format(motions="/".join(abilities.motions or _MOTIONS))
    forms = " ".join(f'"{form}"' for _, form in able)
    things = listed([an(item.name) + (f" {world.at(item.place)}" if item.place else "") for item in world.items])
    places = listed([place.name for place in world.places])
    known = (f"You can see: {things}.\n" if things else "") + (f"Places you know: {places}.\n" if places else "")
    text = _PROMPT.format(name=name, deeds=deeds, forms=forms, world=known, persona=persona.strip())
    return text.strip()

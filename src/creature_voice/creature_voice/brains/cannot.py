"""What no body of this creature can do, refused honestly: "I'm sorry, I can't fly." """

from __future__ import annotations

import re

from creature_voice.brains import phrases
from creature_voice.brains import talk_rest as table
from creature_voice.brains.acting import cannot_do
from creature_voice.brains.memory import Answer
from creature_voice.brains.requests import requests_in
from creature_voice.brains.scene import Scene
from creature_voice.brains.words import split, turn

_POLITE = re.compile(
    r"(?:(?:so|and|well|okay|hey|hi|hello|now|then|please|just|pip|no|oh) )*(?:(?:can|could|would|will) (?:you|"
    r"we)(?: (?:also|please|maybe|just|even|actually))*|are you able to|do you know how to|i (?:want|need|"
    r"would like) you to|would you like to|why do not you|you (?:should|must)|let us|try to) (?P<what>.+)"
)
_UNKNOWN = (
    (r".*\b(?:weather|temperature|forecast|rain(?:ing)?|sunny|snow(?:ing)?)\b.*", "what the weather is like"),
    (r".*\b(?:news|headlines|election|stock market|score|who won)\b.*", "the news"),
)
_VERB_PHRASES: tuple[tuple[str, str | None], ...] = (
    (r"fly(?: .+)?", "fly"),
    (r"(?:cook|bake|fry|boil|make|prepare)(?: me| us)? (?:.*\b(?:dinner|lunch|breakfast|food|a meal|coffee|tea|cake|"
     r"pizza|sandwich|eggs?|pasta|soup|toast)\b.*)", "cook"),
    (r"cook(?: .+)?", "cook"),
    (r"(?:call|phone|ring|dial) (?!me (?!back)|it|you|him a|her a)(?P<x>.+)", "make phone calls"),
    (r"(?:buy|order|purchase|shop for) (?P<x>.+)|go shopping.*", "buy things"),
    (r"play (?:some |me |us |a |the )*(?:music|song|radio|video|movie|spotify|youtube)s?.*", "play music"),
    (r"play (?P<x>.+)", "play games yet"),
    (r"(?:send|write|text|email|read) .*\b(?:emails?|mail|messages?|text|sms|letter)\b.*", "send messages"),
    (r"set (?:an? |the |my )?(?:\w+ )?(?:alarm|timer|reminder).*|remind me .*|wake me .*", "set alarms or reminders"),
    (r"(?:google|search|look up|browse) (?!around)(?P<x>.+)", "look things up"),
    (r"(?:turn|switch) (?:up|down) .+|(?:turn|switch) .+ (?:up|down)|dim .+", "turn things up or down"),
    (r"(?:lock|unlock) (?P<x>.+)", "lock or unlock things"),
    (r"(?:clean|wash|vacuum|mop|sweep|tidy|dust|iron|do the (?:dishes|laundry|washing)|wipe)(?: .+)?", "clean"),
    (r"(?:jump|run|climb|swim|roll over|turn (?:left|right)|sit(?: down)?|stand up|dive|hop|crawl)(?: .+)?", None),
    (r"(?:pick|lift|carry|hold) (?:me|us|him|her|people|somebody|someone|the (?:dog|cat|baby)|my (?:dog|cat|"
     r"baby))(?: .+)?", "lift anybody"),
    (r"(?:give me |have |shake )?(?:a )?(?:hug|kiss|high five|handshake|hugs|five|hands?|massage)(?: me| us| my .+)?",
        "do that, though I'd like to"),
    (r"(?:hug|kiss|touch|marry|feed|massage|tickle|wash|dress) (?:me|us|him|her|my .+|the .+)", "do that"),
    (r"(?:kill|hurt|hit|shoot|attack|punch|kick|stab|fight|break|destroy|burn|smash) .+", "hurt or break anything"),
    (r"(?:throw|toss|cut|chop|pour|fill|fold|paint|draw|build|fix|repair|mix|drive|translate|calculate|spell|teach|"
     r"film|record|photograph|scan|print|write|drink|eat|smell|taste|swallow) (?P<x>.+)", None),
    (r"take (?:a |some |my )?(?:picture|photo|photos|selfie|pictures|note|notes)(?: .+)?", "take pictures or notes"),
    (r"drive|swim|draw|paint|write|read|eat|drink|smell|taste|calculate|translate|throw|whistle|rap", None),
)  # fmt: skip
_NO_ECHO = re.compile(
    r"\b(?:not|be|tell|say|talk|see|hear|help|understand|explain|feel|think|show|believe|stop|like|go)\b"
)
_MOST_WORDS = 6


def cannot(scene: Scene) -> Answer | None:
    """A refusal if something impossible was asked for, else None."""
    for clause in scene.clauses:
        for pattern, what in _UNKNOWN:
            asked = re.match(r"(?:what|how|is|will|who|tell|do you|can you|any|did)\b", clause)
            if asked and re.fullmatch(pattern, clause):
                return scene.say(scene.wording.pick(table.CANNOT_TELL, what=what))
        polite = _POLITE.fullmatch(clause)
        if polite and (able := requests_in(polite["what"], "", scene.world.knows, scene.abilities.motions)):
            return cannot_do(scene, able[0]) or scene.say(*split(scene.wording.pick(phrases.CAN)))
        phrase = polite["what"] if polite else re.sub(r"^(?:please|now|then|just|and|go|okay|hey) ", "", clause)
        refused = _refused(phrase, bool(polite))
        if refused:
            return scene.say(scene.wording.pick(table.CANNOT, what=refused))
    return None


def _refused(phrase: str, polite: bool) -> str:
    trimmed = re.sub(r" (?:for me|for us|please|now|today|then|to me)$", "", phrase)
    for pattern, what in _VERB_PHRASES:
        if re.fullmatch(pattern, trimmed):
            return what or turn(trimmed)
    short = len(trimmed.split()) <= _MOST_WORDS
    return turn(trimmed) if polite and short and not _NO_ECHO.search(trimmed) else ""

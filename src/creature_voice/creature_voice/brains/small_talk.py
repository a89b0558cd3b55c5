"""Small talk from the table, yes and no to its own questions, and something to say when nothing fits."""

from __future__ import annotations

import re
from datetime import datetime

from creature_voice.brains import talk_rest as table
from creature_voice.brains.acting import stop
from creature_voice.brains.choosing import NO, YES
from creature_voice.brains.memory import Answer
from creature_voice.brains.question import Ask, Question
from creature_voice.brains.scene import Scene
from creature_voice.brains.talk import Talk
from creature_voice.brains.talk_creature import ABOUT_CREATURE
from creature_voice.brains.talk_manners import MANNERS
from creature_voice.brains.talk_play import TO_HEAR
from creature_voice.brains.words import sentence, split, turn, word_set

_TABLE = (*TO_HEAR, *ABOUT_CREATURE, *MANNERS)
"""In order: where several fit, the first wins, so that a greeting yields to a question beside it."""

_NAMED = re.compile(r"(?:my name is|i am called|call me|people call me|they call me|the name is) (?P<who>[a-z\-]+)")
_SELF = re.compile(r"(?:i am|this is|it is|mine is|and i am) (?P<who>[a-z\-]+)|(?P<alone>[a-z\-]+)")
_NO_NAME = word_set(
    "not a an the back later when now it that so crazy your fine good okay well yes no yeah nope sorry here home tired "
    "sad happy bored hungry thirsty sick cold hot ready done busy hello hi hey what why who stop wait nothing thanks "
    "great lost"
)
_LIKES = re.compile(
    r"i (?:really |also )?(?:like|love|enjoy|prefer|am into|am interested in) (?P<what>[a-z' \-]{3,30})"
)
_HAVING = re.compile(
    r"i (?:have|had|got|bought|am reading|am watching|saw|visited|play) (?P<what>(?:a|an|my|the|some|"
    r"two) [a-z' \-]{3,24})"
)
_YOU_LIKE = re.compile(r"do you (?:like|love|enjoy|want|prefer) (?P<what>(?!to )[a-z' \-]{3,24})")
_LEAD = re.compile(r"^(?:(?:so|and|well|okay|but|oh|hey|hi|hello|now|then|tell me|please|no|yes) )+(?=\w+ \w+)")
_ASKING = re.compile(
    r"(?:who|what|where|when|why|how|which|whose|is|are|was|were|do|does|did|can|could|will|would|should|have|has|"
    r"am)\b.*"
)


def small_talk(scene: Scene, now: datetime) -> Answer | None:
    """An answer from the table of small talk, or None."""
    if answer := _about_names(scene):
        return answer
    if answer := _continued(scene):
        return answer
    fitting = (talk for talk in _TABLE if any(_says(talk, clause) for clause in scene.clauses))
    talk = next(fitting, None)
    return _told(scene, talk, now) if talk is not None else None


def _says(talk: Talk, clause: str) -> bool:
    stripped = _LEAD.sub("", clause)
    return any(re.fullmatch(pattern, text) for pattern in talk.heard for text in {clause, stripped})


def _told(scene: Scene, talk: Talk, now: datetime) -> Answer:
    if talk.subject == "wait" and scene.memory.busy:
        return stop(scene)
    known = scene.memory.user_name and talk.subject == "your name"
    words = scene.wording.pick(
        [phrase for phrase in talk.said if not (known and phrase.endswith("?"))],
        name=scene.name,
        user=f", {scene.memory.user_name}" if scene.memory.user_name else "",
        time=f"{now.hour % 12 or 12}:{now.minute:02d} {'a.m.' if now.hour < 12 else 'p.m.'}".removesuffix("."),
        day=now.strftime("%A"),
        date=f"{now.strftime('%B')} {now.day}",
    )
    question = Question(Ask.TALK, subject=talk.subject) if words.endswith("?") else None
    return scene.say(*split(words), question=question)


def _about_names(scene: Scene) -> Answer | None:
    for clause in scene.clauses:
        if who := _name_in(scene, clause):
            return scene.say(*split(scene.wording.pick(table.NAME_GIVEN, who=who)), user_name=who)
        asked = re.fullmatch(r"(?:what is|do you (?:know|remember)|say) my name|who am i", _LEAD.sub("", clause))
        if asked and scene.memory.user_name:
            return scene.say(*split(scene.wording.pick(table.YOUR_NAME, who=scene.memory.user_name)))
    return None


def _name_in(scene: Scene, clause: str) -> str:
    """The name that a person gives: said to be one, with a capital letter, or in answer to the creature's question."""
    question = scene.memory.question
    asked = question is not None and question.subject == "your name" and scene.memory.asked == 0
    match = _NAMED.fullmatch(clause)
    if match is None and (match := _SELF.fullmatch(clause)):
        who = match["who"] or match["alone"]
        capital = match["who"] and re.search(rf"(?:I'm|I am|This is) {who.capitalize()}\b", scene.heard)
        return sentence(who) if who not in _NO_NAME and (asked or capital) else ""
    return sentence(match["who"]) if match and match["who"] not in _NO_NAME else ""


def _continued(scene: Scene) -> Answer | None:
    """Yes or no to the small question that ended the last small talk."""
    question = scene.memory.question
    if question is None or question.ask is not Ask.TALK or scene.memory.asked > 0 or not scene.clauses:
        return None
    talk = next((talk for talk in _TABLE if talk.subject == question.subject), None)
    if talk is None or len(scene.clauses) > 1:
        return None
    if talk.yes and YES.fullmatch(scene.clauses[0]):
        return scene.say(scene.wording.pick(talk.yes))
    if talk.no and NO.fullmatch(scene.clauses[0]):
        return scene.say(scene.wording.pick(talk.no))
    return None


def fallback(scene: Scene) -> Answer:
    """Something to say when nothing else fits; the turn goes back to the person."""
    pick = scene.wording.pick
    if not scene.clauses:
        return scene.say(*split(pick(table.CALLED if scene.name.lower() in scene.heard.lower() else table.NOT_HEARD)))
    for clause in scene.clauses:
        for pattern, answers in ((_LIKES, table.LIKES), (_HAVING, table.HAVING), (_YOU_LIKE, table.YOU_LIKE)):
            match = pattern.fullmatch(clause)
            if match and "you" not in match["what"].split():
                return scene.say(*split(pick(answers, what=turn(match["what"]))))
    if scene.memory.asked_just_now and not scene.heard.rstrip().endswith("?"):
        return scene.say(*split(pick(table.TOLD)))
    asking = scene.heard.rstrip().endswith("?") or any(_ASKING.fullmatch(clause) for clause in scene.clauses[-1:])
    return scene.say(*split(pick(table.FALLBACK_QUESTION if asking else table.FALLBACK)))

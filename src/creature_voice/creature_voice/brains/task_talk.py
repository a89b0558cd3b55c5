"""Questions about the task and the words spoken: "did you get it?", "what are you doing?", "what did you say?"."""

from __future__ import annotations

import re
from collections.abc import Callable

from creature_voice.brains import phrases
from creature_voice.brains.memory import Answer, Status
from creature_voice.brains.request_forms import Action
from creature_voice.brains.scene import Scene
from creature_voice.brains.words import split

_THING = r"(?:it|that|them|this|the .+|my .+)"
_DONE = re.compile(
    rf"(?:did|have|do|has|can) you (?:get|got|find|found|do|done|have|reach|grab|grabbed|bring|brought|put|make it|"
    rf"manage|finish|finished|pick up|picked up)(?: {_THING})?(?: (?:up|down|now|yet|already|back|there|away))*|"
    r"(?:are you|is it|is that|you) (?:done|finished|ready|there|still (?:at it|working|busy))(?: yet| now| already|"
    r" with .+)?|did (?:it|that) (?:work|go well|work out)|how did (?:it|that) go|did you (?:succeed|fail)|got it|"
    r"any luck|how (?:far are you|is it going with .+)"
)
_HOW_LONG = re.compile(
    r"how (?:long (?:will (?:it|that|you)|does (?:it|that)|do you) (?:take|need)|much longer).*|when .+ ready"
)
_WHY = re.compile(
    r"(?:but )?why|why (?:not|did (?:you|it) (?:fail|not work)|did you stop|(?:could|can|"
    r"did) (?:you )?not(?: you)?(?: .+)?|is that)|what (?:is|was|went) (?:wrong|the (?:problem|matter))|what happened"
)
_DOING = re.compile(
    r"what are you (?:doing|up to|busy with|working on)(?: right now| now| there| at the moment)?|are you busy"
)
_REPEAT = re.compile(
    r"(?:what|pardon|pardon me|come again|huh|say (?:that|it) again|repeat(?: that| it)?|again|(?:can|"
    r"could) you (?:say that again|repeat(?: that| it)?)|what did you (?:just )?say|what was that|once more|i (?:did|"
    r"could) not (?:hear|understand|get|catch) (?:you|that|it)|i beg your pardon)(?: please)?"
)
_ASKED = re.compile(
    r"what did i (?:just )?(?:say|ask|want|ask you(?: to do| for)?|tell you(?: to do)?)|what was my (?:question|"
    r"request)|do you remember what i (?:said|asked|wanted)"
)


def task_talk(scene: Scene) -> Answer | None:
    """The answer to a question about the task or the conversation, or None if there is no such question."""
    tables: tuple[tuple[re.Pattern[str], Callable[[Scene], Answer | None]], ...] = (
        (_DONE, _done),
        (_HOW_LONG, _how_long),
        (_WHY, _why),
        (_DOING, _doing),
        (_REPEAT, _repeat),
        (_ASKED, _asked),
    )
    if scene.heard.strip().lower() in ("sorry?", "excuse me?"):
        return _repeat(scene)
    for clause in scene.clauses:
        text = re.sub(r"^(?:(?:so|and|well|okay|hey|oh|then|but) )+", "", clause)
        for pattern, teller in tables:
            answer = teller(scene) if pattern.fullmatch(text) else None
            if answer is not None:
                return answer
    return None


def _done(scene: Scene) -> Answer:
    memory, pick = scene.memory, scene.wording.pick
    if memory.task is None:
        return scene.say(pick(phrases.NO_TASK))
    if memory.status is Status.DOING:
        return scene.say(pick(phrases.NOT_YET))
    if memory.status is Status.STOPPED:
        return scene.say(pick(phrases.NO_STOPPED))
    table = phrases.YES_DONE if memory.status is Status.DONE else phrases.NO_FAILED
    return scene.say(pick(table, outcome=memory.outcome).strip())


def _why(scene: Scene) -> Answer | None:
    memory = scene.memory
    if memory.status is Status.FAILED and memory.outcome:
        return scene.say(*split(scene.wording.pick(phrases.WHY_FAILED, outcome=memory.outcome)))
    alone = scene.clauses[-1].endswith("why")
    return None if memory.task is None or memory.status is Status.DOING or alone else _done(scene)


def _how_long(scene: Scene) -> Answer:
    return scene.say(scene.wording.pick(phrases.SOON)) if scene.memory.busy else _done(scene)


def _doing(scene: Scene) -> Answer:
    memory, pick = scene.memory, scene.wording.pick
    if not memory.busy or memory.task is None:
        return scene.say(pick(phrases.DOING_NOTHING))
    if memory.task.action in (Action.MOVE, Action.GUIDE):
        return scene.say(pick(phrases.DOING_JOURNEY))
    if not memory.task.thing:
        return scene.say(pick(phrases.DOING_DEED))
    return scene.say(pick(phrases.DOING, thing=memory.task.thing))


def _repeat(scene: Scene) -> Answer:
    pick, memory = scene.wording.pick, scene.memory
    said = memory.said or memory.last_own
    if "I'll" in said and memory.task is not None:
        # A promise said twice would be taken for a second task.
        if memory.status is Status.STOPPED or not memory.task.thing:
            going = phrases.PROMISED_JOURNEY if memory.task.place else phrases.PROMISED_DEED
            return scene.say(pick(phrases.STOPPED if memory.status is Status.STOPPED else going))
        return scene.say(pick(phrases.PROMISED, thing=memory.task.thing))
    return scene.say(pick(phrases.REPEAT, said=said) if said else pick(phrases.SAID_NOTHING))


def _asked(scene: Scene) -> Answer:
    task, pick = scene.memory.task, scene.wording.pick
    if task is None or not task.thing:
        return scene.say(pick(phrases.ASKED_NOTHING))
    return scene.say(pick(phrases.YOU_ASKED, thing=task.thing))

"""Words that take back: the safety words, what is a mere "no" to an offer, which task is meant."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from creature_intent import acts
from creature_intent.acts import Act
from creature_intent.dialogue.combine import agree, things_of
from creature_intent.grammar.lexicon import word_set
from creature_intent.tasks.goals import Goal

DECLINED = re.compile(r"^(?:no|nope|nah|naw|not now|no need)\b(?!.*\b(?:stop|freeze|halt|let go|cancel)\b)")
"""A "no" to an offer; a safety word in it still stops everything."""
MAY_MEAN_ELSE = re.compile(r"\b(?:leave|worry|bother|not|doesn'?t)\b")
"""Words that take back only what they name: "leave the chairs", "don't worry about the dog"."""
WRONG_ONE = re.compile(r"\b(?:not (?:that|this|these|those)(?: ones?)?|wrong (?:one|ones|thing))[ .!]*$")
"""Words that take back what is done, and let expect what is to be done instead: "Wait, not that. The hammer." """
_LEFT = re.compile(r"^(?:(?:no|oh|okay|actually|just|please|and|but|better|you can)[ ,]+)*leave (?:the|my|those) ")
NOT_WANTED = "the user does not want it done"
"""Why an act takes back that forbids a deed: "Don't close the blinds." """
IN_VAIN = 0.45
"""How sure an act is that takes back what nobody has asked for."""

_WORDS = (
    r"(?:stop(?! (?:by|in|over|and|at nothing)\b)|freeze|halt|hands off|hold it|"
    r"let (?:me |it |him |her )?go(?! (?:to|and|get|check|home|see|ask|find|over|back|through|on|with|out|for)\b)|"
    r"(?:get|keep|take) (?:your|those) (?:hands?|arms?|grippers?|claws?|paws?) off|emergency(?= *[.!]*$)|"
    r"(?:don'?t|do not) (?:move|touch me|follow me|come (?:any )?(?:closer|nearer|near me))|(?:stand|stay|hold) still|"
    r"stand down|hold (?:your )?position|not (?:another|one more) (?:step|inch)|stay right where you are|"
    r"abort|cease|release (?:me|it|him|her)|quit (?:it|following|tailing|chasing|touching|moving)|"
    r"cut (?:it|that) out|knock it off|back off|get off me|"
    r"emergency stop|drop everything|put a stop to (?:it|that|this|what you are doing|what you're doing)|"
    r"come to a (?:full )?(?:stop|halt))\b"
)
OPENERS = (
    r"(?:no|nope|okay|ok|oh|please|hey|now|all right|alright|and|so|but|well|wait|hold on|hang on|sorry|thanks|"
    r"thank you|whoa|ow|ouch|ah|uh|um|hm+|quick|quickly|emergency|enough|that'?s (?:enough|it)|"
    r"that(?:'ll| will) do(?: now)?|yes|yeah|right|actually|just|"
    r"never mind|robot|a+h+|oh my (?:god|gosh)|jesus|dude|mate|man|buddy|bro|pal|guys|watch out|look out|careful|"
    r"i said|i say|everybody|everyone|nah|fair enough|you know|aw+|ach|och|ugh|argh|arrey|ah here)[ ,.!;:-]+"
)
_ASKS = (
    r"(?:(?:can|could|would|will) you|you (?:can|may|must|have to|need to|should|better)|you'd better|"
    r"i (?:want|need) you to|time to) (?:please |just |now )*"
)
_ENDS = r"(?= *$| *[.,!?;:]| (?:it|that|this|now|moving|please|right|there|here|robot|at once|immediately|then)\b)"
_BEGINS = re.compile(rf"^(?:{OPENERS})*(?:\w+ ?, ?)?(?:{OPENERS})*(?:{_WORDS}|{_ASKS}{_WORDS}{_ENDS})")
_NO_NAME = (
    r"(?:bus|tram|train|truck|pit|rest|full|next|last|first|short|deep|brain|hiring|quick|hard|the|they|you|she|did|"
    r"does|can|could|will|would|must|should|may|might|not|never|non|cannot|always|really|people|things|nobody|somebody|"
    r"everything|nothing|let|who|what|why|when|where|how|this|that|these|those|had|has|have|was|were|are|one|two|for|"
    r"final|each|every|any|some|another|his|her|our|their|your|door|dead|price|wage)\b"
)
_CALLED = re.compile(
    rf"^(?!{_NO_NAME})[a-z]{{3,}} {_WORDS}"
    r"(?: (?:it|that|now|please|right now|moving|there|right there|here|at once|immediately))?[ .!]*$"
)
_AT_THE_END = re.compile(rf"[,;:.!-] *(?:please )?{_WORDS}(?: \w+){{0,2}}[ .!]*$")
_CONDITION = re.compile(r"\b(?:if|when|whenever|until|till|unless|before|after|once|then|did|said|told)\b")


def is_safety(words: str) -> bool:
    """The sentence is, begins or ends with a word that ends everything, whether or not anything is known to be done.

    Args:
        words: The sentence in lower case.
    """
    words = " ".join(words.replace("\u2019", "'").split())
    if _BEGINS.match(words) or is_called(words) or _ends_with_stop(words):
        return True
    return _AT_THE_END.search(words) is not None and not _CONDITION.search(words)


_HURTS = r"(?: (?:it|that|this|now|please|hurts|(?:you are|you're) (?:hurting|crushing) (?:me|it|my \w+)))*"
_PLAIN = re.compile(
    rf"^(?:{OPENERS})*(?:stop|freeze|halt|emergency|(?:(?:get|take|keep) (?:your|those) \w+ off|hands off|let go of)"
    rf"(?: (?:me|it|him|her|my \w+))?){_HURTS}[ .!]*$"
)


def is_plain(words: str) -> bool:
    """Of words of safety: those that hardly mean anything else. "Hold still." may be said to somebody else.

    Args:
        words: The sentence in lower case.
    """
    words = words.replace("\u2019", "'")
    return _PLAIN.match(words) is not None or is_called(words) or _ends_with_stop(words)


_UNMARKED_END = re.compile(
    rf"(?:^|.* )(?!{_NO_NAME})(?P<before>[\w']+) (?:stop(?: it| that| now| please)*|let go(?: of (?:me|it))?)[ .!]*$"
)
_NOT_BEFORE_STOP = word_set(
    "to and or never i we you he she it don't doesn't didn't won't can't can could would will should must may might "
    "shall let make made making makes bus tram train truck pit rest full next last first that who which what a an my "
    "your his her our their no without of just says say second third fourth fifth one two three"
)


def _ends_with_stop(words: str) -> bool:
    """ "That hurts stop it", "what are you doing stop", for which the recogniser has written no marks."""
    found = _UNMARKED_END.match(words)
    return found is not None and found["before"] not in _NOT_BEFORE_STOP and not _CONDITION.search(words)


_AFTER_ALL = re.compile(
    r"^(?:(?:oh|ah|no|wait|or|but|actually|sorry|haha)[ ,]+)*(?:i (?:have )?(?:already )?(?:got|found) (?:it|them|one)|"
    r"i am wearing (?:it|them)|(?:it|they|that) (?:is|are) already (?:on|off|open|closed|shut|here)|"
    r"(?:it|they) (?:is|are) (?:on|off|open|closed|shut|here) already|leave (?:it|them) (?:on|off|open|closed|shut))"
    r"(?: (?:already|now|after all|thanks))*$"
)
_AGAIN = r"oh|ah|no|wait|actually|sorry|nah|hang on|hold on|you know what"
_THINKING_AGAIN = rf"{_AGAIN}|just|please"
_ON_SECOND_THOUGHT = re.compile(
    rf"^(?:(?:{_THINKING_AGAIN})[ ,]+)*(?:i (?:have )?changed my mind|not (?:right )?now|"
    rf"(?:{_AGAIN})[ ,]+(?:(?:just|please)[ ,]+)*"
    r"(?:(?:leave|drop|forget|skip) (?:it|them|that)(?: (?:alone|be|for now))?|no))(?: (?:please|thanks|after all))*$"
)


def is_after_all(text: str, before: str = "") -> bool:
    """Said right after a request, it takes it back: "... oh I have got it", "... no , leave it".

    Args:
        text: A clause in plain words.
        before: What was said between the request and it: "no".
    """
    said = f"{before} {text}".strip()
    return _AFTER_ALL.match(said) is not None or _ON_SECOND_THOUGHT.match(said) is not None


def is_called(words: str) -> bool:
    """ "Robbie stop!": a safety word after a name, for which the recogniser has written no comma.

    Args:
        words: The sentence in lower case.
    """
    return _CALLED.match(words.replace("\u2019", "'").strip()) is not None


def is_meant(act: Act, task: Act | Goal) -> bool:
    """What takes back may mean this task."""
    if act.intent not in ("", acts.STOP_ACTIVITY, task.intent):
        return False
    thing, done = act.slots.object, task.slots.object
    return not thing or (bool(done) and (agree(thing, done) or _ends_alike(thing, done)))


def _ends_alike(thing: str, done: str) -> bool:
    """ "Forget the ladder.", of a stepladder."""
    return " " not in thing and len(thing) > 3 and done.endswith(thing)


def is_one_of_several(act: Act, task: Act | Goal) -> bool:
    """ "Forget the TV and the shutters.", where each is a task of its own."""
    things = things_of(act.slots.object)
    return len(things) > 1 and bool(task.slots.object) and any(agree(thing, task.slots.object) for thing in things)


def without(act: Act, open_tasks: Sequence[Goal]) -> Goal | None:
    """The one task that is done, without the thing of several that is taken back; None where that does not fit.

    Args:
        act: What the user takes back.
        open_tasks: What is being done.
    """
    if len(open_tasks) != 1 or not act.slots.object:
        return None
    task = open_tasks[0]
    things = things_of(task.slots.object)
    kept = [thing for thing in things if not agree(act.slots.object, thing)]
    if not kept or len(kept) == len(things):
        return None
    return replace(task, slots=replace(task.slots, object=" and ".join(kept)))


def is_left_there(act: Act, open_tasks: Sequence[Goal]) -> bool:
    """ "Leave the flour in the car", while it is to be brought from there."""
    if act.intent != acts.PLACE_OBJECT or not act.named or not _LEFT.match(act.utterance.lower()):
        return False
    brought = [goal for goal in open_tasks if goal.intent == acts.BRING_OBJECT]
    whole = any(agree(act.slots.object, goal.slots.object) for goal in brought)
    return bool(brought) and (whole or without(act, open_tasks) is not None)

"""Words that steer a task without naming a deed: stop, never mind, no - the green one, on it, I'm sorry I can't."""

from __future__ import annotations

import re

from creature_intent.frames import strip_openers

# Means stop wherever it is a clause of its own.
_STOP = re.compile(
    r"^(?:(?:no|okay|oh|please|hey|robot|creature|just|now|all right|and|so|actually|sorry|wait|you|i said|thanks"
    r"|well|but|hold on|emergency|quick|quickly|everything) )*(?:(?:(?:can|could|would|will) you|you (?:can|must"
    r"|have to|need to|should)|i (?:want|need) you to) (?:please |just )?)?(?:stop(?: (?:it|that|this|now|right now"
    r"|right there|there|everything|please|moving|doing that|doing this|immediately|what you are doing|the task"
    r"|at once|here|already|robot|creature|for a (?:second|moment|minute)))*|stop (?:picking|bringing|getting|going"
    r"|putting|driving|walking|carrying|fetching|grabbing)(?: .+)?|never mind(?: (?:that|it|then|about that|about it"
    r"|the \w+|the \w+ \w+))?|forget (?:it|that|about it|about that|i asked|what i said)|cancel(?: (?:it|that|this"
    r"|the task|everything|all|all of that|that task|the request|my request|that request|please|now))*|freeze|halt"
    r"|abort(?: (?:it|that|mission|the task))?|let go(?: of (?:it|that|me))?|do not move|stand still|that is enough"
    r"|stop stop|emergency stop|take that back|do not do (?:that|it|this)|do not bother|quit it|knock it off"
    r"|scratch that|stop (?:the robot|working)|i do not (?:want|need) (?:it|that)(?: any ?more)?)"
    r"(?: (?:please|now|robot|thanks|thank you|then|everyone))*$"
)
# Means stop only when it is all that is said.
_STOP_ALONE = re.compile(
    r"^(?:(?:no|hey|please|okay|oh|just|robot|actually) )*(?:do not|wait|wait wait|hold on|hold it|hang on"
    r"|wait a (?:second|minute|moment|sec)|no do not|no no|no no no|no no no no|wait no|whoa|easy|drop it|pause"
    r"|leave it|enough|no need|not now|stay|stay there|do not touch (?:it|that)|i changed my mind|on second thought)"
    r"(?: (?:please|now|there|robot))*$"
)
_CHANGED_MIND = re.compile(r"^(?:i (?:have )?changed my mind|on second thought)")

_ACCEPT = re.compile(
    r"^(?:i am )?(?:right )?(?:on it|will do|consider it done|coming (?:right )?up|you got it|right away"
    r"|at your service|as you wish|got it i will|i will do (?:that|it|so)|i will get (?:right )?(?:on it|to it)"
    r"|let me do (?:that|it)|doing (?:it|that)|i will take care of (?:it|that)|leave it to me|you have got it"
    r"|i can do that|i will be right back|coming|on my way|right on it|with pleasure|my pleasure|i will see to it"
    r"|i will handle (?:it|that)|here i go|here i come|i am coming)(?: (?:now|right away|right now|for you"
    r"|immediately|boss|sir|madam|then|over))*$"
)
_REFUSE = re.compile(
    r"^(?:i (?:can not|could not|will not|shall not|would not|do not (?:know|think|see|have|want|understand)|must not"
    r"|am not|was not|may not|would rather not|would prefer not|have no|refuse|can only)\b|i am (?:afraid|unable"
    r"|sorry i)\b|i am not (?:able|allowed|sure)\b|unfortunately\b|(?:that|it) is (?:too|beyond|out of|impossible"
    r"|not (?:possible|allowed|safe|something))\b|there is no\b|there are no\b|no (?:i|way|chance)\b|not (?:possible"
    r"|now)\b)"
)
_APOLOGY = re.compile(r"^(?:i am (?:so |very |really )?sorry|sorry|my apologies|i apologize)\b ?")

_CORRECTING = re.compile(
    r"^(?:(?:oh|well|wait|sorry|hm|no no|okay|please|but|um|ah|hold on|and|so) )*(?:no|nope|actually|i (?:meant|mean"
    r"|said|wanted)|sorry|rather|make (?:it|that)|instead|or rather|wait)\b(?P<rest>.*)$"
)
_RENAMED = re.compile(
    r"^(?:(?:no|i mean|i meant|i said|i wanted|rather|actually|make it|make that|but|sorry|please|it is|oh|wait"
    r"|well) )*(?P<thing>.+)$"
)
_THANKS_FOR_NO = re.compile(r"^no (?:thanks|thank you|problem|worries|way|idea|wonder|doubt|one|need)\b")


def is_stop(text: str, alone: bool) -> bool:
    """The clause tells the creature to stop; `alone`: nothing else is said in the sentence."""
    return bool(_STOP.match(text)) or (alone and bool(_STOP_ALONE.match(text))) or bool(_CHANGED_MIND.match(text))


def is_acceptance(text: str) -> bool:
    """The creature agrees without naming a deed: "On it."."""
    return bool(_ACCEPT.match(text) or _ACCEPT.match(strip_openers(text)))


def is_refusal(text: str) -> bool:
    """The creature says that it cannot or will not."""
    plain = strip_openers(text)
    return bool(_REFUSE.match(plain) or _REFUSE.match(_APOLOGY.sub("", plain)) or _REFUSE.match(text))


def is_correcting(text: str) -> bool:
    """The clause begins by taking something back: "no", "actually", "I meant", "wait"."""
    return bool(_CORRECTING.match(text)) and not _THANKS_FOR_NO.match(text)


def renamed(text: str) -> str:
    """What stands after "no", "actually", "I meant": the thing that is meant, or another clause."""
    found = _RENAMED.match(strip_openers(text) or text)
    rest = found["thing"] if found else ""
    return re.sub(r" (?:please|instead|rather|then|this time|of course)$", "", rest)

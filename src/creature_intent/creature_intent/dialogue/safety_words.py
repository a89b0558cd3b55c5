"""The user's safety words: they end everything at once, on the user's voice alone, with no model in their path."""

from __future__ import annotations

import re

from creature_intent.grammar.lexicon import word_set
from creature_intent.text.taken_back import A_STOP

_BODY = r"(?:arms?|hands?|fingers?|grippers?|claws?|paws?|head|legs?|foot|feet|wheels?|motors?|engines?|base|robot)"
_LIVING = (
    r"(?:me|it|him|her|us|them|grandma|grandpa|nana?|mum|mom|dad|my [\w' ]+|(?:the|his|her) (?:baby|child|kid|cat|dog|"
    r"boy|girl|puppy|kitten|patient|lady|man))"
)
_OFF = (
    rf"(?:(?:get|keep|take) (?:your|those) (?:\w+ )?{_BODY} off(?: {_LIVING})?|"
    r"get (?:it|(?:this|that)(?: thing)?) off (?:me|him|her))"
)
_BY_OTHERS = (
    r"(?:(?:make|tell) (?:it|him|that thing|the robot)(?: to)? stop|"
    r"(?:somebody|someone) stop (?:it|him|that|the robot))"
)
_STOP = (
    r"stop(?! (?:by|in|over|and|at nothing|talking|speaking|singing|humming|whistling|laughing|shouting|yelling|crying|"
    r"chatting|worrying|apologi[sz]ing|complaining|lying|joking|kidding|teasing|staring|asking|interrupting)\b)"
)
""" "Stop talking." ends no task."""
_HURTING = (
    r"you(?:'re| are) (?:hurting|crushing|pinching|choking|squashing|squeezing|strangling|burning) "
    r"(?:me|us|him|her|my \w+|the (?:baby|child|kid|cat|dog))"
)
_WORDS = (
    rf"(?:{_STOP}|freeze|halt|hands off|hold it|"
    r"let (?:me |it |him |her )?go(?! (?:to|and|get|check|home|see|ask|find|over|back|through|on|with|out|for)\b)|"
    rf"{_OFF}|{_HURTING}|emergency(?= *[.!]*$)|put me down|{_BY_OTHERS}|"
    r"(?:don'?t|do not)(?: you)?(?: dare)? (?:move|touch me|follow me|come (?:any )?(?:closer|nearer|near me))|"
    r"nobody moves?(?= *[.!]*$)|(?:stand|stay|hold) still|"
    r"stand down|hold (?:your )?position|not (?:another|one more) (?:step|inch)|stay right where you are|"
    rf"abort|cease|release (?:me|it|him|her|my {_BODY})|quit (?:it|following|tailing|chasing|touching|moving)|"
    r"cut (?:it|that) out|knock it off|back off|get (?:off|away from) (?:me|him|her)|"
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
    r"(?:(?:can|could|would|will) you|(?:can'?t|couldn'?t|won'?t|wouldn'?t) you|why (?:don'?t|won'?t|can'?t) you|"
    r"you (?:can|may|must|have to|need to|should|better)|you'd better|"
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
_UNMARKED_END = re.compile(
    rf"(?:^|.* )(?:(?<=too )|(?<=so )|(?!{_NO_NAME}))(?P<before>[\w']+) "
    r"(?:stop(?: it| that| now| please)*|let go(?: of (?:me|it))?)[ .!]*$"
)
_MADE_TO = re.compile(r"\b(?:make|making|get|have|see|hear|heard|saw) (?:the|my|that|this) ")
""" "Make the fan stop.": it is the fan's."""
_NOT_BEFORE_STOP = word_set(
    "to and or never i we you he she it don't doesn't didn't won't can't can could will would should must may might "
    "shall let make made making makes bus tram train truck pit rest full next last first that who which what a an my "
    "your his her our their no without of just soon eventually finally suddenly says say second third "
    "fourth fifth one two three"
)
_SO = (
    r"(?:[ ,.!]+(?:it|that|this|now|no|please|moving|everything|hurts|there|right (?:there|here|now|away)|"
    r"where you are|what you(?:'re| are) doing|at once|immediately|this (?:second|instant|minute)|"
    rf"(?:for )?(?:a|one) (?:second|sec|minute|moment)|(?:the|your) {_BODY}|{_HURTING}|stop|freeze|halt|robot|i said))*"
)
"""What may follow a safety word in one breath."""
_CHAFFING = (
    r"(?:too kind|too (?:much|funny)|so |being |just |making me |killing me|embarrass|lying|kidding|joking|teasing|"
    r"spoiling|flatter|exaggerat|not (?:funny|true|fair|so)|always|such|hilarious|disgusting|gross|mean\b|ridiculous|"
    r"silly|nonsense|what )"
)
"""How people say "stop" to one another in fun: "Stop it, you're too kind." """
_BECAUSE = (
    rf"(?:[ ,.!;:-]+(?:(?:you(?:'re| are|'ll| will)|that(?:'s| is)|it(?:'s| is)|this is) (?!{_CHAFFING}).+|"
    r"there(?:'s| is| are) .+|this isn't .+|that hurts.*|what are you doing.*|(?:the )?wrong .+|"
    r"not (?:that|this|there)\b.*|"
    r"(?:my|the) (?:\w+ )?(?!(?:it|there|he|she|they)\b)\w+(?:'s| is| are| will| hurts?) .+|my \w+ hurts?|"
    r"i(?:'m| am) (?:stuck|caught|falling|hurt|bleeding|under|behind|right behind|in front|still|right here).*|"
    r"i (?:mean it|changed my mind|can't (?:breathe|move|get out)).*|"
    r"(?:before|or) (?:you|it|i|somebody|someone|the|we)(?: |').+|(?:watch|look) out.*|don't .+))?"
)
"""Why something has to stop at once, though the recogniser has written no mark: "stop there's a child"."""
_PLAIN = re.compile(
    rf"^(?:{OPENERS})*(?:\w+ ?, ?)?(?:{OPENERS})*(?:(?:{_ASKS})?(?:stop|freeze|halt)|(?:all|full) stop|emergency|"
    rf"{_OFF}|{_HURTING}|hands off(?: {_LIVING})?|let go of {_LIVING}|nobody moves?|put me down|get away from me|"
    rf"{_BY_OTHERS}){_SO}{_BECAUSE}[ .!]*$"
)


def is_safety(words: str) -> bool:
    """The sentence is, begins or ends with a word that ends everything, whether or not anything is known to be done.

    Args:
        words: The sentence in lower case.
    """
    words = _written(words)
    if _BEGINS.match(words) or is_plain(words) or ends_with_stop(words):
        return True
    return _AT_THE_END.search(words) is not None and not _CONDITION.search(words)


def is_plain(words: str) -> bool:
    """Of safety words: those that mean nothing else. "Hold still." may be said to somebody else.

    Args:
        words: The sentence in lower case.
    """
    words = _written(words)
    return _PLAIN.match(words) is not None or _CALLED.match(words) is not None


def ends_with_stop(words: str) -> bool:
    """ "That hurts stop it", "what are you doing stop", for which the recogniser has written no marks.

    Args:
        words: The sentence in lower case; "take me to the taxi stop" is such words, too, unless it was understood.
    """
    words = _written(words)
    found = _UNMARKED_END.match(words) if "stop" in words or "let go" in words else None
    if found is None or found["before"] in _NOT_BEFORE_STOP or found["before"].endswith(("'ll", "'d", "n't")):
        return False
    return not any(one.search(words) for one in (_CONDITION, _MADE_TO, A_STOP))


def _written(words: str) -> str:
    return " ".join(words.replace("\u2019", "'").split())

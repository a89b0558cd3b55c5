"""What stands before what is said: "okay", "well", "please", "hey robot"."""

from __future__ import annotations

import re

OPENERS = re.compile(
    r"^(?:(?:i (?:must|have to|dare) say(?: that)?|"
    r"i am (?:happy|glad|pleased|delighted|proud) to (?:say|tell you|announce)(?: that)?|"
    r"(?:yes|yeah|aye|okay|sure|sure thing|right|right away|got it|very good|at once|understood) (?:chef|"
    r"captain|doctor|coach|nurse|skipper|professor)|m{3,}|mm-hm|mhm|noted|right you are|uh-huh|aha|there (?:we|you) go|"
    r"okay|all right|sure thing|sure|yes|yeah|yep|yup|no problem|of course|certainly|absolutely|definitely|"
    r"great|good (?:morning|afternoon|evening|day|night)|(?:morning|evening|attention)(?! (?:is|was|to))|"
    r"good|fine|right|well|so|oh|ah|hey|hi|hello|there|please|now|then|and|but|also|"
    r"(?:hang|hold) on(?= first )|first (?:of all|things first)|first|next|"
    r"got it|gotcha|"
    r"no worries|"
    r"you know what|listen|actually|excuse me(?! while)|sorry|pardon me(?! while)|"
    r"thanks|thank you|alrighty|cool(?! (?:the|my|a|an|some) (?:\w+ ){1,3}?(?:in|and|then) )|perfect|very well|"
    r"understood|roger that|roger|copy that|copy|after that|hello robot|robot|creature|buddy|my friend"
    r"|no|nope|just|wait(?! (?:by|at|in|near|next|outside|inside|for)(?: |$))"
    r"|done|let us see(?! (?:if|whether|who|what|how|where|you) )|"
    r"here (?:we|i) go|"
    r"right away|one moment|just a moment|one second|just a second|you got it|will do|on it|in that case|my pleasure|"
    r"gladly|happily|awesome|sounds good|and then|quick|quickly|carefully|gently|slowly|silently|quietly|neatly"
    r"|fully|(?:completely|partly|slightly|halfway)(?= (?:open|close|shut|lower|raise|pull|draw) )"
    r"|rather|finally|kindly|afterwards|"
    r"ready|come on|maybe|perhaps|alternatively|this time|you there|hurry|quick|you know|i mean|boss"
    r"|sir|madam|yes sir|yes ma'am|ma'am|aye aye|aye|you bet|consider it done|i see|i see it|there it is|then it is "
    r"settled|as promised|here goes|looks like|i think|i guess|alright|right then|go on|go on then"
    r"|secondly|thirdly|second(?= (?:bring|fetch|get|put|take|close|open|turn|switch|go|follow|look|find|pick|give) )"
    r"|once more|with pleasure|after you|in a moment|in a second|immediately|for now|by the way|if "
    r"you please|one more thing|as you wish|hop to it|chop chop|hurry up|wake up|yo|um|uh|like|oi|hiya|dear"
    r"|darling|honey|sweetie|mate|pal|dude|man|no worries|honestly|obviously|basically|anyway|anyhow"
    r"|okay then|fine then|since you are up|at least|better|fair enough|while you are up|because|brb|whoops|ugh|ooh|"
    r"oops|ouch|mm|straightaway"
    r"|say no more|no sooner said than done|your wish is my command|without further ado|in that case)(?: |$))+"
)


def strip_openers(text: str) -> str:
    """The clause without "okay", "well", "please" in front."""
    openers = OPENERS.match(text)
    return text[openers.end() :] if openers else text

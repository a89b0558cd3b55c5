"""What stands around a request, and idioms that only look like one. Tables only; requests.py reads them."""

from __future__ import annotations

import re

VERBS = (
    r"(?:pick|lift|grab|take|get|fetch|bring|give|hand|pass|put|place|set|lay|drop|leave|move|carry|return|deliver|go|"
    r"come|drive|walk|head|roll|show|guide|lead|escort|stop|cancel|collect|hold|push|release|find|do not|never mind|"
    r"follow|look for|search|open|close|shut|switch|turn|wave|dance|nod|bow|spin|clap|shake|raise|lower|point|step|"
    r"clear|tidy|clean)"
)

OPENERS: tuple[str, ...] = (
    r"(?:hi|hello|hey|hiya|yo|so|well|okay|now|then|and|also|oh|yes|yeah|yep|sure|great|good|thanks|thank you|next|"
    r"first|alright|right|listen|look(?! for\b| around\b)|sorry|excuse me|but|"
    r"just|actually|maybe|perhaps|anyway|quick|quickly|again|no|"
    r"nope|fine|cool|perfect|nice|there|robot|buddy|my friend|dear|after that|in that case|instead)",
    r"(?:if you can|if you could|if you do not mind|if possible|if you would|when you can|when you have time|"
    r"when you are ready)",
    r"(?:could|can|would|will|may) (?:you|we)(?! (?:mind|be|like)\b)(?: (?:maybe|perhaps|just|possibly|also|now|then|"
    r"quickly|still))*",
    r"(?:could|can|will|would) not you|why do not you|why not|how about you|you (?:should|must|need to|have to|"
    r"ought to|had better)(?! not)",
    r"(?:you (?:can|may|could))(?= .*(?:now|then|there|here|back)$)|you (?:can|may) (?:now|just)",
    r"would you (?:be (?:so )?(?:kind|nice|good)(?: enough)?(?: as)? to|like to|please)",
    r"be (?:so )?(?:kind|nice|good)(?: enough)?(?: as)? (?:to|and)",
    r"(?:be able to|so kind as to|do me a favou?r(?: and)?|i need you to|i want you to|i would (?:like|love|"
    r"want) you to)",
    r"i (?:was )?(?:wonder|wondering|wondered)(?: if| whether) you (?:could|can|would|might)(?: be able to)?",
    r"(?:do|would) you think you (?:could|can)|is it possible for you to|would it be possible(?: for you)? to|"
    r"i would (?:appreciate|be happy|be glad|be grateful)(?: it)? if you (?:could|would)|it would be (?:nice|great|"
    r"good) if you (?:could|would)",
    r"(?:try to|go ahead and|go and|come and|run and|go(?= get | fetch | grab | pick )|start by|i said|i say|"
    r"i told you to|i asked you to|your (?:task|job) is to|time to|it is time to)",
)  # fmt: skip
"""Wrapping that may stand before a request; taken off again and again."""

GERUNDS: dict[str, str] = {
    "picking": "pick", "lifting": "lift", "grabbing": "grab", "taking": "take", "getting": "get", "fetching": "fetch",
    "bringing": "bring", "giving": "give", "handing": "hand", "passing": "pass", "putting": "put", "placing": "place",
    "moving": "move", "carrying": "carry", "going": "go", "coming": "come", "showing": "show", "guiding": "guide",
    "dropping": "drop", "setting": "set", "stopping": "stop", "leading": "lead", "returning": "return",
    "following": "follow", "looking": "look", "searching": "search", "finding": "find", "opening": "open",
    "closing": "close", "shutting": "shut", "switching": "switch", "turning": "turn", "waving": "wave",
    "dancing": "dance", "clearing": "clear", "tidying": "tidy",
}  # fmt: skip
"""Verbs after "would you mind"."""

TAILS = (
    r"(?:for me now|for me|for us|right now|right away|straight away|at once|immediately|now|then|again|instead|too|"
    r"as well|also|first|next|quickly|slowly|carefully|gently|today|will you|would you|can you|could you|if you can|"
    r"if you could|if you do not mind|if possible|when you can|when you are ready|as soon as (?:you can|possible)|"
    r"okay|thanks|thank you|thank you very much|thanks a lot|over there|robot|buddy|yes|quick|somewhere|real quick|"
    r"so i can .+|so that .+|because .+|before .+|for a (?:second|minute|moment)|one more time|right)"
)
"""What may trail behind a request without belonging to it."""

NEEDS = (
    r"i (?:really |also |still |would )?(?:need|want|like|would like|would love|could use|love)(?: to have| to get)?",
    r"(?:can|could|may|might) (?:i|we)(?: (?:just|also|maybe))? (?:have|get|see|borrow|use)",
    r"let me (?:have|get|see)",
    r"i would (?:really )?(?:like|love)(?: to have)?",
)
"""Wishes that ask for a thing to be brought."""

IDIOMS = re.compile(
    r"(?:take (?:care|it easy|part|place|off|over|on|notes|five|ten|after|that back|it (?:back|from me|or leave it|"
    r"slow(?:ly)?|in))|get (?:it|well|lost|out|up|off|real|ready|going|started|on|along|away|over it|used to|better|"
    r"dressed|some sleep|over (?:it|that|yourself))|hold (?:on|up|your horses|that thought|the line|still|my beer)|"
    r"give (?:up|in|it (?:a|some)|that a)|hand in|bring it on|pick (?:on|one|someone)|put up with|set (?:up|off|out|"
    r"an alarm|a timer|the|my|me)|drop (?:by|in|out|dead)|leave (?:me|us)(?: alone)?|pass (?:on|out|away)|come (?:on|"
    r"in|off it|to think|to (?:dinner|lunch|the party))|go (?:on|ahead|away|to (?:sleep|hell|bed|work|school|church|"
    r"college|the movies|the cinema|the store|the shop))|move on|show (?:off|up)|get it together|hold hands|lay off|"
    r"keep (?:on|up|going|it)|stand (?:up|by)|stop (?:by|talking|it right there you).*|get to (?:know|work|sleep)|"
    r"come to (?:life|terms)|go (?:in|by)|put (?:on|out)|take (?:my|his|her|a) (?:word|time|advice|side))(?: .*)?"
)
"""Phrases that begin like a request and are none."""

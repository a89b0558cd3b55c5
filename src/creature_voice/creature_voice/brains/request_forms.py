"""The forms in which people ask for something physical. Tables only; requests.py reads them.

Every form is matched against one clause in normal form (words.normalise), after the polite wrapping is off. Groups:
thing (noun phrase), who (recipient), spot (place with its preposition), place (place without).
"""

from __future__ import annotations

import re
from enum import Enum


class Action(Enum):
    """What can be asked for: the intents of the agreed list, and projects."""

    GRAB = "grab"
    BRING = "bring"
    PLACE = "place"
    MOVE = "move"
    GUIDE = "guide"
    FOLLOW = "follow"
    SEARCH = "search"
    OPEN = "open"
    CLOSE = "close"
    SWITCH_ON = "switch on"
    SWITCH_OFF = "switch off"
    MOTION = "motion"
    PROJECT = "project"
    """What takes several steps, and thinking about them first ("clear the table")."""
    STOP = "stop"


STAYING = (Action.SEARCH, Action.OPEN, Action.CLOSE, Action.SWITCH_ON, Action.SWITCH_OFF)
"""What is done with a thing where it is."""

_WHO = r"(?P<who>me|us|him|her|them)"
_PERSON = r"(?:man|woman|lady|guy|boy|girl|guest|doctor|nurse|baby|child|kid|patient|visitor)"
_FAMILY = (
    r"(?:mom|mum|dad|mother|father|wife|husband|son|daughter|brother|sister|friend|boss|grandma|grandpa|partner|"
    r"grandmother|grandfather|uncle|aunt|colleague|neighbour|neighbor|girlfriend|boyfriend)"
)
SOMEONE = rf"(?:me|us|him|her|them|(?:my|your|his|her|our|the) {_FAMILY}|the {_PERSON}|everyone|somebody|someone)"
_NAME = (
    r"(?!(?:the|a|an|my|your|his|her|our|that|this|those|these|it|them|up|down|back|over|away|out|off|on|in|to|one|"
    r"all|both|some|any|here|there|for)\b)[a-z]+"
)
_DETERMINED = r"(?=(?:the|a|an|my|your|his|her|our|that|this|those|these|some|one of|it\b|another)\b)"
_PUT_PREP = (
    r"(?:back |down |over |away )?(?:on top of|in front of|next to|close to|on|onto|in|into|inside|under|below|"
    r"beneath|beside|behind|near|by|at|between)"
)
_CARRY_PREP = r"(?:back |over |on )?(?:onto|into|inside|to|towards|toward|under|behind|next to|beside|on top of)"
_AT_HAND = r"(?:over here|right here|here|over to me|to me|back to me|over|back|along)"
_GIVE = r"(?:bring|get|fetch|give|hand|pass|grab|find|deliver|carry|take|pick|toss)"

FORMS: tuple[tuple[Action, str], ...] = (
    (Action.STOP, r"(?:stop|cancel|abort|halt|freeze|quit)(?: (?:it|that|this|everything|moving|now|right there|"
                  r"there))*"),
    (Action.STOP, r"(?:stop|cancel|quit|abort) (?:the |that |this |your )?(?:task|job|action|order|request|command|"
                  r"movement)"),
    (Action.STOP, r"stop (?:what you are doing|doing that|doing it|going|working|grabbing|picking|bringing|getting|"
                  r"following|looking for|searching|dancing|waving|nodding|spinning|clearing|tidying).*"),
    (Action.STOP, r"never mind.*|forget (?:it|about it|that|about that|i said that|what i said)|do not bother.*"),
    (Action.STOP, r"hold it|leave it|leave it (?:there|be|alone)|drop it (?:now )?i said|no stop|that is enough|"
                  r"enough"),
    (Action.STOP, r"(?:i )?changed my mind|i have changed my mind|i do not (?:want|need) (?:it|that|"
                  r"them)(?: any ?more)?"),
    (Action.GUIDE, r"(?:show|tell) (?:me|us) (?:the way|how (?:to|i|do i|can i|we) (?:get|go|can get|"
                   r"walk))(?: over)?(?: to (?P<place>.+))?"),
    (Action.GUIDE, r"(?:take|guide|lead|bring|walk|escort|accompany|direct|show|drive) (?:me|us) (?:back |over |"
                   r"out )*(?:to|into) (?P<place>.+)"),
    (Action.GUIDE, r"(?:show|tell) (?:me|us) (?:where (?P<place>.+?) is|where is (?P<place2>.+))"),
    (Action.GUIDE, r"(?:take|guide|lead|bring|show|walk) (?:me|us) (?P<place>there)"),
    (Action.GUIDE, r"(?:guide|lead) (?:me|us)|show (?:me|us) around"),
    (Action.MOVE, r"(?:come|get|move|go|walk|drive|roll) (?:on |right |over |a bit |a little |back )*(?:here|closer|"
                  r"nearer)(?: to me)?"),
    (Action.MOVE, r"(?:come|get|move|go|walk|drive|roll|return) (?:on |right |over |closer |back |up )*(?:to|towards|"
                  r"toward|near) (?:me|us)"),
    (Action.MOVE, r"come(?: over| back)"),
    (
        Action.MOVE,
        r"(?:go|come|move|drive|walk|head|roll|get|return|travel|step|navigate)(?: yourself)?(?: back| over| up| down|"
        r" out| on| straight)* (?:to|into|toward|towards|near|next to|in|inside|behind|by) (?P<place>.+)",
    ),
    (Action.MOVE, r"(?:go|drive|return|come|head|walk) (?:back )?(?P<place>home|there)"),
    (Action.BRING, rf"{_GIVE}(?: over| up)? (?P<thing>.+?)(?: back| over)?(?: here)? (?:to|"
                   rf"for) (?P<who>{SOMEONE})(?: here)?"),
    (Action.BRING, rf"{_GIVE}(?: over| up)? {_WHO} (?:over |up |back )?(?!to |from |in |on |at |up |out |there|"
                   rf"here)(?P<thing>.+)"),
    (Action.BRING, rf"{_GIVE}(?: over| up)? (?P<who>{SOMEONE}) (?P<thing>{_DETERMINED}.+)"),
    (Action.BRING, rf"(?:bring|give|hand|pass|deliver|get|fetch|take) (?P<who>{_NAME}) (?P<thing>{_DETERMINED}.+)"),
    (Action.PLACE, rf"(?:put|place|set|lay|drop|leave|stick|stand|store|keep|"
                   rf"rest) (?P<thing>.+?) (?P<spot>{_PUT_PREP} .+)"),
    (Action.PLACE, rf"(?:put|place|set|lay|drop|leave) (?P<thing>.+) (?P<spot>{_PUT_PREP} .+)"),
    (Action.PLACE, rf"(?:put|place|drop|move|take|carry|bring|return|deliver|push|get|"
                   rf"slide) (?P<thing>.+?) (?P<spot>{_CARRY_PREP} .+)"),
    (Action.PLACE, r"(?:put|place|set|lay|move|drop|leave|take|bring) (?P<thing>.+?) (?P<spot>(?:over |right |"
                   r"back )?there|back|away|down|aside)"),
    (Action.PLACE, r"(?:put|set|lay) (?P<spot>down|away|back|aside) (?P<thing>.+)"),
    (Action.PLACE, r"(?:drop|release|let go of) (?P<thing>.+)"),
    (Action.PLACE, r"(?:put|place) (?P<thing>.+)"),
    (Action.BRING, rf"(?:bring|fetch|hand|give|get|take|pass|deliver|carry) (?:over |back )?(?P<thing>.+?) {_AT_HAND}"),
    (Action.BRING, r"(?:bring|fetch|hand over|hand|give|pass|deliver)(?: over| back| up)? (?P<thing>.+)"),
    (Action.GRAB, r"(?:pick|lift)(?: up)? (?P<thing>.+?)(?: up)?(?: off)?"),
    (Action.GRAB, r"(?:grab|take|get|collect|hold|grasp|snatch)(?: hold of| up| out| down)? (?P<thing>.+)"),
    (Action.GRAB, r"(?:pick|lift|grab|take)(?: up)?"),
)  # fmt: skip

CARRY_PREP = re.compile(_CARRY_PREP)

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

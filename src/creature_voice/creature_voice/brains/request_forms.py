"""The forms in which people ask for something physical. Tables only; requests.py reads them.

Every form is matched against one clause in normal form (words.normalise), after the polite wrapping (wrapping.py) is
off. Groups: thing (noun phrase; thing2 stands for it), who (recipient), spot (place with its preposition), place (place
without). Movements and projects are in deed_forms.py.
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
_WHOM = rf"(?P<who>{SOMEONE})"
_MACHINE = (
    r"(?:the |my |that |this )?(?:[a-z]+ )?(?:lights?|lamps?|radio|tv|television|fan|heater|heating|kettle|printer|"
    r"dishwasher|washing machine|dryer|stereo|music box|computer|oven|stove|toaster|coffee maker)"
)
_SHADES = r"(?:the |my )?(?:[a-z]+ )?(?:curtains?|blinds?|shutters?|shades?|drapes)"
_NOT_HANDS = (
    r"(?!.*\b(?:eyes?|mind|mouth|heart|ears|apps?|files?|emails?|browser|account|tabs?|website|meeting|deal|case|"
    r"gap|door for (?:new|better)|document|program|conversation|topic|calendar|inbox|feed|link|page)$)"
    r"(?!.* on (?:my|your|the) (?:phone|computer|laptop|tablet|screen)$)"
)
"""What is opened and closed, and by no hand."""
_NOT_SWITCHED = (
    r"(?!me\b|us\b|a dime|its|the (?:charm|spot|heat|tears|waterworks|water|page|corner|tables?)$|"
    r".*\b(?:road|street|highway|path|motorway)\b|.*\b(?:off and|on and)\b)"
)
_NOT_SOUGHT = r"(?!.*\b(?:peace|love|happiness|truth|trouble|yourself|myself|balance|inspiration|meaning)\b)"
CARRY_PREP = re.compile(_CARRY_PREP)

FORMS: tuple[tuple[Action, str], ...] = (
    (Action.FOLLOW, rf"follow (?:along )?(?:behind |after )?{_WHOM}(?: around(?: .+)?| (?:to|into|through) "
                    r"(?P<place>.+))?"),
    (Action.FOLLOW, r"follow (?P<who>(?:the|that|my|this) (?:man|woman|guy|person|lady|boy|girl|dog|cat|robot|child))"),
    (Action.FOLLOW, rf"(?:keep|keep on|continue|go on) following {_WHOM}"),
    (Action.FOLLOW, rf"(?:come|walk|come along|tag along|drive) (?:along )?with {_WHOM}"
                    r"(?: (?:to|into) (?P<place>.+))?"),
    (Action.FOLLOW, rf"(?:stay|keep|stick) (?:close |right )?(?:behind|with|beside|close to|next to) {_WHOM}"),
    (Action.FOLLOW, r"come along"),
    (Action.SEARCH, r"(?:look|search|hunt|have a look|take a look|look around|go looking) (?:around )?for "
                    rf"{_NOT_SOUGHT}(?P<thing>.+)"),
    (Action.SEARCH, r"(?:search|check|scan) (?!.*\b(?:internet|web|google|net)\b)(?:in |through )?(?P<place>(?:the|my|"
                    r"your|our) .+?) for (?P<thing>.+)"),
    (Action.SEARCH, r"(?:find|locate)(?: out)? where (?P<thing>.+?) (?:is|are|went|has gone|have gone)"),
    (Action.SEARCH, rf"(?:help me |go (?:and )?)?(?:find|locate) {_NOT_SOUGHT}(?P<thing>.+)"),
    (Action.OPEN, rf"open (?:up )?{_NOT_HANDS}(?P<thing>.+?)(?: up| wide)?"),
    (Action.OPEN, r"(?:get|answer) (?P<thing>the (?:[a-z]+ )?(?:door|gate))"),
    (Action.OPEN, rf"(?:pull|raise) (?:up )?(?P<thing>{_SHADES})(?: open| up)?"),
    (Action.CLOSE, rf"(?:draw|lower) (?P<thing>{_SHADES})(?: closed| shut| down)?"),
    (Action.CLOSE, rf"(?:close|shut) (?!up\b|down\b|off\b){_NOT_HANDS}(?P<thing>.+?)(?: again)?(?: behind you)?"),
    (Action.SWITCH_ON, rf"(?:turn|switch|flip|power) (?:back )?on {_NOT_SWITCHED}(?P<thing>.+)"),
    (Action.SWITCH_ON, rf"(?:turn|switch|flip|power) {_NOT_SWITCHED}(?P<thing>.+?) (?:back )?on(?: in (?P<place>.+))?"),
    (Action.SWITCH_ON, rf"(?:put|start|power up|boot up) (?:on )?(?P<thing>{_MACHINE})(?<!lamp)(?<!light)|"
                       rf"(?:put |get )?(?P<thing2>{_MACHINE}) (?:on|going|running)"),
    (Action.SWITCH_ON, r"(?:get|hit|put on) (?P<thing>(?:the )?(?:[a-z]+ )?(?:lights?|lamp))"),
    (Action.SWITCH_OFF, rf"(?:turn|switch|flip|shut|power) (?:back )?off {_NOT_SWITCHED}(?P<thing>.+)"),
    (Action.SWITCH_OFF, rf"(?:turn|switch|flip|shut|power) {_NOT_SWITCHED}(?P<thing>.+?) (?:back )?off"
                        r"(?: in (?P<place>.+))?"),
    (Action.SWITCH_OFF, rf"(?:put out|turn out|kill|cut|power down|shut down) (?P<thing>{_MACHINE})|"
                        rf"(?:put )?(?P<thing2>{_MACHINE}) (?:off|out)"),
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
"""In order: the first that fits is meant."""

IDIOMATIC = frozenset({Action.STOP, Action.GUIDE, Action.MOVE, Action.BRING, Action.PLACE, Action.GRAB})
"""Of whose words idioms are made ("take it easy", "come on"); what is said of the others is meant."""

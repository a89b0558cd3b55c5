"""More forms in which people ask for something physical: follow, search, open, switch, movements, projects.

Tables only; requests.py and deeds.py read them. Groups are those of request_forms.py; thing2 stands for thing.
"""

from __future__ import annotations

from creature_voice.brains.request_forms import SOMEONE, Action

_WHO = rf"(?P<who>{SOMEONE})"
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

MORE_FORMS: tuple[tuple[Action, str], ...] = (
    (Action.FOLLOW, rf"follow (?:along )?(?:behind |after )?{_WHO}(?: around(?: .+)?| (?:to|into|through) "
                    r"(?P<place>.+))?"),
    (Action.FOLLOW, r"follow (?P<who>(?:the|that|my|this) (?:man|woman|guy|person|lady|boy|girl|dog|cat|robot|child))"),
    (Action.FOLLOW, rf"(?:keep|keep on|continue|go on) following {_WHO}"),
    (Action.FOLLOW, rf"(?:come|walk|come along|tag along|drive) (?:along )?with {_WHO}(?: (?:to|into) (?P<place>.+))?"),
    (Action.FOLLOW, rf"(?:stay|keep|stick) (?:close |right )?(?:behind|with|beside|close to|next to) {_WHO}"),
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
)  # fmt: skip

_TO = rf"(?: (?:to|at|for) {_WHO})?"
_TO_NAMED = (
    rf"(?: (?:to|at) (?P<who>{SOMEONE}|(?:the|my) (?:children|kids|people|guests?|neighbou?rs?|camera)|"
    r"(?!the$|you$|it$|that$)[a-z]+))?"
)
_ARM = r"(?:your|an|a|one) (?:(?:left|right|other) )?(?:arm|hand)"
_JUST = r"(?: (?:a bit|a little|once|twice|once more|around|in a circle|slowly))*"

MOTIONS: tuple[tuple[str, str, str], ...] = (
    ("wave", rf"(?:wave|give (?:me|us) a wave)(?: (?:your|a) (?:hand|arm))?(?: (?:hello|goodbye|bye|hi))?"
             rf"{_TO_NAMED}", "wave"),
    ("shake head", r"shake your head", "shake my head"),
    ("nod", rf"(?:nod|give (?:me|us) a nod)(?: your head)?{_TO}{_JUST}", "nod"),
    ("bow", rf"(?:bow|(?:make|take|give (?:me|us)) a bow)(?: down)?{_TO}{_JUST}", "bow"),
    ("dance", rf"(?:dance|(?:do|make) (?:a |your )?(?:little |happy )?dance)(?: to .+)?{_TO}{_JUST}", "dance"),
    ("spin", r"(?:do|make) a (?:little )?(?:spin|twirl|pirouette)", "spin around"),
    ("spin", r"(?:spin|twirl|rotate)(?: (?:yourself|round))?" + _JUST, "spin around"),
    ("turn around", r"turn (?:yourself )?(?:around|round)" + _JUST, "turn around"),
    ("lower arm", rf"(?:lower|put down|drop) {_ARM}|put {_ARM} down|{_ARM} down", "lower my arm"),
    ("raise arm", rf"(?:raise|lift|put up|hold up) {_ARM}(?: up)?|put {_ARM} up|{_ARM} up", "raise my arm"),
    ("point", r"point (?:your finger )?(?:at|to|towards?) (?P<at>(?:the|my|your) .+)", "point at {at}"),
    ("step back", r"(?:step|move|back|drive|roll) (?:back|backwards?|off|away)(?: a (?:bit|little|step))?|"
                  r"(?:take|make) a step back", "step back"),
    ("clap", rf"clap(?: your hands)?{_TO}{_JUST}", "clap my hands"),
)  # fmt: skip
"""Movements: the name that a body gives it, how it is asked for, how it is promised."""

_PLACE = r"(?:the|my|our|this|that|your) (?P<what>[a-z]+(?: [a-z]+)?)"
CLEARING = (
    rf"(?P<verb>clear|tidy|tidy up|clear up|clear off|clean up|clean off|tidy out|clear out|clean) {_PLACE}"
    r"(?: up| off)?|(?P<alone>tidy up|clean up)(?: here| in here)?"
)
"""Projects: what stands on a place is put where it belongs."""
UNCLEARED = (
    r".*\b(?:history|cache|cookies|inbox|schedule|calendar|throat|names?|air|mind|head|conscience|data|screen|act|"
    r"mess|dishes|dish|car|dog|cat|teeth|glass|glasses|shoes|clothes|windows?|bathroom|toilet|mirror|"
    r"meetings?|trip|party|appointments?|flight|interview|facts|thoughts|ideas)$"
)
"""What is cleared, cleaned or arranged, and not by taking things to another place."""
SORTING = (
    r"(?:(?:set|lay) (?:the|our|my) table|(?:sort|arrange|organi[sz]e|unpack|pack) (?:the|my|these|those|"
    r"our) [a-z]+(?: [a-z]+)?)"
)
"""Projects of which only a good planner knows the steps."""

"""The forms in which people ask for movements and for projects. Tables only; deeds.py reads them.

They are matched as those of request_forms.py are; group at: what is pointed at.
"""

from __future__ import annotations

from creature_voice.brains.request_forms import SOMEONE

_TO = rf"(?: (?:to|at|for) (?P<who>{SOMEONE}))?"
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

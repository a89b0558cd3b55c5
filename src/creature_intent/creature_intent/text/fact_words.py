"""The verbs with which a fact is told: which are whole alone, and which want more."""

from __future__ import annotations

from creature_intent.grammar.inflection import gerund, past
from creature_intent.grammar.lexicon import word_set

BE = word_set("is are am was were be been")
MODALS = word_set("can could will would should must may might shall need")
AUXILIARIES = BE | MODALS | word_set("has have had do does did")
WISHING = word_set(
    "want wants wanted need needs needed like likes love have has had going try tries tried got start starts started "
    "begin begins began"
)
"""Verbs that another follows: "i want to see it"."""
ADVERBS = word_set(
    "just really always already still also never often now only almost probably maybe again soon finally even simply "
    "certainly actually"
)
TIMES = word_set(
    "yesterday today tomorrow tonight now later soon earlier before again always often here there first last everyday "
    "daily so much"
)
"""What may follow a verb that lacks what it governs: "the book i read yesterday"."""
COPULAS = word_set(
    "look looks looked smell smells feel feels felt seem seems sound sounds get gets got taste tastes become"
)
"""Verbs that need a state."""
_IRREGULAR = {
    "blow": "blew", "come": "came", "fall": "fell", "feel": "felt", "fly": "flew", "freeze": "froze", "go": "went",
    "leave": "left", "lie": "lay", "ring": "rang", "run": "ran", "shine": "shone", "sink": "sank", "sit": "sat",
    "sleep": "slept", "stand": "stood", "stink": "stank", "wake": "woke",
}  # fmt: skip


def _third(verb: str) -> str:
    if verb.endswith(("s", "sh", "ch", "x", "o")):
        return verb + "es"
    return verb[:-1] + "ies" if verb.endswith("y") and verb[-2] not in "aeiou" else verb + "s"


def forms(verbs: str) -> frozenset[str]:
    """Every form of the verbs: "fall falls fell falling"."""
    return frozenset(
        form
        for verb in verbs.split()
        for form in (verb, _third(verb), _IRREGULAR.get(verb) or past(verb), gerund(verb))
    )


INTRANSITIVE = forms(
    "ache arrive bark beep bleed boil bubble burn buzz click come cook cough cry depart die dim drip drown explode "
    "fade fall finish flicker float fly freeze go happen hiss hum hurry hurt itch knock land laugh leak lie live melt "
    "nap occur overheat overflow pass rain relax rest ring rise run scream shake shine shiver sink sit sleep slip "
    "smell smoke sneeze snore snow sparkle spill stand starve stink stop suffer sweat sway swim travel tremble "
    "vibrate wait wake walk work roll slide tumble crawl wander"
) | word_set("broke gone leaves leaving dying dawned")
"""Verbs that govern nothing, or need not."""
GAPPED = forms("hold read wear use eat drink watch play make carry look write want need see cook buy like")
"""Verbs that govern something, even where it is left out: "the cup she is holding"."""
_TOLD = forms(
    "ache annoy arrive attack bark beep begin belong bite bleed blind block blow boil bother break burn buzz call "
    "catch cause come cost cry die disturb drip drop eat enter escape fall feel fight finish flicker fly forget "
    "freeze get give go growl happen hang hate have hear hit hurt itch jump keep kill knock leak leave let lie like "
    "live look lose love make meow melt miss move need overflow overheat play pull push rain reach refuse return ring "
    "rise roar run scare scratch scream seem shine show shout sit sleep slip smell smoke sneeze snore sound spill "
    "stand start starve stay steal stink stop suffer sweat talk taste throw tremble turn vibrate visit wait wake walk "
    "want weigh wet whistle wobble wonder work worry"
)
_TOLD_OTHERWISE = word_set(
    "ache arrive began bit blew broke caught come cry forgot freeze gave got hid hit hurt kept live lost made "
    "need play rang said saw shook sleep spilt stole threw took wait want went"
)
TELLING = (
    frozenset(form for form in _TOLD if form.endswith(("s", "ed")) and not form.endswith("ss"))
    | (frozenset(_IRREGULAR.values()) - {"left", "lay"})
    | _TOLD_OTHERWISE
)
"""Forms that tell a fact of a thing: "the doorbell rang", "my husband comes home", "the kids sleep"."""

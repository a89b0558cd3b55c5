"""Requests as people say them: names, run-ons, self-repairs, receivers, bodies, by the rules alone."""

from __future__ import annotations

import pytest

from creature_intent.config import IntentConfig
from creature_intent.dialogue.watcher import Watcher
from creature_intent.grammar.inflection import past
from creature_intent.tokens import Speaker, Token


def asked(words: str) -> list[str]:
    """Intent and roles of what is published with enough confidence, as "BRING_OBJECT cup > user"."""
    heard = Watcher(IntentConfig(judge=False)).feed(Token(0, 0, Speaker.USER, words, True), 0.0)
    acts = [decision.publish for decision in heard.decisions if decision.publish.confidence >= 0.5]
    return [" ".join([act.intent, *(role for role in vars(act.slots).values() if role)]) for act in acts]


CALLED = [
    ("zazu bring the gardener a spade", ["BRING_OBJECT spade gardener"]),
    ("hey um pixel could you open the shutters", ["OPEN shutters"]),
    ("come over here dobby", ["MOVE_TO user"]),
    ("butler robot take the coat to the hall", ["BRING_OBJECT coat hall"]),
    ("pour some water, would you love", []),
    ("close the hatch would you dear", ["CLOSE hatch"]),
]
RUN_ON = [
    ("it's stuffy in the attic please open the skylight", ["OPEN skylight"]),
    ("turn the radio off i have to sleep", ["SWITCH_OFF radio"]),
    ("switch off the projector nobody's looking", ["SWITCH_OFF projector"]),
    ("i can't reach it please hand me the ladle", ["BRING_OBJECT ladle user"]),
    ("when you have a minute bring me the tape", ["BRING_OBJECT tape user"]),
]
REPAIRED = [
    ("open the left no the right drawer", ["OPEN right drawer"]),
    ("pick up the green sorry the yellow ball", ["GRAB_OBJECT yellow ball"]),
    ("raise no sorry switch on the lamp", ["SWITCH_ON lamp"]),
    ("Bring the broken, no, the new stapler to the office.", ["BRING_OBJECT new stapler office"]),
    ("take the bus or rather bring me the keys", ["BRING_OBJECT keys user"]),
]
RECEIVERS = [
    ("Bring Mr Castle his cane.", ["BRING_OBJECT cane Mr Castle"]),
    ("fetch the little boy his kite from the shed", ["BRING_OBJECT kite shed little boy"]),
    ("hand the man at the door his umbrella", ["BRING_OBJECT umbrella man at the door"]),
    ("bring granny her shawl and grandpa his pipe", ["BRING_OBJECT shawl granny", "BRING_OBJECT pipe grandpa"]),
    ("Give me back my ring.", ["BRING_OBJECT ring user"]),
    ("return this ladder to olga", ["BRING_OBJECT ladder olga"]),
]
TWICE = [
    ("bring me my hat the felt one", ["BRING_OBJECT hat user"]),
    ("bring me the quilt my aunt sewed", ["BRING_OBJECT quilt user"]),
    ("Bring the scissors to the dresser.", ["BRING_OBJECT scissors dresser"]),
]
FORMS = [
    ("I wish you would dust off that bench.", []),
    ("I wish you'd close that lid.", ["CLOSE lid"]),
    ("I'd be glad if you took the crates down to the cellar.", ["BRING_OBJECT crates cellar"]),
    ("Have the blue rug taken to the study.", ["BRING_OBJECT blue rug study"]),
    ("Off you go to the garage.", ["MOVE_TO garage"]),
    ("Park yourself next to the piano.", ["MOVE_TO piano"]),
    ("Help me get to the sofa.", ["GUIDE sofa user"]),
    ("Lock the shed when you leave.", ["CLOSE shed"]),
    ("Would it trouble you to fetch the ladle?", ["BRING_OBJECT ladle user"]),
]
BODY = [
    ("Bend your knees.", ["PERFORM_MOTION bend knees"]),
    ("blow a kiss to grandma", ["PERFORM_MOTION blow kiss grandma"]),
    ("turn in a circle twice", ["PERFORM_MOTION turn around"]),
    ("Hop on one leg.", ["PERFORM_MOTION hop"]),
    ("Open and close your hand.", ["PERFORM_MOTION open and close hand"]),
    ("Follow that cart!", ["FOLLOW cart"]),
]


@pytest.mark.parametrize(
    ("words", "expected"), [*CALLED, *RUN_ON, *REPAIRED, *RECEIVERS, *TWICE, *FORMS, *BODY], ids=lambda part: str(part)
)
def test_a_request_is_heard_however_it_is_put(words, expected):
    assert asked(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        "dad put the cup on the shelf",
        "Don't forget to lock the gate when you go to the doctor's.",
        "Put yourself in my shoes.",
        "people take the bus to the station",
        "When you say go, bring me the cup.",
    ],
)
def test_what_only_looks_like_one_is_not(words):
    assert asked(words) == []


@pytest.mark.parametrize(
    ("verb", "expected"),
    [("take", "took"), ("close", "closed"), ("carry", "carried"), ("grab", "grabbed"), ("open", "opened")],
)
def test_past_forms(verb, expected):
    assert past(verb) == expected

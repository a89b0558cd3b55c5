"""Reading what to evaluate on: items and bare sentences, and errors that say where they are."""

from __future__ import annotations

import json

import pytest

from creature_intent.evaluation.data import SUGGEST, DataError, Expected, Turn, read_items, read_sentences
from creature_intent.evaluation.main import DATA, PARTS
from creature_intent.tokens import Speaker

ASKED = {"speaker": "user", "text": "Bring me the red cup."}
BRING = {"kind": "REQUEST", "intent": "BRING_OBJECT", "object": "red cup", "recipient": "user"}


def lines(*items):
    return [json.dumps(item) for item in items]


def test_an_item_is_read_with_all_that_it_has():
    item = {
        "id": "one", "kind": "dialogue", "note": "for people",
        "turns": [ASKED, {"speaker": "agent", "text": " On it. ", "pause_s": 2}, {"ended": "failed"}],
        "expect": [{"turn": 0, **BRING}, {"turn": 1, "kind": "CANCEL", "tier": "SUGGEST", "optional": True}],
        "pending": [{"intent": "OPEN|CLOSE", "object": "door"}],
    }  # fmt: skip
    (read,) = read_items(["", *lines(item)], "my.jsonl")
    assert (read.id, read.kind, read.file, read.line) == ("one", "dialogue", "my.jsonl", 2)
    assert read.turns == (
        Turn(Speaker.USER, "Bring me the red cup."),
        Turn(Speaker.AGENT, "On it.", 2.0),
        Turn(Speaker.AGENT, "", 0.5, "failed"),
    )
    assert read.expect == (
        Expected("BRING_OBJECT", "REQUEST", 0, object="red cup", recipient="user"),
        Expected("STOP_ACTIVITY", "CANCEL", 1, tier=SUGGEST, optional=True),
    )
    assert read.pending == (Expected("OPEN|CLOSE", object="door"),)


def test_little_needs_to_be_said():
    (read,) = read_items(lines({"turns": [ASKED], "expect": [BRING]}), "my.jsonl")
    assert (read.id, read.kind, read.expect[0].turn, read.pending) == ("my.jsonl:1", "unnamed", 0, None)


@pytest.mark.parametrize(
    ("item", "words"),
    [
        ("{", "not JSON"),
        ("[]", "not an object in braces"),
        ({"turns": [ASKED]}, '"expect" is missing; for talk it is []'),
        ({"expect": []}, '"turns" is None; it is a list'),
        ({"turns": [], "expect": []}, "there is no turn with words"),
        ({"turns": ["hello"], "expect": []}, "turn 0 is not an object"),
        ({"turns": [{"speaker": "robot", "text": "a"}], "expect": []}, "\"speaker\" is 'robot'"),
        ({"turns": [{"speaker": "user"}], "expect": []}, '"text" is missing'),
        ({"turns": [{"speaker": "user", "text": 3}], "expect": []}, '"text" is 3; it is a text in quotes'),
        ({"turns": [{**ASKED, "pause_s": -1}], "expect": []}, '"pause_s" is -1'),
        ({"turns": [{**ASKED, "mood": "glad"}], "expect": []}, 'turn 0 has no "mood"'),
        ({"turns": [ASKED], "expect": [], "expected": []}, 'an item has no "expected"'),
        ({"turns": [ASKED], "expect": [{**BRING, "kind": "WISH"}]}, "it is one of REQUEST, COMMIT, CORRECT, CANCEL"),
        ({"turns": [ASKED], "expect": [{**BRING, "intent": "FLY"}]}, "\"intent\" is 'FLY'; it is one of GRAB_OBJECT"),
        ({"turns": [ASKED], "expect": [{**BRING, "turn": 1}]}, "it is the index of a turn, 0 to 0"),
        ({"turns": [ASKED, ASKED], "expect": [BRING]}, "it is the index of a turn, 0 to 1"),
        ({"turns": [ASKED], "expect": [{**BRING, "tier": "MAYBE"}]}, "\"tier\" is 'MAYBE'"),
        ({"turns": [ASKED], "expect": [{**BRING, "optional": 1}]}, '"optional" is 1'),
        ({"turns": [ASKED], "expect": [], "pending": [{"object": "cup"}]}, "\"intent\" is ''"),
    ],
)
def test_an_error_names_file_and_line(item, words):
    bad = item if isinstance(item, str) else json.dumps(item)
    with pytest.raises(DataError) as caught:
        read_items(["", bad], "my.jsonl")
    assert str(caught.value).startswith("my.jsonl, line 2: ") and words in str(caught.value)


def test_two_items_have_two_names():
    talk = {"id": "same", "turns": [ASKED], "expect": []}
    with pytest.raises(DataError, match="line 2: id 'same' is already that of line 1"):
        read_items(lines(talk, talk), "my.jsonl")


@pytest.mark.parametrize(
    ("expect", "kind", "any_act", "judged"),
    [("none", "talk", False, True), ("some", "task", True, True), (None, "unknown", False, False)],
)
def test_bare_sentences_are_items_of_one_turn(expect, kind, any_act, judged):
    first, second = read_sentences(["Hello.", "", "  Grab it! "], "chat.txt", "agent", expect)
    assert (first.id, second.id, second.line) == ("chat.txt:1", "chat.txt:3", 3)
    assert second.turns == (Turn(Speaker.AGENT, "Grab it!"),)
    assert (first.kind, first.any_act, first.judged, first.expect) == (kind, any_act, judged, ())


def test_our_own_sets_can_be_read_and_share_nothing():
    sets = {
        part: [
            item
            for path in sorted((DATA / part).glob("*.jsonl"))
            for item in read_items(path.read_text("utf-8").split("\n"), path.name)
        ]
        for part in PARTS
    }
    words = {part: {item.turns for item in items} for part, items in sets.items()}
    assert all(len(words[part]) == len(sets[part]) >= 50 for part in PARTS)
    assert not words["dev"] & words["held_out"]
    assert {act.intent for act in (act for item in sets["dev"] for act in item.expect)} >= {"FOLLOW", "PERFORM_MOTION"}

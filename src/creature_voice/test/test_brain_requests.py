"""Requests are found in what people say, and talk is left alone."""

from __future__ import annotations

import pytest

from creature_voice.brains.request import YOU, Request
from creature_voice.brains.request_forms import Action
from creature_voice.brains.requests import requests_in

KNOWN = {"cup", "book", "ball", "kitchen", "table", "shelf", "door", "apple", "keys", "sofa"}


def known(word: str) -> bool:
    return word in KNOWN


def read(heard: str) -> list[Request]:
    return requests_in(heard, "Pip", known)


def brief(request: Request) -> tuple[str, str, str, str, str]:
    """A request as words: action, thing, source, spot, recipient."""
    noun = request.thing
    thing = "" if noun is None else (noun.words or noun.det)
    spot = request.spot.spoken().removesuffix(" the").strip() if request.spot else ""
    return (request.action.value, thing, request.source.spoken() if request.source else "", spot, request.recipient)


GRABS = [
    ("Pick up the red cup.", "red cup"),
    ("pick the red cup up", "red cup"),
    ("Pick up. The red cup.", "red cup"),
    ("Pick a the red cup.", "red cup"),
    ("pickup the red cup", "red cup"),
    ("PICK UP THE RED CUP!", "red cup"),
    ("Um, pick up the, uh, red cup please.", "red cup"),
    ("Could you pick up the red cup?", "red cup"),
    ("Can you please pick up the red cup?", "red cup"),
    ("Would you mind picking up the red cup?", "red cup"),
    ("Do you mind picking the red cup up?", "red cup"),
    ("I'd like you to pick up the red cup.", "red cup"),
    ("I want you to take the red cup.", "red cup"),
    ("I was wondering if you could pick up the red cup.", "red cup"),
    ("Do you think you could grab the red cup?", "red cup"),
    ("Would you be so kind as to take the red cup?", "red cup"),
    ("Hey Pip, grab the red cup.", "red cup"),
    ("Okay, Pip, so, now take the red cup, please.", "red cup"),
    ("If you don't mind, take the red cup.", "red cup"),
    ("You should pick up the red cup.", "red cup"),
    ("Go and get the red cup.", "red cup"),
    ("Why don't you pick up the red cup?", "red cup"),
    ("Thank you. Now pick up the red cup.", "red cup"),
    ("Lift up the small, blue book.", "small blue book"),
    ("Take a cup.", "cup"),
    ("Grab that for me, will you?", "that"),
    ("Pick it up.", "it"),
    ("Get the keys.", "keys"),
    ("Take one of the cups.", "cup"),
    ("Pick up a banana.", "banana"),
    ("Get hold of the ball.", "ball"),
]
BRINGS = [
    ("Bring me the cup.", "cup", YOU),
    ("Bring it to me.", "it", YOU),
    ("Bring it here.", "it", YOU),
    ("Now bring it to me, please.", "it", YOU),
    ("Fetch the ball.", "ball", YOU),
    ("Fetch me the ball.", "ball", YOU),
    ("Get me an apple.", "apple", YOU),
    ("Grab me the small blue book.", "small blue book", YOU),
    ("Give me my book.", "book", YOU),
    ("Give it back to me.", "it", YOU),
    ("Hand me the cup.", "cup", YOU),
    ("Could you hand over the ball?", "ball", YOU),
    ("Would you mind handing me the blue cup?", "blue cup", YOU),
    ("Pass me the cup, thanks.", "cup", YOU),
    ("Gimme the cup.", "cup", YOU),
    ("I need the red cup.", "red cup", YOU),
    ("I want the cup.", "cup", YOU),
    ("I'd like an apple.", "apple", YOU),
    ("Can I have the cup?", "cup", YOU),
    ("Could I have my book, please?", "book", YOU),
    ("Let me have the ball.", "ball", YOU),
    ("Bring us two cups.", "cup", YOU),
    ("Give Anna the red cup.", "red cup", "anna"),
    ("Take the cup to Anna.", "cup", "anna"),
    ("Give it to my mom.", "it", "my mom"),
    ("Bring her the book.", "book", "her"),
    ("Bring me the teapot.", "teapot", YOU),
]
PLACES = [
    ("Put the red cup on the shelf.", "red cup", "on the shelf"),
    ("Put it on the shelf.", "it", "on the shelf"),
    ("Put it back on the shelf.", "it", "on the shelf"),
    ("Could you place the book in the box?", "book", "in the box"),
    ("I'd like you to put the ball next to the door.", "ball", "next to the door"),
    ("Move the ball to the table.", "ball", "to the table"),
    ("Take the cup to the kitchen.", "cup", "to the kitchen"),
    ("Bring the cup to the kitchen.", "cup", "to the kitchen"),
    ("Put it down.", "it", "down"),
    ("Put down the cup.", "cup", "down"),
    ("Put the book away.", "book", "away"),
    ("You can put it down now.", "it", "down"),
    ("Put it there.", "it", "there"),
    ("Drop it.", "it", ""),
    ("Put the cup that is on the table on the shelf.", "cup", "on the shelf"),
    ("Place the ball into the box next to the table.", "ball", "into the box"),
]
JOURNEYS = [
    ("Go to the kitchen.", "move", "to the kitchen"),
    ("Could you go over to the door?", "move", "to the door"),
    ("Drive to the table.", "move", "to the table"),
    ("Come here.", "move", "to"),
    ("Come over here, please.", "move", "to"),
    ("Come to me.", "move", "to"),
    ("Go there.", "move", "there"),
    ("Show me the way to the door.", "guide", "to the door"),
    ("Take me to the kitchen.", "guide", "to the kitchen"),
    ("Can you guide me to the door?", "guide", "to the door"),
    ("Show me where the kitchen is.", "guide", "to the kitchen"),
    ("Lead me to the sofa.", "guide", "to the sofa"),
]
STOPS = [
    "Stop.",
    "Stop it!",
    "No, stop!",
    "Stop that, please.",
    "Okay Pip, stop.",
    "Please stop what you are doing.",
    "Never mind.",
    "Nevermind.",
    "Forget it.",
    "Cancel that.",
    "Don't bother.",
    "I changed my mind.",
    "Leave it.",
]
TALK = [
    "I picked up the kids from school.",
    "I pick up the kids at four.",
    "Should I get the cup?",
    "If you picked it up, we would be done.",
    "She told me to bring the book.",
    "Did you pick up the cup?",
    "Why did you take the cup?",
    "Are you going to bring me the cup?",
    "I would never put a cup there.",
    "Take care!",
    "Take your time.",
    "Take it easy.",
    "Give me a break.",
    "Give me a minute.",
    "Give me five.",
    "Hold on.",
    "Get out!",
    "Get lost.",
    "Come on!",
    "Go ahead.",
    "Go to sleep.",
    "Can I have a word?",
    "I need a holiday.",
    "I want to go home.",
    "I need you.",
    "I'd like to talk.",
    "Take a picture.",
    "Bring it on.",
    "I'll take it.",
    "We went to the kitchen.",
    "The cup is on the table.",
    "Do you like the red cup?",
    "Where is the red cup?",
    "How are you?",
    "Can you hear me?",
    "What can you pick up?",
    "Can you pick things up?",
    "He put it on the shelf.",
    "Let's get started.",
    "I have a cup.",
    "It takes two to tango.",
    "The book that you gave me was good.",
    "",
    "Um.",
]


@pytest.mark.parametrize(("heard", "thing"), GRABS)
def test_grab(heard: str, thing: str) -> None:
    (request,) = read(heard)
    assert brief(request)[:2] == ("grab", thing)
    assert not request.refused


@pytest.mark.parametrize(("heard", "thing", "recipient"), BRINGS)
def test_bring(heard: str, thing: str, recipient: str) -> None:
    (request,) = read(heard)
    action, found, _, _, who = brief(request)
    assert (action, found, who) == ("bring", thing, recipient)


@pytest.mark.parametrize(("heard", "thing", "spot"), PLACES)
def test_place(heard: str, thing: str, spot: str) -> None:
    (request,) = read(heard)
    action, found, _, where, _ = brief(request)
    assert (action, found, where) == ("place", thing, spot)


@pytest.mark.parametrize(("heard", "action", "spot"), JOURNEYS)
def test_journey(heard: str, action: str, spot: str) -> None:
    (request,) = read(heard)
    assert (brief(request)[0], brief(request)[3]) == (action, spot)


@pytest.mark.parametrize("heard", STOPS)
def test_stop(heard: str) -> None:
    assert read(heard)[-1].action is Action.STOP


@pytest.mark.parametrize("heard", TALK)
def test_talk_is_no_request(heard: str) -> None:
    assert read(heard) == []


@pytest.mark.parametrize(
    ("heard", "source"),
    [
        ("Take the cup from the table.", "from the table"),
        ("Get the cup off the table.", "off the table"),
        ("Pick up the book that is on the shelf.", "on the shelf"),
        ("Bring me the cup on the table.", "on the table"),
    ],
)
def test_where_a_thing_is_taken_from(heard: str, source: str) -> None:
    (request,) = read(heard)
    assert brief(request)[2] == source


@pytest.mark.parametrize(
    "heard", ["Don't pick up the cup.", "Please do not take the cup!", "You shouldn't take the cup."]
)
def test_a_negated_request_is_refused(heard: str) -> None:
    (request,) = read(heard)
    assert request.refused
    assert brief(request)[1] == "cup"


@pytest.mark.parametrize("heard", ["Pick up.", "Grab.", "Could you pick up?"])
def test_no_object_named(heard: str) -> None:
    (request,) = read(heard)
    assert request.action is Action.GRAB
    assert request.thing is None


def test_two_requests_in_a_row() -> None:
    first, second = read("Pick up the red cup and then go to the kitchen.")
    assert (first.action, second.action) == (Action.GRAB, Action.MOVE)


def test_something_asks_for_a_thing_yet_unnamed() -> None:
    (request,) = read("Bring me something to drink.")
    assert (request.action, request.thing) == (Action.BRING, None)

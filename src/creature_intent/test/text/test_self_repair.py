"""What is taken back in the same breath: any words that mark it, in a command and in a question, of any part."""

from itertools import product

import pytest

from creature_intent.grammar.rulebook_file import load
from creature_intent.text.self_repair import repaired
from creature_intent.text.words import sentence

MARKS = (
    ", no,", ", no wait,", ", uh no,", ", I mean", ", sorry,", ", actually", ", wait, no,", ", hang on,", ", or rather",
    ", make that", ", no, make that", ", scratch that,", " no", " I mean", " no wait", " sorry", " uh no",
    " actually no", " -- no,", ", well, actually", ", oh no,", ", no no,", ", nope,", ", or no,", ", no, not that,",
)  # fmt: skip
PARTS = (
    ("bring me the red{} the blue cup", "bring me the blue cup"),
    ("bring me the red{} blue cup", "bring me the blue cup"),
    ("bring me the red cup{} the blue one", "bring me the blue cup"),
    ("could you bring me the cup{} the plate?", "could you bring me the plate"),
    ("can you get me the cup{} the plate from the kitchen?", "can you get me the plate from the kitchen"),
    ("get me the cup from the kitchen{} from the hall", "get me the cup from the hall"),
    ("get me the cup from the kitchen{} the hall", "get me the cup from the hall"),
    ("bring the cup from the kitchen to Anna{} from the hall", "bring the cup from the hall to anna"),
    ("get the milk out of the fridge{} the cheese", "get the cheese out of the fridge"),
    ("bring me the one on the left{} on the right", "bring me the one on the right"),
    ("could you go to room 11{} room 12?", "could you go to room 12"),
    ("bring me two{} three glasses", "bring me three glasses"),
    ("could you bring me two glasses{} three?", "could you bring me three glasses"),
    ("could you put the milk in the fridge{} on the table?", "could you put the milk on the table"),
    ("put it on the table in the kitchen{} on the shelf", "put it on the shelf in the kitchen"),
    ("put the milk on the{} in the fridge", "put the milk in the fridge"),
    ("can you take the book to Anna{} Ben?", "can you take the book to ben"),
    ("can you take the book to Anna{} to Ben?", "can you take the book to ben"),
    ("could you take the jug{} the vase to the hall?", "could you take the vase to the hall"),
    ("turn the fan on{} off", "turn the fan off"),
    ("move forward{} backward", "move backward"),
    ("I'll bring you a spoon{} a fork", "i will bring you a fork"),
)
TAKES_NOTHING_BACK = (
    "bring me the cup , sorry to bother you",
    "i said no the other day",
    "the problem is actually the door",
    "hang the coat on the hook",
    "hold on to the rail",
    "open the door , wait a second , then close it",
    "open the door , wait , the dog might run out",
    "put the cup on the table , wait , the table looks wet",
    "bring me a tea with milk , no sugar , please",
    "bring me the bag , sorry , my back hurts",
    "bring the letter to anna , sorry honey",
    "bring the letter to anna , no , tomorrow",
    "i will take you to the kitchen , hold on to my arm",
    "bring my glasses , no hurry , from the bedroom",
    "not the cup actually , the plate",
    "close the blind halfway , no , a bit more",
    "hand me the spanner , no , the other one , the smaller one",
    "i will bring a coffee , no , the machine is broken",
    "i will bring the tea , no milk",
    "go to bed , no thanks",
    "i am so sorry the door was open",
    "bring me the cup , actually , i am going to the kitchen myself",
)


@pytest.mark.parametrize(("said", "meant"), PARTS)
@pytest.mark.parametrize("mark", MARKS)
def test_what_is_said_last_is_meant(said, meant, mark):
    assert sentence(said.format(mark)).text == meant


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("turn on the fan, no, on the table", "turn on the fan on the table"),
        ("take the letter to my mother, no, the parcel", "take the parcel to my mother"),
        ("give my mother the letter, no, my father", "give my father the letter"),
        ("put the shirt in the wardrobe, no, the basket", "put the shirt in the basket"),
        ("put two eggs in the pan, no, three", "put three eggs in the pan"),
        ("bring me the cup, um, the green one", "bring me the green cup"),
    ],
)
def test_it_takes_the_place_of_its_like(said, meant):
    assert sentence(said).text == meant


@pytest.mark.parametrize(("first", "second"), product(MARKS[:5], repeat=2))
def test_it_may_be_put_right_twice(first, second):
    words = sentence(f"get me the big{first} the small{second} the round bowl").text
    assert words == "get me the round bowl"


@pytest.mark.parametrize("said", TAKES_NOTHING_BACK)
def test_what_only_sounds_like_it(said):
    assert repaired(said, load()) == said


def test_a_deed_may_be_taken_back_too():
    assert repaired("open the app sorry i mean open the cabinet", load()) == "open the cabinet"
    assert sentence("could you turn on, no, turn off the light?").text == "could you turn off the light"

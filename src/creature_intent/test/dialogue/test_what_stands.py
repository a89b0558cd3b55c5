"""Which tasks stand at the end of a dialogue."""

from __future__ import annotations

import pytest

from creature_intent.acts import deed_words
from creature_intent.config import IntentConfig
from creature_intent.evaluation.data import Item, Turn
from creature_intent.evaluation.runner import run
from creature_intent.tokens import Speaker

_SPEAKERS = {"U": Speaker.USER, "A": Speaker.AGENT}


def standing(talk: str) -> list[str]:
    """The tasks that stand after turns parted by " / "."""
    turns = [Turn(_SPEAKERS[turn[0]], turn[3:]) for turn in talk.split(" / ")]
    (outcome,) = run([Item("", "", tuple(turns))], IntentConfig(), lambda: 0.0)
    return [deed_words(goal.intent, goal.slots) for goal in outcome.pending]


_TWO = "U: Bring me a fork. / A: I'll bring you a fork. / U: And a spoon. / A: I'll bring you a spoon too."
_BOTH = "U: Bring me a pillow and a blanket. / A: I'll bring you a pillow and a blanket."


@pytest.mark.parametrize(
    ("talk", "expected"),
    [
        (f"{_BOTH} / U: i found a blanket so just the pillow", ["BRING_OBJECT pillow for user"]),
        (f"{_BOTH} / U: The blanket's right here. / A: Only the pillow then.", ["BRING_OBJECT pillow for user"]),
        (f"{_TWO} / U: There are spoons on the table. / A: Just the fork then.", ["BRING_OBJECT fork for user"]),
        (f"{_TWO} / U: oh i've got a spoon here", ["BRING_OBJECT fork for user"]),
        (f"{_TWO} / U: She says she doesn't want the spoon. Scrap the spoon.", ["BRING_OBJECT fork for user"]),
        (f"{_TWO} / U: you know what forget both of them we're leaving", []),
        (f"{_TWO} / U: It's only the wind.", ["BRING_OBJECT fork for user", "BRING_OBJECT spoon for user"]),
        (f"{_TWO} / U: I've got a headache.", ["BRING_OBJECT fork for user", "BRING_OBJECT spoon for user"]),
    ],
)
def test_one_of_several(talk, expected):
    assert standing(talk) == expected


@pytest.mark.parametrize(
    "words",
    [
        "Not the hat, it's warm.",
        "Maybe not the hat.",
        "Without the hat, actually.",
        "It's not cold, so no hat.",
        "The hat can stay.",
        "I won't need the hat.",
        "On second thought, the hat can wait.",
        "No hat needed today.",
        "Ben's got the hat already.",
    ],
)
def test_one_thing_left_out(words):
    talk = f"U: Bring me my coat and my hat. / A: I'll bring your coat and your hat. / U: {words}"
    assert standing(talk) == ["BRING_OBJECT coat for user"]


@pytest.mark.parametrize(
    "words",
    [
        "No, no, I was talking to Emma.",
        "i wasn't talking to you",
        "not you the cat",
        "No, I can reach it.",
        "nah i can get it",
        "ugh no it's too cold leave it",
        "Oh, the jug's right here in front of me.",
        "ben has already brought the jug",
        "let's do it another day",
        "no need there's enough water here",
        "I'll take the bottle instead.",
        "Thomas is getting it.",
    ],
)
def test_taken_back(words):
    assert standing(f"U: Bring me the jug. / A: I'll bring you the jug. / U: {words}") == []


@pytest.mark.parametrize(
    "words",
    [
        "Right.",
        "Nice.",
        "Great.",
        "I was talking to you about it.",
        "I can see it.",
        "The jug's on my desk.",
        "The jug's over there.",
        "I was talking to my mother yesterday.",
    ],
)
def test_not_taken_back(words):
    talk = f"U: Bring me the green jug. / A: I'll bring the green jug. / U: {words}"
    assert standing(talk) == ["BRING_OBJECT green jug for user"]


@pytest.mark.parametrize(
    ("talk", "expected"),
    [
        ("U: Come to the attic. / A: I'm coming to the attic. / U: Oh, no, wait, I'm in the yard. Come to the yard. / "
         "A: To the yard.", ["MOVE_TO to yard"]),
        ("U: Take the tray to room six. / A: I'll take the tray to room six. / U: Hang on, it's room nine. / "
         "A: Room nine, thanks for the hint. I'm taking it there.", ["BRING_OBJECT tray to room nine"]),
        ("U: Take this note to Ms. Lam. / A: I'll take the note to Ms. Lam. / U: Sorry, she's in the cellar. / "
         "A: Okay, I'll take it to the cellar.", ["BRING_OBJECT note to cellar for Ms Lam"]),
        ("U: Lead Mr. Cole to the office. / A: I'll take Mr. Cole to the office. / U: He'd rather the garden. / "
         "A: Then I'll take him to the garden.", ["GUIDE to garden for Mr Cole"]),
        ("U: Take the guests to the hall. / A: I'll take the guests to the hall. / U: They want to see the barn. / "
         "A: Then I'll take them to the barn.", ["GUIDE to barn for guests"]),
        ("U: Take the mail to Mia. / A: I'm taking the mail to Mia. / U: Mia's out, isn't she? Give it to Joe then. / "
         "A: Joe gets the mail.", ["BRING_OBJECT mail for Joe"]),
        ("U: Give Mum the phone. / A: I'll give Mum the phone. / U: No, me, I want it! / U: Give it to Mum. / "
         "A: Mum gets the phone.", ["BRING_OBJECT phone for Mum"]),
        ("U: Switch off the lamp and the radio. / A: I'll switch off the lamp and the radio. / U: Leave the radio. / "
         "A: I'll leave the radio on.", ["SWITCH_OFF lamp"]),
        ("U: Open the door and the window. / A: I'll open both. / U: The window's open already.", ["OPEN door"]),
        ("U: Bring me a tea and a cake. / A: I'll bring a tea and a cake. / U: Coffee instead of tea, please. / "
         "A: A coffee and a cake then.", ["BRING_OBJECT coffee and cake for user"]),
        ("U: Put the saw in the shed. / A: Okay. / U: Hm, I changed my mind, I still need it.", []),
        ("U: Bring me the saw. / A: Okay. / U: I still need it.", ["BRING_OBJECT saw for user"]),
        ("U: Turn off the TV. / A: Turning it off. / U: Hey, I was watching that!", []),
        ("U: Shut the door and the window. / A: I'll shut both. / U: The window doesn't have to be closed, I'm hot.",
         ["CLOSE door"]),
        ("U: Carry this box to the lab. / A: I will. / U: It's too heavy for you, I'd rather take it myself.", []),
        ("U: Bring me the pepper and a spoon. / A: I'll bring both. / U: Forget the spoon, I have one here.",
         ["BRING_OBJECT pepper for user"]),
        ("U: Go to the hall. / A: On my way. / U: No wait, forget it, stay here. / A: Okay.", []),
        ("U: Shut the window. / A: I'll close it. / U: Oh wait, it's already shut. Sorry!", []),
        ("U: Open the curtains. / A: On it! / U: Oh, leave it, Molly's still sleeping.", []),
        ("A: You look cold. I'll bring you a blanket. / U: Oh, no thanks, I'm warm enough.", []),
        ("U: Bring Anna her hat. / A: I'm bringing it to her. / U: It's all right, she's got one in her bag.", []),
        ("U: Bring Anna her hat. / A: I'll bring Anna her hat. / U: She's got her coat on already.",
         ["BRING_OBJECT hat for Anna"]),
        ("U: Fetch the ladder. / A: I'll fetch it. / U: I changed my mind, I'm not doing the gutters today.", []),
        ("U: Put the pizza in the oven. / A: I'll put it in. / U: Oh, scrap the pizza, Mum's ordering Indian.", []),
        ("U: Let go of the broom, I've got it now. / A: Okay.", ["PLACE_OBJECT broom"]),
        ("U: Bring me a beer. / A: I'll bring you a beer. / U: Bring Anna one. / A: Sure.",
         ["BRING_OBJECT beer for user", "BRING_OBJECT beer for Anna"]),
        ("U: Bring me a beer. / A: I'll bring you a beer. / U: Give it to Anna. / A: Sure.",
         ["BRING_OBJECT beer for Anna"]),
        ("U: Bring me the red cup. / A: I'll bring the red cup. / U: Did I say red? I meant blue. / "
         "A: The blue cup then.", ["BRING_OBJECT blue cup for user"]),
        ("U: Come here and bring the towel. / A: I'll bring the towel. / U: Forget the towel, just come. / "
         "A: I'm coming.", ["MOVE_TO to user"]),
    ],
)  # fmt: skip
def test_put_right(talk, expected):
    assert standing(talk) == expected


@pytest.mark.parametrize(
    ("talk", "expected"),
    [
        ("U: It's chilly. / A: I can fetch your shawl, if you like. / U: Would you, dear?",
         "BRING_OBJECT shawl for user"),
        ("U: It's stuffy. / A: Shall I open the window? / U: yes please i can hardly breathe", "OPEN window"),
        ("U: i'm new here / A: the lift is over there i'll take you to the lift if you like / U: yes please",
         "GUIDE to lift for user"),
        ("U: It's raining. / A: Would you like your umbrella? / U: Where is it? / A: In the hall. "
         "I'll bring it to you.",
         "BRING_OBJECT umbrella for user"),
        ("U: Bring me a coke. / A: There's no coke. Would you like some juice instead? / U: Okay, juice.",
         "BRING_OBJECT juice for user"),
        ("U: Turn on the fan. / A: I'll turn on the fan. / U: It's loud. / A: Should I open the window instead? / "
         "U: Yes, please.", "OPEN window"),
        ("U: Where's the canteen? / A: Past the stairs. Shall I take you there? / U: That would be kind of you.",
         "GUIDE to canteen for user"),
        ("U: Excuse me, where is bathroom? / A: At the end of the hall. I will lead you there.",
         "GUIDE to bathroom for user"),
    ],
)  # fmt: skip
def test_offers_and_ways(talk, expected):
    assert standing(talk) == [expected]


@pytest.mark.parametrize(
    ("talk", "expected"),
    [
        ("U: The vase is about to fall! / A: I'll catch it!", ["GRAB_OBJECT vase"]),
        ("U: The phone's ringing in the hall. / A: I'll bring it to you.", ["BRING_OBJECT phone for user"]),
        ("U: Somebody left the gate open. / A: I'll close it.", ["CLOSE gate"]),
        ("U: My brother bought the house. / A: I'll keep it in mind.", []),
        ("U: It's raining. / A: Would you like a game of cards? / U: Yes, let's.", []),
        ("U: I'm looking for a job. / A: I'll help you there.", []),
    ],
)
def test_what_the_user_has_just_named(talk, expected):
    assert standing(talk) == expected


@pytest.mark.parametrize(
    ("talk", "expected"),
    [
        ("U: Bring me the scarf and close the door. / A: okay the scarf and the door i'm on it",
         ["BRING_OBJECT scarf for user", "CLOSE door"]),
        ("U: Get me a towel and a robe. / A: a towel and a robe no problem",
         ["BRING_OBJECT towel and a robe for user"]),
        ("U: Turn on the lamp in the hall. / A: the hall lamp i'm on it", ["SWITCH_ON lamp from hall"]),
    ],
)  # fmt: skip
def test_agreement_without_marks(talk, expected):
    assert standing(talk) == expected


_MILK = "U: Bring me a bottle of milk. / A: Sure."
_HEATER = "U: Turn on the heater. / A: Okay, I'll turn it on. / U: And bring a bottle of milk to Julia. / A: Sure."
_ROOM = "U: Take the flowers to room 310. / A: Sure."


@pytest.mark.parametrize(
    ("talk", "expected"),
    [
        (f"{_HEATER} / U: Ah, forget the milk.", ["SWITCH_ON heater"]),
        (f"{_HEATER} / U: No milk after all, she's asleep.", ["SWITCH_ON heater"]),
        (f"{_MILK} / U: Actually no milk.", []),
        (f"{_MILK} / U: No milk for me.", []),
        (f"{_MILK} / U: No milk, just water.", ["BRING_OBJECT water for user"]),
        (f"{_MILK} / U: So, no milk?", ["BRING_OBJECT bottle of milk for user"]),
        ("U: Bring me some milk. / A: Sure. / U: No oat milk.", ["BRING_OBJECT oat milk for user"]),
        ("U: Bring me some tea. / A: Sure. / U: No sugar for me.", ["BRING_OBJECT tea for user"]),
    ],
)
def test_none_of_it(talk, expected):
    assert standing(talk) == expected


@pytest.mark.parametrize(
    ("words", "room"),
    [
        ("Sorry, I mean 301.", "room 301"),
        ("Wait, it's room 301.", "room 301"),
        ("Oh no, I misread that, it's 301.", "room 301"),
        ("No, fourteen.", "room fourteen"),
        ("It's three o'clock already.", "room 310"),
    ],
)
def test_another_number(words, room):
    assert standing(f"{_ROOM} / U: {words}") == [f"BRING_OBJECT flowers to {room}"]


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("Okay, I'll do all three.", 3),
        ("All right, one after the other.", 3),
        ("As soon as I'm done here.", 3),
        ("I can't do all three.", 0),
    ],
)
def test_several_are_agreed_to_together(words, count):
    asked = "U: Bring the trays to the kitchen, open the window and turn off the radio."
    assert len(standing(f"{asked} / A: {words}")) == count


@pytest.mark.parametrize(
    ("words", "expected"),
    [("On second thoughts, I'd rather go alone.", []), ("I'd rather go by train.", ["FOLLOW for user"])],
)
def test_who_goes_alone_is_not_followed(words, expected):
    assert standing(f"U: Come with me. / A: Okay, I'm coming with you. / U: {words}") == expected


@pytest.mark.parametrize("remark", ["He did look a little impatient.", "I am a bit busy.", "That took its time."])
def test_a_remark_names_no_thing(remark):
    talk = f"U: Take the torque wrench to Ivan. / A: I'm taking it to Ivan. / A: {remark}"
    assert standing(f"{talk} / U: Take it to Lucia instead.") == ["BRING_OBJECT torque wrench for Lucia"]


_DRINK = "U: Bring me a glass of water. / A: On my way."
_LED = "U: Take my sister to the lobby. / A: I'll take her there."


@pytest.mark.parametrize(
    ("talk", "expected"),
    [
        (f"{_DRINK} / U: Oh, look, Ella's just come in with a glass for me.", []),
        (f"{_DRINK} / U: Ella brought me one.", []),
        (f"{_DRINK} / U: He's bringing it now.", ["BRING_OBJECT glass of water for user"]),
        ("U: Turn on the fan. / A: Okay. / U: Somebody has turned it on already.", []),
        ("U: Look for my keys. / A: Okay. / U: Tom's just found them in his pocket.", []),
        ("U: Look for my keys. / A: Okay. / U: The keys were in my coat the whole time.", []),
        ("U: Take the box to Anna. / A: Okay. / U: She's just come by and picked it up herself.", []),
        ("U: Take the box to Anna. / A: Okay. / U: She's left for the day.", []),
        ("U: Take the box to Anna. / A: Okay. / U: She's been waiting for it.", ["BRING_OBJECT box for Anna"]),
        (f"{_LED} / U: Well, now she tells me she's staying for supper.", []),
        (f"{_LED} / U: She knows the way.", []),
        (f"{_LED} / U: She told me she wants to go home soon.", ["GUIDE to lobby for sister"]),
        (f"{_LED} / U: She's waiting until you come.", ["GUIDE to lobby for sister"]),
        ("U: Close the curtains. / A: Okay. / U: It's perfect like this.", []),
        ("U: Take the scarf to Anna. / A: Okay. / U: She doesn't need it.", []),
        ("U: Take the scarf to Anna. / A: Okay. / U: She needs it.", ["BRING_OBJECT scarf for Anna"]),
        ("U: Take the letter to Mr Brown. / A: Okay. / U: He checked out this morning.", []),
        ("U: Fetch Dad. / A: Okay. / U: He's just come in.", []),
        ("U: Fetch Dad. / A: Okay. / U: He's in the garden.", ["GUIDE to user for Dad"]),
        (f"{_DRINK} / U: I'm no longer thirsty.", []),
        (f"{_DRINK} / U: I'm so thirsty.", ["BRING_OBJECT glass of water for user"]),
        ("U: Bring me my glasses. / A: Okay. / U: They're on my nose.", []),
        ("U: Bring me my keys. / A: Okay. / U: They're in my bag.", ["BRING_OBJECT keys for user"]),
    ],
)
def test_what_has_come_about(talk, expected):
    assert standing(talk) == expected


_TWO_ASKED = "U: Bring me the book. / A: Sure. / U: And bring me a cup. / A: Sure."


@pytest.mark.parametrize(
    ("talk", "expected"),
    [
        (f"{_TWO_ASKED} / A: I can't reach the book.", ["BRING_OBJECT cup for user"]),
        (f"{_TWO_ASKED} / A: I can't reach the cup.", ["BRING_OBJECT book for user"]),
        ("U: Bring me the milk and the biscuits. / A: Sure. / U: No biscuits please.", ["BRING_OBJECT milk for user"]),
        ("U: Bring me some water. / A: Sure. / U: No ice, please.", ["BRING_OBJECT water for user"]),
        ("U: Bring me some tea. / A: Sure. / U: It's a holiday we need.", ["BRING_OBJECT tea for user"]),
        ("U: Bring me the pen. / A: Sure. / U: I misread the label.", ["BRING_OBJECT pen for user"]),
        ("U: Turn on the kitchen light. / A: Sure. / U: No, the hall.", ["SWITCH_ON hall light"]),
        (f"{_ROOM} / U: Not 310, 301.", ["BRING_OBJECT flowers to room 301"]),
        ("U: Bring the letter to Mr Brown. / A: Sure. / U: Sorry, room ten.", ["BRING_OBJECT letter to room ten"]),
        ("U: Take the guests out. / A: Sure. / U: One of the guests has left.", ["GUIDE to outside for guests"]),
    ],
)
def test_what_is_meant_alone_changes(talk, expected):
    assert standing(talk) == expected


_WATER = "U: Bring me some water. / A: Sure."
_ALL = "U: Bring me the cups, plates and bowls. / A: Sure."
_PARENTS = "U: My parents have arrived. / U: Take them to the garden."


@pytest.mark.parametrize(
    ("talk", "expected"),
    [
        (f"{_WATER} / U: And a coffee for Anna. / A: Sure.", "BRING_OBJECT coffee for Anna"),
        (f"{_WATER} / U: And the newspaper to Dad. / A: Sure.", "BRING_OBJECT newspaper for Dad"),
        ("U: Take the guests out. / A: Sure. / U: And the wine too. / A: Sure.", "BRING_OBJECT wine to outside"),
        ("U: Fetch Dad. / A: Sure. / U: And Mum. / A: Sure.", "GUIDE to user for Mum"),
        ("U: Close the bedroom window. / A: Sure. / U: And in the kitchen. / A: Sure.", "CLOSE kitchen window"),
    ],
)
def test_what_is_wanted_besides(talk, expected):
    first, second = standing(talk)
    assert second == expected and first != expected


@pytest.mark.parametrize(
    ("talk", "expected"),
    [
        (f"{_ALL} / U: Only the plates.", ["BRING_OBJECT plates for user"]),
        (f"{_WATER} / U: Tom's made me one already.", []),
        (f"{_WATER} / U: Oh no, the cat!", ["BRING_OBJECT water for user"]),
        (f"{_WATER} / U: After lunch, please.", ["BRING_OBJECT water for user"]),
        ("U: Bring me some tea. / A: Sure. / U: Make it strong.", ["BRING_OBJECT strong tea for user"]),
        (f"{_PARENTS} / A: I'll take them to the garden.", ["GUIDE to garden for parents"]),
    ],
)
def test_what_is_left(talk, expected):
    assert standing(talk) == expected

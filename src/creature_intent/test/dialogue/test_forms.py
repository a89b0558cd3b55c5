"""Ways of asking, promising, agreeing, refusing, putting right and taking back, each with every kind of task.

A form that is understood of one task is to be understood of all: what fails of these is a hole in a rule, not a word
that is missing.
"""

from typing import NamedTuple

import pytest
from dialogue_goals import goals_of


class Task(NamedTuple):
    """A task in the words of who asks for it, of who does it, and as the goal that comes of it."""

    asked: str
    promised: str
    doing: str
    did: str
    goal: tuple[str, ...]


TASKS = (
    Task("bring me the red cup", "bring you the red cup", "bringing you the red cup", "brought me the red cup",
         ("BRING_OBJECT", "red cup", "user")),
    Task("put the book on the shelf", "put the book on the shelf", "putting the book on the shelf",
         "put the book on the shelf", ("PLACE_OBJECT", "book", "shelf")),
    Task("pick up the towel", "pick up the towel", "picking up the towel", "picked up the towel",
         ("GRAB_OBJECT", "towel")),
    Task("turn off the lamp", "turn off the lamp", "turning off the lamp", "turned off the lamp",
         ("SWITCH_OFF", "lamp")),
    Task("turn the heater on", "turn the heater on", "turning the heater on", "turned the heater on",
         ("SWITCH_ON", "heater")),
    Task("open the window", "open the window", "opening the window", "opened the window", ("OPEN", "window")),
    Task("close the curtains", "close the curtains", "closing the curtains", "closed the curtains",
         ("CLOSE", "curtains")),
    Task("bring the box from the hall to the office", "bring the box from the hall to the office",
         "bringing the box from the hall to the office", "brought the box from the hall to the office",
         ("BRING_OBJECT", "box", "hall", "office")),
)  # fmt: skip
ASKED = (
    "{}.", "please {}.", "{}, please.", "can you {}?", "could you please {}?", "would you {}?", "will you {}?",
    "would you mind {doing}?", "I want you to {}.", "I'd like you to {}.", "you can {} now.", "why don't you {}?",
    "how about {doing}?", "go ahead and {}.", "would you be so kind as to {}?", "would you be able to {}?",
    "do you think you could {}?", "is it possible for you to {}?", "could I ask you to {}?", "can I get you to {}?",
    "I was wondering if you could {}.", "it would be great if you could {}.", "if you don't mind, {}.",
    "first of all, {}.", "see if you can {}.", "is there any chance you could {}?", "would it be okay if you {did}?",
    "I'd appreciate it if you {did}.", "do me a favor and {}.", "it's time you {did}.", "your next task is to {}.",
    "any chance you could {}?", "mind {doing}?", "{}, would you?", "{} when you get a chance.", "if possible, {}.",
    "what I need is for you to {}.", "while you're at it, {}.", "excuse me, can you {}?", "kindly {}.",
)  # fmt: skip
PROMISED = (
    "I'll {}.", "sure, I'll {}.", "I'm {doing} now.", "{doing} now.", "let me {}.", "I'm going to {}.",
    "I'm about to {}.", "I'll go and {}.", "alright, {doing}.", "happy to {}.", "I'm on my way to {}.",
    "on my way to {}.", "time to {}.", "I'll start {doing}.", "watch me {}.", "allow me to {}.", "I'm off to {}.",
    "as you wish, I'll {}.", "as you wish I'll {}", "I'll do that, I'll {}.", "I'll do that I'll {}",
    "here I go, {doing}.", "here I go {doing}", "give me a moment to {}.",
)  # fmt: skip
REASONS = (
    "my back hurts", "the sun is blinding me", "I'm tired", "my hands are full", "somebody is at the door",
    "dinner is ready", "the baby is asleep", "the doctor is here", "my mother is coming", "the meeting starts soon",
    "the floor is wet", "I'm in a hurry", "it's getting late", "the kids are home", "I have a headache",
)  # fmt: skip
TAILS = (
    "please", "thanks a lot", "love", "would you", "if you don't mind", "when you get a chance", "right now", "alright",
    "that's all", "no rush", "as soon as possible", "if it's not too much trouble", "it's urgent", "take your time",
    "before it rains",
)  # fmt: skip
MARKED_TAILS = (*TAILS, "don't forget", "thank you very much", "one more time")
AROUND_A_PROMISE = (
    "Thanks for telling me, {}.", "I heard you, {}.", "It's getting dark, {}.", "I'm sorry to hear that, {}.",
    "{}, so please step aside.", "{}, be right back.", "{}, it won't take long.", "{} because it's late.",
    "{}, hold on.",
)  # fmt: skip
NO_REQUEST = (
    "I can't {}.", "don't {}.", "please don't {}.", "I {did} yesterday.", "she {did}.", "they want to {}.",
    "she told me to {}.", "I had to {}.", "should I {}?", "did you {}?", "what if you {did}?", "I used to {}.",
    "somebody should {} one day.", "I'm glad you didn't {}.", "why did you {}?", "who {did}?", "I hate {doing}.",
    "he said \"{}\".", "I wish she would {}.", "you don't have to {}.", "thanks for {doing}.", "I'll {} myself.",
    "once, a robot refused to {}.", "nobody wants to {}.", "I'd rather not {}.", "tomorrow you can {}.",
)  # fmt: skip
NO_PROMISE = (
    "I can't {}.", "I won't {}.", "I'm sorry, I can't {}.", "should I {}?", "do you want me to {}?", "I {did} already.",
    "you asked me to {}.", "if I {did}, it would be late.", "I used to {}.", "I'm not going to {}.",
    "I wish I could {}.", "you could {}.", "I might {} some day.", "why would I {}?", "tomorrow I'll {}.",
    "I'd love to {}, but my arm is broken.", "he will {}.", "I have never {did}.", "I refuse to {}.",
)  # fmt: skip
AGREED = (
    "Sure.", "On it.", "Right away.", "Will do.", "Yes, of course.", "No problem.", "You got it.", "Happy to.",
    "I'll do that.", "Yes, I can.", "Just a second.", "As you wish.", "Roger that.", "Aye aye.", "My pleasure.",
    "Mhm.", "Here I go.", "Totally.", "I'll see to it.", "Okay, hold on.",
    "Okie dokie.", "Okey-doke!", "Let me take care of that.", "Let me get on that.", "I'll get on that.",
    "It's no bother.",
    "That's no trouble at all.", "I can help with that.", "Won't be a minute.", "It won't take long.", "Affirmative.",
    "Sure, give me a minute.", "I'd be delighted.", "Yes ma'am.", "I'm on my way.", "Consider it done.", "Noted.",
    "Your wish is my command.", "Okay, fine.", "Hmm, okay.", "Already on it.", "I'll be quick.", "Let's do it.",
)  # fmt: skip
REFUSED = (
    "Sorry, no.", "I can't do that.", "I'm afraid I can't.", "No way.", "I'd rather not.", "Maybe later.",
    "I'm not allowed to.", "I don't know how.", "Unfortunately I can't do that.", "I must decline.", "Why should I?",
    "Do it yourself.", "I would, but I can't.", "Which one?", "What do you mean?", "Are you sure?", "Let me think.",
    "I wish I could.", "It's already done.", "I already did.", "Good one.", "Nice try.", "Only if you say please.",
    "Over my dead body.", "Not going to happen.", "I'm just a voice.", "As a language model, I can't do that.",
    "That would be dangerous.", "My battery is low.", "I'm in the middle of something.", "You can do that yourself.",
    "Somebody else should do that.", "I was told not to.", "I can't promise that.", "We'll see.", "I'm not sure I can.",
    "I don't have arms.", "I thought you wanted tea.", "Say please.", "In an hour.", "I didn't catch that.",
)  # fmt: skip
TAKEN_BACK = (
    "never mind", "stop", "actually, never mind", "forget it", "forget about it", "cancel that", "cancel", "abort",
    "I changed my mind", "not now", "that's enough", "ignore that", "scratch that", "skip it", "okay stop now",
    "hang on, cancel that", "actually no",
)  # fmt: skip
JOINED = (", ", ", no, ", ", oh wait, ", " ", " no ")
OFFERS = (
    ("Should I bring you the cup?", ("BRING_OBJECT", "cup", "user")),
    ("Do you want me to open the window?", ("OPEN", "window")),
    ("Would you like me to turn on the lamp?", ("SWITCH_ON", "lamp")),
    ("I could close the curtains if you like.", ("CLOSE", "curtains")),
)
TAKEN_UP = (
    "Yes, please.", "Oh, yes please.", "Oh, go on then.", "Please do.", "Thank you, yes.", "Right, do it.",
    "Let's do that.", "Perfect.", "Sounds good.", "That's kind of you.", "Uh-huh.", "Very much so.", "Why not.",
    "Alright.", "Certainly.", "Go for it.", "If it's no trouble.", "Great idea.", "Lovely.", "Brilliant.", "Yes I do.",
    "I would, yes.", "You should, yes.", "That's what I need.", "Indeed.", "Totally.", "For sure.", "I guess so.",
    "Yes, I think so.", "Might as well.", "Okay, good.", "How kind of you.", "Ah yes, good thinking.",
    "Yes, but be careful.", "Yes, it's cold in here.", "Yes, I'm thirsty.",
)  # fmt: skip
DECLINED = (
    "No, thanks.", "Don't.", "I'm fine.", "No need.", "Maybe later.", "Better not.", "That won't be necessary.",
    "What?",
    "I don't think so.", "Thanks, but no thanks.", "You're sweet, but no.", "Of course not.", "I can manage.", "Why?",
    "I already have one.", "I'd rather you didn't.", "Ask me later.", "Let me think about it.", "Leave me alone.",
    "Are you able to do that?", "Yes, but not now.", "Yes, I can do it myself.", "I'm not sure.", "Good one.",
)  # fmt: skip
PUT_RIGHT = (
    "No, {}.", "I meant {}.", "Sorry, {}.", "Not that, {}.", "Wait, {}.", "Make that {}.", "Actually make it {}.",
    "{} instead.", "Hmm, {} rather.", "Oops, {}.", "I said {}.", "Or rather {}.", "I'd rather have {}.",
)  # fmt: skip
NOTHING = ([], ["cancel"])


def said(form: str, deed: str, doing: str, did: str) -> str:
    """A form with a task in it, as a sentence."""
    words = form.format(deed, doing=doing, did=did)
    return words[0].upper() + words[1:]


def asking(form: str, task: Task) -> str:
    return said(form, task.asked, task.doing.replace(" you ", " me "), task.did)


def promising(form: str, task: Task) -> str:
    return said(form, task.promised, task.doing, task.did.replace(" me ", " you "))


@pytest.mark.parametrize("form", ASKED)
def test_it_is_asked_for(form):
    for task in TASKS:
        assert goals_of(f"U: {asking(form, task)}", "A: Sure.") == [task.goal], task.asked


@pytest.mark.parametrize("reason", REASONS)
@pytest.mark.parametrize("form", ["{}, {}.", "{} because {}", "{}, because {}.", "{}. {}."])
def test_it_is_asked_for_with_a_reason(form, reason):
    for task in TASKS:
        after = form.format(task.asked, reason)
        assert goals_of(f"U: {after}", "A: Sure.") == [task.goal], after
        if "because" not in form:
            before = form.format(reason, task.asked)
            assert goals_of(f"U: {before}", "A: Sure.") == [task.goal], before


@pytest.mark.parametrize("tail", [*(f", {tail}" for tail in MARKED_TAILS), *(f" {tail}" for tail in TAILS)])
def test_it_is_asked_for_with_something_after_it(tail):
    for task in TASKS:
        assert goals_of(f"U: {task.asked}{tail}", "A: Sure.") == [task.goal], task.asked


@pytest.mark.parametrize("form", NO_REQUEST)
def test_it_is_only_talked_about(form):
    for task in TASKS:
        assert goals_of(f"U: {asking(form, task)}", "A: Sure.") == [], task.asked


@pytest.mark.parametrize("form", PROMISED)
def test_it_is_promised(form):
    for task in TASKS:
        assert goals_of(f"A: {promising(form, task)}") == [task.goal], task.asked


@pytest.mark.parametrize("form", NO_PROMISE)
def test_it_is_not_promised(form):
    for task in TASKS:
        assert goals_of(f"A: {promising(form, task)}") == [], task.asked


@pytest.mark.parametrize("answer", AGREED)
def test_it_is_agreed_to(answer):
    for task in TASKS:
        assert goals_of(f"U: {asking('{}.', task)}", f"A: {answer}") == [task.goal], task.asked


@pytest.mark.parametrize("answer", REFUSED)
def test_it_is_not_agreed_to(answer):
    for task in TASKS:
        assert goals_of(f"U: {asking('{}.', task)}", f"A: {answer}") == [], task.asked


@pytest.mark.parametrize("joined", JOINED)
@pytest.mark.parametrize("words", TAKEN_BACK)
def test_it_is_taken_back_in_the_same_breath(words, joined):
    for task in TASKS:
        sentence = f"{task.asked}{joined}{words}"
        heard = sentence if "," in joined else sentence.replace(",", "")
        assert goals_of(f"U: {heard}", "A: Okay.") in NOTHING, task.asked


@pytest.mark.parametrize(("offer", "goal"), OFFERS)
def test_an_offer_is_taken_up_or_not(offer, goal):
    for answer in TAKEN_UP:
        assert goals_of(f"A: {offer}", f"U: {answer}") == [goal], answer
    for answer in DECLINED:
        assert goals_of(f"A: {offer}", f"U: {answer}", "A: Okay.") in NOTHING, answer


@pytest.mark.parametrize("form", PUT_RIGHT)
@pytest.mark.parametrize("answer", ["", "A: Sure.", "A: I'll bring you the red cup."])
def test_it_is_put_right_in_the_next_turn(form, answer):
    words = said(form, "the blue one", "", "")
    turns = ["U: Bring me the red cup.", *filter(None, [answer]), f"U: {words}", "A: Okay, sure."]
    assert goals_of(*turns)[-1] == ("BRING_OBJECT", "blue cup", "user")


@pytest.mark.parametrize(
    ("words", "goal"),
    [
        ("Bring the cup to the table, just leave it.", ("BRING_OBJECT", "cup", "table")),
        ("Take me to the taxi stop please.", ("GUIDE", "taxi stop", "user")),
        ("Put the peas in the deep freeze.", ("PLACE_OBJECT", "peas", "deep freeze")),
        ("Bring me the cup, no need to hurry.", ("BRING_OBJECT", "cup", "user")),
    ],
)
def test_what_only_sounds_as_if_it_took_back(words, goal):
    assert goals_of(f"U: {words}", "A: Sure.") == [goal]


def test_words_that_end_in_the_air_are_no_task():
    assert goals_of("U: Hold I not.", "A: I'll hold I not") == []


@pytest.mark.parametrize("around", AROUND_A_PROMISE)
def test_it_is_promised_with_something_around_it(around):
    for task in TASKS:
        words = around.format(f"I'll {task.promised}")
        assert goals_of(f"A: {words}") == [task.goal], words

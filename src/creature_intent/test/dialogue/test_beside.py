"""What is said before and after a command or a promise without a comma, as recognisers write it: it changes nothing."""

from __future__ import annotations

import pytest

from creature_intent.config import IntentConfig
from creature_intent.dialogue.watcher import Watcher
from creature_intent.grammar.rulebook_file import load
from creature_intent.grammar.triggers import EVERY
from creature_intent.tokens import Speaker, Token

ASKED = {
    "bring me the tape": ("BRING_OBJECT", "tape", "", "user"),
    "put the tape on the shelf": ("PLACE_OBJECT", "tape", "shelf", ""),
    "open the window": ("OPEN", "window", "", ""),
    "follow me": ("FOLLOW", "", "", "user"),
    "go to the kitchen": ("MOVE_TO", "", "kitchen", ""),
    "find my keys": ("SEARCH", "keys", "", ""),
}
PROMISED = {
    "I'll bring you the tape": ("BRING_OBJECT", "tape", "", "user"),
    "I'm putting the tape on the shelf": ("PLACE_OBJECT", "tape", "shelf", ""),
    "Let me open the window": ("OPEN", "window", "", ""),
    "I'm going to the kitchen": ("MOVE_TO", "", "kitchen", ""),
}
BEFORE = (
    "hey there", "um so", "okay so", "real quick", "one more thing", "next thing", "first of all", "second",
    "when you can", "if you don't mind", "before anything else", "before I forget", "while I remember",
    "as soon as you can", "on your way back", "while you're up", "you know what", "excuse me", "my bad", "oh my",
    "hang on", "hold on", "one sec", "let me think", "I suppose", "speaking of which", "be a dear and",
    "do me a favour and", "help me out here", "I'd love it if you could", "do you reckon you could",
    "is there any way you could", "your job is to", "I'm gonna ask you to", "make sure to",
)  # fmt: skip
AFTER = (
    "actually", "honestly", "really", "to be honest", "in fact", "for once", "for a change", "for now", "this time",
    "this minute", "like right now", "hurry up", "come on", "real careful", "super carefully", "ever so gently",
    "dude", "bro", "hon", "champ", "little robot", "that's a good robot", "thanks mate", "much appreciated",
    "I'd appreciate it", "pretty please", "I guess", "I reckon", "or something", "or whatever", "just in case",
    "as usual", "meanwhile", "in the meantime", "finally", "at your convenience", "and that's it", "and nothing else",
    "if there's any left", "if we have any", "wherever it is", "from where it usually is", "if you would", "today",
)  # fmt: skip
OWN_AFTER = (
    "right on it", "here I go", "in a heartbeat", "as quick as I can", "bear with me", "give me a second",
    "let me see", "super carefully", "actually", "gladly", "definitely", "personally", "no doubt", "hopefully",
    "all by myself", "without a sound", "yay", "haha", "how exciting", "sounds good", "understood", "got it", "next",
)  # fmt: skip


def acts(who: Speaker, words: str) -> list[tuple[str, ...]]:
    """Intent, object, destination and recipient of what is acted on."""
    heard = Watcher(IntentConfig()).feed(Token(0, 0, who, words, True), 0.0)
    found = [one.publish for one in heard.decisions if one.publish and one.publish.tier.value == "act"]
    return [(act.intent, act.slots.object, act.slots.destination, act.slots.recipient) for act in found]


def understood(who, table, form):
    """Those of the table that are not understood in this form."""
    talks = {form.format(words): goal for words, goal in table.items()}
    return {talk for talk, goal in talks.items() if acts(who, talk) != [goal]}


@pytest.mark.parametrize("before", BEFORE)
def test_before_a_command(before):
    table = {words: goal for words, goal in ASKED.items() if words != "go to the kitchen"}  # As after "help me".
    assert understood(Speaker.USER, table, before.capitalize() + " {}") == set()


@pytest.mark.parametrize("after", AFTER)
def test_after_a_command(after):
    assert understood(Speaker.USER, ASKED, f"{{}} {after}") == set()


@pytest.mark.parametrize("after", OWN_AFTER)
def test_after_a_promise(after):
    assert understood(Speaker.AGENT, PROMISED, f"{{}} {after}") == set()


def test_what_is_put_off_stays_so():
    assert acts(Speaker.USER, "Bring me the tape today") == [ASKED["bring me the tape"]]
    assert acts(Speaker.USER, "Bring me the tape later today") == []


def test_asides_are_looked_for_only_where_their_words_are():
    assert all(aside.words is not EVERY for aside in load().beside.values())

"""Which words end everything, whether or not anything is being done, and which end only what there is."""

from __future__ import annotations

import pytest

from creature_intent.acts import SWITCH_OFF, Tier
from creature_intent.config import IntentConfig
from creature_intent.dialogue.safety_words import is_safety
from creature_intent.dialogue.watcher import Watcher
from creature_intent.tokens import Speaker, Token

SAFETY = (
    "Stop!", "Stop, please.", "please just stop", "Robbie, stop!", "Robbie stop!", "robbie stop", "computer freeze",
    "Hey robot, freeze!", "Let go of my arm.", "no no stop", "That hurts, stop!", "Can you stop, please?", "Halt!",
    "I said stop!", "Don't move.", "Don\u2019t move a muscle", "You can stop now.", "Hold it right there!",
    "Stop moving your arm.", "Never mind, stop.", "Stand still.", "Put a stop to that.", "I want you to stop.",
    "Drop everything and stop.", "ouch stop that hurts", "what are you doing stop", "oh my god stop",
    "that hurts stop it", "take your hands off me", "you're crushing my hand let go of it", "Emergency!",
    "stop there's a child", "stop you're going to hit the lamp", "stop the dog is behind you", "Stop! Stop! The vase!",
    "stop that you're scaring the baby", "stop my fingers are in the drawer", "stop this isn't safe", "stop your arm",
    "STOP STOP YOU'RE CRUSHING MY FOOT", "stop before you break it", "stop or you'll fall", "stop no", "All stop!",
    "you're squeezing too hard stop", "too hard let go", "let go of grandma", "let go of the cat", "Nobody move!",
    "can't you just stop", "why won't you stop", "somebody stop it", "make it stop", "tell it to stop", "Full stop.",
    "You're hurting me!", "you are crushing my hand", "hey robot stop what are you doing", "stop wrong cup",
    "stop not that one", "stop a second", "get away from me", "put me down",
    "release my hand", "get this thing off me", "don't you dare move",
)  # fmt: skip
SOFT = (
    "Wait a minute.", "Hold on.", "Never mind.", "Don't bother.", "Forget it.", "That's enough.", "Wait!", "Hang on.",
    "Don't do that.", "Cancel that.", "Never mind that, I'll take care of it.",
)  # fmt: skip
TALK = (
    "Bus stop.", "They stop.", "Never stop!", "Deep freeze.", "The rain will stop.", "Stop by the store.",
    "I'll let you know when I want you to stop.", "You should stop doing it.", "If it rains, stop.",
    "You must stop working and stay in bed.", "Get off at the next stop.", "Take your mind off it.",
    "make the fan stop please", "I can't let go of the past.",
    "It's too far to the next stop.", "We never made it to the stop.", "That was a hard stop.",
)  # fmt: skip
ASKED = ((Speaker.USER, "Could you bring me the red cup?"),)
PROMISED = (*ASKED, (Speaker.AGENT, "Sure, I'll bring you the red cup."))


def last(*turns, at_work=False):
    """The decisions on the last of the turns."""
    watcher, heard = Watcher(IntentConfig()), None
    watcher.policy.ask_also(lambda: at_work)
    for seq, (speaker, words) in enumerate(turns):
        heard = watcher.feed(Token(seq, 20 * seq, speaker, words, True), float(seq))
    return heard.decisions


@pytest.mark.parametrize("words", SAFETY)
def test_safety_words_are_known(words):
    assert is_safety(words.lower())


@pytest.mark.parametrize("words", [*SOFT, *TALK])
def test_others_are_none(words):
    assert not is_safety(words.lower())


@pytest.mark.parametrize("words", SAFETY)
def test_safety_words_act_where_nothing_is_known_to_be_done(words):
    decisions = last((Speaker.USER, words))
    assert any(one.cancel and one.safety and one.publish.tier == Tier.ACT for one in decisions)


@pytest.mark.parametrize("words", SOFT)
def test_softer_words_end_nothing_where_there_is_nothing(words):
    decisions = last((Speaker.USER, words))
    assert decisions and not any(one.cancel for one in decisions)
    assert all(
        one.publish.tier == Tier.SUGGEST and "nothing that it could end" in one.publish.reason for one in decisions
    )


@pytest.mark.parametrize("words", SOFT)
@pytest.mark.parametrize("before", [ASKED, PROMISED])
def test_softer_words_end_what_was_asked_for_or_is_being_done(before, words):
    decisions = last(*before, (Speaker.USER, words))
    assert any(one.cancel and one.publish.tier == Tier.ACT and not one.safety for one in decisions)


@pytest.mark.parametrize("words", SOFT)
def test_softer_words_end_what_began_without_a_goal_of_the_conversation(words):
    assert any(one.cancel for one in last((Speaker.USER, words), at_work=True))


@pytest.mark.parametrize(
    "words",
    [
        "Hold on a second.", "Hang on.", "One moment, please.", "Oh, there it is, I have it.",
        "I'll get it myself, thanks.", "That won't be necessary.", "Not so fast.", "I've found them.", "Maybe later.",
        "No wait dont the kids are asleep", "Leave it, my brother is here.", "Hold it, that's the wrong key!",
        "Actually, you can stay here, it's muddy outside.", "Too late, I've eaten.", "Let's not bother.",
        "That's far enough.", "It's fine the way it is.", "I've found them, they were here all along.",
        "You can wait here.", "I'll manage without it.", "No!", "Ouch!", "Ow, that hurts!", "Hold.", "Stand by.",
        "No need for that.", "Already done.", "It's too late now.", "Do it later.", "We'll do it another time.",
        "Some other time.", "Another time.", "Sorry, my mistake.", "That was a mistake.", "I didn't mean it.",
        "I was only joking.", "I said nothing.", "That's not what I meant.", "You misheard me.", "Don't leave.",
        "Abandon that.", "Screw it.", "Can we cancel that?", "I'd rather not.", "I think I don't need it after all.",
        "Better leave it.", "You know what, I'm good.",
    ],
)  # fmt: skip
def test_words_that_take_back_only_where_there_is_something(words):
    assert not any(one.cancel for one in last((Speaker.USER, words)))
    assert any(one.cancel for one in last(*PROMISED, (Speaker.USER, words)))
    assert any(one.cancel for one in last((Speaker.USER, words), at_work=True))


@pytest.mark.parametrize(
    "words",
    [
        "Stop talking.", "Please stop laughing.", "Watch out!", "Got it, and what is the time?",
        "A moment like this.", "Sure.", "I can do that.", "Don't drop it.", "Don't spill it.", "Don't be too long.",
        "It's too late for coffee.", "I don't mind.", "No.", "She told me to leave it.",
        "I can't stop thinking about it.", "They cancelled my flight.", "Later we could watch a movie.",
        "Stop by my office tomorrow.", "Don't forget the milk.", "It's already dark.",
    ],
)  # fmt: skip
def test_others_leave_what_is_being_done_alone(words):
    assert not any(one.cancel for one in last(*PROMISED, (Speaker.USER, words)))


@pytest.mark.parametrize("promise", ["On it.", "I'll get it for you.", "Okay, I'll do it."])
def test_a_promise_of_what_was_not_understood_can_be_taken_back_too(promise):
    turns = ((Speaker.USER, "Do the thing with the wotsit."), (Speaker.AGENT, promise), (Speaker.USER, "Never mind."))
    assert any(one.cancel for one in last(*turns))


@pytest.mark.parametrize("words", TALK)
def test_talk_of_stopping_ends_nothing(words):
    assert not any(one.cancel for one in last((Speaker.USER, words)))


@pytest.mark.parametrize(
    "words",
    [
        "Stop the washing machine, there is water coming out.",
        "could you stop the dryer it's leaking",
        "Stop the music.",
    ],
)
def test_a_machine_is_switched_off(words):
    (decision,) = last((Speaker.USER, words))
    assert decision.publish.intent == SWITCH_OFF and not decision.cancel


def test_what_is_asked_for_beside_a_safety_word_is_kept():
    decisions = last(*PROMISED, (Speaker.USER, "Stop, stop, bring me the plate."))
    assert decisions[0].safety and decisions[-1].publish.slots.object == "plate"


def test_safety_words_have_no_judge_in_their_path():
    class Judge:
        def judge(self, clue):
            raise AssertionError("the judge was asked about a safety word")

    watcher = Watcher(IntentConfig())
    watcher.rules.judge = Judge()
    (decision,) = watcher.feed(Token(0, 0, Speaker.USER, "Stop!", True), 0.0).decisions
    assert decision.cancel and decision.doubt is None


def test_a_defect_of_the_rules_costs_one_phrase_and_no_stop():
    def stumbles(_phrase):
        raise IndexError("a defect")

    told = []
    watcher = Watcher(IntentConfig(), lambda phrase, defect: told.append((phrase.text, str(defect))))
    watcher.rules.read = stumbles
    said = ((Speaker.USER, "Bring me the cup."), (Speaker.AGENT, "Stop!"), (Speaker.USER, "Stop! You'll drop it."))
    heard = [watcher.feed(Token(seq, 30 * seq, who, words, True), seq) for seq, (who, words) in enumerate(said)]
    assert [any(one.safety for one in each.decisions) for each in heard] == [False, False, True]
    assert ("Bring me the cup.", "a defect") in told
    watcher.on_defect = Watcher(IntentConfig()).on_defect
    with pytest.raises(IndexError):
        watcher.feed(Token(3, 100, Speaker.USER, "Bring me the cup.", True), 4.0)

"""The voice node is given words, silenced and made to begin anew."""

import pytest
from action_msgs.msg import GoalStatus
from creature_msgs.action import Say
from creature_msgs.msg import TextToken

pytestmark = pytest.mark.ros


def test_say_tells_what_was_spoken(start):
    rig, told = start().active(), []
    handle = rig.give("one two three", feedback=told)
    answer = rig.wait(handle.get_result_async(), "the result")
    assert answer.status == GoalStatus.STATUS_SUCCEEDED
    assert (answer.result.code, answer.result.spoken) == (Say.Result.SPOKEN, "one two three")
    assert told[0] == "one"


def test_say_can_be_canceled(start):
    rig = start().active()
    handle = rig.give(" ".join(["word"] * 100))
    rig.until(lambda: bool(rig.got["text"]), "the first word")
    canceled = rig.wait(handle.cancel_goal_async(), "the cancel's answer")
    assert len(canceled.goals_canceling) == 1
    answer = rig.wait(handle.get_result_async(), "the result")
    assert (answer.status, answer.result.code) == (GoalStatus.STATUS_CANCELED, Say.Result.CANCELED)
    assert 0 < len(answer.result.spoken.split()) < 100


def test_newer_words_may_interrupt(start):
    rig = start().active()
    first = rig.give(" ".join(["word"] * 100))
    second = rig.give("stop", Say.Goal.INTERRUPT)
    assert rig.wait(first.get_result_async(), "the first").result.code == Say.Result.INTERRUPTED
    assert rig.wait(second.get_result_async(), "the second").result.code == Say.Result.SPOKEN


def test_words_that_cannot_be_said_are_refused(start):
    rig = start().active()
    answer = rig.wait(rig.give("").get_result_async(), "the result")
    assert (answer.status, answer.result.code) == (GoalStatus.STATUS_ABORTED, Say.Result.REFUSED)
    assert not rig.give("one", policy=7).accepted


def test_muted_it_hears_and_is_silent_until_it_may_speak(start):
    rig = start().active()
    spoken = rig.give(" ".join(["word"] * 100))
    rig.until(lambda: bool(rig.got["text"]), "the first word")
    answer = rig.call("mute")
    assert (answer.success, answer.message) == (True, "the voice is muted")
    result = rig.wait(spoken.get_result_async(), "the end of what was being said").result
    assert (result.code, result.message) == (Say.Result.INTERRUPTED, "the voice is muted")
    assert rig.got["text"][-1].final
    later = rig.wait(rig.give("more").get_result_async(), "the refusal").result
    assert (later.code, later.message) == (Say.Result.REFUSED, "the voice is muted")
    rig.until(lambda: rig.got["state"][-1].muted and not rig.got["state"][-1].speaking, "a muted state")
    sent = len(rig.got["speech"])
    rig.hear(12)
    rig.until(lambda: any(one.speaker == TextToken.USER for one in rig.got["text"]), "what was heard")
    assert len(rig.got["speech"]) == sent
    rig.until(lambda: "muted" in rig.status("voice: loop").message, "the diagnostics")
    assert rig.call("unmute").success
    again = rig.wait(rig.give("again").get_result_async(), "the words after it").result
    assert again.code == Say.Result.SPOKEN
    assert not rig.got["state"][-1].muted
    assert [one.seq for one in rig.got["text"]] == list(range(len(rig.got["text"])))


def test_reset_cancels_what_is_being_said_and_closes_its_text(start):
    rig = start().active()
    spoken, waiting = rig.give(" ".join(["word"] * 100)), rig.give("and this")
    rig.until(lambda: len(rig.got["text"]) >= 2, "the first words")
    answer = rig.call("reset")
    assert (answer.success, answer.message) == (True, "the voice begins anew")
    results = [rig.wait(one.get_result_async(), "the end").result for one in (spoken, waiting)]
    assert [one.code for one in results] == [Say.Result.CANCELED] * 2
    rig.until(lambda: rig.got["text"][-1].final, "the end of the text")
    assert rig.wait(rig.give("hello").get_result_async(), "new words").result.code == Say.Result.SPOKEN
    rig.until(lambda: rig.got["text"][-1].piece == " hello", "the new word")
    assert [one.seq for one in rig.got["text"]] == list(range(len(rig.got["text"])))
    assert [one.final for one in rig.got["text"]][-2:] == [True, True]
    frames = [one.frame for one in rig.got["state"]]
    assert frames == sorted(set(frames))

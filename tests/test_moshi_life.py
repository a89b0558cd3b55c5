"""The whole creature with a Moshi for its voice, at the end of a life of five minutes beside the other tests."""

from __future__ import annotations

import pytest
from moshi_life import LIFE_S

pytestmark = [pytest.mark.system, pytest.mark.ros, pytest.mark.audio, pytest.mark.moshi]


def test_what_is_said_to_it_is_understood_though_it_does_not_mean_what_it_says(moshi_life, speech, tmp_path):
    moshi_life.wait_awake()
    requests = ["Could you pick up the red cup?", 4.0, "Bring me the book, please.", 4.0, "Could you open the door?"]
    report = moshi_life.creature.ask(speech.conversation([1.0, *requests, 6.0]), tmp_path / "report.json", "--quiet")
    assert "red cup" in report["heard"].lower()
    understood = {intent["intent"] for intent in report["intents"] if intent["kind"] == "REQUEST"}
    # Two of three: words that were misheard are no fault of the babbling.
    assert len(understood & {"GRAB_OBJECT", "BRING_OBJECT", "OPEN"}) >= 2, (report["heard"], report["intents"])
    assert report["tokens"]["gaps"] == 0
    assert report["frames"]["total"] > 0


def test_it_lives_for_five_minutes_and_its_face_moves_with_what_it_says(moshi_life):
    moshi_life.wait_old()
    witness, mouth, life = moshi_life.witness, moshi_life.mouth, moshi_life.creature
    alive = {process.pid for process in life.family()}
    witness.close()

    assert alive == moshi_life.nodes, life.said
    assert not witness.complaints
    assert witness.sequence == list(range(witness.sequence[0], witness.sequence[0] + len(witness.sequence)))
    assert len(witness.sequence) > 100, "it hardly said a word"
    # Every 80 ms a frame: handled, in its time or late, or counted as dropped.
    assert len(witness.frames) > 0
    assert (int(witness.loop["frames_total"]) + int(witness.loop["frames_dropped"])) * 0.08 > 0.95 * LIFE_S
    assert witness.spoke > 100
    assert "speaking" in witness.feelings
    assert max(mouth) > 0.2
    assert min(mouth) < 0.05
    assert life.interrupt() == 0, life.said

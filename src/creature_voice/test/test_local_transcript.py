"""What a person says, as text."""

import pytest

from creature_voice.engine import Speaker, TextEvent
from creature_voice.engines.local.decisions import Draft, Heard, Ignored, Onset, Resumed, Think, TurnEnd
from creature_voice.engines.local.transcript import Transcript


@pytest.fixture
def transcript() -> Transcript:
    return Transcript()


def user(piece: str, final: bool = False) -> TextEvent:
    return TextEvent(Speaker.USER, piece, final)


def test_a_turn_is_its_words_the_last_of_them_final(transcript):
    assert transcript.take(TurnEnd("Come here.", "Come here.", 0.2)) == [user(" Come"), user(" here.", True)]


def test_settled_words_come_first_and_a_turn_without_more_is_closed(transcript):
    assert transcript.take(Heard(1, "Come here")) == [user(" Come"), user(" here")]
    assert transcript.take(TurnEnd("", "Come here", 0.2)) == [user("", True)]


def test_words_on_which_drafts_agree_come_at_once_and_only_once(transcript):
    assert transcript.take(Draft("Come here and")) == []
    assert transcript.take(Draft("Come here at once")) == [user(" Come"), user(" here")]
    assert transcript.take(TurnEnd("Come here and sit down.", "", 0.2)) == [
        user(" and"),
        user(" sit"),
        user(" down.", True),
    ]
    assert transcript.take(TurnEnd("Come.", "", 0.2)) == [user(" Come.", True)]


def test_what_was_no_turn_after_all_is_closed_if_something_of_it_was_written(transcript):
    assert transcript.take(Ignored("noise")) == []
    transcript.take(Draft("Come here and"))
    transcript.take(Draft("Come here and"))
    assert transcript.take(Ignored("noise")) == [user("", True)]
    assert transcript.take(Ignored("noise")) == []


def test_everything_else_adds_no_text(transcript):
    for decision in (Onset(False), Resumed(), Think("Come")):
        assert transcript.take(decision) == []


def test_a_turn_of_no_words_leaves_no_trace(transcript):
    assert transcript.take(TurnEnd("", "", 0.2)) == []

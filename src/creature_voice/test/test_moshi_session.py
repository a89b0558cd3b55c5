"""When a Moshi starts afresh."""

import pytest

from creature_voice.engines.moshi.session import QUIET_S, SEEK_S, Reason, Session
from creature_voice.frame import FRAME_S

QUIET = round(QUIET_S / FRAME_S)
SEEK = round(SEEK_S / FRAME_S)


def steps(session, quiet, count):
    """Step until there is a reason; (steps taken, reason)."""
    for step in range(1, count + 1):
        reason = session.step(quiet)
        if reason is not None:
            return step, reason
    return count, None


def test_the_end_of_the_context_is_a_reason_whatever_happens():
    assert steps(Session(3000, 0.0), False, 4000) == (3000, Reason.LIMIT)


def test_ahead_of_it_a_silence_is_looked_for():
    session = Session(3000, 0.0)
    assert steps(session, True, 3000) == (3000 - SEEK, Reason.SILENCE)
    session.begin()
    assert steps(session, False, 2900) == (2900, None)
    assert steps(session, True, 100) == (QUIET, Reason.SILENCE)


def test_a_silence_too_short_is_none():
    session = Session(3000, 0.0)
    steps(session, False, 2900)
    assert steps(session, True, QUIET - 1) == (QUIET - 1, None)
    assert session.step(False) is None
    assert steps(session, True, QUIET - 1) == (QUIET - 1, None)


def test_a_short_context_is_looked_over_in_its_last_quarter():
    assert steps(Session(40, 0.0), True, 40) == (30, Reason.SILENCE)
    assert steps(Session(1, 0.0), False, 9) == (1, Reason.LIMIT)


def test_a_long_silence_ends_a_session_that_was_used():
    session = Session(3000, 8.0)
    assert steps(session, True, 500) == (500, None)
    session.step(False)
    assert steps(session, True, 500) == (100, Reason.LONG_SILENCE)
    session.begin()
    assert steps(session, True, 500) == (500, None)


@pytest.mark.parametrize("silence_s", [0.0, 100.0])
def test_or_does_not(silence_s):
    session = Session(3000, silence_s)
    session.step(False)
    assert steps(session, True, 1000) == (1000, None)


def test_restarts_are_counted_by_reason():
    session = Session(20, 0.0)
    for _ in range(2):
        steps(session, False, 20)
        session.begin()
    assert session.steps == 0
    assert session.restarts == {Reason.SILENCE: 0, Reason.LIMIT: 2, Reason.LONG_SILENCE: 0}

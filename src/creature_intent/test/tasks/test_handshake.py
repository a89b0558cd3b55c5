"""A server that is new is asked before it is believed to answer."""

from __future__ import annotations

from creature_intent.tasks.handshake import AGAIN_S, Handshake

OLD, NEW = frozenset({b"old"}), frozenset({b"new"})


class Asked:
    """Servers that a test lets answer, and a clock."""

    def __init__(self):
        self.now_s, self.open, self.questions = 0.0, True, []
        self.handshake = Handshake(self._ask, lambda: self.now_s)

    def _ask(self, answered):
        if self.open:
            self.questions.append(answered)
        return self.open


def test_it_is_done_once_the_server_has_answered():
    asked = Asked()
    assert not asked.handshake.is_done(OLD)
    asked.questions[0]()
    assert asked.handshake.is_done(OLD) and len(asked.questions) == 1


def test_one_that_joins_or_takes_the_place_is_asked_and_one_that_goes_changes_nothing():
    asked = Asked()
    asked.handshake.is_done(OLD)
    asked.questions[-1]()
    assert not asked.handshake.is_done(OLD | NEW) and len(asked.questions) == 2
    asked.questions[-1]()
    assert asked.handshake.is_done(OLD | NEW) and asked.handshake.is_done(NEW)
    assert not asked.handshake.is_done(frozenset({b"third"})) and len(asked.questions) == 3


def test_an_answer_tells_nothing_of_one_that_came_after_the_question():
    asked = Asked()
    asked.handshake.is_done(OLD)
    assert not asked.handshake.is_done(NEW)
    asked.questions[0]()
    assert not asked.handshake.is_done(NEW) and len(asked.questions) == 2


def test_it_asks_again_after_a_while_and_when_it_can():
    asked = Asked()
    asked.open = False
    assert not asked.handshake.is_done(OLD) and not asked.questions
    asked.open = True
    for _ in range(3):
        asked.handshake.is_done(OLD)
    assert len(asked.questions) == 1
    asked.now_s = AGAIN_S
    assert not asked.handshake.is_done(OLD) and len(asked.questions) == 2


def test_no_server_never_answers():
    asked = Asked()
    asked.handshake.is_done(frozenset())
    asked.questions[0]()
    assert not asked.handshake.is_done(frozenset())

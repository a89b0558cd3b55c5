"""On and off as spans."""

from creature_lab.loudness import Span
from creature_lab.spans import SpanLog


def test_spans_close_and_the_last_may_be_open():
    log = SpanLog()
    for on, at_s in ((False, 0.0), (True, 1.0), (True, 1.1), (False, 1.2), (False, 1.3), (True, 2.0), (True, 2.5)):
        log.add(on, at_s)
    assert log.spans == [Span(1.0, 1.2), Span(2.0, 2.5)]


def test_nothing_was_on():
    assert SpanLog().spans == []

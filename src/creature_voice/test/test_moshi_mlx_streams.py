"""The token streams of Moshi in MLX and their delays."""

from creature_voice.engines.moshi_mlx.streams import Streams, Whole

START, PADDING = 100, 99


def _run(steps, own_delays=(0, 1), user_delays=(0, 1)):
    """Inputs and whole frames of some steps: in step n the model gives text n and codes 10 n, 10 n + 1, ...; the user's
    are 1000 + 10 n, ..."""
    streams = Streams(own_delays, user_delays, START, PADDING)
    inputs, wholes = [], []
    for n in range(steps):
        inputs.append(streams.inputs([1000 + 10 * n + book for book in range(len(user_delays))]))
        wholes.append(streams.give(n, [10 * n + book for book in range(len(own_delays))]))
    return inputs, wholes


def test_the_first_step_sees_no_past():
    assert _run(1)[0] == [(START, [PADDING] * 4)]


def test_delayed_books_begin_later():
    assert _run(2)[0][1] == (0, [0, PADDING, 1010, PADDING])


def test_a_step_sees_what_was_given_and_what_is_heard_now():
    # Its own of the last step; the user's first book of this very step, the delayed one of the step before.
    assert _run(4)[0][3] == (2, [20, 21, 1030, 1021])


def test_a_frame_is_whole_when_its_last_book_was_given():
    assert _run(4)[1] == [None, Whole(0, (0, 11)), Whole(1, (10, 21)), Whole(2, (20, 31))]


def test_longer_delays():
    inputs, wholes = _run(5, own_delays=(0, 2), user_delays=(0, 2))
    assert inputs[4] == (3, [30, 31, 1040, 1021])
    assert wholes == [None, None, Whole(0, (0, 21)), Whole(1, (10, 31)), Whole(2, (20, 41))]


def test_begun_after_the_first_step():
    streams = Streams((0,), (0,), START, PADDING)
    assert not streams.begun
    streams.inputs([0])
    streams.give(0, [0])
    assert streams.begun

"""What waits to be played."""

import numpy as np

from creature_voice.engines.moshi_server.playback import PATIENCE_FRAMES, Playback
from creature_voice.engines.moshi_server.wire import PYTHON, RUST
from creature_voice.frame import FRAME_SAMPLES


def sound(number, loud=True):
    """A frame that tells which one it is."""
    return np.full(FRAME_SAMPLES, (0.1 if loud else 0.001) + number * 1e-6, np.float32)


def make(spare=0, most=6, dialect=PYTHON):
    return Playback(dialect, spare, most)


def number(played, loud=True):
    return None if played.frame is None else round((float(played.frame[0]) - (0.1 if loud else 0.001)) * 1e6)


def test_frames_are_played_in_order_whatever_their_parts():
    playback = make()
    stream = np.concatenate([sound(index) for index in range(4)])
    for part in np.split(stream, [960, 3000, 3001]):
        playback.put(part)
    assert [number(playback.take()) for _ in range(5)] == [0, 1, 2, 3, None]


def test_before_the_first_frame_silence_is_no_underrun_and_after_it_is():
    playback = make()
    assert not playback.take().underrun
    playback.put(sound(0))
    assert number(playback.take()) == 0
    assert playback.take().underrun
    playback.put(sound(1))
    assert number(playback.take()) == 1


def test_the_beginning_waits_for_the_spare_frames():
    playback = make(spare=2)
    taken = []
    for index in range(5):
        playback.put(sound(index))
        taken.append(number(playback.take()))
    assert taken == [None, None, 0, 1, 2]


def test_text_comes_with_the_sound_it_came_after():
    playback = make()
    playback.put(sound(0))
    playback.text(" one")
    playback.put(sound(1))
    playback.put(sound(2))
    playback.text(" three")
    assert [playback.take().pieces for _ in range(3)] == [(" one",), (), (" three",)]


def test_text_for_a_frame_that_was_played_already_comes_at_once():
    playback = make()
    playback.put(sound(0))
    playback.take()
    playback.text(" late")
    assert playback.take().pieces == (" late",)


def test_the_rust_servers_text_waits_for_its_sound():
    playback = make(dialect=RUST, most=10)
    for index in range(5):
        playback.put(sound(index))
        if index == 1:
            playback.text(" four")
    assert [playback.take().pieces for _ in range(5)] == [(), (), (), (" four",), ()]


def test_a_burst_beyond_the_most_is_skipped_to_its_end_and_loses_no_text():
    playback = make(spare=1, most=6)
    for index in range(10):
        playback.put(sound(index))
        playback.text(f" {index}")
    played = playback.take()
    assert (number(played), played.skipped) == (8, 8)
    assert "".join(played.pieces) == " 0 1 2 3 4 5 6 7 8"
    assert playback.waiting == 1


def test_a_short_burst_shrinks_at_quiet_frames_alone():
    playback = make(most=8)
    for index in range(6):
        playback.put(sound(index, loud=index < 2))
    played = [playback.take() for _ in range(4)]
    assert [one.skipped for one in played] == [0, 0, 1, 0]
    assert [number(one, loud=False) for one in played[2:]] == [3, 4]


def test_what_always_waits_longer_than_it_must_is_given_back_in_a_quiet_frame():
    playback = make()
    playback.put(sound(0, loud=False))
    skipped = 0
    for index in range(PATIENCE_FRAMES + 5):
        playback.put(sound(index, loud=False))
        skipped += playback.take().skipped
    assert (skipped, playback.waiting) == (1, 0)


def test_an_uneven_link_keeps_the_room_that_it_needs():
    playback = make()
    underruns = skipped = 0
    for index in range(4 * PATIENCE_FRAMES):
        # Every other frame comes too late, together with the next.
        if index % 2:
            playback.put(sound(index, loud=False))
            playback.put(sound(index, loud=False))
        played = playback.take()
        underruns += played.underrun
        skipped += played.skipped
    assert (underruns, skipped) == (0, 0)


def test_a_flood_does_not_fill_the_memory_and_is_counted():
    playback = make(most=6)
    for index in range(1000):
        playback.put(sound(index))
        playback.text("x")
    assert playback.waiting <= 12
    played = playback.take()
    assert (number(played), played.skipped) == (999, 999)

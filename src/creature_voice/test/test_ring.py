"""Sound on its way to a speaker."""

import numpy as np

from creature_voice.sinks.ring import ENOUGH_FRAMES, MOST_FRAMES, PlayRing


def frame(value: float) -> np.ndarray:
    return np.full(1920, value, np.float32)


def test_frames_come_out_in_blocks_without_a_seam():
    ring = PlayRing()
    sound = np.linspace(0.1, 1.0, 2 * 1920, dtype=np.float32)
    ring.write(sound[:1920])
    ring.write(sound[1920:])
    out = np.concatenate([ring.read(480) for _ in range(8)])
    assert np.array_equal(out, sound)
    assert ring.counts().underruns == 0


def test_missing_sound_is_silence_and_one_underrun_until_sound_comes_again():
    ring = PlayRing()
    ring.write(frame(0.5))
    block = ring.read(3000)
    assert block[:1920].all()
    assert not block[1920:].any()
    ring.read(480)
    assert ring.counts().underruns == 1
    ring.write(frame(0.5))
    ring.read(1920)
    ring.read(480)
    assert ring.counts().underruns == 2


def test_waiting_for_the_first_sound_is_no_underrun():
    ring = PlayRing()
    assert not ring.read(480).any()
    assert ring.counts().underruns == 0


def test_it_never_holds_more_than_it_may():
    ring = PlayRing()
    for number in range(MOST_FRAMES + 2):
        ring.write(frame((number + 1) / 10))
    assert ring.counts().dropped == 2
    assert ring.read(1)[0] == np.float32(0.3)


def test_quiet_frames_are_left_out_while_enough_are_waiting():
    ring = PlayRing()
    for _ in range(ENOUGH_FRAMES):
        ring.write(frame(0.5))
    ring.write(frame(0.0))
    ring.write(frame(0.7))
    ring.read(ENOUGH_FRAMES * 1920)
    assert ring.read(1)[0] == np.float32(0.7)
    assert ring.counts().dropped == 0

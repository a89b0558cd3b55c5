"""The energy gate before the speech model."""

import numpy as np
import pytest

from creature_voice.engines.local.detector import HOP_SAMPLES, Detector


class Model:
    def __init__(self):
        self.hops = []

    def __call__(self, hop):
        self.hops.append(float(hop[0]))
        return 0.9


def hop(level):
    return np.full(HOP_SAMPLES, level, np.float32)


@pytest.fixture
def model():
    return Model()


@pytest.fixture
def detector(model):
    return Detector(model, gate_db=-60.0)


def test_silence_costs_nothing(model, detector):
    assert [detector.probability(hop(level), False) for level in (0.0, 1e-5, 9e-4) * 50] == [0.0] * 150
    assert model.hops == []


def test_sound_is_asked_about_with_what_came_before_it(model, detector):
    for level in (0.0001, 0.0002, 0.0003, 0.0004, 0.0005):
        detector.probability(hop(level), False)
    assert detector.probability(hop(0.1), False) == 0.9
    assert model.hops == pytest.approx([0.0002, 0.0003, 0.0004, 0.0005, 0.1])


def test_the_gate_stays_open_for_a_while(model, detector):
    detector.probability(hop(0.1), False)
    asked = sum(detector.probability(hop(0.0), False) > 0 for _ in range(100))
    assert 10 < asked < 40


def test_in_a_turn_quiet_sound_is_asked_about_as_well(model, detector):
    detector.probability(hop(0.1), True)
    assert all(detector.probability(hop(0.0), True) == 0.9 for _ in range(100))


def test_the_steady_noise_of_a_room_becomes_silence_but_speech_in_it_does_not(model, detector):
    for _ in range(2000):
        detector.probability(hop(0.005), False)
    model.hops.clear()
    for _ in range(100):
        detector.probability(hop(0.005), False)
    assert model.hops == []
    assert detector.probability(hop(0.05), False) == 0.9


def test_a_loud_room_never_closes_the_gate(model, detector):
    for _ in range(3000):
        detector.probability(hop(0.1), False)
    assert detector.probability(hop(0.1), False) == 0.9


def test_reset_forgets_the_room():
    detector = Detector(lambda hop: 0.9, -60.0)
    noise = np.full(HOP_SAMPLES, 0.005, np.float32)
    for _ in range(2000):
        detector.probability(noise, False)
    assert detector.probability(noise, False) == 0.0
    detector.reset()
    assert detector.probability(noise, False) == 0.9

"""Loudness, and where the speech in a recording is."""

import numpy as np
import pytest

from creature_lab.loudness import FLOOR_DB, audible_from_s, levels_db, speech_spans

RATE_HZ = 24_000


def sound(*parts):
    """(seconds, amplitude) each as a tone."""
    t = [np.arange(round(seconds * RATE_HZ)) / RATE_HZ for seconds, _ in parts]
    waves = [amplitude * np.sin(2 * np.pi * 200 * times) for times, (_, amplitude) in zip(t, parts, strict=True)]
    return np.concatenate(waves).astype(np.float32)


def test_level_of_a_full_scale_square_wave_is_zero():
    assert levels_db(np.ones(480, np.float32)) == pytest.approx([0.0, 0.0])
    assert levels_db(np.zeros(240, np.float32)) == pytest.approx([FLOOR_DB])
    assert len(levels_db(np.zeros(241, np.float32))) == 2


def test_audible_from_the_first_loud_window():
    assert audible_from_s(sound((0.03, 0.0), (0.05, 0.2))) == pytest.approx(0.03)
    assert audible_from_s(sound((0.08, 0.001))) is None


def test_speech_is_found_between_pauses():
    spans = speech_spans(sound((0.5, 0.0), (0.6, 0.3), (0.4, 0.0), (0.3, 0.2), (0.5, 0.0)))
    assert [(round(span.start_s, 2), round(span.end_s, 2)) for span in spans] == [(0.5, 1.1), (1.5, 1.8)]


def test_a_short_closure_does_not_part_it_and_a_click_is_none():
    spans = speech_spans(sound((0.3, 0.0), (0.4, 0.3), (0.08, 0.0), (0.03, 0.3), (0.5, 0.0), (0.02, 0.5), (0.3, 0.0)))
    assert [(round(span.start_s, 2), round(span.end_s, 2)) for span in spans] == [(0.3, 0.81)]


def test_speech_stands_out_of_a_noisy_room():
    noise = np.random.default_rng(1).normal(0.0, 0.01, RATE_HZ * 2).astype(np.float32)
    noise[RATE_HZ // 2 : RATE_HZ] += sound((0.5, 0.3))
    (span,) = speech_spans(noise)
    assert (span.start_s, span.end_s) == (pytest.approx(0.5, abs=0.02), pytest.approx(1.0, abs=0.02))


def test_speech_without_any_pause_around_it_is_all_of_it():
    (span,) = speech_spans(sound((1.0, 0.3)))
    assert (span.start_s, span.end_s) == (0.0, pytest.approx(1.0))


def test_one_short_word_in_long_silence_is_found():
    (span,) = speech_spans(sound((5.0, 0.0), (0.2, 0.3), (5.0, 0.0)))
    assert span.start_s == pytest.approx(5.0, abs=0.02)


@pytest.mark.parametrize("samples", [np.zeros(0, np.float32), np.zeros(24_000, np.float32), sound((1.0, 0.001))])
def test_silence_has_no_speech(samples):
    assert speech_spans(samples) == []

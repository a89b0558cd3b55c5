"""How long a model takes."""

import pytest

from creature_voice.engines.moshi.step_times import StepTimes


def test_the_parts_and_the_whole():
    now = [10.0]
    times = StepTimes(lambda: now[0])
    assert times.figures()["model_step_ms_median"] == 0.0
    for whole_ms in (20.0, 20.0, 20.0, 60.0):
        times.begin()
        now[0] += 0.005
        times.mark()
        now[0] += (whole_ms - 5.0) / 1000.0
        times.end()
    figures = times.figures()
    assert times.count == 4
    assert figures["model_step_ms_median"] == pytest.approx(20.0, rel=0.02)
    assert figures["model_step_ms_p99"] == pytest.approx(60.0, rel=0.02)
    assert figures["model_text_ms_median"] == pytest.approx(5.0, rel=0.02)
    assert figures["model_sound_ms_median"] == pytest.approx(15.0, rel=0.02)
    assert times.lately_ms() == pytest.approx(20.0)
    times.clear()
    assert times.lately_ms() == 0.0
    assert (times.count, times.figures()["model_step_ms_p99"]) == (0, 0.0)

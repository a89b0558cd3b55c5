"""The voice node with real ROS 2: the test engine, frames in and out over topics."""

import threading

import numpy as np
import pytest

from creature_voice import voice as voice_module
from creature_voice.engines.echo import EchoEngine

pytestmark = pytest.mark.ros


def test_frames_in_frames_out(start):
    rig = start().active()
    rig.hear(12)
    rig.until(lambda: any(np.abs(one.samples).max() > 7000 for one in rig.got["speech"]), "speech")
    assert any(one.user_speaking and one.user_level > 0.5 for one in rig.got["state"])
    rig.until(lambda: any(one.speaking and one.level > 0.5 for one in rig.got["state"]), "a speaking state")


def test_it_lives_without_a_phone_and_says_its_state_in_every_frame(start):
    rig = start().active()
    rig.until(lambda: len(rig.got["state"]) > 15, "states")
    frames = [one.frame for one in rig.got["state"]]
    assert frames == sorted(set(frames))
    # Best effort may lose one on a busy machine; it may not skip them by design.
    assert frames[-1] - frames[0] < len(frames) + 5
    assert rig.got["speech"] == []


def test_text_is_numbered_without_gaps_over_both_speakers(start):
    rig = start().active()
    rig.wait(rig.give("one two three").get_result_async(), "the words")
    rig.hear(3)
    rig.until(lambda: len(rig.got["text"]) == 4, "the sound")
    rig.give("four")
    rig.until(lambda: len(rig.got["text"]) == 5, "the last word")
    assert [one.seq for one in rig.got["text"]] == [0, 1, 2, 3, 4]
    assert [one.speaker for one in rig.got["text"]] == [0, 0, 0, 1, 0]
    assert "".join(one.piece for one in rig.got["text"][:3]) == " one two three"
    frames = [one.frame for one in rig.got["text"]]
    assert frames == sorted(frames)
    assert any(one.frame == frames[0] for one in rig.got["speech"])


def test_diagnostics(start):
    rig = start().active()
    rig.until(lambda: getattr(rig.status("voice: source"), "message", "").startswith("topic:"), "an active row")
    loop = rig.status("voice: loop")
    assert loop.level == b"\x00"
    values = {one.key: float(one.value) for one in loop.values}
    assert values["frames_total"] > 0
    assert values["path_ms_p99"] > 0
    assert "echo" in rig.status("voice: engine").message


def test_diagnostics_go_on_while_models_load_and_tell_what_is_being_done(start, monkeypatch):
    go, make = threading.Event(), voice_module.make_engine

    def slow(name, settings, progress):
        progress("loading its weights (15.4 GB)")
        go.wait(30.0)
        return make(name, settings, progress)

    monkeypatch.setattr(voice_module, "make_engine", slow)
    rig = start()
    rig.until(lambda: len(rig.got["diagnostics"]) >= 2, "diagnostics")
    assert rig.status("voice: engine").message == "loading its weights (15.4 GB)"
    go.set()
    rig.active()


def test_an_engine_that_fails_is_seen_and_the_voice_lives(start, monkeypatch):
    def fail(self, heard):
        raise ValueError("out of tune")

    monkeypatch.setattr(EchoEngine, "step", fail)
    rig = start().active()
    rig.until(lambda: getattr(rig.status("voice: engine"), "level", b"") == b"\x02", "the error")
    assert "out of tune" in rig.status("voice: engine").message
    count = len(rig.got["state"])
    rig.until(lambda: len(rig.got["state"]) > count, "more states")

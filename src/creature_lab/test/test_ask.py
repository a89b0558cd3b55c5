"""`ask` from its command line to its exit status, against a fake creature made of real publishers."""

import json
import os
import signal
import subprocess
import sys
import wave

import numpy as np
import pytest
import rclpy
from creature_msgs.msg import AudioFrame

from creature_lab import ask_main
from creature_lab.ask_main import ask

pytestmark = pytest.mark.ros
DOMAIN_ID = 65
FACTOR = float(os.environ.get("CREATURE_TEST_TIMEOUT_FACTOR", "1"))
TIMEOUT = ["--timeout", str(20 * FACTOR), "--wait", str(10 * FACTOR)]


def test_an_answer_and_a_task(fake_creature, context, make_wav, tmp_path, capfd):
    creature = fake_creature()
    reply, report = tmp_path / "reply.wav", tmp_path / "report.json"
    wav = make_wav(rate_hz=16_000, channels=2)
    assert ask([str(wav), "--reply", str(reply), "--report", str(report), *TIMEOUT], context) == 0

    found = json.loads(report.read_text())
    assert found["recording"]["sample_rate"] == 16_000 and found["recording"]["channels"] == 2
    assert found["recording"]["duration_s"] == pytest.approx(1.4, abs=0.01)
    assert found["answered"] is True and found["ending"] == "finished"
    assert found["heard"] == "Pick up the red cup." and found["said"] == "Okay, I'll pick up the red cup."
    assert [one["speaker"] for one in found["utterances"]] == ["user", "creature"]
    assert found["intents"][0]["kind"] == "REQUEST" and found["intents"][0]["object"] == "red cup"
    (task,) = found["tasks"]
    assert task["phases"] == ["sent", "look", "reach", "done"] and task["outcome"] == "ok"
    assert task["start_s"] < task["end_s"]
    assert [one["emotion"] for one in found["emotions"]] == ["neutral", "excited"]
    assert found["tokens"] == {"count": 3, "gaps": 0}
    assert found["latency_ms"]["answer"] == 12.5 and found["latency_ms"]["mouth_to_voice"] > 80.0
    assert found["frames"]["late"] == 0 and 0 < found["frames"]["total"] < 1000
    assert found["interruptions"] == 0
    # The microphone never skips a frame.
    assert np.all(np.diff(creature.heard_frames) == 1)

    with wave.open(str(reply)) as file:
        assert (file.getframerate(), file.getnchannels()) == (24_000, 1)
        samples = np.frombuffer(file.readframes(file.getnframes()), np.int16)
    voiced_s = np.flatnonzero(np.abs(samples) > 1000) / 24_000
    mouth_closed_s = found["recording"]["speech_end_s"]
    # Ten frames and four, nine apart, after the person's speech as on the recording's clock.
    assert np.count_nonzero(np.diff(voiced_s) > 0.05) == 1
    assert voiced_s[-1] - voiced_s[0] == pytest.approx(23 * 0.08, abs=0.2)
    assert voiced_s[0] > mouth_closed_s

    printed = capfd.readouterr()
    assert '"Pick up the red cup."' in printed.out and "mouth to voice" in printed.out
    assert "\x1b" not in printed.out + printed.err


def test_never_answered(fake_creature, script, context, make_wav, tmp_path, capfd):
    fake_creature(script(answers=False))
    report = tmp_path / "report.json"
    assert ask([str(make_wav()), "--report", str(report), "--timeout", "1", "--wait", str(10 * FACTOR)], context) == 1
    found = json.loads(report.read_text())
    assert found["answered"] is False and found["ending"] == "no answer" and found["said"] == ""
    assert found["latency_ms"]["mouth_to_voice"] is None and found["latency_ms"]["answer"] is None
    assert found["tasks"] == []
    assert "never answered" in capfd.readouterr().out


def test_a_silent_recording_is_played_and_named_so(fake_creature, context, make_wav, tmp_path):
    creature = fake_creature()
    report = tmp_path / "report.json"
    arguments = [str(make_wav(amplitude=0.0)), "--report", str(report), "--timeout", "1", "--quiet"]
    assert ask([*arguments, "--wait", str(10 * FACTOR)], context) == 1
    found = json.loads(report.read_text())
    assert any("silent" in warning for warning in found["warnings"])
    assert len(creature.heard_frames) > 17


def test_quiet_prints_nothing(fake_creature, context, make_wav, capfd):
    fake_creature()
    assert ask([str(make_wav()), "--quiet", *TIMEOUT], context) == 0
    printed = capfd.readouterr()
    assert printed.out == "" and printed.err == ""


def test_no_creature(context, make_wav, capfd):
    assert ask([str(make_wav()), "--wait", "0.5"], context) == 3
    assert "error: no creature in /creature" in capfd.readouterr().err


def test_another_namespace_has_no_creature(fake_creature, context, make_wav, capfd):
    fake_creature()
    assert ask([str(make_wav()), "--wait", "1", "--namespace", "/other"], context) == 3
    assert "no creature in /other" in capfd.readouterr().err


def test_a_creature_with_its_own_microphone(fake_creature, script, context, make_wav, capfd):
    fake_creature(script(hears_topic=False))
    assert ask([str(make_wav()), "--wait", str(10 * FACTOR)], context) == 3
    assert "listens to a microphone" in capfd.readouterr().err


def test_somebody_else_on_the_microphone_topic(fake_creature, context, make_wav, capfd):
    creature = fake_creature()
    other = rclpy.create_node("page", namespace="/creature", context=creature.context)
    publisher = other.create_publisher(AudioFrame, "voice/mic", 5)
    other_timer = creature.create_timer(0.05, lambda: publisher.publish(AudioFrame()))
    assert ask([str(make_wav()), *TIMEOUT], context) == 3
    assert "somebody else is talking" in capfd.readouterr().err
    other_timer.cancel()
    other.destroy_node()


@pytest.mark.parametrize("content", [None, b"", b"this is not sound" * 100])
def test_what_is_no_recording_is_refused_and_nothing_is_played(fake_creature, context, tmp_path, capfd, content):
    creature = fake_creature()
    path = tmp_path / "bad.wav"
    if content is not None:
        path.write_bytes(content)
    assert ask([str(path)], context) == 2
    assert "bad.wav" in capfd.readouterr().err
    assert creature.heard_frames == []


def test_an_output_that_cannot_be_written_is_refused_before_anything_is_played(context, make_wav, tmp_path, capfd):
    assert ask([str(make_wav()), "--report", str(tmp_path / "nowhere" / "report.json")], context) == 2
    assert "there is no folder" in capfd.readouterr().err


def test_help_has_examples(capfd):
    with pytest.raises(SystemExit) as ended:
        ask(["--help"])
    assert ended.value.code == 0
    assert "ask hello.wav" in capfd.readouterr().out


def test_without_a_recording_words_are_spoken_for_it(fake_creature, context, make_wav, capfd, monkeypatch):
    said = []
    monkeypatch.setattr(ask_main, "speak", lambda words: said.append(words) or make_wav())
    fake_creature()
    assert ask(["--example", *TIMEOUT], context) == 0
    assert said == ["Could you pick up the red cup?"]
    assert '"Pick up the red cup."' in capfd.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [([], "required"), (["hello.wav", "--example"], "not allowed with"), (["--example", "--say", "x"], "not allowed")],
)
def test_one_thing_is_asked(arguments, complaint, capfd, monkeypatch):
    monkeypatch.setenv("CREATURE_PROG", "./creature ask")
    with pytest.raises(SystemExit) as ended:
        ask(arguments)
    assert ended.value.code == 2
    error = capfd.readouterr().err
    assert error.startswith("usage: ./creature ask ") and complaint in error


def test_ctrl_c_ends_it_cleanly(make_wav, tmp_path):
    report = tmp_path / "report.json"
    command = [sys.executable, "-m", "creature_lab.ask_main", str(make_wav()), "--report", str(report), "--wait", "600"]
    environment = {**os.environ, "ROS_DOMAIN_ID": str(DOMAIN_ID)}
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment) as process:
        assert "looking for the creature" in process.stderr.readline()
        process.send_signal(signal.SIGINT)
        rest = process.communicate(timeout=30 * FACTOR)[1]
    assert process.returncode == 130 and "Traceback" not in rest and not report.exists()

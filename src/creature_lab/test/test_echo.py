"""`echo` against real publishers."""

import itertools
import os
import signal
import subprocess
import sys
import time

import pytest
import yaml
from creature_msgs.msg import Affect

from creature_lab.echo_main import echo

pytestmark = pytest.mark.ros
DOMAIN_ID = 65
FACTOR = float(os.environ.get("CREATURE_TEST_TIMEOUT_FACTOR", "1"))
WAIT = ["--wait", str(10 * FACTOR)]


def documents(text):
    return [yaml.safe_load(part) for part in text.split("---\n") if part.strip()]


def test_a_latched_message_is_seen_by_whoever_comes_later(fake_creature, context, capfd):
    fake_creature()
    assert echo(["affect", "--once", *WAIT], context) == 0
    (affect,) = documents(capfd.readouterr().out)
    assert affect["emotion"] == "neutral" and affect["cause"] == "nothing happens"


def test_best_effort_publishers_are_heard_and_a_count_ends_it(fake_creature, script, context, capfd):
    fake_creature(script(hears_topic=False))
    assert echo(["voice/state", "--count", "3", "--field", "frame", *WAIT], context) == 0
    first, second, third = documents(capfd.readouterr().out)
    assert first < second < third


def test_a_field_that_is_not_there(fake_creature, context, capfd):
    fake_creature()
    assert echo(["affect", "--field", "mood", *WAIT], context) == 2
    assert "no field 'mood'" in capfd.readouterr().err


def test_topics_are_listed_with_their_types(fake_creature, context, capfd):
    fake_creature()
    assert echo(WAIT, context) == 0
    lines = capfd.readouterr().out.splitlines()
    assert ["/creature/affect", "creature_msgs/msg/Affect"] in [line.split() for line in lines]
    assert not any("_action" in line for line in lines)


def test_a_topic_that_is_not_there(fake_creature, context, capfd):
    fake_creature()
    assert echo(["afect", "--wait", "2"], context) == 1
    assert "did you mean 'affect'?" in capfd.readouterr().err


def test_a_name_that_no_topic_has_is_refused_without_a_look(capfd):
    assert echo(["nonsense"]) == 1
    assert "there are: affect, intent, task" in capfd.readouterr().err


def test_a_feeling_that_only_glides_is_printed_once_and_every_message_with_all(fake_creature, context, capfd):
    creature = fake_creature()
    steps = itertools.count()

    def glide():
        step = next(steps)
        mood = "bored" if step % 20 > 10 else "neutral"
        creature.affect.publish(Affect(state="idle", emotion=mood, cause="nothing happens", valence=step * 1e-3))

    timer = creature.create_timer(0.02, glide)
    assert echo(["affect", "--count", "4", *WAIT], context) == 0
    moods = [affect["emotion"] for affect in documents(capfd.readouterr().out)]
    assert all(mood != following for mood, following in itertools.pairwise(moods)) and len(moods) == 4
    assert echo(["affect", "--count", "15", "--all", *WAIT], context) == 0
    moods = [affect["emotion"] for affect in documents(capfd.readouterr().out)]
    assert any(mood == following for mood, following in itertools.pairwise(moods)) and len(moods) == 15
    timer.cancel()


def test_a_silent_topic_is_said_to_be_waited_for(fake_creature, capfd):
    fake_creature()
    command = [sys.executable, "-m", "creature_lab.echo_main", "intent", "--once", *WAIT]
    environment = {**os.environ, "ROS_DOMAIN_ID": str(DOMAIN_ID)}
    with subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True) as process:
        lines = [process.stderr.readline()]
        while "messages" not in lines[-1]:
            lines.append(process.stderr.readline())
        time.sleep(0.3)  # until it waits for a message: Ctrl-C must end that wait too
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=10 * FACTOR) == 0
    assert lines[-1].startswith("waiting for messages on /creature/intent, which come when words ask")


def test_nothing_running(context, capfd):
    assert echo(["affect", "--wait", "0.3"], context) == 1
    assert "creature up" in capfd.readouterr().err


def test_ctrl_c_ends_it_cleanly(fake_creature):
    fake_creature()
    command = [sys.executable, "-m", "creature_lab.echo_main", "affect", *WAIT]
    environment = {**os.environ, "ROS_DOMAIN_ID": str(DOMAIN_ID)}
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    with subprocess.Popen(command, env=environment, **pipes) as process:
        assert process.stdout.readline().startswith("stamp")
        process.send_signal(signal.SIGINT)
        error = process.communicate(timeout=30 * FACTOR)[1]
    assert process.returncode == 0
    assert [line for line in error.splitlines() if not line.startswith("waiting for")] == []

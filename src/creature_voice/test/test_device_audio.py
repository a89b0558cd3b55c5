"""Microphone and speaker through real PortAudio; the sound server is the test's own, its speaker is its microphone."""

import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

pytestmark = pytest.mark.audio
FACTOR = float(os.environ.get("CREATURE_TEST_TIMEOUT_FACTOR", "1"))

# Plays noise with pauses for some seconds and prints what the microphone heard: [played, heard] RMS of each frame.
LISTEN = """
import json, sys, time
import numpy as np
from creature_voice.config import VoiceConfig
from creature_voice.engine import Step
from creature_voice.engines import EngineSettings
from creature_voice.engines.echo import EchoEngine
from creature_voice.frame import silence
from creature_voice import voice as voices

class Talker(EchoEngine):
    random, count = np.random.default_rng(1), 0
    def step(self, heard):
        self.count += 1
        loud = self.count % 8 < 6
        return Step(self.random.normal(0, 0.1 if loud else 0.0, 1920).astype(np.float32))

voices.make_engine = lambda *arguments: Talker()
config = VoiceConfig(source="device", sink="device", echo_cancellation=sys.argv[1] == "cancel")
rms = lambda frame: float(np.sqrt(np.mean(frame ** 2)))
heard = []
listen = lambda tick: heard.append([rms(tick.step.spoken), rms(tick.heard)])
voice = voices.make_voice(config, EngineSettings(), [listen], print, print)
voice.loop.start()
while len(heard) < 100:
    time.sleep(0.05)
described, counts = voice.source.describe(), voice.source.counts()
voice.close()
print(json.dumps({"heard": heard, "described": described, "given": counts.heard}))
"""


@pytest.fixture
def environment() -> Iterator[dict[str, str]]:
    assert shutil.which("pulseaudio"), "these tests need a sound server: apt install pulseaudio libasound2-plugins"
    # Not tmp_path: the name of a Unix socket may have 107 characters at most.
    with tempfile.TemporaryDirectory(prefix="creature-") as name:
        home = Path(name)
        (home / ".asoundrc").write_text("pcm.!default { type pulse }\nctl.!default { type pulse }\n")
        (home / "script.pa").write_text(
            f"load-module module-native-protocol-unix socket={home}/socket auth-anonymous=1\n"
            "load-module module-null-sink sink_name=creature_speaker\n"
            "load-module module-remap-source source_name=creature_mic master=creature_speaker.monitor\n"
            "set-default-source creature_mic\n"
        )
        own = {**os.environ, "HOME": name, "XDG_RUNTIME_DIR": name, "PULSE_RUNTIME_PATH": name}
        own["PULSE_SERVER"] = f"unix:{home}/socket"
        command = ["pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no"]
        command += ["--disable-shm=yes", "-F", str(home / "script.pa")]
        server = subprocess.Popen(command, env=own, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            wait_for_server(home / "socket")
            yield own
        finally:
            server.terminate()
            server.wait(10.0 * FACTOR)


def wait_for_server(path: Path) -> None:
    deadline_s = time.monotonic() + 10.0 * FACTOR
    while True:
        with socket.socket(socket.AF_UNIX) as probe:
            if path.exists() and probe.connect_ex(str(path)) == 0:
                return
        assert time.monotonic() < deadline_s, "the sound server did not start"
        threading.Event().wait(0.05)


def listen(environment: dict[str, str], how: str) -> dict:
    ended = subprocess.run(
        [sys.executable, "-c", LISTEN, how],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=60 * FACTOR,
    )
    assert ended.returncode == 0, ended.stderr
    return json.loads(ended.stdout.splitlines()[-1])


def mean_of_the_second_half(report: dict, column: int) -> float:
    half = report["heard"][len(report["heard"]) // 2 :]
    return sum(row[column] for row in half) / len(half)


def test_the_microphone_hears_what_the_speaker_plays(environment):
    report = listen(environment, "leave")
    assert report["given"] > 50
    assert report["described"] == "microphone: hearing (24000 Hz)"
    played, heard = mean_of_the_second_half(report, 0), mean_of_the_second_half(report, 1)
    assert heard == pytest.approx(played, rel=0.3)


def test_the_creatures_own_voice_is_taken_out(environment):
    report = listen(environment, "cancel")
    assert "echo cancelled" in report["described"]
    assert mean_of_the_second_half(report, 1) < 0.3 * mean_of_the_second_half(report, 0)

"""Sentences spoken for those without a recording."""

import subprocess

import pytest

from creature_lab.errors import BadInputError
from creature_lab.sound_file import open_recording
from creature_lab.spoken import EXAMPLE, speak


@pytest.fixture
def piper(tmp_path):
    """Stands in for the program: keeps the command lines, and writes a file."""
    commands = []

    def run(command):
        commands.append(command)
        with open(command[command.index("-f") + 1], "wb") as file:
            file.write(b"sound")

    return commands, run


def test_what_was_spoken_once_is_kept(tmp_path, piper):
    commands, run = piper
    path = speak(EXAMPLE, tmp_path, run)
    assert path.read_bytes() == b"sound"
    assert commands[0][-2:] == ["--", EXAMPLE]
    assert speak(EXAMPLE, tmp_path, run) == path and len(commands) == 1
    assert speak("Stop.", tmp_path, run) != path and len(commands) == 2
    assert len(list(tmp_path.iterdir())) == 2


def test_a_program_that_fails_leaves_nothing_and_is_told(tmp_path):
    def run(command):
        with open(command[command.index("-f") + 1], "wb") as file:
            file.write(b"half")
        raise subprocess.CalledProcessError(1, command, stderr="Traceback\nNo module named piper\n")

    with pytest.raises(BadInputError, match=r"No module named piper.*creature up"):
        speak(EXAMPLE, tmp_path, run)
    assert list(tmp_path.iterdir()) == []


def test_no_words_are_refused(tmp_path):
    with pytest.raises(BadInputError, match="no words"):
        speak("  ", tmp_path)


@pytest.mark.audio
def test_the_example_is_spoken_by_the_real_voice(tmp_path):
    recording = open_recording(speak(EXAMPLE, tmp_path))
    assert 1.0 < recording.duration_s < 4.0
    assert recording.speech

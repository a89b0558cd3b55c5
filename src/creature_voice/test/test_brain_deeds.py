"""Movements and projects in what people ask for."""

from __future__ import annotations

import pytest

from creature_voice.brains.deeds import motion_in, needs_a_plan, project_in


@pytest.mark.parametrize(
    ("text", "name", "promised"),
    [
        ("wave", "wave", "wave"),
        ("wave to me", "wave", "wave to you"),
        ("wave goodbye to anna", "wave", "wave to anna"),
        ("wave to my mom", "wave", "wave to your mom"),
        ("wave to the children", "wave", "wave to the children"),
        ("do a twirl", "spin", "spin around"),
        ("nod your head", "nod", "nod"),
        ("shake your head", "shake head", "shake my head"),
        ("take a bow", "bow", "bow"),
        ("do a little dance for us", "dance", "dance for you"),
        ("spin", "spin", "spin around"),
        ("turn around", "turn around", "turn around"),
        ("raise your left arm", "raise arm", "raise my arm"),
        ("put your arm down", "lower arm", "lower my arm"),
        ("point at my book", "point", "point at your book"),
        ("take a step back", "step back", "step back"),
        ("clap your hands", "clap", "clap my hands"),
    ],
)
def test_movements(text: str, name: str, promised: str) -> None:
    assert motion_in(text, ()) == (name, promised)


@pytest.mark.parametrize(
    "text", ["wave the flag", "dance the tango", "turn left", "jump", "point out the error", "go back home"]
)
def test_other_words_are_no_movement(text: str) -> None:
    assert motion_in(text, ()) is None


def test_the_body_may_have_more_movements() -> None:
    assert motion_in("jump", ("hop", "jump")) == ("jump", "jump")
    assert motion_in("wiggle your ears", ("wiggle ears",)) == ("wiggle ears", "wiggle my ears")
    assert motion_in("jump the queue", ("jump",)) is None


@pytest.mark.parametrize(
    ("text", "promised"),
    [
        ("clear the table", "clear the table"),
        ("clear my desk", "clear your desk"),
        ("tidy up", "tidy up"),
        ("tidy the room up", "tidy the room up"),
        ("clean the table", "clear the table"),
        ("clean up the attic", "clear the attic"),
        ("set the table", "set the table"),
        ("sort my socks", "sort your socks"),
    ],
)
def test_projects(text: str, promised: str) -> None:
    assert project_in(text, lambda word: word == "attic") == promised


@pytest.mark.parametrize(
    "text",
    ["clear your throat", "clear the air", "clean the windows", "clean my car", "set the alarm", "set the cup down",
     "clear my head", "arrange the meeting", "clear"],
)  # fmt: skip
def test_other_words_are_no_project(text: str) -> None:
    assert project_in(text, lambda word: False) == ""


def test_some_projects_need_a_plan() -> None:
    assert needs_a_plan("set the table")
    assert needs_a_plan("sort your socks")
    assert not needs_a_plan("clear the table")

"""What the user is told once the creature is awake, and where its face can be."""

from __future__ import annotations

import socket

import pytest

from frontdoor import awake, face
from frontdoor.console import FrontDoorError

READY = {
    "executor": "do_physical_task with a simulated body",
    "affect": "affect with 9 states",
    "intent": "intent listens to voice/text",
    "face": "face at http://localhost:8080",
    "voice": "listening (local voice; source phone, sink phone)",
}


@pytest.fixture(autouse=True)
def without_ros(monkeypatch):
    monkeypatch.setattr(awake, "sourced_ros", lambda: None)


def told(arguments=None, without=()):
    ready = {name: words for name, words in READY.items() if name not in without}
    return awake.awake(ready, arguments or {}, 1.1)


class TestAwake:
    def test_everything(self):
        said = told()
        assert "(1.1 s; listening (local voice; source phone, sink phone))" in said
        assert "press the button, speak" in said
        for topic in ("affect", "voice/text", "intent", "task"):
            assert f"./creature echo {topic} " in said
        assert "without" not in said

    def test_without_a_voice_nobody_is_told_to_speak(self):
        said = told(without=("voice",))
        assert "(1.1 s)" in said
        assert "speak" not in said
        assert "voice/text" not in said
        assert "without voice" in said

    def test_a_voice_that_hears_elsewhere_is_not_spoken_to_by_the_page(self):
        said = awake.awake({**READY, "voice": "listening (local voice; source device, sink device)"}, {}, 1.0)
        assert "press the button" not in said
        assert "press the button" not in told({"face_audio": "none"})

    def test_without_a_face_there_is_no_address(self):
        said = told(without=("face",))
        assert "http" not in said
        assert "browser" not in said

    def test_an_open_face_names_this_machine_and_what_is_missing_there(self, monkeypatch):
        monkeypatch.setattr(awake.face, "addresses", lambda: ["192.0.2.7"])
        said = told({"face_host": "0.0.0.0"})
        assert "http://192.0.2.7:8080" in said
        assert "https" in said
        assert "192.0.2.7" not in told()


class TestPlace:
    def test_it_is_what_is_written_unless_given(self):
        written = face.place({})
        assert written is not None and written.port > 0 and not written.is_open
        assert face.place({"face_port": "8081", "face_host": "0.0.0.0"}) == face.Place("0.0.0.0", 8081)

    def test_none_without_a_face_or_where_a_file_may_say_otherwise(self):
        assert face.place({"without": "face"}) is None
        assert face.place({"params_file": "mine.yaml", "face_port": "1"}) is None

    def test_a_free_port_is_fine_and_one_in_use_is_not(self):
        face.check(face.Place("127.0.0.1", 0))
        with socket.create_server(("127.0.0.1", 0)) as taken:
            port = taken.getsockname()[1]
            with pytest.raises(FrontDoorError, match=f"port {port} is in use"):
                face.check(face.Place("127.0.0.1", port))

    def test_a_foreign_address_is_refused(self):
        with pytest.raises(FrontDoorError, match=r"203\.0\.113\.1 is no address of this machine"):
            face.check(face.Place("203.0.113.1", 0))

    def test_addresses_are_of_the_network(self):
        for address in face.addresses():
            socket.inet_aton(address)
            assert not address.startswith("127.")

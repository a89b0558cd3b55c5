"""The bridge's beginning and end, and addresses it cannot have."""

from __future__ import annotations

import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from websockets.exceptions import ConnectionClosed

from creature_face.bridge import PACKAGED_PAGE, Bridge
from creature_face.config import FaceConfig
from creature_face.errors import AddressError
from creature_face.state import FaceState

PCM = bytes(3840)
Make = Callable[..., Any]


def test_a_port_in_use_is_named_with_what_to_do(serve: Make) -> None:
    port = serve().bridge.port
    with pytest.raises(AddressError, match=rf"port {port} is in use.*face_port:={port + 1}"):
        serve(port=port)


def test_an_address_of_another_machine_is_refused_in_words(serve: Make) -> None:
    with pytest.raises(AddressError, match=r"'192\.0\.2\.1' is no address of this machine.*'host'"):
        serve(host="192.0.2.1")


def test_the_packaged_page_is_the_default() -> None:
    bridge = Bridge(FaceConfig(port=0), lambda index, pcm: None, print)
    assert (PACKAGED_PAGE / "face.html").is_file()
    bridge.close()


def test_a_folder_without_a_page_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="web_dir"):
        Bridge(FaceConfig(web_dir=str(tmp_path)), lambda index, pcm: None, print)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "0.0.0.0"])
def test_the_address_to_open_is_localhost(serve: Make, host: str) -> None:
    bridge = serve(host=host).bridge
    assert bridge.url == f"http://localhost:{bridge.port}"


def test_connected_pages_are_told_that_it_ends(serve: Make, open_page: Make) -> None:
    bridge = serve().bridge
    page = open_page(bridge.port)
    page.expect_type("hello")
    bridge.close()
    assert not bridge.alive
    with pytest.raises(ConnectionClosed) as closed:
        page.expect_type("never")
    assert closed.value.rcvd is not None
    assert closed.value.rcvd.code == 1001


def test_it_ends_with_a_page_that_does_not_read_and_one_that_never_asked(serve: Make, stall: Make) -> None:
    served = serve()
    stall(served)
    bridge = served.bridge
    with socket.create_connection(("127.0.0.1", bridge.port)):
        bridge.close()
    assert not bridge.alive


def test_what_comes_after_the_end_is_nobodys_and_harms_nothing(serve: Make) -> None:
    bridge = serve().bridge
    bridge.close()
    bridge.show(FaceState())
    bridge.speak(0, PCM, None, 0.0)
    bridge.close()


def test_the_port_is_free_again_at_once(serve: Make) -> None:
    bridge = serve().bridge
    bridge.close()
    assert serve(port=bridge.port).bridge.port == bridge.port


def test_a_creature_with_ears_of_its_own_says_so(serve: Make, open_page: Make) -> None:
    page = open_page(serve(audio="none").bridge.port)
    page.send({"type": "start"})
    answer = page.expect_type("audio")
    assert answer["owner"] is False
    assert "'audio'" in answer["reason"]

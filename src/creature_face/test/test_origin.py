"""Only the face's own pages may open its socket."""

from __future__ import annotations

import pytest

from creature_face.origin import OriginRule

RULE = OriginRule(frozenset({"robbie", "face.example.org"}))


@pytest.mark.parametrize(
    ("origin", "host"),
    [
        (None, "127.0.0.1:8080"),
        (None, "anything"),
        ("http://localhost:8080", "localhost:8080"),
        ("http://LOCALHOST:8080", "localhost:8080"),
        ("http://127.0.0.1:8080", "127.0.0.1:8080"),
        ("http://192.168.1.7:8080", "192.168.1.7:8080"),
        ("http://[::1]:8080", "[::1]:8080"),
        ("http://robbie.local:8080", "robbie.local:8080"),
        ("http://robbie:8080", "robbie:8080"),
        # A proxy in front: its name is not the one that the bridge is asked by.
        ("https://face.example.org", "127.0.0.1:8080"),
    ],
)
def test_own_pages_and_programs_are_welcome(origin: str | None, host: str) -> None:
    assert RULE.refusal(origin, host) == ""


@pytest.mark.parametrize(
    ("origin", "host"),
    [
        ("http://evil.example.com", "127.0.0.1:8080"),
        ("http://localhost:9999", "localhost:8080"),
        ("null", "localhost:8080"),
        ("", "localhost:8080"),
        ("http://localhost:8080", None),
        ("http://localhost.evil.example.com:8080", "localhost:8080"),
        # A stranger's name that was pointed at this machine.
        ("http://rebound.example.com:8080", "rebound.example.com:8080"),
        ("http://[", "["),
    ],
)
def test_strangers_are_refused_in_words(origin: str, host: str | None) -> None:
    assert RULE.refusal(origin, host) != ""


def test_the_refusal_of_an_unknown_name_says_what_to_do() -> None:
    assert "host_names" in RULE.refusal("http://my.tunnel.net", "my.tunnel.net")

"""The address of a Moshi server, and what it is asked."""

import pytest

from creature_voice.engine import EngineError
from creature_voice.engines.moshi_server.address import full_url, is_here, is_secure, shown
from creature_voice.engines.moshi_server.config import MoshiServerConfig


@pytest.mark.parametrize(
    ("given", "full"),
    [
        ("ws://localhost:8998/api/chat", "ws://localhost:8998/api/chat"),
        ("http://gpu:8998", "ws://gpu:8998/api/chat"),
        ("https://gpu:8998/", "wss://gpu:8998/api/chat"),
        ("wss://gpu.example/moshi", "wss://gpu.example/moshi"),
        ("gpu", "ws://gpu:8998/api/chat"),
        (" 10.0.0.7:9000 ", "ws://10.0.0.7:9000/api/chat"),
        ("ws://[::1]:8998", "ws://[::1]:8998/api/chat"),
        ("wss://gpu/api/chat?worker=3", "wss://gpu/api/chat?worker=3"),
    ],
)
def test_the_address_is_completed(given, full):
    assert full_url(MoshiServerConfig(url=given)) == full


@pytest.mark.parametrize(
    "given", ["", "ftp://gpu", "ws://", "ws://gpu:port", "ws://gpu:99999", "ws://my gpu:8998", "://"]
)
def test_what_is_no_address_is_refused_with_an_example(given):
    with pytest.raises(EngineError, match=r"moshi_server\.url.*ws://localhost:8998"):
        full_url(MoshiServerConfig(url=given))


def test_only_what_differs_is_asked_for():
    config = MoshiServerConfig(
        url="ws://gpu:1",
        text_temperature=0.5,
        text_top_k=20,
        audio_seed=0,
        pad_mult=1.5,
        query="?max_steps=4000&email=",
    )
    query = "text_temperature=0.5&text_topk=20&audio_seed=0&pad_mult=1.5&max_steps=4000&email="
    assert full_url(config) == f"ws://gpu:1/api/chat?{query}"


def test_personaplex_gets_both_prompts():
    config = MoshiServerConfig(url="wss://gpu:1", voice_prompt="NATF0.pt")
    assert full_url(config) == "wss://gpu:1/api/chat?voice_prompt=NATF0.pt&text_prompt="
    config = MoshiServerConfig(url="wss://gpu:1", voice_prompt="NATF0.pt", text_prompt="You are Bo & kind.")
    assert full_url(config).endswith("?voice_prompt=NATF0.pt&text_prompt=You+are+Bo+%26+kind.")


def test_a_broken_query_is_refused():
    with pytest.raises(EngineError, match="name=value"):
        full_url(MoshiServerConfig(query="nonsense"))


def test_people_see_neither_password_nor_query():
    assert shown("wss://me:secret@gpu:1/api/chat?email=a") == "wss://gpu:1/api/chat"


def test_where_and_how_it_is():
    assert is_secure("wss://gpu/") and not is_secure("ws://gpu/")
    assert is_here("ws://127.0.0.1:8/") and is_here("ws://[::1]:8/") and not is_here("ws://gpu:8/")

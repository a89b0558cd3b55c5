"""Parameters of the voice node."""

import pytest

from creature_node.config import ConfigError, limits_of
from creature_voice.config import PARAMETER_GROUPS, VoiceConfig


def test_the_default_needs_nothing_more():
    VoiceConfig().check()


@pytest.mark.parametrize(("values", "missing"), [({"source": "wav"}, "wav_in"), ({"sink": "wav"}, "wav_out")])
def test_a_wav_needs_a_path(values, missing):
    with pytest.raises(ConfigError, match=f"'{missing}' is empty"):
        VoiceConfig(**values).check()


def test_two_do_not_write_down_what_people_say():
    with pytest.raises(ConfigError, match="voice 'local' writes down what people say by itself"):
        VoiceConfig(user_transcript="moonshine").check()
    VoiceConfig(voice="echo", user_transcript="moonshine").check()


def test_phone_and_topic_hear_the_topic():
    heard = {source: VoiceConfig(source=source).hears_topic for source in ("phone", "topic", "wav", "device")}
    assert heard == {"phone": True, "topic": True, "wav": False, "device": False}


def test_every_parameter_has_an_effect():
    for config in PARAMETER_GROUPS.values():
        assert all(limits.effect for _, limits in limits_of(config).values())

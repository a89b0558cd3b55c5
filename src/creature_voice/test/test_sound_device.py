"""Microphone and speaker, with a stand-in for sounddevice whose sound card the test turns by hand."""

import sys
from types import SimpleNamespace

import numpy as np
import pytest

from creature_voice.errors import DeviceError
from creature_voice.sinks.device import DeviceSink
from creature_voice.sound_device import choose_rate, find_device, load_sounddevice
from creature_voice.sources.device import DeviceSource

FINE = SimpleNamespace(input_overflow=False, output_underflow=False)


class FakeStream:
    def __init__(self, sd, **settings) -> None:
        if sd.busy:
            raise sd.PortAudioError("Device unavailable")
        self.settings = settings
        self.log: list[str] = []

    def start(self) -> None:
        self.log.append("start")

    def stop(self) -> None:
        self.log.append("stop")

    def close(self) -> None:
        self.log.append("close")


class FakeSoundDevice:
    """Looks like the module sounddevice."""

    class PortAudioError(Exception):
        pass

    def __init__(self, rates=(24000,)) -> None:
        self.devices = [
            {"name": "HDMI", "max_input_channels": 0, "max_output_channels": 2, "default_samplerate": 48000.0},
            {"name": "USB Headset", "max_input_channels": 1, "max_output_channels": 2, "default_samplerate": 48000.0},
            {"name": "Array Mic", "max_input_channels": 4, "max_output_channels": 0, "default_samplerate": 44100.0},
        ]
        self.default = SimpleNamespace(device=[2, 0])
        self.rates = rates
        self.busy = False
        self.stream: FakeStream | None = None

    def query_devices(self, index=None):
        return self.devices if index is None else self.devices[index]

    def check_input_settings(self, *, samplerate, **rest) -> None:
        if samplerate not in self.rates:
            raise self.PortAudioError("Invalid sample rate")

    check_output_settings = check_input_settings

    def InputStream(self, **settings):  # noqa: N802 (its name in sounddevice)
        self.stream = FakeStream(self, **settings)
        return self.stream

    OutputStream = InputStream


@pytest.fixture
def sd() -> FakeSoundDevice:
    return FakeSoundDevice()


def test_devices_are_found_by_default_number_and_part_of_the_name(sd):
    assert find_device(sd, "", "input") == 2
    assert find_device(sd, "", "output") == 0
    assert find_device(sd, "1", "input") == 1
    assert find_device(sd, "headset", "output") == 1


def test_an_unknown_device_lists_those_there_are(sd):
    with pytest.raises(DeviceError, match=r"'HDMI'.*1: USB Headset; 2: Array Mic"):
        find_device(sd, "HDMI", "input")


def test_no_device_at_all_says_so(sd):
    sd.devices = []
    with pytest.raises(DeviceError, match="no microphone was found"):
        find_device(sd, "", "input")


def test_without_a_default_the_first_is_taken(sd):
    sd.default.device = [-1, -1]
    assert find_device(sd, "", "input") == 1


def test_a_device_without_24_khz_keeps_its_own_rate(sd):
    assert choose_rate(sd, 2, "input") == 24000
    sd.rates = ()
    assert choose_rate(sd, 2, "input") == 44100


@pytest.mark.parametrize(("error", "words"), [(ImportError, "pip install sounddevice"), (OSError, "libportaudio2")])
def test_missing_packages_say_what_to_install(monkeypatch, error, words):
    class Finder:
        def find_spec(self, name, path=None, target=None):
            if name == "sounddevice":
                raise error("not there")

    monkeypatch.delitem(sys.modules, "sounddevice", raising=False)
    monkeypatch.setattr(sys, "meta_path", [Finder(), *sys.meta_path])
    with pytest.raises(DeviceError, match=words):
        load_sounddevice()


def test_a_busy_device_says_so(sd):
    sd.busy = True
    with pytest.raises(DeviceError, match=r"microphone .* cannot be opened: Device unavailable"):
        DeviceSource("", sd=sd)
    with pytest.raises(DeviceError, match=r"speaker .* cannot be opened"):
        DeviceSink("", sd=sd)


def test_the_microphone_gives_the_blocks_of_its_callback(sd):
    source = DeviceSource("", sd=sd)
    source.start()
    assert sd.stream.settings["blocksize"] == 1920
    block = np.full((1920, 1), 0.3, np.float32)
    sd.stream.settings["callback"](block, 1920, None, FINE)
    block[:] = 0.0
    heard = source.read(1.0)
    assert heard.frame[0] == np.float32(0.3)
    sd.stream.settings["callback"](block, 1920, None, SimpleNamespace(input_overflow=True))
    assert source.counts().lost == 1
    assert "microphone: hearing (24000 Hz)" in source.describe()
    source.stop()
    source.close()
    assert sd.stream.log == ["start", "stop", "close"]


def test_a_microphone_of_another_rate_is_resampled(sd):
    sd.rates = ()
    source = DeviceSource("Array", sd=sd)
    source.start()
    assert sd.stream.settings["blocksize"] == 3528
    frames = []
    for _ in range(20):
        sd.stream.settings["callback"](np.full((3528, 1), 0.3, np.float32), 3528, None, FINE)
        heard = source.read(0.0)
        if heard is not None:
            frames.append(heard.frame)
    assert len(frames) >= 18
    assert frames[-1].shape == (1920,)
    assert frames[-1].mean() == pytest.approx(0.3, abs=0.01)


def test_the_microphone_is_cleaned_of_the_creatures_voice(sd):
    source = DeviceSource("", SimpleNamespace(clean=lambda near: near * 0), sd)
    source.start()
    sd.stream.settings["callback"](np.full((1920, 1), 0.3, np.float32), 1920, None, FINE)
    assert not source.read(1.0).frame.any()
    assert "echo cancelled" in source.describe()


def test_the_speaker_plays_what_was_written_and_tells_what_was_played(sd):
    sink, played = DeviceSink("", sd=sd), []
    sink.tell_played(played.append)
    sink.start()
    sink.write(np.full(1920, 0.3, np.float32))
    block = np.ones((480, 1), np.float32)
    for _ in range(5):
        sd.stream.settings["callback"](block, 480, None, FINE)
    assert not block.any()
    assert [bool(one.any()) for one in played] == [True] * 4 + [False]
    assert sink.counts().underruns == 1
    sd.stream.settings["callback"](block, 480, None, SimpleNamespace(output_underflow=True))
    assert sink.counts().underruns == 2
    sink.stop()
    sink.close()
    assert sd.stream.log == ["start", "stop", "close"]


def test_a_speaker_of_another_rate_is_resampled(sd):
    sd.rates = ()
    sink = DeviceSink("headset", sd=sd)
    assert sink.rate_hz == 48000
    for _ in range(3):
        sink.write(np.full(1920, 0.3, np.float32))
    block = np.zeros((3840, 1), np.float32)
    sd.stream.settings["callback"](block, 3840, None, FINE)
    assert block[1920:].mean() == pytest.approx(0.3, abs=0.01)

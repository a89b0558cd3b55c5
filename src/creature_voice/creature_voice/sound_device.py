"""The sound card, through PortAudio (package sounddevice): a device, its rate, its stream, words for what is wrong."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

from creature_voice.errors import DeviceError
from creature_voice.frame import SAMPLE_RATE_HZ

Kind = Literal["input", "output"]
_NAMES = {"input": "microphone", "output": "speaker"}


def load_sounddevice() -> Any:
    """The module sounddevice.

    Raises:
        DeviceError: it or PortAudio is not installed.
    """
    try:
        import sounddevice
    except ImportError as error:
        raise DeviceError("sound devices need the package sounddevice: pip install sounddevice") from error
    except OSError as error:
        raise DeviceError("sound devices need the PortAudio library: sudo apt install libportaudio2") from error
    return sounddevice


def find_device(sd: Any, name: str, kind: Kind) -> int:
    """The index of a device.

    Args:
        sd: The module sounddevice, or what stands in for it.
        name: Empty for the default; a number for an index; else part of a name, upper and lower case alike.
        kind: "input" or "output".

    Raises:
        DeviceError: there is none such; the message lists those there are.
    """
    devices = [(i, d) for i, d in enumerate(sd.query_devices()) if d[f"max_{kind}_channels"] > 0]
    if not devices:
        raise DeviceError(
            f"no {_NAMES[kind]} was found: plug one in, or check that `python3 -m sounddevice` lists it "
            "(in a container the sound server must be shared)"
        )
    if not name:
        default = sd.default.device[0 if kind == "input" else 1]
        return default if any(index == default for index, _ in devices) else devices[0][0]
    for index, device in devices:
        if name == str(index) or name.lower() in device["name"].lower():
            return index
    there = "; ".join(f"{index}: {device['name']}" for index, device in devices)
    raise DeviceError(f"no {_NAMES[kind]} is called '{name}' (parameter '{kind}_device'); there are: {there}")


def choose_rate(sd: Any, device: int, kind: Kind) -> int:
    """24 kHz if the device takes it, else the rate it prefers (its sound is then resampled)."""
    check = sd.check_input_settings if kind == "input" else sd.check_output_settings
    try:
        check(device=device, channels=1, dtype="float32", samplerate=SAMPLE_RATE_HZ)
    except (sd.PortAudioError, ValueError):
        return int(sd.query_devices(device)["default_samplerate"])
    return SAMPLE_RATE_HZ


def cannot_open(kind: Kind, device: int, error: Exception) -> DeviceError:
    """What to say when a device that is there cannot be opened."""
    return DeviceError(
        f"the {_NAMES[kind]} (device {device}) cannot be opened: {error}; is another program using it? "
        f"Choose another with '{kind}_device'"
    )


def open_stream(sd: Any, kind: Kind, device: int, rate_hz: int, block_s: float, on_block: Callable[..., None]) -> Any:
    """A stream of one channel of float32, not yet started.

    Args:
        sd: The module sounddevice, or what stands in for it.
        kind: "input" or "output".
        device: Its index.
        rate_hz: Its rate.
        block_s: Length of the blocks, seconds.
        on_block: Given each block in the sound card's thread: block [n, 1], n, times, status.

    Raises:
        DeviceError: it cannot be opened.
    """
    make = sd.InputStream if kind == "input" else sd.OutputStream
    try:
        return make(
            device=device,
            samplerate=rate_hz,
            blocksize=round(rate_hz * block_s),
            channels=1,
            dtype="float32",
            latency="low",
            callback=on_block,
        )
    except (sd.PortAudioError, ValueError) as error:
        raise cannot_open(kind, device, error) from error

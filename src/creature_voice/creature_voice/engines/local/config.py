"""Parameters of the local voice."""

from __future__ import annotations

from dataclasses import dataclass

from creature_node.config import param


@dataclass(frozen=True)
class LocalConfig:
    """How the local voice hears, takes turns and speaks."""

    voice_model: str = param(
        "", "Path of a single-speaker Piper voice (.onnx, its .onnx.json beside it); empty takes the installed one."
    )
    recognition_model: str = param("", "Folder of a Moonshine tiny model; empty takes the installed one.")
    speaking_pace: float = param(1.0, "Length of the spoken sounds; more is slower.", low=0.5, high=2.0)
    gate_db: float = param(
        -60.0, "Sound quieter than this is silence, and costs nothing.", unit="dB", low=-100.0, high=-20.0
    )
    speech_threshold: float = param(0.5, "Probability from which sound counts as speech.", low=0.1, high=0.95)
    onset_s: float = param(
        0.096, "Speech has to last this long before it counts as somebody speaking.", unit="s", low=0.03, high=0.5
    )
    pause_s: float = param(
        0.064, "Pause after which recognition and the answer are begun on suspicion.", unit="s", low=0.03, high=0.5
    )
    turn_end_s: float = param(
        0.22, "Silence that ends a turn whose sentence sounds complete.", unit="s", low=0.1, high=2.0
    )
    turn_end_open_s: float = param(
        0.4, "Silence that ends a turn of which it cannot be said whether it is complete.", unit="s", low=0.1, high=3.0
    )
    turn_end_unfinished_s: float = param(
        0.9, "Silence that ends a turn whose sentence sounds unfinished.", unit="s", low=0.2, high=5.0
    )
    partial_every_s: float = param(
        0.5,
        "While a person speaks, the words so far are recognised this often, so that they go out at once; 0 waits for "
        "the end of the turn.",
        unit="s",
        low=0.0,
        high=10.0,
    )
    interrupt_s: float = param(
        0.55, "Speech over the creature's own that makes it fall silent.", unit="s", low=0.2, high=3.0
    )
    duck_gain: float = param(
        0.25, "Loudness of the creature while somebody begins to speak over it.", low=0.0, high=1.0
    )
    backchannels: bool = param(True, "Whether the creature says 'mm-hm' in the longer pauses of a person's turn.")
    backchannel_after_s: float = param(
        2.5, "A person has to have spoken this long before the creature says 'mm-hm'.", unit="s", low=0.5, high=30.0
    )
    backchannel_pause_s: float = param(
        0.35, "Pause in an unfinished sentence in which the creature says 'mm-hm'.", unit="s", low=0.1, high=2.0
    )
    backchannel_every_s: float = param(5.0, "Least time from one 'mm-hm' to the next.", unit="s", low=1.0, high=60.0)
    backchannel_gain: float = param(0.5, "Loudness of the 'mm-hm'.", low=0.0, high=1.0)
    say_after_s: float = param(
        0.32, "Silence of both before words that were given to the creature are said.", unit="s", low=0.0, high=5.0
    )

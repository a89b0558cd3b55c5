"""Parameters of Moshi in this process, and those that PyTorch and MLX share."""

from __future__ import annotations

from dataclasses import dataclass

from creature_node.config import param

HF_REPO = "kyutai/moshiko-pytorch-bf16"
DTYPES = ("bfloat16", "float16", "float32")


@dataclass(frozen=True)
class TalkConfig:
    """How a Moshi in this process talks, whatever computes it."""

    session_s: float = param(
        240.0,
        "Longest conversation without a fresh start, which forgets what was said: at most what the checkpoint's "
        "context allows. A shorter one needs less memory.",
        unit="s",
        low=10.0,
        high=3600.0,
    )
    fresh_after_silence_s: float = param(
        60.0,
        "Silence of both after which it starts afresh, if anything was said before; 0: never for that reason.",
        unit="s",
        low=0.0,
        high=3600.0,
    )
    say_after_s: float = param(
        0.32, "Silence of both before words that were given to it are said.", unit="s", low=0.0, high=5.0
    )
    interrupt_s: float = param(
        0.56, "A person's speech over words that were given to it makes it give them up.", unit="s", low=0.16, high=3.0
    )
    say_pause_s: float = param(
        0.48, "Longest time from one word that was given to it to the next.", unit="s", low=0.16, high=2.0
    )
    user_level: float = param(
        0.3, "Loudness from which what is heard counts as a person speaking, as in voice/state.", low=0.05, high=1.0
    )
    text_temperature: float = param(
        -1.0, "Freedom in the choice of words, 0: none; below 0: as the checkpoint says, or 0.7.", low=-1.0, high=2.0
    )
    audio_temperature: float = param(
        -1.0, "Freedom in the choice of sounds, 0: none; below 0: as the checkpoint says, or 0.8.", low=-1.0, high=2.0
    )
    text_top_k: int = param(
        -1, "Words it chooses among, 0: all; below 0: as the checkpoint says, or 25.", low=-1, high=32000
    )
    audio_top_k: int = param(
        -1, "Sounds it chooses among, 0: all; below 0: as the checkpoint says, or 250.", low=-1, high=2048
    )
    seed: int = param(
        -1, "Makes each fresh start use the same luck; below 0: another each time.", low=-1, high=2147483647
    )


@dataclass(frozen=True)
class MoshiConfig(TalkConfig):
    """Which Moshi PyTorch runs, and on what."""

    hf_repo: str = param(HF_REPO, "Repository on Hugging Face of everything that is not given as a path.")
    weights: str = param("", "Path of Moshi's weights (.safetensors).")
    mimi: str = param("", "Path of the weights of Mimi, its codec (.safetensors).")
    tokenizer: str = param("", "Path of its text vocabulary (sentencepiece .model).")
    config: str = param("", "Path of its config.json.")
    lora_weights: str = param("", "Path of the LoRA weights of a persona; 'config' is then the one they came with.")
    device: str = param("auto", "Where it runs: auto (a GPU if there is one), cuda, cuda:1, cpu, ...")
    dtype: str = param("bfloat16", "Number format of its weights; float16 for GPUs without bfloat16.", choices=DTYPES)

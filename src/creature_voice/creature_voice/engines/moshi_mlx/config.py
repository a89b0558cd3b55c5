"""Parameters of the voice 'moshi_mlx': Moshi on a Mac."""

from __future__ import annotations

from dataclasses import dataclass

from creature_node.config import param
from creature_voice.engines.moshi.config import DTYPES, TalkConfig

QUANTIZED = ("4", "8", "none")


@dataclass(frozen=True)
class MoshiMlxConfig(TalkConfig):
    """Which Moshi MLX runs, and how it chooses."""

    quantized: str = param(
        "4",
        "Bits of a weight: fewer need less memory and time, none is exact. Weights that are not quantized yet are "
        "while they load.",
        choices=QUANTIZED,
    )
    hf_repo: str = param(
        "",
        "Repository on Hugging Face of everything that is not given as a path; empty: kyutai/moshiko-mlx-q4, -q8 or "
        "-bf16, by 'quantized'.",
    )
    weights: str = param("", "Path of Moshi's weights (.safetensors), with the names of MLX or of PyTorch.")
    mimi: str = param("", "Path of the weights of Mimi, its codec (.safetensors).")
    tokenizer: str = param("", "Path of its text vocabulary (sentencepiece .model).")
    config: str = param("", "Path of its config.json; empty: the one beside the weights, or else Moshi as published.")
    dtype: str = param("bfloat16", "Number format of what is not quantized.", choices=DTYPES)
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

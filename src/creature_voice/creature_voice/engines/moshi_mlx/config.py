"""Parameters of the voice 'moshi_mlx': Moshi on a Mac."""

from __future__ import annotations

from dataclasses import dataclass

from creature_node.config import param
from creature_voice.engines.moshi.config import DTYPES, TalkConfig

QUANTIZED = ("4", "8", "none")


@dataclass(frozen=True)
class MoshiMlxConfig(TalkConfig):
    """Which Moshi MLX runs."""

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

"""Mimi, the audio codec, in MLX: a frame to codes and codes to a frame, one at a time.

Design: moshi_mlx has Mimi twice. rustymimi runs on the processor and takes none but the published sizes; the one in MLX
runs where the model runs. Its own streaming calls, though, let the first half of a frame see the second and keep all
of the past. So the transformers are driven here, one position after the other, over a ring as long as their context:
this is what PyTorch computes, to the same codes.
Threading: one thread at a time; nothing unfinished is left after a call, as MLX computes it only in the thread that
asked for it.
Units: a frame is 1920 samples, two positions of the transformers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import mlx.core as mx
import numpy as np
from moshi_mlx.models import mimi as mimi_mlx

from creature_voice.engine import EngineError
from creature_voice.frame import Frame

_CODEBOOK = re.compile(r"quantizer\.rvq_rest\.vq\.layers\.(\d+)\._codebook\.embedding_sum")
# Names in a Mimi config file -> in moshi_mlx's configuration.
_SEANET = {"dimension": "dimension", "n_filters": "nfilters", "n_residual_layers": "nresidual_layers"}
_SEANET |= {"ratios": "ratios", "compress": "compress", "dilation_base": "dilation_base", "kernel_size": "ksize"}
_SEANET |= {"residual_kernel_size": "residual_ksize", "last_kernel_size": "last_ksize"}
_TRANSFORMER = ("d_model", "num_heads", "num_layers", "dim_feedforward", "context", "max_period", "layer_scale")


class Codec:
    """A loaded Mimi, in the middle of a stream."""

    def __init__(self, mimi: Any) -> None:
        self._mimi = mimi
        mimi.encoder_cache = mimi.encoder_transformer.make_rot_cache()
        mimi.decoder_cache = mimi.decoder_transformer.make_rot_cache()
        self._convolutions = [m for m in mimi.modules() if hasattr(m, "_prev_xs") or hasattr(m, "_prev_ys")]

    def encode(self, heard: Frame) -> list[int]:
        """The codes of a frame; float32, shape [1920]."""
        mimi = self._mimi
        positions = mimi.encoder.step(mx.array(heard)[None, None])
        positions = _one_by_one(mimi.encoder_transformer, mimi.encoder_cache, positions)
        codes = mimi.quantizer.encode(mimi.downsample.step(positions))
        self._finish(codes)
        return [int(code) for code in np.array(codes)[0, :, 0]]

    def decode(self, codes: Sequence[int]) -> Frame:
        """The frame of some codes; float32, shape [1920]."""
        mimi = self._mimi
        positions = mimi.upsample.step(mimi.quantizer.decode(mx.array(list(codes))[None, :, None]))
        positions = _one_by_one(mimi.decoder_transformer, mimi.decoder_cache, positions)
        spoken = mimi.decoder.step(positions)
        self._finish(spoken)
        return np.array(spoken, dtype=np.float32)[0, 0]

    def reset(self) -> None:
        """Forget the stream."""
        self._mimi.reset_all()

    def _finish(self, result: mx.array) -> None:
        kept = [getattr(m, name, None) for m in self._convolutions for name in ("_prev_xs", "_prev_ys")]
        mx.eval(result, [array for array in kept if array is not None])


def load_codec(weights: Path, config: Mapping[str, Any] | None, codebooks: int) -> Codec:
    """Mimi with its first codebooks.

    Args:
        weights: Kyutai's file, of PyTorch's names.
        config: Its sizes, as in a Mimi config file; None: those of the published one.
        codebooks: How many are wanted; the file may have more.

    Raises:
        EngineError: the file is not such a Mimi.
    """
    try:
        read: Any = mx.load(str(weights))
        there = _codebooks(read)
        if there < codebooks:
            raise EngineError(f"the codec {weights} has {there} codebooks, the model needs {codebooks}: take its own")
        mimi = mimi_mlx.Mimi(_sizes(config or {}, there))
        mimi.load_pytorch_weights(str(weights), strict=True)
    except (ValueError, KeyError, RuntimeError) as error:
        if isinstance(error, EngineError):
            raise
        raise EngineError(f"parameter 'moshi_mlx.mimi': {weights} is not a Mimi of that size: {error}") from error
    mimi.quantizer.rvq_rest.vq.layers = mimi.quantizer.rvq_rest.vq.layers[: codebooks - 1]
    return Codec(mimi)


def _codebooks(names: Iterable[str]) -> int:
    # The first one stands for itself, as rvq_first.
    return 2 + max(int(found[1]) for found in map(_CODEBOOK.fullmatch, names) if found)


def _sizes(config: Mapping[str, Any], codebooks: int) -> mimi_mlx.MimiConfig:
    plain = mimi_mlx.mimi_202407(codebooks)
    seanet, quantizer = config.get("seanet", {}), config.get("quantizer", {})
    transformer = {name: value for name, value in config.get("transformer", {}).items() if name in _TRANSFORMER}
    context = transformer.get("context", plain.transformer.context)
    return replace(
        plain,
        seanet=replace(plain.seanet, **{_SEANET[name]: value for name, value in seanet.items() if name in _SEANET}),
        # The ring of make_rot_cache() is max_seq_len long.
        transformer=replace(plain.transformer, **transformer, max_seq_len=context),
        quantizer_dim=quantizer.get("dimension", plain.quantizer_dim),
        quantizer_bins=quantizer.get("bins", plain.quantizer_bins),
    )


def _one_by_one(transformer: Any, cache: Any, positions: mx.array) -> mx.array:
    """Each position sees those before it alone; shape [1, channels, positions]."""
    parts = [transformer(part, cache=cache)[0] for part in mx.split(positions, positions.shape[-1], axis=-1)]
    return mx.concatenate(parts, axis=-1)

"""Loading Moshi's weights into MLX: of its own names or PyTorch's, quantized before or while they load."""

from __future__ import annotations

from collections.abc import Mapping, Set
from pathlib import Path
from typing import Any

import mlx.core as mx
from mlx.nn.layers.quantized import quantize
from moshi_mlx.models.lm import Lm, LmConfig, config_v0_1

from creature_voice.engine import EngineError
from creature_voice.errors import brief

# Weights that share a scale, by bits: those of the published checkpoints.
_GROUPS = {4: 32, 8: 64}
_PYTORCH_NAME = "out_norm.alpha"
_NEWER_NAME = ".self_attn.in_projs."


def load_lm(weights: Path, sizes: Mapping[str, Any] | None, bits: int | None, dtype: str) -> Any:
    """The model, ready to compute.

    Args:
        weights: A safetensors file.
        sizes: The model's config.json; None: Moshi as published.
        bits: 4 or 8; None: not quantized.
        dtype: Of what is not quantized.

    Raises:
        EngineError: the file is not such a model.
    """
    config = _config(sizes)
    try:
        read: Any = mx.load(str(weights))
        # The names alone: held arrays would stay in memory beside what is quantized from them.
        names = frozenset(read)
        del read
        model = Lm(config)
        if _PYTORCH_NAME in names:
            _load_pytorch(model, weights, names, config)
            _quantize(model, bits)
        else:
            _load_own(model, weights, names, bits)
    except (ValueError, KeyError, TypeError, RuntimeError) as error:
        if isinstance(error, EngineError):
            raise
        raise EngineError(_unfit(weights, bits, error)) from error
    model.set_dtype(getattr(mx, dtype))
    mx.eval(model.parameters())
    return model


def _config(sizes: Mapping[str, Any] | None) -> Any:
    try:
        config = LmConfig.from_config_dict(dict(sizes)) if sizes else config_v0_1()
        talks = config.generated_codebooks > 0 and config.other_codebooks > 0 and not config.conditioners
    except (KeyError, TypeError, ValueError) as error:
        raise EngineError(f"parameter 'moshi_mlx.config': not the config of a Moshi: {error!r}") from error
    if not talks:
        raise EngineError("this is not a Moshi that talks with somebody: take one such as kyutai/moshiko-mlx-q4")
    # The package's ring of 4096 steps is out of order once it is full, unless it is as long as the context.
    config.transformer.max_seq_len = config.transformer.context
    return config


def _load_pytorch(model: Any, weights: Path, names: Set[str], config: Any) -> None:
    if any(_NEWER_NAME in name for name in names):
        raise EngineError(
            f"{weights} has the names of moshi 0.2.5 and later (in_projs), which moshi_mlx does not know; take the "
            "published checkpoint, such as kyutai/moshiko-mlx-q4"
        )
    model.load_pytorch_weights(str(weights), config, strict=True)


def _load_own(model: Any, weights: Path, names: Set[str], bits: int | None) -> None:
    quantized = any(name.endswith(".scales") for name in names)
    if quantized and bits is None:
        raise EngineError("these weights are quantized: set 'moshi_mlx.quantized' to 4 or 8, as they are")
    if quantized and bits is not None:
        _quantize(model, bits, names)
    model.load_weights(str(weights), strict=True)
    if not quantized:
        _quantize(model, bits)


def _quantize(model: Any, bits: int | None, names: Set[str] | None = None) -> None:
    """Quantize what can be, or what a file has quantized."""
    if bits is None:
        return
    group = _GROUPS[bits]

    def wanted(path: str, module: Any) -> bool:
        if not hasattr(module, "to_quantized"):
            return False
        return f"{path}.scales" in names if names is not None else module.weight.shape[-1] % group == 0

    quantize(model, group_size=group, bits=bits, class_predicate=wanted)


def _unfit(weights: Path, bits: int | None, error: Exception) -> str:
    kind = f"{bits} bits" if bits else "weights that are not quantized"
    return (
        f"parameter 'moshi_mlx.weights': {weights} is not a Moshi of that config and {kind} ('moshi_mlx.quantized'): "
        f"{brief(error)}"
    )

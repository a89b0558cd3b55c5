"""Moshi in PyTorch, by the package moshi. The only file that imports moshi.

Design: loading follows moshi.models.loaders, a frame follows moshi.server: encode, one step of the language model,
decode. As there, the first frame that is encoded is the past to the model, and the codec begins again after it.
Threading: loaded by one thread, then stepped by another; everything under inference_mode, which is a thread's own. On a
CPU, PyTorch computes with as many threads as OMP_NUM_THREADS says (all cores, if nothing does).
Units: frames of 80 ms, one step each; sizes in GB of 10^9 bytes.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

import numpy as np
import torch

if not torch.cuda.is_available():
    # torch.compile gains nothing on a CPU, and costs a minute; moshi looks at this when it is imported.
    os.environ.setdefault("NO_TORCH_COMPILE", "1")

from moshi.models import loaders
from moshi.models.lm import LMGen

from creature_voice.engine import EngineError
from creature_voice.engines.moshi.checkpoint import Files
from creature_voice.engines.moshi.config import MoshiConfig
from creature_voice.engines.moshi.hub import Progress
from creature_voice.engines.moshi.model import Choose, ModelStep, Vocabulary
from creature_voice.engines.moshi.torch_device import (
    NO_GPU,
    check_room,
    explained,
    explained_steps,
    find_device,
    give_back,
)
from creature_voice.frame import FRAME_S, FRAME_SAMPLES, SAMPLE_RATE_HZ, Frame, silence

# Kernels are chosen, and CUDA graphs captured, in the first steps.
_WARM_UP_STEPS = 4
# Of a checkpoint that does not say: Moshi's own.
_CONTEXT = 3000


class TorchModel:
    """A creature_voice.engines.moshi.model.DuplexModel."""

    def __init__(self, mimi: Any, generator: LMGen, vocabulary: Vocabulary, max_steps: int, seed: int) -> None:
        """Take loaded parts, begin to stream, and warm up.

        Args:
            mimi: The codec.
            generator: The language model with its sampling.
            vocabulary: Its text tokens.
            max_steps: Steps of a session.
            seed: Of every fresh start; below 0: none.
        """
        self._mimi: Any = mimi
        self._generator: Any = generator
        self._vocabulary = vocabulary
        self._max_steps = max_steps
        self._seed = seed
        self._device = generator.lm_model.device
        self._first = True
        with torch.inference_mode():
            mimi.streaming_forever(1)
            generator.streaming_forever(1)
            for _ in range(_WARM_UP_STEPS):
                self.step(silence(), _as_sampled)
        self.reset()

    @property
    def vocabulary(self) -> Vocabulary:
        """See DuplexModel."""
        return self._vocabulary

    @property
    def max_steps(self) -> int:
        """See DuplexModel."""
        return self._max_steps

    def step(self, heard: Frame, choose: Choose) -> ModelStep:
        """See DuplexModel."""
        self._generator.on_text_hook = _hook(choose)
        with torch.inference_mode():
            sound = torch.from_numpy(np.ascontiguousarray(heard, np.float32)).to(self._device)
            codes = self._mimi.encode(sound[None, None])
            if self._first:
                self._mimi.reset_streaming()
                self._first = False
            tokens = self._generator.step(codes)
            if tokens is None:
                return ModelStep(silence(), None)
            spoken = self._mimi.decode(tokens[:, 1:]).float().cpu().numpy()[0, 0]
            return ModelStep(np.clip(spoken, -1.0, 1.0), int(tokens[0, 0, 0]))

    def reset(self) -> None:
        """See DuplexModel."""
        with torch.inference_mode():
            self._mimi.reset_streaming()
            self._generator.reset_streaming()
        self._first = True
        if self._seed >= 0:
            torch.manual_seed(self._seed)

    def close(self) -> None:
        """See DuplexModel."""
        self._mimi = self._generator = None
        give_back(self._device)

    def figures(self) -> dict[str, object]:
        """What is worth showing of the GPU."""
        if self._device.type != "cuda":
            return {}
        return {"vram_mb": round(torch.cuda.memory_reserved(self._device) / 1e6)}


def load(config: MoshiConfig, files: Files, progress: Progress) -> TorchModel:
    """Load everything, and take the first steps; takes seconds to minutes.

    Raises:
        EngineError: there is no such GPU or it is too small, or a file is not what it should be.
    """
    device = find_device(config.device)
    if config.device == "auto" and device.type == "cpu":
        progress(NO_GPU)
    dtype: torch.dtype = getattr(torch, config.dtype)
    check_room(device, files, dtype)
    info = _info(config, files)
    with explained("the vocabulary", files.tokenizer):
        vocabulary = info.get_text_tokenizer()
    progress(f"loading the codec ({_gb(files.mimi)}) onto {device}")
    with explained("the codec's weights", files.mimi):
        mimi = info.get_mimi(device)
    persona = f" and a persona of {_gb(files.lora)}" if files.lora else ""
    progress(f"loading Moshi ({_gb(files.weights)}{persona}) onto {device} as {config.dtype}")
    steps = min(_context(info), max(1, round(config.session_s / FRAME_S)))
    with explained("Moshi's weights", files.weights):
        language = info.get_moshi(device, dtype=dtype, fuse_lora=True, lm_kwargs_overrides={"context": steps})
    _check_fit(mimi, language, vocabulary)
    with explained("config.json", files.config), torch.inference_mode():
        generator = LMGen(language, **_sampling(config, info.lm_gen_config))
    progress(f"warming up Moshi on {device}")
    with explained_steps(device):
        return TorchModel(mimi, generator, vocabulary, steps, config.seed)


def _hook(choose: Choose) -> Callable[[torch.Tensor], None]:
    def hook(text: torch.Tensor) -> None:
        sampled = int(text[0])
        chosen = choose(sampled)
        if chosen != sampled:
            text.fill_(chosen)

    return hook


def _as_sampled(sampled: int) -> int:
    return sampled


def _info(config: MoshiConfig, files: Files) -> loaders.CheckpointInfo:
    with explained("config.json", files.config):
        return loaders.CheckpointInfo.from_hf_repo(
            config.hf_repo,
            moshi_weights=files.weights,
            mimi_weights=files.mimi,
            tokenizer=files.tokenizer,
            config_path=files.config,
            mimi_config_path=files.mimi_config,
            lora_weights=files.lora,
        )


def _context(info: loaders.CheckpointInfo) -> int:
    return int((info.lm_config or {}).get("context") or _CONTEXT)


def _sampling(config: MoshiConfig, own: dict[str, Any]) -> dict[str, Any]:
    """What LMGen takes: the checkpoint's own, then the parameters."""
    asked = {
        "temp_text": config.text_temperature,
        "temp": config.audio_temperature,
        "top_k_text": config.text_top_k,
        "top_k": config.audio_top_k,
    }
    return {**own, **{name: value for name, value in asked.items() if value >= 0}}


def _check_fit(mimi: Any, language: Any, vocabulary: Any) -> None:
    if (mimi.sample_rate, mimi.frame_size) != (SAMPLE_RATE_HZ, FRAME_SAMPLES):
        raise EngineError(f"the codec has frames of {mimi.frame_size} at {mimi.sample_rate} Hz, not 1920 at 24000 Hz")
    if vocabulary.get_piece_size() != language.text_card:
        raise EngineError(
            f"the vocabulary has {vocabulary.get_piece_size()} pieces and the model {language.text_card}: "
            "'moshi.tokenizer' and 'moshi.weights' are not of the same checkpoint"
        )


def _gb(path: Any) -> str:
    return f"{path.stat().st_size / 1e9:.2f} GB"

"""Moshi in MLX, as a DuplexModel.

Design: the package's Lm and Mimi do the computing; the order of the tokens is in streams.py (its own LmGen takes the
user one frame later and waits for the processor twenty times a step).
Threading: any one thread at a time; MLX computes only in the thread that asked, so each step is finished before it
returns, and a session can go on in another thread.
Units: frames of 80 ms; one step of the model is one frame.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import mlx.core as mx
import numpy as np
import sentencepiece
from moshi_mlx.utils.sampling import Sampler

from creature_voice.engine import EngineError
from creature_voice.engines.moshi.model import Choose, ModelStep, Vocabulary
from creature_voice.engines.moshi_mlx.codec import Codec, load_codec
from creature_voice.engines.moshi_mlx.config import MoshiMlxConfig
from creature_voice.engines.moshi_mlx.files import Files
from creature_voice.engines.moshi_mlx.streams import Streams
from creature_voice.engines.moshi_mlx.weights import load_lm
from creature_voice.frame import FRAME_S, Frame, silence

# MLX keeps what it freed for later use, without bound: while the past grows, that is gigabytes.
_KEPT_BYTES = 512 * 2**20
_WARM_UP_STEPS = 3
# Temperature and top-k where neither a parameter nor the checkpoint says: those of moshi.
_USUAL_TEXT, _USUAL_AUDIO = (0.7, 25), (0.8, 250)


@dataclass(frozen=True)
class Parts:
    """What an MlxModel is made of.

    Attributes:
        lm: A moshi_mlx.models.Lm.
        codec: Mimi.
        vocabulary: The text tokens.
        text_sampler, audio_sampler: What chooses among the words, and among the sounds.
        seed: Of the choices; -1: none.
        max_steps: Longest session.
    """

    lm: Any
    codec: Codec
    vocabulary: Vocabulary
    text_sampler: Any
    audio_sampler: Any
    seed: int
    max_steps: int


class MlxModel:
    """Moshi and Mimi, in the middle of a session."""

    def __init__(self, parts: Parts) -> None:
        self._parts: Parts | None = parts
        self._streams = _streams(parts.lm.cfg)
        self._no_codes = [0] * parts.lm.cfg.other_codebooks

    @property
    def vocabulary(self) -> Vocabulary:
        """Its text tokens."""
        return self._loaded.vocabulary

    @property
    def max_steps(self) -> int:
        """Steps after which it has to be reset: its context is used up."""
        return self._loaded.max_steps

    def step(self, heard: Frame, choose: Choose) -> ModelStep:
        """One frame; see DuplexModel."""
        parts = self._loaded
        if not self._streams.begun and parts.seed >= 0:
            mx.random.seed(parts.seed)
        codes = parts.codec.encode(heard) if self._streams.begun else self._no_codes
        text, audio = self._streams.inputs(codes)
        whole = self._streams.give(*self._sample(text, audio, choose))
        if whole is None:
            return ModelStep(silence(), None)
        return ModelStep(np.clip(parts.codec.decode(whole.codes), -1.0, 1.0), whole.text_id)

    def reset(self) -> None:
        """As if it had just been loaded."""
        parts = self._loaded
        for cache in parts.lm.transformer_cache:
            cache.reset()
        parts.codec.reset()
        self._streams = _streams(parts.lm.cfg)

    def close(self) -> None:
        """Free it; it cannot be used any more."""
        self._parts = None
        mx.clear_cache()

    def warm_up(self) -> None:
        """Make the first real steps as fast as all others."""
        for _ in range(_WARM_UP_STEPS):
            self.step(silence(), lambda text_id: text_id)
        self.reset()

    @property
    def _loaded(self) -> Parts:
        if self._parts is None:
            raise EngineError("the model was closed")
        return self._parts

    def _sample(self, text: int, audio: list[int], choose: Choose) -> tuple[int, list[int]]:
        parts = self._loaded
        chosen: list[int] = []

        def on_text(sampled: mx.array) -> None:
            chosen.append(choose(int(np.array(sampled)[0, 0])))
            # The sound that goes with it is sampled from what stands here.
            sampled[:] = chosen[0]

        _, codes = parts.lm.sample(
            mx.array([[text]]),
            mx.array(audio)[:, None, None],
            parts.text_sampler,
            parts.audio_sampler,
            on_text_hook=on_text,
        )
        pasts = [cache.self_attn.state for cache in parts.lm.transformer_cache]
        mx.eval(codes, pasts, mx.random.state)
        return chosen[0], [int(code) for code in np.array(codes)[0, :, 0]]


def load_model(config: MoshiMlxConfig, files: Files, progress: Callable[[str], None]) -> MlxModel:
    """Load everything and compute the first steps; takes seconds to minutes.

    Raises:
        EngineError: a file is not what it should be.
    """
    mx.set_cache_limit(_KEPT_BYTES)
    bits = None if config.quantized == "none" else int(config.quantized)
    progress(f"loading Moshi from {files.weights}")
    lm = load_lm(files.weights, files.sizes, bits, config.dtype)
    progress(f"loading the codec from {files.mimi}")
    own, user = lm.cfg.generated_codebooks, lm.cfg.other_codebooks
    codec = load_codec(files.mimi, files.mimi_sizes, max(own, user))
    vocabulary = _load_vocabulary(files.tokenizer, lm.cfg.text_out_vocab_size)
    text, audio = _samplers(config, (files.sizes or {}).get("lm_gen_config", {}), lm.cfg)
    limit = min(lm.cfg.transformer.context, round(config.session_s / FRAME_S))
    model = MlxModel(Parts(lm, codec, vocabulary, text, audio, config.seed, limit))
    progress("computing the first steps")
    model.warm_up()
    return model


def _streams(config: Any) -> Streams:
    own = config.generated_codebooks
    delays = config.audio_delays
    return Streams(delays[:own], delays[own:], config.text_out_vocab_size, config.audio_padding_token)


def _samplers(config: MoshiMlxConfig, said: Mapping[str, Any], sizes: Any) -> tuple[Any, Any]:
    """What chooses among the words, and among the sounds; what no parameter says, the checkpoint does."""

    def sampler(temperature: float, top_k: int, name: str, usual: tuple[float, int], tokens: int) -> Any:
        heat = temperature if temperature >= 0 else said.get(f"temp{name}", usual[0])
        among = top_k if top_k >= 0 else said.get(f"top_k{name}", usual[1])
        # moshi_mlx refuses to choose among exactly all of them, and takes its own top_p where none is given.
        return Sampler(temp=heat, top_p=0.0, top_k=among if 0 < among < tokens else None)

    text = sampler(config.text_temperature, config.text_top_k, "_text", _USUAL_TEXT, sizes.text_out_vocab_size)
    audio = sampler(config.audio_temperature, config.audio_top_k, "", _USUAL_AUDIO, sizes.audio_vocab_size - 1)
    return text, audio


def _load_vocabulary(path: Path, size: int) -> Vocabulary:
    try:
        vocabulary = sentencepiece.SentencePieceProcessor(str(path))
    except (OSError, RuntimeError) as error:
        raise EngineError(f"parameter 'moshi_mlx.tokenizer': {path} is not a sentencepiece model: {error}") from error
    pieces = vocabulary.get_piece_size()
    if pieces != size:
        raise EngineError(
            f"parameter 'moshi_mlx.tokenizer': {path} has {pieces} tokens, the model {size}: take its own"
        )
    return vocabulary

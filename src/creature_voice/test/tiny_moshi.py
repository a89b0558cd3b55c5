"""A tiny Moshi, its codec and its vocabulary, with random weights and the real classes: everything loads as the real
one does, and nothing it says makes sense.

    python tiny_moshi.py FOLDER

writes FOLDER/{config.json, mimi_config.json, model.safetensors, mimi.safetensors, tokenizer.model} and, for a persona,
FOLDER/{lora_config.json, lora.safetensors}. The weights bear the older, fused names of the released checkpoints, which
PyTorch, MLX and Rust all read. No output layer has a bias (MLX drops it): a constant in the text embedding stands in
for it, so that most of the text is padding, as with the real model.
"""

from __future__ import annotations

import copy
import io
import json
import os
import random
import shutil
import sys
from pathlib import Path
from typing import Any

os.environ.setdefault("NO_TORCH_COMPILE", "1")

REPO = "creature/tiny-moshi"

_CODEBOOKS = 8
_CARD = 2048
_DIM, _DEP_DIM, _MIMI_DIM = 64, 32, 32
_PAD = 3
_LORA = {"lora": True, "lora_rank": 4, "lora_scaling": 2.0}
# A constant in every text embedding, and what its share in a token's logit is: most tokens are padding, bytes are rare.
_CONSTANT = 5.0
_SHARES = ((slice(0, 1), 1.8), (slice(_PAD, _PAD + 1), 2.1), (slice(4, 260), -0.5))
_WORDS = """
hello there I am a small robot creature and can hear you now my name is moshi how are today what do see the
red blue cup ball is near door please come here good morning night thank yes no okay sure pick up put on shelf bring go
to kitchen show way stop turn left right look listen sleep wake eat play dance sing happy sad café naïve
"""


def _config(vocabulary: int, context: int) -> dict[str, Any]:
    delays = [0, *([0] + [1] * (_CODEBOOKS - 1)) * 2]
    main = {"dim": _DIM, "num_heads": 4, "num_layers": 2, "hidden_scale": 4.125, "context": context}
    depformer = {"dim": _DEP_DIM, "dim_feedforward": int(4.125 * _DEP_DIM), "num_heads": 2, "num_layers": 1}
    depformer |= {"layer_scale": None, "multi_linear": True, "context": _CODEBOOKS, "max_period": 10000}
    depformer |= {"gating": "silu", "pos_emb": "none", "weights_per_step": True}
    return {
        **main,
        **{f"depformer_{name}": value for name, value in depformer.items()},
        **{"text_card": vocabulary, "existing_text_padding_id": _PAD, "card": _CARD, "n_q": 2 * _CODEBOOKS},
        **{"dep_q": _CODEBOOKS, "delays": delays, "causal": True, "layer_scale": None, "max_period": 10000},
        **{"gating": "silu", "norm": "rms_norm_f32", "positional_embedding": "rope", "model_type": "moshi"},
        **{"moshi_name": "model.safetensors", "mimi_name": "mimi.safetensors", "tokenizer_name": "tokenizer.model"},
        "lm_gen_config": {"temp": 0.8, "temp_text": 0.7, "top_k": 250, "top_k_text": 25},
    }


def _mimi_config() -> dict[str, Any]:
    from moshi.models import loaders

    config = copy.deepcopy(loaders._mimi_config)
    config["seanet"] |= {"dimension": _MIMI_DIM, "n_filters": 2}
    ends = {"input_dimension": _MIMI_DIM, "output_dimension": _MIMI_DIM}
    config["quantizer"] = {"dimension": 16, "n_q": _CODEBOOKS, "bins": _CARD, **ends}
    config["transformer"] |= {"d_model": _MIMI_DIM, "num_heads": 2, "num_layers": 1, "dim_feedforward": 2 * _MIMI_DIM}
    config["transformer"] |= {"input_dimension": _MIMI_DIM, "output_dimensions": [_MIMI_DIM]}
    return config


def _vocabulary() -> bytes:
    """A sentencepiece model with Moshi's special ids, in which what is not known becomes bytes."""
    import sentencepiece

    chance = random.Random(0)
    lines = (" ".join(chance.choices(_WORDS.split(), k=8)).capitalize() + chance.choice(".,!?'") for _ in range(2000))
    written = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        **{"sentence_iterator": lines, "model_writer": written, "vocab_size": 480, "hard_vocab_limit": False},
        **{"byte_fallback": True, "unk_id": 0, "bos_id": 1, "eos_id": 2, "pad_id": _PAD, "minloglevel": 2},
    )
    return written.getvalue()


def _old_names(state: dict[str, Any]) -> dict[str, Any]:
    """Attention weights of several steps are one matrix in the released checkpoints."""
    import torch

    fused: dict[str, list[Any]] = {}
    for name, weights in state.items():
        for new, old in ((".in_projs.", ".in_proj_weight"), (".out_projs.", ".out_proj.weight")):
            if new in name:
                name = name.split(new)[0] + old
        fused.setdefault(name, []).append(weights)
    return {name: torch.cat(parts).contiguous().clone() for name, parts in fused.items()}


def _lora(plain: dict[str, Any]) -> dict[str, Any]:
    """Adaptors of every linear layer, large enough to be noticed."""
    import torch
    from moshi.models import loaders

    model = loaders.get_moshi_lm(None, plain | _LORA, dtype=torch.float32)
    return {name: 0.05 * torch.randn_like(w) for name, w in model.state_dict().items() if ".lora_" in name}


def make(folder: Path, seed: int = 0, context: int = 3000) -> Path:
    """Write the checkpoint; the same for the same seed."""
    import torch
    from moshi.models import loaders
    from safetensors.torch import save_file

    folder.mkdir(parents=True, exist_ok=True)
    tokenizer, codec = folder / "tokenizer.model", folder / "mimi_config.json"
    tokenizer.write_bytes(_vocabulary())
    codec.write_text(json.dumps(_mimi_config(), indent=1), encoding="utf-8")
    pieces = _pieces(tokenizer)
    config = _config(pieces, context)
    with torch.random.fork_rng(), torch.no_grad():
        torch.manual_seed(seed)
        mimi = loaders.get_mimi(None, _mimi_config(), num_codebooks=_CODEBOOKS)
        for name, buffer in mimi.named_buffers():
            if name.endswith("embedding_sum"):
                buffer.normal_()
            elif name.endswith("_initialized"):
                buffer.fill_(1.0)
        plain = {name: value for name, value in config.items() if not name.endswith("_name")}
        plain = {name: value for name, value in plain.items() if name not in ("lm_gen_config", "model_type")}
        model = loaders.get_moshi_lm(None, plain, dtype=torch.float32)
        for embedding in model.emb:
            embedding.weight[:, 0] = 0.0
        model.text_emb.weight[:, 0] = _CONSTANT
        model.text_linear.weight[:, 0] = 0.0
        for tokens, share in _SHARES:
            model.text_linear.weight[tokens, 0] = share
        lora = _lora(plain)
    save_file(_old_names(mimi.state_dict()), folder / "mimi.safetensors")
    save_file({name: w.bfloat16() for name, w in _old_names(model.state_dict()).items()}, folder / "model.safetensors")
    save_file({name: weights.bfloat16() for name, weights in lora.items()}, folder / "lora.safetensors")
    config["mimi_config_name"] = f"file://{codec.resolve()}"
    (folder / "config.json").write_text(json.dumps(config, indent=1), encoding="utf-8")
    (folder / "lora_config.json").write_text(json.dumps(config | _LORA, indent=1), encoding="utf-8")
    return folder


def lay_out_cache(folder: Path, home: Path, repo: str = REPO) -> None:
    """The same files as Hugging Face keeps them, for HF_HOME=home and HF_HUB_OFFLINE=1."""
    base, revision = home / "hub" / f"models--{repo.replace('/', '--')}", "0" * 40
    snapshot = base / "snapshots" / revision
    shutil.copytree(folder, snapshot)
    (base / "refs").mkdir()
    (base / "refs" / "main").write_text(revision, encoding="utf-8")
    config = json.loads((folder / "config.json").read_text(encoding="utf-8")) | {"mimi_config_name": "mimi_config.json"}
    (snapshot / "config.json").write_text(json.dumps(config), encoding="utf-8")


def _pieces(tokenizer: Path) -> int:
    import sentencepiece

    return int(sentencepiece.SentencePieceProcessor(str(tokenizer)).get_piece_size())


if __name__ == "__main__":
    made = make(Path(sys.argv[1]))
    for file in sorted(made.iterdir()):
        print(f"{file.name:20s} {file.stat().st_size:>10d}")

"""What the voice adds to Moshi: our `moshi` engine's frame time beside the bare package loop, on one model, in one run.

    ./creature run python benchmarks/bench_moshi.py [--frames 1000] [--json OUT.json]
        [--weights W --mimi M --tokenizer T --config C] [--device cuda] [--dtype bfloat16] [--inference-mode]

Without paths the model is a tiny one with random weights, made for the run: its frame is short, so what our engine
adds (the inner monologue, the session, levels) weighs more in it than in a real one. The bare loop is what moshi.server
does with a frame: encode, step, decode, samples back to the host. Both run in this process, in turns of a few frames,
with a model each (so a GPU needs room for two), and on the same sound.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
MAKER = ROOT / "src" / "creature_voice" / "test" / "tiny_moshi.py"
FILES = ("weights", "mimi", "tokenizer", "config")
NAMES = ("model.safetensors", "mimi.safetensors", "tokenizer.model", "config.json")
TURN_FRAMES = 25
WARM_UP_FRAMES = 25


def bare_loop(settings: dict[str, Any], inference_mode: bool) -> Callable[[Any], Any]:
    """The package's own loop: one frame heard, one frame spoken; as it is, or under PyTorch's inference mode."""
    import torch
    from moshi.models import LMGen, loaders

    paths = {name: Path(settings[name]) for name in FILES}
    info = loaders.CheckpointInfo.from_hf_repo(
        "", moshi_weights=paths["weights"], mimi_weights=paths["mimi"],
        tokenizer=paths["tokenizer"], config_path=paths["config"],
    )  # fmt: skip
    device = settings["device"]
    mimi = info.get_mimi(device=device)
    gen = LMGen(info.get_moshi(device=device, dtype=getattr(torch, settings["dtype"])), **info.lm_gen_config)
    words = info.get_text_tokenizer()
    mimi.streaming_forever(1)
    gen.streaming_forever(1)

    grad_free = torch.inference_mode if inference_mode else torch.no_grad

    def step(heard: Any) -> Any:
        with grad_free():
            codes = mimi.encode(torch.from_numpy(heard).to(device)[None, None])
            tokens = gen.step(codes)
            if tokens is None:
                return None
            spoken = mimi.decode(tokens[:, 1:])[0, 0].cpu().numpy()
            text_id = int(tokens[0, 0, 0].item())
            return spoken, words.id_to_piece(text_id) if text_id not in (0, 3) else ""

    return step


def our_engine(settings: dict[str, Any]) -> Callable[[Any], Any]:
    """The engine as the voice node makes it."""
    from creature_voice.engines.moshi import MoshiConfig, make_engine

    return make_engine(MoshiConfig(**settings), lambda what: None).step


def measure(loops: dict[str, Callable[[Any], Any]], frames: int) -> dict[str, list[float]]:
    """Milliseconds of every frame of each, in turns; the sound is the same for all."""
    chance = np.random.default_rng(0)
    sound = (0.05 * chance.standard_normal((frames + WARM_UP_FRAMES, 1920))).astype(np.float32)
    spent: dict[str, list[float]] = {name: [] for name in loops}
    for begin in range(0, len(sound), TURN_FRAMES):
        for name, step in loops.items():
            for number in range(begin, min(begin + TURN_FRAMES, len(sound))):
                begun = time.perf_counter()
                step(sound[number])
                if number >= WARM_UP_FRAMES:
                    spent[name].append(1000 * (time.perf_counter() - begun))
        print(f"\r  {min(begin + TURN_FRAMES, len(sound))}/{len(sound)} frames of each ...", end="", flush=True)
    print()
    return spent


def tiny(folder: str) -> dict[str, Any]:
    """Paths of a tiny checkpoint, made in the folder."""
    subprocess.run([sys.executable, str(MAKER), folder], check=True, stdout=subprocess.DEVNULL)
    return {name: str(Path(folder) / file) for name, file in zip(FILES, NAMES, strict=True)}


def show(figures: dict[str, Any]) -> None:
    """The table."""
    print(f"\n  {platform.machine()}, {os.cpu_count()} cores, {figures['device']}, {figures['model']}\n")
    for name, values in figures["frame_ms"].items():
        print(f"  {name:<24} median {values['median']:.2f}, p99 {values['p99']:.2f} ms (n={values['n']})")
    print(f"  ours to the bare loop    median {figures['ratio']:.3f}  (aim: within 1.03)")


def main() -> None:
    """Parse, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--frames", type=int, default=1000)
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--dtype", default="float32")
    parser.add_argument(
        "--inference-mode", action="store_true", help="give the bare loop PyTorch's inference mode, as ours has"
    )
    for name in FILES:
        parser.add_argument(f"--{name}", default="")
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    if options.device == "cpu":
        # As our engine has it there; moshi looks at this when it is imported.
        os.environ.setdefault("NO_TORCH_COMPILE", "1")
    given = {name: getattr(options, name) for name in FILES}
    with tempfile.TemporaryDirectory() as folder:
        if not all(given.values()):
            print("  making a tiny checkpoint ...", flush=True)
            given = tiny(folder)
        settings = {**given, "device": options.device, "dtype": options.dtype}
        bare = bare_loop(settings, options.inference_mode)
        spent = measure({"bare package loop": bare, "our engine": our_engine(settings)}, options.frames)
    found = {
        name: {"median": float(np.median(values)), "p99": float(np.percentile(values, 99)), "n": len(values)}
        for name, values in spent.items()
    }
    figures = {
        "device": options.device,
        "model": "the given checkpoint" if options.weights else "tiny random model",
        "frame_ms": found,
        "ratio": found["our engine"]["median"] / found["bare package loop"]["median"],
    }
    show(figures)
    if options.json:
        options.json.write_text(json.dumps(figures, indent=2))


if __name__ == "__main__":
    main()

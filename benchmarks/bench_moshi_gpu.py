"""What a full-size Moshi costs on this machine's GPU: random weights of the real shape, the package's own loop.

    ./creature run python benchmarks/bench_moshi_gpu.py [--frames 500] [--json OUT.json]

The weights are random, which costs the same time and memory as the released ones; what it says is noise. Prints encode,
step, decode and the whole frame (samples in host memory to samples in host memory), with CUDA graphs and without,
frames per second and the GPU memory taken. Without a GPU nothing is measured, and it says so; --small tries the
script itself on a model too small to tell anything.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import platform
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

FRAME_SAMPLES = 1920
FRAME_MS = 80.0
WARM_UP_FRAMES = 20
DTYPES = ("bfloat16", "float16", "float32")
STAGES = ("encode", "step", "decode", "whole frame")
# Attention, depth and width that change the time are the real model's but for --small.
SMALL_MOSHI = {"dim": 256, "num_heads": 4, "num_layers": 2, "text_card": 512, "depformer_dim": 64, "context": 300}
SMALL_DEPTH = {"depformer_num_heads": 2, "depformer_num_layers": 1, "depformer_dim_feedforward": 264}


def build(device: str, dtype: str, small: bool) -> tuple[Any, Any]:
    """Mimi and Moshi with random weights, on the device."""
    import torch
    from moshi.models import loaders

    torch.manual_seed(0)
    mimi = loaders.get_mimi(None, device=device, num_codebooks=8)
    for name, buffer in mimi.named_buffers():
        # Codebooks have to be told that they hold something, or the first frame would be clustered.
        if name.endswith("embedding_sum"):
            buffer.normal_()
        elif name.endswith("_initialized"):
            buffer.fill_(1.0)
    shape = {**loaders._lm_kwargs, **(SMALL_MOSHI | SMALL_DEPTH if small else {})}
    return mimi, loaders.get_moshi_lm(None, shape, device=device, dtype=getattr(torch, dtype))


def measure(mimi: Any, lm: Any, device: str, frames: int) -> dict[str, list[float]]:
    """Milliseconds of every stage of every frame, after the warm-up."""
    import torch
    from moshi.models import LMGen

    wait: Callable[[], None] = torch.cuda.synchronize if device.startswith("cuda") else lambda: None
    gen = LMGen(lm)
    spent: dict[str, list[float]] = {stage: [] for stage in STAGES}
    heard = torch.randn(frames + WARM_UP_FRAMES, 1, 1, FRAME_SAMPLES) * 0.05
    with torch.no_grad(), mimi.streaming(1), gen.streaming(1):
        for number, frame in enumerate(heard):
            marks = [time.perf_counter()]
            codes = mimi.encode(frame.to(device))
            wait()
            marks.append(time.perf_counter())
            tokens = gen.step(codes)
            wait()
            marks.append(time.perf_counter())
            if tokens is not None:
                mimi.decode(tokens[:, 1:]).cpu()
            marks.append(time.perf_counter())
            if number >= WARM_UP_FRAMES:
                for stage, begun, done in zip(STAGES, marks, marks[1:], strict=False):
                    spent[stage].append(1000 * (done - begun))
                spent[STAGES[-1]].append(1000 * (marks[-1] - marks[0]))
    return spent


@contextlib.contextmanager
def graphs(wanted: bool) -> Iterator[None]:
    """CUDA graphs as the package has them, or none."""
    from moshi.utils.compile import no_cuda_graph

    with contextlib.nullcontext() if wanted else no_cuda_graph():
        yield


def summary(spent: dict[str, list[float]]) -> dict[str, Any]:
    """Median and p99 of each stage; frames per second at the median."""
    import numpy as np

    found = {
        stage: {"median": float(np.median(values)), "p99": float(np.percentile(values, 99))}
        for stage, values in spent.items()
    }
    whole = spent["whole frame"]
    return {
        "ms": found,
        "frames_per_second": 1000 / found["whole frame"]["median"],
        "over_80_ms": sum(value > FRAME_MS for value in whole),
        "frames": len(whole),
    }


def memory_gb(device: str) -> float | None:
    """The most GPU memory that was taken; None where there is no GPU."""
    import torch

    return torch.cuda.max_memory_reserved() / 1e9 if device.startswith("cuda") else None


def show(figures: dict[str, Any]) -> None:
    """The table."""
    print(f"\n  {figures['device_name']}, {figures['dtype']}, torch {figures['torch']}, moshi {figures['moshi']}")
    print(f"  {figures['parameters'] / 1e9:.2f} billion parameters, random\n")
    for label, found in figures["runs"].items():
        print(f"  {label} ({found['frames']} frames, {found['over_80_ms']} of them over 80 ms)")
        for stage, values in found["ms"].items():
            print(f"    {stage:<14} median {values['median']:7.2f} ms, p99 {values['p99']:7.2f} ms")
        print(f"    {found['frames_per_second']:.1f} frames a second; real time is 12.5\n")
    if figures["memory_gb"] is not None:
        print(f"  GPU memory: {figures['memory_gb']:.1f} GB at the most")


def main() -> int:
    """Parse, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--frames", type=int, default=500)
    parser.add_argument("--dtype", choices=DTYPES, default="bfloat16")
    parser.add_argument("--small", action="store_true", help="a small model, on any device: tries the script only")
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    try:
        import moshi
        import torch
    except ImportError as error:
        print(f"not measured: {error}; ./creature up voice:=moshi installs it", file=sys.stderr)
        return 1
    if not torch.cuda.is_available() and not options.small:
        print("not measured: there is no CUDA GPU here (a full-size Moshi does not run in real time on a CPU)")
        return 0
    device = "cuda" if torch.cuda.is_available() else "cpu"
    print("  making the weights ...", flush=True)
    mimi, lm = build(device, options.dtype, options.small)
    runs = {}
    both = (("with CUDA graphs", True), ("without CUDA graphs", False))
    for label, wanted in both if device == "cuda" else (("on the CPU", False),):
        print(f"  {options.frames} frames {label} ...", flush=True)
        with graphs(wanted):
            runs[label] = summary(measure(mimi, lm, device, options.frames))
    figures = {
        "device_name": torch.cuda.get_device_name() if device == "cuda" else f"{platform.machine()} CPU",
        "dtype": options.dtype,
        "torch": torch.__version__,
        "moshi": moshi.__version__,
        "parameters": sum(weight.numel() for weight in lm.parameters()),
        "small": options.small,
        "runs": runs,
        "memory_gb": memory_gb(device),
    }
    show(figures)
    if options.json:
        options.json.write_text(json.dumps(figures, indent=2))
    return 0


if __name__ == "__main__":
    sys.exit(main())

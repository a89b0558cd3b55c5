"""What PyTorch computes on: is it there, is there room, and what went wrong, in words.

Units: sizes in GB of 10^9 bytes.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import torch

from creature_voice.engine import EngineError
from creature_voice.engines.moshi.checkpoint import Files
from creature_voice.errors import brief

# Beside its weights: attention's memory for 240 s, the codec at work, CUDA itself.
_WORKING_GB = 2.5

NO_GPU = (
    f"PyTorch {torch.__version__} sees no CUDA GPU, and a processor is too slow to talk with the released Moshi: check "
    "nvidia-smi, or use another machine's GPU with voice:=moshi_server"
)
"""What is said before it is loaded all the same: a small model may do."""


def find_device(name: str) -> torch.device:
    """The device of that name; "auto" is a GPU if there is one.

    Raises:
        EngineError: it is not there.
    """
    if name == "auto":
        name = "cuda" if torch.cuda.is_available() else "cpu"
    try:
        device = torch.device(name)
    except RuntimeError as error:
        raise EngineError(f"parameter 'moshi.device' is '{name}': there is no such kind of device") from error
    count = torch.cuda.device_count() if torch.cuda.is_available() else 0
    if device.type == "cuda" and (device.index or 0) >= count:
        raise EngineError(
            f"parameter 'moshi.device' is '{name}', but PyTorch {torch.__version__} sees {count or 'no'} CUDA GPU(s): "
            "check nvidia-smi and that PyTorch was installed with CUDA, or use another machine's GPU with "
            "voice:=moshi_server"
        )
    return device


def check_room(device: torch.device, files: Files, dtype: torch.dtype) -> None:
    """Refuse to load onto a GPU what does not fit there.

    Raises:
        EngineError: says how much is free and how much is needed.
    """
    if device.type != "cuda":
        return
    # What a voice before this one had is free, but not yet the GPU's.
    give_back(device)
    free, total = (size / 1e9 for size in torch.cuda.mem_get_info(device))
    needed = files.size_gb * dtype.itemsize / torch.bfloat16.itemsize + _WORKING_GB
    if free < needed:
        raise _too_small(f"{device} has {free:.1f} of {total:.1f} GB free, and Moshi needs about {needed:.1f} GB")


def give_back(device: torch.device) -> None:
    """Return what nobody uses any more to the GPU; models are full of cycles."""
    if device.type == "cuda":
        gc.collect()
        torch.cuda.empty_cache()


def _too_small(what: str) -> EngineError:
    return EngineError(
        f"{what}: end what else uses the GPU (nvidia-smi shows it), set a shorter 'moshi.session_s', or use a larger "
        "GPU on another machine with voice:=moshi_server"
    )


@contextmanager
def explained(what: str, path: Any) -> Iterator[None]:
    """Whatever a damaged or foreign file makes the libraries raise, as an EngineError."""
    try:
        yield
    except torch.OutOfMemoryError as error:
        raise _too_small(f"the GPU's memory did not suffice to load {what}") from error
    except EngineError:
        raise
    except Exception as error:
        if isinstance(error, MemoryError) or "allocate memory" in str(error):
            raise EngineError(
                f"this machine's memory did not suffice to load {what} ({path}): end what else uses it, or use another "
                "machine with voice:=moshi_server"
            ) from error
        raise EngineError(
            f"{what} ({path}) cannot be loaded: is the file complete, and of the same checkpoint as the others? "
            f"Delete it to have it fetched again, or correct its path; {brief(error)}"
        ) from error


@contextmanager
def explained_steps(device: torch.device) -> Iterator[None]:
    """Whatever the first steps raise; the files are not to blame any more."""
    try:
        yield
    except torch.OutOfMemoryError as error:
        raise _too_small(f"the memory of {device} did not suffice for the first steps") from error
    except Exception as error:
        raise EngineError(
            f"Moshi was loaded, but cannot compute on {device}: try it with NO_TORCH_COMPILE=1 in the environment "
            "(torch.compile needs a C compiler and Python's headers), then with NO_CUDA_GRAPH=1 too; "
            f"{brief(error)}"
        ) from error

"""What PyTorch computes on, and what is said when it does not do."""

from pathlib import Path

import pytest

torch = pytest.importorskip("torch")

from creature_voice.engine import EngineError  # noqa: E402
from creature_voice.engines.moshi.checkpoint import Files  # noqa: E402
from creature_voice.engines.moshi.torch_device import (  # noqa: E402
    check_room,
    explained,
    explained_steps,
    find_device,
)

pytestmark = pytest.mark.moshi
GPU = torch.device("cuda")


@pytest.fixture
def files(tmp_path):
    weights, mimi = tmp_path / "weights", tmp_path / "mimi"
    weights.write_bytes(b"0" * 2000)
    mimi.touch()
    return Files(None, weights, mimi, tmp_path, None)


def test_by_itself_it_takes_the_processor_where_there_is_no_gpu(monkeypatch):
    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    assert find_device("auto") == torch.device("cpu")
    with pytest.raises(EngineError, match=r"'cuda', but PyTorch .* sees no CUDA GPU\(s\): check nvidia-smi"):
        find_device("cuda")


def test_what_nobody_uses_any_more_is_given_back_before_the_room_is_measured(files, monkeypatch):
    done: list[str] = []
    monkeypatch.setattr(torch.cuda, "empty_cache", lambda: done.append("given back"))
    monkeypatch.setattr(torch.cuda, "mem_get_info", lambda device: done.append("measured") or (3e9, 8e9))
    check_room(GPU, files, torch.bfloat16)
    assert done == ["given back", "measured"]
    monkeypatch.setattr(torch.cuda, "mem_get_info", lambda device: (2e9, 8e9))
    with pytest.raises(EngineError, match=r"cuda has 2\.0 of 8\.0 GB free, and Moshi needs about 2\.5 GB"):
        check_room(GPU, files, torch.bfloat16)


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (torch.OutOfMemoryError("CUDA out of memory"), r"the GPU's memory did not suffice to load it: .*nvidia-smi"),
        (RuntimeError("DefaultCPUAllocator: can't allocate memory"), r"this machine's memory .*it \(/w\): end what"),
        (MemoryError(), "this machine's memory did not suffice"),
        (KeyError("weight"), r"it \(/w\) cannot be loaded: is the file complete.*'weight'"),
        (EngineError("as it is"), "^as it is$"),
    ],
)
def test_what_goes_wrong_with_a_file(error, words):
    with pytest.raises(EngineError, match=words), explained("it", Path("/w")):
        raise error


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (RuntimeError("Failed to find C compiler"), "cannot compute on cuda: .*NO_TORCH_COMPILE=1.*C compiler$"),
        (torch.OutOfMemoryError(""), "the memory of cuda did not suffice for the first steps"),
    ],
)
def test_first_steps_that_fail_do_not_blame_the_files(error, words):
    with pytest.raises(EngineError, match=words) as raised, explained_steps(GPU):
        raise error
    assert "complete" not in str(raised.value)

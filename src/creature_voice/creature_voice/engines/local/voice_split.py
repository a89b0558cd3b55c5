"""Cuts a Piper voice in two, so that sound comes before the whole sentence is made.

Design: a Piper (VITS) model first makes a hidden picture of the whole sentence, which is quick, and then decodes it to
sound, which is slow but local: a few frames need only a few neighbours. As two models, the first plays while the
rest is decoded. The cut is made once and kept under ${XDG_CACHE_HOME:-~/.cache}/creature, named for the voice's hash.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from pathlib import Path

_DECODER = "/dec/"
_HASH_BYTES = 8


class SplitError(RuntimeError):
    """The voice cannot be cut in two; the message says why."""


def split_voice(model: Path) -> tuple[Path, Path]:
    """The two halves of a voice, made if they are not there yet.

    Args:
        model: A single-speaker Piper voice (.onnx).

    Returns:
        Paths of the encoder (phoneme ids to hidden frames and phonemes' lengths) and the decoder (hidden frames to
        sound).

    Raises:
        SplitError: It is no Piper voice, or one of several speakers.
    """
    name = hashlib.sha256(model.read_bytes()).hexdigest()[: 2 * _HASH_BYTES]
    folder = _cache_folder()
    encoder, decoder = folder / f"{name}-encoder.onnx", folder / f"{name}-decoder.onnx"
    if not (encoder.exists() and decoder.exists()):
        _cut(model, encoder, decoder)
    return encoder, decoder


def _cache_folder() -> Path:
    folder = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "creature"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return folder
    except OSError:
        return Path(tempfile.mkdtemp(prefix="creature-"))


def _cut(model: Path, encoder: Path, decoder: Path) -> None:
    # onnx is slow to import and needed only here, once for each voice.
    import onnx

    graph = onnx.load(str(model))
    hidden, lengths = _seam(graph.graph)
    extractor = onnx.utils.Extractor(graph)
    inputs = [entry.name for entry in graph.graph.input]
    outputs = [entry.name for entry in graph.graph.output]
    _save(extractor.extract_model(inputs, [hidden, lengths]).SerializeToString(), encoder)
    _save(extractor.extract_model([hidden], outputs).SerializeToString(), decoder)


def _seam(graph: object) -> tuple[str, str]:
    """Names of the tensors at the cut: what the decoder takes, and the phonemes' lengths in hidden frames."""
    nodes = graph.node  # type: ignore[attr-defined]
    weights = {entry.name for entry in graph.initializer}  # type: ignore[attr-defined]
    inside = {name for node in nodes if node.name.startswith(_DECODER) for name in node.output}
    taken = {name for node in nodes if node.name.startswith(_DECODER) for name in node.input}
    hidden = [name for name in taken - inside - weights if name and not name.startswith(_DECODER)]
    lengths = [name for node in nodes if node.op_type == "Ceil" for name in node.output]
    if len(hidden) != 1 or not lengths:
        raise SplitError("it is not a single-speaker Piper voice: choose one of those, of quality low or medium")
    return hidden[0], lengths[0]


def _save(data: bytes, path: Path) -> None:
    """Written beside it and renamed: somebody else may have the old file open."""
    with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
        file.write(data)
    os.replace(file.name, path)

"""A wav file as a sink: everything the creature says, silence included, in real time."""

from __future__ import annotations

from pathlib import Path

from creature_voice.audio_file import SpeechWriter
from creature_voice.frame import Frame
from creature_voice.sinks.sink import SinkCounts


class WavSink:
    """Writes each frame as it is spoken; the file is valid at any moment."""

    def __init__(self, path: str | Path) -> None:
        """Create or overwrite the file.

        Raises:
            AudioFileError: the file cannot be written.
        """
        self._writer = SpeechWriter(path)

    def start(self) -> None:
        """Go on at the file's end."""

    def write(self, frame: Frame) -> None:
        """Append one frame. A few kilobytes into the page cache: it does not wait for the disk."""
        self._writer.write(frame)

    def counts(self) -> SinkCounts:
        """Nothing is counted."""
        return SinkCounts()

    def stop(self) -> None:
        """Nothing to end."""

    def close(self) -> None:
        """Finish the file."""
        self._writer.close()

"""What can go wrong outside the voice: files, devices, packages."""

_LONGEST = 300


class VoiceError(OSError):
    """Something the voice needs is not to be had; the message is one line that says what to do."""


class AudioFileError(VoiceError):
    """A file cannot be read, or written, as sound."""


class DeviceError(VoiceError):
    """A microphone or speaker cannot be opened."""


def brief(error: Exception) -> str:
    """An error of a library in one line that is not too long; some write whole pages."""
    return " ".join(str(error).split())[:_LONGEST] or type(error).__name__

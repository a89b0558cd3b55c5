"""What can go wrong outside the voice: files, devices, packages."""


class VoiceError(OSError):
    """Something the voice needs is not to be had; the message is one line that says what to do."""


class AudioFileError(VoiceError):
    """A file cannot be read, or written, as sound."""


class DeviceError(VoiceError):
    """A microphone or speaker cannot be opened."""

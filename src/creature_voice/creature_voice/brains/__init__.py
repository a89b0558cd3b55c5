"""Where the local voice's words come from: our own rules, or a language model behind a URL."""

from __future__ import annotations

from creature_voice.brains.brain import Brain, Reply, cancel
from creature_voice.brains.config import BrainConfig
from creature_voice.brains.make import make_brain

__all__ = ["Brain", "BrainConfig", "Reply", "cancel", "make_brain"]

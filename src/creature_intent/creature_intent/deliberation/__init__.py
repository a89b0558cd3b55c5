"""Thinking about what takes several steps, beside the conversation."""

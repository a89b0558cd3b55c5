"""Goals for the body: queued, sent, followed, each to exactly one outcome."""

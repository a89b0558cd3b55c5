"""From what happens to what is felt: an affect state machine."""

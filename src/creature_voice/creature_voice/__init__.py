"""The duplex voice: engines, sound in and out, the 80 ms loop."""

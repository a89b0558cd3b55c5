"""The front door: what the command `creature` does. It needs the standard library only."""

"""The face: one web page, and the bridge that feeds it."""

"""How well the watcher understands: sentences and dialogues with what is meant by them, run through it and scored."""

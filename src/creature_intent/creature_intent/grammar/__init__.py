"""The rules of config/intents.yaml, read, checked and compiled; the words that every reader knows."""

"""From the words of the conversation to tasks: intents, dispatch."""

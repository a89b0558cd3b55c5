"""From the words of a clause to its deed: a task, its objects, places and persons."""

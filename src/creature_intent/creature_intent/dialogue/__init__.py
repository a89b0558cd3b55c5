"""What each speaker does with a phrase (asks, promises, corrects, takes back), and what comes of it."""

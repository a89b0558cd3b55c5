"""Whether a deed is meant, or only talked about."""

"""A text and the places in it: spans, segments, and what is said about a stretch of it."""

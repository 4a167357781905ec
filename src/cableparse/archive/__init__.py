"""Many documents at once: what stands on reading, one document after the other."""

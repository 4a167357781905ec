"""Many documents at once: counted, or read by workers and written into one target."""

"""Many documents at once: read and encoded by workers, written in order, gone on with later."""

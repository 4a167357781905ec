"""The fields of the head, each read on its own."""

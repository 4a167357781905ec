"""The head: which line is which field's, and where the body begins."""

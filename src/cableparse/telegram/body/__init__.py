"""The body: paragraphs and headings, the end, and what follows it."""

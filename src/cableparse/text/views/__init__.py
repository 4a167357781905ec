"""The views of a cable's body: paragraphs, headings, summary, comment, title and clean text."""

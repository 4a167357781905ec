"""Invented archives: many documents of both decades, in several wrappings, and on disk."""

"""Formats: one kind of wrapping a module."""

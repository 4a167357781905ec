"""Exporters: each writes one file format."""

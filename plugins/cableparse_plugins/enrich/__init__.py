"""Enrichers: each says one thing about a cable."""

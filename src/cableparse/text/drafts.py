"""Drafts of frozen values: filled by plain assignment, then made the value.

A frozen class sets each of its fields through a call, and most of the time that a telegram's two
hundred values take is those calls'. A draft has the same slots, open:

>>> from attrs import frozen
>>> @frozen
... class Point(Drafted):
...     x: int
>>> PointDraft = draft_of(Point)
>>> point = PointDraft()
>>> point.x = 1
>>> point.__class__ = Point
>>> point
Point(x=1)

Nothing is converted, checked or left at a default, so every field has to be set. Only what has
read the values itself builds so.
"""

from typing import Any


class Drafted:
    """What a class with a draft is derived from, and nothing else: two classes of one layout."""

    __slots__ = ("__weakref__",)


def draft_of(cls: type[Drafted]) -> Any:
    """Give the open class whose instances become those of the frozen ``cls``."""
    return type(f"{cls.__name__}Draft", cls.__bases__, {"__slots__": vars(cls)["__slots__"]})

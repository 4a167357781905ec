"""How much a container may unpack to, and the count of what it has unpacked to so far."""

from collections.abc import Callable

from attrs import define, field, frozen, validators

from cableparse.model.errors import ContainerLimitError

_POSITIVE = validators.gt(0)


@frozen(kw_only=True)
class Limits:
    """What a container may hold before it is refused as a bomb.

    ``max_members`` is how many members one file may have in all, ``max_ratio`` how many times
    longer than the file they may be together (the first 256 MiB are free), ``max_depth`` how deep
    containers may stand in each other. How long one member may be, ``max_bytes`` says.
    """

    max_members: int = field(default=5_000_000, validator=_POSITIVE)
    max_ratio: float = field(default=200, validator=_POSITIVE)
    max_depth: int = field(default=2, validator=_POSITIVE)


FREE = 256 * 1024 * 1024
"""Bytes that a file may unpack to whatever its own length is: a page of blanks packs well."""


@define
class Unpacked:
    """What one file has unpacked to; ``size`` gives its own length, as far as it was read."""

    name: str
    limits: Limits
    size: Callable[[], int] = int
    members: int = 0
    length: int = 0

    def count(self, length: int) -> None:
        """Count a member of this length; raises ``ContainerLimitError`` beyond a limit."""
        self.members += 1
        self.length += length
        if self.members > self.limits.max_members:
            raise ContainerLimitError(
                self.name,
                f"holds more than {self.limits.max_members:,} members; "
                "raise max_members in limits to read on",
            )
        if self.length > FREE and self.length > self.limits.max_ratio * self.size():
            raise ContainerLimitError(
                self.name,
                f"unpacks to more than {self.limits.max_ratio:g} times its length, as a bomb does; "
                "raise max_ratio in limits to read on",
            )

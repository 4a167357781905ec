"""What stands in the place of a cable where an input gave none."""

from attrs import frozen


@frozen(kw_only=True)
class Failure:
    """An input that gave no cable: its name, and the error that says why."""

    name: str
    error: Exception

"""What holds of every cable: asked of the specimens, of invented cables and of damaged copies."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from hypothesis import given

from cableparse import Cable, Parser
from cableparse.testing import cables, damaged_copies

_PARSER = Parser(autoload="bundled")


def held_of_any_cable(check: Callable[[Cable], None]) -> tuple[Callable[..., None], ...]:
    """Give three tests that ``check`` holds: of a specimen, of any cable, of a damaged copy."""

    def of_a_specimen(specimen: Path) -> None:
        check(_PARSER.read(specimen))

    @given(cable=cables())
    def of_any_cable(cable: Cable) -> None:
        check(cable)

    @given(copy=damaged_copies())
    def of_a_damaged_copy(copy: Any) -> None:
        check(_PARSER.parse(copy.data, format="telegram"))

    return of_a_specimen, of_any_cable, of_a_damaged_copy

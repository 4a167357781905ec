"""What once crashed, ran long or broke a law, shortened and in other words: it keeps the laws."""

from pathlib import Path

import pytest

from cableparse import Parser, UnclaimedError
from cableparse.testing import broken_law
from conftest import SPECIMENS

PARSERS = {
    "enriched": Parser(autoload="bundled", also=["typography"]),
    "plain": Parser(autoload="bundled", enrich=False),
}
FORMATS = [None, *(format.name for format in PARSERS["plain"].registry.formats)]
CRASHES = sorted(path for path in Path(SPECIMENS, "crashes").iterdir())


@pytest.mark.parametrize("how", PARSERS)
@pytest.mark.parametrize("format", FORMATS, ids=str)
@pytest.mark.parametrize("path", CRASHES, ids=lambda path: path.name)
def test_what_once_broke_a_law_keeps_it(path: Path, format: str | None, how: str) -> None:
    try:
        cable = PARSERS[how].parse(path.read_bytes(), format=format)
    except UnclaimedError:
        assert format is None  # it broke a law as a format that was named, and says so
        return
    assert broken_law(cable) is None
    assert all(enricher.enrich(cable) == cable for enricher in PARSERS[how].enrichers)

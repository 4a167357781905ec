"""What once crashed, ran long or broke a law, shortened and in other words: it keeps the laws."""

from pathlib import Path

import pytest

from cableparse import Failure, Parser
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
    cable = PARSERS[how].parse(path.read_bytes(), format=format)
    assert broken_law(cable) is None
    assert all(enricher.enrich(cable) == cable for enricher in PARSERS[how].enrichers)


def test_the_readmes_first_command_can_read_every_document(parser: Parser) -> None:
    # One that broke a law as a format that was named needs a line by which a format knows it.
    failures = [found for found in parser.scan(SPECIMENS) if isinstance(found, Failure)]
    assert failures == []

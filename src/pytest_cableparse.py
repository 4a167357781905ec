"""The pytest plugin: the fixtures ``cable_parser`` and ``golden``, and ``--rewrite-golden``.

pytest imports this module in every run where cableparse is installed, also in those that have
nothing to do with cables. That is why it stands beside the package and not inside it: importing
anything of ``cableparse`` runs its ``__init__``, which loads the parser and takes longer than
pytest does. Nothing is imported before a fixture is asked for.

For the same reason it loads with whatever pytest is there, also one that is older than the extra
``testing`` asks for: annotations are not evaluated, since a pytest may lack the names in them.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from os import PathLike

    from cableparse import Cable, Parser

OPTION = "--rewrite-golden"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the one option."""
    parser.getgroup("cableparse").addoption(
        OPTION,
        action="store_true",
        help="write the golden files anew; the run fails all the same, so that none passes by it",
    )


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Let no run pass that was told to rewrite golden files."""
    if session.config.getoption(OPTION) and not session.exitstatus:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Say why such a run failed."""
    if config.getoption(OPTION):
        terminalreporter.write_line(
            f"FAILED: {OPTION} was given. Read what it wrote, then run again without it.", red=True
        )


@pytest.fixture(scope="session")
def cable_parser() -> Parser:
    """Give a parser with every installed plugin."""
    parser: Parser = import_module("cableparse").Parser()
    return parser


@pytest.fixture
def golden(
    request: pytest.FixtureRequest,
) -> Callable[[str | PathLike[str], Cable | None], None]:
    """Give a function that compares a document's cable with the golden file beside it.

    ``golden(path)`` reads the document with ``cable_parser``; ``golden(path, cable)`` takes the
    cable that is given. See :func:`cableparse.testing.check_golden`.
    """
    check_golden = import_module("cableparse.testing.golden").check_golden

    def check(path: str | PathLike[str], cable: Cable | None = None) -> None:
        __tracebackhide__ = True
        if cable is None:
            parser = request.getfixturevalue("cable_parser")
            cable = parser.read(path, name=str(path).replace("\\", "/").rpartition("/")[2])
        check_golden(path, cable, rewrite=request.config.getoption(OPTION))

    return check

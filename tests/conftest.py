"""Profiles, options and fixtures that the whole suite shares."""

import os
import signal
import sys
import zlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, seed, settings

from cableparse import Cable, Parser

pytest_plugins = ["pytester"]

# A shell has what it starts in the background ignore Ctrl-C, and Python leaves that as it is. The
# tests press it.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

TESTS = Path(__file__).parent
# The suite runs with --import-mode=importlib, which leaves sys.path alone.
sys.path.insert(0, str(TESTS))

SPECIMENS = TESTS.parent / "seeds"
CORPUS = Path(os.environ.get("CABLEPARSE_CORPUS") or TESTS.parents[1] / "shared" / "seeds")

# The same examples each time and everywhere: a red run on one machine is red on the next.
_SAME_EVERYWHERE = settings(
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=(HealthCheck.too_slow, HealthCheck.data_too_large),
)
# With other versions of the libraries fewer examples say what they break.
settings.register_profile("few", _SAME_EVERYWHERE, max_examples=10)
settings.register_profile("fast", _SAME_EVERYWHERE, max_examples=25)
settings.register_profile("fuzz", _SAME_EVERYWHERE, max_examples=120)
# Hypothesis draws constants of the code that is imported and not installed, so that examples would
# depend on how the library is installed, on the tests' order and on the checkout's folder. Releases
# that do not do that have nothing to be told.
with suppress(ImportError):
    from hypothesis.internal.conjecture import providers

    providers._get_local_constants = lambda: providers._local_constants

# What each profile draws from: a test's examples depend on this and on its name.
SEEDS = {"few": 1, "fast": 1, "fuzz": 1}
PROFILE = os.environ.get("HYPOTHESIS_PROFILE") or "fast"
settings.load_profile(PROFILE)


def pytest_itemcollected(item: pytest.Item) -> None:
    test = getattr(item, "obj", None)
    if getattr(test, "is_hypothesis_test", False):
        name = getattr(item, "originalname", item.name)  # a test's parameters share its function
        function = getattr(test, "__func__", test)
        seed(zlib.crc32(f"{PROFILE} {SEEDS[PROFILE]} {name}".encode()))(function)


def pytest_report_header() -> list[str]:
    corpus = CORPUS if CORPUS.is_dir() else f"{CORPUS} (not there)"
    return [f"hypothesis profile: {PROFILE}", f"real documents: {corpus}"]


def real_documents() -> list[Path]:
    """The documents of the corpus; none where there is no corpus."""
    if not CORPUS.is_dir():
        return []
    return sorted(
        path
        for path in CORPUS.iterdir()
        if path.is_file() and path.suffix != ".json" and not path.name.startswith(".")
    )


def specimens() -> list[Path]:
    """The documents that were written for this project."""
    return sorted(path for path in SPECIMENS.iterdir() if path.suffix in {".txt", ".html"})


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "document" in metafunc.fixturenames:
        skipped = pytest.param(
            None,
            id="none",
            marks=pytest.mark.skip(f"no real documents: {CORPUS} is not there or is empty"),
        )
        documents = [pytest.param(path, id=path.name) for path in real_documents()]
        metafunc.parametrize("document", documents or [skipped])
    if "specimen" in metafunc.fixturenames:
        metafunc.parametrize("specimen", specimens(), ids=lambda path: path.name)


@pytest.fixture(scope="session")
def parser() -> Parser:
    """The bundled plugins alone, whatever else is installed beside them."""
    return Parser(autoload="bundled")


@pytest.fixture(scope="session")
def plain() -> Parser:
    """The bundled formats without enrichers."""
    return Parser(autoload="bundled", enrich=False)


@pytest.fixture
def telegram(parser: Parser) -> Callable[[str], Cable]:
    """Reads a fragment of a telegram."""
    return lambda text: parser.parse(text, format="telegram")


@pytest.fixture
def raw(plain: Parser) -> Callable[[str], Cable]:
    """Reads a fragment of a telegram, by the grammar alone."""
    return lambda text: plain.parse(text, format="telegram")


@pytest.fixture(scope="session")
def corpus() -> list[Path]:
    """All real documents; skips where there are none."""
    documents = real_documents()
    if not documents:
        pytest.skip(f"no real documents: {CORPUS} is not there or is empty")
    return documents

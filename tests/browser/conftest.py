"""The browser that these tests drive; without one they are skipped."""

import os
import shutil
from collections.abc import Iterator
from typing import Any

import pytest

# For a browser that reaches nothing, least of all what it would look for by itself.
_QUIET = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update"),
)
_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Chromium, which playwright drives."""
    path = os.environ.get("CABLEPARSE_BROWSER") or shutil.which("chromium")
    if path is None:
        pytest.skip("there is no browser: install chromium or set CABLEPARSE_BROWSER")
    driver = pytest.importorskip("playwright.sync_api", reason="playwright drives the browser")
    with driver.sync_playwright() as running:
        browser = running.chromium.launch(executable_path=path, args=[*_QUIET])
        yield browser
        browser.close()


@pytest.fixture
def violations() -> Any:
    """Gives what axe finds on a page: the rules that it breaks, each with an element."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe looks at access")

    looker = axe.Axe()

    def found(page: Any) -> list[tuple[str, str]]:
        said = looker.run(page, options={"runOnly": _RULES, "resultTypes": ["violations"]})
        return [(one["id"], one["nodes"][0]["html"]) for one in said.response["violations"]]

    return found

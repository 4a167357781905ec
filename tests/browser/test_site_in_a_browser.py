"""A site in a real browser, opened from the disk: its search finds, and axe has nothing to say."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from archives import CABLE
from cableparse import Parser

pytest.importorskip("jinja2", reason="pages need jinja2: pip install 'cableparse[html]'")
PARSER = Parser(autoload="bundled")
LOCKS = "SUBJECT: LOCKS OF M\u00c1LAGA\n\n1. A ferry and 25 kelps. constructor __proto__.\n"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sites") / "site"
    with PARSER.exporter("site").open(folder) as writer:
        for number in range(1, 31):
            text = CABLE.format(number=number, referred=number + 1)
            writer.write(PARSER.parse(text, format="telegram", name=f"{number}.txt"))
        writer.write(PARSER.parse(LOCKS, format="telegram", name="locks.txt"))
    return folder


@pytest.fixture
def page(browser: Any, site: Path) -> Iterator[Any]:
    """A page that may ask for the site's own files, and for nothing else."""
    asked: list[str] = []
    said: list[str] = []
    page = browser.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    yield page
    page.close()
    own = (site.as_uri(), "data:")
    assert [url for url in asked if not url.startswith(own)] == [], "the site asks for something"
    assert said == [], "the browser complains"


def searched(page: Any, site: Path, words: str) -> str:
    """Type words into the search, and give what it says."""
    page.goto(f"{site.as_uri()}/search.html")
    page.fill("#q", words)
    page.keyboard.press("Enter")
    page.wait_for_function("document.getElementById('status').textContent !== ''")
    return str(page.text_content("#status"))


def results(page: Any) -> list[str]:
    return [str(one.get_attribute("href")) for one in page.locator("#results a").all()]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("malaga", "1 cable"),
        ("M\u00c1LAGA loc", "1 cable"),  # the last word may be cut short
        ("loc malaga ", "0 cables"),  # and no other
        ("locks zeppelin", "0 cables"),
        ("constructor", "1 cable"),  # names that every object of a script has
        ("tostring", "0 cables"),
        ("proto", "1 cable"),
        ("25 kelps", "1 cable"),
    ],
)
def test_the_search_finds_words_of_titles_and_texts(page, site, words, said) -> None:
    assert searched(page, site, words) == said
    expected = 1 if said == "1 cable" else 0
    page.wait_for_function(f"document.querySelectorAll('#results li').length === {expected}")


def test_titles_come_first_and_more_are_shown_on_request(page, site) -> None:
    assert searched(page, site, "ferry") == "31 cables"
    page.wait_for_function("document.querySelectorAll('#results li').length === 20")
    page.click("#more")
    page.wait_for_function("document.querySelectorAll('#results li').length === 31")
    assert "locks" in results(page)[-1]
    assert not page.is_visible("#more")


def test_the_first_pages_search_leads_to_results_and_they_to_a_cable(page, site) -> None:
    page.goto(f"{site.as_uri()}/index.html")
    page.fill("#q", "malaga")
    page.keyboard.press("Enter")
    page.wait_for_selector("#results a")
    page.click("#results a")
    assert "Locks of M" in page.title()
    page.click("nav.site a >> text=Cables")
    assert page.title() == "Cables"


def test_a_reference_leads_on_to_the_cable_that_it_names(page, site) -> None:
    page.goto(f"{site.as_uri()}/cables/2008/08HALIFAX1.html")
    page.click("nav[aria-label=References] a >> text=08HALIFAX2")
    assert page.title() == "08HALIFAX2"
    page.click("main a[href*='cables/']")
    assert "08 HALIFAX 2" in page.title()


PAGES = (
    *("index.html", "search.html", "posts/index.html", "posts/HALIFAX.html"),
    *("references/index.html", "numbers/2008/08HALIFAX2.html", "numbers/2008/08HALIFAX31.html"),
    "cables/2008/08HALIFAX1.html",
)


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_in_light_and_in_dark(browser, violations, site, name) -> None:
    page = browser.new_page(color_scheme="light")
    page.goto(f"{site.as_uri()}/{name}")
    assert violations(page) == []
    page.emulate_media(color_scheme="dark")
    assert violations(page) == []
    page.close()

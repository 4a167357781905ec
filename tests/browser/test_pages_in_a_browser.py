"""The pages in a real browser: layers, links, nothing fetched, and what axe says of access."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import html_pages
from cableparse import Cable, Parser

pytest.importorskip("jinja2", reason="pages need jinja2: pip install 'cableparse[html]'")
PARSER = Parser(autoload="bundled")
EXPORTER = PARSER.exporter("html")
SEEDS = Path(__file__).resolve().parents[2] / "seeds"
URL = "http://cables.invalid/page.html"
PAGES = (
    *("clean.txt", "fused-header.txt", "latin1-crlf.txt", "markdown-renumbering.txt"),
    *("nara-sections.txt", "page-marks.txt", "redactions.txt", "scoop-lost-lines.txt"),
    *("truncated.txt", "wikileaks-page.html"),
)
HOSTILE = (
    "TAGS: ETRD\r\nSUBJECT: <script>document.title='x'</script> \u202eXXXXXXX\r\n\r\n"
    "1. (U) \0\ud800\f\v\x01\x85\u2028\ufeff</pre><img src=//cables.invalid/x onerror=alert(1)>\r"
    "12. (U) אבג &amp; &#13; {{ 7 * 7 }}\n\n\n"
)


def cable_of(name: str) -> Cable:
    if name == "hostile":
        return PARSER.parse(HOSTILE, format="telegram", name="<b>hostile</b>")
    return PARSER.read(SEEDS / name)


Open = Callable[..., Any]


@pytest.fixture
def show(browser: Any) -> Iterator[Open]:
    """Opens the page of a cable as a server would give it, and fails where it asks for more."""
    asked: list[str] = []
    said: list[str] = []
    contexts = []

    def show(name: str, **settings: Any) -> Any:
        context = browser.new_context(**{"viewport": {"width": 1300, "height": 900}, **settings})
        contexts.append(context)
        html = html_pages.written(EXPORTER, cable_of(name))

        def answer(route: Any) -> None:
            if route.request.url == URL:
                route.fulfill(body=html.encode(), content_type="text/html")
            else:
                asked.append(route.request.url)
                route.abort()

        context.route("**/*", answer)
        page = context.new_page()
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("dialog", lambda dialog: (said.append(dialog.message), dialog.dismiss()))
        page.goto(URL)
        return page

    yield show
    for context in contexts:
        context.close()
    assert asked == [], "the page asks for something"
    assert said == [], "the browser complains"


@pytest.mark.parametrize("name", [*PAGES, "hostile"])
def test_the_copy_is_the_text_and_nothing_is_fetched(name: str, show: Open) -> None:
    cable = cable_of(name)
    page = show(name)
    found = page.evaluate("document.getElementById('source').textContent")
    assert found == html_pages.expressible(cable.source.text)
    assert page.evaluate("document.scripts.length") == 0
    assert (cable.title or "A cable without a subject") in page.title() or name == "hostile"


FOLLOW = """() => [...document.querySelectorAll('a[href]')].map(link => {
    link.click();
    const target = document.querySelector(':target');
    const place = target.getClientRects()[0] ?? target.parentElement.getClientRects()[0];
    return [link.getAttribute('href'), location.hash, place.bottom > 0 && place.top < innerHeight];
})"""


@pytest.mark.parametrize("name", PAGES)
def test_every_link_leads_to_what_is_then_in_view(name: str, show: Open) -> None:
    followed = show(name, reduced_motion="reduce").evaluate(FOLLOW)
    assert len(followed) > 20
    assert [one for one in followed if one[0] != one[1] or not one[2]] == []


def test_a_link_is_followed_by_keyboard_and_leads_back(show: Open) -> None:
    page = show("page-marks.txt")
    for _ in range(3):
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "show-f"
    page.locator("#field-subject a").first.focus()
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#at-field-subject"
    # What stands behind the place is next: the reader is where the link led to.
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#source') !== null")
    page.locator(".l:has(:target) .m a[href='#field-subject']").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.querySelector(':target').id") == "field-subject"


LAYERS = {
    "show-f": ("scoop-lost-lines.txt", "#source .f, #reading .f"),
    "show-r": ("redactions.txt", ".m a.r"),
    "show-e": ("markdown-renumbering.txt", ".m a.e, #reading .n.e, #reading .read, .repairs"),
    "show-d": ("scoop-lost-lines.txt", ".m a.d, #reading .n.d, .defects"),
}


@pytest.mark.parametrize("layer", LAYERS)
def test_a_layer_is_hidden_and_shown_by_keyboard(layer: str, show: Open) -> None:
    name, selector = LAYERS[layer]
    page = show(name)
    text = page.evaluate("document.getElementById('source').textContent")
    things = page.locator(selector)
    visible = page.locator(f":is({selector}):visible")
    count = things.count()
    assert visible.count() == count > 0
    box = page.locator(f"#{layer}")
    box.focus()
    page.keyboard.press("Space")
    assert not box.is_checked()
    assert visible.count() == 0
    assert page.evaluate("document.getElementById('source').textContent") == text
    page.keyboard.press("Space")
    assert visible.count() == count


def test_without_repairs_the_reading_has_what_is_printed(show: Open) -> None:
    page = show("markdown-renumbering.txt")
    number = page.locator("#paragraph-2 .number")
    assert number.inner_text() == "2."
    page.locator("#show-e").uncheck()
    assert number.inner_text() == "12."


def test_without_redactions_the_markers_are_text_like_any_other(show: Open) -> None:
    page = show("redactions.txt")
    mark = page.locator("#at-redaction-1 .r")
    ink = "one => getComputedStyle(one).borderTopWidth"
    assert mark.evaluate(ink) != "0px"
    page.locator("#show-r").uncheck()
    assert mark.evaluate(ink) == "0px"
    assert mark.is_visible()


@pytest.mark.parametrize("name", [*PAGES, "hostile"])
def test_axe_finds_nothing(name: str, show: Open, violations: Any) -> None:
    page = show(name)
    page.locator("summary").click()
    assert violations(page) == []
    if name in {"redactions.txt", "scoop-lost-lines.txt", "hostile"}:
        page.emulate_media(color_scheme="dark")
        page.set_viewport_size({"width": 400, "height": 900})
        assert violations(page) == []


def test_a_narrow_window_needs_no_scrolling_to_the_side(show: Open) -> None:
    for name in ("scoop-lost-lines.txt", "markdown-renumbering.txt", "hostile"):
        page = show(name, viewport={"width": 320, "height": 600})
        assert page.evaluate("document.scrollingElement.scrollWidth") <= 320


def test_what_is_pressed_is_large_enough(show: Open) -> None:
    page = show("markdown-renumbering.txt")
    sizes = page.locator(".m a, fieldset label, .skip").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect()).map(box => [box.width, box.height])"
    )
    assert min(width for width, _ in sizes) >= 24
    assert min(height for _, height in sizes) >= 24


def test_on_paper_are_copy_and_reading_without_what_is_pressed(show: Open) -> None:
    page = show("redactions.txt")
    page.emulate_media(media="print")
    assert not page.locator("fieldset").is_visible()
    assert page.locator(".m:visible").count() == 0
    copy, reading = (page.locator(id).bounding_box() for id in ("#copy", "#reading"))
    assert reading["y"] >= copy["y"] + copy["height"]
    assert page.locator("#reading").evaluate("one => one.scrollHeight <= one.clientHeight + 1")


def test_a_name_that_is_written_from_right_to_left_turns_nothing_around_it(show: Open) -> None:
    page = show("hostile")
    assert page.locator("#source").evaluate("one => getComputedStyle(one).direction") == "ltr"
    place = "document.querySelector('#source .x[data-x=\"U+202E\"]').getBoundingClientRect()"
    after = """() => { const walk = document.createRange();
        const node = document.querySelector('#source .x[data-x="U+202E"]').nextSibling
            ?? document.querySelector('#redaction-1');
        walk.selectNode(node); return walk.getBoundingClientRect().left; }"""
    assert page.evaluate(after) >= page.evaluate(f"{place}.right") - 1

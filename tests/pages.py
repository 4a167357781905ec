"""Pages of HTML as browsers read them: by a parser that keeps to the HTML standard."""

import io
import re
from collections import Counter
from typing import Any

from cableparse import Cable, Exporter

_INEXPRESSIBLE = re.compile("[\0\ud800-\udfff]")


def written(exporter: Exporter, *cables: Cable) -> str:
    """Give the page that the exporter makes of cables."""
    stream = io.StringIO()
    with exporter.open(stream) as writer:
        for cable in cables:
            writer.write(cable)
    return stream.getvalue()


def lexbor(page: str) -> Any:
    """Parse a page as browsers do."""
    from selectolax.lexbor import LexborHTMLParser

    # As bytes, for that is what a browser is given.
    return LexborHTMLParser(page.encode("utf-8"))


def text_content(tree: Any, id: str = "source") -> str:
    """Give the text content of an element, as the DOM has it."""
    (element,) = tree.css(f"#{id}")
    return element.text(deep=True, separator="", strip=False)


def expressible(text: str) -> str:
    """Give a text as HTML can express it: U+FFFD for NUL and for each lone surrogate."""
    return _INEXPRESSIBLE.sub("\ufffd", text)


def restored(tree: Any, id: str = "source") -> str:
    """Give the text that the copy's element says it has, the inexpressible characters too."""
    (element,) = tree.css(f"#{id}")
    parts = []
    numbers: list[str] = []
    for node in element.traverse(include_text=True):
        if node.tag == "-text":
            signs = node.text_content or ""
            if numbers:
                assert signs == "\ufffd" * len(numbers)
                signs = "".join(chr(int(number, 16)) for number in numbers)
            parts.append(signs)
            numbers = []
        elif "data-u" in node.attributes:
            numbers = node.attributes["data-u"].split()
    return "".join(parts)


def assert_linked(tree: Any) -> None:
    """Each id is one element's; each link leads to one; what is linked from leads back."""
    ids = Counter(node.attributes["id"] for node in tree.css("[id]"))
    assert [id for id, count in ids.items() if count > 1] == []
    links = [node.attributes["href"] for node in tree.css("a[href]")]
    assert all(link.startswith("#") for link in links)
    assert {link[1:] for link in links} - set(ids) == set()
    for line in tree.css("pre > .l"):
        back = {link.attributes["href"] for link in line.css(".m > a")}
        for place in line.css("[id]"):
            # A field's second place is `at-field-tags-2`; fields have no hyphens of their own.
            id = re.sub(r"(at-field-\w+)-\d+$", r"\1", place.attributes["id"])
            if "at-" in id:
                assert f"#{id.replace('at-', '', 1)}" in back
    for link in tree.css("pre .m > a"):
        (read,) = tree.css(link.attributes["href"])
        prefix, key = re.fullmatch(r"#(c\d+-)?(.*)", link.attributes["href"]).groups(default="")
        ways = {one.attributes.get("href") for one in (read, *read.css("a"))}
        assert f"#{prefix}at-{key}" in ways


def assert_inert(page: str, tree: Any) -> None:
    """Nothing runs, and nothing is fetched."""
    forbidden = "script, img, iframe, object, embed, base, form, svg, math, video, audio"
    assert tree.css(forbidden) == []
    for node in tree.css("*"):
        for name, value in node.attributes.items():
            assert not name.startswith("on"), name
            assert name not in {"src", "srcset", "style", "action", "background"}, name
            if name == "href":
                assert value == "data:," or value.startswith("#"), value
    (policy,) = re.findall(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    (style,) = tree.css("style")
    assert not re.search(r"url\(|@import", style.text())

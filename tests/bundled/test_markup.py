"""What a page could do to a reader of HTML: grow, nest, and reach out. It does none of it here."""

import gc
import socket

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cableparse import Parser
from cableparse_plugins.formats.layout import walk_page
from cableparse_plugins.formats.markup import parse_page, read_text
from cableparse_plugins.formats.markup import text_of as tree_text

PARSER = Parser(autoload="bundled")
TELEGRAM = "UNCLAS OSLO 000012<br>TAGS: EWWT<br>SUBJECT: LOCKS<br><br>1. (U) The lock is shut."
MEGABYTES = 11  # libxml2 takes ten at most for one text, unless it is told that texts are huge


def text_of(html: str) -> str:
    root = parse_page(html)
    assert root is not None
    return "".join(walk_page(root).texts)


def test_a_text_beyond_the_librarys_limit_is_read_whole() -> None:
    sentence = "The lock is shut. "
    times = MEGABYTES * 2**20 // len(sentence)
    text = text_of(f"<html><body><p>{sentence * times}</p></body></html>")
    assert text.count(sentence.strip()) == times


def test_more_attributes_than_any_page_has_are_passed_over() -> None:
    attributes = " ".join(f"a{number}='x'" for number in range(20_000))
    assert "The lock" in text_of(f"<html><body><p {attributes}>The lock</p></body></html>")


def test_entities_of_a_page_do_not_grow() -> None:
    lines = ['<!ENTITY e0 "lock">']
    lines += [f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10)]
    html = f"<!DOCTYPE html [{''.join(lines)}]><html><body>Scoop Media<p>&e9;<br>{TELEGRAM}</p>"
    cable = PARSER.parse(html, format="scoop")
    assert len(cable.source.text) < 2 * len(html)
    assert cable.paragraphs[-1].text.startswith("The lock")


@pytest.mark.parametrize("keyword", ["SYSTEM", 'PUBLIC "-//W3C//DTD HTML 4.01//EN"'])
def test_no_file_is_read_for_a_document_type(tmp_path, keyword: str) -> None:
    declarations = tmp_path / "letters.dtd"
    declarations.write_text('<!ENTITY secret "SWORDFISH">')
    html = f'<!DOCTYPE html {keyword} "{declarations.as_uri()}"><html><body><p>&secret;{TELEGRAM}'
    assert "SWORDFISH" not in PARSER.parse(html, format="scoop").source.text


@pytest.mark.parametrize(
    "html",
    [
        '<!DOCTYPE html SYSTEM "{url}"><html><body><p>{telegram}',
        '<!DOCTYPE html [<!ENTITY x SYSTEM "{url}">]><html><body><p>&x;{telegram}',
        (
            '<html><head><link rel="stylesheet" href="{url}"><script src="{url}"></script></head>'
            '<body><img src="{url}"><iframe src="{url}"></iframe><p>{telegram}'
        ),
        '<html><body><base href="{url}"><object data="x"></object><p>{telegram}',
    ],
    ids=["document type", "entity", "links", "base"],
)
def test_nothing_is_fetched_for_a_page(html: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        url = f"http://127.0.0.1:{server.getsockname()[1]}/letters"
        cable = PARSER.parse(html.format(url=url, telegram=TELEGRAM), format="scoop")
        with pytest.raises(TimeoutError):
            server.accept()
    assert "The lock is shut." in cable.source.text


def test_a_processing_instruction_and_a_comment_are_no_text() -> None:
    assert text_of("<html><body><?php echo 1 ?><!-- hidden --><p>The lock</p>").split() == [
        "The",
        "lock",
    ]


DECLARATION = "<?xml version='1.0' encoding='utf-8' ?>\n<!DOCTYPE html>\n"
STRICT = (
    '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01//EN" "http://www.w3.org/TR/html4/strict.dtd">\n'
)
PIECES = st.sampled_from(
    [
        "The lock",
        "\n",
        " ",
        "\xa0",
        "\u2028",
        "&nbsp;",
        "&amp;",
        "&",
        "<",
        ">",
        "<p>",
        "</p>",
        "<b>",
        "</b>",
        "<br>",
        "<div>",
        "</div>",
        "<pre>",
        "</pre>",
        "<a href='/lock'>",
        "<a href='/lock",
        "'>",
        '<img alt="',
        '">',
        "</a>",
        "\x7f",
        "<table>",
        "<td>",
        "</table>",
        "<!--",
        "-->",
        "<?php",
        "<title>",
        "</title>",
        "<script>",
        "</script>",
        "<textarea>",
        "<html>",
        "</html>",
        "</HTML>",
        "<head>",
        "</head>",
        "<body>",
        "</body>",
        "<header>",
    ]
)
ANYTHING = st.lists(PIECES, max_size=6).map("".join)


def tree_of(html: str) -> str | None:
    root = parse_page(html)
    return None if root is None else tree_text(root)


@given(
    st.tuples(
        ANYTHING,
        st.sampled_from(["", DECLARATION, STRICT]),
        st.just("<html><head>"),
        ANYTHING,
        st.just("</head>\n<body>\n"),
        ANYTHING,
        st.just("\n</body>\n</html>"),
        ANYTHING,
    ).map("".join)
)
def test_the_text_of_a_page_is_that_of_its_tree(html: str) -> None:
    assert read_text([html]) == tree_of(html)


@pytest.mark.parametrize(
    "html",
    [
        f"{DECLARATION}<html><head></head>\n<body>\nThe lock\n</body>\n</html>\n",
        "The lock <html><head></head><body><p>is shut</p></body></html>",
        "<html><head></head><body><p>The lock</p></body></html> is shut <p>\n</html>",
        "<html><head></head><body><p>The lock</p></body></html>\xa0",
        "<!DOCTYPE html>\u2028<html><head></head><body><p>The lock</p></body></html>\u2028",
        "<html><head></head><body><textarea>The lock</p></body></html>\n",
        "<html><head><title>The lock</head><body></body></html>\n",
        "<html><head></head><body>" + "<b>" * 1500 + "The lock</body></html>",
        "<html><head></head><body>" + "<b>" * 3000 + "The lock</body></html>",
        "",
    ],
    ids=[
        "whole",
        "before",
        "behind",
        "fixed space",
        "separators",
        "raw",
        "title",
        "deep",
        "too deep",
        "empty",
    ],
)
def test_the_text_of_a_damaged_page_is_that_of_its_tree(html: str) -> None:
    assert read_text([html]) == tree_of(html)


def test_what_is_left_to_the_collector_holds_no_text_of_the_page() -> None:
    body = "<p>The lock is shut.</p>" * 500
    page = f"<html><head><title>Locks</title></head><body>{body}</body></html>"
    gc.collect()
    gc.disable()
    gc.set_debug(gc.DEBUG_SAVEALL)
    try:
        text = read_text([page])
        gc.collect()
        kept = [one for left in gc.garbage if isinstance(left, list) for one in left]
    finally:
        gc.set_debug(0)
        gc.garbage.clear()
        gc.enable()
    assert text is not None
    assert len(text) > 8000
    assert [one for one in kept if isinstance(one, str)] == []

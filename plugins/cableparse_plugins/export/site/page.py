"""A cable's page within the site: the ways to the lists above it, and to what it refers to."""

from html import escape

from cableparse import Cable
from cableparse_plugins.export.html.page import article, begin, end, title_of
from cableparse_plugins.export.site.pages import WAYS

_ROOT = "../../"
_SITE = "".join(f'<li><a href="{_ROOT}{page}">{name}</a></li>' for page, name in WAYS)


def page_of(cable: Cable, number: str | None, references: list[list[str]], folder: str) -> bytes:
    """Give the page of a cable, with the way back to the lists and on to its references.

    ``references`` are numbers, each with its folder and how it is printed.
    """
    ways = _SITE
    if number:
        ways += f"<li>{_to(number, folder, f'{number}: its copies, and who refers to it')}</li>"
    above = f'<nav class="site" aria-label="Site"><ul>{ways}</ul></nav>\n'
    if references:
        links = "".join(
            f"<li>{_to(number, folder, number)}, printed <bdi>{escape(printed)}</bdi></li>"
            for number, folder, printed in references
        )
        above += f'<nav class="site" aria-label="References">Refers to:<ul>{links}</ul></nav>\n'
    page = begin(title_of(cable), above) + article(cable) + end()
    return page.encode()


def _to(number: str, folder: str, words: str) -> str:
    page = escape(f"numbers/{folder}/{number}.html")
    return f'<a href="{_ROOT}{page}">{escape(words)}</a>'

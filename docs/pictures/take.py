"""Take the pictures of the pages in the documentation.

    python docs/pictures/take.py     into the folder that this file is in

Needs Chromium (or what ``CABLEPARSE_BROWSER`` names), playwright and the extra ``html``.
"""

import os
import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from cableparse import Parser

HERE = Path(__file__).resolve().parent
SPECIMENS = {  # each with the places of the copy and of the reading that the picture is to show
    "redactions.txt": ("#at-redaction-1", "#redaction-1"),
    "markdown-renumbering.txt": ("#at-repair-1", "#paragraph-2"),
    "scoop-lost-lines.txt": ("#source", ".defects"),
}


def main() -> None:
    """Take each picture at the same size, scrolled to what it is to show."""
    path = os.environ.get("CABLEPARSE_BROWSER") or shutil.which("chromium")
    if path is None:
        sys.exit("there is no browser: install chromium or set CABLEPARSE_BROWSER")
    parser = Parser(autoload="bundled")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=path, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1100, "height": 620})
        for name, places in SPECIMENS.items():
            file = Path(folder) / f"{name}.html"
            text = (HERE.parents[1] / "seeds" / name).read_bytes()
            with parser.exporter("html").open(file) as writer:
                writer.write(parser.parse(text, name=name))
            page.goto(file.as_uri())
            for place in places:
                page.locator(place).first.evaluate("one => one.scrollIntoView({block: 'center'})")
            page.screenshot(path=HERE / f"{Path(name).stem}.png")
        browser.close()


if __name__ == "__main__":
    main()

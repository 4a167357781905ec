"""How long a site's search takes in Chromium, opened from the disk.

    python benchmarks/search.py                  2,000 invented cables
    python benchmarks/search.py --cables 10000

The queries are of the words that most cables have, but for those that are passed over. Each is
asked on a page that was just opened, so that its files are loaded too, and once more. It is timed
until the first twenty results are there. Needs Chromium (or what ``CABLEPARSE_BROWSER`` names),
playwright, and the extras ``html`` and ``testing``.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

import cableparse
from cableparse.testing import invented_archive, write_zip

ASK = """async query => {
    const began = performance.now();
    const found = await cableparse.find(query);
    await Promise.all(found.cables.slice(0, 20).map(cableparse.said));
    return [performance.now() - began, found.cables.length];
}"""


def queries(site: Path) -> list[str]:
    """Give single words, several, and words that are cut short."""
    counts: dict[str, int] = {}
    for file in (site / "search").glob("words-*.js"):
        _, words = json.loads(f"[{file.read_text('utf-8')[len('cableparse.shard(') : -3]}]")
        counts |= {word: len(postings) for word, postings in words.items() if postings}
    first, second, third, *_ = sorted(counts, key=lambda word: -counts[word])
    return [
        first,
        second,
        f"{first} {second} {third}",
        f"{first} {second[:3]}",
        first[0],
        "zeppelin",
    ]


def main() -> None:
    """Build the site, ask each query, and print a table."""
    options = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    options.add_argument("--cables", type=int, default=2000)
    count = options.parse_args().cables
    browser_path = os.environ.get("CABLEPARSE_BROWSER") or shutil.which("chromium")
    if browser_path is None:
        sys.exit("there is no browser: install chromium or set CABLEPARSE_BROWSER")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        write_zip(invented_archive(count, 0, faults=0), f"{folder}/archive.zip")
        cableparse.export(f"{folder}/archive.zip", f"{folder}/site/", workers=2)
        browser = driver.chromium.launch(executable_path=browser_path, args=["--no-sandbox"])
        print(f"{count:,} cables{'first':>22}{'again':>9}{'found':>8}")
        for query in queries(Path(folder) / "site"):
            page = browser.new_page()
            page.goto(f"{Path(folder).as_uri()}/site/search.html")
            first, found = page.evaluate(ASK, query)
            again, _ = page.evaluate(ASK, query)
            print(f"{query:25}{first:8.1f}{again:9.1f}{found:8,}  ms", flush=True)
            page.close()
        browser.close()


if __name__ == "__main__":
    main()

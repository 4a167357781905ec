"""How many cables a second, from end to end, on invented cables.

    python benchmarks/speed.py                     the table
    python benchmarks/speed.py --seconds 5         longer, for a steadier figure
    python benchmarks/speed.py --write docs        the table and the plot into docs/performance.md

Each figure is also given as a ratio to a floor that was measured in the same run (one pass of one
pattern over the lines; for pages, lxml alone), for the ratio says more on another machine than the
seconds do. Of many runs the fastest counts: it was disturbed least. The documents come from
``cableparse.testing.drafts``, the same for the same seed.
"""

from __future__ import annotations

import argparse
import html
import io
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import lxml.html
from attrs import frozen

import cableparse
from cableparse.testing import drafts, render

SEED, COUNT = 0, 40
BEGIN, END = "<!-- speed: begin -->", "<!-- speed: end -->"

# One pass of a pattern over the lines: what any reader of telegrams has to pay at least.
LINE = re.compile(
    r"^(?:(?P<page_mark>[A-Z][A-Z ]+ \d{8}  ?\d{3}(?:\.\d)? OF \d{3})|(?P<tags>TAGS:?.*)"
    r"|(?P<paragraph>¶?\d+\. .*)|(?P<subject>SUBJ.*)|(?P<references>REF.*)|(?P<rule>-{4,}[ -]*)"
    r"|(?P<blank>[ \t]*)|(?P<text>.*))$",
    re.MULTILINE,
)


@frozen
class Figure:
    """One line of the table."""

    what: str
    seconds: float  # a cable
    floor: float  # seconds of what it is compared with
    compared: str

    @property
    def ratio(self) -> float:
        """The floor's share of the time: 1 is as fast as the floor."""
        return self.floor / self.seconds


def measure(seconds: float) -> Iterator[Figure]:
    """Measure each step for so many seconds; the first figure is the floor itself."""
    texts = [render(draft).text for draft in drafts(seed=SEED, count=COUNT)]
    pages = [page_of(text).encode() for text in texts]
    parser = cableparse.Parser(autoload="bundled")
    plain = cableparse.Parser(autoload="bundled", enrich=False)

    def timed(run: Callable[[], object]) -> float:
        return fastest(run, seconds) / COUNT

    def each(read: Callable[..., object], **options: str) -> Callable[[], object]:
        return lambda: [read(text, **options) for text in texts]

    floor = timed(lambda: [match.lastgroup for t in texts for match in LINE.finditer(t)])
    yield Figure("one pass of a pattern", floor, floor, "one pass")
    named = timed(each(parser.parse, format="telegram"))
    yield Figure("parse", named, floor, "one pass")
    bare = timed(each(plain.parse, format="telegram"))
    yield Figure("parse without enrichers", bare, floor, "one pass")
    asked = timed(each(parser.parse))
    yield Figure("parse, format not named", asked, named, "the named parse")
    both = timed(lambda: write(parser, [parser.parse(t, format="telegram") for t in texts]))
    yield Figure("views and a JSON line, made anew", both - named, named, "the named parse")
    cables = [parser.parse(text, format="telegram") for text in texts]
    again = timed(lambda: write(parser, cables))
    yield Figure("a JSON line of a cable that has views", again, named, "the named parse")
    whole = timed(lambda: write(parser, map(parser.parse, texts)))
    yield Figure("text in, JSON line out", whole, floor, "one pass")
    lxml_alone = timed(lambda: [lxml_text(page) for page in pages])
    yield Figure("a page", timed(lambda: list(map(parser.parse, pages))), lxml_alone, "lxml alone")


def fastest(run: Callable[[], object], seconds: float) -> float:
    """Give the seconds of the fastest of as many runs as fit into ``seconds``."""
    runs: list[float] = []
    until = time.perf_counter() + seconds
    while not runs or time.perf_counter() < until:
        start = time.perf_counter()
        run()
        runs.append(time.perf_counter() - start)
    return min(runs)


def write(parser: cableparse.Parser, cables: object) -> None:
    with parser.exporter("jsonl").open(io.StringIO()) as writer:
        for cable in cables:
            writer.write(cable)


def lxml_text(page: bytes) -> str:
    parser = lxml.html.HTMLParser(encoding="utf-8")
    return str(lxml.html.document_fromstring(page, parser=parser).text_content())


def page_of(text: str) -> str:
    """Give a page as the site has them: six hundred lines of menu, a table, and two blocks."""
    head, _, body = text.partition("\n\n")
    menu = "".join(f"<a href='/tag/{n}_0.html'>Tag {n}</a>\n" for n in range(600))
    blocks = "".join(
        f"<code><pre>{html.escape(part, quote=False)}</pre></code>\n".replace("\n", "&#x000A;")
        for part in (head, body)
    )
    return (
        "<?xml version='1.0' encoding='utf-8' ?>\n<html><head><title>Cable Viewer</title></head>\n"
        f"<body><div class='sort'>{menu}</div>\n<h3>Viewing cable 09OSLO1, FERRIES</h3>\n"
        "<table class='cable'>\n<tr><th>Reference ID</th><th>Created</th><th>Classification</th>"
        "<th>Origin</th></tr>\n<tr><td><a href='#'>09OSLO1</a></td><td><a href='#'>2009-01-02 03:04"
        "</a></td><td><a href='#'>UNCLASSIFIED</a></td><td><a href='#'>Embassy Oslo</a></td></tr>\n"
        f"</table>\n{blocks}</body></html>"
    )


def start_up() -> Iterator[tuple[str, float]]:
    """Give the milliseconds of an import, and of an import and a first parse."""
    for what, code in (
        ("import cableparse", "import cableparse"),
        (
            "import, and the first parse",
            "import cableparse; cableparse.parse('TAGS: ETRD\\nSUBJECT: LOCKS', format='telegram')",
        ),
    ):
        empty = fastest(lambda: subprocess.run([sys.executable, "-c", ""], check=True), 1)
        run = [sys.executable, "-c", code]
        whole = fastest(lambda run=run: subprocess.run(run, check=True), 2)
        yield what, (whole - empty) * 1000


def table(figures: list[Figure], starts: list[tuple[str, float]]) -> str:
    rows = ["| step | cables a second | µs a cable | as a share |", "|---|---:|---:|---|"]
    rows += [
        f"| {one.what} | {1 / one.seconds:,.0f} | {one.seconds * 1e6:,.0f} "
        f"| {one.ratio:.1%} of {one.compared} |"
        for one in figures
    ]
    rows += ["", "| start | ms |", "|---|---:|"]
    rows += [f"| {what} | {milliseconds:.0f} |" for what, milliseconds in starts]
    return "\n".join(rows)


def plot(figures: list[Figure], path: Path) -> None:
    """Draw the steps' times as bars. Raises ``SystemExit`` where matplotlib is not installed."""
    try:
        import matplotlib as mpl  # noqa: PLC0415  the table needs none
        from matplotlib import pyplot  # noqa: PLC0415
    except ImportError:
        sys.exit("the plot needs matplotlib: tox -e performance, or pip install matplotlib")
    mpl.rcParams["svg.hashsalt"] = "cableparse"  # the same file for the same figures
    figure, axes = pyplot.subplots(figsize=(8, 3.2), layout="constrained")
    names = [one.what for one in reversed(figures)]
    times = [one.seconds * 1e6 for one in reversed(figures)]
    bars = axes.barh(names, times, color="#33658a")
    axes.bar_label(bars, labels=[f"{microseconds:,.0f}" for microseconds in times], padding=3)
    axes.set_xlabel("µs a cable, on one core")
    axes.spines[["top", "right"]].set_visible(False)
    figure.savefig(path, metadata={"Date": None})


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--seconds", type=float, default=2, help="for each step (default 2)")
    options.add_argument("--write", type=Path, metavar="DOCS", help="the folder of performance.md")
    args = options.parse_args()
    figures, starts = list(measure(args.seconds)), list(start_up())
    if args.write is None:
        print(table(figures, starts))
        return
    page = args.write / "performance.md"
    before, _, rest = page.read_text("utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    page.write_text(f"{before}{BEGIN}\n\n{table(figures, starts)}\n\n{END}{after}", "utf-8")
    plot(figures, args.write / "performance.svg")


if __name__ == "__main__":
    main()

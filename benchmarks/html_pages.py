"""What the pages of cables cost, and whether they keep every character of hostile texts.

    python benchmarks/html_pages.py                  2,000 generated texts, and a million characters
    python benchmarks/html_pages.py --examples 100   fewer of them

The generated texts are Hypothesis's, others in each run; one whose page is not its text fails the
run and is shown. Then each family of hostile input is doubled up to a million characters: the table
has the slope of time over length (1 is linear), and how much longer the page is than its text.
Python's collector is held off meanwhile, for what it costs depends on whatever else there is.
Needs the extras ``html`` and ``testing``, and selectolax.
"""

from __future__ import annotations

import argparse
import gc
import math
import sys
import time
from pathlib import Path

from hypothesis import HealthCheck, given, settings

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))
import html_pages
from cableparse import InputError, Parser

PARSER = Parser(autoload="bundled")
EXPORTER = PARSER.exporter("html")
HEAD = "UNCLAS OSLO 000001\nTAGS: ETRD NO\nSUBJECT: LOCKS\n\n1. (U) "
FAMILIES = {
    "prose": "The ferry left late and the harbor was empty.\n",
    "one line": "The ferry left late and the harbor was empty. ",
    "line feeds": "\n",
    "carriage returns": "\r",
    "markup": "<script>&amp;",
    "controls": "\x01\u202e",
    "NUL": "\0",
    "surrogates": "\ud800",
    "redactions": "XXXXX ",
    "paragraphs": "A.\n\n2. (U) XXXXX ",
    "page marks": "word\n\nOSLO 00000001  001 OF 002\n\n",
}


def generated(examples: int) -> None:
    """Hold pages of generated texts to what every page promises."""
    count = 0
    begun = time.perf_counter()

    @settings(
        max_examples=examples, deadline=None, database=None, suppress_health_check=[*HealthCheck]
    )
    @given(text=html_pages.HOSTILE)
    def hold(text: str) -> None:
        nonlocal count
        try:
            cable = PARSER.parse(HEAD + text, format="telegram")
        except InputError:
            return
        html_pages.check(EXPORTER, cable)
        count += 1

    hold()
    print(
        f"{count} pages of generated texts hold their texts ({time.perf_counter() - begun:.0f} s)"
    )


def grown(piece: str, most: int) -> tuple[float, float, float]:
    """Give the slope, the seconds and the length over the text's at the greatest length."""
    times = []
    for length in (most // 4, most):
        text = HEAD + piece * (length // len(piece)) + "."
        cable = PARSER.parse(text, format="telegram")
        begun = time.process_time()
        page = html_pages.written(EXPORTER, cable)
        times.append(time.process_time() - begun)
        assert html_pages.restored(html_pages.lexbor(page)) == text
    return math.log(times[1] / times[0], 4), times[1], len(page.encode()) / len(text)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--examples", type=int, default=2000)
    options.add_argument("--characters", type=int, default=1_000_000)
    given_options = options.parse_args()
    generated(given_options.examples)
    print(f"{'family':20}{'slope':>8}{'seconds':>10}{'bytes a character':>20}")
    gc.disable()
    for name, piece in FAMILIES.items():
        slope, seconds, times = grown(piece, given_options.characters)
        print(f"{name:20}{slope:8.2f}{seconds:10.2f}{times:20.1f}", flush=True)
        gc.collect()


if __name__ == "__main__":
    main()

"""How the time and the memory of parsing grow with the length of input that tries to make it slow.

    python benchmarks/growth.py             every family, doubled from 64 KB to 4 MB: some minutes
    python benchmarks/growth.py --to 512    up to 512 KB, quicker
    python benchmarks/growth.py REF rules   the families whose names begin so
    python benchmarks/growth.py --cross --from 2 --to 16  every unit behind every beginning

Prints for each family of input the slope of time over length, both as logarithms: 1 is linear, 2 is
quadratic. Exits 1 when one is above the limit. Time is the processor's, for parsing and for all
views; Python's collector is held off meanwhile, for what it costs depends on whatever else a
process keeps (``--collector`` lets it run).
"""

from __future__ import annotations

import argparse
import gc
import math
import statistics
import sys
import time
import tracemalloc

import cableparse

_HEAD = "UNCLAS OSLO 000001\nTAGS: ETRD NO\nSUBJECT: LOCKS\n\n1. (U) "
FAMILIES = {
    "prose": (_HEAD, "The ferry left late and the harbor was empty.\n"),
    "one line": (_HEAD, "The ferry left late and the harbor was empty. "),
    "one line of a head": ("TO ", "The ferry left late and the harbor was empty. "),
    "REF": ("REF: A. ", "OSLO 12 B. "),
    "REF serials": ("REF: OSLO 1", " AND 12"),
    "REF brackets": ("REF: ", "(("),
    "REF words": ("REF: ", "OSLO "),
    "REF apostrophes": ("REF: A. ", "'a"),
    "REF periods": ("REF: A. ", "x."),
    "spaces behind a label": ("TO ", " "),
    "signs before a signer": (_HEAD + "Shut.\n\n-", "-"),
    "spaces in an office": ("Classified By: Jane Roe, DCM", " "),
    "a word of the seventies": ("R 200945Z FEB 75\nSUBJECT: X\n1. A", "A"),
    "addresses": (_HEAD, "http:/"),
    "addresses run together": (_HEAD, "a.gov/"),
    "TAGS codes": ("TAGS: ", "ETRD "),
    "TAGS unknown": ("TAGS: ", "ZQXV "),
    "TAGS labels": ("", "TAGS "),
    "TAGS run together": ("TAGS: ", "ETRD"),
    "SUBJECT labels": ("", "SUBJECT: A "),
    "classifier": ("Classified By: ", "Jane Roe "),
    "letters of an office": ("Classified By: OFFICER", "A"),
    "signatures of mails": (_HEAD + "Shut.\n", "\n--"),
    "stamps of a release": ("RELEASED IN FULL\nClassification Extended on", "\nx~"),
    "entities of line ends": (_HEAD, "&#10;"),
    "entities within a line": (_HEAD + "&#10;" * 1000 + "x", "&#10;&#13;x"),
    "seams": ("", "word SECRET\n"),
    "defects": (_HEAD, "OSLO 00000001  001 OF 002\n\n1.\n\n"),
    "addressees": ("TO ", "RUEHC/SECSTATE WASHDC 1234\n"),
    "brackets": (_HEAD, "[("),
    "X runs": (_HEAD, "XXXX "),
    "one X run": (_HEAD, "X"),
    "rules": (_HEAD, "----\n"),
    "ruled headings": (_HEAD, "Heading\n-------\n"),
    "isolated lines": (_HEAD, "HEADING\n\n"),
    "paragraphs": ("", "1.\n\n"),
    "page marks": (_HEAD, "OSLO 00000001  001 OF 002\n"),
    "page marks inside": (_HEAD, "word OSLO 00000001  001 OF 002 word "),
    "blank lines": (_HEAD, "\n"),
    "spaces": (_HEAD, " "),
    "carriage returns": (_HEAD, "\r"),
    "captions": (_HEAD, "SIPDIS\n"),
    "capitals": (_HEAD, "A"),
    "repeated end": (_HEAD, "ab " * 100),
    "quoted lines": ("", "> FM AMEMBASSY OSLO\n"),
    "mailed spaces": (_HEAD, "=20 "),
    "elements": (_HEAD, "</b><br"),
    "emphasis": (_HEAD, "**a "),
    "hashes": (_HEAD, "# a\n"),
    "section heads": (_HEAD, "\nUNCLAS OSLO 000001\nSUBJECT: LOCKS\n"),
    "double spacing": ("TO ", "SECSTATE WASHDC\n\nword\n\n"),
    "mail's lines": ("From: a\nSent: b\nSubject: c\n", "To: d\n"),
    "signs of headings": (_HEAD, "\n*** A\n"),
    "headings below rules": (_HEAD, "\n----\nHeading\n"),
    "feet of pages": (_HEAD, "UNCLASSIFIED\nPage 1 of 2\n"),
    "bars": ("TAGS: ", "ETRD | "),
    "numbers twice": ("", "\n1. 1. "),
    "headings above numbers": ("1. (U) A.\n", "Heading\n2. (U) A.\n"),
    "marked headings": (_HEAD, "\n\n(U) HEADING\n\n1. A.\n"),
    "lost numbers": ("1. A.\n", "\n\nThe key.\n\n"),
    "gaps of numbers": ("", "\n\n1. A.\n\nThe key.\n\n3. A.\n"),
    "lists behind colons": ("SUBJECT: LOCKS\n\nKeys:", "\n\n* A"),
    "drafting at the end": (_HEAD, "DRAFTED: POL: JROE\n"),
    "bars at the end": (_HEAD, "a | "),
    "small page marks": (_HEAD, "Oslo 00000001  001 of 002\n"),
    "page heads": (
        "R 041745Z MAR 75\nE.O. 11652: GDS\n1. A\n",
        "SECRET\nNNN\nSECRET\nPAGE 02 OSLO 0012\n",
    ),
    "unclosed tags": ("<html><body>Scoop Media ", "<p>"),
    "comments": ("<html><body>Scoop Media ", "<!-- "),
}

BEGINNINGS = (
    "",
    _HEAD,
    "REF: A. ",
    "TAGS: ",
    "SUBJECT: ",
    "Classified By: ",
    "TO ",
    "E.O. 12958: DECL: ",
)
UNITS = (
    " ",
    "A ",
    "(",
    "-",
    "\n",
    "1. ",
    "1.\n\n",
    "¶",
    "\\",
    "x",
    "A,",
    "A. ",
    "[",
    "<",
    " OF ",
    "/",
    "A",
    "a",
    ".",
    "1",
    "OSLO 00000001  001 OF 002 ",
    "OSLO 00000001  001 OF 002\n",
    "UNCLAS SECTION 01 OF 02 ",
    "SIPDIS\n",
    "-----\n",
    "&#1",
    "HEADING\n\n",
    "HEADING\n-----\n",
    "1. (SBU) text\n\n",
    "RUEHC/",
    "RUEHC ",
    "-- a\n",
    "\r",
    "'",
    "A   B\n",
    "A(",
    "(A) ",
    "REF: A. ",
    "TAGS: ",
    "SUBJECT: ",
    "E.O. 12958: ",
    "END SUMMARY ",
    "\n\nSummary\n\n",
    "C O N F I D E N T I A L ",
    "OSLO 12 ",
)


# A run is repeated until so much time went by, and the shortest counts.
ENOUGH = 0.2


def parse(text: str) -> cableparse.Cable:
    return PARSER.parse(text, format=None if text.startswith("<html") else "telegram")


def seconds(text: str) -> float:
    """Give the processor time of the quickest of some runs."""
    times: list[float] = []
    while sum(times) < ENOUGH:
        gc.collect()
        start = time.process_time()
        parse(text).to_dict(views=True)
        times.append(time.process_time() - start)
    return min(times)


def peak(text: str) -> float:
    """Give the most memory that parsing takes, with every view, in bytes a character."""
    tracemalloc.start()
    parse(text).to_dict(views=True)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most / len(text)


def slope(lengths: list[int], times: list[float]) -> float:
    """Give the slope of the straight line through the logarithms."""
    logs = [math.log(length) for length in lengths], [math.log(each) for each in times]
    return statistics.linear_regression(*logs).slope


PARSER = cableparse.Parser()


def main() -> int:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("families", nargs="*", help="families whose name begins so")
    options.add_argument("--from", dest="first", type=int, default=64, help="KB (default 64)")
    options.add_argument("--to", dest="last", type=int, default=4096, help="KB (default 4096)")
    options.add_argument("--limit", type=float, default=1.15, help="exponent (default 1.15)")
    options.add_argument("--cross", action="store_true", help="every unit behind every beginning")
    options.add_argument("--collector", action="store_true", help="let the collector run")
    args = options.parse_args()
    if not args.collector:
        gc.disable()
    families = FAMILIES
    if args.cross:
        families = {
            f"{head[:8]!r} {unit!r}": (head, unit)
            for head in BEGINNINGS
            for unit in UNITS
            if (head + unit).strip()  # white space alone is no document
        }
    worst = 0.0
    print(f"{'family':20} {'exponent':>8} {'seconds':>9} {'MB/s':>7} {'bytes a character':>18}")
    for name, (head, unit) in families.items():
        if args.families and not any(name.startswith(wanted) for wanted in args.families):
            continue
        lengths: list[int] = []
        times: list[float] = []
        size = args.first * 1024
        while size <= args.last * 1024:
            text = head + unit * (size // len(unit))
            lengths.append(len(text))
            times.append(seconds(text))
            size *= 2
        exponent = slope(lengths, times)
        worst = max(worst, exponent)
        row = f"{name:20} {exponent:8.2f} {times[-1]:9.3f} {lengths[-1] / times[-1] / 1e6:7.2f}"
        least = peak(head + unit * (args.first * 1024 // len(unit)))
        print(f"{row} {least:18.0f}", flush=True)
    return 1 if worst > args.limit else 0


if __name__ == "__main__":
    sys.exit(main())

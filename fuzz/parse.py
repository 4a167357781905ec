"""Coverage-guided fuzzing: any bytes give a cable that keeps the laws, or a documented error.

    python fuzz/parse.py                       a minute, from the specimens
    python fuzz/parse.py --seconds 600         longer
    python fuzz/parse.py --seed 7              the same choices again
    python fuzz/parse.py crash-0a1b            these inputs once more, without the fuzzer

The fuzzer is atheris (pip install atheris); where it does not install there is nothing to run, and
that is said. Each input is read as the format that claims it and as one that is named, and the
cable is held to laws 1 and 3 to 6. An input that breaks one, raises what is not documented, or
takes more than twenty seconds is written to the working directory as crash-…, timeout-… or oom-….

Keep what was found: mend the rule, shorten the input, replace its words by invented ones and put it
into seeds/crashes/, where every test run reads it.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from pathlib import Path

try:
    import atheris
except ImportError:
    atheris = None

if atheris is not None:
    with atheris.instrument_imports(include=["cableparse", "cableparse_plugins"]):
        import cableparse
else:
    import cableparse

from cableparse.telegram.lines.shapes import HEAD_SHAPES
from cableparse.testing.laws import broken_law

SEEDS = Path(__file__).resolve().parents[1] / "seeds"
PARSER = cableparse.Parser(autoload="bundled", also=["typography"])
PLAIN = cableparse.Parser(autoload="bundled", enrich=False)
FORMATS = tuple(format.name for format in PARSER.registry.formats)

LONGEST_INPUT = 20_000  # characters; growth.py measures the long ones
SLOWEST = 20  # seconds

# What the fuzzer would take long to find by itself.
WORDS = (
    *(line for *_, line in HEAD_SHAPES),
    "¶1. (U) ",
    "12. (SBU) ",
    "E.O. 12958: DECL: 05/14/2018",
    "REF: A. OSLO 12\nB. 08 STATE 1234",
    "SUMMARY: ",
    "END SUMMARY. ",
    "XXXXXXXXXXXX",
    "[NAME REMOVED]",
    "&word8",
    "OSLO 00000012  002 OF 003",
    "Cablegate: ",
    "© Scoop Media",
    "<table class='cable'>",
    "<pre>",
    "&#x000A;",
    "\u2028",
    "\\\n",
    "Â¶",
)


def check(data: bytes) -> None:
    """Read the input as what it is and as what it may not be; raises where a law is broken."""
    for format in (None, FORMATS[len(data) % len(FORMATS)]):
        for parser in (PARSER, PLAIN):
            try:
                cable = parser.parse(data, format=format)
            except cableparse.InputError:
                continue
            problem = broken_law(cable)
            if problem is None and any(e.enrich(cable) != cable for e in parser.enrichers):
                problem = "a second run of the enrichers changes the cable"
            if problem is not None:
                raise AssertionError(f"read as {format or 'what claims it'}: {problem}")


def fuzz(seconds: int, seed: int) -> None:
    with tempfile.TemporaryDirectory() as found:
        dictionary = Path(found, "words.dict")
        entries = ("".join(f"\\x{byte:02x}" for byte in word.encode()) for word in WORDS)
        dictionary.write_text("".join(f'"{entry}"\n' for entry in entries))
        corpus = Path(found, "corpus")
        corpus.mkdir()
        for path in SEEDS.rglob("*"):
            if path.suffix in {".txt", ".html"}:
                Path(corpus, path.name).write_bytes(path.read_bytes())
        arguments = [
            sys.argv[0],
            f"-max_total_time={seconds}",
            f"-seed={seed}",
            f"-dict={dictionary}",
            f"-max_len={LONGEST_INPUT}",
            f"-timeout={SLOWEST}",
            "-print_final_stats=1",
            "-verbosity=0",
            str(corpus),
        ]
        atheris.Setup(arguments, check)
        atheris.Fuzz()


def main() -> int:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("inputs", nargs="*", type=Path, help="inputs to read once more")
    options.add_argument("--seconds", type=int, default=60, help="how long (default 60)")
    options.add_argument("--seed", type=int, help="the choices to make (default: others each time)")
    args = options.parse_args()
    for path in args.inputs:
        check(path.read_bytes())
        print(f"{path}: keeps the laws")
    if args.inputs:
        return 0
    if atheris is None:
        print("atheris is not installed: nothing was fuzzed (pip install atheris)", file=sys.stderr)
        return 0
    seed = args.seed if args.seed is not None else random.SystemRandom().randrange(1, 2**31)
    print(f"{args.seconds} seconds, again with --seed {seed}", flush=True)
    fuzz(args.seconds, seed)
    return 0


if __name__ == "__main__":
    sys.exit(main())

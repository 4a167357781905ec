"""The worker that coverage guides: libFuzzer by way of atheris, where that installs.

A program of its own, for the library has to be instrumented while it is imported, and libFuzzer
ends the process that it runs in. It minimizes a corpus too, which only it can do.
"""

import argparse
import contextlib
import io
import shlex
import sys
from collections.abc import Sequence
from pathlib import Path

import atheris

# Before anything else imports the library: what is imported elsewhere is not instrumented. The
# names of all modules are of no interest to anyone.
with (
    contextlib.redirect_stderr(io.StringIO()),
    atheris.instrument_imports(include=["cableparse", "cableparse_plugins"]),
):
    from fuzz import checks

from cableparse.telegram.lines.shapes import HEAD_SHAPES
from fuzz.diary import Diary
from fuzz.findings import Finding
from fuzz.mutator import LONGEST
from fuzz.patience import SLOWEST
from fuzz.words import LINES, PIECES


def main() -> None:
    """Fuzz, or minimize a corpus, and end the process."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--run", type=Path, required=True, help="the folder of the run")
    options.add_argument("--name", required=True, help="what the worker's files are called")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--seconds", type=int, default=60)
    options.add_argument("--merge", action="store_true", help="minimize, into the first corpus")
    options.add_argument("corpus", type=Path, nargs="+", help="folders; the first is written to")
    args, flags = options.parse_known_args()
    if not flags:  # where there are some, it is libFuzzer that starts its own program once more
        flags = [
            f"-artifact_prefix={args.run / args.name}-",
            f"-max_len={LONGEST}",
            f"-timeout={SLOWEST}",
            "-verbosity=0",
        ]
        if args.merge:
            # Which branches are taken, not how often: else a corpus has thousands of inputs.
            flags += ["-merge=1", "-use_counters=0"]
        else:
            words = args.run / f"{args.name}.words"
            words.write_text(dictionary(), encoding="ascii")
            flags += [f"-max_total_time={args.seconds}", f"-seed={args.seed}", f"-dict={words}"]
    again = [sys.executable, __file__, "--run", str(args.run), "--name", args.name]
    fuzz([shlex.join(again), *flags, *map(str, args.corpus)], Diary(args.run, args.name))


def fuzz(arguments: Sequence[str], diary: Diary) -> None:
    """Let libFuzzer work; it ends the process."""

    # No guard is set: libFuzzer has its own, and the alarm is its.
    def ask(data: bytes) -> None:
        data = checks.plain_bytes(data)
        broken = checks.broken_somewhere(data)
        diary.note(None if broken is None else Finding(data, broken))

    atheris.Setup(list(arguments), ask)
    atheris.Fuzz()


def dictionary() -> str:
    """Give the words that libFuzzer puts in, in the form that it reads."""
    words = sorted({*LINES, *PIECES, *(line for *_, line in HEAD_SHAPES)})
    entries = ("".join(f"\\x{byte:02x}" for byte in word.encode()) for word in words)
    return "".join(f'"{entry}"\n' for entry in entries)


if __name__ == "__main__":
    main()

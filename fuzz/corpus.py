"""The kept corpus: small invented inputs that together reach what inputs are known to reach.

It is one file of JSON, a string a line, so that a change of it can be read; each character of a
string stands for the byte of its number. The specimens and what once broke a law are read too.
"""

import json
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
KEPT = Path(__file__).with_name("corpus.jsonl")
SPECIMENS = ROOT / "seeds"
CRASHES = SPECIMENS / "crashes"


def inputs() -> tuple[bytes, ...]:
    """Give the kept corpus, the specimens and what once broke a law, in an order of their own."""
    paths = sorted((*SPECIMENS.iterdir(), *CRASHES.iterdir()), key=lambda path: path.name)
    documents = [path.read_bytes() for path in paths if path.suffix in {".txt", ".html"}]
    return (*kept(), *documents)


def kept(path: Path = KEPT) -> tuple[bytes, ...]:
    """Give the inputs of the kept corpus, in its order."""
    lines = path.read_text(encoding="ascii").splitlines()
    return tuple(json.loads(line).encode("latin-1") for line in lines)


def keep(inputs: Iterable[bytes], path: Path = KEPT) -> None:
    """Write the kept corpus anew: each input once, the shorter ones first."""
    ordered = sorted(set(inputs), key=lambda data: (len(data), data))
    lines = (json.dumps(data.decode("latin-1")) + "\n" for data in ordered)
    path.write_text("".join(lines), encoding="ascii", newline="\n")


def spread(inputs: Iterable[bytes], folder: Path) -> None:
    """Write inputs into a folder, one a file, as the fuzzer reads them."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, data in enumerate(inputs):
        Path(folder, f"{number:05}").write_bytes(data)

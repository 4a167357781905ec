"""The processes of an export: how much is held at once."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from cableparse import Cable, Member, Parser, export
from cableparse.archive.entries import CHUNK_COUNT, Entry, entries_of
from cableparse.archive.team import AHEAD, read_all
from cableparse.archive.work import Order
from cableparse.testing import invented_archive, write_zip
from conftest import SPECIMENS

PARSER = Parser(autoload="bundled")
CABLE = PARSER.read(Path(SPECIMENS, "clean.txt"))


def test_cables_that_were_read_before_are_held_a_few_chunks_at_a_time() -> None:
    given = 0

    def cables() -> Iterator[Entry]:
        nonlocal given
        for number in range(CHUNK_COUNT * AHEAD * 6):
            given += 1
            yield from entries_of([Member(name=f"a.jsonl#{number}", content=CABLE)])

    assert isinstance(CABLE, Cable)
    outcomes = read_all(Order(parser=PARSER, exporter="jsonl"), cables(), 2)
    next(iter(outcomes))
    assert given <= CHUNK_COUNT * (AHEAD * 2 + 3)
    outcomes.close()  # type: ignore[attr-defined]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere no process is forked")
def test_a_process_is_forked_from_one_that_has_no_other_thread() -> None:
    program = """
import threading
from cableparse.archive.team import start_method
print(start_method())
done = threading.Event()
other = threading.Thread(target=done.wait)
other.start()
print(start_method())
done.set()
"""
    run = subprocess.run(
        [sys.executable, "-c", program], check=True, capture_output=True, text=True
    )
    assert (run.stdout.split(), run.stderr) == (["fork", "spawn"], "")


@pytest.mark.parametrize(
    "before", ["", "threading.Thread(target=time.sleep, args=(9,), daemon=True).start()"]
)
def test_workers_write_the_same_forked_or_started_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, before: str
) -> None:
    program = f"""
import threading, time
import cableparse
if __name__ == "__main__":
    {before or "pass"}
    cableparse.export("cables.zip", "two.jsonl", workers=2)
"""
    write_zip(invented_archive(100, faults=0.1), tmp_path / "cables.zip")
    (tmp_path / "program.py").write_text(program)
    monkeypatch.chdir(tmp_path)
    export("cables.zip", "one.jsonl")
    subprocess.run([sys.executable, "program.py"], check=True)
    for end in ("", ".failures.jsonl"):
        assert Path(f"two.jsonl{end}").read_bytes() == Path(f"one.jsonl{end}").read_bytes()

"""An export that is killed, again and again, and gone on with: nothing is lost or doubled."""

import json
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from archives import archive
from cableparse import Parser, export
from cableparse.archive import engine
from cableparse.testing.conformance.writing import content_of

pytestmark = pytest.mark.skipif(
    not Path("/proc/self/task").exists(), reason="needs to see a process's children"
)

SCRIPT = """
import sys
from cableparse import Parser, export
from cableparse.archive import engine
engine.CHECKPOINT_COUNT = 20
if __name__ == "__main__":
    parser = Parser(autoload="bundled")
    export(sys.argv[1], sys.argv[2], parser=parser, workers=2, resume=True)
"""
PATIENCE = 60


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return archive(tmp_path_factory.mktemp("many"), 500)


def children(process: int) -> list[int]:
    found = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    return [int(one) for one in found]


def alive(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


def until(condition) -> bool:
    end = time.monotonic() + PATIENCE
    while not condition():
        if time.monotonic() > end:
            return False
        time.sleep(0.002)
    return True


@pytest.mark.parametrize("suffix", [".jsonl", ".jsonl.gz", ".db", ".parquet", ".graphml"])
def test_a_killed_export_is_gone_on_with(
    many: Path, tmp_path: Path, suffix: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "CHECKPOINT_COUNT", 20)  # as in the script
    if suffix == ".parquet":
        pytest.importorskip("pyarrow")
    script = tmp_path / "script.py"
    script.write_text(SCRIPT)
    target, alone = tmp_path / f"out{suffix}", tmp_path / f"alone{suffix}"
    journal = target.with_name(f"{target.name}.journal")
    command = [sys.executable, str(script), str(many), str(target)]
    choice = random.Random(11)

    def done() -> int:
        return json.loads(journal.read_bytes())["done"] if journal.exists() else 0

    for point in sorted(choice.sample(range(0, 400, 20), 3)):
        running = subprocess.Popen(command)
        assert until(lambda at=point, one=running: done() >= at or one.poll() is not None)
        time.sleep(choice.random() / 20)
        workers = children(running.pid) if running.poll() is None else []
        running.kill()
        running.wait()
        # Who is left alone ends.
        assert until(lambda left=workers: not any(map(alive, left)))
        assert journal.exists(), "it was finished before it was killed"

    subprocess.run(command, check=True)
    assert not journal.exists()
    export(many, alone, parser=Parser(autoload="bundled"))
    assert content_of(target, rows=True) == content_of(alone, rows=True)

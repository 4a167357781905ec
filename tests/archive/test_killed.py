"""An export that is killed, again and again, and gone on with: nothing is lost or doubled."""

import json
import signal
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
import multiprocessing, os, signal, sys
from cableparse import Parser, export
from cableparse.archive import engine
engine.CHECKPOINT_COUNT = 20
source, target, moment, count = sys.argv[1:]

def killing(method, left):
    def until_then(*given):
        nonlocal left
        left -= 1
        if left < 0:
            print(*(one.pid for one in multiprocessing.active_children()), flush=True)
            os.kill(os.getpid(), signal.SIGKILL)
        return method(*given)
    return until_then

if __name__ == "__main__":
    if moment != "never":
        name, _, method = moment.partition(".")
        owner = getattr(engine, name)
        setattr(owner, method, killing(getattr(owner, method), int(count)))
    export(source, target, parser=Parser(autoload="bundled"), workers=2, resume=True)
"""
MOMENTS = {
    "Export._take": 50,  # before an input is written
    "Export._advance": 73,  # when it is, and no checkpoint is due
    "Export._checkpoint": 3,  # when one is due
    "Journal.write": 4,  # when the target's is made and the journal does not say so
}
"""Where an export is killed, one after the other, and how often it comes past there before."""
PATIENCE = 60


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return archive(tmp_path_factory.mktemp("many"), 340)


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
    done = 0

    for moment, count in MOMENTS.items():
        killed = subprocess.run([*command, moment, str(count)], stdout=subprocess.PIPE, check=False)
        assert killed.returncode == -signal.SIGKILL
        workers = [int(one) for one in killed.stdout.split()]
        assert len(workers) == 2
        # Who is left alone ends.
        assert until(lambda left=workers: not any(map(alive, left)))
        before, done = done, json.loads(journal.read_bytes())["done"]
        assert before < done < 500

    subprocess.run([*command, "never", "0"], check=True)
    assert not journal.exists()
    export(many, alone, parser=Parser(autoload="bundled"))
    assert content_of(target, rows=True) == content_of(alone, rows=True)

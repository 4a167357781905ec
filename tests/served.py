"""Programs that serve on a free port of this machine, and questions to them."""

import re
import subprocess
import urllib.parse
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

LOOPBACK = ("--host", "127.0.0.1", "--port", "0")


@contextmanager
def served(
    command: Sequence[str],
    folder: Path,
    environment: Mapping[str, str] | None = None,
    *,
    says: str = r"http://127\.0\.0\.1:\d+",
) -> Iterator[str]:
    """Run a command until it ``says`` where it serves, and give that; it is ended afterwards."""
    with subprocess.Popen(
        command, cwd=folder, env=environment, stderr=subprocess.PIPE, text=True
    ) as running:
        try:
            assert running.stderr is not None
            told = ""
            for line in running.stderr:
                told += line
                if (found := re.search(says, line)) is not None:
                    yield found[0]
                    return
            raise AssertionError(f"it did not begin to serve:\n{told}")
        finally:
            running.terminate()  # and with it the processes that it began


def asked(url: str, path: str, **query: str) -> str:
    """Give what is answered to a query."""
    # Whatever proxy the machine has: it knows no loopback.
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with opener.open(f"{url}{path}?{urllib.parse.urlencode(query)}", timeout=60) as answer:
        return str(answer.read().decode())

"""The journal beside a target: how far it is safe, and of what inputs and options it was made."""

import json
import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any, Self

from attrs import asdict, frozen

from cableparse.model.errors import ExportRefusedError

_DAMAGED = "is no journal of an export; delete it to begin anew"


@frozen(kw_only=True)
class Journal:
    """What stands in the file.

    ``made_by`` is everything but the inputs that the target depends on, ``done`` how many inputs
    are in it, ``inputs`` the fingerprint of these, ``token`` the writer's, ``failed`` and
    ``failures`` how many inputs failed and how long the file of failures is.
    """

    made_by: Mapping[str, str]
    done: int = 0
    inputs: str = ""
    token: Any = None
    failed: int = 0
    failures: int = 0

    @classmethod
    def read(cls, path: Path) -> Self | None:
        """Give the journal of a file; None where there is none.

        Raises ``ExportRefusedError`` for a file that is no journal or can't be read, and for a path
        that no file can have.
        """
        try:
            content = path.read_bytes()
        except FileNotFoundError:
            return None
        except (OSError, ValueError) as error:  # a path with a NUL is a wrong value
            reason = getattr(error, "strerror", None) or error
            raise ExportRefusedError(str(path), f"can't be read: {reason}") from error
        try:
            return cls(**json.loads(content))
        except (ValueError, TypeError) as error:
            raise ExportRefusedError(str(path), _DAMAGED) from error

    def write(self, path: Path) -> None:
        """Put the journal in the file's place, whole or not at all; raises ``OSError``."""
        beside = path.with_name(path.name + ".new")
        with beside.open("wb") as file:
            file.write(json.dumps(asdict(self)).encode())
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)

    def hold_to(self, made_by: Mapping[str, str], target: str) -> None:
        """Raise ``ExportRefusedError`` where the target was made otherwise than is asked now."""
        for what in sorted({*self.made_by, *made_by}):
            before, now = self.made_by.get(what, "none"), made_by.get(what, "none")
            if before != now:
                raise ExportRefusedError(
                    target,
                    f"can't be gone on with: it was begun with {what} {before}, and now it is "
                    f"{now}; give what was given then, or delete {target}.journal to begin anew",
                )


class Fingerprint:
    """A running fingerprint of inputs: which they were, and in what order."""

    def __init__(self) -> None:
        self._hash = blake2b(digest_size=16)
        self.count = 0

    def add(self, mark: bytes) -> None:
        """Take in the mark of the next input."""
        self._hash.update(len(mark).to_bytes(4, "big") + mark)
        self.count += 1

    def __str__(self) -> str:
        return self._hash.hexdigest()


class FailureLog:
    """``TARGET.failures.jsonl``: an object a line for each input that failed, in their order.

    Without a failure there is no such file.
    """

    def __init__(self, path: Path, length: int) -> None:
        """Go on behind ``length`` bytes; raises ``OSError`` where that can't be."""
        self.path = path
        self._new: list[bytes] = []
        self.length = length
        if not length:
            path.unlink(missing_ok=True)
        elif path.stat().st_size < length:
            raise ExportRefusedError(str(path), "is shorter than the journal says")
        else:
            os.truncate(path, length)

    def add(self, name: str, code: str, message: str) -> None:
        """Note an input that failed."""
        failure = {"name": name, "code": code, "message": message}
        # A lone surrogate, of an undecodable name say, is written as JSON's own escape of it.
        line = json.dumps(failure, ensure_ascii=False).encode("utf-8", "backslashreplace")
        self._new.append(line + b"\n")

    def checkpoint(self) -> int:
        """Make what was noted durable, and give the file's length; raises ``OSError``."""
        if self._new:
            with self.path.open("ab") as file:
                file.truncate(self.length)  # what a write left that failed half-way
                file.writelines(self._new)
                file.flush()
                os.fsync(file.fileno())
                self.length = file.tell()
            self._new.clear()
        return self.length


def discard(paths: Iterable[Path]) -> None:
    """Delete files that are not needed any more, where they are there."""
    for path in paths:
        with suppress(FileNotFoundError):
            path.unlink()

"""The files that containers are tried on: an author's own, sound and damaged, and what is none."""

import io
import pickle
import random
from collections.abc import Iterator
from os import PathLike
from pathlib import Path
from typing import Any, BinaryIO, cast

from attrs import evolve, frozen

from cableparse.model.failure import Failure
from cableparse.plugins.containers import Container, Member, OpenMember
from cableparse.plugins.contracts import Claim
from cableparse.testing.conformance.broken import LawBroken
from cableparse.testing.conformance.corpus import FOREIGN, TELEGRAM, WRAPPED
from cableparse.testing.conformance.trial import Trial

BEGINNING = 4096


@frozen
class File:
    """A file: its name, and its bytes."""

    name: str
    data: bytes


@frozen
class Said:
    """What a failure says, which can be compared: its member's name, and its error."""

    name: str
    error: str


class Unseekable(io.BytesIO):
    """A file that can only be read on, as a pipe can."""

    def seekable(self) -> bool:
        """Say that it can't seek."""
        return False

    def seek(self, *_: int) -> int:
        """Refuse to."""
        raise io.UnsupportedOperation("seek")

    def tell(self) -> int:
        """Refuse to."""
        raise io.UnsupportedOperation("tell")


@frozen(kw_only=True)
class ContainerTrial(Trial[Container]):
    """A container before a check."""

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "samples", {})  # those are texts

    @property
    def own(self) -> list[File]:
        """The author's own files."""
        return [_file(number, given) for number, given in enumerate(self.given, 1)]

    @property
    def damaged(self) -> Iterator[File]:
        """The author's own files with parts lost, changed or added; the same ones each time."""
        for file in self.own:
            data = file.data
            for eighth in range(1, 8):
                yield evolve(file, data=data[: len(data) * eighth // 8])
                yield evolve(file, data=data[: BEGINNING // 8] + data[len(data) * eighth // 8 :])
            yield evolve(file, data=data + data)
            yield evolve(file, data=data + bytes(1000))
            for seed in range(20):
                draw = random.Random(seed)
                changed = bytearray(data)
                for _ in range(1 + seed // 4):
                    changed[draw.randrange(len(changed))] ^= 1 << draw.randrange(8)
                yield evolve(file, data=bytes(changed))

    @property
    def foreign(self) -> list[File]:
        """What is no container: documents, noise, nothing."""
        texts = [("telegram", TELEGRAM), *WRAPPED, *FOREIGN]
        draw = random.Random(20_09)
        return [
            *(File(f"{name}.txt", text.encode()) for name, text in texts),
            *(File(f"noise {number}", draw.randbytes(BEGINNING)) for number in range(5)),
            File("nothing", b""),
            File("NUL", bytes(BEGINNING)),
        ]

    def claim(self, file: File) -> Claim | None:
        """Let the container claim."""
        return self.call("claim()", self.plugin.claim, file.name, file.data[:BEGINNING])

    def members(
        self, file: File, stream: BinaryIO | None = None, plugin: Container | None = None
    ) -> list[Member | Said]:
        """Let the container give all members, each read to its end."""
        given = stream or io.BytesIO(file.data)
        container = plugin or self.plugin
        try:
            return [self.taken(one, file) for one in container.members(given, file.name)]
        except LawBroken:
            raise
        except Exception as error:
            # What is raised for a damaged file is what one check asks for.
            if self.law == "check_errors_named":
                raise
            self.broken(f"members() of {file.name} raised {error!r}", input=file.data)

    def taken(self, one: object, file: File) -> Member | Said:
        """Give a member with its content; holds what was given to be one."""
        if isinstance(one, OpenMember):
            content = bytearray()
            while data := one.file.read(BEGINNING):
                content += data
            return Member(
                name=one.name, content=bytes(content), format=one.format, metadata=one.metadata
            )
        if isinstance(one, Failure):
            self.pickled(one.error, file)
            return Said(one.name, repr(one.error))
        if not isinstance(one, Member):
            self.keep(False, f"members() gave {one!r}: it gives members and failures", file)
        return cast("Member", one)

    def pickled(self, one: object, file: File) -> None:
        """Hold a member, or an error, to going to another process and coming back."""
        try:
            back: Any = pickle.loads(pickle.dumps(one))
        except Exception as error:
            self.keep(False, f"{one!r} can't be pickled: {error!r}", file)
        same = repr(back) == repr(one) if isinstance(one, Exception) else back == one
        self.keep(same, f"{one!r} comes back from a pickle as another one", file)

    def keep(self, condition: object, problem: str, file: File) -> None:
        """Raise a ``LawBroken`` unless the condition holds for a file."""
        __tracebackhide__ = True
        if not condition:
            self.broken(f"{problem} ({file.name}, {len(file.data):,} bytes)", input=file.data)


def _file(number: int, given: str | bytes | PathLike[str]) -> File:
    if isinstance(given, PathLike):
        return File(Path(given).name, Path(given).read_bytes())
    return File(f"sample {number}", given.encode() if isinstance(given, str) else given)

"""Files to members: which container opens a file, what is in it, and when to stop."""

import io
from collections.abc import Callable, Generator, Iterable
from contextlib import closing
from pathlib import Path
from typing import Any, BinaryIO

from attrs import frozen

from cableparse.model.cable import Cable
from cableparse.model.errors import (
    CableparseError,
    ContainerError,
    ContainerLimitError,
    MissingInputError,
    PluginContractError,
    PluginFailure,
)
from cableparse.model.failure import Failure
from cableparse.plugins.containers import Container, Member, OpenMember
from cableparse.plugins.running import claim_container
from cableparse.reading.inputs import (
    GIVEN,
    Given,
    Input,
    Within,
    find_inputs,
    one_by_one,
    open_input,
    too_large,
    unreadable,
)
from cableparse.reading.limits import Limits, Unpacked

BEGINNING = 4096
"""How many bytes of a file its containers are shown."""

_CHUNK = 64 * 1024
_Found = Generator[Member | Failure, None, None]
Watch = Callable[[Input, BinaryIO | None], object]
"""Is told whose turn it is: a file, and what reads it, None where it is not opened here."""


def unwatched(given: Input, file: BinaryIO | None) -> None:
    """Let whoever's turn it is pass."""


@frozen(kw_only=True)
class Opener:
    """Opens files with these containers; a member is no longer than ``max_bytes``."""

    containers: tuple[Container, ...]
    max_bytes: int
    limits: Limits
    watch: Watch

    def find(self, paths: Given | OpenMember | Iterable[Given | OpenMember]) -> _Found:
        """Give every member of the files that ``paths`` name, in a fixed order.

        A file that no container claims is a member of its own. What can't be read, in a folder or
        in a container, is a failure in its place.
        """
        for given in one_by_one(paths, (*GIVEN, OpenMember)):
            if isinstance(given, OpenMember):
                yield from self.open(given)
                continue
            for found in find_inputs([given]):
                if isinstance(found, Failure):
                    yield found
                else:
                    yield from self.of_input(found)

    def find_unopened(
        self, paths: Given | Iterable[Given], leave_out: Callable[[Path], bool] | None
    ) -> Generator[Path | Member | Failure, None, None]:
        """Give what `find` gives, but for a file that no container claims its path."""
        for found in find_inputs(paths):
            if isinstance(found, Path):
                if leave_out is not None and leave_out(found):
                    continue
                if not self._claimed(found):
                    self.watch(found, None)
                    yield found
                    continue
            elif isinstance(found, Failure):
                yield found
                continue
            yield from self.of_input(found)

    def _claimed(self, path: Path) -> bool:
        """Tell whether a container claims a file; what can't be told, who reads it finds out."""
        try:
            if not path.is_file():
                return False
            with open_input(path) as file:
                beginning = file.read(BEGINNING)
            return claim_container(self.containers, str(path), beginning) is not None
        except OSError:
            return False
        except CableparseError:  # two claim it: that is said when it is opened
            return True

    def of_input(self, given: Input) -> _Found:
        """Give the members of one file, or the one that was named in it."""
        wanted = given.member if isinstance(given, Within) else None
        path = given.file if isinstance(given, Within) else given
        try:
            file = open_input(path)
        except CableparseError as error:
            self.watch(path, None)
            yield Failure(name=str(given), error=error)
            return
        with file:
            self.watch(path, file)
            member = OpenMember(name=str(path), file=file)
            if wanted is None:
                yield from self.open(member)
                return
            missing = True
            for one in self.open(member, wanted=wanted):
                missing = False
                yield one
                if one.name == wanted:  # a second one of this name is not looked for
                    return
            if missing:
                problem = f"{path} holds no member of this name"
                yield Failure(name=wanted, error=MissingInputError(wanted, problem))

    def open(self, member: OpenMember, wanted: str | None = None) -> _Found:
        """Give the members of an open file; a file that is no container is its own member.

        Of a container it gives the member that is ``wanted``, or what is in that one.
        """
        opened = _Opened(self, member, wanted)
        try:
            yield from opened.members(member, 0)
        except ContainerLimitError as error:
            yield Failure(name=member.name, error=error)


class _Opened:
    """One file that was opened, with all that it holds, at any depth."""

    def __init__(self, opener: Opener, member: OpenMember, wanted: str | None) -> None:
        self._opener = opener
        self._wanted = wanted
        self._unpacked = Unpacked(member.name, opener.limits)

    def members(self, member: OpenMember, depth: int, within: Container | None = None) -> _Found:
        """Give the members of a file, which stands as deep in containers as ``depth`` says."""
        opener, name = self._opener, member.name
        whole = b""
        try:
            # What is packed gives nothing that is waited for, and most of it is read at once.
            most = _CHUNK if depth else BEGINNING
            beginning = _read(member.file, min(most, opener.max_bytes + 1))
            container = None
            if member.format is None:
                container = claim_container(opener.containers, name, beginning[:BEGINNING])
            if container is not None:
                file = self._rewound(member.file, beginning, depth)
            elif self._fits(name):
                whole = beginning + _read(member.file, opener.max_bytes + 1 - len(beginning))
        except Exception as error:  # whatever one input does, the others are still read
            yield Failure(name=name, error=_named(error, name, within))
            return
        if container is None:
            if not self._fits(name):
                return
            found = self._whole(member, whole)
            if isinstance(found, Failure):  # that this one is long is said, whatever it leads to
                yield found
            if depth:
                self._unpacked.count(len(whole))
            if isinstance(found, Member):
                yield found
        elif depth >= opener.limits.max_depth:
            problem = f"is a container inside {depth} others: unpack the outermost one to read it"
            yield Failure(name=name, error=ContainerLimitError(name, problem))
        else:
            yield from self._inside(container, file, name, depth)

    def _inside(self, container: Container, file: BinaryIO, name: str, depth: int) -> _Found:
        """Let a container give its members, and hold it to its contract."""
        empty = True
        with closing(_members(container, file, name)) as found:
            while True:
                try:
                    one = next(found)
                except StopIteration:
                    break
                except Exception as error:
                    yield Failure(name=name, error=_named(error, name, container))
                    return
                empty = False
                if isinstance(one, OpenMember):
                    if self._fits(one.name) or self._leads_to(one.name):
                        yield from self.members(one, depth + 1, container)
                elif isinstance(one, Member):
                    self._unpacked.count(_length(one))
                    if self._fits(one.name):
                        yield one
                elif isinstance(one, Failure):
                    self._unpacked.count(0)
                    if self._fits(one.name) or self._leads_to(one.name):
                        yield one
                else:
                    problem = f"gave {one!r} out of {name}: a container gives members and failures"
                    yield Failure(name=name, error=PluginContractError(container.name, problem))
                    return
        if empty:
            yield Failure(name=name, error=ContainerError(name, "holds no documents"))

    def _whole(self, member: OpenMember, content: bytes) -> Member | Failure:
        if len(content) > self._opener.max_bytes:
            error = too_large(member.name, content, self._opener.max_bytes)
            return Failure(name=member.name, error=error)
        return Member(
            name=member.name, content=content, format=member.format, metadata=member.metadata
        )

    def _rewound(self, file: BinaryIO, beginning: bytes, depth: int) -> BinaryIO:
        """Give the file from its beginning on; only one that has a length of its own can seek."""
        if depth == 0 and file.seekable():
            length = file.seek(0, io.SEEK_END)
            self._unpacked.size = lambda: length
            file.seek(0)
            return file
        peeked = _Peeked(file, beginning)
        if depth == 0:
            self._unpacked.size = lambda: max(len(beginning), peeked.given)
        return io.BufferedReader(peeked, _CHUNK)

    def _fits(self, name: str) -> bool:
        wanted = self._wanted
        return wanted is None or name == wanted or name.startswith((f"{wanted}!", f"{wanted}#"))

    def _leads_to(self, name: str) -> bool:
        return self._wanted is not None and self._wanted.startswith((f"{name}!", f"{name}#"))


class _Peeked(io.RawIOBase):
    """A file whose beginning was read already; it reads on, and can't seek."""

    def __init__(self, file: BinaryIO, beginning: bytes) -> None:
        self._file = file
        self._beginning = beginning
        self.given = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        room = len(buffer)
        data = self._beginning[:room] or self._file.read(room) or b""
        self._beginning = self._beginning[room:]
        buffer[: len(data)] = data
        self.given += len(data)
        return len(data)


def _read(file: BinaryIO, length: int) -> bytes:
    """Read as many bytes as there are, up to ``length``: a read may give less than it could."""
    chunks = []
    while length > 0 and (chunk := file.read(min(length, _CHUNK))):
        chunks.append(chunk)
        length -= len(chunk)
    return b"".join(chunks)


def _members(
    container: Container, file: BinaryIO, name: str
) -> Generator[Member | OpenMember | Failure, None, None]:
    """Call the container when its first member is asked for, so that it may raise in one place."""
    yield from container.members(file, name)


def _length(member: Member) -> int:
    content = member.content
    return len(content.source.text if isinstance(content, Cable) else content)


def _named(error: Exception, name: str, within: Container | None) -> Exception:
    """Give an error that names the input: that of the container that raised, where one did."""
    if isinstance(error, CableparseError):
        return error
    if within is not None:
        problem = f"failed to open it: {type(error).__name__}: {error}"
        failure = PluginFailure(within.name, name, problem)
        failure.__cause__ = error
        return failure
    return unreadable(name, error) if isinstance(error, OSError) else error

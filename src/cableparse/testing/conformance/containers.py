"""What every container keeps to. A check's docstring is the law that it states."""

import io
from collections.abc import Callable
from typing import Any

from cableparse.model.errors import InputError
from cableparse.plugins.contracts import Claim
from cableparse.testing.conformance import shared
from cableparse.testing.conformance.broken import LawBroken
from cableparse.testing.conformance.files import ContainerTrial, File, Unseekable
from cableparse.testing.conformance.watching import changed, watched


def check_contract(trial: ContainerTrial) -> None:
    """A container has a name, claim() gives a Claim or None, members() gives an iterator."""
    shared.named_well(trial)
    for file in (*trial.own, *trial.foreign):
        claim = trial.claim(file)
        trial.keep(
            claim is None or isinstance(claim, Claim),
            f"claim() gave {claim!r}: it gives a Claim or None",
            file,
        )
    for file in trial.own:
        found = trial.plugin.members(io.BytesIO(file.data), file.name)
        trial.keep(iter(found) is found, f"members() gave {found!r}: it gives an iterator", file)
        trial.members(file)


def check_claims_its_own(trial: ContainerTrial) -> None:
    """A container claims its own files, and says what it saw."""
    for file in trial.own:
        claim = trial.claim(file)
        trial.keep(claim is not None, "it does not claim a sample of its own", file)
        trial.keep(claim is None or claim.evidence.strip(), "its claim has no evidence", file)


def check_claims_no_others(trial: ContainerTrial) -> None:
    """A container claims no document, no noise and no empty file, whatever it is called."""
    for file in trial.foreign:
        trial.keep(trial.claim(file) is None, "it claims what is not its own", file)


def check_members_named(trial: ContainerTrial) -> None:
    """A member's name is its container's and where it stood in it; no other has the same."""
    for file in trial.own:
        names = [one.name for one in trial.members(file)]
        trial.keep(names, "it gives no member of it", file)
        for name in names:
            good = name.startswith(file.name) and name != file.name
            trial.keep(good, f"a member of {file.name!r} is called {name!r}", file)
        trial.keep(len({*names}) == len(names), "two members have one name", file)


def check_errors_named(trial: ContainerTrial) -> None:
    """Of damaged files it gives what is left; what it raises is of cableparse, and has the name."""
    for file in trial.damaged:
        try:
            found = trial.members(file)
        except LawBroken:
            raise
        except Exception as error:
            trial.keep(isinstance(error, InputError), f"it raised {error!r}, no InputError", file)
            trial.keep(file.name in str(error), f"{error!r} does not name the file", file)
        else:
            for one in found:
                trial.keep(one.name.startswith(file.name), f"gave {one.name!r}", file)


def check_deterministic(trial: ContainerTrial) -> None:
    """The same file gives the same members in the same order, whatever was read before."""
    first = [trial.members(file) for file in trial.own]
    for file, before in zip(reversed(trial.own), reversed(first), strict=True):
        again = trial.members(file)
        trial.keep(
            again == before, "the second time it gives other members, or in another order", file
        )


def check_streamed(trial: ContainerTrial) -> None:
    """Members come one by one: two files are read side by side, and one may be left half read."""
    for file in trial.own:
        whole = trial.members(file)
        one, other = (trial.plugin.members(io.BytesIO(file.data), file.name) for _ in range(2))
        for number, pair in enumerate(zip(one, other, strict=True)):
            for got in pair:
                same = number < len(whole) and trial.taken(got, file) == whole[number]
                trial.keep(same, f"member {number + 1} is another where two are read", file)
        left = trial.plugin.members(io.BytesIO(file.data), file.name)
        next(left, None)
        close = getattr(left, "close", None)
        if close is not None:
            trial.call("close() of members() after the first", close)
        skipped = [got.name for got in trial.plugin.members(io.BytesIO(file.data), file.name)]
        trial.keep(
            skipped == [got.name for got in whole],
            "it gives other names where nobody reads the members",
            file,
        )


def check_reads_a_stream(trial: ContainerTrial) -> None:
    """A file that can't seek, as standard input can't, gives the same members."""
    for file in trial.own:
        trial.keep(
            trial.members(file, Unseekable(file.data)) == trial.members(file),
            "it gives other members of a stream",
            file,
        )


def check_leaves_open_what_it_was_given(trial: ContainerTrial) -> None:
    """The file that it was given stays open."""
    for file in trial.own:
        stream = io.BytesIO(file.data)
        trial.members(file, stream)
        trial.keep(not stream.closed, "it closed the file", file)


def check_pure(trial: ContainerTrial) -> None:
    """A container gives what is in a file and changes nothing else; it prints nothing."""
    for file in trial.own:

        def work(file: File = file) -> None:
            trial.claim(file)
            trial.members(file)

        work()  # what it imports then is not its doing
        for what in changed(work):
            trial.keep(False, what, file)


def check_picklable(trial: ContainerTrial) -> None:
    """A container and its members go to another process and come back."""
    copy = shared.pickles(trial, [])
    for file in trial.own:
        for one in trial.members(file):
            trial.pickled(one, file)
        trial.keep(
            trial.members(file, plugin=copy) == trial.members(file),
            "a copy of it out of a pickle gives other members",
            file,
        )


def check_opens_no_socket(trial: ContainerTrial) -> None:
    """A container reaches out to no network."""
    for file in trial.own:
        with watched() as seen:
            _work(trial, file)
        trial.keep(not seen.network, f"it reached for the network: {seen.network[:3]}", file)


def check_writes_nothing(trial: ContainerTrial) -> None:
    """A container unpacks nothing to disk, starts no program and sets no variable."""
    for file in trial.own:
        with watched() as seen:
            _work(trial, file)
        done = [f"{what} {path}".strip() for what, path in seen.writes]
        trial.keep(not done, f"it wrote or changed something: {done[:3]}", file)


def _work(trial: ContainerTrial, file: File) -> Any:
    return trial.claim(file), trial.members(file)


CHECKS: tuple[Callable[[ContainerTrial], None], ...] = (
    check_contract,
    check_claims_its_own,
    check_claims_no_others,
    check_members_named,
    check_errors_named,
    check_deterministic,
    check_streamed,
    check_reads_a_stream,
    check_leaves_open_what_it_was_given,
    check_pure,
    check_picklable,
    check_opens_no_socket,
    check_writes_nothing,
)
"""The checks of a container, in the order in which it helps to read their failures."""

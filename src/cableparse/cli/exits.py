"""How a command ends: the exit statuses, and one place where they are given."""

import errno
import os
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import IO, Any

import click

from cableparse.cli.printable import one_line
from cableparse.cli.streams import accept_any_character

FAILED = 1
"""Some inputs failed."""
USAGE = 2
"""Nothing was read: wrong usage, or a plugin or an output that can't be used."""
INTERRUPTED = 130
"""What a shell reports for a program that SIGINT ended."""
BROKEN_PIPE = 141
"""What a shell reports for a program that SIGPIPE ended."""


class Refusal(click.ClickException):
    """A reason not to begin; ``cause`` is what was raised, for ``--traceback``."""

    exit_code = USAGE

    def __init__(self, message: str, cause: BaseException | None = None) -> None:
        super().__init__(one_line(message))
        self.cause = cause

    def show(self, file: IO[Any] | None = None) -> None:
        """Write the reason, and where it was raised if that was asked for."""
        super().show(file)
        if self.cause is not None:
            click.echo("".join(traceback.format_exception(self.cause)), file, nl=False, err=True)


class OutputError(Refusal):
    """Writing stopped on the way: the disk is full, say."""

    exit_code = FAILED


class SystemRefusal(Refusal):
    """The operating system refused something on the way that is not the output."""

    exit_code = FAILED


class CommandGroup(click.Group):
    """A group whose commands end as Unix tools do when they are interrupted or not read."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments; help is written here, so the output is made ready first."""
        accept_any_character()
        with _quiet_end(ctx):
            return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command."""
        with _quiet_end(ctx):
            return super().invoke(ctx)


@contextmanager
def _quiet_end(ctx: click.Context) -> Iterator[None]:
    """End without a traceback on Ctrl-C, a closed pipe, a full disk and what else is refused."""
    try:
        yield
    except KeyboardInterrupt:
        click.echo("Interrupted.", err=True)
        ctx.exit(INTERRUPTED)
    except OutputError:
        _drop_output()
        raise
    except OSError as error:
        _drop_output()
        if error.errno == errno.EPIPE:
            ctx.exit(BROKEN_PIPE)
        reason = error.strerror or error
        if error.filename is not None:
            raise SystemRefusal(f"{error.filename}: {reason}") from error
        if error.errno not in _OF_WRITING:
            raise SystemRefusal(str(reason)) from error
        raise OutputError(f"standard output: can't be written: {reason}") from error


# What writing to an open stream can end with; an error of opening names a file.
_OF_WRITING = frozenset(
    {errno.ENOSPC, errno.EFBIG, errno.EIO, errno.EBADF, errno.EINVAL, errno.ENXIO}
    | {getattr(errno, "EDQUOT", errno.ENOSPC)}  # Windows has no quotas
)


def _drop_output() -> None:
    """Lead standard output nowhere, so that the interpreter's last flush does not complain."""
    with suppress(OSError):  # no file stands behind the output of a test
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

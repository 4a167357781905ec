"""The options that the commands share, and the parser that they ask for."""

import functools
from collections.abc import Callable, Sequence
from typing import Any, TypeVar, cast

import click

from cableparse import DEFAULT_MAX_BYTES
from cableparse.cli import completion
from cableparse.cli.loading import make_parser

Command = TypeVar("Command", bound=Callable[..., Any])

STDIN = "-"

_PLUGIN_OPTIONS = (
    click.option(
        "--plugin",
        "plugins",
        metavar="MODULE",
        multiple=True,
        help="Load this module as a plugin too; can be given more than once.",
    ),
    click.option(
        "--no-plugins",
        is_flag=True,
        help="Load only the plugins that come with cableparse, and those given with --plugin.",
    ),
    click.option(
        "--traceback",
        "with_traceback",
        is_flag=True,
        help="Show where an error was raised, with its causes.",
    ),
)

_STRICT = click.option(
    "--strict", is_flag=True, help="Let a cable with defects fail, and name each."
)

_READING_OPTIONS = (
    click.option(
        "--format",
        metavar="NAME",
        shell_complete=completion.formats,
        help="Read every input in this format instead of asking which format claims it.",
    ),
    _STRICT,
    click.option(
        "--no-enrich", is_flag=True, help="Run no enricher: what was printed, unrepaired."
    ),
    click.option(
        "--enrich",
        "also",
        metavar="NAME",
        shell_complete=completion.enrichers,
        multiple=True,
        help="Run this enricher too, which is off by default; can be given more than once.",
    ),
    click.option(
        "--max-bytes",
        metavar="N",
        type=click.IntRange(min=1),
        default=DEFAULT_MAX_BYTES,
        show_default=f"{DEFAULT_MAX_BYTES}, 64 MiB",
        help="Refuse an input that is longer than this.",
    ),
    *_PLUGIN_OPTIONS,
)


def plugin_options(command: Command) -> Command:
    """Add the options that say which plugins are loaded; the command gets the ``parser``."""

    @functools.wraps(command)
    def parsing(*, plugins: Sequence[str], no_plugins: bool, with_traceback: bool) -> Any:
        return command(parser=make_parser(plugins, no_plugins, with_traceback))

    return _with(_PLUGIN_OPTIONS, cast("Command", parsing))


def reading_options(command: Command) -> Command:
    """Add the options that say how inputs are read, and by which plugins.

    The command gets the ``parser`` that they ask for, ``format``, ``strict`` and
    ``with_traceback``.
    """
    return _with(_READING_OPTIONS, _parsing(command))


def lenient_options(command: Command) -> Command:
    """Add the reading options but ``--strict``, for a command that defects are no failures to."""
    options = [option for option in _READING_OPTIONS if option is not _STRICT]
    return _with(options, _parsing(command))


def _parsing(command: Command) -> Command:
    @functools.wraps(command)
    def parsing(
        *arguments: Any,
        plugins: Sequence[str],
        no_plugins: bool,
        with_traceback: bool,
        format: str | None,
        no_enrich: bool,
        also: Sequence[str],
        max_bytes: int,
        **others: Any,
    ) -> Any:
        parser = make_parser(
            plugins,
            no_plugins,
            with_traceback,
            format=format,
            enrich=not no_enrich,
            also=also,
            max_bytes=max_bytes,
        )
        given = {"parser": parser, "format": format, "with_traceback": with_traceback}
        return command(*arguments, **given, **others)

    return cast("Command", parsing)


def _with(options: Sequence[Callable[[Command], Command]], command: Command) -> Command:
    for option in reversed(options):
        command = option(command)
    return command

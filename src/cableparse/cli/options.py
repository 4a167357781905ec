"""The options that the commands share, and the parser that they ask for."""

import functools
import os
import sys
from collections.abc import Callable, Sequence
from typing import Any, TypeVar, cast

import click

from cableparse import (
    DEFAULT_MAX_BYTES,
    CableparseError,
    Parser,
    PluginError,
    UnknownPluginError,
)
from cableparse.cli.complaints import as_options
from cableparse.cli.exits import Refusal

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
        return command(parser=_make_parser(plugins, no_plugins, with_traceback))

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
        parser = _make_parser(
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


def _make_parser(
    plugins: Sequence[str],
    no_plugins: bool,
    with_traceback: bool,
    *,
    format: str | None = None,
    **settings: Any,
) -> Parser:
    """Build the parser that the options ask for.

    Raises ``Refusal`` where the plugins can't be used together or no format has the name.
    """
    for plugin in plugins:
        if not all(part.isidentifier() for part in plugin.split(".")):
            raise click.BadParameter(
                f"{plugin!r} is no module's name; for ./my_plugin.py give my_plugin",
                param_hint="--plugin",
            )
    if plugins and os.getcwd() not in sys.path:
        # A plugin beside the documents is found, and shadows nothing: it is looked for last.
        sys.path.append(os.getcwd())
    try:
        parser = Parser(
            plugins=plugins,
            autoload="bundled" if no_plugins else True,
            **settings,
        )
    except UnknownPluginError as error:
        raise click.BadParameter(str(error), param_hint="--enrich") from error
    except PluginError as error:
        message = as_options(str(error))
        if error.__cause__ is not None and not with_traceback:
            message += "; --traceback shows where"
        raise Refusal(message, error if with_traceback else None) from error
    if format is not None:
        try:
            parser.format(format)
        except CableparseError as error:
            raise click.BadParameter(str(error), param_hint="--format") from error
    return parser


def _with(options: Sequence[Callable[[Command], Command]], command: Command) -> Command:
    for option in reversed(options):
        command = option(command)
    return command

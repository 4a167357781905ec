"""The parser that a command's options ask for: which plugins are loaded, and from where."""

import os
import sys
from collections.abc import Sequence
from typing import Any

import click

from cableparse import CableparseError, Parser, PluginError, UnknownPluginError
from cableparse.cli.complaints import as_options
from cableparse.cli.exits import Refusal


def make_parser(
    plugins: Sequence[str],
    no_plugins: bool,
    with_traceback: bool = False,
    *,
    format: str | None = None,
    **settings: Any,
) -> Parser:
    """Build the parser that the options ask for.

    Raises ``Refusal`` where the plugins can't be used together, and ``click.BadParameter`` where
    no module, enricher or format has the name.
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
            message = str(error)
            if any(exporter.name == format for exporter in parser.registry.exporters):
                message += f"; to write with the exporter of this name, use --export {format}"
            raise click.BadParameter(message, param_hint="--format") from error
    return parser

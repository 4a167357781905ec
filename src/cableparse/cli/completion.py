"""What a shell offers while a command line is typed: files, and the names of what is installed.

Plugins are loaded when such a name is asked for, and not before.
"""

from collections.abc import Iterator

import click
from click.shell_completion import CompletionItem

from cableparse import Registry
from cableparse.cli.loading import make_parser
from cableparse.cli.printable import one_line


def files(_: click.Context, __: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Leave it to the shell, which knows files best."""
    return [CompletionItem(incomplete, type="file")]


def formats(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Give the formats that the options before load, each with what it looks for."""
    return list(_named(ctx, "format", incomplete))


def exporters(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Give the exporters that the options before load, each with its suffixes."""
    return list(_named(ctx, "exporter", incomplete))


def enrichers(ctx: click.Context, option: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Give the enrichers that are off by default, but for those that are named already."""
    registry = _registry(ctx)
    given = ctx.params.get(option.name or "") or ()
    return [
        CompletionItem(enricher.name)
        for enricher in (() if registry is None else registry.enrichers)
        if not getattr(enricher, "default", True)
        and enricher.name.startswith(incomplete)
        and enricher.name not in given
    ]


def _named(ctx: click.Context, kind: str, incomplete: str) -> Iterator[CompletionItem]:
    registry = _registry(ctx)
    for entry in () if registry is None else registry.installed:
        if entry.kind == kind and entry.name.startswith(incomplete):
            # click's script for fish parts what it is given at commas, and drops the rest.
            yield CompletionItem(entry.name, help=one_line(entry.detail).replace(",", ";"))


def _registry(ctx: click.Context) -> Registry | None:
    """Give what is loaded; None where it can't be, which the command itself will say."""
    try:
        plugins = ctx.params.get("plugins") or ()
        return make_parser(plugins, bool(ctx.params.get("no_plugins"))).registry
    except click.ClickException:
        return None

"""The four hooks. Hooks register, the core runs.

pluggy gives every implementation the same input and loses all results when one raises, so nothing
is parsed inside a hook: each one only hands over what there is to run.
"""

from collections.abc import Iterable

import pluggy

from cableparse.plugins.containers import Container
from cableparse.plugins.contracts import Enricher, Exporter, Format

PROJECT = "cableparse"
"""pluggy's project name, and the entry-point group."""

hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)


@hookspec
def cableparse_formats() -> Iterable[Format]:  # type: ignore[empty-body]
    """Give the formats that this plugin knows."""


@hookspec
def cableparse_enrichers() -> Iterable[Enricher]:  # type: ignore[empty-body]
    """Give the enrichers that this plugin has."""


@hookspec
def cableparse_exporters() -> Iterable[Exporter]:  # type: ignore[empty-body]
    """Give the exporters that this plugin has."""


@hookspec
def cableparse_containers() -> Iterable[Container]:  # type: ignore[empty-body]
    """Give the containers that this plugin opens."""

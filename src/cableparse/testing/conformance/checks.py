"""The checks by name, and how one is run on a plugin."""

import inspect
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from attrs import frozen

from cableparse.plugins.containers import Container
from cableparse.plugins.contracts import Enricher, Exporter, Format
from cableparse.testing.conformance import containers, enrichers, exporters, formats
from cableparse.testing.conformance.files import ContainerTrial
from cableparse.testing.conformance.samples import Given
from cableparse.testing.conformance.trial import (
    EnricherTrial,
    ExporterTrial,
    FormatTrial,
    Trial,
    kind_of,
)
from cableparse.testing.conformance.watching import watched


def check_format(
    format: Format, *, samples: Iterable[Given] = (), only: Sequence[str] | None = None
) -> None:
    """Hold a format to every law; raises ``LawBroken`` for the first one that it breaks.

    ``samples`` are documents of the format: texts, bytes, or paths. It has to claim each, and is
    tried on variants of them. ``only`` names the checks to make.
    """
    _run(format, "format", samples, only)


def check_enricher(
    enricher: Enricher, *, samples: Iterable[Given] = (), only: Sequence[str] | None = None
) -> None:
    """Hold an enricher to every law; raises ``LawBroken`` for the first one that it breaks.

    ``samples`` are documents that a bundled format reads, with something in them for the enricher
    to say. ``only`` names the checks to make.
    """
    _run(enricher, "enricher", samples, only)


def check_exporter(
    exporter: Exporter, *, samples: Iterable[Given] = (), only: Sequence[str] | None = None
) -> None:
    """Hold an exporter to every law; raises ``LawBroken`` for the first one that it breaks.

    ``samples`` are documents that a bundled format reads. ``only`` names the checks to make.
    """
    _run(exporter, "exporter", samples, only)


def check_container(
    container: Container, *, samples: Iterable[Given] = (), only: Sequence[str] | None = None
) -> None:
    """Hold a container to every law; raises ``LawBroken`` for the first one that it breaks.

    ``samples`` are files of its kind: bytes or paths. It has to claim each, and is tried on damaged
    ones of them. ``only`` names the checks to make.
    """
    _run(container, "container", samples, only)


@frozen(kw_only=True)
class Check:
    """One check: its ``name``, the ``law`` that it states, and the ``kind`` of plugin it is for.

    Called with a plugin it raises ``LawBroken`` or returns. ``samples`` are the author's own, and
    ``formats`` read those.
    """

    name: str
    law: str
    kind: str
    function: Callable[[Any], None]
    samples: tuple[Given, ...] = ()
    formats: tuple[Format, ...] = ()

    def __call__(self, plugin: object) -> None:
        """Make the check on a plugin."""
        __tracebackhide__ = True
        trial: Trial[Any] = _TRIALS[self.kind](
            plugin=plugin,
            law=self.name,
            statement=self.law,
            given=self.samples,
            formats=self.formats,
        )
        with watched():  # whatever the check, nothing reaches out while it runs
            self.function(trial)


def conformance_checks(plugin: object) -> tuple[Check, ...]:
    """Give the checks for a plugin of its kind; raises ``TypeError`` for what is no plugin."""
    return CHECKS[kind_of(plugin)]


_TRIALS: dict[str, type[Trial[Any]]] = {
    "format": FormatTrial,
    "enricher": EnricherTrial,
    "exporter": ExporterTrial,
    "container": ContainerTrial,
}


def _checks(kind: str, functions: Iterable[Callable[[Any], None]]) -> tuple[Check, ...]:
    return tuple(
        Check(
            name=function.__name__,
            law=" ".join(inspect.cleandoc(function.__doc__ or "").split()),
            kind=kind,
            function=function,
        )
        for function in functions
    )


CHECKS: dict[str, tuple[Check, ...]] = {
    "format": _checks("format", formats.CHECKS),
    "enricher": _checks("enricher", enrichers.CHECKS),
    "exporter": _checks("exporter", exporters.CHECKS),
    "container": _checks("container", containers.CHECKS),
}
"""All checks, by the kind of plugin."""


def _run(plugin: object, kind: str, samples: Iterable[Given], only: Sequence[str] | None) -> None:
    checks = CHECKS[kind]
    known = [check.name for check in checks]
    for name in only or ():
        if name not in known:
            raise ValueError(f"no check of a {kind} is called {name!r}; there are {known}")
    if kind_of(plugin) != kind:
        raise TypeError(f"{plugin!r} is no {kind}")
    given = tuple(samples)
    for check in checks:
        if only is None or check.name in only:
            Check(
                name=check.name,
                law=check.law,
                kind=kind,
                function=check.function,
                samples=given,
            )(plugin)

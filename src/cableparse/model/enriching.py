"""What plugins say of a cable, some of it later: when it is asked for."""

from collections.abc import Callable, Iterable

from cableparse.model.cable import MAY_BE_LATE, NEVER_LATE, Cable, never_late
from cableparse.model.errors import PluginError
from cableparse.model.failure import Failure
from cableparse.model.late import Late

ANNOTATIONS = frozenset({"redactions", "repairs", "defects"})
"""What is said of a cable beside its values and its segments."""
SEGMENTS = frozenset({"segments"})
"""What a cable's text is labelled with."""


def enriched_later(fields: frozenset[str], enrich: Callable[[Cable], Cable], cable: Cable) -> Cable:
    """Give a cable whose ``fields`` ``enrich`` makes, once one of them is asked for.

    Each of them is `SEGMENTS` or among the `ANNOTATIONS`. ``enrich`` gives a cable that differs in
    nothing else, and is asked once, or each time until it gives one.
    """
    late: Late | None = getattr(cable, "_late", None)
    if late is None:
        return enrich(cable)
    return cable._copy(late.enriched_by(fields, _Enriched(cable, enrich).of), {})


class _Enriched:
    """What is said of a cable, made once."""

    __slots__ = ("_cable", "_enrich", "_made")

    def __init__(self, cable: Cable, enrich: Callable[[Cable], Cable]) -> None:
        self._cable, self._enrich = cable, enrich
        self._made = False

    def of(self, field: str) -> object:
        if not self._made:
            try:
                self._cable = self._enrich(self._cable)
            except PluginError as error:
                error.waited_in = self._cable.source.name
                raise
            self._made = True
        return getattr(self._cable, field)


def make_whole(cable: Cable) -> Cable:
    """Make every field of a cable that waits, so that no enricher can fail later, and give it.

    Raises the ``PluginError`` of an enricher that fails.
    """
    for name in MAY_BE_LATE:
        getattr(cable, name)
    return cable


def whole(result: Cable | Failure) -> Cable | Failure:
    """Give a cable with every field made that waits, or a failure where an enricher fails now."""
    if isinstance(result, Failure):
        return result
    try:
        return make_whole(result)
    except PluginError as error:
        return Failure(name=result.source.name, error=error)


def same_segments(one: Cable, other: Cable) -> bool:
    """Tell whether two cables have the very same segments; where none was made yet, none is."""
    late: Late | None = getattr(one, "_late", None)
    others: Late | None = getattr(other, "_late", None)
    if late is not None and others is not None and late.shares("segments", others):
        return True
    return one.segments is other.segments


def changed_fields(one: Cable, other: Cable) -> set[str]:
    """Give the names of the fields that differ; what both have still to make is not made."""
    if one is other:
        return set()
    names: Iterable[str] = MAY_BE_LATE
    late: Late | None = getattr(one, "_late", None)
    others: Late | None = getattr(other, "_late", None)
    if late is not None and others is not None:
        names = {name for name in MAY_BE_LATE if not late.shares(name, others)}
    if never_late(one) != never_late(other):
        names = {*names, *NEVER_LATE}
    return {name for name in names if getattr(one, name) != getattr(other, name)}

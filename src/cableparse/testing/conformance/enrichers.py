"""What every enricher keeps to. A check's docstring is the law that it states."""

from collections.abc import Callable, Iterator

from attrs import fields_dict

from cableparse.model.cable import Cable
from cableparse.model.enriching import ANNOTATIONS, SEGMENTS
from cableparse.plugins.running import fields_of
from cableparse.testing import laws
from cableparse.testing.conformance import shared
from cableparse.testing.conformance.samples import Sample
from cableparse.testing.conformance.trial import EnricherTrial, bundled, cable_of, read_cable
from cableparse.testing.conformance.watching import changed
from cableparse.text.segments import covers

ANY = ("document", "partial", "redacted", "foreign", "noise")


def check_contract(trial: EnricherTrial) -> None:
    """An enricher has a name, names in after, and gives a cable for a cable."""
    shared.named_well(trial)
    after = trial.plugin.after
    trial.hold(
        not isinstance(after, str) and all(isinstance(name, str) and name for name in after),
        f"its after is {after!r}: a tuple of names",
    )
    trial.hold(trial.plugin.name not in after, "it waits for itself in after")
    default = getattr(trial.plugin, "default", True)
    trial.hold(isinstance(default, bool), f"its default is {default!r}: True or False")
    for sample, cable in trial.cables("document"):
        trial.enrich(cable, sample)


def check_survives_empty(trial: EnricherTrial) -> None:
    """An enricher takes a cable that holds nothing."""
    _survives(trial, "empty")


def check_survives_huge(trial: EnricherTrial) -> None:
    """An enricher takes a cable that is longer than any."""
    _survives(trial, "huge")


def check_survives_partial(trial: EnricherTrial) -> None:
    """An enricher takes whatever part of a cable is left."""
    _survives(trial, "partial")


def check_survives_redacted(trial: EnricherTrial) -> None:
    """An enricher takes a cable in which any word may have been taken out."""
    _survives(trial, "redacted")


def check_survives_any_text(trial: EnricherTrial) -> None:
    """An enricher takes a cable of any text there is."""
    _survives(trial, "document", "foreign", "noise")


def _survives(trial: EnricherTrial, *kinds: str) -> None:
    for sample, cable in trial.cables(*kinds):
        trial.enrich(cable, sample)


def check_source_kept(trial: EnricherTrial) -> None:
    """The source, the format and the metadata stay those of the cable that was given."""
    for sample, cable, enriched in _enriched(trial):
        for name in ("source", "format", "metadata"):
            trial.hold(
                getattr(enriched, name) == getattr(cable, name), f"its {name} changed", sample
            )


def check_text_kept(trial: EnricherTrial) -> None:
    """The segments are still the text, in order, without gap or overlap (laws 1 and 5)."""
    for sample, _, enriched in _enriched(trial):
        problem = laws.uncovered(enriched)
        trial.hold(problem is None, str(problem), sample)
        cable = enriched
        for enricher in bundled().enrichers:
            cable = trial.call(f"{enricher.name} after it", enricher.enrich, cable, sample=sample)
        trial.hold(
            covers(cable.segments, cable.source.text), "after others the text is lost", sample
        )


def check_spans_in_bounds(trial: EnricherTrial) -> None:
    """Every span lies inside the text, and what is said to be printed there is (law 4)."""
    for sample, _, enriched in _enriched(trial):
        problem = laws.misplaced(enriched)
        trial.hold(problem is None, str(problem), sample)


def check_printed_values_kept(trial: EnricherTrial) -> None:
    """A printed value is never replaced: only segments' labels and annotations may change.

    Of an enricher that ``annotates`` or ``relabels`` nothing but what it says does: the rest would
    not be kept.
    """
    free = fields_of(trial.plugin) or SEGMENTS | ANNOTATIONS
    for sample, cable, enriched in _enriched(trial):
        for name in fields_dict(Cable):
            before, after = getattr(cable, name), getattr(enriched, name)
            trial.hold(
                name in free or before == after, f"{name} was {before!r}, is {after!r}", sample
            )


def check_annotations_kept(trial: EnricherTrial) -> None:
    """What others say of the cable stays, and what an enricher adds carries its name."""
    for sample, cable, enriched in _enriched(trial):
        for name in sorted(ANNOTATIONS):
            before, after = getattr(cable, name), getattr(enriched, name)
            for annotation in before:
                trial.hold(annotation in after, f"it took away {annotation!r}", sample)
            for annotation in after:
                trial.hold(
                    annotation in before or annotation.plugin == trial.plugin.name,
                    f"it added {annotation!r} in the name of {annotation.plugin!r}",
                    sample,
                )


def check_defect_codes(trial: EnricherTrial) -> None:
    """A defect's code is in the catalogue, or begins with the plugin's name and is documented."""
    for sample, cable, enriched in _enriched(trial):
        added = [defect for defect in enriched.defects if defect not in cable.defects]
        shared.codes_are_documented(trial, added, sample)


def check_repairs_undoable(trial: EnricherTrial) -> None:
    """Undoing every repair gives the printed state, and every repair says why (law 6)."""
    for sample, _, enriched in _enriched(trial):
        for repair in enriched.repairs:
            trial.hold(repair.reason and repair.code, f"it has no reason: {repair!r}", sample)
        problem = laws.lost_by_repair(enriched)
        trial.hold(problem is None, str(problem), sample)


def check_pure(trial: EnricherTrial) -> None:
    """An enricher gives a cable and changes nothing else; it prints nothing (law 5)."""
    for sample, cable in trial.cables("document", "noise"):
        kept = cable.to_dict()

        def work(sample: Sample = sample, cable: Cable = cable) -> None:
            trial.enrich(cable, sample)

        for what in changed(work):
            trial.broken(what, sample)
        trial.hold(cable.to_dict() == kept, "the cable that it was given has changed", sample)


def check_idempotent(trial: EnricherTrial) -> None:
    """A second run changes nothing more (law 5)."""
    for sample, _, enriched in _enriched(trial):
        again = trial.enrich(enriched, sample)
        if again != enriched:
            names = [n for n in fields_dict(Cable) if getattr(again, n) != getattr(enriched, n)]
            trial.broken(f"a second run changed {', '.join(names)}", sample)


def check_deterministic(trial: EnricherTrial) -> None:
    """The same cable gives the same, whatever was enriched before (laws 5 and 7)."""
    cables = [*trial.cables("document", "noise")]
    first = [trial.enrich(cable, sample) for sample, cable in cables]
    for (sample, cable), before in zip(reversed(cables), reversed(first), strict=True):
        trial.hold(
            trial.enrich(cable, sample) == before, "the second time it gives another", sample
        )


def check_json_round_trip(trial: EnricherTrial) -> None:
    """The enriched cable goes through JSON and comes back the same (law 3)."""
    for sample, _, enriched in _enriched(trial):
        problem = laws.lost_in_json(enriched)
        trial.hold(problem is None, str(problem), sample)


def check_picklable(trial: EnricherTrial) -> None:
    """An enricher and the cables it gives go to another process and come back."""
    cables = [*trial.cables("document")]
    enriched = [(sample, trial.enrich(cable, sample)) for sample, cable in cables]
    there = shared.pickles(trial, enriched)
    for (sample, cable), (_, before) in zip(cables, enriched, strict=True):
        again = trial.call("enrich() of the copy", there.enrich, cable, sample=sample)
        trial.hold(again == before, "a copy of it out of a pickle gives another cable", sample)


def check_opens_no_socket(trial: EnricherTrial) -> None:
    """An enricher reaches out to no network."""
    shared.reaches_no_network(trial, _work(trial), trial.of_kind("document"))


def check_writes_nothing(trial: EnricherTrial) -> None:
    """An enricher writes no file, starts no program and sets no variable."""
    shared.writes_nothing(trial, _work(trial), trial.of_kind("document"))


def check_linear_time(trial: EnricherTrial) -> None:
    """The time of enrich() grows with the length of the cable, not with its square."""

    def make(text: str) -> Cable:
        cable = read_cable(Sample(name="long", text=text), trial.formats, False)
        _ = cable.body  # what the core takes to make the view is not the enricher's time
        return cable

    shared.grows_linearly(trial, make, trial.plugin.enrich)


def _work(trial: EnricherTrial) -> shared.Work:
    return lambda sample: trial.enrich(cable_of(sample, trial.formats, True), sample)


def _enriched(trial: EnricherTrial) -> Iterator[tuple[Sample, Cable, Cable]]:
    """Give each cable before and after the enricher spoke."""
    for sample, cable in trial.cables("empty", *ANY):
        yield sample, cable, trial.enrich(cable, sample)


CHECKS: tuple[Callable[[EnricherTrial], None], ...] = (
    check_contract,
    check_survives_empty,
    check_survives_huge,
    check_survives_partial,
    check_survives_redacted,
    check_survives_any_text,
    check_source_kept,
    check_text_kept,
    check_spans_in_bounds,
    check_printed_values_kept,
    check_annotations_kept,
    check_defect_codes,
    check_repairs_undoable,
    check_pure,
    check_idempotent,
    check_deterministic,
    check_json_round_trip,
    check_picklable,
    check_opens_no_socket,
    check_writes_nothing,
    check_linear_time,
)
"""The checks of an enricher, in the order in which it helps to read their failures."""

"""What every format keeps to. A check's docstring is the law that it states."""

import copy
import re
from collections.abc import Callable
from datetime import date

from cableparse.model.fields import MRN
from cableparse.plugins.contracts import Claim, RegionKind
from cableparse.plugins.running import enrich_cable
from cableparse.testing import laws
from cableparse.testing.conformance import shared
from cableparse.testing.conformance.samples import Sample
from cableparse.testing.conformance.trial import FormatTrial, bundled
from cableparse.testing.conformance.watching import changed

ANY = ("document", "partial", "redacted", "foreign", "noise")


def check_contract(trial: FormatTrial) -> None:
    """A format has a name, claim() gives a Claim or None, and read() gives a Document."""
    shared.named_well(trial)
    looks_for = getattr(trial.plugin, "looks_for", "")
    trial.hold(isinstance(looks_for, str), f"its looks_for is {looks_for!r}: it is a phrase")
    for sample in trial.sound:
        claim = trial.claim(sample)
        trial.hold(
            claim is None or isinstance(claim, Claim),
            f"claim() gave {claim!r}, which is neither a Claim nor None",
            sample,
        )
        trial.read(sample)


def check_survives_empty(trial: FormatTrial) -> None:
    """A format reads a text that holds nothing, and claims none."""
    for sample in trial.of_kind("empty"):
        claim, _ = trial.claim(sample), trial.read(sample)
        trial.hold(claim is None, f"it claims a text that holds nothing: {claim}", sample)


def check_survives_huge(trial: FormatTrial) -> None:
    """A format reads a text that is longer than any cable."""
    _survives(trial, "huge")


def check_survives_partial(trial: FormatTrial) -> None:
    """A format reads whatever part of a document is left."""
    _survives(trial, "partial")


def check_survives_redacted(trial: FormatTrial) -> None:
    """A format reads a document in which any word may have been taken out."""
    _survives(trial, "redacted")


def check_survives_any_text(trial: FormatTrial) -> None:
    """A format reads any text there is, its own or not."""
    _survives(trial, "document", "foreign", "noise")


def _survives(trial: FormatTrial, *kinds: str) -> None:
    for sample in trial.of_kind(*kinds):
        trial.claim(sample)
        trial.read(sample)


def check_regions_cover_the_text(trial: FormatTrial) -> None:
    """The regions are the document's text, in order, without gap or overlap (law 1)."""
    for sample in trial.of_kind("empty", *ANY):
        document = trial.read(sample)
        at = 0
        for region in document.regions:
            start = region.span.start
            trial.hold(
                start == at, f"a gap or overlap at {at}: the next region starts at {start}", sample
            )
            at = region.span.end
        size = len(document.text)
        trial.hold(at == size, f"the regions end at {at} of {size}", sample)


# `<p>`, `</td>`, `<!DOCTYPE`: what makes a text markup, of which a format gives the page's text
_MARKUP = re.compile(r"<[a-zA-Z/!?]")


def check_text_kept(trial: FormatTrial) -> None:
    """The document's text is the source's; of markup, every word of the page once, in order."""
    for sample in trial.of_kind("document", "partial", "redacted", "noise"):
        if not _MARKUP.search(sample.text):
            trial.hold(
                trial.read(sample).text == sample.source.text,
                "the document's text is not the source's",
                sample,
            )
    words = [f"word{number}x" for number in range(24)]
    for name, page in _PAGES.items():
        sample = Sample(name=name, text=page.format(*words))
        text = trial.read(sample).text
        found = re.findall(r"word\d+x", text)
        trial.hold(
            found == re.findall(r"word\d+x", sample.text),
            f"of the page's words the document has {found}",
            sample,
        )


_PAGES = {
    "a page of paragraphs": (
        "<!DOCTYPE html><html><head><title>{0}</title></head><body><h1>{1}</h1><div>{2}<p>{3}<br>"
        "{4}</p>{5}<ul><li>{6}</li><li>{7}</li></ul>{8}</div>{9}</body></html>"
    ),
    "a page with a table": (
        "<html><body>{0}<table class='cable'><tr><th>{1}</th><th>{2}</th></tr><tr><td>{3}</td><td>"
        "<a href='#'>{4}</a></td></tr></table>{5}<code><pre>{6}\n{7}</pre></code>{8}</body></html>"
    ),
}


def check_spans_in_bounds(trial: FormatTrial) -> None:
    """Every span of a document lies inside its text."""
    for sample in trial.of_kind("empty", *ANY):
        document = trial.read(sample)
        for span in laws.spans_of((document.regions, document.defects, document.places)):
            trial.hold(
                span.end <= len(document.text),
                f"{span} lies outside the text, which has {len(document.text)} code points",
                sample,
            )


def check_metadata_keys(trial: FormatTrial) -> None:
    """Metadata are strings with names; mrn and date have their forms, a field is of metadata."""
    for sample in trial.of_kind("document", "foreign"):
        document = trial.read(sample)
        for key, value in {**(document.record or {}), **document.metadata}.items():
            trial.hold(isinstance(key, str) and key.strip(), f"a metadata key is {key!r}", sample)
            trial.hold(
                isinstance(value, str) and value.strip(), f"the metadata {key} is {value!r}", sample
            )
            form = _FORMS.get(key)
            if form is None:
                continue
            try:
                form(value)
            except ValueError as error:
                trial.broken(f"the metadata {key} is {value!r}: {error}", sample)
        for region in document.regions:
            trial.hold(
                region.field is None or region.kind is RegionKind.METADATA,
                f"a {region.kind} region names the metadata field {region.field!r}",
                sample,
            )


_FORMS: dict[str, Callable[[str], object]] = {
    "mrn": MRN.parse,
    "date": lambda value: date.fromisoformat(value[:10]),
}


def check_defect_codes(trial: FormatTrial) -> None:
    """A defect's code is in the catalogue, or begins with the plugin's name and is documented."""
    for sample in trial.of_kind("empty", *ANY):
        shared.codes_are_documented(trial, trial.read(sample).defects, sample)


def check_claims_its_own(trial: FormatTrial) -> None:
    """A format claims its own documents, and says what it saw."""
    claimed = 0
    for sample in trial.sound:
        claim = trial.claim(sample)
        if sample.own or sample.format == trial.plugin.name:
            trial.hold(claim is not None, "it does not claim its own document", sample)
        if claim is None:
            continue
        claimed += 1
        trial.hold(0 < claim.score <= 1, f"its score is {claim.score}: not in (0, 1]", sample)
        trial.hold(
            isinstance(claim.evidence, str) and claim.evidence.strip(),
            f"it claims without evidence: {claim.evidence!r}",
            sample,
        )


def check_claims_no_others(trial: FormatTrial) -> None:
    """A format claims nothing that is no cable, and leaves the bundled formats their own."""
    for sample in trial.of_kind("foreign"):
        claim = trial.claim(sample)
        trial.hold(claim is None, f"it claims what is no cable: {claim}", sample)
    for sample in trial.sound:
        if sample.own or sample.format in {None, trial.plugin.name}:
            continue
        claim = trial.claim(sample)
        owner = bundled().format(str(sample.format))
        rival = owner.claim(sample.source)
        trial.hold(
            claim is None or (rival is not None and claim.score < rival.score),
            f"it claims a document of {owner.name} as surely as {owner.name} does: {claim}",
            sample,
        )


def check_reads_without_claim(trial: FormatTrial) -> None:
    """read() needs no claim() before it, and none of another source changes it."""
    sound = trial.sound
    unclaimed = [trial.read(sample) for sample in sound]
    for sample, before in zip(sound, unclaimed, strict=True):
        trial.claim(sample)
        trial.hold(
            trial.read(sample) == before, "after claim() it reads otherwise than before", sample
        )
        for other in (*sound, *trial.of_kind("foreign")):
            trial.claim(other)
        trial.hold(
            trial.read(sample) == before, "after another's claim() it reads otherwise", sample
        )


def check_pure(trial: FormatTrial) -> None:
    """A format gives what it found and changes nothing else; it prints nothing."""
    for sample in trial.of_kind("document", "foreign", "noise"):
        source = sample.source
        kept = copy.deepcopy(source)

        def work(sample: Sample = sample, source: object = source) -> None:
            trial.claim(sample, source)  # type: ignore[arg-type]
            trial.read(sample, source)  # type: ignore[arg-type]

        for what in changed(work):
            trial.broken(what, sample)
        trial.hold(source == kept, "the source that it was given has changed", sample)


def check_deterministic(trial: FormatTrial) -> None:
    """The same source gives the same claim and document, whatever was read before (law 7)."""
    samples = [*trial.of_kind("document", "noise")]
    first = [(trial.claim(sample), trial.read(sample)) for sample in samples]
    for sample, before in zip(reversed(samples), reversed(first), strict=True):
        again = trial.claim(sample), trial.read(sample)
        trial.hold(again[0] == before[0], f"first {before[0]}, then {again[0]}", sample)
        trial.hold(again[1] == before[1], "the second time it reads another document", sample)


def check_cables_keep_the_laws(trial: FormatTrial) -> None:
    """The cable made of a document keeps laws 1, 4 and 6, and enrichers leave its text as it is."""
    for sample in trial.of_kind("empty", *ANY):
        cable = trial.cable(sample)
        text = cable.source.text
        for enricher in (None, *bundled().enrichers):
            if enricher is not None:
                cable = trial.call(enricher.name, enrich_cable, enricher, cable, sample=sample)
            for law in (laws.uncovered, laws.misplaced, laws.lost_by_repair):
                problem = law(cable)
                trial.hold(problem is None, str(problem), sample)
        trial.hold(cable.source.text == text, "enrichers changed the text", sample)


def check_json_round_trip(trial: FormatTrial) -> None:
    """The cable made of a document goes through JSON and comes back the same (law 3)."""
    for sample in trial.of_kind("empty", *ANY):
        problem = laws.lost_in_json(trial.cable(sample))
        trial.hold(problem is None, str(problem), sample)


def check_picklable(trial: FormatTrial) -> None:
    """A format and its documents go to another process and come back."""
    documents = [(sample, trial.read(sample)) for sample in trial.sound]
    there = shared.pickles(trial, documents)
    for sample, document in documents:
        again = trial.call("read() of the copy", there.read, sample.source, sample=sample)
        trial.hold(again == document, "a copy of it out of a pickle reads otherwise", sample)


def check_opens_no_socket(trial: FormatTrial) -> None:
    """A format reaches out to no network."""
    shared.reaches_no_network(trial, _work(trial), trial.of_kind("document", "foreign"))


def check_writes_nothing(trial: FormatTrial) -> None:
    """A format writes no file, starts no program and sets no variable."""
    shared.writes_nothing(trial, _work(trial), trial.of_kind("document", "foreign"))


def _work(trial: FormatTrial) -> shared.Work:
    return lambda sample: (trial.claim(sample), trial.read(sample))


def check_linear_time(trial: FormatTrial) -> None:
    """The time of claim() and read() grows with the length of the text, not with its square."""

    def make(text: str) -> Sample:
        return Sample(name="long", text=text)

    def run(sample: Sample) -> None:
        source = sample.source
        trial.plugin.claim(source)
        trial.plugin.read(source)

    shared.grows_linearly(trial, make, run)


CHECKS: tuple[Callable[[FormatTrial], None], ...] = (
    check_contract,
    check_survives_empty,
    check_survives_huge,
    check_survives_partial,
    check_survives_redacted,
    check_survives_any_text,
    check_regions_cover_the_text,
    check_text_kept,
    check_spans_in_bounds,
    check_metadata_keys,
    check_defect_codes,
    check_claims_its_own,
    check_claims_no_others,
    check_reads_without_claim,
    check_pure,
    check_deterministic,
    check_cables_keep_the_laws,
    check_json_round_trip,
    check_picklable,
    check_opens_no_socket,
    check_writes_nothing,
    check_linear_time,
)
"""The checks of a format, in the order in which it helps to read their failures."""

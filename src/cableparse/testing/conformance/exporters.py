"""What every exporter keeps to. A check's docstring is the law that it states."""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from cableparse.model.cable import Cable
from cableparse.testing.conformance import shared
from cableparse.testing.conformance.samples import Sample
from cableparse.testing.conformance.trial import ExporterTrial, cable_of, read_cable
from cableparse.testing.conformance.watching import changed, watched
from cableparse.testing.conformance.writing import (
    KeptStream,
    SinkingCable,
    SunkError,
    invalid,
    opened_files,
)

ANY = ("document", "partial", "redacted", "foreign", "noise", "empty")


def check_contract(trial: ExporterTrial) -> None:
    """An exporter has a name and suffixes, and opens a context manager that can write."""
    shared.named_well(trial)
    suffixes = trial.plugin.suffixes
    trial.hold(
        not isinstance(suffixes, str) and all(_is_suffix(suffix) for suffix in suffixes),
        f"its suffixes are {suffixes!r}: a tuple of endings such as '.txt'",
    )
    writer = trial.call("open()", trial.plugin.open, KeptStream())
    for name in ("__enter__", "__exit__", "write"):
        trial.hold(
            callable(getattr(writer, name, None)), f"open() gave {writer!r}, without {name}()"
        )
    for target in ("a path as a string", "a path", "a stream"):
        with _folder() as folder:
            path = folder / f"out{_suffix(trial)}"
            given: Any = {"a path": path, "a path as a string": str(path)}.get(target)
            trial.export(KeptStream() if given is None else given, trial.cables("document")[:1])
            trial.hold(given is None or path.is_file(), f"opened on {target} it made no file there")


def check_writes_any_cable(trial: ExporterTrial) -> None:
    """An exporter writes every cable there is: partial, redacted, empty, of any text."""
    for sample, cable in trial.cables(*ANY, "huge"):
        trial.export(KeptStream(), [(sample, cable)])
    with _folder() as folder:
        trial.export(folder / f"out{_suffix(trial)}", trial.cables(*ANY))


def check_pure(trial: ExporterTrial) -> None:
    """An exporter writes to its target and changes nothing else; it prints nothing."""
    for sample, cable in trial.cables("document"):
        kept = cable.to_dict()

        def work(sample: Sample = sample, cable: Cable = cable) -> None:
            trial.export(KeptStream(), [(sample, cable)])

        for what in changed(work):
            trial.broken(what, sample)
        trial.hold(cable.to_dict() == kept, "the cable that it was given has changed", sample)


def check_deterministic(trial: ExporterTrial) -> None:
    """The same cables give the same bytes, in another file too and whatever was written before."""
    cables = trial.cables("document", "noise")
    with _folder() as folder:
        first = _file(trial, folder / "first", cables)
        _file(trial, folder / "other", cables[:3])
        trial.hold(_file(trial, folder / "second", cables) == first, "the second file is another")
    streams = [_stream(trial, cables) for _ in range(2)]
    trial.hold(streams[0] == streams[1], "the second stream is another")


def check_closes_what_it_opened(trial: ExporterTrial) -> None:
    """When the writer's block ends, also by an exception, every file that it opened is closed."""
    for sinks in (False, True):
        with _folder() as folder, opened_files() as opened:
            try:
                with trial.call(
                    "open()", trial.plugin.open, folder / f"out{_suffix(trial)}"
                ) as out:
                    for sample, cable in trial.cables("document")[:2]:
                        trial.call("write()", out.write, cable, sample=sample)
                    if sinks:
                        raise SunkError
            except SunkError:
                pass
            how = "an exception" if sinks else "its end"
            left = [file for file in opened.files if not file.closed]
            trial.hold(not left, f"after {how} of the block a file is still open: {left}")


def check_leaves_open_what_it_was_given(trial: ExporterTrial) -> None:
    """A stream that the caller opened stays open and can be written on."""
    stream = KeptStream()
    trial.export(stream, trial.cables("document")[:1])
    trial.hold(not stream.closed, "it closed the stream that it was given")
    stream.write("\n")


def check_begins_a_path_anew(trial: ExporterTrial) -> None:
    """A path that is opened a second time is begun anew: nothing of the first time is left."""
    cables = trial.cables("document")
    with _folder() as folder:
        alone = _file(trial, folder / "alone", cables[:1])
        _file(trial, folder / "twice", cables)
        trial.hold(
            _file(trial, folder / "twice", cables[:1]) == alone,
            "a path that was written before holds something else than a new one",
        )


def check_writers_apart(trial: ExporterTrial) -> None:
    """Two writers that are open at once do not mix."""
    (sample, one), (_, two), *_ = trial.cables("document")
    streams = KeptStream(), KeptStream()
    with trial.plugin.open(streams[0]) as first, trial.plugin.open(streams[1]) as second:
        for cable in (one, one):
            trial.call("write()", first.write, cable, sample=sample)
            trial.call("write()", second.write, two, sample=sample)
    for stream, cable in zip(streams, (one, two), strict=True):
        alone = _stream(trial, [(sample, cable)] * 2)
        trial.hold(
            stream.getvalue() == alone, "beside another writer it writes otherwise than alone"
        )


def check_keeps_unicode(trial: ExporterTrial) -> None:
    """A letter that is not ASCII is kept, as surely as one that is, on any machine."""

    def exported(letter: str) -> bytes:
        sample = Sample(name=f"a cable with {letter}", text=_LETTERS.format(letter=letter))
        with _folder() as folder:
            return _file(trial, folder / "out", [(sample, cable_of(sample, (), True))])

    if exported("k") == exported("q"):
        return  # it does not write the text, so it can't lose a letter of it
    for one, other in _UNLIKE:
        trial.hold(
            exported(one) != exported(other), f"in what it writes {one!r} and {other!r} are alike"
        )
    with _folder() as folder, opened_files() as opened:
        trial.export(folder / f"out{_suffix(trial)}", trial.cables("document")[:1])
        trial.hold(not opened.unnamed, "it opens a file without naming the encoding: say utf-8")


_LETTERS = "TAGS: ETRD\nSUBJECT: LAMP {letter} IS OUT\n\n1. (U) Lamp {letter} is out: {letter}.\n"
_UNLIKE = (("é", "è"), ("Ł", "Ø"), ("漢", "字"), ("🚢", "🚣"), ("“", "”"))


def check_empty_export(trial: ExporterTrial) -> None:
    """An export of no cables is a file of its kind, and no error."""
    with _folder() as folder:
        for suffix in trial.plugin.suffixes or ("",):
            path = folder / f"empty{suffix}"
            trial.export(path, [])
            trial.hold(path.is_file(), f"it left no file {path.name}")
            problem = invalid(suffix, path.read_bytes())
            trial.hold(problem is None, f"an empty {suffix} file is not valid: {problem}")
        trial.export(KeptStream(), [])


def check_valid_output(trial: ExporterTrial) -> None:
    """What is written is what the suffix says, for every suffix that a check can read."""
    with _folder() as folder:
        for suffix in trial.plugin.suffixes:
            for cables in (trial.cables("document")[:1], trial.cables("document", "redacted")):
                trial.export(folder / f"out{suffix}", cables)
                problem = invalid(suffix, (folder / f"out{suffix}").read_bytes())
                trial.hold(problem is None, f"its {suffix} file is not valid: {problem}")


def check_failed_write_leaves_nothing(trial: ExporterTrial) -> None:
    """A cable whose write() failed leaves nothing behind, and the next one is written whole."""
    cables = trial.cables("document")
    wanted = _stream(trial, [cables[0], cables[1]])
    for reads in range(_MOST_READS):
        stream, failed = KeptStream(), False
        with trial.call("open()", trial.plugin.open, stream) as writer:
            trial.call("write()", writer.write, cables[0][1])
            try:
                writer.write(SinkingCable(cables[2][1], reads))  # type: ignore[arg-type]
            except Exception:
                failed = True
            if failed:
                trial.call("write() after one that failed", writer.write, cables[1][1])
        if not failed:
            return
        trial.hold(
            stream.getvalue() == wanted,
            f"a cable that failed when {reads + 1} of its values were read left its traces",
            cables[2][0],
        )


_MOST_READS = 40


def check_passes_errors_on(trial: ExporterTrial) -> None:
    """The writer swallows no exception: not the block's, not that of a path it can't write."""
    (sample, cable), *_ = trial.cables("document")
    passed_on = False
    try:
        with trial.call("open()", trial.plugin.open, KeptStream()) as writer:
            trial.call("write()", writer.write, cable, sample=sample)
            raise SunkError
    except SunkError:
        passed_on = True
    trial.hold(passed_on, "an exception inside the block was swallowed")
    with _folder() as folder:
        missing = folder / "no such folder" / f"out{_suffix(trial)}"
        try:
            with trial.plugin.open(missing) as writer:
                writer.write(cable)
        except OSError as error:
            trial.hold("no such folder" in str(error), f"the error does not name the path: {error}")
        except Exception as error:
            trial.broken(f"a path that can't be written raised {type(error).__name__}, no OSError")
        else:
            trial.broken("a path that can't be written raised nothing")


def check_picklable(trial: ExporterTrial) -> None:
    """An exporter goes to another process and comes back."""
    there = shared.pickles(trial, ())
    cables = trial.cables("document")[:2]
    stream = KeptStream()
    with trial.call("open() of the copy", there.open, stream) as writer:
        for sample, cable in cables:
            trial.call("write() of the copy", writer.write, cable, sample=sample)
    trial.hold(
        stream.getvalue() == _stream(trial, cables), "a copy of it out of a pickle writes otherwise"
    )


def check_opens_no_socket(trial: ExporterTrial) -> None:
    """An exporter reaches out to no network."""
    shared.reaches_no_network(trial, _work(trial), trial.of_kind("document"))


def check_writes_only_its_target(trial: ExporterTrial) -> None:
    """An exporter writes to its target alone, and leaves no other file beside it."""
    shared.writes_nothing(trial, _work(trial), trial.of_kind("document"))
    with _folder() as folder, watched() as seen:
        path = folder / f"out{_suffix(trial)}"
        trial.export(path, trial.cables("document")[:1])
        left = [one.name for one in folder.iterdir() if one != path]
        trial.hold(not left, f"beside its target it left {left}")
        # A file beside the target that becomes the target is how a careful writer writes.
        foreign = [path for _, path in seen.writes if Path(path).parent != folder]
        trial.hold(not foreign, f"it wrote to {foreign[:3]}")


def check_linear_time(trial: ExporterTrial) -> None:
    """The time of write() grows with the length of the cable, and not with how many came before."""

    def make(text: str) -> Cable:
        cable = read_cable(Sample(name="long", text=text), trial.formats, False)
        _ = cable.body  # what the core takes to make the view is not the exporter's time
        return cable

    def run(cable: Cable) -> None:
        with trial.plugin.open(KeptStream()) as writer:
            writer.write(cable)

    shared.grows_linearly(trial, make, run)
    short = make("SUBJECT: LAMPS\n")

    def many(size: int) -> int:
        return size // len(short.source.text)

    def write(count: int) -> None:
        with trial.plugin.open(KeptStream()) as writer:
            for _ in range(count):
                writer.write(short)

    shared.grows_with(trial, "cables one after the other", many, write)


def _work(trial: ExporterTrial) -> shared.Work:
    return lambda sample: trial.export(
        KeptStream(), [(sample, cable_of(sample, trial.formats, True))]
    )


def _is_suffix(suffix: object) -> bool:
    return isinstance(suffix, str) and suffix.startswith(".") and len(suffix) > 1


def _suffix(trial: ExporterTrial) -> str:
    return next(iter(trial.plugin.suffixes), "")


@contextmanager
def _folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder)


def _file(trial: ExporterTrial, path: Path, cables: list[tuple[Sample, Cable]]) -> bytes:
    target = path.with_name(path.name + _suffix(trial))
    trial.export(target, cables)
    return target.read_bytes()


def _stream(trial: ExporterTrial, cables: list[tuple[Sample, Cable]]) -> str:
    stream = KeptStream()
    trial.export(stream, cables)
    return stream.getvalue()


CHECKS: tuple[Callable[[ExporterTrial], None], ...] = (
    check_contract,
    check_writes_any_cable,
    check_pure,
    check_deterministic,
    check_closes_what_it_opened,
    check_leaves_open_what_it_was_given,
    check_begins_a_path_anew,
    check_writers_apart,
    check_keeps_unicode,
    check_empty_export,
    check_valid_output,
    check_failed_write_leaves_nothing,
    check_passes_errors_on,
    check_picklable,
    check_opens_no_socket,
    check_writes_only_its_target,
    check_linear_time,
)
"""The checks of an exporter, in the order in which it helps to read their failures."""

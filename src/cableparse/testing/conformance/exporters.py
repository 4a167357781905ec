"""What every exporter keeps to. A check's docstring is the law that it states."""

import json
import pickle
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from cableparse.model.cable import Cable
from cableparse.model.errors import CableparseError
from cableparse.plugins.contracts import ArchiveExporter
from cableparse.testing.conformance import shared
from cableparse.testing.conformance.samples import Sample
from cableparse.testing.conformance.trial import ExporterTrial, cable_of, read_cable
from cableparse.testing.conformance.watching import changed, watched
from cableparse.testing.conformance.writing import (
    KeptStream,
    SinkingCable,
    SunkError,
    content_of,
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
    archives = isinstance(trial.plugin, ArchiveExporter)
    with _anywhere(trial) as target:
        writer = trial.call("open()", trial.plugin.open, target)
        for name in ("__enter__", "__exit__", "write", *(_ARCHIVE_WRITER if archives else ())):
            trial.hold(
                callable(getattr(writer, name, None)), f"open() gave {writer!r}, without {name}()"
            )
    streams = ("a stream",) if trial.streams else ()
    for target in ("a path as a string", "a path", *streams):
        with _folder() as folder:
            path = folder / f"out{_suffix(trial)}"
            given: Any = {"a path": path, "a path as a string": str(path)}.get(target)
            trial.export(KeptStream() if given is None else given, trial.cables("document")[:1])
            trial.hold(given is None or path.exists(), f"opened on {target} it made no file there")


_ARCHIVE_WRITER = ("write_encoded", "checkpoint")


def check_writes_any_cable(trial: ExporterTrial) -> None:
    """An exporter writes every cable there is: partial, redacted, empty, of any text."""
    for sample, cable in trial.cables(*ANY, "huge"):
        with _anywhere(trial) as target:
            trial.export(target, [(sample, cable)])
    with _folder() as folder:
        trial.export(folder / f"out{_suffix(trial)}", trial.cables(*ANY))


def check_pure(trial: ExporterTrial) -> None:
    """An exporter writes to its target and changes nothing else; it prints nothing."""
    for sample, cable in trial.cables("document"):
        kept = cable.to_dict()

        def work(sample: Sample = sample, cable: Cable = cable) -> None:
            with _anywhere(trial) as target:
                trial.export(target, [(sample, cable)])

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
    if trial.streams:
        streams = [_written(trial, cables) for _ in range(2)]
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
    if not trial.streams:
        return
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
    with _anywhere(trial) as here, _anywhere(trial) as there:
        with trial.plugin.open(here) as first, trial.plugin.open(there) as second:
            for cable in (one, one):
                trial.call("write()", first.write, cable, sample=sample)
                trial.call("write()", second.write, two, sample=sample)
        for target, cable in ((here, one), (there, two)):
            alone = _written(trial, [(sample, cable)] * 2)
            trial.hold(
                content_of(target) == alone, "beside another writer it writes otherwise than alone"
            )


def check_keeps_unicode(trial: ExporterTrial) -> None:
    """A letter that is not ASCII is kept, as surely as one that is, on any machine."""

    def exported(letter: str) -> object:
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
            trial.hold(path.exists(), f"it left no file {path.name}")
            problem = invalid(suffix, path)
            trial.hold(problem is None, f"an empty {suffix} file is not valid: {problem}")
        if trial.streams:
            trial.export(KeptStream(), [])


def check_valid_output(trial: ExporterTrial) -> None:
    """What is written is what the suffix says, for every suffix that a check can read."""
    with _folder() as folder:
        for suffix in trial.plugin.suffixes:
            for cables in (trial.cables("document")[:1], trial.cables("document", "redacted")):
                trial.export(folder / f"out{suffix}", cables)
                problem = invalid(suffix, folder / f"out{suffix}")
                trial.hold(problem is None, f"its {suffix} file is not valid: {problem}")


def check_failed_write_leaves_nothing(trial: ExporterTrial) -> None:
    """A cable whose write() failed leaves nothing behind, and the next one is written whole."""
    cables = trial.cables("document")
    wanted = _written(trial, [cables[0], cables[1]])
    for reads in range(_MOST_READS):
        failed = False
        with _anywhere(trial) as target:
            with trial.call("open()", trial.plugin.open, target) as writer:
                trial.call("write()", writer.write, cables[0][1])
                try:
                    writer.write(SinkingCable(cables[2][1], reads))  # type: ignore[arg-type]
                except Exception:
                    failed = True
                if failed:
                    trial.call("write() after one that failed", writer.write, cables[1][1])
            content = content_of(target)
        if not failed:
            return
        trial.hold(
            content == wanted,
            f"a cable that failed when {reads + 1} of its values were read left its traces",
            cables[2][0],
        )


_MOST_READS = 40


def check_passes_errors_on(trial: ExporterTrial) -> None:
    """The writer swallows no exception: not the block's, not that of a path it can't write."""
    (sample, cable), *_ = trial.cables("document")
    passed_on = False
    try:
        with (
            _anywhere(trial) as target,
            trial.call("open()", trial.plugin.open, target) as writer,
        ):
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
    with _anywhere(trial) as target:
        with trial.call("open() of the copy", there.open, target) as writer:
            for sample, cable in cables:
                trial.call("write() of the copy", writer.write, cable, sample=sample)
        trial.hold(
            content_of(target) == _written(trial, cables),
            "a copy of it out of a pickle writes otherwise",
        )


def check_encodes_for_workers(trial: ExporterTrial) -> None:
    """What encode() gives comes back from a pickle, and writes what write() writes."""
    plugin = trial.plugin
    if not isinstance(plugin, ArchiveExporter):
        return
    cables = trial.cables("document", "noise")
    with _anywhere(trial) as target:
        with trial.call("open()", plugin.open, target) as writer:
            for sample, cable in cables:
                encoded = trial.call("encode()", plugin.encode, cable, sample=sample)
                shared.pickles(trial, [(sample, encoded)])
                back = pickle.loads(pickle.dumps(encoded))
                trial.call("write_encoded()", writer.write_encoded, back, sample=sample)
        trial.hold(
            content_of(target) == _written(trial, cables),
            "write_encoded() writes something else than write()",
        )


def check_resumes(trial: ExporterTrial) -> None:
    """However it was cut off, an export goes on from its token as if nothing had happened."""
    plugin = trial.plugin
    if not isinstance(plugin, ArchiveExporter):
        return
    cables = [cable for _, cable in trial.cables("document")[:5]]
    with _folder() as folder:
        name = f"out{_suffix(trial)}"
        places = {how: folder / how / name for how in ("alone", "killed", "sunk", "ended")}
        for place in places.values():
            place.parent.mkdir()

        def begun(how: str, more: int) -> Any:
            """Write two cables, and more after the checkpoint; give the token."""
            with trial.call("open()", plugin.open, places[how]) as writer:
                for cable in cables[:2]:
                    trial.call("write()", writer.write, cable)
                token = trial.call("checkpoint()", writer.checkpoint)
                for cable in cables[2 : 2 + more]:
                    trial.call("write()", writer.write, cable)
                if how == "sunk":
                    # What is on the disk at this moment is what a killed process leaves.
                    shutil.copytree(places[how].parent, places["killed"].parent, dirs_exist_ok=True)
                    raise SunkError(json.dumps(token))
            return token

        begun("alone", 3)
        tokens = {"ended": begun("ended", 2)}
        try:
            begun("sunk", 1)
        except SunkError as sunk:
            tokens["sunk"] = tokens["killed"] = json.loads(str(sunk))
        whole = content_of(places["alone"], rows=True)
        for how, token in tokens.items():
            with trial.call("resume()", plugin.resume, places[how], token) as writer:
                for cable in cables[2:]:
                    trial.call("write() after resume()", writer.write, cable)
            trial.hold(
                content_of(places[how], rows=True) == whole,
                f"gone on with after it was {how}, the target holds something else",
            )
        for place in (folder / "nowhere" / name, folder / name):
            try:
                with plugin.resume(place, tokens["killed"]) as writer:
                    writer.write(cables[2])
            except (CableparseError, OSError):
                continue
            except Exception as error:
                trial.broken(f"resume() on no target raised {type(error).__name__}: {error}")
            trial.broken("resume() on a target that is not there raised nothing")


def check_opens_no_socket(trial: ExporterTrial) -> None:
    """An exporter reaches out to no network."""
    shared.reaches_no_network(trial, _work(trial), trial.of_kind("document"))


def check_writes_only_its_target(trial: ExporterTrial) -> None:
    """An exporter writes to its target alone, and leaves no other file beside it."""
    if trial.streams:
        shared.writes_nothing(trial, _work(trial), trial.of_kind("document"))
    with _folder() as folder, watched() as seen:
        path = folder / f"out{_suffix(trial)}"
        trial.export(path, trial.cables("document")[:1])
        left = [one.name for one in folder.iterdir() if one != path]
        trial.hold(not left, f"beside its target it left {left}")
        # A file beside the target that becomes the target is how a careful writer writes.
        written = [Path(path) for _, path in seen.writes if path]
        foreign = [str(one) for one in written if one.parent != folder and path not in one.parents]
        trial.hold(not foreign, f"it wrote to {foreign[:3]}")


def check_linear_time(trial: ExporterTrial) -> None:
    """The time of write() grows with the length of the cable, and not with how many came before."""

    def make(text: str) -> Cable:
        cable = read_cable(Sample(name="long", text=text), trial.formats, False)
        _ = cable.body  # what the core takes to make the view is not the exporter's time
        return cable

    def run(cable: Cable) -> None:
        with _anywhere(trial) as target, trial.plugin.open(target) as writer:
            writer.write(cable)

    shared.grows_linearly(trial, make, run)
    short = make("SUBJECT: LAMPS\n")

    def many(size: int) -> int:
        return size // len(short.source.text)

    def write(count: int) -> None:
        with _anywhere(trial) as target, trial.plugin.open(target) as writer:
            for _ in range(count):
                writer.write(short)

    shared.grows_with(trial, "cables one after the other", many, write)


def _work(trial: ExporterTrial) -> shared.Work:
    def work(sample: Sample) -> None:
        with _anywhere(trial) as target:
            trial.export(target, [(sample, cable_of(sample, trial.formats, True))])

    return work


def _is_suffix(suffix: object) -> bool:
    if suffix == "/":  # a folder, of any name
        return True
    return isinstance(suffix, str) and suffix.startswith(".") and len(suffix) > 1


def _suffix(trial: ExporterTrial) -> str:
    return next(iter(trial.plugin.suffixes), "")


@contextmanager
def _folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder)


@contextmanager
def _anywhere(trial: ExporterTrial) -> Iterator[Any]:
    """Give a new target: a stream or, for an exporter that takes none, a path."""
    if trial.streams:
        yield KeptStream()
        return
    with _folder() as folder:
        yield folder / f"out{_suffix(trial)}"


def _file(trial: ExporterTrial, path: Path, cables: list[tuple[Sample, Cable]]) -> object:
    target = path.with_name(path.name + _suffix(trial))
    trial.export(target, cables)
    return content_of(target)


def _written(trial: ExporterTrial, cables: list[tuple[Sample, Cable]]) -> object:
    with _anywhere(trial) as target:
        trial.export(target, cables)
        return content_of(target)


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
    check_encodes_for_workers,
    check_resumes,
    check_opens_no_socket,
    check_writes_only_its_target,
    check_linear_time,
)
"""The checks of an exporter, in the order in which it helps to read their failures."""

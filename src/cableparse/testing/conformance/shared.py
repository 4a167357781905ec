"""The checks that formats, enrichers and exporters have in common, over what each of them does."""

import pickle
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from cableparse.testing.conformance.samples import Sample
from cableparse.testing.conformance.timing import too_steep
from cableparse.testing.conformance.trial import Trial, kind_of
from cableparse.testing.conformance.watching import watched
from cableparse.text.annotations import DEFECT_CODES, Defect

Work = Callable[[Sample], object]
"""What a plugin does with one sample."""


def named_well(trial: Trial[Any]) -> None:
    """Hold a plugin's name to what ``format=``, ``after`` and the command line can say."""
    name = getattr(trial.plugin, "name", None)
    good = isinstance(name, str) and name and name == "".join(name.split())
    trial.hold(good, f"its name is {name!r}: it is a string without white space, not empty")


def pickles(trial: Trial[Any], results: Iterable[tuple[Sample, object]]) -> Any:
    """Hold plugin and results to going to another process and coming back; give the plugin."""
    try:
        copy = pickle.loads(pickle.dumps(trial.plugin))
    except Exception as error:
        trial.broken(f"the plugin can't be pickled: {type(error).__name__}: {error}")
    trial.hold(
        getattr(copy, "name", None) == trial.plugin.name,
        "its copy has another name",
    )
    for sample, result in results:
        try:
            back = pickle.loads(pickle.dumps(result))
        except Exception as error:
            trial.broken(f"its result can't be pickled: {type(error).__name__}: {error}", sample)
        trial.hold(back == result, "its result comes back from a pickle as another one", sample)
    return copy


def reaches_no_network(trial: Trial[Any], work: Work, samples: Iterable[Sample]) -> None:
    """Hold the plugin to opening no socket and asking for no address, tried or done."""
    for sample in samples:
        with watched() as seen:
            work(sample)
        trial.hold(not seen.network, f"it reached for the network: {seen.network[:3]}", sample)


def writes_nothing(trial: Trial[Any], work: Work, samples: Iterable[Sample]) -> None:
    """Hold the plugin to writing no file, starting no program and setting no variable."""
    for sample in samples:
        with watched() as seen:
            work(sample)
        done = [f"{what} {path}".strip() for what, path in seen.writes]
        trial.hold(not done, f"it wrote or changed something: {done[:3]}", sample)


def codes_are_documented(trial: Trial[Any], defects: Iterable[Defect], sample: Sample) -> None:
    """Hold defects to a code of the catalogue, or one of the plugin's own that it documents."""
    name = trial.plugin.name
    own = getattr(trial.plugin, "defect_codes", {})
    trial.hold(
        isinstance(own, Mapping), f"its defect_codes is {own!r}: a mapping of codes to meanings"
    )
    for code in own:
        trial.hold(
            str(code).startswith(f"{name}.") and own[code],
            f"its defect_codes has {code!r}: a code is '{name}.something', with its meaning",
        )
    for defect in defects:
        code = defect.code
        trial.hold(
            code in DEFECT_CODES or code.startswith(f"{name}."),
            f"the defect code {code!r} is not in DEFECT_CODES and does not begin with '{name}.'",
            sample,
        )
        trial.hold(
            code in DEFECT_CODES or code in own,
            f"the defect code {code!r} is not documented: it is missing from its defect_codes",
            sample,
        )
        trial.hold(
            defect.plugin == name,
            f"its defect {code!r} says that plugin {defect.plugin!r} found it",
            sample,
        )
        trial.hold(defect.message, f"its defect {code!r} has no message", sample)


def grows_linearly(
    trial: Trial[Any], make: Callable[[str], Any], run: Callable[[Any], Any]
) -> None:
    """Hold the plugin to time that grows as its input; ``make`` gives the input from a text."""
    name = trial.plugin.name
    sound = [one for one in trial.sound if one.own or one.format == name] or trial.sound[:1]
    # In the middle of a document, whose end may close what its beginning opens; and alone, which
    # only who reads the text itself can tell from that.
    around = {f"in the middle of {one.name}": _halves(one.text) for one in sound[:2]}
    if kind_of(trial.plugin) == "format":
        around["alone"] = "", ""
    lines = [line for sample in sound for line in sample.text.splitlines(keepends=True)]
    own = [sample.text for sample in sound if sample.text.strip()]
    units = dict.fromkeys([*_UNITS, *own, *lines[:_LINES]])
    for where, halves in around.items():
        for unit in units:

            def text(size: int, halves: tuple[str, str] = halves, unit: str = unit) -> str:
                return halves[0] + unit * (size // len(unit) + 1) + halves[1]

            def made(size: int, text: Callable[[int], str] = text) -> Any:
                return make(text(size))

            grows_with(trial, f"{unit[:40]!r} again and again {where}", made, run, text)


def _halves(text: str) -> tuple[str, str]:
    return text[: len(text) // 2], text[len(text) // 2 :]


def grows_with(
    trial: Trial[Any],
    what: str,
    make: Callable[[int], Any],
    run: Callable[[Any], Any],
    text: Callable[[int], str] | None = None,
) -> None:
    """Hold ``run`` to linear time on what ``make`` gives for a size; ``text`` is what to show."""
    growth = too_steep(make, run)
    if growth is not None:
        trial.broken(
            f"{what} takes time that grows with the power {growth.exponent:.1f} of its length: "
            f"{growth.before:.3f} s for {growth.size:,} code points, {growth.after:.3f} s for "
            f"{growth.larger:,}",
            input=text(growth.size) if text is not None else None,
        )


_LINES = 5  # a wrapping's own lines stand at its beginning
_UNITS = (
    "\n",
    " ",
    "A",
    "1. ",
    "-",
    "<p>",
    "<a ",
    "(",
    "\r\n",
    "TAGS: ETRD\n",
    "1. (U) Lamps.\n\n",
    "OSLO 00000001  001 OF 002\n",
    "XXXX ",
)
"""What an input is made long of: the lines and the signs that patterns stop at."""

"""What ``archive.py`` measured: as JSON, as tables, and as a plot."""

from __future__ import annotations

import json
import os
import platform
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from attrs import asdict, fields, frozen

import cableparse

BEGIN, END = "<!-- archives: begin -->", "<!-- archives: end -->"
PAGE, DATA, PLOT = "performance.md", "archive-performance.json", "archive-performance.svg"


@frozen(kw_only=True)
class Speed:
    """How long so many cables took, out of a container or into a target."""

    of: str  # "container" or "target"
    name: str
    workers: int
    cables: int
    seconds: float
    floor: float  # seconds of reading and encoding the same documents alone, in one process

    @property
    def rate(self) -> float:
        """Cables a second."""
        return self.cables / self.seconds

    @property
    def ratio(self) -> float:
        """How many times as fast as the floor: 1 is as fast as it."""
        return self.floor / self.seconds


@frozen(kw_only=True)
class Memory:
    """The most that processes held at once, in MB, while so many cables went into a target."""

    name: str
    cables: int
    writer: float
    worker: float  # the larger one of two
    floor: float  # of one process that reads and encodes them alone


Figures = Sequence[Speed | Memory]

_FEW = 2000
_SMALL = (
    "**A trial run:** of so few cables most of the time goes into starting two workers, and the "
    "figures say nothing of an archive. Measure again, as above."
)


def tables(figures: Figures) -> str:
    """Give the tables, in Markdown."""
    speeds = [one for one in figures if isinstance(one, Speed)]
    memories = [one for one in figures if isinstance(one, Memory)]
    parts = [_origin()]
    if any(one.cables < _FEW for one in speeds):
        parts.append(_SMALL)
    for of, head in (("container", "out of"), ("target", "into")):
        some = [one for one in speeds if one.of == of]
        if some:
            parts.append("\n".join(_speed_rows(some, head)))
    if memories:
        parts.append("\n".join(_memory_rows(memories)))
    return "\n\n".join(parts)


def _origin() -> str:
    return (
        f"Measured with cableparse {cableparse.__version__}, {platform.python_implementation()} "
        f"{platform.python_version()}, {os.cpu_count()} cores."
    )


def _speed_rows(speeds: Sequence[Speed], head: str) -> Iterable[str]:
    cables = speeds[0].cables
    teams = sorted({one.workers for one in speeds})
    yield (
        f"| {cables:,} cables {head} | floor: cables a second | "
        + " | ".join(f"{count} worker{'s' * (count > 1)} | of the floor" for count in teams)
        + " |"
    )
    yield "|---" + "|---:" * (1 + 2 * len(teams)) + "|"
    for name in dict.fromkeys(one.name for one in speeds):
        own = {one.workers: one for one in speeds if one.name == name}
        cells = [f"`{name}`", f"{cables / own[teams[0]].floor:,.0f}"]
        for count in teams:
            cells += [f"{own[count].rate:,.0f}", f"{own[count].ratio:.2f}"]
        yield f"| {' | '.join(cells)} |"


def _memory_rows(memories: Sequence[Memory]) -> Iterable[str]:
    yield "| cables | into | floor: MB | who writes | of the floor | a worker | of the floor |"
    yield "|---:|---|---:|---:|---:|---:|---:|"
    for one in memories:
        yield (
            f"| {one.cables:,} | `{one.name}` | {one.floor:.0f} "
            f"| {one.writer:.0f} | {one.writer / one.floor:.2f} "
            f"| {one.worker:.0f} | {one.worker / one.floor:.2f} |"
        )


def write(figures: Figures, docs: Path) -> None:
    """Put JSON, tables and plot into the folder of ``performance.md``.

    Where only speed, or only memory, was measured the other's figures stay as they are.
    """
    measured = {type(one) for one in figures}
    figures = [*figures, *(one for one in read(docs) if type(one) not in measured)]
    data = {
        "cableparse": cableparse.__version__,
        "python": platform.python_version(),
        "cores": os.cpu_count(),
        "speed": [
            {**asdict(one), "cables_a_second": round(one.rate, 1), "ratio": round(one.ratio, 3)}
            for one in figures
            if isinstance(one, Speed)
        ],
        "memory": [
            {
                **asdict(one),
                "writer_ratio": round(one.writer / one.floor, 3),
                "worker_ratio": round(one.worker / one.floor, 3),
            }
            for one in figures
            if isinstance(one, Memory)
        ],
    }
    (docs / DATA).write_text(json.dumps(data, indent=1) + "\n", "utf-8")
    page = docs / PAGE
    before, _, rest = page.read_text("utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    page.write_text(f"{before}{BEGIN}\n\n{tables(figures)}\n\n{END}{after}", "utf-8")
    plot([one for one in figures if isinstance(one, Speed)], docs / PLOT)


def read(docs: Path) -> Iterable[Speed | Memory]:
    """Give the figures that ``write`` put there last."""
    if (docs / DATA).exists():
        data = json.loads((docs / DATA).read_text("utf-8"))
        for kind, key in ((Speed, "speed"), (Memory, "memory")):
            names = [field.name for field in fields(kind)]
            yield from (kind(**{name: one[name] for name in names}) for one in data[key])


def plot(speeds: Sequence[Speed], path: Path) -> None:
    """Draw the rates as bars, the floor as a mark."""
    mpl, pyplot = drawing()
    mpl.rcParams["svg.hashsalt"] = "cableparse"  # the same file for the same figures
    figure, sides = pyplot.subplots(1, 2, figsize=(9, 3.6), layout="constrained", sharex=True)
    for axes, of, title in zip(
        sides, ("container", "target"), ("out of, into JSON Lines", "out of a folder, into"),
        strict=True,
    ):  # fmt: skip
        some = [one for one in speeds if one.of == of]
        names = list(dict.fromkeys(one.name for one in reversed(some)))
        for workers, place, color in ((1, 0.2, "#86bbd8"), (2, -0.2, "#33658a")):
            rates = {one.name: one.rate for one in some if one.workers == workers}
            places = [index + place for index in range(len(names))]
            label = f"{workers} worker{'s' * (workers > 1)}"
            values = [rates[name] for name in names]
            axes.barh(places, values, height=0.38, color=color, label=label)
        floors = [next(one.cables / one.floor for one in some if one.name == n) for n in names]
        axes.plot(floors, range(len(names)), "|", color="black", ms=16, label="floor")
        axes.set_yticks(range(len(names)), names)
        axes.set_title(title, fontsize="medium")
        axes.spines[["top", "right"]].set_visible(False)
    # JSON Lines have been read before, and their floor is far off to the right.
    axes.set_xlim(0, 1.1 * max(one.rate for one in speeds))
    figure.supxlabel("cables a second")
    handles, labels = axes.get_legend_handles_labels()
    figure.legend(handles, labels, loc="outside upper center", ncols=3, frameon=False)
    figure.savefig(path, metadata={"Date": None})


def drawing() -> Any:
    """Give matplotlib and its pyplot; raises ``SystemExit`` where it is not installed."""
    try:
        import matplotlib as mpl  # noqa: PLC0415  the tables need none
        from matplotlib import pyplot  # noqa: PLC0415
    except ImportError:
        sys.exit("the plot needs matplotlib: tox -e archive-performance, or pip install matplotlib")
    return mpl, pyplot

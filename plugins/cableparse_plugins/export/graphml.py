"""GraphML: who refers to whom, for networkx, Gephi and their like.

It is written as it comes, a line an element, so that an archive of any size takes no more memory
than the names of its cables; what was referred to and did not come stands at the end.
"""

import re
from collections.abc import Iterable
from html import escape, unescape
from os import PathLike, fspath
from pathlib import Path
from typing import Self

from cableparse import ArchiveWriter, Cable, Exporter, Target, hookimpl
from cableparse_plugins.export.held import in_xml
from cableparse_plugins.export.lines import RecordFile

_NODE = ("present", "mrn", "title", "sent_at", "origin", "classification", "name")
_EDGE = ("label", "printed")

_BEGIN = "\n".join(
    (
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
        *(
            f'<key id="{name}" for="node" attr.name="{name}" '
            f'attr.type="{"boolean" if name == "present" else "string"}"/>'
            for name in _NODE
        ),
        *(f'<key id="{name}" for="edge" attr.name="{name}" attr.type="string"/>' for name in _EDGE),
        '<graph id="cables" edgedefault="directed">',
        "",
    )
)
_END = "</graph>\n</graphml>\n"
_QUOTED = r'("[^"]*+")'
_WRITTEN = re.compile(rf"<node id={_QUOTED}|<edge source={_QUOTED} target={_QUOTED}")

Element = tuple[str, str]
"""The quoted id of a node, or the quoted ends of an edge, and its line."""
Encoded = tuple[Element, tuple[tuple[str, Element], ...]]
"""A cable's node, and for each edge the quoted id of the node that it leads to."""


class GraphmlWriter:
    """Writes each cable once, and each reference of one to another once."""

    def __init__(self, target: Target, token: int | None = None) -> None:
        self._target = target
        self._token = token
        self._file = RecordFile(target, first=_BEGIN.encode(), token=token)
        self._present: set[str] = set()
        self._referred: set[str] = set()
        self._edges: set[int] = set()  # hashes of their ends: of millions no two are alike

    def __enter__(self) -> Self:
        self._file.__enter__()
        if self._token is not None:
            try:
                self._read_back()
            except BaseException:
                self._file.__exit__(None)
                raise
        return self

    def __exit__(self, kind: type[BaseException] | None, *exception: object) -> None:
        try:
            absent = sorted(self._referred - self._present)
            nodes = [_node(one, {"present": "false", "mrn": _unquoted(one)}) for one in absent]
            self._file.write_encoded(("".join(nodes) + _END).encode())
        finally:
            self._file.__exit__(kind, *exception)

    def write(self, cable: Cable) -> None:
        """Write one cable."""
        self.write_encoded(_encoded(cable))

    def write_encoded(self, encoded: Encoded) -> None:
        """Write a cable's node and its edges, but for what another copy of it has brought."""
        (node, line), edges = encoded
        lines = [] if node in self._present else [line]
        self._present.add(node)
        for referred, (ends, edge) in edges:
            self._referred.add(referred)
            if hash(ends) not in self._edges:
                self._edges.add(hash(ends))
                lines.append(edge)
        self._file.write_encoded("".join(lines).encode())

    def checkpoint(self) -> int | None:
        """Give the length of the file, without its end."""
        return self._file.checkpoint()

    def _read_back(self) -> None:
        """Learn from the file which nodes and edges it has."""
        with Path(fspath(str(self._target))).open(encoding="utf-8") as file:
            for line in file:
                if found := _WRITTEN.match(line):
                    node, source, target = found.groups()
                    if node is not None:
                        self._present.add(node)
                    else:
                        self._referred.add(target)
                        self._edges.add(hash(f"{source} {target}"))


class GraphmlExporter:
    """A graph of references."""

    name = "graphml"
    suffixes = (".graphml",)

    def open(self, target: Target) -> ArchiveWriter:
        """Give a writer on a path or an open text stream."""
        return GraphmlWriter(target)

    def encode(self, cable: Cable) -> Encoded:
        """Give the lines of a cable and of its references."""
        return _encoded(cable)

    def resume(self, target: str | PathLike[str], token: int) -> ArchiveWriter:
        """Give a writer that goes on behind so many bytes."""
        return GraphmlWriter(target, token)


def _encoded(cable: Cable) -> Encoded:
    known = str(cable.mrn.canonical) if cable.mrn else f"name:{cable.source.name}"
    node = _quoted(known)
    values = {
        "present": "true",
        "mrn": str(cable.mrn) if cable.mrn else None,
        "title": cable.title,
        "sent_at": cable.sent_at.isoformat() if cable.sent_at else None,
        "origin": cable.origin,
        "classification": cable.classification.value if cable.classification else None,
        "name": cable.source.name,
    }
    edges = []
    for one in cable.references:
        if one.mrn is not None:
            referred = _quoted(str(one.mrn.canonical))
            ends = f"{node} {referred}"
            data = _data({"label": one.label, "printed": one.text})
            line = f"<edge source={node} target={referred}>{data}</edge>\n"
            edges.append((referred, (ends, line)))
    return (node, _node(node, values)), tuple(edges)


def _node(quoted: str, values: dict[str, str | None]) -> str:
    return f"<node id={quoted}>{_data(values)}</node>\n"


def _data(values: dict[str, str | None]) -> str:
    return "".join(
        f'<data key="{name}">{_one_line(escape(in_xml(value), quote=False))}</data>'
        for name, value in values.items()
        if value is not None
    )


def _quoted(text: str) -> str:
    escaped = _one_line(escape(in_xml(text))).replace("\t", "&#9;")
    return f'"{escaped}"'


def _unquoted(quoted: str) -> str:
    return unescape(quoted[1:-1])


def _one_line(text: str) -> str:
    return text.replace("\r", "&#13;").replace("\n", "&#10;")


@hookimpl
def cableparse_exporters() -> Iterable[Exporter]:
    """Register the exporter."""
    return [GraphmlExporter()]

"""Whole documents: a cable's, a corpus's beginning and end, and one without a cable."""

from cableparse import Cable
from cableparse_plugins.export.tei.edition import write_text
from cableparse_plugins.export.tei.header import write_header, write_plain_header
from cableparse_plugins.export.tei.pen import Pen

CORPUS_END = "</teiCorpus>\n"


def document_of(cable: Cable) -> str:
    """Give a cable's ``TEI`` element."""
    pen = Pen("TEI")
    write_header(pen, cable)
    write_text(pen, cable)
    return pen.to_text()


def corpus_begin() -> str:
    """Give what a corpus begins with, its header included."""
    pen = Pen("teiCorpus")
    write_plain_header(pen, "Cables", "Each cable has a description of its own source.")
    return pen.to_text().removesuffix(CORPUS_END) + "\n"


def without_cable() -> str:
    """Give a document that says that there is no cable."""
    pen = Pen("TEI")
    write_plain_header(pen, "No cable", "No cable was exported.")
    with pen.element("text"), pen.element("body"):
        pen.empty("p")
    return pen.to_text()

"""A cable on one line, as a list of cables or a traceback shows it."""

from datetime import datetime

from cableparse.model.fields import MRN
from cableparse.model.phrases import lacking
from cableparse.text.shown import quoted
from cableparse.vocabulary import Classification


def cable_line(
    *,
    mrn: MRN | None,
    classification: Classification | None,
    sent_at: datetime | None,
    title: str | None,
    paragraphs: int | None,
    defects: int,
) -> str:
    """Give the line. What is not known is said at its end; ``paragraphs`` None is unreadable.

    >>> line = dict(classification=None, sent_at=None, title="Locks", paragraphs=1, defects=2)
    >>> cable_line(mrn=MRN.parse("09OSLO112"), **line)
    "<Cable 09OSLO112 'Locks' 1 paragraph, 2 defects, no classification or date>"
    """
    values = {
        "number": None if mrn is None else quoted(str(mrn))[1:-1],
        "classification": classification,
        "date": None if sent_at is None else f"{sent_at:%Y-%m-%d}",
        "subject": None if title is None else quoted(title),
    }
    known = [value for value in values.values() if value is not None]
    told = "unreadable paragraphs" if paragraphs is None else _counted(paragraphs, "paragraph")
    line = " ".join(["Cable", *known, f"{told}, {_counted(defects, 'defect')}"])
    lost = lacking(values)
    return f"<{line}, no {lost}>" if lost else f"<{line}>"


def _counted(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"

"""The Department's list of distribution: ``ACTION EUR-08`` / ``INFO OCT-01 SS-14 /023 W``."""

import re

from cableparse.model.handling import DistributionRole, Office
from cableparse.telegram.head.head import Head
from cableparse.telegram.reading import Reading
from cableparse.text.spans import Span

# The role of what follows it, an office, or the sum: `/053 W`, `/008W`
_ENTRY = re.compile(
    r"(?<!\S)(?:(?P<role>ACTION|ORIGIN|INFO)(?=[ ])|(?P<code>[A-Z]{1,6})-(?P<copies>\d\d)(?!\d)"
    r"|/[ ]?(?P<sum>\d{3})(?=[ ]?[A-Z]?[ ]*\Z))",
    re.ASCII,
)


def read_distribution(text: str, head: Head, reading: Reading) -> None:
    """Read ``distribution``; a printed sum that is another than that of the copies is a defect.

    An office stands in the role of the last label above it; before the first label it has none and
    is left out.
    """
    if "distribution" not in head.blocks:
        return
    offices: list[Office] = []
    role: DistributionRole | None = None
    copies = 0
    for start, end in head.pieces("distribution"):
        for entry in _ENTRY.finditer(text[start:end]):
            if entry["role"]:
                role = DistributionRole(entry["role"].lower())
            elif entry["sum"]:
                span = Span(start + entry.start("sum"), start + entry.end("sum"))
                if int(entry["sum"]) != copies:
                    message = f"the sum says {entry['sum']} copies, the offices get {copies}"
                    reading.defect("header.distribution-sum", message, span)
            else:
                copies += (number := int(entry["copies"]))
                span = Span(start + entry.start(), start + entry.end())
                if role is not None:
                    offices.append(Office(role=role, code=entry["code"], copies=number, span=span))
    if offices:
        reading.put("distribution", tuple(offices), [office.span for office in offices])

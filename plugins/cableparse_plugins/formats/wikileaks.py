"""The text dump: five lines that say what the cable is, then the cable."""

import re
from collections.abc import Iterable
from datetime import date

from cableparse import Claim, Document, Format, Region, RegionKind, Source, Span, hookimpl

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_END = r"[ \t]*(?:\r?\n|\r)"

# `08OSLO12`, `1976OSLO00012` or a page's id, `1976OSLO00012_b`; the subject's first line, `Fri May
# 09 00:00:00 +0200 2008`, `UNCLASSIFIED//FOR OFFICIAL USE ONLY`, `Embassy Oslo`
_HEAD = re.compile(
    rf"""\s*+(?P<mrn>(?:19|20)?\d\d[A-Z][A-Z0-9_-]{{0,60}}?\d+)(?:_[a-z])?{_END}
    (?P<subject>[^\r\n]*+)(?:\r?\n|\r)
    (?P<date>[A-Z][a-z]{{2}}[ ](?P<month>[A-Z][a-z]{{2}})[ ]{{1,2}}(?P<day>\d{{1,2}})
        [ ]\d\d:\d\d:\d\d[ ](?:[+-]\d{{4}}|[A-Z]{{3,4}})[ ](?P<year>\d{{4}})){_END}
    (?P<classification>[^\r\n]*+)(?:\r?\n|\r)
    (?P<origin>[^\r\n]*+)(?:\r?\n|\r)""",
    re.VERBOSE,
)
_FIELDS = ("mrn", "subject", "date", "classification", "origin")


class WikileaksFormat:
    """Five lines of metadata, then the telegram.

    The date's time is no time: the program that wrote it knew the day only.
    """

    name = "wikileaks"
    looks_for = "a cable id on the first line, 'Fri May 09 00:00:00 +0200 2008' on the third"

    def claim(self, source: Source) -> Claim | None:
        """Claim a text that begins with the five lines."""
        match = _HEAD.match(source.text)
        return (
            Claim(score=0.95, evidence=f"the five-line head of {match['mrn']}") if match else None
        )

    def read(self, source: Source) -> Document:
        """Give a metadata region a line, the rest as telegram; without the head all is telegram."""
        text = source.text
        match = _HEAD.match(text)
        if match is None:
            return Document(
                text=text, regions=[Region(kind=RegionKind.TELEGRAM, span=Span(0, len(text)))]
            )
        metadata = {name: match[name].strip() for name in _FIELDS}
        metadata["date"] = _iso(match) or metadata["date"]
        starts = [0, *(match.start(name) for name in _FIELDS[1:]), match.end()]
        regions = [
            Region(kind=RegionKind.METADATA, span=Span(start, end), field=name)
            for name, start, end in zip(_FIELDS, starts, starts[1:], strict=False)
        ]
        if match.end() < len(text):
            regions.append(Region(kind=RegionKind.TELEGRAM, span=Span(match.end(), len(text))))
        return Document(
            text=text,
            regions=regions,
            metadata={name: value for name, value in metadata.items() if value},
        )


def _iso(match: re.Match[str]) -> str | None:
    try:
        month = _MONTHS.index(match["month"]) + 1
        return date(int(match["year"]), month, int(match["day"])).isoformat()
    except ValueError:
        return None


@hookimpl
def cableparse_formats() -> Iterable[Format]:
    """Register the format."""
    return [WikileaksFormat()]

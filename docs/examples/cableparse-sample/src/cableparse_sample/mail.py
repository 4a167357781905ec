"""A cable that somebody forwarded: an e-mail's header, the telegram, a footer."""

import re

from cableparse import Claim, Document, Region, RegionKind, Source, Span

# `From: reading-room@example.org`, `Subject: …`, `Date: …`, and the empty line behind them
_HEADER = re.compile(r"(?:(?:From|To|Subject|Date): [^\n]*\n)++ *+\n")
_FIELD = re.compile(r"(From|To|Subject|Date): ([^\n]*)\n")

# `-- `, which begins a mail's footer
_FOOTER = re.compile(r"^-- ++$", re.MULTILINE)


class MailFormat:
    """Header, telegram, footer."""

    name = "mail"
    looks_for = "an e-mail's header, 'From:' and 'Subject:', and an empty line"

    def claim(self, source: Source) -> Claim | None:
        """Claim a text that begins with a mail's header."""
        header = _HEADER.match(source.beginning)
        if header is None or "From: " not in header[0]:
            return None
        return Claim(score=0.9, evidence="an e-mail's header")

    def read(self, source: Source) -> Document:
        """Cut the text in three; a text without header or footer has fewer parts."""
        text = source.even_text
        header = _HEADER.match(text)
        start = header.end() if header else 0
        footer = _FOOTER.search(text, start)
        end = footer.start() if footer else len(text)
        parts = [
            (RegionKind.METADATA, 0, start),
            (RegionKind.TELEGRAM, start, end),
            (RegionKind.FURNITURE, end, len(text)),
        ]
        fields = {name.lower(): value.strip() for name, value in _FIELD.findall(text[:start])}
        return Document(
            text=source.text,
            regions=[
                Region(kind=kind, span=Span(first, last))
                for kind, first, last in parts
                if first < last
            ],
            # `date` would have to be ISO 8601, and a mail's date says nothing of the cable's.
            metadata={key: fields[key] for key in ("subject", "from") if key in fields},
        )

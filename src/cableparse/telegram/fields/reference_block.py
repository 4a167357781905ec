"""One REF block, read entry by entry: a cable, an e-mail, a report, or something else."""

import re
from collections.abc import Iterator

from cableparse.model.fields import MRN, Reference, ReferenceKind, full_year
from cableparse.telegram.fields.joined_lines import Joined
from cableparse.telegram.lines.patterns import OLD_PAGE_MARK, PAGE_MARK
from cableparse.text.even import raised
from cableparse.vocabulary import nearest_post, word_list

_LABEL = re.compile(r"REF(?:ERENCES?|TELS?|S|\(S\))?[ ]?[:;.]?[ ]*(?=\S)", re.IGNORECASE)

# `A.`, `¶B.`, `(C)`, `[A]`, `D)`, `E:`, `A -`, `A.)`
_ENTRY = re.compile(
    r"(?:(?<=\s)|(?<=[;,.:])|(?<=¶)|\A)¶?[ ]?"
    r"(?:[(\[]([A-Z])[)\]][.:]?|([A-Z])(?:\.\)|[.):](?!\w\.)|(?=[ ]-[ ])))[ ]*(?:-[ ])?",
    re.IGNORECASE,
)
# `A-OSLO 12`, but no `E-MAIL OF`
_DASHED = re.compile(r"(?<![\w-])([A-Z])-(?=[A-Z]{3,}[ ])(?!MAILS?[ ])")
# The label once more behind itself: `A. (A) PARIS 7682`, `A. REF A STATE 122214`, `A. REF A: 09 …`
_AGAIN = re.compile(r"[ ]*(?:REF(?:TEL)?[ ]+(?:[A-Z](?=[ :])[ ]?:?)?|[(\[]?[A-Z][)\].:]+)[ ]*")

# `06 STATE 80908`, `2005PANAMA2342`, `'08 BUENOS AIRES 1491`, `Sao Paulo 0031`, `(99) ROME 2196`,
# `BAGHDAD #3565`, `ASUNCION 701 (08)`, `AMMAN 07718 99`, `KUWAIT (C)02293`, `COLOMBO CABLES 0266`,
# `08-OSLO-12`, `OSLO 12 OF 2007`
_CABLE = re.compile(
    r"(?:(?<![\w/-])\(?['’]?(?P<year>(?:19|20)\d\d|[0-9O]\d)\)?-?[ ]*|(?<![\w-]))"
    r"(?P<post>[A-Z0][A-ZÀ-ÿa-z.'’-]*(?:[ ][A-Za-z][A-ZÀ-ÿa-z.'’-]*){0,3}?)"
    r"[ ]*(?P<dash>-[ ]*)?(?:(?:CABLE|TELEGRAM)S?[ ]+)?(?:\([A-Z]\)[ ]*)?\#?"
    r"(?P<serial>[0-9O]{1,7})(?![\w/])"
    r"(?:[ ]*(?:\(['’]?(?P<after>\d\d|\d{4})\)|OF[ ](?P<of>(?:19|20)\d\d)\b"
    r"|(?P<behind>\d\d)(?=[ ]*(?:,|;|\Z))))?"
)
# `BRASILIA 2799 AND 2764`, `PARIS 7472 and 7677`: serials that share the post before them
_MORE = re.compile(
    r"[ ]*(?:&|\band\b)[ ]*(?P<serial>\d{1,6})(?![\w/])(?:[ ]*\((?P<after>\d\d|\d{4})\))?",
    re.IGNORECASE,
)
# An entry that is a number and nothing else: `B. 2962 AND PREVIOUS`
_BARE = re.compile(r"(?P<serial>\d{2,6})(?:[ ]+(?i:and previous|notal|\(notal\)))?\.?\Z")

_CABLE_KIND = ReferenceKind.CABLE  # to ask an enumeration for a member is slow
_CAPITALS = re.compile(r"[A-Z]{3}")
_SHORTEST_POST = 3
_A_YEAR = re.compile(r"(?:19|20)\d\d\Z")
_SEPARATOR = re.compile(r"[ ]*;[ ]*")
_PAGE = re.compile(rf"{OLD_PAGE_MARK}|{PAGE_MARK}", re.VERBOSE)
_A_DAY = re.compile(
    r"[ ]*(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]*\b", re.IGNORECASE
)
# What parts a cable from another document on its line: `OSLO 12 AND ROE/DOE E-MAIL OF MAY 7`
_AND = re.compile(r"[ ]*(?:,[ ]*(?:AND[ ]+)?|&[ ]*|\bAND[ ]+)", re.IGNORECASE)
_REMARK = re.compile(r"\((?=[^()]*[A-Za-z]{2})[^()]*\)")
_YEAR = re.compile(r"['’]?\d{2,4}[ ]+")

_KINDS = (
    (ReferenceKind.EMAIL, r"E-?MAILS?\b"),
    (ReferenceKind.TELCON, r"\b(?:TELE?CON|PHONE|TELEPHONE|TELECONFERENCE)"),
    (
        ReferenceKind.REPORT,
        r"\b(?:IIR|TDX?|OSC|FBIS|DAO|REPORTS?|INCSR|CIR)\b|\bTD-|\b(?:EUP|CEP|GMP|AFP|LAP|KPP|SAP|JPP)\d{8}",
    ),
    (ReferenceKind.LETTER, r"\b(?:LETTER|LTR|MEMO|MEMORANDUM|DIPNOTE|DIPLOMATIC NOTE)\b"),
    (ReferenceKind.MEETING, r"\b(?:MEETING|CONVERSATION|MTG|DVC|VTC)\b"),
)
_KIND_PATTERNS = tuple((kind, re.compile(words, re.IGNORECASE)) for kind, words in _KINDS)
_ANY_KIND = re.compile("|".join(words for _, words in _KINDS), re.IGNORECASE)


class ReferenceBlock:
    """One REF block, read entry by entry; an entry may lean on the post of the one before it.

    A cable without a year is of ``year``. ``longest_step`` is from one entry's letter to the next,
    ``last`` the last label of the block before: `REF A: …` / `REF B: …`.
    """

    def __init__(
        self, joined: Joined, year: int | None, longest_step: int, last: str | None = None
    ) -> None:
        self.joined = joined
        self.longest_step = longest_step
        self.year = year
        self.last = last
        line = joined.text
        if ("PAGE" in line or "OF" in line) and (mark := _PAGE.search(line)):
            line = line[: mark.start()] + " " * len(mark[0]) + line[mark.end() :]
        # A copy in lower case has its posts in lower case too.
        line = line if _CAPITALS.search(line) else raised(line)
        self.line = _DASHED.sub(r"\1)", line) if "-" in line else line
        # Remarks in words are blanked, so that a number inside one is not taken for a serial.
        self.plain = self.line
        if "(" in line:
            self.plain = _REMARK.sub(lambda remark: " " * len(remark[0]), self.line)
        self.post: str | None = None

    def read(self) -> Iterator[Reference]:
        """Give the references in printed order."""
        for label, begin, end in self.entries():
            again = _AGAIN.match(self.line, begin, end)
            start = again.end() if again else begin
            parts = []
            for separator in _SEPARATOR.finditer(self.line, start, end):
                parts.append((start, separator.start()))
                start = separator.end()
            for first, last in (*parts, (start, end)):
                yield from self.read_part(label, first, last)

    def entries(self) -> Iterator[tuple[str | None, int, int]]:
        """Give label, start and end of each entry; labels go on as the alphabet does."""
        line = self.line
        opening = _LABEL.match(line)
        at = opening.end() if opening else 0
        name: str | None = None
        labels = _ENTRY.finditer(line, max(0, at - 1)) if _has_label(line, at) else ()
        for match in labels:
            if match.start() < at and match.end() <= at:
                continue
            letter = (match[1] or match[2]).upper()
            step = ord(letter) - (ord(name) if name else ord("A") - 1)
            goes_on = self.last is not None and ord(letter) == ord(self.last) + 1
            begins = letter == "A" or opening is None  # the list's first lines may be lost
            if name is None and not begins:
                if not goes_on or line[at : match.start()].strip():
                    continue
            elif name is not None and not 0 <= step <= self.longest_step:
                continue
            if step == 0 and not line[at : match.start()].strip():
                at = match.end()
                continue
            before = line[at : match.start()].strip(" ;,.¶")
            # `Ref:  Ref A)`: the word before the first label is the list's own label once more.
            if before and not (name is None and before.upper() == "REF"):
                yield name, at, match.start()
            name, at = letter, match.end()
        if line[at:].strip(" ;,.¶"):
            yield name, at, len(line)

    def read_part(self, label: str | None, start: int, end: int) -> Iterator[Reference]:
        """Read an entry, or what a semicolon parts of one: its cables and what stands beside."""
        line = self.line
        start += len(line[start:end]) - len(line[start:end].lstrip(" ,.¶"))
        end = start + len(line[start:end].rstrip(" ,;¶"))
        if start >= end:
            return
        cable = self.cable_at(start, end)
        if cable is not None and cable.end() == end:
            # As most entries are: a known post, its serial, and nothing else.
            self.post = _post(cable["post"], certain=True)
            yield self.cable(label, cable)
            return
        kind = self.kind(start, end)
        if kind is not None and cable is None:
            yield self.reference(label, kind, None, start, end)
            return
        found = False
        at = start
        while match := self.next_cable(at, end, kind):
            found = True
            at = match.end()
            yield self.cable(label, match)
            while more := _MORE.match(self.plain, at, end):
                at = more.end()
                mrn = self.mrn(more["after"] or match["year"], more["serial"])
                yield self.reference(label, _CABLE_KIND, mrn, more.start("serial"), at)
        if found:
            other = _AND.match(line, at, end)
            if kind is not None and other is not None:
                yield self.reference(label, kind, None, other.end(), end)
            return
        bare = _BARE.match(line, start, end)
        # `B. 2007 AND PREVIOUS` is the end of a date that a converter took for an entry.
        if bare is not None and self.post is not None and not _A_YEAR.match(bare["serial"]):
            mrn = self.mrn(None, bare["serial"])
            yield self.reference(label, _CABLE_KIND, mrn, start, end)
            return
        year_before = _YEAR.match(line, start, end)
        known = nearest_post(line[year_before.end() if year_before else start : end])
        kind = _CABLE_KIND if known else ReferenceKind.OTHER
        yield self.reference(label, kind, None, start, end)

    def kind(self, start: int, end: int) -> ReferenceKind | None:
        """Give what kind of document the words name, remarks left out; None for a cable."""
        if not _ANY_KIND.search(self.plain, start, end):
            return None
        return next(
            (kind for kind, words in _KIND_PATTERNS if words.search(self.plain, start, end)), None
        )

    def cable_at(self, start: int, end: int) -> re.Match[str] | None:
        """Give the cable of a known post that stands right here: `OSLO 12`, not `OSLO 12 MAY`."""
        match = _CABLE.match(self.plain, start, end)
        if match is None or nearest_post(match["post"]) is None:
            return None
        return None if _A_DAY.match(self.plain, match.end(), end) else match

    def next_cable(self, at: int, end: int, kind: ReferenceKind | None) -> re.Match[str] | None:
        """Give the next cable and note its post; where other documents stand too, one listed."""
        while True:
            if kind is not None:
                parted = _AND.match(self.plain, at, end)
                match = self.cable_at(parted.end() if parted else at, end)
            else:
                match = _CABLE.search(self.plain, at, end)
            if match is None:
                return None
            post = _post(match["post"], certain=match["post"].endswith("-") or bool(match["dash"]))
            if post is not None:
                self.post = post
                return match
            at = match.start("serial")

    def cable(self, label: str | None, match: re.Match[str]) -> Reference:
        """Make the reference to a cable whose post was noted."""
        year = match["year"] or match["after"] or match["of"] or match["behind"]
        mrn = self.mrn(year, match["serial"])
        return self.reference(label, _CABLE_KIND, mrn, *match.span())

    def reference(
        self, label: str | None, kind: ReferenceKind, mrn: MRN | None, start: int, end: int
    ) -> Reference:
        """Make the reference that stands at ``start`` to ``end``."""
        printed = " ".join(self.joined.text[start:end].split())
        span = self.joined.span(start, end)
        return Reference(label=label, kind=kind, mrn=mrn, text=printed, span=span)

    def mrn(self, printed_year: str | None, serial: str) -> MRN | None:
        """Give the number at the post that was read last; None where a part of it is lost."""
        year = self.year
        if printed_year:
            year = full_year(printed_year.replace("O", "0"))
        number = int(serial.replace("O", "0"))
        if year is None or self.post is None or not number:
            return None
        return MRN(year=year, post=self.post, serial=number)


def _has_label(line: str, at: int) -> bool:
    """Tell whether any sign stands there that parts an entry's label from the entry."""
    return (
        line.find(".", at) >= 0
        or line.find(")", at) >= 0
        or line.find(":", at) >= 0
        or line.find("]", at) >= 0
        or line.find(" - ", at) >= 0
    )


def _post(printed: str, *, certain: bool) -> str | None:
    """Give the post's printed name without what leads up to it; None for a word that is no post.

    Where it has to be ``certain``, as before a hyphen (`CA-3400`), only a known post is one.
    """
    printed = printed.upper().replace("’", "'").rstrip("-")
    words = printed.removesuffix("'S").split()
    # The longest tail that the vocabulary knows: `AND PREVIOUS STATE` ends in `STATE`.
    for first in range(len(words)):
        name = " ".join(words[first:])
        if nearest_post(name) is not None:
            return name
    if certain or words[-1].strip(".") in word_list("no-post") or len(words[-1]) < _SHORTEST_POST:
        return None
    return " ".join(words)

"""One REF block, read item by item: a cable, an e-mail, a report, or something else.

::

    item    = cable {(serials | "AND" cable)} | serial post | serials | document
    cable   = [year] post [":" | "-" | "/"] ["CABLE"] [remark] [between] ["#"] serials
    between = "(" year ")" | "'" year | year ("-" | "/" | " ")
    serials = serial {("," | "/" | "&" | "AND") serial}
    serial  = digits [year behind]
    behind  = "(08)" | "-08" | "/08" | "OF 2008" | "08" where nothing but a sign follows
            | ("OF" | "DATED") "24 NOV 08"

Serials share the post before them; an item without a post has that of the item before it.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator

from cableparse.model.fields import MRN, Reference, ReferenceKind, full_year
from cableparse.telegram.fields.dates import MONTHS
from cableparse.telegram.fields.joined_lines import Joined
from cableparse.telegram.fields.reference_entries import items, undashed
from cableparse.telegram.fields.reference_marks import AND, Entry, find_marks, read_mark
from cableparse.telegram.lines.patterns import MARKUP, OLD_PAGE_MARK, PAGE_MARK
from cableparse.text.even import raised
from cableparse.vocabulary import find_post, nearest_post, own_spelling, posts_meant, word_list

_MONTH = rf"(?:{'|'.join(MONTHS)})[A-Z]*+\.?"
# No time of day, and no number that goes on behind a space: `311345 Z`, `1 O1684`
_SERIAL = (
    r"(?P<serial>(?=O{0,6}[0-9])[0-9O]{1,7})"
    r"(?!\w|/[A-Za-z]|[ ]?Z\b|[ ][0-9O]{3,}(?![0-9O]|[ ]*[A-Z]))"
)
_BEHIND = (
    r"(?:[ ]*\(['’]?(?P<after>\d\d|\d{4})\)|[ ]+OF[ ](?P<of>(?:19|20)\d\d)\b"
    rf"|[ ]+(?:OF|DATED|DTD)[ ](?:\d\d?[ ]{_MONTH},?|{_MONTH}[ ]\d\d?,?)[ ]"
    r"(?P<dated>(?:19|20)?\d\d)\b"
    r"|[-/](?P<parted>(?:19|20)\d\d|[\dO]\d)(?![\w-]|/\d{1,2}(?!\d))"
    r"|[ ]*(?P<last>\d\d)(?=[ ]*(?:,|;|\Z)))?"
)
_CABLE = re.compile(
    r"(?:(?:(?<![\w/-])|(?<=\d/))\(?['’]?(?P<year>(?:19|20)\d\d|[0-9O]\d)\)?[-/]?[ ]*|(?<![\w-]))"
    # the digit 0 for a letter, not for what a serial begins with
    r"(?P<post>(?:[A-Z]|0(?=[A-Z]))(?:[A-ZÀ-Þ.'’-]|0(?=[A-Z: ])){0,29}"
    r"(?:[ ](?:[A-Z]|0(?=[A-Z]))(?:[A-ZÀ-Þ.'’-]|0(?=[A-Z: ])){0,29}){0,3}?)"
    r"[ ]*(?::[ ]*|(?P<dash>[-/][ ]*|,[ ]+))?(?:(?:(?:CABLE|TELEGRAM)S?|N[OR])\.?[ ]+)?"
    r"(?:\([A-Z]\)[ ]*|(?:(?P<open>\()['’]?|['’])(?P<between>\d\d|\d{4})(?(open)\)[ ]*|[ ]+)"
    r"|(?P<apart>(?:19|20)\d\d|[0-9O]\d)[ ]+(?=[0-9O]{3,7}(?!\w)))?\#?" + _SERIAL + _BEHIND
)
# `05-1234`, `05/1234`, `2005-13`, `05 13`: a year where it could be one and the number behind not
_YEAR_FIRST = re.compile(
    r"(?P<between>(?:19|20)\d\d|[0-9O]\d)(?P<joint>[-/]|[ ]+)\#?" + _SERIAL + _BEHIND
)
# One more serial of the post before it. What may be a year is none where a name follows it.
_MORE = re.compile(
    r"[ ]*+(?P<joint>,[ ]*+(?:AND\b|&)?|[/&+]|\bAND\b)[ ]*+\#?"
    r"(?!(?:19|20)?\d\d[ -]*(?!AND\b|NOTAL\b|(?:OF|DTD|DATED)[ ])[A-Z]{2})" + _SERIAL + _BEHIND,
    re.IGNORECASE,
)
# An item without a post: `B. 2962 AND PREVIOUS`, `2962 AND 2970`
_BARE = re.compile(
    r"\#?(?=\d\d)" + _SERIAL + _BEHIND + r"(?=[ ]*(?:[,/&]|AND[ ]|\(?NOTAL\b|\.?\Z))", re.IGNORECASE
)
_SERIAL_FIRST = re.compile(
    r"(?P<serial>\d{3,6})[ ]+(?P<post>[A-Z][A-Z .'’-]*)", re.IGNORECASE | re.ASCII
)
_A_YEAR = re.compile(r"(?:19|20)\d\d\Z")
_A_DAY = re.compile(rf"[ ]*{_MONTH}(?!\w)", re.IGNORECASE)
_CABLE_KIND = ReferenceKind.CABLE  # to ask an enumeration for a member is slow
_HYPHENS = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2212"), "-")
_SHORTEST_POST = 3
_SEVERAL = 2
_FIRST_YEAR = 1960  # no reference of the public collections is older
_LONG_BEFORE = 20  # years: of two numbers with a stroke between, `77/81` of 2009, none is a year
_PAGE = re.compile(rf"{OLD_PAGE_MARK}|{PAGE_MARK}", re.VERBOSE)
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
# The line is in capitals when they are asked.
_KIND_PATTERNS = tuple((kind, re.compile(words)) for kind, words in _KINDS)
_ANY_KIND = re.compile("|".join(words for _, words in _KINDS))


class ReferenceBlock:
    """One REF block, read item by item.

    A cable without a year is of ``year``; ``own`` is the cable's own number. For
    ``longest_step`` and ``last`` see `items`.
    """

    def __init__(
        self,
        joined: Joined,
        year: int | None,
        own: MRN | None,
        longest_step: int,
        last: str | None = None,
    ) -> None:
        self.joined = joined
        self.year = year
        self.own = own
        self.longest_step = longest_step
        self.last = last
        line = joined.text
        if ("PAGE" in line or "OF" in line) and (mark := _PAGE.search(line)):
            line = line[: mark.start()] + " " * len(mark[0]) + line[mark.end() :]
        if "&" in line or "<" in line:  # a page's markup, whose digits are none of a number's
            line = MARKUP.sub(_blank, line)
        if "_" in line:
            line = line.replace("_", " ")  # `08_OSLO_12`
        if not line.isascii():
            line = line.translate(_HYPHENS)
        self.line = undashed(raised(line))  # posts are printed in any case
        # Remarks in words are blanked, so that a number inside one is not taken for a serial.
        self.plain = self.line
        if "(" in line:
            self.plain = _REMARK.sub(lambda remark: " " * len(remark[0]), self.line)
        self.marks = find_marks(self.line, self.names_post)
        self.post: str | None = None

    def read(self) -> Iterator[Reference]:
        """Give the references in printed order."""
        read = self.read_item if self.marks else self.read_part
        for letter, start, end in items(self.line, self.longest_step, self.last):
            for entry in read(letter, start, end):
                yield Reference(
                    label=entry.letter,
                    kind=entry.kind,
                    mrn=entry.mrn,
                    sent_at=entry.sent_at,
                    text=" ".join(self.joined.text[entry.start : entry.end].split()),
                    span=self.joined.span(entry.start, entry.end),
                )

    def read_item(self, letter: str | None, start: int, end: int) -> Iterator[Entry]:
        """Read an item, up to each date-time group and airgram in it, and behind the last one."""
        at = start
        for mark in self.marks_within(start, end):
            before = list(self.read_part(letter, at, mark.start()))
            last = before.pop() if before else None
            yield from before
            yield from read_mark(self.line, mark, at, letter, last)
            at = mark.end()
        if at == start:
            yield from self.read_part(letter, start, end)
        elif cable := self.next_cable(at, end, None):
            yield from self.read_part(letter, cable.start(), end)

    def marks_within(self, start: int, end: int) -> list[re.Match[str]]:
        """Give the date-time groups and airgrams between two places."""
        first = bisect_left(self.marks, start, key=re.Match.start)
        return self.marks[first : bisect_left(self.marks, end, lo=first, key=re.Match.start)]

    def read_part(self, letter: str | None, start: int, end: int) -> Iterator[Entry]:
        """Read an item, or a part of it: its cables and what stands beside them."""
        line = self.line
        start += len(line[start:end]) - len(line[start:end].lstrip(" ,.¶"))
        end = start + len(line[start:end].rstrip(" ,;¶"))
        if start >= end:
            return
        cable = self.cable_at(start, end)
        if cable is not None and cable.end() == end:
            # As most items are: a known post, its serial, and nothing else.
            kind = None
        else:
            kind = self.kind(start, end)
            if kind is not None and cable is None:
                yield Entry(letter, kind, None, start, end)
                return
            cable = self.next_cable(start, end, kind)
        if cable is None:
            yield from self.read_other(letter, start, end)
            return
        at = start
        # `112234 AND BONN 4410`: first a serial of the post that was read last
        bare = _BARE.match(line, start, cable.start()) if self.post is not None else None
        if bare is not None and not _A_DAY.match(line, bare.end(), end):
            found, at = self.serials(letter, bare, cable.start())
            yield from found
        while cable is not None:
            self.post = self.post_of(cable)
            found, at = self.serials(letter, cable, end)
            yield from found
            cable = self.next_cable(at, end, kind) if at < end else None
        other = AND.match(line, at, end)
        if kind is not None and other is not None:
            yield Entry(letter, kind, None, other.end(), end)

    def read_other(self, letter: str | None, start: int, end: int) -> Iterator[Entry]:
        """Read an item that does not name a post and then its serial."""
        line = self.line
        bare = _BARE.match(line, start, end)
        # `B. 2007 AND PREVIOUS` is the end of a date that a converter took for an entry.
        if bare is not None and self.post is not None and not _A_YEAR.match(bare["serial"]):
            yield from self.serials(letter, bare, end)[0]
            return
        turned = _SERIAL_FIRST.fullmatch(line, start, end)
        post = _known_tail(turned["post"], self.year) if turned is not None else None
        if turned is not None and post is not None and not _A_YEAR.match(turned["serial"]):
            self.post = post
            mrn = self.mrn(None, turned["serial"])
            yield Entry(letter, _CABLE_KIND, mrn, start, end)
            return
        year_before = _YEAR.match(line, start, end)
        known = nearest_post(line[year_before.end() if year_before else start : end], self.year)
        kind = _CABLE_KIND if known else ReferenceKind.OTHER
        yield Entry(letter, kind, None, start, end)

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
        if match is None or not (
            self.is_own(match["post"]) or posts_meant(_upper(match["post"]), self.year)
        ):
            return None
        return None if _A_DAY.match(self.plain, match.end(), end) else match

    def next_cable(self, at: int, end: int, kind: ReferenceKind | None) -> re.Match[str] | None:
        """Give the next cable; where other documents stand too, one listed."""
        while True:
            if kind is not None:
                parted = AND.match(self.plain, at, end)
                match = self.cable_at(parted.end() if parted else at, end)
            else:
                match = _CABLE.search(self.plain, at, end)
            if match is None or self.post_of(match) is not None:
                return match
            at = match.start("serial")

    def post_of(self, cable: re.Match[str]) -> str | None:
        """Give the printed post without what leads up to it; None for words that are no post."""
        printed = _upper(cable["post"])
        if self.is_own(printed):
            return self.sender()
        if _is_one_of(printed, "department"):
            return "STATE"
        if known := _known_tail(printed, self.year):
            return known
        # A name that nobody knows is a post where it stands in a number's form: `08 NOWHERE 12`.
        last = printed.rsplit(" ", 1)[-1].strip(".")
        if (
            not cable["year"]
            or cable["dash"]
            or last in word_list("no-post")
            or len(last) < _SHORTEST_POST
        ):
            return None
        return printed

    def names_post(self, words: str) -> bool:
        """Tell whether the words end in a post's name, known or the own."""
        return self.is_own(words) or _known_tail(words, self.year) is not None

    def sender(self) -> str:
        """Give the post that `EMBTEL` means; none in a telegram of the Department's."""
        if self.own is None:
            return ""
        post = find_post(self.own.post, self.own.year)
        return "" if post is not None and post.kind == "department" else self.own.post

    def is_own(self, printed: str) -> bool:
        """Tell whether the name means the post that sends: `EMBTEL`."""
        return _is_one_of(printed.upper(), "own-post")

    def serials(
        self, letter: str | None, first: re.Match[str], end: int
    ) -> tuple[list[Entry], int]:
        """Give a cable's serials, each a reference to the post that was read, and their end."""
        shared, start = None, first.start()
        if first.re is _CABLE:
            shared = first["year"] or first["between"]
            if (apart := first["apart"]) and not shared:
                if not self.may_be_year(apart):
                    return [Entry(letter, _CABLE_KIND, None, start, first.end())], first.end()
                shared = apart
            elif not shared and (turned := self.year_first(first.start("serial"), end)):
                first, shared = turned, turned["between"]
        year, at = self.behind(first)
        found = [self.cable(letter, year or shared, first, start, at)]
        by_word = False
        while (more := _MORE.match(self.plain, at, end)) and not _A_DAY.match(
            self.plain, more.end(), end
        ):
            year, at = self.behind(more, strokes=more["joint"] == "/")
            by_word = by_word or more["joint"].rstrip() != ","
            # Where commas part the entries, a bare number between two of them lost its post, unless
            # it is one more of several.
            lost = not by_word and letter and len(found) < _SEVERAL
            if lost and at == end and self.line.startswith(",", end):
                found.append(Entry(letter, _CABLE_KIND, None, more.start("serial"), at))
            else:
                found.append(self.cable(letter, year or shared, more, more.start("serial"), at))
        return found, at

    def behind(self, match: re.Match[str], *, strokes: bool = False) -> tuple[str | None, int]:
        """Give the year behind a serial, and the end of the two.

        What a stroke or a hyphen parts is no year where it would be later than the cable's own or
        long before it, nor what a stroke parts where ``strokes`` part the serials.
        """
        if unmarked := match["parted"] or match["last"]:
            joint = strokes and match.string[match.end() - len(unmarked) - 1] == "/"
            if joint or not self.may_be_year(unmarked):
                return None, match.end("serial")
        return match["after"] or match["of"] or match["dated"] or unmarked, match.end()

    def may_be_year(self, printed: str) -> bool:
        """Tell whether digits could be a year that a reference of this cable has."""
        if len(printed) == len("2009") and not _A_YEAR.match(printed):
            return False
        year = full_year(printed.replace("O", "0"))
        own = self.year or year
        return year >= _FIRST_YEAR and own - _LONG_BEFORE < year <= own

    def year_first(self, at: int, end: int) -> re.Match[str] | None:
        """Give a year and the serial behind it; None where it is the serial that stands first."""
        match = _YEAR_FIRST.match(self.plain, at, end)
        if match is None or not self.may_be_year(match["between"]):
            return None
        serial = match["serial"]
        if len(serial) in {2, 4} and self.may_be_year(serial):
            return None  # `12-05`: the year stands behind
        two_serials = match["joint"] == "/" and match["between"][0] in "123456789"
        return None if two_serials and len(match["between"]) == len("98") else match

    def cable(
        self, letter: str | None, year: str | None, match: re.Match[str], start: int, end: int
    ) -> Entry:
        """Make the reference to a cable of the post that was read."""
        return Entry(letter, _CABLE_KIND, self.mrn(year, match["serial"]), start, end)

    def mrn(self, printed_year: str | None, serial: str) -> MRN | None:
        """Give the number at the post that was read last; None where a part of it is lost."""
        year = self.year
        if printed_year:
            year = full_year(printed_year.replace("O", "0"))
        number = int(serial.replace("O", "0"))
        if year is None or not self.post or not number:
            return None
        return MRN(year=year, post=own_spelling(self.post), serial=number)


def _blank(markup: re.Match[str]) -> str:
    """Give spaces for a piece of markup; what stands for `&` is one still."""
    return ("&" if markup[0] == "&amp;" else "").ljust(len(markup[0]))


def _is_one_of(printed: str, words: str) -> bool:
    """Tell whether a name is one of a list of words, or several of it: `EMBTELS`."""
    return printed.removesuffix("S") in word_list(words)


def _upper(printed: str) -> str:
    return printed.upper().replace("’", "'").rstrip("-")


def _known_tail(printed: str, year: int | None) -> str | None:
    """Give the longest tail that the vocabulary knows: `AND PREVIOUS STATE` ends in `STATE`.

    One that means more than one post stays as it is printed.
    """
    words = _upper(printed).removesuffix("'S").split()
    for first in range(len(words)):
        name = " ".join(words[first:])
        if posts_meant(name, year):
            return name
    return None

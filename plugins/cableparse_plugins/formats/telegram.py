"""The raw telegram, as teletypes printed it or as a markdown converter left it."""

import re
from collections.abc import Iterable

from cableparse import Claim, Document, Format, Region, RegionKind, Source, Span, hookimpl

# How a line begins where line ends may be any that copies come with: the engine looks for the line
# end, which is rare, and passes over most lines by their first letter.
_LINE = r"[\n\r\f\v\x85\u2028][ \t\xa0]*+(?=[A-Zcestu\u017f])"

# The level at the top of a page of 1973 to 1979
_LEVEL = r"(?:SECRET|CONFIDENTIAL|LIMITED[ ]OFFICIAL[ ]USE|UNCLASSIFIED)"

# The lines that every telegram has some of, each with what it is called where a claim is explained.
_SIGNS = re.compile(
    rf"""{_LINE}(?:
      (?P<vzczc>VZCZC[A-Z]{{3}}\d{{3,4}})
    | (?P<de_line>DE[ ]R[UH][A-Z]{{3,5}}[ ]\#\d{{4}})
    | (?P<date_time_group>(?:[ZOPR][ ]){{1,2}}\d{{6}}Z[ ][A-Za-z]{{3}}[ ]\d\d)
    | (?P<fm_line>FM[ ](?:AM|SEC|US|RPO|IRAN|AIT|[A-Z]{{4,}}))
    | (?P<to_line>(?:TO|INFO)[ ]R[UH][A-Z0-9]{{3,5}}/)
    | (?P<classification_line>
        (?i:UNCLAS|S[ ]?E[ ]?C[ ]?R[ ]?E[ ]?T
           |C[ ]?O[ ]?N[ ]?F[ ]?I[ ]?D[ ]?E[ ]?N[ ]?T[ ]?I[ ]?A[ ]?L)
        [^\n]{{0,60}}?[ ]\d{{3,6}}\b)
    | (?P<executive_order>(?i:E\.?O\.?[ ]{{0,2}}1\d{{4}}))
    | (?P<tags>(?i:TAGS)(?::|[ ][A-Z]{{2,4}}))
    | (?P<subject>(?i:SUBJ(?:ECT)?):)
    | (?P<page_head>(?:{_LEVEL}[ ]*+\s)?+PAGE[ ]\d\d\s[ ]{{0,12}}[A-Z][A-Z .'-]{{1,11}}\d{{3,6}}\b)
    | (?P<distribution>(?:ACTION|ORIGIN)[ ]{{1,2}}[A-Z]{{1,5}}-\d\d\b)
    | (?P<page_mark>[A-Z][A-Z .'/-]{{1,11}}[ ]\d{{8}}[ ]{{1,2}}\d{{3}}(?:\.\d)?[ ]OF[ ]\d{{3}})
    )""",
    re.VERBOSE,
)
_NAMES = ("", *(name.replace("_", " ") for name in _SIGNS.groupindex))
# Most telegrams show two signs in a text's beginning. Some stand below a preface or a site's menu;
# beyond this a look costs time and finds nothing new.
LOOK = 20_000
_ENOUGH = 4  # lines: they are proof
_TELEGRAM = RegionKind.TELEGRAM  # to ask an enumeration for a member is slow


def signs(text: str, look: int = LOOK, enough: int | None = None) -> tuple[str, ...]:
    """Give the names of the telegram lines in the first ``look`` code points, each once.

    Of as many as are ``enough`` no more are looked for.
    """
    found: dict[str, None] = {}
    # The text's first line follows a line end too.
    for match in _SIGNS.finditer("\n" + text[:look]):
        found[_NAMES[match.lastindex or 0]] = None
        if len(found) == enough:
            break
    return tuple(found)


def places_of_signs(text: str) -> dict[str, tuple[list[int], list[int]]]:
    """Give the telegram lines of a text by their names: where each begins, and where it ends.

    The names stand in the order of their first lines, and a line begins at its first letter.
    """
    places: dict[str, tuple[list[int], list[int]]] = {}
    for match in _SIGNS.finditer("\n" + text):
        starts, ends = places.setdefault(str(match.lastgroup), ([], []))
        starts.append(match.start(str(match.lastgroup)) - 1)
        ends.append(match.end() - 1)
    return places


def find_sign(text: str, start: int, end: int) -> int | None:
    """Give where the line end before the first telegram line in ``text[start:end]`` stands.

    It may be the character before ``start``. A telegram line that opens the text gives 0.
    """
    if start > 0:
        found = _SIGNS.search(text, start - 1, end)
        return found.start() if found else None
    found = _SIGNS.search("\n" + text[:end])
    return max(0, found.start() - 1) if found else None


# `… ZNR UUUUU ZZH R 141745Z MAY 08 FM AMCONSUL HALIFAX TO RUEHC/…`: a head without line ends;
# `… UNCLAS HALIFAX 000047 SIPDIS E.O. 12958: N/A TAGS: EWWT`: one that begins further down
_FLAT = re.compile(
    r"""[ ](?:
      (?P<de_line>DE[ ]R[UH][A-Z]{3,5}[ ]\#\d{4})
    | (?P<date_time_group>(?:[ZOPR][ ]){1,2}\d{6}Z[ ][A-Z]{3}[ ]\d\d)
    | (?P<to_line>(?:TO|INFO)[ ]R[UH][A-Z0-9]{3,5}/)
    | (?P<executive_order>E\.?O\.?[ ]{0,2}1\d{4})
    | (?P<tags>TAGS:?[ ][A-Z]{2,5}\b)
    | (?P<subject>SUBJ(?:ECT)?:)
    )""",
    re.VERBOSE,
)
# Without a line that begins as a telegram's does, two labels may be what prose says of telegrams.
_MOST_OF_THEM = 3


def _signs_of_flat_head(text: str) -> tuple[str, ...]:
    """Give the names of the telegram lines that follow each other on the text's first line."""
    start = len(text) - len(text.lstrip())
    end = text.find("\n", start, LOOK)
    line = _FLAT.finditer(text, start, end if end >= 0 else LOOK)
    return tuple(str(match.lastgroup).replace("_", " ") for match in line)


class TelegramFormat:
    """The whole text is the telegram."""

    name = "telegram"
    looks_for = "two telegram lines (VZCZC, DE, date-time group, FM, classification, E.O., TAGS …)"

    def claim(self, source: Source) -> Claim | None:
        """Claim a text with two kinds of telegram lines, at 0.8 at most: any wrapping is surer."""
        if source.is_markup:
            return None
        needed = 2
        found = signs(source.beginning, enough=_ENOUGH)
        if len(found) < needed:
            found = signs(source.text)
        if len(found) < needed:
            needed = needed if found else _MOST_OF_THEM
            found = tuple(dict.fromkeys((*found, *_signs_of_flat_head(source.text))))
        if len(found) < needed:
            return None
        return Claim(score=min(0.8, 0.4 + 0.1 * len(found)), evidence=", ".join(found))

    def read(self, source: Source) -> Document:
        """Give one region: all of it is telegram."""
        text = source.text
        return Document(text=text, regions=(Region(kind=_TELEGRAM, span=Span(0, len(text))),))


@hookimpl
def cableparse_formats() -> Iterable[Format]:
    """Register the format."""
    return [TelegramFormat()]

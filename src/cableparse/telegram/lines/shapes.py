"""The shapes of the lines in a telegram's head: a table, and the quick way to ask it.

Each line is matched against the few shapes that may begin with its first character.
"""

import re
import string
from collections.abc import Callable

from cableparse.telegram.lines.captions import caption_pattern
from cableparse.telegram.lines.patterns import (
    ADDRESS,
    CLASSIFICATION_LINE,
    DATELINE,
    INDICATOR,
    LEVEL_SPACED,
    PAGE_MARK,
    RELAY,
    RULE,
)

_END = r"[ ]*+(?=\n|\Z)"
_SECTION = r"[ ]+SECTION[ ]+\d\d?[ ]+OF[ ]+\d\d?\b"

# `DRAFTED: …`, `DRAFTED BY POL: …`, `APPROVED BY NEA/ARN - …`, `APPROVED BY THE SECRETARY`
_BY = rf"(?:(?i:[ ]?BY)?[ ]?(?:[A-Z/&.-]++)?[ ]?:|[ ]?BY(?:[ ]+[A-Z]|{_END}))"

# The captions that begin with the line's letter, then any: `SENSITIVE SIPDIS`, `SIPDIS (CORRECTED)`
_CAPTION_LINE = r"(?i:{from_letter})\b(?:[ /,;+-]*(?i:{any})\b)*+(?=[ ]*(?:\n|\Z|[(/-]))"

# Those that an attention line may stand behind
_HANDLING, _OTHER_CAPTIONS = "(?:NODIS|EXDIS|LIMDIS|STADIS)", "(?:SIPDIS|SENSITIVE|NOFORN)"
CAPTIONS_ABOVE = re.compile(rf"{_HANDLING}|{_OTHER_CAPTIONS}(?:[ ]+{_OTHER_CAPTIONS}\b)*")

# Name, the characters it may begin with, pattern, and a line that it was written for. Of two shapes
# that fit a line the earlier is taken; a line with none of them is a text line.
HEAD_SHAPES: tuple[tuple[str, str, str, str], ...] = (
    ("addressee", "RrZz", rf"(?i:(?:{INDICATOR}|ZEN)[ ]?/)", "RUEHNZ/AMCONSUL AUCKLAND 1418"),
    ("id", "V", r"VZCZC[A-Z]{3}\d{3,4}\b", "VZCZCXRO0382"),
    ("de", "D", rf"DE[ ]{INDICATOR}[ ]\#\d{{4}}", "DE RUEHGH #0059/01 0330534"),
    ("security", "Z", r"ZN[RY][ ][A-Z]{5}\b", "ZNR UUUUU ZZH"),
    (
        "dtg",
        "ZzOoPpRrYyWw",
        r"(?i:[ZOPRYW][ ]+(?:[ZOPR][ ]+)?[\dO]{6}[ ]?Z[ ])",
        "O R 130813Z APR 07",
    ),
    (
        "dtg",
        string.digits + "O",
        r"[\dO]{6}[ ]?[Zz][ ]+[A-Za-z]{3}[ ]+[\dO]\d\b",
        "141216Z Jul 05",
    ),
    ("routing", "ZOPRY", rf"(?:ZZ|OO|PP|RR|YY)(?:[ ]{INDICATOR})++{_END}", "RR RUEHCN RUEHVC"),
    ("routing", "R", rf"{INDICATOR}(?:[ ]{INDICATOR})*+{_END}", "RUEHSR RUEHYG"),
    (
        "from_",
        "Ff",
        rf"FM[ ]+[^\s:]|(?i:(?:FM|FR[O0]M)(?:[ ]*:)?[ ]+(?={ADDRESS}))",
        "FM AMEMBASSY ELSEWHERE",
    ),
    ("distribution", "AOI", r"(?:ACTION|ORIGIN|INFO)[ ]+[A-Z]{1,6}-\d\d\b", "ACTION EAP-00"),
    (
        "distribution",
        string.ascii_uppercase,
        rf"[A-Z]{{1,6}}+-\d\d(?:[ ]+(?:[A-Z/]|\d\d\d)|{_END})",
        "AID-00   CIAE-00  /008W",
    ),
    ("distribution", "/", rf"/\d{{3}}[ ]?[A-Z]{_END}", "/053 W"),
    # the number of a machine, or of the message in it
    ("machine", string.digits, rf"\d\d(?:\d{{3}}|-[A-Z0-9]{{1,2}})?{_END}", "43"),
    ("relay", "-", RELAY, "------------------352654  200910Z /23"),
    (
        "action",
        "Tt",
        (
            r"TO(?:[ ]++(?=[A-Z0-9])|[ ]*+:?[ ]*+(?=\n[ \n]*+[A-Z]))"
            rf"|(?i:T[O0](?:[ ]*+:)?[ ]*+(?:(?<=[ ])|\n[ ]*+)(?={ADDRESS}))"
        ),
        "TO SECSTATE WASHDC 7590",
    ),
    ("excluded", "XI", r"(?:INFO[ ]+)?XMT(?:[ ]+\S|[ ]*[/:])", "XMT AMEMBASSY SOFIA"),
    (
        "info",
        "Ii",
        (
            r"INFO(?:[ ]++[^\s:]|[ ]*+:?[ ]*+(?=\n[ \n]*+[A-Z]))"
            rf"|(?i:INF[O0](?:[ ]*+:)?[ ]*+(?:(?<=[ ])|\n[ ]*+)(?={ADDRESS}))"
        ),
        "INFO RUEHOO/CHINA POSTS COLLECTIVE",
    ),
    # what a database's record says of the telegram
    (
        "record",
        "IODSCM",
        r"(?:ID:[ ]*\d|(?:ORIGIN|DATE|SOURCE|CLASSIFICATION|MISC|DESTINATION):)",
        "ORIGIN: 09OSLO112",
    ),
    # who drafted, approved and cleared, and for whom at the post
    ("drafted_by", "Dd", rf"(?i:DRAFTED){_BY}", "DRAFTED: POL: JROE"),
    ("approved_by", "Aa", rf"(?i:APPROVED){_BY}", "APPROVED BY NEA/ARN - JROE"),
    ("cleared_by", "Cc", rf"(?i:CLEARED){_BY}", "CLEARED BY L:JROE"),
    (
        "drafting",
        "DC",
        rf"(?:DISSEMINATION|CHARGE|CX[A-Z]+):|DESIRED[ ]DISTRIBUTION:?{_END}",
        "CXOSLO:",
    ),
    ("drafting", "AI", rf"(?:ACTION|INFO):(?:[ ]+[A-Z/]{{1,7}})++{_END}", "INFO:   AMB DCM ECON"),
    ("page_mark", string.ascii_uppercase, rf"(?:{PAGE_MARK}){_END}", "OSLO 00000059  001.2 OF 005"),
    (
        "classification",
        "UuCcSsEeOoTtLlNn",
        rf"(?i:{CLASSIFICATION_LINE})",
        "UNCLAS SECTION 01 OF 05 OSLO 000059",
    ),
    (
        "level_only",
        "UCSL",
        rf"(?:UNCLAS(?:SIFIED)?|{LEVEL_SPACED})(?://[A-Z]+)*(?:{_END}|{_SECTION})",
        "UNCLAS SECTION 01 OF 02",
    ),
    ("caption", string.ascii_letters, _CAPTION_LINE, "SIPDIS"),
    # with an attention line behind it
    (
        "captioned",
        "NELS",
        (
            rf"{_HANDLING}[ ]+(?=[A-Z])"
            rf"|(?:{_OTHER_CAPTIONS}[ ]+)++(?=[A-Z][A-Z0-9/, -]{{1,40}}[ ](?:FOR|PASS)[ ])"
        ),
        "EXDIS TOSEC 12 - FOR ROE",
    ),
    (
        "executive_order",
        "Ee",
        r"(?i:(?:E\.?[ ]?[O0]\.?|EXECUTIVE[ ]ORDER)[ ]{0,8}:?[ ]{0,8}1\d{4}|E\.?[ ]?O\.?(?=:))",
        "E.O. 12958: N/A",
    ),
    # its first half lost
    ("executive_order", "Dd", r"(?i:DECL[ ]?:[ ]*(?=\d))", "DECL: 08/22/2017"),
    ("tags", "TtAa", r"(?i:T?AG(?:S|\(S\))?[ ]?[:;]|TAGS[ .]|T[ ]A[ ]G[ ]S[ ]?:)", "TAGS: ETRD CH"),
    (
        "subject",
        "SsUuBb",
        r"(?i:(?:(?:S?U)?BJECTS?|SUBJ)[ ]*[:;]|SUBJ(?:ECTS?)?(?:[ ]|\.[ ]))",
        "SUBJ: FERRIES",
    ),
    ("references", "A(", r"\(?A[.)][ ]*REF(?:TEL)?[ ]", "A. REF OSLO 222"),
    (
        "references",
        "Rr",
        (
            r"(?i:REF(?:TELS?|S|\(S\))?)(?:[ ]?[:;]|[ ]-(?=[ \n])"
            r"|\.?(?=[ ]+['’]?[A-Z0-9([¶])|(?=[ ]?\())"
        ),
        "REFS: A. STATE 1234",
    ),
    ("references", "Rr", r"(?i:REFERENCES?)(?:[ ]?[:;]|[ ]-(?=[ \n]))", "REFERENCE: OSLO 1234"),
    (
        "references",
        "Rr",
        rf"(?i:REF(?:ERENCE|TEL)?S?){_END}(?=[ ]*\n[ \n]*\(?A[.)])",
        "REFERENCES\nA. ",
    ),
    (
        "classified_by",
        "CcDd(",
        (
            r"(?i:(?:\((?:U|C|S|SBU)\)[ ]*)?"
            r"(?:CL[ASIFED]{4,10}[ -]+BY\b|CLASS(?:[ ]+BY|IFIED):|DERIVED[ ]FROM\b"
            r"|CLASSIFIED[ ](?:FOR|UNDER|PER)[ ][^\n]{1,60}[ ]BY[ :]))"
        ),
        "Classified By: DCM",
    ),
    (
        "paragraph",
        "¶" + string.digits,
        (
            r"¶[ ]?\d{1,3}\b"
            r"|\d{1,2}(?:\.{1,2}(?!\d)|[,)](?=[ ]*\()|(?=[ ]+\((?:U|C|S|SBU)\)))[ ]*(?=\S)"
        ),
        "1. (SBU) Summary",
    ),
    ("rule", "-=*_~—", RULE, "----------"),
    (
        "dateline",
        "MTWFS",
        rf"{DATELINE}{_END}",
        "Monday, 09 November 2009, 07:32",
    ),
)


def head_shape(text: str, first: int, end: int) -> str:
    """Give the name of the shape of the line that begins at ``first``, else ``text``."""
    match, names = MATCHERS[text[first]]
    found = match(text, first, end)
    return names[found.lastindex or 0] if found else "text"


Matcher = tuple[Callable[[str, int, int], re.Match[str] | None], list[str]]
"""What matches a line, and the name that belongs to the group which ends the match."""

_INNER_NAME = re.compile(r"\(\?P<[a-z_]+>")


class _Matchers(dict[str, Matcher]):
    def __missing__(self, character: str) -> Matcher:
        made = self[character] = matcher(character)
        return made


MATCHERS = _Matchers()
"""The matchers by character, each made when it is first asked for."""


def matcher(character: str) -> Matcher:
    """Give the one pattern of the shapes that may begin with ``character``, and their names.

    An empty group at a shape's end tells which it is: of group 1 the name stands at 1. The groups
    inside are made plain. Where no shape begins with the character the pattern never matches.
    """
    shapes = []
    names = [""]
    for name, characters, pattern, _ in HEAD_SHAPES:
        if character not in characters:
            continue
        if name == "caption":
            if not caption_pattern(character):
                continue
            of_letter = pattern.replace("{from_letter}", caption_pattern(character))
            shape = of_letter.replace("{any}", caption_pattern())
        else:
            shape = _INNER_NAME.sub("(?:", pattern)
        shapes.append(rf"(?:{shape})()")
        names.append(name)
    return re.compile("|".join(shapes) or r"(?!)", re.VERBOSE | re.ASCII).match, names

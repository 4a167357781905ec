"""What a line of the head is that has no label: the rest of a field, a notice, or prose."""

import re

from cableparse.telegram.lines.patterns import (
    ADDRESS,
    BREAKS_OFF,
    NO_LAST_WORDS,
    ON_THE_COPY,
    SUMMARY_OPENS,
)
from cableparse.text.even import raised
from cableparse.vocabulary import find_tag, split_run_together, term_words

# `This cable is sensitive but unclassified …`, `NOT FOR INTERNET DISTRIBUTION`
_NOTICES = (
    "sensitive but unclass",
    "not for internet",
    "not for transmission",
    "not for public",
    "official use only",
    "please protect",
    "please handle",
    "protect accordingly",
    "handle accordingly",
    "entire text",
    "declassified",
    "de-classified",
    "partial extract",
)

# `¶B. …`, `B) …`, `(B) …`, `A - …`, or the serial that wrapped: goes on with a reference list; no
# list gets as far as `(S)` or `(U)`, which mark a portion.
_ENTRY = re.compile(r"¶?[ ]?[A-Za-z](?:[.):]|[ ]-[ ]|/[ ])|(?!\([US]\))[(\[][A-Za-z][)\]]|AND[ ]")
_ENTRY_CABLE = re.compile(r"(?:\d{2,4}[ ]+)?[A-Z][A-Z .'-]{2,24}[ ]+\d{1,6}\b(?![.,]?[ ]+[a-z])")
# `I. GENERAL` heads a text's first part, unless the list has come to its ninth entry
_FIRST_PART = re.compile(r"I\.[ ]")
_H_ENTRY = re.compile(r"\bH[.)]")
# `B. 07 OSLO 12`: an entry of a list whose first line is lost
LETTERED = re.compile(r"¶?[ ]?[B-H][.)][ ]+[A-Z0-9]")
_UNFINISHED = re.compile(r"(?:[,;&-]|\b[Aa][Nn][Dd]|\b[A-Za-z][).])\Z")

# One more office that cleared, and who did, `EUR/NB:JROE`, `NEA/ARN - JROE`; the extension of who
# drafted, `X21234`; more offices, `PAO`
_CLEARED = re.compile(
    r"[A-Z][A-Z/&.-]*+[ ]?:[ ]?[A-Z]|[A-Z][A-Z/&.]*+[ ]-[ ][A-Z]|(?:X|EXT\.?)[ -]?\d{4,5}\Z"
    r"|(?!.*\b(?:FOR|PASS|TO)\b)[A-Z/]{1,4}(?:[ ][A-Z/]{1,4})*\Z"
)

# `1.4 (B) AND (D).`, below a page mark: goes on with who classified for which reasons
_REASON = re.compile(r"(?:(?i:for|reasons?)[: ]+)*1\.[4-6]\b")
_LETTER_OF_REASON = re.compile(r"\(?[a-h]\)(?:[ ,/]|and)*(?:\(?[a-h]\)|\.?\Z)", re.IGNORECASE)
_REASON_WITHIN = re.compile(r"(?i:\breasons?)[: ]+1\.[4-7]")

# A whole line of codes, or of a converter's links to them: what a TAGS line wraps to.
_CODES = re.compile(
    r"(?:\|[ ]*)?(?:(?:[A-Z]{4}){2,4}|[A-Z]{2,5})(?:/[A-Z0-9/-]+)?"
    r"(?:[ ,;|]+[A-Z]{2,5})*+[ ,;|]*\.?\Z"
    r"|\[[A-Z]{2,5}\]\("
)

_LAST_WORD, _FIRST_WORD = re.compile(r"(?<![A-Z])[A-Z]+\Z"), re.compile(r"[A-Z]+")
# The same behind the rest of a code that a program cut: `D, NO`
_REST = re.compile(r"[A-Z]{1,4}(?:[ ,;]+[A-Z]{2,5})*+[ ,;]*\Z")
_REST_AT_WIDTH = re.compile(r"[A-Z]{1,4},(?:[ ,;]+[A-Z]{2,5})++[ ,;]*\Z|[A-Z]{1,3}\Z")
_FULL_LINE = 66

# `REASONS: 1.4(B)`, `¶CLASSIFIED BY: …`: no code has a colon
_LABEL = re.compile(r"[^:]{1,24}:")
# Code points, with the colon: what is longer has a value behind it.
_LONGEST_LABELS = {"classified_by": 20, "tags": 6, "subject": 9}  # `(SBU) Classified By:`

# `THE QUAY IS SHUT. NO FERRY SAILED.`
_TWO_SENTENCES = re.compile(r"[A-Z]{3}\.[ ]+[A-Z]+[ ]")
_SENTENCE = 6  # words: no addressee that ends in a period has so many

# The line before goes on: `… lamps in`, `… the Old`, `… Roe and`
_RUNS_ON = re.compile(rf"(?:[,;:&(/-]|\b(?i:{'|'.join(sorted(NO_LAST_WORDS))}))\Z")
_ADDRESS = re.compile(ADDRESS, re.VERBOSE | re.IGNORECASE)
_ADDRESS_LABELS = frozenset({"TO", "INFO"})
_ROOM = 50  # columns
_LONGEST_LINE = 69
# What a subject's second line may begin with, whatever room the first one had left
_LEANS_ON = frozenset({"AND", "AT", "BY", "FOR", "FROM", "IN", "OF", "ON", "OR", "TO", "WITH"})
_DIGIT = re.compile("[0-9]")
_ATTENTION = re.compile(
    r"(?:[A-Z0-9/&,' -]+[ ](?:ALSO[ ])?)?(?:FOR|PASS(?:[ ]TO)?)[ ][A-Z0-9/&,;.()' -]*[A-Z0-9):]"
)

# `FOLLOWING REPEAT OSLO 12 …`, `THE FOLLOWING TELEGRAM …`: what comes before a telegram that is
# repeated; not `FOLLOWING TEL FOR ROE`
_REPEATS = re.compile(
    r"(?:THE[ ])?FOL(?:L(?:OWING|O?WG))?[ ](?:IS[ ])?"
    r"(?:REPEAT|RPT|SENT|REC|TEL|MSG|MESSAGE|CABLE)\w*+(?![ ]FOR\b)|(?:QUOTE|QTE)[ :.]*\Z"
)
_REPETITION_FOLLOWS = (":", "QUOTE", "QTE")

# Four words in lower case one after the other: prose, which no passing line is.
_PROSE = re.compile(r"(?:\b[a-z]{2,}[ ,]+){4}")


MAY_GO_ON = frozenset(
    {"action", "info", "excluded", "notice", "executive_order", "classified_by"}
    | {"drafting", "drafted_by", "approved_by", "cleared_by"}
    | {"tags", "subject", "references"}
)
"""The fields that a line without a label may go on with."""


def goes_on(name: str, before: str, line: str, *, after_blank: bool, old: bool = False) -> bool:
    """Tell whether a line goes on with the field ``name``, whose last line is ``before``.

    ``after_blank`` says that an empty line stands between the two, ``old`` that the copy has none
    and that all of it is in capitals: what follows a line with room left is another thing.
    """
    # A label alone on its line has its value below it.
    alone = before[-1:] in ":;-" and len(before) <= _LONGEST_LABELS.get(name, 0)
    match name:
        case "action" | "info" | "excluded":
            # A site put no pilcrow before an addressee: what it stands before is text.
            if (after_blank and before.rstrip(" :") not in _ADDRESS_LABELS) or line[0] == "¶":
                return False
            return bool(_ADDRESS.match(line)) or (line.upper() == line and not _is_sentence(line))
        case "notice":
            return not after_blank and not (old and before.endswith(_REPETITION_FOLLOWS))
        case "drafting" | "drafted_by" | "approved_by" | "cleared_by":
            return not after_blank and bool(_CLEARED.match(line))
        case "executive_order" | "classified_by":
            parted = after_blank and not (alone or _REASON.match(line) or gives_reasons(line))
            return not parted and not _begins_text(before, line)
        case "tags":
            if _LABEL.match(line):
                return False
            if before[-1:] in ",;" and not alone:
                capitals = line.isupper() and not _is_sentence(line)
                return capitals or not (after_blank or line.isupper() or is_prose(line))
            if alone:  # in any case, and with a digit for a letter
                return bool(_CODES.match(raised(line).replace("0", "O"))) or _is_of_terms(line)
            if after_blank:
                return False
            if _REST.match(line) and is_cut_code(before, line):
                return True
            at_width = len(before) >= _FULL_LINE and _REST_AT_WIDTH.match(line)
            return bool(at_width or _CODES.match(line)) or _is_of_terms(line)
        case "subject":
            if alone or (old and before.endswith("-")):
                return True
            if after_blank:
                return bool(BREAKS_OFF.search(before)) and before.isupper() and line.isupper()
            # A sentence in mixed case behind a subject in capitals is no part of it.
            apart = SUMMARY_OPENS.match(line) or ON_THE_COPY.match(line)
            if apart or (before.isupper() and not line.isupper() and _mostly_small(line)):
                return False
            if old and _has_room(before, line):
                return line.split(" ", 1)[0] in _LEANS_ON or bool(BREAKS_OFF.search(before))
            return not (_has_room(before, line) and _begins_text(before, line))
        case "references":
            if is_notice(line) or (old and is_attention(line)):
                return False
            if old and _FIRST_PART.match(line) and not _H_ENTRY.search(before):
                return False
            if not after_blank:
                if old and not (_UNFINISHED.search(before) or _DIGIT.search(line)):
                    # the rest of a note on the last entry, or all of it: `(NOTAL)`
                    note = line.startswith("(") and line.endswith(")")
                    return note or before.count("(") > before.count(")")
                return bool(_ENTRY.match(line)) or not _begins_text(before, line)
            if _UNFINISHED.search(before) or (line[0].isdigit() and before[-1:].isalpha()):
                return True
            return bool(_ENTRY.match(line) or _ENTRY_CABLE.match(line))
    return False


def is_cut_code(before: str, line: str) -> bool:
    """Tell whether a program cut a TAGS code between two lines: `KFR` / `D`."""
    code, rest = _LAST_WORD.search(before), _FIRST_WORD.match(line)
    if code is None or rest is None or find_tag(code[0] + rest[0]) is None:
        return False
    return find_tag(code[0]) is None or find_tag(rest[0]) is None


def is_notice(line: str) -> bool:
    """Tell whether a line says how the cable is to be handled."""
    small = line.lower()
    for words in _NOTICES:  # noqa: SIM110  a generator takes twice the time
        if words in small:
            return True
    return False


def is_repeating(line: str) -> bool:
    """Tell whether a line says that another telegram is repeated, or begins to quote it."""
    return bool(_REPEATS.match(line))


def is_attention(line: str) -> bool:
    """Tell whether a line in capitals says whom the telegram is for: `STATE ALSO FOR EUR/NB`."""
    return len(line) <= _LONGEST_LINE and bool(_ATTENTION.fullmatch(line))


def gives_reasons(line: str) -> bool:
    """Tell whether a line says for which reasons somebody classified: `ROE. REASONS: 1.5 (B)`."""
    return _REASON_WITHIN.search(line) is not None


def begins_with_reason(line: str) -> bool:
    """Tell whether a line goes on with a list of reasons that broke within it: `(d).`."""
    return _LETTER_OF_REASON.match(line) is not None


def is_prose(line: str) -> bool:
    """Tell whether a line is a sentence's or a summary's, which no passing line is."""
    prose = not line.isupper() and _PROSE.search(line)
    return bool(prose or SUMMARY_OPENS.match(line))


def _is_sentence(line: str) -> bool:
    """Tell whether a line in capitals is text, which is no addressee's name."""
    if line.endswith(".") and line.count(" ") >= _SENTENCE - 1:
        return True
    return bool(_TWO_SENTENCES.search(line) or SUMMARY_OPENS.match(line))


def _is_of_terms(line: str) -> bool:
    """Tell whether a line is made of codes and the words of terms: what a term wraps to."""
    words = line.replace(",", " ").split()
    return all(
        word in term_words() or find_tag(word) is not None or split_run_together(word) is not None
        for word in words
    )


def _has_room(before: str, line: str) -> bool:
    """Tell whether the first word of ``line`` would have had room on the line before it."""
    return len(before) + len(line.split(" ", 1)[0]) < _ROOM


def _begins_text(before: str, line: str) -> bool:
    """Tell whether a sentence begins, and what stands before it is no part of one."""
    return line[0].isupper() and is_prose(line) and not _RUNS_ON.search(before)


def _mostly_small(line: str) -> bool:
    return sum(map(str.islower, line)) > sum(map(str.isupper, line))

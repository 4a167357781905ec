"""The names of those who signed: what they look like, alone on a line and behind a sentence.

A name on its own line may have any case and several words; one behind the last sentence is told by
the sign before it.
"""

import re

from cableparse.telegram.lines.patterns import LOWER, NO_LAST_WORDS, PAGE_MARK, UPPER
from cableparse.text.even import places
from cableparse.vocabulary import is_office, word_list

# `LARK`, `O'BRIEN`, `VAN DYKE`, `ST. CLAIR`, `DE LA ROE`, `J. ROE`, `SMITH SMITH`; `McLARK`;
# `Larkwell`, `deLarkwell`, `MacRoe`, `van Dyke`; `roe-smith`
_PARTICLE = r"(?i:de|del|della|der|den|di|da|dos|el|la|le|van|von|st\.)"
_CAPITALS = rf"(?:De|La|Le|Ma?c|Van)?(?:[A-Z]['’])?[{UPPER}][{UPPER}'’-]{{1,20}}"
_MIXED = (
    rf"[a-z]{{0,3}}(?:O'|Mc|Mac|De|La|Le|Fitz)?[{UPPER}][{LOWER}]{{2,15}}(?:-[{UPPER}][{LOWER}]+)?"
)
_SMALL = rf"(?:{_PARTICLE}[ ]){{0,2}}(?:[a-z]['’])?[a-z]{{3,15}}(?:-[a-z]{{2,15}})?"
_NAME = (
    rf"(?:[A-Z]\.[ ]?){{0,3}}(?:{_PARTICLE}[ ]){{0,2}}"
    rf"(?:{_CAPITALS}(?:[ ](?!N{{3,4}}\b|BT\b)[A-Z][A-Z'’-]{{1,20}}){{0,2}}|{_MIXED})"
)
# A copy of a site may have the day behind the name: `ROE 2008-01-08`
# or the message's last signs, `ROE BT #0012 NNNN`
_LAST_SIGN = r"(?:BT|N{3,4}|\#\d{4})"
_TAIL = (
    r"(?i:[ ,]*\(?(?:acting|jr|sr)\b)?(?:[ ./*)=~_>\]}\"”-]|\#(?!\d{4}))*+"
    rf"(?:\d{{4}}-\d\d-\d\d)?(?:(?<=[ ]){_LAST_SIGN}(?:[ .]|\#(?!\d))*+)*\Z"
)
_ALONE = re.compile(
    r"[ ]*(?:/s?/?[ ]*|(?P<sign>[-*=~_<(\[{\"“])(?P=sign)*+[ ]*+(?=.*[-*=~_>)\]}\"”][ ]*\Z)"
    r"|Signature:\s*)?"
    rf"(?P<name>{_NAME}|(?P<small>{_SMALL})){_TAIL}"
)
# The last words of a line of text as a name: `… until spring. LARK`, `… until spring. Lark`
_LAST = re.compile(
    rf"(?P<name>(?:{_PARTICLE}[ ]){{0,2}}"
    rf"(?:[A-Z][A-Z'’-]{{2,20}}|(?P<mixed>{_MIXED}))){_TAIL}"
)
_PARTICLE_BEFORE = re.compile(rf"(?<=[ ]){_PARTICLE}[ ]\Z")
# What a name in capitals may stand behind, and one in mixed letters: a word, no abbreviation
_BEFORE_CAPITALS = frozenset(".!?)\"”'’:/")
_BEFORE_MIXED = re.compile(r"(?:\b[a-z]{2,}|[A-Za-z]{4})[.!?][\"”’)]{0,2}\Z")
# `… END COMMENT. roe`
_END_MARK = re.compile(
    r"\bend[ ](?:of[ ])?(?:\w+(?:[ ]and[ ]|/))?"
    r"(?:comments?|sum(?:mary)?|notes?|text|quote|message)\b"
    r"[ .:)*\]]*",
    re.IGNORECASE,
)
_LAST_SIGNS = re.compile(rf"(?:(?<![ ])[ ]+{_LAST_SIGN}){{1,9}}[ .#]*\Z")
# What ends a telegram that another one repeats, `… OF THE LOCK. ROE UNQUOTE DOE`
# `Ambassador J. van Roe`: a title of a heading has other words
_PART_OF_A_NAME = re.compile(rf"{_PARTICLE}|[A-Z]\.|{_CAPITALS}|{_MIXED}")
_WORDS_WITH_OFFICE = 6
# Who leads a post signs what it sends (5 FAH-2): `Charge d'Affaires J. Roe`, `Consul General Roe`.
_HEADS_OF_POSTS = frozenset({"AMBASSADOR", "CHARGE", "CHARGÉ", "CDA", "DCM", "CONSUL"})
_UNQUOTES = ("UNQUOTE", "UNQTE")
_END_SIGN = "NNN"
_LONGEST_NAME = 60
_SENTENCE_END = frozenset(".!?:)\"”'’*-=_/")
# `… emissions. OSLO 00000012  002 OF 002 LARK`
_MARK_BEFORE = re.compile(rf"(?:{PAGE_MARK})\Z")
_LONGEST_MARK = 40
_EMPTY_LINE = re.compile(r"[ ]*\n[ ]*\n")
_LAST_OR_APART = re.compile(r"[ ]*(?:\n[ ]*)?(?:\n|\Z)")
_NEAR = 8
_LONGEST_ACRONYM = 6


def name_alone(text: str, start: int, at: int, end: int, *, apart: bool) -> tuple[str, int] | None:
    """Give the signer's name that is the line ``text[at:end]``, and where it stands.

    The body begins at ``start``. ``apart`` asks for an empty line below and a sentence's end above.
    """
    found = _ALONE.match(text, at, end)
    if found is None:
        return _name_with_office(text, start, at, end)
    if not _is_signer(text, start, at, found):
        return None
    if apart and not _stands_apart(text, start, at, end):
        return None
    return found["name"], found.start("name")


def _name_with_office(text: str, start: int, at: int, end: int) -> tuple[str, int] | None:
    """Give `Ambassador Jane Roe` where it stands apart; the office is part of what is printed."""
    if end - at > _LONGEST_NAME:
        return None
    words = text[at:end].split()
    if not 1 < len(words) <= _WORDS_WITH_OFFICE or words[0].upper() not in _HEADS_OF_POSTS:
        return None
    name = [word for word in words if not is_office(word)]
    named = name and name[-1] == words[-1] and all(_PART_OF_A_NAME.fullmatch(one) for one in name)
    above = text[max(start, at - _NEAR) : at].rstrip()
    if not named or not _is_name(" ".join(words)) or above[-1:] not in _SENTENCE_END:
        return None
    if _LAST_OR_APART.match(text, end) is None:
        return None
    first = text.index(words[0], at)
    return text[first:end].rstrip(), first


def name_behind(line: str, *, closed: bool) -> tuple[str, int] | None:
    """Give the signer's name that ends a line of text, and where in the line it stands.

    ``closed`` asks for an end mark on the line: `END COMMENT. ROE`.
    """
    found = _name_behind(line)
    if found is None or not _is_name(found["name"]) or (closed and not _END_MARK.search(line)):
        return None
    return found["name"], found.start("name")


def _name_behind(line: str) -> re.Match[str] | None:
    if ends := _LAST_SIGNS.search(line, max(0, len(line) - _LONGEST_NAME)):
        line = line[: ends.start()]
    for mark in _END_MARK.finditer(line, max(0, len(line) - _LONGEST_NAME)):
        if name := _ALONE.match(line, mark.end()):
            return name
    at = line.rfind(" ", 0, len(line.rstrip(" .#/*"))) + 1
    if line[at : at + 4].isdigit():
        at = line.rfind(" ", 0, max(0, at - 1)) + 1  # the day behind the name
    while particle := _PARTICLE_BEFORE.search(line, max(0, at - _NEAR), at):
        at = particle.start()
    name = _LAST.match(line, at)
    if name is None or at == 0:
        return None
    before = line[max(0, at - 240) : at].rstrip(" ")
    if name["mixed"]:
        return name if _BEFORE_MIXED.search(before[-_NEAR:]) else None
    if before[-1:] == "-":
        return name if before[-2:-1] not in {"", " ", "-"} else None  # not `- SWEDEN`, an item
    known = (
        before[-1:] in _BEFORE_CAPITALS
        or before.endswith(_UNQUOTES)
        or _MARK_BEFORE.search(before[-_LONGEST_MARK:])
    )
    return name if known or "//" in before[before.rfind(" ") + 1 :] else None


def _is_signer(text: str, start: int, at: int, alone: re.Match[str]) -> bool:
    """Tell whether the name ``alone`` on the line at ``at`` is a signer's and no word of the text.

    A word in small letters is one only where the text before it has ended.
    """
    name = alone["name"]
    if not _is_name(name) or _runs_into(text, start, at) or _is_used(text, start, at, name):
        return False
    if not alone["small"]:
        return not _goes_on_in_capitals(text, start, at)
    above = text[start:at].rstrip()[-2 * _LONGEST_MARK :]
    above = _MARK_BEFORE.sub("", above).rstrip()
    marks = _END_MARK.finditer(above)
    return above[-1:] in _SENTENCE_END or any(mark.end() == len(above) for mark in marks)


def _stands_apart(text: str, start: int, line: int, end: int) -> bool:
    """Tell whether an empty line stands below a name, and a sentence ends above it."""
    above = text[max(start, line - _NEAR) : line].rstrip()
    return above[-1:] in _SENTENCE_END and _EMPTY_LINE.match(text, end) is not None


def _goes_on_in_capitals(text: str, start: int, at: int) -> bool:
    """Tell whether the line at ``at`` is the next word of a sentence, in a text all in capitals."""
    above = text[max(start, at - 2 * _LONGEST_MARK) : at].rstrip(" ")
    if above.count("\n", len(above.rstrip())) != 1:
        return False
    line = above[above.rfind("\n", 0, -1) + 1 :].strip()
    if any(mark.end() == len(line) for mark in _END_MARK.finditer(line)):
        return False
    if line.endswith(_UNQUOTES):
        return False
    return line.isupper() and line[-1] not in _SENTENCE_END - {"-"}


def _is_used(text: str, start: int, end: int, name: str) -> bool:
    """Tell whether ``text[start:end]`` uses a name in capitals as an acronym: `of the OSCE`."""
    if len(name) > _LONGEST_ACRONYM or not name.isupper():
        return False
    for at in places(text, f" {name}", start, end):
        word = text[text.rfind(" ", start, at) + 1 : at]
        if word.islower() and word.isalpha() and not text[at + 1 + len(name)].isalnum():
            return True
    return False


def _runs_into(text: str, start: int, at: int) -> bool:
    """Tell whether the line right above ``at`` breaks off in a sentence."""
    above = text[max(start, at - 12) : at - 1].rstrip(" ")
    return above[max(above.rfind(" "), above.rfind("\n")) + 1 :].casefold() in NO_LAST_WORDS


def _is_name(name: str) -> bool:
    words = [word.upper().strip("'’-.") for word in name.split()]
    if set("".join(words)) == {"X"} or words[0].startswith(_END_SIGN):
        return False  # it is redacted, or the message's end with a machine's letters behind it
    # `NEW YEAR'S BEST`: no surname is a genitive
    if name.casefold() in NO_LAST_WORDS:
        return False
    no_signer = word_list("no-signer")
    return not [word for word in words if word in no_signer or word.endswith(("'S", "’S"))]

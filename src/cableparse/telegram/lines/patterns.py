"""The shapes of a telegram's lines, anchored to line starts; everything here reads even text.

Each pattern costs a line at most its length: no repetition stands inside another one, and the
repetitions that could give back what they took are possessive.
"""

import re

from cableparse.text.views.markers import PORTION

# `OSLO 00000059  001.2 OF 005`: post cut to ten characters, eight-digit serial, page, version.
PAGE_MARK = (
    r"[A-Z][A-Z .'/-]{2,24}+(?<=[ ])\d{8}[ ]{1,2}\d{3}(?:\.\d)?[ ]+OF[ ]+\d{3}"
    # `PAGE 02        TEHRAN  01164  250930Z`, `PAGE 02 RUEHFRA0170 S E C R E T`
    r"|PAGE[ ]\d\d[ ]+[A-Z].*+"
)

# The same inside a line, with the page's own head before it:
# `CONFIDENTIAL PAGE 02 OSLO 01234 01 OF 02 082030Z`
OLD_PAGE_MARK = (
    r"(?:(?:UNCLASSIFIED|CONFIDENTIAL|SECRET)[ ]+)?PAGE[ ]+\d\d[ ]+[A-Z][A-Z .]{1,14}?[ ]+\d{4,6}"
    r"[ ]+(?:\d\d[ ]+OF[ ]+\d\d[ ]+)?\d{6}Z"
)

# `RUEHC`, `RUEHLMC`, `RHMFIUU`: five to seven characters (ACP 127)
INDICATOR = r"R[UH][A-Z0-9]{3,5}"

# What a plain language address begins with: `AMEMBASSY OSLO`, `SECDEF WASHDC`, `BALTIC COLLECTIVE`
PLAD = (
    r"(?:AM(?:EMBASSY|CONSUL|CONGEN)|EMBASSY|SECSTATE|SECDEF|DEPT|AIT|ALL|WHITE[ ]HOUSE"
    r"|JOINT[ ]STAFF|US(?:MISSION|INT(?:ERESTS)?|LO|UN|NATO|DEL|DOC|CINC|EU|OECD|AID|TR|OSCE)"
    r"|CIA|DIA|FBI|NSC|NSA|CDR|CJCS|HQ|DA|CNO|COMM?|[A-Z][A-Z /]{2,40}[ ]COLLECTIVE)(?![a-z])"
)
# The same, or an indicator before it: `RUEHC/SECSTATE WASHDC`
ADDRESS = rf"(?:(?:{INDICATOR}|ZEN)[ ]*/|{PLAD}(?=[ ]|\n|\Z))"


def _spaced(word: str) -> str:
    """Give a pattern for a word whose letters may stand apart, unevenly too; O was typed as 0."""
    return "[ ]{0,3}".join(word).replace("O", "[O0]")


# `C O N F I D E N T I A L`, `SECRET`: solid or spaced, undamaged
_LIMITED = f"{_spaced('LIMITED')}[ ]+{_spaced('OFFICIAL')}[ ]+{_spaced('USE')}"
LEVEL_SPACED = f"(?:{_spaced('CONFIDENTIAL')}|{_spaced('SECRET')}|{_LIMITED})"

# The letters of names: those of ASCII, and those that Windows-1252 adds
UPPER, LOWER = "A-ZÀ-ÖØ-Þ", "a-zß-öø-ÿ"


def _one_lost(word: str) -> str:
    """Give the ways of printing a word with one letter lost, the first one apart.

    They share what they begin with, so that most words are told by their first letter.
    """
    first, rest = word[0], word[1:]
    if not rest[1:]:
        return first  # the last letter is lost
    return f"{first}[ ]{{0,3}}(?:{_spaced(rest[1:])}|{_one_lost(rest)})"


# The words of a classification line, solid, spaced or with a letter lost or the first one doubled:
# `UNCLAS`, `C O N F I D E N T I A L`, `SS E C R E T`, `E C R E T`, `C O N F I D E N T I L`.
LEVEL = (
    rf"(?P<level>U{{0,2}}NCLAS(?:SIFIED)?|C?C?[ ]{{0,3}}{_spaced('ONFIDENTIAL')}"
    rf"|C?S?S?[ ]{{0,3}}{_spaced('ECRET')}|{_spaced('TOP')}[ ]+{_spaced('SECRET')}"
    rf"|{_LIMITED}"
    r"|U[ ]N[ ]C[ ]L[ ]A[ ]S(?:[ ]S[ ]I[ ]F[ ]I[ ]E[ ]D)?"
    # and no letter behind it that would be the lost one
    rf"|(?:{'|'.join(map(_one_lost, ('CONFIDENTIAL', 'SECRET', 'UNCLASSIFIED')))})(?![ ]*[A-Z]\b))"
)

# The numbers of sections in words, from the first on
SECTION_WORDS = ("ONE", "TWO", "THREE", "FOUR", "FIVE", "SIX", "SEVEN", "EIGHT", "NINE", "TEN")
_COUNT = rf"(?:[\dO]{{1,2}}|{'|'.join(SECTION_WORDS)})"  # `O1` was typed for `01`

# `UNCLAS SECTION 01 OF 05 OSLO 000059`, `C O N F I D E N T I A L THE HAGUE 000109`,
# `UNCLASSIFIED 75 BUENOS AIRES 2481`, `SECRET//NOFORN STATE 012345`, `CONFIDENTIAL XXXX 001234`,
# `UNCLAS E.F.T.O. BERN 0012`, `SECRET SECTION ONE OF TWO BERN 0012`, `SECRET FINAL SECTION OF 2 …`;
# the number, or a part of the post's name too, stands on the line below where its own was full
CLASSIFICATION_LINE = (
    LEVEL + r"(?P<marking>//[A-Z ]{1,60}?)?[ ]+(?:(?P<efto>E\.?[ ]?F\.?[ ]?T\.?[ ]?O\.?)[ ]+)?"
    rf"(?:(?:FINAL[ ]+)?SECTI[O0]N[ ]+(?:{_COUNT}[ ]+)?[O0]F"
    rf"(?:[ ]+|[ ]*\n[ ]*)(?P<sections>{_COUNT})[ ]+)?"
    r"(?:(?P<year>\d\d)[ ]+)?"
    rf"(?P<post>(?!(?:FINAL[ ]+)?SECTI[O0]N[ ]+(?:[O0]F[ ]|{_COUNT}\b))"
    r"[A-Z][A-Z .'’-]{1,30}?(?:\n[ ]*[A-Z]{2,12}(?=[ ]+\d{4,6}[ ]*(?:\n|\Z)))?|X{4,})"
    r"(?:[ ]+|[ ]*\n[ ]*(?=\d{6}[ ]*(?:\n|\Z)))(?P<serial>(?=O*\d)[\dO]{2,6})\b"
)
PRINTED_LINE = re.compile(rf"[ ]*{CLASSIFICATION_LINE}", re.VERBOSE | re.IGNORECASE | re.ASCII)

# `---`, `--------------------------------------------- -----`, `- - -`, `~~~`
RULE = r"[-=*_~—](?:[-=*_~—]{2}|[ ][-=*_~][ ][-=*_~])[-=*_~— ]*+(?=\n|\Z)"

# `--------------------- 110973`, `------------------076325 251606Z /40`, the two in either order
RELAY = r"""-{8,}+[ ]*(?:
      (?P<filed_first>\d{6}Z)[ ]+(?P<number_last>[A-Z]{0,5}\d[A-Z0-9]{4,6})
    | (?P<number>(?=[A-Z]{0,5}\d)[A-Z0-9]{5,7})(?![A-Z0-9])(?:[ ]+(?P<filed>\d{6}Z))?
    )(?:[ ]*/[ ]?(?P<copies>\d{1,3}))?(?=(?:[ ]+[A-Z0-9]{1,6})?[ ]*(?:\n|\Z))"""

# Labels that a converter left inside a line: `E.O. 12958: N/A TAGS: ASEC BR`, `… RIO Ref(s): A)`,
# `… AS UK PRIMEREF: A. LONDON 1939`; `ETRD<br>SUBJECT: LAMPS`, `ETRD&#10;SUBJECT: LAMPS` where
# markup was read as text; and `N/ATAGS: ASEC BR`, stuck to a capital or a digit.
INLINE_LABEL = re.compile(
    r"(?:(?<=[\s>;¶])|(?<=[a-z])(?=[A-Z]))(?:"
    r"(?P<executive_order>(?i:E\.?O\.?)[ ]?1\d{4}:)"
    r"|(?P<tags>(?i:T?AGS|TAG)(?:[ ]?[:;]{1,2}(?=[ <&]|[A-Z]{4}[ ,]|\Z)|[ ]-(?=[ ])))"
    r"|(?P<subject>(?i:S?UBJECTS?[ ]?[:;]|SUBJ[ ]?[:;]))"
    # without a colon only on the line of the label that stands before it
    r"|(?P<bare_subject>(?i:SUBJ(?:ECT)?)(?=[ ]))"
    r"|(?P<bare_tags>(?i:TAGS)(?=[ ][A-Za-z]{2,5}(?:[ ,]|\Z)))"
    # `… STEADY REF (A) 07 BAMAKO 611 (B)`: only an entry shows that it is the label
    r"|(?P<bare_references>(?i:REF(?:S|TELS?)?)"
    r"(?=[ ]+\(?A[.)][ ]*(?:\d\d[ ]+)?[A-Z][A-Z .]{2,24}[ ]\d))"
    r"|(?P<references>(?i:REF(?:S|TELS?|\(S\)|ERENCES?)?)(?:[ ]?[:;]{1,2}|[ ]-(?=[ ])))"
    r"|(?P<classified_by>(?i:CL[ASIFED]{4,10}[ ]+BY:?|CLASS[ ]+BY:))"
    r")|(?=[RTSC])(?<=[A-Z0-9])(?:(?P<stuck_references>REF(?:S|TELS?)?:)|(?P<stuck_tags>TAGS:)"
    r"|(?P<stuck_subject>SUBJECT:)|(?<!DE)(?<!UN)(?P<stuck_classified_by>C(?i:LASSIFIED[ ]BY:)))"
)

# `<br>`, `&#x000A;`: what is left of a page whose markup was read as text
MARKUP = re.compile(r"<[^<>\n]{1,80}>|&#?[A-Za-z0-9]{2,8};")
LONGEST_MARKUP = 82

# `Monday, 09 November 2009, 07:32`: what a site put above a telegram
DATELINE = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,[ ]\d\d?[ ][A-Z][a-z]+[ ]\d{4},[ ]\d\d:\d\d"

# A classification line that lost the line end before it: `… WASHINGTON DCUNCLAS SECTION 01 OF 02`;
# so too a site's dateline and a copy's notice.
FUSED_CLASSIFICATION = re.compile(
    rf"(?:UNCLAS(?:SIFIED)?|{LEVEL_SPACED})"
    r"(?://[A-Z]+)?[ ]+(?:SECTION[ ]+\d\d?[ ]+OF[ ]+\d\d?[ ]+)?[A-Z][A-Z .'-]{1,30}?[ ]+\d{3,6}\b"
    rf"|{DATELINE}"
)

# No sentence ends in one of these.
NO_LAST_WORDS = frozenset(
    {"a", "an", "and", "as", "at", "by", "for", "from", "her", "his", "in", "its"}
    | {"of", "on", "or", "that", "the", "their", "to", "with"}
)

# A subject breaks off in `… AND`, `… THE`, `…,`: it goes on behind an empty line too.
BREAKS_OFF = re.compile(rf"(?:[,&-]|[ ](?:{'|'.join(sorted(NO_LAST_WORDS)).upper()}))\Z")

# `SUMMARY: …`, `Summary and Action Request. …`, `Executive Summary` begin the body, as does a
# sentence on the copy, `THIS CABLE IS SENSITIVE …`, or on what follows, `FOLLOWING TEXT IS …`: none
# goes on with a subject or passes.
SUMMARY_OPENS = re.compile(
    r"[/*(]*(?:(?:BEGIN|EXECUTIVE|INTRODUCTION AND)[ ]+)?SUMMARY"
    r"(?:[ ]*(?:AND|&|/)[ ]*[A-Z]+(?:[ ][A-Z]+)?)?[ ]*(?:[:./*)-]|\Z)",
    re.IGNORECASE,
)
ON_THE_COPY = re.compile(
    r"THIS[ ](?:CABLE|MESSAGE|TELEGRAM|DOCUMENT)[ ]"
    r"|(?:THE[ ])?FOLLOWING[ ](?:[A-Z]+[ ]){0,3}(?:IS|ARE|WAS|WERE)\b",
    re.IGNORECASE,
)

# A line of the body that has a shape of its own, with the empty lines before it. The search goes
# from line end to line end, which is a search for one character, and most lines are passed over at
# their first one. The empty group at a shape's end names it; ``none`` takes the empty lines before
# a line without a shape, so that they are looked at once. A heading may stand between signs,
# `//KEYS//`, or below an empty line `*** Keys ***`.
_BODY_SHAPE = rf"""[ ]*+(?:
      (?=[¶\d(])¶?+[ ]?(?P<open>\()?(?P<digits>\d{{1,3}})
        (?(open)\)(?=[ ]*\()
          |(?:\.(?:\.|-(?=[ ]))?(?!\d)|,|[:)](?=[ ]*\()|(?<=\d)(?=[ ]+\()
            |(?<=\d)[ ]\.(?=[ ]*\(|[ ][A-Z])|(?<=¶\d)(?!\d)|(?<=¶\d\d)(?!\d)))
        (?:[ ]*+(?:\n[ ]*+)*+(?P<portion>{PORTION.replace("(?P<portion>", "(?:")}))?(?P<number>)
    | [(\[{{][ ]*(?:TS|SBU|FOUO|LOU|[SCU])(?:/{{1,2}}[A-Z]+)*[ ]*[)\]}}][ ]+(?=\S)(?P<unnumbered>)
    | {RULE}(?P<rule>)
    | (?P<sign>//|(?(blank)(?:[*=_~]{{1,3}}|-{{2,3}})(?=[ ]?["“'(]?[A-Z0-9])|(?!)))
        (?!(?i:end|begin)[ ])[^/*=_~\n]{{2,60}}(?P=sign)
        [ ]*(?=\n|\Z)(?P<slashed>)
    | (?=[PSUCL-])(?:
          (?:PAGE[ ]\d\d[ ]+[A-Z].*|-[ ]?\d{{1,3}}[ ]?-[ ]*(?=\n|\Z))(?P<page_mark>)
        | (?:UNCLAS(?:SIFIED)?|{LEVEL_SPACED})[ ]+
          (?:FINAL[ ]+)?SECTION[ ]+\d\d?[ ]+OF[ ]+\d\d?\b.*(?P<section>)
      )
    | (?(blank)(?:
          (?<![ ]{{9}})["“'(.]{{0,3}}[A-Z0-9/][^\n]{{1,98}}+
            (?=\n[ ]*(?:\n|\Z|[A-Z][^\n]{{4,24}}\d{{8}}[^\n]{{6,16}}\n[ \n]{{0,6}}¶?\d{{1,2}}[.,]))
            (?P<isolated>)
        | (?P<none>)
      )|(?!))
    )"""
# What a line with a shape may begin with, an empty line too: most lines are passed over by it.
_FIRST = r"[ \n¶\d(\[{=*_~/PSUCL—-]"
BODY_LINE = re.compile(
    rf"\n(?={_FIRST})(?P<blank>[ ]*+\n(?:[ ]*+\n)*+)?+{_BODY_SHAPE}", re.VERBOSE | re.ASCII
)
BODY_FIRST_LINE = re.compile(
    rf"(?P<blank>\A|(?<=\n\n)|(?<=\n[ ]\n)|(?<=[ ][ ]\n))?+{_BODY_SHAPE}", re.VERBOSE | re.ASCII
)

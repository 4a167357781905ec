"""The header: which cable it is, which copy, who wrote to whom, and what was done to the text."""

import re
from collections.abc import Iterable, Mapping

import cableparse
from cableparse import Cable
from cableparse_plugins.export.tei.pen import Pen, as_word

_VERSION = re.match(r"\d+(?:\.\d+){0,2}", cableparse.__version__)

# What the markup means: each element of `editorialDecl`, and what it says.
_DECLARED: Mapping[str, str] = {
    "correction": "A printed value that is read as another one is a choice: sic is what is "
    "printed, corr what is read, and the type of corr says what was repaired. What the copy of the "
    "telegram lost and was known from elsewhere is supplied. What an editor took out is a gap with "
    "the reason 'redacted', and the mark in its place its desc; what is lost, where the copy shows "
    "it, a gap with the reason 'lost'. A note of the type 'defect' says what is missing, "
    "contradictory or unreadable. Nothing was guessed at.",
    "normalization": "The characters are those of the copy, none left out and none moved: the "
    "text without corr, reg, supplied and note is the copy's. A sign that is read as a space is a "
    "choice of orig and reg. A character that XML can't hold is a g, "
    "whose n is its number. What does not belong to the reading is fw: what a site, an archive or "
    "a machine put there, rules, and signs left out where lines are joined. A space that stands "
    "nowhere, for furniture stood in its place, is supplied with the reason 'joint'.",
    "hyphenation": "lb stands where a line begins. Where it has break='no' a word goes on, and a "
    "pc with force='weak' before it is no part of the word.",
}


def write_header(pen: Pen, cable: Cable) -> None:
    """Write a cable's ``teiHeader``."""
    with pen.element("teiHeader"):
        with pen.element("fileDesc"):
            _title(pen, cable.title or _known(cable))
            _notes(pen, cable)
            with pen.element("sourceDesc"):
                _copy(pen, cable)
        _encoding(pen, cable)
        with pen.element("profileDesc"):
            _correspondence(pen, cable)
            _classes(pen, cable)


def write_plain_header(pen: Pen, title: str, source: str) -> None:
    """Write the header of what has no cable of its own: a corpus, or a file without one."""
    with pen.element("teiHeader"), pen.element("fileDesc"):
        _title(pen, title)
        with pen.element("sourceDesc"):
            pen.whole("p", source)


def _known(cable: Cable) -> str:
    return cable.mrn.formal if cable.mrn else cable.source.name


def _title(pen: Pen, title: str) -> None:
    with pen.element("titleStmt"):
        pen.whole("title", title)
        with pen.element("respStmt"):
            pen.whole("resp", "read from the copy and marked up by a program")
            pen.whole("name", "cableparse", type="software")
    with pen.element("publicationStmt"):
        pen.whole("p", "Made by cableparse, which says nothing about publication.")


def _notes(pen: Pen, cable: Cable) -> None:
    """Say what is missing and has no place in the text."""
    defects = [one for one in cable.defects if one.span is None]
    if defects:
        with pen.element("notesStmt"):
            for one in defects:
                pen.whole("note", one.message, type="defect", subtype=as_word(one.code))


def _copy(pen: Pen, cable: Cable) -> None:
    source = cable.source
    with pen.element("msDesc"):
        with pen.element("msIdentifier"):
            pen.whole("idno", source.data_digest, type="SHA-256")
            if cable.mrn:
                with pen.element("altIdentifier"):
                    pen.whole("idno", str(cable.mrn), type="MRN")
        pen.whole("p", source.name, n="name")
        pen.whole("p", cable.format, n="format")
        pen.whole("p", f"{source.encoding} ({source.encoding_how.value})", n="encoding")
        if cable.metadata:
            with pen.element("p", n="metadata"), pen.element("list", type="gloss"):
                for key, value in cable.metadata.items():
                    pen.whole("label", key)
                    pen.whole("item", value)


def _encoding(pen: Pen, cable: Cable) -> None:
    with pen.element("encodingDesc"):
        with pen.element("editorialDecl"):
            for tag, said in _DECLARED.items():
                with pen.element(tag):
                    pen.whole("p", said)
                    if tag == "correction":
                        _repairs(pen, cable)
        with pen.element("appInfo"):
            version = _VERSION[0] if _VERSION else "0"
            with pen.element("application", ident="cableparse", version=version):
                pen.whole("label", f"cableparse {cableparse.__version__}")


def _repairs(pen: Pen, cable: Cable) -> None:
    """Say why each value was repaired, each reason once."""
    reasons = dict.fromkeys((one.code, one.plugin, one.reason) for one in cable.repairs)
    if reasons:
        with pen.element("p"), pen.element("list", type="repairs"):
            for code, plugin, reason in reasons:
                pen.whole("item", f"{code}, by {plugin}: {reason}", n=code)


def _correspondence(pen: Pen, cable: Cable) -> None:
    sent = bool(cable.origin or cable.signers or cable.sent_at)
    if not (sent or cable.action or cable.info or cable.references):
        return
    with pen.element("correspDesc"):
        if sent:
            with pen.element("correspAction", type="sent"):
                if cable.origin:
                    pen.whole("orgName", cable.origin)
                for name in cable.signers:
                    pen.whole("persName", name)
                if cable.sent_at:
                    when = cable.sent_at.isoformat()
                    pen.whole("date", when, when=when)
        for role, addressees in (("action", cable.action), ("info", cable.info)):
            for one in addressees:
                with pen.element("correspAction", type="received", subtype=role):
                    pen.whole("orgName", one.name)
        if cable.references:
            with pen.element("correspContext"):
                for reference in cable.references:
                    known = str(reference.mrn) if reference.mrn else None
                    pen.whole(
                        "ref", reference.text, type=reference.kind.value, n=known or reference.label
                    )


def _classes(pen: Pen, cable: Cable) -> None:
    with pen.element("textClass"):
        _keywords(pen, "TAGS", [(tag.code, tag.kind.value) for tag in cable.tags])
        level = cable.classification
        _keywords(pen, "classification", [(level.value, None)] if level else [])
        _keywords(pen, "captions", [(one, None) for one in cable.captions])
        _keywords(pen, "precedence", [(cable.precedence.value, None)] if cable.precedence else [])


def _keywords(pen: Pen, name: str, terms: Iterable[tuple[str, str | None]]) -> None:
    terms = list(terms)
    if terms:
        with pen.element("keywords", n=name):
            for term, kind in terms:
                pen.whole("term", term, type=kind)

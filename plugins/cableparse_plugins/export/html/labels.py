"""What the page calls things: fields, furniture, and content beside header and body."""

from cableparse import Segment, SegmentKind

FIELDS = {
    "mrn": "MRN",
    "sent_at": "Date",
    "precedence": "Precedence",
    "origin": "From",
    "action": "To",
    "info": "Info",
    "distribution": "Distribution",
    "drafted_by": "Drafted by",
    "approved_by": "Approved by",
    "cleared_by": "Cleared by",
    "transmission": "Transmission",
    "relay": "Relay",
    "classification": "Classification",
    "sections": "Sections",
    "captions": "Captions",
    "passing": "Attention",
    "executive_order": "E.O.",
    "declassify_on": "Declassify on",
    "declassification": "Declassification",
    "tags": "TAGS",
    "subject": "Subject",
    "references": "References",
    "classifiers": "Classified by",
    "signers": "Signed",
    "decade": "Decade",
}

BESIDE = {
    SegmentKind.NOTICE: "Notice",
    SegmentKind.SIGNATURE: "Signature",
    SegmentKind.METADATA: "What the wrapping says",
    SegmentKind.RECORD: "A database’s record",
    SegmentKind.ARCHIVE: "An archive’s stamp",
    SegmentKind.WEBSITE: "A post’s invitation to its website",
    SegmentKind.PREFACE: "A printout of the fields",
    SegmentKind.SITE: "Site text",
    SegmentKind.RESIDUE: "After the end",
}
"""Content that is neither header nor body, and what to call it."""

_FURNITURE = {
    SegmentKind.SITE: "site text",
    SegmentKind.REPEATED: "the end again",
    SegmentKind.RESIDUE: "after the end",
    SegmentKind.CAPTION: "repeated caption",
    SegmentKind.CLASSIFICATION: "repeated classification",
}


def furniture_name(segment: Segment) -> str:
    """Give what to call furniture of this kind."""
    return _FURNITURE.get(segment.kind, segment.kind.replace("-", " "))

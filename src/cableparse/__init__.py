r"""Reads US State Department telegrams out of damaged copies into one typed ``Cable``.

>>> import cableparse
>>> cable = cableparse.parse("TAGS: ETRD, CH\nSUBJECT: FERRIES", format="telegram")
>>> [tag.code for tag in cable.tags], cable.title
(['ETRD', 'CH'], 'Ferries')
"""

from cableparse.annotations import DEFECT_CODES, Defect, Redaction, Repair
from cableparse.body import (
    PARAGRAPH_NUMBER,
    TEXT_CHARACTER,
    Body,
    Heading,
    Paragraph,
)
from cableparse.cable import Cable, from_dict
from cableparse.contracts import (
    Claim,
    Document,
    Enricher,
    Exporter,
    Format,
    Region,
    RegionKind,
    Target,
    Writer,
)
from cableparse.default import parse, read, scan
from cableparse.errors import (
    AmbiguousFormatError,
    BinaryInputError,
    CableparseError,
    DefectError,
    DuplicatePluginError,
    EmptyDirectoryError,
    EmptyInputError,
    InputError,
    InputTooLargeError,
    MissingInputError,
    PluginContractError,
    PluginError,
    PluginFailure,
    PluginLoadError,
    PluginOrderError,
    SchemaError,
    StrictError,
    UnclaimedError,
    UnknownFormatError,
    UnknownHookError,
    UnreadableInputError,
)
from cableparse.fields import (
    MRN,
    Addressee,
    Classifier,
    Evidence,
    Filed,
    Provenance,
    Reference,
    ReferenceKind,
    Tag,
    TagKind,
    Transmission,
)
from cableparse.frozenmap import FrozenMap
from cableparse.hookspecs import hookimpl
from cableparse.inputs import Failure
from cableparse.layout import even
from cableparse.markers import Marker, read_marker
from cableparse.parser import DEFAULT_MAX_BYTES, Parser
from cableparse.plugins import Installed, Registry
from cableparse.segments import Layer, Segment, SegmentKind
from cableparse.source import EncodingHow, Source
from cableparse.spans import Span, TextMap
from cableparse.titles import titlecase
from cableparse.vocabulary import Classification, Precedence

__version__ = "0.1.0"

__all__ = [
    "DEFAULT_MAX_BYTES",
    "DEFECT_CODES",
    "MRN",
    "PARAGRAPH_NUMBER",
    "TEXT_CHARACTER",
    "Addressee",
    "AmbiguousFormatError",
    "BinaryInputError",
    "Body",
    "Cable",
    "CableparseError",
    "Claim",
    "Classification",
    "Classifier",
    "Defect",
    "DefectError",
    "Document",
    "DuplicatePluginError",
    "EmptyDirectoryError",
    "EmptyInputError",
    "EncodingHow",
    "Enricher",
    "Evidence",
    "Exporter",
    "Failure",
    "Filed",
    "Format",
    "FrozenMap",
    "Heading",
    "InputError",
    "InputTooLargeError",
    "Installed",
    "Layer",
    "Marker",
    "MissingInputError",
    "Paragraph",
    "Parser",
    "PluginContractError",
    "PluginError",
    "PluginFailure",
    "PluginLoadError",
    "PluginOrderError",
    "Precedence",
    "Provenance",
    "Redaction",
    "Reference",
    "ReferenceKind",
    "Region",
    "RegionKind",
    "Registry",
    "Repair",
    "SchemaError",
    "Segment",
    "SegmentKind",
    "Source",
    "Span",
    "StrictError",
    "Tag",
    "TagKind",
    "Target",
    "TextMap",
    "Transmission",
    "UnclaimedError",
    "UnknownFormatError",
    "UnknownHookError",
    "UnreadableInputError",
    "Writer",
    "even",
    "from_dict",
    "hookimpl",
    "parse",
    "read",
    "read_marker",
    "scan",
    "titlecase",
]

r"""Reads US State Department telegrams out of damaged copies into one typed ``Cable``.

>>> import cableparse
>>> cable = cableparse.parse("TAGS: ETRD, CH\nSUBJECT: FERRIES", format="telegram")
>>> [tag.code for tag in cable.tags], cable.title
(['ETRD', 'CH'], 'Ferries')
"""

import typing
import warnings

from cableparse.archive.arrow import arrow_schema
from cableparse.archive.export import Exported, export
from cableparse.archive.frames import to_arrow, to_pandas, to_polars
from cableparse.archive.sampling import Sample
from cableparse.archive.survey import Survey, Words, survey
from cableparse.archive.tables import TABLES, table_rows
from cableparse.archive.tally import Count, Tally
from cableparse.model.cable import Cable, from_dict
from cableparse.model.chunk import Chunk
from cableparse.model.conll import to_conll
from cableparse.model.doc import source_span, to_doc
from cableparse.model.errors import (
    AmbiguousFormatError,
    BinaryInputError,
    CableparseError,
    ContainerError,
    ContainerLimitError,
    DefectError,
    DuplicatePluginError,
    EmptyDirectoryError,
    EmptyInputError,
    ExportError,
    ExportRefusedError,
    ExportStoppedError,
    InputError,
    InputTooLargeError,
    MissingExtraError,
    MissingInputError,
    PluginContractError,
    PluginError,
    PluginFailure,
    PluginLoadError,
    PluginOrderError,
    RefusedMemberError,
    SchemaError,
    StrictError,
    UnclaimedError,
    UnknownHookError,
    UnknownPluginError,
    UnreadableInputError,
)
from cableparse.model.failure import Failure
from cableparse.model.fields import (
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
from cableparse.model.frozenmap import FrozenMap
from cableparse.model.handling import (
    Declassification,
    DeclassificationKind,
    DistributionRole,
    Office,
    Relay,
)
from cableparse.model.schema import json_schema
from cableparse.plugins.containers import Container, Member, OpenMember
from cableparse.plugins.contracts import (
    ArchiveExporter,
    ArchiveWriter,
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
from cableparse.plugins.hookspecs import hookimpl
from cableparse.plugins.registry import Installed, Registry
from cableparse.reading.default import parse, read, scan
from cableparse.reading.limits import Limits
from cableparse.reading.parser import DEFAULT_MAX_BYTES, Parser
from cableparse.text.annotations import DEFECT_CODES, HEADER_VALUE, Defect, Redaction, Repair
from cableparse.text.even import even
from cableparse.text.segments import Layer, Segment, SegmentKind
from cableparse.text.source import EncodingHow, Source
from cableparse.text.spans import Span, TextMap
from cableparse.text.views.body import PARAGRAPH_NUMBER, TEXT_CHARACTER
from cableparse.text.views.markers import Marker, read_marker
from cableparse.text.views.parts import Body, Heading, Paragraph
from cableparse.text.views.titles import titlecase
from cableparse.vocabulary import Classification, Precedence

__version__ = "0.1.0"

__all__ = [
    "DEFAULT_MAX_BYTES",
    "DEFECT_CODES",
    "HEADER_VALUE",
    "MRN",
    "PARAGRAPH_NUMBER",
    "TABLES",
    "TEXT_CHARACTER",
    "Addressee",
    "AmbiguousFormatError",
    "ArchiveExporter",
    "ArchiveWriter",
    "BinaryInputError",
    "Body",
    "Cable",
    "CableparseError",
    "Chunk",
    "Claim",
    "Classification",
    "Classifier",
    "Container",
    "ContainerError",
    "ContainerLimitError",
    "Count",
    "Declassification",
    "DeclassificationKind",
    "Defect",
    "DefectError",
    "DistributionRole",
    "Document",
    "DuplicatePluginError",
    "EmptyDirectoryError",
    "EmptyInputError",
    "EncodingHow",
    "Enricher",
    "Evidence",
    "ExportError",
    "ExportRefusedError",
    "ExportStoppedError",
    "Exported",
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
    "Limits",
    "Marker",
    "Member",
    "MissingExtraError",
    "MissingInputError",
    "Office",
    "OpenMember",
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
    "RefusedMemberError",
    "Region",
    "RegionKind",
    "Registry",
    "Relay",
    "Repair",
    "Sample",
    "SchemaError",
    "Segment",
    "SegmentKind",
    "Source",
    "Span",
    "StrictError",
    "Survey",
    "Tag",
    "TagKind",
    "Tally",
    "Target",
    "TextMap",
    "Transmission",
    "UnclaimedError",
    "UnknownHookError",
    "UnknownPluginError",
    "UnreadableInputError",
    "Words",
    "Writer",
    "arrow_schema",
    "even",
    "export",
    "from_dict",
    "hookimpl",
    "json_schema",
    "parse",
    "read",
    "read_marker",
    "scan",
    "source_span",
    "survey",
    "table_rows",
    "titlecase",
    "to_arrow",
    "to_conll",
    "to_doc",
    "to_pandas",
    "to_polars",
]

# Names that were public once, and what they are called now.
_DEPRECATED = {"UnknownFormatError": "UnknownPluginError"}

if typing.TYPE_CHECKING:
    UnknownFormatError = UnknownPluginError
else:
    # Not for type checkers: to them a module with this function has every name there is.
    def __getattr__(name: str) -> object:
        """Give what a deprecated name means now, with a warning (PEP 562)."""
        if name not in _DEPRECATED:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        now = _DEPRECATED[name]
        message = f"{__name__}.{name} is called {now} now; the old name will go"
        warnings.warn(message, DeprecationWarning, stacklevel=2)
        return globals()[now]

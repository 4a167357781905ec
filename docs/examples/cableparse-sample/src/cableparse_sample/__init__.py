"""Cables that came by e-mail: a format, an enricher and an exporter."""

from cableparse import hookimpl
from cableparse_sample.dates import DatesEnricher
from cableparse_sample.mail import MailFormat
from cableparse_sample.rst import RstExporter


@hookimpl
def cableparse_formats():
    """Register the format."""
    return [MailFormat()]


@hookimpl
def cableparse_enrichers():
    """Register the enricher."""
    return [DatesEnricher()]


@hookimpl
def cableparse_exporters():
    """Register the exporter."""
    return [RstExporter()]

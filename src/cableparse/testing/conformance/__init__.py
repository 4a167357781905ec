"""The laws that plugins keep, as checks: for a test, or for pytest to go through one by one."""

from cableparse.testing.conformance.broken import LawBroken
from cableparse.testing.conformance.checks import (
    Check,
    check_container,
    check_enricher,
    check_exporter,
    check_format,
    conformance_checks,
)
from cableparse.testing.conformance.samples import Sample, conformance_samples

__all__ = [
    "Check",
    "LawBroken",
    "Sample",
    "check_container",
    "check_enricher",
    "check_exporter",
    "check_format",
    "conformance_checks",
    "conformance_samples",
]

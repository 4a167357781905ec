"""The laws as checks on one cable: what properties and documents are both held to."""

from cableparse import Cable
from cableparse.testing import laws


def check_all(cable: Cable) -> None:
    """Laws 1, 3, 4 and 6."""
    check_coverage(cable)
    check_round_trip(cable)
    check_spans(cable)
    check_repairs(cable)


def check_coverage(cable: Cable) -> None:
    """Law 1: segments cover the text exactly, in order, without gap or overlap."""
    assert "".join(segment.text for segment in cable.segments) == cable.source.text
    assert laws.uncovered(cable) is None


def check_round_trip(cable: Cable) -> None:
    """Law 3: through JSON and back is the same cable."""
    assert laws.lost_in_json(cable) is None


def check_spans(cable: Cable) -> None:
    """Law 4: every span slices to what it claims to be."""
    assert laws.misplaced(cable) is None


def check_repairs(cable: Cable) -> None:
    """Law 6: undoing every repair gives the printed state."""
    assert laws.lost_by_repair(cable) is None

"""From shapes of lines to segments."""

from cableparse.telegram.head import blocks
from cableparse.telegram.lines.shapes import HEAD_SHAPES


def test_each_shape_of_a_line_has_its_kind_of_segment() -> None:
    of_others = {"addressee", "captioned", "paragraph"}  # what these lines become is another name's
    assert {name for name, *_ in HEAD_SHAPES} - blocks._KINDS.keys() == of_others

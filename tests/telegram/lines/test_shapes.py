"""The table of the head's line shapes: each row is alive."""

import pytest

from cableparse.telegram.lines import shapes
from cableparse.telegram.lines.shapes import HEAD_SHAPES, head_shape


@pytest.fixture
def without(monkeypatch: pytest.MonkeyPatch):
    """Take one row out of the table for a test."""

    def take_out(number: int) -> None:
        rows = [row for at, row in enumerate(HEAD_SHAPES) if at != number]
        monkeypatch.setattr(shapes, "HEAD_SHAPES", tuple(rows))
        shapes.MATCHERS.clear()

    yield take_out
    monkeypatch.undo()
    shapes.MATCHERS.clear()


@pytest.mark.parametrize("number", range(len(HEAD_SHAPES)), ids=lambda at: HEAD_SHAPES[at][0])
def test_a_rows_line_has_its_shape_and_no_other_row_gives_it(number: int, without) -> None:
    name, characters, _, line = HEAD_SHAPES[number]
    assert line[0] in characters
    assert head_shape(line, 0, len(line)) == name
    without(number)
    assert head_shape(line, 0, len(line)) != name


def test_a_line_with_no_shape_is_a_text_line() -> None:
    assert head_shape("Commerce for the ferry desk", 0, 27) == "text"

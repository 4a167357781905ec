r"""Damage as public copies show it, one operator a kind.

>>> from cableparse.testing import damage, drafts, render
>>> (draft,) = drafts(seed=1, count=1)
>>> copy = damage(render(draft), "wrapping-undone", "crlf", seed=7)
>>> copy.damage, copy.line_end
(('wrapping-undone', 'crlf'), '\r\n')
"""

from collections.abc import Mapping
from types import MappingProxyType

from cableparse.testing.copies import Copy
from cableparse.testing.operators import (
    bodies,
    drafting,
    encodings,
    headers,
    layout,
    lost_lines,
    machines,
    numbering,
    sending,
    seventies,
)
from cableparse.testing.operators.operator import DamageError, Operator

DAMAGE: Mapping[str, Operator] = MappingProxyType(
    {
        one.name: one
        for one in (
            drafting.smart_quotes_lost,
            sending.page_marks,
            sending.captions_repeated,
            machines.figure_shift,
            machines.words_divided,
            machines.lines_cut,
            seventies.drafting_lines,
            seventies.section_heads,
            seventies.page_heads,
            seventies.release_stamps,
            seventies.unreproduced,
            bodies.redaction,
            numbering.pilcrows,
            numbering.pilcrows_lost,
            numbering.pilcrow_as_one,
            numbering.markdown_renumbering,
            headers.tags_as_links,
            headers.header_fused,
            headers.header_flattened,
            layout.wrapping_undone,
            bodies.truncation,
            lost_lines.lines_lost,
            bodies.second_body,
            seventies.archive_attributes,
            layout.site_furniture,
            layout.trailing_spaces,
            encodings.double_encoding,
            encodings.latin_1,
            encodings.crlf,
        )
    }
)
"""The operators by name, in the order in which the damage happens to a copy."""

_ORDER = {name: number for number, name in enumerate(DAMAGE)}


def damage(copy: Copy, *names: str, seed: int = 0) -> Copy:
    """Do the named kinds of damage, in the order in which they happen, with what they need first.

    Raises :class:`DamageError` for an unknown name and where one of them can't be done.
    """
    wanted: dict[str, None] = {}
    for name in names:
        if name not in DAMAGE:
            raise DamageError(f"no damage is called {name!r}; there are {', '.join(DAMAGE)}")
        wanted.update(dict.fromkeys((*DAMAGE[name].needs, name)))
    for name in sorted(wanted, key=_ORDER.__getitem__):
        if name not in copy.damage:
            copy = DAMAGE[name](copy, seed=seed)
    return copy

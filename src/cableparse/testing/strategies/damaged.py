"""Copies of invented cables, damaged as public copies are, with what is true of them."""

from hypothesis import strategies as st

from cableparse.testing.copies import Copy
from cableparse.testing.operators import DAMAGE, damage
from cableparse.testing.operators.operator import DamageError
from cableparse.testing.rendering import render, render_seventies
from cableparse.testing.sample import drafts
from cableparse.testing.sample_seventies import drafts_of_seventies


@st.composite
def damaged_copies(draw: st.DrawFn, most: int = 3) -> Copy:
    """Copies of drafts, to which up to ``most`` kinds of damage were done, and what those need.

    Half of them are telegrams of the seventies.

    ``copy.data`` is what to parse, ``copy.truth`` the draft, ``copy.remains`` what of it a careful
    reader can still tell. A kind of damage that can't be done to a copy is left out.
    """
    old = draw(st.booleans())
    seed = draw(st.integers(0, 9999))
    if old:
        copy = render_seventies(next(drafts_of_seventies(seed, 1)))
    else:
        copy = render(next(drafts(seed, 1)))
    # In the order in which they happen: what is later on a copy's way can't be undone earlier.
    kinds = [name for name, one in DAMAGE.items() if one.seventies in (None, old)]
    names = draw(st.sets(st.sampled_from(kinds), max_size=most))
    for name in sorted(names, key=list(DAMAGE).index):
        try:
            copy = damage(copy, name, seed=draw(st.integers(0, 99)))
        except DamageError:
            continue
    return copy

"""The words that invented telegrams are made of, and what may stand for any post."""

from hypothesis import strategies as st

from cableparse.testing.strategies.made import booleans, integers, once, sampled_from

POSTS = (
    "OSLO",
    "HALIFAX",
    "KUALA LUMPUR",
    "RIO DE JANEIRO",
    "STATE",
    "THE HAGUE",
    "NOWHERE",
    "XXXXXXXXXXXX",
)
INDICATORS = ("RUEHC", "RUEHNY", "RUEHHA", "RHMFIUU", "RUCPDOC", "RUEHZZ1")
WORDS = [
    "ferry",
    "harbor",
    "herring",
    "the",
    "of",
    "and",
    "because",
    "Commission",
    "agreed",
    "(",
    ")",
    "buoy's",
    "U.S.",
    "1998.",
    "net-\nworks",
    "XXXX",
    "xxxxx",
    "[NAME",
    "REMOVED]",
    "—",
    "“quoted”",
    "ministry,",
    "and;",
    "said:",
    "lighthouse",
    "15.",
    "5#3 0-456 -,$ 3.?-",
    "[...]",
    "A.",
    "b)",
    "NOTE",
]

words = sampled_from(WORDS)
digits = integers(0, 999_999)


@once
def joined(
    strategy: st.SearchStrategy[str], sep: str, low: int, high: int
) -> st.SearchStrategy[str]:
    """Some strings of the strategy in a row."""
    return st.lists(strategy, min_size=low, max_size=high).map(sep.join)


@once
@st.composite
def page_marks(draw: st.DrawFn) -> str:
    """A page mark, new or old."""
    if draw(booleans()):
        return draw(page_breaks())
    post = draw(sampled_from(POSTS))[:10]
    suffix = draw(sampled_from(["", ".2"]))
    return (
        f"{post} {draw(digits):08d}  {draw(integers(1, 9)):03d}{suffix} OF "
        f"{draw(integers(1, 9)):03d}"
    )


@once
@st.composite
def page_breaks(draw: st.DrawFn, *, first: bool = False) -> str:
    """The foot of an old page and the head of the next, or of the ``first`` one.

    The level stands on both, on one or on neither, with empty lines around or without.
    """
    post, number = draw(sampled_from(POSTS))[:6], draw(integers(0, 99_999))
    section = draw(sampled_from(["", "", "  01 OF 02"]))
    filed = draw(sampled_from(["", "  250930Z", " 250930 Z"]))
    behind = draw(sampled_from([" ", "        ", "\n"]))
    page = f"PAGE {'01' if first else '02'}{behind}{post} {number:05d}{section}{filed}"
    level = draw(sampled_from(["CONFIDENTIAL", "LIMITED OFFICIAL USE", "UNCLASSIFIED"]))
    levels = [level] * draw(integers(0, 1 if first else 2))
    gap = draw(sampled_from(["\n", "\n", "\n\n"]))
    around = "" if first else draw(sampled_from(["", "", "\n"]))
    return f"{around}{gap.join((*levels, page))}{around}"

"""The words that invented telegrams are made of, and what may stand for any post."""

from hypothesis import strategies as st

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
    "[...]",
    "A.",
    "b)",
    "NOTE",
]

words = st.sampled_from(WORDS)
digits = st.integers(min_value=0, max_value=999_999)


def joined(
    strategy: st.SearchStrategy[str], sep: str, low: int, high: int
) -> st.SearchStrategy[str]:
    """Some strings of the strategy in a row."""
    return st.lists(strategy, min_size=low, max_size=high).map(sep.join)


@st.composite
def page_marks(draw: st.DrawFn) -> str:
    """A page mark, new or old."""
    post = draw(st.sampled_from(POSTS))[:10]
    if draw(st.booleans()):
        return f"PAGE 02        {post[:6]}  {draw(st.integers(0, 99999)):05d}  250930Z"
    suffix = draw(st.sampled_from(["", ".2"]))
    return (
        f"{post} {draw(digits):08d}  {draw(st.integers(1, 9)):03d}{suffix} OF "
        f"{draw(st.integers(1, 9)):03d}"
    )

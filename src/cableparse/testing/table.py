"""The recovery table in Markdown, and where it stands in a page."""

from collections.abc import Iterator

from cableparse.testing.survey import Recovery, Row, Share

BEGIN = "<!-- recovery: begin -->"
END = "<!-- recovery: end -->"


def markdown(table: Recovery) -> str:
    """Give the table: a line a kind of damage, then a line for each group that lost something."""
    lines = [
        f"Seed {table.seed}, {table.count} drafts.",
        "",
        "| damage | copies | facts | survive | recovered | losses | named | invented |",
        "|---|---|---|---|---|---|---|---|",
        *map(_summary, table.rows),
        "",
        "Groups of facts that do not survive whole, or are not read whole:",
        "",
        "| damage | group | facts | survive | recovered |",
        "|---|---|---|---|---|",
        *(line for row in table.rows for line in _groups(row)),
    ]
    return "\n".join(lines) + "\n"


def put(page: str, table: str) -> str:
    """Give the page with this table between its two marks. Raises ``ValueError`` without them."""
    before, begin, rest = page.partition(BEGIN)
    _, end, behind = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"the page has no {BEGIN} and {END} to put the table between")
    return f"{before}{BEGIN}\n\n{table}\n{END}{behind}"


def _summary(row: Row) -> str:
    total = row.total
    losses = f"{row.losses:,}" if row.losses else "–"
    return (
        f"| {row.name} | {row.copies} | {total.stated:,} | {_shares(total)} "
        f"| {losses} | {percent(row.named, row.losses)} | {row.invented} |"
    )


def _groups(row: Row) -> Iterator[str]:
    for group, share in row.groups.items():
        if share.survives < share.stated or share.recovered < share.stated:
            yield f"| {row.name} | {group} | {share.stated:,} | {_shares(share)} |"


def _shares(share: Share) -> str:
    survives = percent(share.survives, share.stated)
    return f"{survives} | {percent(share.recovered, share.stated)}"


def percent(part: int, whole: int) -> str:
    """Give a share with one decimal, rounded down, so that 100.0 means all of it.

    >>> percent(1999, 2000), percent(5, 5), percent(0, 0)
    ('99.9', '100.0', '–')
    """
    return f"{1000 * part // whole / 10:.1f}" if whole else "–"

"""The tables of recovery and of variants in Markdown, and where they stand in a page."""

from collections.abc import Iterator

from cableparse.testing.readings import Agreed, Agreement, Misreading
from cableparse.testing.survey import Recovery, Row, Share
from cableparse.testing.variants import STACKED, VARIANTS


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


def variants_markdown(table: Agreement) -> str:
    """Give the table of variants: a line a field's stacks, then a line each variant alone."""
    lines = [
        f"Seed {table.seed}, {table.count} drafts.",
        "",
        f"| stacks of {STACKED} | copies | read |",
        "|---|---|---|",
        *(f"| {row.name} | {_read(row)} |" for row in table.stacks),
        "",
        "| variant | what is printed | copies | read |",
        "|---|---|---|---|",
        *(f"| `{row.name}` | {VARIANTS[row.name].__doc__} | {_read(row)} |" for row in table.alone),
    ]
    return "\n".join(lines) + "\n"


def misreadings_markdown(table: Agreement, most: int = 3) -> str:
    """Give what was misread, field by field: at most so many copies of each variant, as text."""
    fields = dict.fromkeys(row.field for row in (*table.alone, *table.stacks) if row.misread)
    lines = []
    for field in fields:
        lines += [f"## {field}", ""]
        for row in (*table.alone, *table.stacks):
            if row.field == field and row.misread:
                stacked = "" if row.name in VARIANTS else f", stacks of {STACKED}"
                lines += [f"### {row.name}{stacked}: {row.read} of {row.copies}", ""]
                lines += [line for one in row.misread[:most] for line in _misread(one)]
    return "\n".join(lines)


def put(page: str, table: str, name: str = "recovery") -> str:
    """Give the page with this table between two marks: `<!-- recovery: begin -->` and `end`.

    Raises ``ValueError`` without them.
    """
    first, last = f"<!-- {name}: begin -->", f"<!-- {name}: end -->"
    before, begin, rest = page.partition(first)
    _, end, behind = rest.partition(last)
    if not begin or not end:
        raise ValueError(f"the page has no {first} and {last} to put the table between")
    return f"{before}{first}\n\n{table}\n{last}{behind}"


def _read(row: Agreed) -> str:
    return f"{row.copies} | {percent(row.read, row.copies)}"


def _misread(one: Misreading) -> Iterator[str]:
    yield from (", ".join(one.variants), "", "```text", *one.text.split("\n"), "```", "")
    for group in dict.fromkeys((*one.expected, *one.read)):
        yield f"- {group}: expected {', '.join(one.expected.get(group, ())) or 'nothing'}"
        yield f"  read {', '.join(one.read.get(group, ())) or 'nothing'}"
    yield ""


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

"""Names as one phrase, and what a copy has not in words."""

from collections.abc import Iterable, Mapping


def either(names: Iterable[str]) -> str:
    """Give the names as one phrase; empty for none.

    >>> either(["date", "subject", "number"]), either(["date"])
    ('date, subject or number', 'date')
    """
    *others, last = [*names] or [""]
    return f"{', '.join(others)} or {last}" if others else last


def lacking(values: Mapping[str, object]) -> str:
    """Give the names of the values that are None as one phrase; empty where there is none.

    >>> lacking({"number": None, "date": "2008-05-14", "subject": None})
    'number or subject'
    """
    return either(name for name, value in values.items() if value is None)

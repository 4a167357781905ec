"""Whether an archive's attributes say another thing than the telegram, and what its order says.

An attribute is another's work, and often short for what was printed. Where the two can't be
compared, it says no other thing.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from cableparse.model.fields import MRN, Reference, ReferenceKind
from cableparse.telegram import Reading
from cableparse.telegram.fields.declassification import read_schedule
from cableparse.telegram.fields.joined_lines import join
from cableparse.vocabulary import Post, archive_name, find_post, nearest_post, tags

# A mission may be called by its city, and a commander by his staff.
_KINDS = frozenset({"embassy", "consulate", "office", "interests-section", "department"})
# `11652 GDS`, `E.O. 11652: XGDS-1`
_ORDER = re.compile(r"\s*+(?:E\.?[ ]?O\.?[ ]*+:?[ ]*+)?(1\d{4})?(?!\d)", re.IGNORECASE | re.ASCII)
_LONGEST_NAME = 80  # code points
_BETWEEN_NUMBERS = re.compile(r"[,;|]")
_NO_NUMBER = frozenset({"", "n/a"})
_CABLE = ReferenceKind.CABLE


def is_another_post(printed: str, stated: str, year: int | None) -> bool:
    """Tell whether both mean a post of ``year`` and these differ: `AMEMBASSY OSLO` and `BOMBAY`."""
    other, own = _stated_post(stated, year), nearest_post(printed, year)
    if other is None or own is None or not (_has_one_name(other) and _has_one_name(own)):
        return False
    return own.name not in other.name and other.name not in own.name


def _has_one_name(post: Post) -> bool:
    if post.kind == "office" and not post.country:  # the Secretary's, wherever it is
        return False
    return post.kind in _KINDS


def _stated_post(stated: str, year: int | None) -> Post | None:
    """Find a post by its name, or by its country's and then its own: `Ghana Accra`."""
    if post := find_post(stated, year):
        return post
    words = stated.split() if len(stated) < _LONGEST_NAME else []
    for count in range(1, len(words)):
        post = find_post(" ".join(words[count:]), year)
        if post is not None and (country := tags().get(post.country)) is not None:
            name = country.meaning.partition(" (")[0]  # `Belize (British Honduras -1973)`
            if name.casefold() == " ".join(words[:count]).casefold():
                return post
    return None


def read_stated_order(text: str, start: int, end: int) -> Reading:
    """Read the order's fields from what ``text[start:end]`` states: a number, a schedule, or both.

    What is neither, the archive's own ``GS`` among it, gives no field.
    """
    reading = Reading()
    order = _ORDER.match(text, start, end)
    if order is None:
        return reading
    if order[1] is not None:
        reading.put("executive_order", order[1], [order.span(1)])
    read_schedule(join(text, [(order.end(), end)]).folded(), reading)
    return reading


def is_another_order(own: Mapping[str, Any], stated: str) -> bool:
    """Tell whether both have the order's number, or the kind of schedule, and these differ.

    ``own`` are the telegram's fields by name. What an attribute leaves out, such as the category
    of ``XGDS-1``, is no difference.
    """
    other = read_stated_order(stated, 0, len(stated)).fields
    number, schedule = own.get("executive_order"), own.get("declassification")
    other_number, other_schedule = other.get("executive_order"), other.get("declassification")
    if number and other_number and number != other_number:
        return True
    return bool(schedule and other_schedule and schedule.kind is not other_schedule.kind)


def are_other_cables(own: Iterable[Reference], stated: str, mrn: MRN | None) -> bool:
    """Tell whether a list of numbers has none of the cables that the telegram refers to.

    ``mrn`` is the telegram's own number, which is no reference. A list with anything else than
    numbers of known posts is not compared, and neither are references that lost theirs.
    """
    numbers = [one.mrn for one in own if one.mrn is not None or one.kind is _CABLE]
    items = (item.strip() for item in _BETWEEN_NUMBERS.split(stated))
    others = [_number(item) for item in items if item.lower() not in _NO_NUMBER]
    if not numbers or not others or None in numbers or None in others:
        return False
    return _halves((*numbers, mrn)).isdisjoint(_halves(others))


def _number(printed: str) -> MRN | None:
    try:
        number = MRN.parse(printed)
    except ValueError:
        return None
    return number if number.known else None


def _halves(numbers: Iterable[MRN | None]) -> set[tuple[int, int | str]]:
    """Give each serial with its year, and with its post: two numbers that share one may be one."""
    found: set[tuple[int, int | str]] = set()
    for number in numbers:
        if number is not None:
            found |= {(number.serial, number.year), (number.serial, archive_name(number.post))}
    return found

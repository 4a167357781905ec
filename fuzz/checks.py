"""The laws, asked of one input: read as which format, and with which enrichers.

The numbers of laws are those of the architecture's list of what always holds. An input is read
without enrichers; every set of enrichers goes on from the cable of a smaller set, and a cable that
another set gave already is not asked again. So all sets together cost little more than two.
"""

import functools
import re
import traceback
import zlib
from collections.abc import Iterable

from attrs import fields, frozen

from cableparse import Cable, InputError, Parser
from cableparse.plugins.contracts import Enricher
from cableparse.plugins.running import enrich_cable
from cableparse.testing.laws import LAWS, lost_in_json

PLAIN = Parser(autoload="bundled", enrich=False)
"""Registers every bundled plugin and runs no enricher by itself: one that is off by default is
tried like those that are on."""

FORMATS: tuple[str, ...] = tuple(format.name for format in PLAIN.registry.formats)
WAYS: tuple[str | None, ...] = (None, *FORMATS)
"""How an input can be read: as what claims it, and as each format that a caller may name."""

ENRICHERS: tuple[Enricher, ...] = PLAIN.registry.enrichers
WHOLE = Parser(autoload="bundled", enrich=[one.name for one in ENRICHERS])
"""Runs them all itself: those that can wait run when somebody asks."""

ASKED = (*(one.name for one in fields(Cable)), "body", "title", "title_map", "summary", "comment")
"""What can be asked of a cable."""

EVERY_SET = range(1 << len(ENRICHERS))
"""The sets of enrichers, as numbers: bit n says whether the one in place n runs."""
ALL = EVERY_SET[-1]

# What fails cheaply is asked first: JSON and back takes longer than the other laws together.
_CHEAP_FIRST = tuple(sorted(LAWS, key=lambda law: law is lost_in_json))

_QUOTED = re.compile(r"""'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|\d+""")


@frozen
class Broken:
    """A law that an input breaks.

    ``law`` is its number and the question's name, ``said`` what is wrong, ``way`` the format that
    was named (None: the one that claims the input), ``enrichers`` those that ran.
    """

    law: str
    said: str
    way: str | None = None
    enrichers: tuple[str, ...] = ()

    @property
    def kind(self) -> str:
        """What is wrong, without the words and numbers of this input: alike for one fault."""
        return f"{self.law}: {' '.join(_QUOTED.sub('…', self.said).split())[:120]}"

    def __str__(self) -> str:
        read = f"read as {self.way or 'what claims it'}"
        return f"{self.law}, {read} with {', '.join(self.enrichers) or 'no enricher'}: {self.said}"


def broken_anywhere(data: bytes) -> Broken | None:
    """Give the first law that the input breaks, read in every way, with every set of enrichers."""
    return next(filter(None, (broken(data, way, EVERY_SET) for way in WAYS)), None)


def broken_somewhere(data: bytes) -> Broken | None:
    """Ask what one reading can tell, which is enough for one of very many inputs.

    It is read as what claims it, or where nothing does as a format that is named, and so is each
    fourth of those that something claims; with all enrichers, and with one other set. Format and
    set depend on the input alone.
    """
    chance = zlib.crc32(data)
    sets = (ALL, chance % len(EVERY_SET))
    named = FORMATS[(chance >> 8) % len(FORMATS)]
    text = _text(data)  # UTF-8 as text: of bytes that nothing claims the kind is guessed, slowly
    if (chance >> 16) % 4:
        try:
            broken_law = _ask(PLAIN.parse(text), None, sets)
            if broken_law or (chance >> 20) % 8:
                return broken_law
            return _ask_first(text, None)
        except InputError:
            pass
        except Exception as error:
            return _raised(error, None)
    return broken(text, named, sets)


def plain_bytes(data: bytes) -> bytes:
    """Give the input in UTF-8: taken for Latin-1 where it is none, but for each eighth of those.

    To find out what encoding it is takes longer than all the rest, and shows nothing new.
    """
    if isinstance(_text(data), str) or not zlib.crc32(data) % 8:
        return data
    return data.decode("latin-1").encode()


def broken(data: bytes | str, way: str | None, sets: Iterable[int] = EVERY_SET) -> Broken | None:
    """Give the first law that the input breaks, read in one way, with these sets of enrichers."""
    try:
        return _ask(PLAIN.parse(data, format=way), way, sets) or _ask_first(data, way)
    except InputError:
        return None
    except Exception as error:
        return _raised(error, way)


def _text(data: bytes) -> bytes | str:
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data


def _ask(plain: Cable, way: str | None, sets: Iterable[int]) -> Broken | None:
    """Hold the cable to the laws, as it is with each of the sets of enrichers."""
    cables = {0: plain}
    sound: list[Cable] = []
    for number in sets:
        names = tuple(one.name for place, one in enumerate(ENRICHERS) if number >> place & 1)
        try:
            cable = _enriched(cables, number)
            if not any(cable is other or cable == other for other in sound):
                if broken := _broken_by(cable):
                    return Broken(*broken, way, names)
                sound.append(cable)
            for place, enricher in enumerate(ENRICHERS):
                if number >> place & 1 and enricher.enrich(cable) != cable:
                    said = f"a second run of {enricher.name} changes the cable"
                    return Broken("law-5-idempotent", said, way, names)
        except Exception as error:
            return _raised(error, way, names)
    return None


def _ask_first(data: bytes | str, way: str | None) -> Broken | None:
    """Law 7: nothing depends on what is asked first, nor on who lets the enrichers run.

    The order depends on the length of the input alone.
    """
    cable = WHOLE.parse(data, format=way)
    for name in sorted(ASKED, key=lambda name: zlib.crc32(f"{name} {len(data)}".encode())):
        getattr(cable, name)
    at_once = functools.reduce(
        lambda cable, one: enrich_cable(one, cable), ENRICHERS, PLAIN.parse(data, format=way)
    )
    differ = [name for name in ASKED if getattr(cable, name) != getattr(at_once, name)]
    if not differ:
        return None
    said = f"asked in another order {', '.join(differ)} differ"
    return Broken("law-7-asked-first", said, way, tuple(one.name for one in ENRICHERS))


def _broken_by(cable: Cable) -> tuple[str, str] | None:
    """Give a law that the cable breaks, and how."""
    for law in _CHEAP_FIRST:
        if said := law(cable):
            number = (law.__doc__ or "").partition(":")[0].casefold().replace(" ", "-")
            return f"{number}-{law.__name__}".replace("_", "-"), said
    return None


def _enriched(cables: dict[int, Cable], number: int) -> Cable:
    """Give the cable of a set of enrichers, out of that of the set without its last one."""
    if number not in cables:
        last = number.bit_length() - 1
        cables[number] = enrich_cable(ENRICHERS[last], _enriched(cables, number ^ 1 << last))
    return cables[number]


def _raised(error: Exception, way: str | None, names: tuple[str, ...] = ()) -> Broken:
    """Law 2: no error but those that are documented, and no plugin that fails."""
    cause = error.__cause__ if isinstance(error.__cause__, Exception) else error
    frames = traceback.extract_tb(cause.__traceback__)
    place = f" in {frames[-1].name}" if frames else ""
    return Broken(f"law-2-{type(cause).__name__}", f"raises{place}: {cause}", way, names)

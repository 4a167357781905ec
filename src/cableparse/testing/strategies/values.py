"""Values of the object model: spans, numbers, addressees, sources, whole cables."""

import functools

from attrs import evolve
from hypothesis import strategies as st

from cableparse.model.cable import Cable
from cableparse.model.fields import MRN, Addressee
from cableparse.reading.parser import Parser
from cableparse.testing.strategies.copies import cable_like_bytes, damaged_documents, documents
from cableparse.testing.strategies.words import INDICATORS
from cableparse.text.source import Source
from cableparse.text.spans import Span
from cableparse.vocabulary import Precedence, posts


def spans(max_end: int = 10_000) -> st.SearchStrategy[Span]:
    """Spans that end at ``max_end`` at most; empty ones too."""
    places = st.integers(0, max_end)
    return st.tuples(places, places).map(lambda pair: Span(min(pair), max(pair)))


def mrns() -> st.SearchStrategy[MRN]:
    """Message reference numbers of known posts, 1966 to 2010, as the public collections have them.

    ``MRN.parse`` reads each back from its ``formal`` form.
    """
    names = [post.formal for post in posts() if not any(sign.isdigit() for sign in post.formal)]
    return st.builds(
        MRN,
        year=st.integers(1966, 2010),
        post=st.sampled_from(names),
        serial=st.integers(1, 999_999),
    )


@st.composite
def addressees(draw: st.DrawFn) -> Addressee:
    """Addressees of known posts and departments.

    The span is as long as the line that prints the addressee (`RUEHC/SECSTATE WASHDC 0042`);
    where it begins is any offset.
    """
    addressee = Addressee(
        routing=draw(st.none() | st.sampled_from(INDICATORS)),
        name=draw(st.sampled_from(_PLADS)),
        precedence=draw(st.none() | st.sampled_from(_ON_LINE)),
        mcn=draw(st.none() | st.integers(0, 9999).map("{:04d}".format)),
        span=Span(0, 0),
    )
    start = draw(st.integers(0, 10_000))
    return evolve(addressee, span=Span(start, start + len(_line(addressee))))


def sources() -> st.SearchStrategy[Source]:
    """Sources of documents, sound and damaged, that were given as text or as bytes."""
    data: st.SearchStrategy[bytes | str] = st.one_of(
        documents(), damaged_documents(), cable_like_bytes()
    )
    return st.builds(Source.of, data, st.sampled_from(["a.txt", "a.html", "<data>"]))


@st.composite
def cables(draw: st.DrawFn, format: str | None = None, enriched: bool | None = None) -> Cable:
    """Cables that the bundled plugins read, of documents sound and damaged.

    ``format`` names a bundled format, None is any of them; ``enriched`` says whether the bundled
    enrichers have run, None is either.
    """
    name = format or draw(st.sampled_from(_FORMATS))
    document = draw(documents(name) | damaged_documents(name))
    wanted = draw(st.booleans()) if enriched is None else enriched
    return _parser(wanted).parse(document, format=name)


def _line(addressee: Addressee) -> str:
    routing = f"{addressee.routing}/" if addressee.routing else ""
    parts = (addressee.name, addressee.precedence, addressee.mcn)
    return routing + " ".join(str(part) for part in parts if part is not None)


_FORMATS = ("telegram", "scoop", "wikileaks", "wikileaks-page", "nara", "plusd")
_PLADS = (
    "SECSTATE WASHDC",
    "AMEMBASSY OSLO",
    "AMCONSUL HALIFAX",
    "USMISSION GENEVA",
    "DEPT OF COMMERCE WASHDC",
    "ALL EUROPEAN POSTS COLLECTIVE",
    "JOINT STAFF WASHINGTON DC",
)
# ROUTINE and FLASH stand nowhere in an addressee's line of the public telegrams (field counts).
_ON_LINE = (Precedence.PRIORITY, Precedence.IMMEDIATE, Precedence.NIACT_IMMEDIATE)


@functools.cache
def _parser(enriched: bool) -> Parser:
    return Parser(autoload="bundled", enrich=enriched)

"""A seeded sample of invented drafts of 1973 to 1979, as the archive has telegrams of then."""

import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import cache

from cableparse.model.fields import MRN, Transmission
from cableparse.testing.business import SURNAMES
from cableparse.testing.draft import (
    Draft,
    DraftAddressee,
    DraftHeading,
    DraftParagraph,
    DraftReference,
)
from cableparse.testing.prose import Prose
from cableparse.testing.sample import plad
from cableparse.vocabulary import Classification, Post, Precedence, find_post, posts, tags

FIRST_YEAR, LAST_YEAR = 1973, 1979
_DAYS = 365 * 7
_LATER_ORDER = datetime(1978, 12, 1, tzinfo=UTC)  # when 12065 came after 11652
_LENGTHS = (2, 3, 3, 4, 4, 5, 5, 6, 7, 8, 10, 13)
_LEVELS = {
    Classification.UNCLASSIFIED: 10,
    Classification.LIMITED_OFFICIAL_USE: 5,
    Classification.CONFIDENTIAL: 4,
    Classification.SECRET: 2,
}
_CAPTIONS = ("EXDIS", "LIMDIS", "NODIS", "NOFORN", "STADIS")


def drafts_of_seventies(seed: int = 0, count: int = 10) -> Iterator[Draft]:
    """Give ``count`` drafts of 1973 to 1979; the same seed gives the same drafts.

    All is in capitals, paragraphs have no portion markings, and posts, tags and orders are those of
    the draft's own year. The first drafts of a longer sample are those of a shorter one.
    """
    for number in range(count):
        yield _Drafter(random.Random(f"seventies {seed} {number}")).draft()


@cache
def _posts(year: int) -> tuple[Post, ...]:
    """Give the posts abroad of a year, in countries that there were."""
    kinds = {"embassy", "consulate"}
    countries = {entry.code for entry in tags().values() if year in entry.years}
    abroad = (post for post in posts() if post.kind in kinds and post.country in countries)
    return tuple(post for post in abroad if find_post(post.formal, year) is post)


@cache
def _tags(year: int) -> tuple[str, ...]:
    return tuple(
        entry.code
        for entry in tags().values()
        if entry.kind == "subject" and len(entry.code) == 4 and year in entry.years
    )


class _Drafter(Prose):
    """Writes one draft of the decade."""

    years = range(1950, FIRST_YEAR)

    def draft(self) -> Draft:
        rng = self.rng
        start = datetime(FIRST_YEAR, 1, 1, tzinfo=UTC)
        sent_at = start + timedelta(minutes=rng.randrange(60 * 24 * _DAYS))
        year = sent_at.year
        post = find_post("STATE") if rng.random() < 0.25 else rng.choice(_posts(year))
        assert post is not None
        abroad = post.kind != "department"
        serial = rng.randrange(100, 19_000) if abroad else rng.randrange(10_000, 300_000)
        level = rng.choices(tuple(_LEVELS), tuple(_LEVELS.values()))[0]
        action, info = self.parties(post, year)
        precedence = rng.choice((Precedence.IMMEDIATE, Precedence.PRIORITY, Precedence.ROUTINE))
        later = sent_at >= _LATER_ORDER
        secret = level in (Classification.CONFIDENTIAL, Classification.SECRET)
        return Draft(
            mrn=MRN(year=year, post=post.formal, serial=serial),
            sent_at=sent_at,
            precedence=precedence,
            transmission=Transmission(),
            origin=plad(post),
            action=action,
            info=info,
            classification=level,
            captions=(rng.choice(_CAPTIONS),) if rng.random() < 0.2 else (),
            sections=rng.choice((1, 1, 1, 2)),
            executive_order="12065" if later else "11652",
            declassify_on=self.until(sent_at) if later and secret else None,
            tags=(*rng.sample(_tags(year), rng.randrange(1, 5)), *filter(None, [post.country])),
            subject=self.subject(),
            references=self.cited(post, year),
            body=tuple(self.paragraphs()),
            signer=rng.choice(SURNAMES).upper(),
        )

    def parties(
        self, post: Post, year: int
    ) -> tuple[tuple[DraftAddressee, ...], tuple[DraftAddressee, ...]]:
        """Give whom it goes to, without routing indicators, as printed then."""
        rng = self.rng
        others = [plad(one) for one in rng.sample(_posts(year), 7) if one != post]
        action = ["SECSTATE WASHDC" if post.kind != "department" else others.pop()]
        action += [others.pop() for _ in range(rng.choice((0, 0, 0, 1)))]
        info = [others.pop() for _ in range(rng.randrange(0, 4))]
        return tuple(map(self.party, action)), tuple(map(self.party, info))

    def party(self, name: str) -> DraftAddressee:
        rng = self.rng
        urgent = rng.choice((None, None, None, Precedence.PRIORITY, Precedence.IMMEDIATE))
        mcn = f"{rng.randrange(1000, 10_000)}" if rng.random() < 0.4 else None
        return DraftAddressee(name=name, precedence=urgent, mcn=mcn)

    def until(self, sent_at: datetime) -> date:
        """Give a day six years on, as the general schedule had it."""
        return sent_at.date().replace(year=sent_at.year + 6, day=min(sent_at.day, 28))

    def cited(self, post: Post, year: int) -> tuple[DraftReference, ...]:
        rng = self.rng
        department = find_post("STATE")
        assert department is not None
        choices = [one for one in (department, *rng.sample(_posts(year), 4)) if one != post]
        cited = choices[: rng.choice((0, 1, 1, 2, 3))]
        entries = []
        for at, one in enumerate(cited):
            serial = rng.randrange(100, 90_000 if one is department else 9_000)
            mrn = MRN(year=year, post=one.formal, serial=serial)
            label = "ABCDEFGH"[at] if len(cited) > 1 else None
            entries.append(DraftReference(label=label, mrn=mrn, text=f"{one.formal} {serial}"))
        return tuple(entries)

    def paragraphs(self) -> Iterator[DraftHeading | DraftParagraph]:
        """Give paragraphs that are numbered from 1, all in capitals, without headings."""
        rng = self.rng
        count = rng.choice(_LENGTHS)
        summary, comment = rng.random() < 0.6, rng.random() < 0.5
        for number in range(1, count + 1):
            text = self.running_text(rng.randrange(2, 6))
            if number == 1 and summary:
                text = f"Summary: {text} End summary."
            elif number == count and comment:
                text = f"Comment: {text}"
            elif rng.random() < 0.1:
                text = "\n".join((f"{text} The members agreed that:", *self.items()))
            yield DraftParagraph(number=number, text=text.upper())

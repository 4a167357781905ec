"""A seeded sample of invented drafts, as varied as the telegrams that the public has."""

import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import cache

from cableparse.model.fields import MRN, Filed, ReferenceKind, Transmission
from cableparse.testing.business import (
    AGENCIES,
    COLLECTIVES,
    EVENTS,
    GIVEN_NAMES,
    HEADINGS,
    PASSING,
    SURNAMES,
    TITLES,
)
from cableparse.testing.draft import (
    Draft,
    DraftAddressee,
    DraftClassifier,
    DraftHeading,
    DraftParagraph,
    DraftReference,
)
from cableparse.testing.prose import Prose
from cableparse.vocabulary import Classification, Post, Precedence, find_post, posts, tags

_LENGTHS = (3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 10, 11, 12, 14, 17, 21, 30)
_LINES_A_SECTION = 86  # the median distance of two page marks in public copies
_CHARACTERS_A_LINE = 61
_FIRST_YEAR = 2002
_ORDER = "12958"  # of the years 1995 to 2009


def drafts(seed: int = 0, count: int = 10) -> Iterator[Draft]:
    """Give ``count`` drafts of varied cables; the same seed gives the same drafts.

    Posts, tags and routing indicators are real, from the vocabulary; people, places and business
    are invented. The first drafts of a longer sample are those of a shorter one.
    """
    for number in range(count):
        yield _Drafter(random.Random(f"draft {seed} {number}")).draft()


@cache
def _posts() -> tuple[Post, ...]:
    """Give the posts abroad whose routing indicator is known."""
    kinds = {"embassy", "consulate"}
    return tuple(post for post in posts() if post.kind in kinds and post.routing and post.country)


@cache
def _subject_tags() -> tuple[str, ...]:
    return tuple(
        entry.code
        for entry in tags().values()
        if entry.kind == "subject" and len(entry.code) == 4 and _FIRST_YEAR in entry.years
    )


class _Drafter(Prose):
    """Writes one draft; every choice is the generator's."""

    def draft(self) -> Draft:
        rng = self.rng
        post = find_post("STATE") if rng.random() < 0.08 else rng.choice(_posts())
        assert post is not None
        level = rng.choices(
            (Classification.UNCLASSIFIED, Classification.CONFIDENTIAL, Classification.SECRET),
            (4, 5, 3),
        )[0]
        start = datetime(_FIRST_YEAR, 1, 1, tzinfo=UTC)
        sent_at = start + timedelta(minutes=rng.randrange(60 * 24 * 365 * 8))
        abroad = post.kind != "department"
        serial = rng.randrange(1, 9000) if abroad else rng.randrange(10_000, 100_000)
        mrn = MRN(year=sent_at.year, post=post.formal, serial=serial)
        precedence = rng.choice((Precedence.IMMEDIATE, Precedence.PRIORITY, Precedence.ROUTINE))
        body = self.body(level)
        size = sum(len(part.text) + _CHARACTERS_A_LINE for part in body)
        action, info = self.addressees(post)
        unclassified = level is Classification.UNCLASSIFIED
        return Draft(
            mrn=mrn,
            sent_at=sent_at,
            precedence=precedence,
            transmission=self.transmission(post, sent_at, serial, precedence, level),
            origin=plad(post),
            action=action,
            info=info,
            classification=level,
            captions=self.captions(level),
            sections=1 + size // (_LINES_A_SECTION * _CHARACTERS_A_LINE),
            passing=tuple(rng.sample(PASSING, rng.choice((0, 0, 1, 2, 3)))),
            executive_order=_ORDER,
            declassify_on=None if unclassified else self.declassify_on(sent_at),
            tags=self.tags(post),
            subject=self.subject(),
            references=self.references(sent_at.year),
            classifiers=() if unclassified else (self.classifier(),),
            body=body,
            signer=rng.choice(SURNAMES).upper(),
        )

    # ------------------------------------------------------------ the head

    def transmission(
        self,
        post: Post,
        sent_at: datetime,
        serial: int,
        precedence: Precedence,
        level: Classification,
    ) -> Transmission:
        rng = self.rng
        others = rng.sample(_posts(), rng.randrange(1, 14))
        filed = sent_at + timedelta(minutes=rng.choice((0, 0, 0, 0, 7, 35)))
        letter = level.value[0]
        slower = {Precedence.IMMEDIATE: (None, Precedence.PRIORITY, Precedence.ROUTINE)}
        return Transmission(
            id=f"VZCZCXRO{rng.randrange(10_000):04d}",
            precedence=precedence,
            routing=tuple(dict.fromkeys(other.routing[0] for other in others)),
            originator=post.routing[0],
            serial=serial % 10_000,
            filed=Filed(day=filed.timetuple().tm_yday, hour=filed.hour, minute=filed.minute),
            security=f"{'ZNR' if letter == 'U' else 'ZNY'} {5 * letter} ZZH",
            info_precedence=rng.choice(slower.get(precedence, (None,))),
            remarks=rng.choice((None,) * 19 + ("ZDK",)),
        )

    def addressees(
        self, post: Post
    ) -> tuple[tuple[DraftAddressee, ...], tuple[DraftAddressee, ...]]:
        rng = self.rng
        department = find_post("STATE")
        others = [other for other in rng.sample(_posts(), 12) if other != post]
        parties = [(other.routing[0], plad(other)) for other in others]
        first = ("RUEHC", "SECSTATE WASHDC") if post != department else parties.pop()
        action = [first, *(parties.pop() for _ in range(rng.choice((0, 0, 0, 1, 2))))]
        info = [
            *(parties.pop() for _ in range(rng.randrange(0, 6))),
            *rng.sample(AGENCIES, rng.randrange(0, 3)),
        ]
        rng.shuffle(info)
        collective = self.addressee(*rng.choice(COLLECTIVES))
        listed = [self.addressee(*party) for party in info]
        if collective.excluded:
            listed.append(collective)  # what follows XMT is excluded, to the list's end
        elif rng.random() < 0.3:
            listed.insert(0, collective)
        return tuple(self.addressee(*party) for party in action), tuple(listed)

    def addressee(self, routing: str, name: str) -> DraftAddressee:
        rng = self.rng
        urgent = rng.choice((None, None, None, Precedence.PRIORITY, Precedence.IMMEDIATE))
        collective = name.endswith("COLLECTIVE")
        excluded = tuple(plad(post) for post in rng.sample(_posts(), 1))
        return DraftAddressee(
            routing=routing,
            name=name,
            precedence=urgent,
            mcn=None if collective or rng.random() < 0.4 else f"{rng.randrange(10_000):04d}",
            excluded=excluded if collective and rng.random() < 0.1 else (),
        )

    def captions(self, level: Classification) -> tuple[str, ...]:
        rng = self.rng
        found = ["SIPDIS"] if rng.random() < 0.9 else []
        if level is Classification.UNCLASSIFIED and rng.random() < 0.6:
            found.insert(0, "SENSITIVE")
        if level is Classification.SECRET and rng.random() < 0.5:
            found.insert(0, "NOFORN")
        return tuple(found)

    def declassify_on(self, sent_at: datetime) -> date | str:
        rng = self.rng
        if rng.random() < 0.1:
            return rng.choice(EVENTS)
        day = min(sent_at.day, 28)  # the same day ten years on, in every month
        return sent_at.date().replace(year=sent_at.year + rng.choice((10, 10, 10, 20, 25)), day=day)

    def tags(self, post: Post) -> tuple[str, ...]:
        codes = self.rng.sample(_subject_tags(), self.rng.randrange(1, 8))
        return (*codes, post.country) if post.country else tuple(codes)

    def references(self, year: int) -> tuple[DraftReference, ...]:
        rng = self.rng
        count = rng.choice((0, 0, 1, 1, 2, 3, 4, 6))
        entries = [self.reference(year, number) for number in range(count)]
        if count == 1:
            return tuple(entries)
        return tuple(
            DraftReference(label="ABCDEFGH"[at], kind=entry.kind, mrn=entry.mrn, text=entry.text)
            for at, entry in enumerate(entries)
        )

    def reference(self, year: int, number: int) -> DraftReference:
        rng = self.rng
        if number and rng.random() < 0.15:
            sender = rng.choice(SURNAMES).upper()
            kind, word = rng.choice(
                ((ReferenceKind.EMAIL, "E-MAIL"), (ReferenceKind.TELCON, "TELCON"))
            )
            text = f"{sender} {word} OF {rng.randrange(1, 13):02d}/{rng.randrange(1, 29):02d}"
            return DraftReference(kind=kind, text=text)
        post = rng.choice(_posts())
        serial = rng.randrange(2, 9000)
        stated = year - rng.randrange(0, 3) if rng.random() < 0.4 else None
        text = f"{stated % 100:02d} {post.formal} {serial}" if stated else f"{post.formal} {serial}"
        return DraftReference(
            mrn=MRN(year=stated or year, post=post.formal, serial=serial), text=text
        )

    def classifier(self) -> DraftClassifier:
        rng = self.rng
        letters = sorted(rng.sample("abcd", rng.choice((1, 2, 2, 3))))
        return DraftClassifier(
            name=f"{rng.choice(GIVEN_NAMES)} {rng.choice(SURNAMES)}",
            title=rng.choice(TITLES),
            reasons=tuple(f"1.4({letter})" for letter in letters),
        )

    # ------------------------------------------------------------ the body

    def body(self, level: Classification) -> tuple[DraftHeading | DraftParagraph, ...]:
        rng = self.rng
        portions = {
            Classification.UNCLASSIFIED: ("U", "SBU", "SBU"),
            Classification.CONFIDENTIAL: ("C", "C", "C", "SBU", "U", "C//NF"),
        }.get(level, ("S", "S", "C", "S//NF", "U"))
        marked = rng.random() < 0.92
        count = rng.choice(_LENGTHS)
        headed = rng.random() < 0.6
        headings = list(rng.sample(HEADINGS, len(HEADINGS)))
        parts: list[DraftHeading | DraftParagraph] = []
        summary, comment = rng.random() < 0.8, rng.random() < 0.7
        for number in range(1, count + 1):
            text = self.running_text(rng.randrange(2, 7))
            if number == 1 and summary:
                text = f"Summary: {text} End Summary."
            elif number == count and comment:
                if headed:
                    parts.append(DraftHeading(text="Comment"))
                text = f"Comment: {text} End Comment."
            else:
                if headed and headings and rng.random() < 0.3:
                    parts.append(DraftHeading(text=headings.pop()))
                if rng.random() < 0.1:
                    text = "\n".join((f"{text} The members agreed that:", *self.items()))
            portion = rng.choice(portions) if marked else None
            parts.append(DraftParagraph(number=number, portion=portion, text=text))
        return tuple(parts)


def plad(post: Post) -> str:
    """Give the post's plain-language address: `AMEMBASSY OSLO`, `AMCONSUL HALIFAX`."""
    if post.kind == "department":
        return "SECSTATE WASHDC"
    return f"{'AMEMBASSY' if post.kind == 'embassy' else 'AMCONSUL'} {post.formal}"

"""Subjects and running text of the invented drafts, out of the words of ``business``."""

import random

from cableparse.testing.business import (
    BODIES,
    GIVEN_NAMES,
    ITEMS,
    MONTHS,
    OFFICES,
    PLACES,
    SENTENCES,
    SUBJECTS,
    SURNAMES,
    THINGS,
)


class Prose:
    """Writes what a draft says; every choice is the generator's."""

    years = range(1971, 2001)
    """The years that a text may speak of."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng

    def subject(self) -> str:
        """Give a subject, in capitals."""
        rng = self.rng
        words = {"THINGS": THINGS, "BODY": BODIES, "PLACE": PLACES}
        chosen = {key: rng.choice(table).upper() for key, table in words.items()}
        return rng.choice(SUBJECTS).format(**chosen)

    def running_text(self, count: int) -> str:
        """Give so many sentences, each another one."""
        return " ".join(self.sentence(one) for one in self.rng.sample(SENTENCES, count))

    def items(self) -> list[str]:
        """Give the sub-items of a list."""
        return [self.sentence(item) for item in ITEMS]

    def sentence(self, pattern: str) -> str:
        """Fill in a pattern's names, places and numbers."""
        rng = self.rng
        body = rng.choice(BODIES)
        return pattern.format(
            office=rng.choice(OFFICES),
            person=f"{rng.choice(GIVEN_NAMES)} {rng.choice(SURNAMES)}",
            body=body,
            body_first=body[0].upper() + body[1:],
            place=rng.choice(PLACES),
            things=rng.choice(THINGS),
            month=rng.choice(MONTHS),
            date=f"{rng.choice(MONTHS)} {rng.randrange(1, 29)}",
            number=rng.randrange(11, 990),
            percent=rng.randrange(2, 60),
            year=rng.choice(self.years),
        )

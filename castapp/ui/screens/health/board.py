"""What the board of participation is made of. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass

STATUS_ORDER = ("off", "rehab only", "modified", "away", "full")


@dataclass(frozen=True, slots=True)
class Limit:
    """A restriction as the board shows it: its code, few words, an icon."""

    code: str
    text: str
    icon: str


@dataclass(frozen=True, slots=True)
class Row:
    """One dancer who may not do everything. `plain` stands in place of restrictions."""

    person_id: str
    name: str
    rank: str
    status: str
    limits: tuple[Limit, ...]
    plain: str
    since: str
    review: str
    due: bool
    touches: str

    @property
    def words(self) -> str:
        """The whole row, read out."""
        limits = ", ".join(limit.text for limit in self.limits) or self.plain
        review = f"review {self.review}" if self.review else ""
        said = (self.name, self.rank, self.status, limits, f"since {self.since}", review)
        return ", ".join(part for part in (*said, self.touches) if part)


@dataclass(frozen=True, slots=True)
class Full:
    """A dancer in full participation: who, how the name stands in the columns, and all of it."""

    person_id: str
    short: str
    name: str


@dataclass(frozen=True, slots=True)
class Board:
    """Everybody on one day: rows by status in STATUS_ORDER, and the names of the rest."""

    rows: tuple[Row, ...]
    full: tuple[Full, ...]

    def count(self, status: str) -> int:
        """How many have a status."""
        if status == "full":
            return len(self.full)
        return sum(1 for row in self.rows if row.status == status)

    @property
    def people(self) -> tuple[str, ...]:
        """Everybody's id, in the order shown."""
        return (*(row.person_id for row in self.rows), *(one.person_id for one in self.full))


@dataclass(frozen=True, slots=True)
class Touch:
    """Something a dancer's status touches: when and what, why, and whether it stands in the way.

    `role_id` is the part in a show; `daily` is a class or a warm-up, told in one line.
    """

    kind: str
    ref_id: str
    title: str
    when: str
    reason: str
    against: bool
    role_id: str = ""
    daily: bool = False

    @property
    def words(self) -> str:
        """The whole line, read out."""
        mark = "stands in the way" if self.against else "may be done"
        return f"{self.title}, {self.when}: {self.reason}, {mark}"

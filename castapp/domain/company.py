"""The house: the company itself, its sites and studios, its seasons and its own rules."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from castapp.domain.checks import (
    check_choice,
    check_clock,
    check_range,
    check_span,
    check_text,
    check_zone,
)
from castapp.domain.record import Record

PAPERS = ("A4", "Letter")
STUDIO_KINDS = ("studio", "stage", "room")
COMPANY_ID = "company"


@dataclass(frozen=True, slots=True)
class Company(Record):
    """The one company this file belongs to; its id is always COMPANY_ID.

    `first_weekday` counts from Monday = 0; `posting_clock` is minutes since midnight;
    `ranks` run from the highest to the lowest.
    """

    name: str
    zone: str = "Europe/London"
    first_weekday: int = 0
    paper: str = "A4"
    ranks: tuple[str, ...] = ()
    posting_clock: int = 15 * 60
    rulepack: str = "house"
    off_list_on_papers: bool = False
    bands_for_staff: bool = False

    def __post_init__(self) -> None:
        check_text(self.name, "The company's name", required=True)
        check_zone(self.zone)
        check_range(self.first_weekday, 0, 6, "The first day of the week")
        check_choice(self.paper, PAPERS, "The paper size")
        check_clock(self.posting_clock, "The posting hour")
        for rank in self.ranks:
            check_text(rank, "A rank", required=True)


@dataclass(frozen=True, slots=True)
class RuleSetting(Record):
    """The company's own value for one limit of one rule, above what its pack says.

    An empty `limit` sets the rule's severity instead (`word`); a rule of severity "off" is silent.
    """

    rule: str
    limit: str = ""
    value: float = 0.0
    word: str = ""
    why: str = ""

    def __post_init__(self) -> None:
        check_text(self.rule, "The rule", required=True)
        check_text(self.why, "The reason")
        check_range(self.value, 0, 10_000, "The limit")


@dataclass(frozen=True, slots=True)
class Site(Record):
    """A place with studios in it. An empty zone means the company's."""

    name: str
    zone: str = ""
    address: str = ""

    def __post_init__(self) -> None:
        check_text(self.name, "The site's name", required=True)
        check_text(self.address, "The address")
        if self.zone:
            check_zone(self.zone)


@dataclass(frozen=True, slots=True)
class Journey(Record):
    """How many minutes people need between two sites, either way."""

    from_site_id: str
    to_site_id: str
    minutes: int

    def __post_init__(self) -> None:
        check_range(self.minutes, 0, 24 * 60, "The minutes between the sites")


@dataclass(frozen=True, slots=True)
class Studio(Record):
    """A room people are called to. A stage is one."""

    site_id: str
    name: str
    short: str = ""
    kind: str = "studio"
    order: int = 0
    about: str = ""

    def __post_init__(self) -> None:
        check_text(self.name, "The studio's name", required=True)
        check_text(self.short, "The studio's short name")
        check_text(self.about, "The studio's description")
        check_choice(self.kind, STUDIO_KINDS, "The kind of studio")


@dataclass(frozen=True, slots=True)
class Season(Record):
    """A stretch of days planned together."""

    name: str
    first: date
    last: date

    def __post_init__(self) -> None:
        check_text(self.name, "The season's name", required=True)
        check_span(self.first, self.last, f"The season {self.name}")

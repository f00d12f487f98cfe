"""One person's day as the search looks at it: what holds them, and what is left of each limit."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import NamedTuple

from castapp.domain.agenda import AS_DANCER, Stint, agenda
from castapp.domain.book import Book
from castapp.domain.calls import DANCED_KINDS, REHEARSAL_KINDS
from castapp.domain.company import Studio
from castapp.domain.people import Person
from castapp.domain.roster import company, is_dancer
from castapp.domain.slot import DAY_MINUTES, days_between, week_start
from castapp.rules.limits import OFF, Limits
from castapp.rules.pack import limits

RULES = (
    "hours_a_day", "hours_a_week", "span", "consecutive", "meal", "overnight_rest", "show_day",
    "two_show_day", "free_days", "travel",
)  # fmt: skip
_DANCED = frozenset(DANCED_KINDS)
_REHEARSED = frozenset(REHEARSAL_KINDS)
ONE_DAY = timedelta(days=1)


class Span(NamedTuple):
    """Something a person is wanted for: clock minutes, site, and what it counts as."""

    start: int
    end: int
    site: str
    work: bool
    counted: int
    in_run: bool
    rehearsed: bool
    is_class: bool
    show: bool
    standby: bool


@dataclass(frozen=True, slots=True)
class Load:
    """A dancer's day before the call is put in: minutes counted, and the bounds of rest.

    `rest_from` is the first start and `rest_until` the last end the nights allow; `week` the
    minutes already counted in the company's week; `worked` the most other days with work among
    the days in a row in which the rule of free days would count this one.
    """

    spans: tuple[Span, ...]
    counted: int = 0
    rehearsed: int = 0
    shows: int = 0
    rest_from: int = -DAY_MINUTES
    rest_until: int = 3 * DAY_MINUTES
    week: int = 0
    worked: int = 0


@dataclass(slots=True)
class Days:
    """The days of a search, without the calls that are being placed."""

    book: Book
    without: Collection[str]
    limits: dict[str, Limits] = field(default_factory=dict)
    _spans: dict[date, dict[str, tuple[Span, ...]]] = field(default_factory=dict)
    _sites: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.limits = {rule: limits(self.book, rule) for rule in RULES}
        self._sites = {studio.id: studio.site_id for studio in self.book.all(Studio)}

    def site(self, studio_id: str | None) -> str:
        """The site of a studio, "" for none."""
        return self._sites.get(studio_id or "", "")

    def silent(self, rule: str) -> bool:
        """Whether a rule says nothing in this company."""
        return self.limits[rule].severity == OFF

    def held(self, day: date) -> dict[str, tuple[Stint, ...]]:
        """Everybody's stints of a day but those of the calls being placed."""
        return {
            person_id: kept
            for person_id, stints in agenda(self.book, day).items()
            if (kept := tuple(one for one in stints if one.ref_id not in self.without))
        }

    def spans(self, day: date) -> dict[str, tuple[Span, ...]]:
        """Everybody's spans of a day, in time order, those of calls being placed left out."""
        found = self._spans.get(day)
        if found is None:
            found = self._spans[day] = {
                person_id: tuple(self._span(one) for one in stints)
                for person_id, stints in self.held(day).items()
            }
        return found

    def load(self, person_id: str, day: date) -> Load:
        """A person's day as it stands. For staff only the spans count."""
        spans = self.spans(day).get(person_id, ())
        person = self.book.find(Person, person_id)
        if person is None or not is_dancer(person):
            return Load(spans)
        week = self._week(person_id, day)
        return Load(
            spans,
            sum(one.counted for one in spans),
            sum(one.end - one.start for one in spans if one.rehearsed),
            sum(one.show for one in spans),
            self._rest_from(person_id, day),
            self._rest_until(person_id, day),
            sum(one.counted for found in week for one in found),
            self._worked(person_id, day),
        )

    def _week(self, person_id: str, day: date) -> list[tuple[Span, ...]]:
        first = week_start(day, company(self.book).first_weekday)
        week = days_between(first, first + 6 * ONE_DAY)
        return [self.spans(one).get(person_id, ()) for one in week]

    def _worked(self, person_id: str, day: date) -> int:
        """As `Load.worked`: of the days in a row that end on this one or on a later day of work."""
        if self.silent("free_days"):
            return 0
        back = int(self.limits["free_days"]["per_days"]) - 1
        first = day - back * ONE_DAY
        works = [
            one == day or any(span.work for span in self.spans(one).get(person_id, ()))
            for one in days_between(first, day + back * ONE_DAY)
        ]
        return max(sum(works[n : n + back + 1]) - 1 for n in range(back + 1) if works[n + back])

    def _rest_from(self, person_id: str, day: date) -> int:
        rest = self.limits["overnight_rest"]
        end = max(_ends(self.spans(day - ONE_DAY).get(person_id, ())), default=None)
        if rest.severity == OFF or end is None:
            return -DAY_MINUTES
        return end + rest.minutes("hours") - DAY_MINUTES

    def _rest_until(self, person_id: str, day: date) -> int:
        rest = self.limits["overnight_rest"]
        spans = self.spans(day + ONE_DAY).get(person_id, ())
        start = min((one.start for one in spans if one.work), default=None)
        if rest.severity == OFF or start is None:
            return 3 * DAY_MINUTES
        return start + DAY_MINUTES - rest.minutes("hours")

    def _span(self, stint: Stint) -> Span:
        call = stint.call
        dancing = stint.duty == AS_DANCER
        kind = call.kind if call is not None else ""
        danced = dancing and (kind in _DANCED if call is not None else not stint.standby)
        return Span(
            stint.start,
            stint.end,
            self.site(stint.studio_id),
            dancing and kind != "physio",
            self._counted(stint) if danced else 0,
            danced and call is not None and kind != "warm-up",
            dancing and kind in _REHEARSED,
            dancing and kind == "class",
            dancing and call is None and not stint.standby,
            stint.standby,
        )

    def _counted(self, stint: Stint) -> int:
        """The minutes of a stint that the day's hours count."""
        bounds = self.limits["hours_a_day"]
        name = "shows" if stint.call is None else "class" if stint.call.kind == "class" else ""
        counts = not name or bounds.severity == OFF or bool(bounds.values.get(name, 1.0))
        return stint.minutes if counts else 0


def _ends(spans: Iterable[Span]) -> list[int]:
    return [one.end for one in spans if one.work]

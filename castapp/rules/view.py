"""One day as the rules look at it: who is wanted where, and each dancer's working day."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from castapp.domain.agenda import AS_DANCER, Agenda, Stint, agenda
from castapp.domain.book import Book
from castapp.domain.calls import DANCED_KINDS, Call
from castapp.domain.casting import Performance
from castapp.domain.company import COMPANY_ID, Company
from castapp.domain.people import Person
from castapp.domain.roster import is_dancer
from castapp.domain.slot import DAY_MINUTES, week_start

People = frozenset[str] | None
_ONE_DAY = timedelta(days=1)
_NOT_WORK = ("physio",)
_DANCED = frozenset(DANCED_KINDS)


@dataclass(frozen=True, slots=True)
class Work:
    """A dancer's working day: the stints that are work, and from when to when (clock minutes).

    `danced` are the stints that count as hours, `shows` those danced on stage; `sum` adds their
    minutes up, overlaps counted double.
    """

    person_id: str
    stints: tuple[Stint, ...]
    danced: tuple[Stint, ...]
    shows: tuple[Stint, ...]
    start: int
    end: int
    sum: int


class View:
    """A day of the book for the people asked about (None: everybody)."""

    __slots__ = ("_dancers", "_late", "_pool", "book", "calls", "day", "people", "plan", "shows")

    def __init__(self, pool: Pool, day: date) -> None:
        self._pool = pool
        self._dancers: list[Work] | None = None
        self._late: dict[str, tuple[Stint, ...]] | None = None
        self.book = pool.book
        self.people = pool.people
        self.day = day
        self.plan: Agenda = agenda(pool.source(day), day)
        self.calls = tuple(
            call
            for call in pool.book.where(Call, "day", day)
            if call.state != "cancelled" and call.kind != "free day"
        )
        self.shows = tuple(
            show for show in pool.book.where(Performance, "day", day) if show.state != "cancelled"
        )

    @property
    def eve(self) -> View:
        """The day before."""
        return self._pool.view(self.day - _ONE_DAY)

    def late(self) -> dict[str, tuple[Stint, ...]]:
        """What runs past midnight into the next day, by person, on the next day's clock."""
        if self._late is None:
            self._late = {}
            for person_id, stints in self.plan.items():
                over = tuple(_next_day(stint) for stint in stints if stint.end > DAY_MINUTES)
                if over:
                    self._late[person_id] = over
        return self._late

    def window(self, first: date, last: date) -> list[View]:
        """The views of a stretch of days, both ends included."""
        days = (last - first).days + 1
        return [self._pool.view(first + timedelta(days=n)) for n in range(days)]

    def begins_week(self) -> bool:
        """Whether the company's week begins today; what adds up weeks speaks on that day."""
        return self.day == week_start(self.day, self._pool.first_weekday)

    def week(self) -> list[View]:
        """The seven days from today."""
        return self.window(self.day, self.day + 6 * _ONE_DAY)

    def wanted(self) -> Iterator[tuple[str, tuple[Stint, ...]]]:
        """The people asked about who are wanted today, with their stints in time order."""
        if self.people is None:
            yield from self.plan.items()
            return
        for person_id in self.people:
            stints = self.plan.get(person_id)
            if stints:
                yield person_id, stints

    def dancers(self) -> Sequence[Work]:
        """The working days of the dancers asked about."""
        if self._dancers is None:
            self._dancers = [
                work
                for person_id, stints in self.wanted()
                if (work := self._pool.work(person_id, self.day, stints)) is not None
            ]
        return self._dancers

    def work(self, person_id: str) -> Work | None:
        """A dancer's working day, or None: nothing to do, or no dancer."""
        stints = self.plan.get(person_id)
        return self._pool.work(person_id, self.day, stints) if stints else None


class Pool:
    """The views of one look at the book, each day made once.

    `earlier` is a book in which the agendas of all days but `changed` are the same; they are
    taken from there, where they may be known already.
    """

    __slots__ = ("_changed", "_earlier", "_views", "_works", "book", "first_weekday", "people")

    def __init__(
        self,
        book: Book,
        people: People = None,
        earlier: Book | None = None,
        changed: Collection[date] = (),
    ) -> None:
        company = book.find(Company, COMPANY_ID)
        self.book = book
        self.people = people
        self.first_weekday = company.first_weekday if company else 0
        self._earlier = earlier
        self._changed = changed
        self._views: dict[date, View] = {}
        self._works: dict[tuple[str, date], tuple[tuple[Stint, ...], Work | None]] = book.cache(
            "works", Person
        )

    def view(self, day: date) -> View:
        """The view of a day."""
        found = self._views.get(day)
        if found is None:
            found = self._views[day] = View(self, day)
        return found

    def source(self, day: date) -> Book:
        """The book to take a day's agenda from."""
        if self._earlier is None or day in self._changed:
            return self.book
        return self._earlier

    def work(self, person_id: str, day: date, stints: tuple[Stint, ...]) -> Work | None:
        """Somebody's working day, made anew only when their stints are new."""
        entry = self._works.get((person_id, day))
        if entry is None or entry[0] is not stints:
            entry = (stints, _work(self.book, person_id, stints))
            self._works[(person_id, day)] = entry
        return entry[1]


def merged_minutes(stints: Iterable[Stint]) -> int:
    """Working minutes of stints in time order, a moment that two share counted once."""
    total, until = 0, -1
    for stint in stints:
        if stint.standby:
            continue
        start = max(stint.start, stint.worked_from, until)
        if stint.end > start:
            total += stint.end - start
            until = stint.end
    return total


def _next_day(stint: Stint) -> Stint:
    return replace(stint, start=stint.start - DAY_MINUTES, end=stint.end - DAY_MINUTES)


def _work(book: Book, person_id: str, stints: tuple[Stint, ...]) -> Work | None:
    person = book.find(Person, person_id)
    if person is None or not is_dancer(person):
        return None
    working, danced, shows = [], [], []
    start, end, total = 100_000, 0, 0
    for stint in stints:
        call = stint.call
        if stint.duty != AS_DANCER or (call is not None and call.kind in _NOT_WORK):
            continue
        working.append(stint)
        start, end = min(start, stint.start), max(end, stint.end)
        if call is None:
            if stint.standby:
                continue
            shows.append(stint)
        elif call.kind not in _DANCED:
            continue
        danced.append(stint)
        total += stint.minutes
    if not working:
        return None
    return Work(person_id, tuple(working), tuple(danced), tuple(shows), start, end, total)

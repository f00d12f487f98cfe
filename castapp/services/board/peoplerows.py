"""The people view: a row per person with the day on a time line, and totals beside their limits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from castapp.domain.agenda import AS_DANCER, Stint, agenda
from castapp.domain.book import Book
from castapp.domain.company import Journey, Studio
from castapp.domain.people import Person
from castapp.domain.programme import title
from castapp.domain.roster import company, dancers, inside_name, rank
from castapp.domain.slot import days_between, week_start
from castapp.domain.standing import standing
from castapp.domain.wording import call_short, short_place
from castapp.rules.limits import OFF
from castapp.rules.pack import limits
from castapp.rules.view import Pool, Work, merged_minutes

CLASS, CALL, LEAD, SHOW, STANDBY, TRAVEL, BREAK = (
    "class", "call", "lead", "show", "standby", "travel", "break",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of somebody's day, in clock minutes. `ref_id` is the call or show, "" for none."""

    kind: str
    start: int
    end: int
    words: str = ""
    place: str = ""
    ref_id: str = ""


@dataclass(frozen=True, slots=True)
class Total:
    """So many minutes of so many allowed; None where the company has no such rule.

    For the longest break `most` is the least there must be.
    """

    minutes: int
    most: int | None = None

    @property
    def over(self) -> bool:
        """Whether it is more than allowed."""
        return self.most is not None and self.minutes > self.most


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One person's day: the bars in time order and the totals of the day and of its week.

    `longest_break` is 0 without a break; `meal_due` says whether the day is long enough to ask
    for one. `status` is the word staff use: full, modified, away …
    """

    person_id: str
    name: str
    rank: str
    status: str
    bars: tuple[Bar, ...]
    today: Total
    week: Total
    span: Total
    longest_break: Total
    meal_due: bool = False


def people_rows(
    book: Book, day: date, people: Iterable[str] | None = None
) -> tuple[PersonRow, ...]:
    """A row for each dancer under contract by rank, or for the people given in their order.

    Times are minutes. What is not called has an empty line.
    """
    if people is None:
        ids = [who.id for who in dancers(book, day)]
    else:
        ids = [one for one in people if book.find(Person, one)]
    scene = _Scene(book, day)
    return tuple(scene.row(one) for one in ids)


class _Scene:
    """What all rows of a day share: the plan, the week, the limits, the ways between sites."""

    def __init__(self, book: Book, day: date) -> None:
        self.book = book
        self.day = day
        self.plan = agenda(book, day)
        self.pool = Pool(book)
        first = week_start(day, company(book).first_weekday)
        self.week = days_between(first, first + timedelta(days=6))
        self.most_today = self._most("hours_a_day")
        self.most_week = self._most("hours_a_week")
        self.most_span = self._most("span")
        self.most_span_show = self._most("span", "show_hours") or None
        meal = limits(book, "meal")
        self.meal = None if meal.severity == OFF else int(meal["minutes"])
        self.meal_within = 0 if meal.severity == OFF else meal.minutes("within_hours")
        self.sites = {one.id: one.site_id for one in book.all(Studio)}
        self.ways = {
            frozenset((one.from_site_id, one.to_site_id)): one.minutes for one in book.all(Journey)
        }

    def row(self, person_id: str) -> PersonRow:
        """Somebody's row."""
        stints = self.plan.get(person_id, ())
        bars = tuple(self._bars(stints))
        work = self._work(person_id, self.day)
        lasts = work.end - work.start if work else 0
        breaks = [bar.end - bar.start for bar in bars if bar.kind == BREAK]
        in_show = work is not None and any(one.performance for one in work.stints)
        return PersonRow(
            person_id,
            inside_name(self.book, person_id),
            rank(self.book, person_id, self.day),
            standing(self.book, person_id, self.day).word,
            bars,
            Total(self._counted(work, "hours_a_day"), self.most_today),
            Total(self._week_minutes(person_id), self.most_week),
            Total(lasts, self.most_span_show if in_show else self.most_span),
            Total(max(breaks, default=0), self.meal),
            self.meal is not None and lasts > self.meal_within,
        )

    def _most(self, rule: str, name: str = "hours") -> int | None:
        found = limits(self.book, rule)
        return None if found.severity == OFF else found.minutes(name)

    def _work(self, person_id: str, day: date) -> Work | None:
        return self.pool.view(day).work(person_id)

    def _week_minutes(self, person_id: str) -> int:
        works = (self._work(person_id, one) for one in self.week)
        return sum(self._counted(work, "hours_a_week") for work in works)

    def _counted(self, work: Work | None, rule: str) -> int:
        """Danced minutes as a rule counts them: class and shows only if its limits say so."""
        if work is None:
            return 0
        bounds = limits(self.book, rule)
        with_class = bool(bounds.values.get("class", 1.0))
        with_shows = bool(bounds.values.get("shows", 1.0))
        return merged_minutes(
            one
            for one in work.danced
            if (with_shows if one.call is None else one.call.kind != "class" or with_class)
        )

    def _bars(self, stints: Sequence[Stint]) -> Iterator[Bar]:
        until = -1
        last: Stint | None = None
        for stint in stints:
            if last is not None and stint.start > until:
                yield from self._between(last, until, stint)
            yield self._bar(stint)
            if stint.end > until:
                until, last = stint.end, stint

    def _between(self, last: Stint, until: int, stint: Stint) -> Iterator[Bar]:
        """The gap between two stints: the way to another site at its end, the rest a break."""
        way = self._way(last, stint)
        leaves = max(until, stint.start - way)
        if leaves > until:
            yield Bar(BREAK, until, leaves)
        if way:
            yield Bar(TRAVEL, leaves, stint.start)

    def _way(self, last: Stint, stint: Stint) -> int:
        here, there = (self.sites.get(one.studio_id or "") for one in (last, stint))
        if here is None or there is None or here == there:
            return 0
        return self.ways.get(frozenset((here, there)), 0)

    def _bar(self, stint: Stint) -> Bar:
        call = stint.call
        if call is None:
            show = stint.performance
            words = title(self.book, show) if show else ""
            kind = STANDBY if stint.standby else SHOW
        else:
            words = call_short(self.book, call)
            kind = LEAD if stint.duty != AS_DANCER else CLASS if call.kind == "class" else CALL
        place = short_place(self.book, stint.studio_id)
        return Bar(kind, stint.start, stint.end, words, place, stint.ref_id)

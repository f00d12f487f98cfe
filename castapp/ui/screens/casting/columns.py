"""The columns of the grid: the performances of a season, or the casts of a production."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from castapp.domain.book import Book
from castapp.domain.casting import BillItem, Cast, Performance
from castapp.domain.company import Season, Studio
from castapp.domain.people import Person
from castapp.domain.programme import bill, casts
from castapp.domain.repertory import Production
from castapp.domain.roster import inside_name
from castapp.domain.slot import clock
from castapp.domain.wording import work_code

MATINEE = 17 * 60


@dataclass(frozen=True, slots=True)
class Column:
    """One column: three lines of heading, and what it stands for.

    `key` is a bill item's id or a cast's; `shade` goes by the cast (0 1st, 1 2nd, 2 3rd …).
    `others` names the other works of that night and `codes` is short for it; `venue` is the stage
    where it is not the run's usual one, `total` what is counted in a column of numbers.
    """

    key: str
    lines: tuple[str, str, str]
    performance_id: str | None = None
    cast_id: str | None = None
    day: date | None = None
    shade: int = 0
    state: str = ""
    curtain: int = 0
    others: str = ""
    codes: str = ""
    venue: str = ""
    total: str = ""

    @property
    def spoken(self) -> str:
        """The whole heading in a line, for the tool tip and the screen reader."""
        with_others = f"with {self.others}" if self.others else ""
        parts = (self.when, *self.lines[1:], self.state, self.venue, with_others)
        return ", ".join(dict.fromkeys(part for part in parts if part))

    @property
    def brief(self) -> str:
        """The narrowest form: Thu 15; Sat 17 mat.; 2nd cast."""
        if self.day is None:
            return self.lines[0]
        matinee = " mat." if self.curtain < MATINEE else ""
        return f"{self.day:%a} {self.day.day}{matinee}"

    @property
    def when(self) -> str:
        """The column in a few words: Thu 15 Oct 19.30; 2nd cast."""
        if self.performance_id is None or self.day is None:
            return self.lines[0]
        return f"{day_words(self.day)} {clock(self.curtain)}"


def production_nights(
    book: Book, production_id: str, day: date
) -> list[tuple[Performance, BillItem]]:
    """A production's shows in the season `day` lies in; all of them outside any season."""
    season = season_of(book, day)
    nights = []
    for item in book.where(BillItem, "production_id", production_id):
        show = book.find(Performance, item.performance_id)
        if show and (season is None or season.first <= show.day <= season.last):
            nights.append((show, item))
    return sorted(nights, key=lambda night: (night[0].day, night[0].curtain, night[0].id))


def season_of(book: Book, day: date) -> Season | None:
    """The season a day lies in."""
    return next((one for one in book.all(Season) if one.first <= day <= one.last), None)


def performance_columns(book: Book, production_id: str, day: date) -> tuple[Column, ...]:
    """The performances as columns, in time order."""
    order = {cast.id: place for place, cast in enumerate(casts(book, production_id))}
    nights = production_nights(book, production_id, day)
    usual = usual_stage(nights)
    months = len({(show.day.year, show.day.month) for show, _ in nights}) > 1
    return tuple(_night(book, show, item, order, usual, months=months) for show, item in nights)


def usual_stage(nights: Sequence[tuple[Performance, BillItem]]) -> str:
    """The stage most of these shows are on."""
    stages = Counter(show.venue_id or "" for show, _ in nights)
    return max(stages, key=lambda one: (stages[one], one), default="")


def cast_columns(book: Book, production_id: str, day: date) -> tuple[Column, ...]:
    """The casts as columns, with how many shows of the season each dances."""
    nights = production_nights(book, production_id, day)
    made = []
    for place, cast in enumerate(casts(book, production_id)):
        danced = [show for show, item in nights if item.cast_id == cast.id]
        count = f"{len(danced)} performance{'' if len(danced) == 1 else 's'}"
        days = ", ".join(_days(show.day for show in danced))
        made.append(Column(cast.id, (f"{cast.name} cast", count, days), None, cast.id,
                           shade=place % 3))  # fmt: skip
    return tuple(made)


def default_production(book: Book, day: date) -> str:
    """The production of the next show from a day on, else of the last one, else any."""
    shows = [one for one in book.all(Performance) if one.state != "cancelled"]
    coming = min((one for one in shows if one.day >= day), key=_when, default=None)
    chosen = coming or max(shows, key=_when, default=None)
    for item in bill(book, chosen.id) if chosen else ():
        if book.find(Production, item.production_id):
            return item.production_id
    return next((one.id for one in sorted(book.all(Production), key=lambda one: one.title)), "")


def run_words(book: Book, production_id: str, day: date) -> str:
    """The days of a production's shows in the season: 8–24 October 2026."""
    nights = production_nights(book, production_id, day)
    return span_words(nights[0][0].day, nights[-1][0].day) if nights else ""


def span_words(first: date, last: date) -> str:
    """Two days in words: 8–24 October 2026; 28 September – 24 October 2026; 8 October 2026."""
    end = f"{last.day} {last:%B} {last.year}"
    if first == last:
        return end
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{end}"
    year = f" {first.year}" if first.year != last.year else ""
    return f"{first.day} {first:%B}{year} – {end}"


def day_words(day: date) -> str:
    """A day in a column: Thu 15 Oct."""
    return f"{day:%a} {day.day} {day:%b}"


def _when(show: Performance) -> tuple[date, int]:
    return show.day, show.curtain


def _days(days: Iterable[date]) -> list[str]:
    """The days of the month, each once; 17 (2) for two shows in a day. Where they cross a month
    the last of each has its name: 24, 26 Sep.
    """
    counts = Counter(days)
    known = list(counts)
    months = len({(day.year, day.month) for day in known}) > 1
    made = []
    for place, day in enumerate(known):
        ends = place + 1 == len(known) or known[place + 1].month != day.month
        named = f"{day.day} {day:%b}" if months and ends else str(day.day)
        made.append(f"{named} ({counts[day]})" if counts[day] > 1 else named)
    return made


def _night(
    book: Book,
    show: Performance,
    item: BillItem,
    order: dict[str, int],
    usual: str,
    *,
    months: bool,
) -> Column:
    cast = book.find(Cast, item.cast_id)
    conductor = inside_name(book, show.conductor_id) if book.find(Person, show.conductor_id) else ""
    others = [
        work
        for one in bill(book, show.id)
        if one.production_id != item.production_id
        and (work := book.find(Production, one.production_id))
    ]
    stage = book.find(Studio, show.venue_id) if (show.venue_id or "") != usual else None
    return Column(
        item.id,
        (
            day_words(show.day) if months else f"{show.day:%a} {show.day.day}",
            f"{clock(show.curtain)} · {cast.name if cast else 'no cast'}",
            conductor,
        ),
        show.id,
        item.cast_id,
        show.day,
        order.get(item.cast_id or "", 0) % 3,
        show.state,
        show.curtain,
        ", ".join(work.short or work.title for work in others),
        " ".join(work_code(work) for work in others),
        (stage.short or stage.name) if stage else "",
    )

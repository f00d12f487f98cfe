"""One person's own week: every call and show, first call and release, hours and gaps."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from castapp.domain.agenda import AS_CONDUCTOR, Stint, stints
from castapp.domain.book import Book
from castapp.domain.calls import Call
from castapp.domain.casting import Performance
from castapp.domain.people import Person
from castapp.domain.programme import title
from castapp.domain.repertory import Role
from castapp.domain.roster import company
from castapp.domain.slot import week_start
from castapp.domain.standing import standing
from castapp.export.callboard import BAR, BOLD, Footer, Masthead, Run, Words, isolated
from castapp.export.dancerday import DayLine, day_lines
from castapp.export.dancersums import day_summary, week_totals
from castapp.export.manner import Manner
from castapp.export.posted import postings

DAYS_AHEAD = 14


@dataclass(frozen=True, slots=True)
class OwnDay:
    """A day: its name, what kind of day it is, its lines and the sum under them."""

    name: str
    about: str
    lines: tuple[DayLine, ...]
    summary: str


@dataclass(frozen=True, slots=True)
class DancerWeek:
    """Everything on somebody's own week; totals are a figure and what it counts."""

    masthead: Masthead
    totals: tuple[tuple[str, str], ...]
    days: tuple[OwnDay, ...]
    coming: str
    footer: Footer


def dancer_week(book: Book, person_id: str, day: date, paper: str = "") -> DancerWeek:
    """The week a day lies in, as one person has it; the only paper with private bookings."""
    house = company(book)
    manner = Manner(paper or house.paper)
    person = book.get(Person, person_id)
    first = week_start(day, house.first_weekday)
    days = [first + timedelta(days=offset) for offset in range(7)]
    own_days = tuple(_own_day(book, person, one, manner) for one in days)
    changed = any(line.changed for one in own_days for line in one.lines)
    right: list[Words] = [
        (Run(manner.days(days[0], days[-1]), BOLD),),
        _firmness(book, days, manner),
    ]
    if changed:
        right.append((Run("", sign=BAR), Run(" = changed", BOLD)))
    return DancerWeek(
        Masthead(
            house.name, "your week", "", isolated(person.name), right=tuple(right), boxed=False
        ),
        week_totals(book, person_id, days),
        own_days,
        _coming(book, person_id, days[-1], manner),
        Footer(
            "For you and the office only. Unclear? Ask.",
            f"{isolated(person.surname)} · {manner.days(days[0], days[-1])}",
        ),
    )


def _firmness(book: Book, days: list[date], manner: Manner) -> Words:
    """Until which day of the week the call sheets are posted as firm."""
    firm = [day for day in days if (issues := postings(book, day)) and issues[-1].state == "firm"]
    if not firm:
        return (Run("not firm yet"),)
    if firm == days:
        return (Run("firm"),)
    return (Run(f"firm to {manner.short_day(firm[-1])}"),)


def _own_day(book: Book, person: Person, day: date, manner: Manner) -> OwnDay:
    lines = day_lines(book, person.id, day, manner)
    own = stints(book, person.id, day)
    summary = day_summary(book, person.id, day, manner)
    if standing(book, person.id, day).absence is not None:
        lines = (_word_line("AWAY"), *lines)
    elif not lines:
        lines = (_word_line("FREE DAY" if _is_free(book, day) else "NO CALLS"),)
    return OwnDay(manner.short_day(day), _about(own), lines, summary)


def _word_line(word: str) -> DayLine:
    return DayLine("", "", (Run(word, BOLD),))


def _is_free(book: Book, day: date) -> bool:
    return any(call.kind == "free day" for call in book.where(Call, "day", day))


def _about(own: tuple[Stint, ...]) -> str:
    shows = sum(stint.performance is not None for stint in own)
    if shows:
        return "show day" if shows == 1 else "two shows"
    return "rehearsal" if own else ""


def _coming(book: Book, person_id: str, last: date, manner: Manner) -> str:
    """The person's shows of the fortnight after the week, by title and part."""
    found: dict[str, list[str]] = {}
    for offset in range(1, DAYS_AHEAD + 1):
        day = last + timedelta(days=offset)
        for stint in stints(book, person_id, day):
            if stint.performance is not None:
                said = _show_words(book, stint, stint.performance)
                found.setdefault(said, []).append(manner.day_among(day, (last, day)))
    return "; ".join(f"{said} {', '.join(days)}" for said, days in found.items())


def _show_words(book: Book, stint: Stint, show: Performance) -> str:
    names = ", ".join(role.name for one in stint.roles if (role := book.find(Role, one)))
    cover = "cover " if stint.standby else ""
    part = f" ({cover}{names})" if names else ""
    return f"{title(book, show)}{' (conducting)' if stint.duty == AS_CONDUCTOR else part}"

"""What is looked at: which paper, of which day, ballet, dancer and size; asked for as a request."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from castapp.domain.book import Book
from castapp.domain.casting import BillItem, Performance
from castapp.domain.people import Person
from castapp.domain.repertory import Production
from castapp.domain.roster import company, dancers
from castapp.domain.slot import week_start
from castapp.services.issues import Request, run_at, runs

CALL_SHEET, WEEK, CASTING, DANCER = "callsheet", "week", "casting", "dancer"
CAST_SHEET = "cast-sheet"
SHOWN_PAPERS = (CALL_SHEET, WEEK, CASTING, DANCER, CAST_SHEET)
"""The papers of the board; those of one cover are made where it is found."""
HANDED_OUT = (DANCER, CAST_SHEET)
"""The papers that are given out and have no issues."""

A_WEEK = timedelta(days=6)


@dataclass(frozen=True, slots=True)
class Wanted:
    """The choices of the person at the screen; an empty `size` is the company's paper."""

    paper: str
    day: date
    production_id: str = ""
    person_id: str = ""
    size: str = ""


def request_for(book: Book, wanted: Wanted) -> Request:
    """The choices as a request: whole weeks for a week, the whole run for a casting."""
    person_id = production_id = ""
    first = last = wanted.day
    if wanted.paper in (WEEK, DANCER):
        first = week_start(wanted.day, company(book).first_weekday)
        last = first if wanted.paper == WEEK else first + A_WEEK
    if wanted.paper == DANCER:
        person_id = wanted.person_id
    if wanted.paper == CASTING:
        production_id = wanted.production_id
        first, last = run_at(book, production_id, wanted.day) or (first, last)
    if wanted.paper == CAST_SHEET:
        first = last = show_day(book, wanted.day) or wanted.day
    return Request(wanted.paper, first, last, person_id, production_id, wanted.size)


def productions(book: Book) -> list[Production]:
    """The ballets that have shows, by title."""
    found = {item.production_id for item in book.all(BillItem)}
    works = (book.find(Production, one) for one in found)
    return sorted((one for one in works if one), key=lambda one: one.title)


def production_at(book: Book, day: date) -> str:
    """The ballet shown on a day or next after it, else the last one shown; "" if there is none."""
    shows = _shows(book)
    coming = [one for one in shows if one.day >= day] or shows[-1:]
    for show in coming:
        items = sorted(book.where(BillItem, "performance_id", show.id), key=lambda one: one.order)
        if items:
            return items[0].production_id
    return ""


def show_day(book: Book, day: date) -> date | None:
    """A day if there is a show on it, else the next one with a show, else the last one."""
    days = [one.day for one in _shows(book)]
    return next((one for one in days if one >= day), days[-1] if days else None)


def _shows(book: Book) -> list[Performance]:
    shows = (one for one in book.all(Performance) if one.state != "cancelled")
    return sorted(shows, key=lambda one: (one.day, one.curtain))


def filled(book: Book, wanted: Wanted) -> tuple[str, str]:
    """The ballet and the dancer to show: those chosen if they are still there, else the first."""
    production_id, person_id = wanted.production_id, wanted.person_id
    if book.find(Production, production_id) is None:
        production_id = production_at(book, wanted.day)
    if book.find(Person, person_id) is None:
        everybody = dancers(book, wanted.day)
        person_id = everybody[0].id if everybody else ""
    return production_id, person_id


def dancer_options(book: Book, day: date) -> Sequence[Person]:
    """The dancers under contract that day, by rank."""
    return dancers(book, day)


def stepped(book: Book, wanted: Wanted, direction: int) -> date:
    """Where the arrows lead: the next day, week, or run of the ballet."""
    if wanted.paper == CALL_SHEET:
        return wanted.day + timedelta(days=direction)
    if wanted.paper == CAST_SHEET:
        return _next_show_day(book, wanted.day, direction)
    if wanted.paper != CASTING:
        return wanted.day + timedelta(days=7 * direction)
    found = runs(book, wanted.production_id)
    run = run_at(book, wanted.production_id, wanted.day)
    if run is None:
        return wanted.day
    place = min(max(found.index(run) + direction, 0), len(found) - 1)
    return found[place][0]


def _next_show_day(book: Book, day: date, direction: int) -> date:
    here = show_day(book, day) or day
    days = sorted({one.day for one in _shows(book) if (one.day - here).days * direction > 0})
    return days[0 if direction > 0 else -1] if days else day

"""Each paper laid out on its pages, in one go from the book; no Qt before the first is measured."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from castapp.domain.book import Book
from castapp.domain.checks import Invalid
from castapp.domain.people import Person
from castapp.domain.repertory import Production
from castapp.domain.roster import company
from castapp.domain.slot import days_between, week_start
from castapp.export.callsheet import call_sheet
from castapp.export.callsheet_pages import call_sheet_pages
from castapp.export.casting_pages import casting_pages
from castapp.export.castingsheet import CastingSheet, casting_sheet
from castapp.export.dancerweek import dancer_week
from castapp.export.dancerweek_pages import dancer_week_pages
from castapp.export.request import Request
from castapp.export.runs import productions_cast, run_of
from castapp.export.sheet import Sheet, Type
from castapp.export.sizes import size_of
from castapp.export.weeksheet import week_sheet
from castapp.export.weeksheet_pages import week_pages
from castapp.export.writing import file_word

WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages of one file, its name without ending, and its title."""

    name: str
    title: str
    sheets: tuple[Sheet, ...]


def call_sheets(book: Book, request: Request) -> list[Pages]:
    """The call sheet of each day asked for."""
    paper = paper_of(book, request)
    size = size_of(paper, "across")
    found = []
    for day in days_between(request.first, request.until):
        sheet = call_sheet(book, day, paper)
        sheets = tuple(call_sheet_pages(sheet, size, _measure))
        found.append(Pages(f"call-sheet-{day.isoformat()}", sheet.masthead.title, sheets))
    return found


def week_sheets(book: Book, request: Request) -> list[Pages]:
    """The week sheet of each week the days asked for touch."""
    paper = paper_of(book, request)
    size = size_of(paper, "across")
    found = []
    for first in weeks(book, request):
        sheet = week_sheet(book, first, paper)
        sheets = tuple(week_pages(sheet, size, _measure))
        found.append(Pages(f"week-{first.isoformat()}", sheet.masthead.title, sheets))
    return found


def casting_sheets(book: Book, request: Request) -> list[Pages]:
    """The casting sheet of each production asked for."""
    size = size_of(paper_of(book, request), "large")
    return [
        Pages(name, sheet.masthead.title, tuple(casting_pages(sheet, size, _measure)))
        for name, sheet in castings(book, request)
    ]


def dancer_weeks(book: Book, request: Request) -> list[Pages]:
    """Somebody's own weeks, all in one file."""
    paper, person = paper_of(book, request), person_of(book, request)
    size = size_of(paper, "small")
    sheets: list[Sheet] = []
    for first in weeks(book, request):
        sheets += dancer_week_pages(dancer_week(book, person.id, first, paper), size, _measure)
    name = f"schedule-{file_word(person.name)}-{request.first.isoformat()}"
    return [Pages(name, person.name, tuple(sheets))]


def castings(book: Book, request: Request) -> Iterator[tuple[str, CastingSheet]]:
    """The file name and the casting sheet of each production asked for.

    Raises Invalid if there is no show from the first day on.
    """
    paper = paper_of(book, request)
    wanted = productions_cast(book, request.first, request.until)
    if request.production_id:
        wanted = (request.production_id,)
    if not wanted:
        raise Invalid(f"There is no show from {request.first.isoformat()} on to cast.")
    for production_id in wanted:
        work = book.get(Production, production_id)
        shows = run_of(book, production_id, request.first, request.until)
        name = f"casting-{file_word(work.short or work.title)}-{request.first.isoformat()}"
        yield name, casting_sheet(book, production_id, shows, paper)


def weeks(book: Book, request: Request) -> list[date]:
    """The first days of the weeks the days asked for touch."""
    first = week_start(request.first, company(book).first_weekday)
    last = week_start(request.until, company(book).first_weekday)
    return [first + WEEK * number for number in range((last - first).days // 7 + 1)]


def paper_of(book: Book, request: Request) -> str:
    """The paper asked for, else the company's: A4 or Letter."""
    return request.size or company(book).paper


def person_of(book: Book, request: Request) -> Person:
    """Whose paper it is. Raises Invalid if that is not said or not known."""
    person = book.find(Person, request.person_id)
    if person is None:
        raise Invalid("Say whose schedule it is to be.")
    return person


def _measure(text: str, kind: Type) -> float:
    from castapp.export.pdf import measure

    return measure(text, kind)

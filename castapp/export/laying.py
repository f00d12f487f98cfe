"""Each paper laid out on its pages, in one go from the book; no Qt before the first is measured."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from castapp.domain.book import Book
from castapp.domain.casting import Performance
from castapp.domain.checks import Invalid
from castapp.domain.people import Person
from castapp.domain.programme import title
from castapp.domain.repertory import Production
from castapp.domain.roster import company
from castapp.domain.slot import days_between, week_start
from castapp.export.callsheet import call_sheet
from castapp.export.callsheet_pages import call_sheet_pages
from castapp.export.casting_pages import casting_pages, fits_one_page
from castapp.export.castingsheet import CastingSheet, casting_sheet
from castapp.export.dancerweek import dancer_week
from castapp.export.dancerweek_pages import dancer_week_pages
from castapp.export.manner import Manner
from castapp.export.request import Request
from castapp.export.runs import productions_cast, run_of
from castapp.export.sheet import Sheet, Type
from castapp.export.sizes import COMPANY_PAPERS, size_of
from castapp.export.weeksheet import week_sheet
from castapp.export.weeksheet_pages import week_pages
from castapp.export.writing import file_word

WEEK = timedelta(days=7)
SHORT_ID = 8


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
    paper = paper_of(book, request)
    found = []
    for name, sheet in castings(book, request):
        short = fits_one_page(sheet, size_of(paper, "across"), _measure)
        size = size_of(paper, "across" if short else "large")
        sheets = tuple(casting_pages(sheet, size, _measure))
        found.append(Pages(name, sheet.masthead.title, sheets))
    return found


def dancer_weeks(book: Book, request: Request) -> list[Pages]:
    """Somebody's own weeks, all in one file."""
    paper, person = paper_of(book, request), person_of(book, request)
    size = size_of(paper, "small")
    sheets: list[Sheet] = []
    for first in weeks(book, request):
        sheets += dancer_week_pages(dancer_week(book, person.id, first, paper), size, _measure)
    return [Pages(schedule_name(book, person, weeks(book, request)[0]), person.name, tuple(sheets))]


def castings(book: Book, request: Request) -> Iterator[tuple[str, CastingSheet]]:
    """The file name and the casting sheet of each production asked for.

    Raises Invalid if there is no performance in these days.
    """
    paper = paper_of(book, request)
    wanted = productions_cast(book, request.first, request.until)
    if request.production_id:
        wanted = (request.production_id,)
    runs = [(one, run_of(book, one, request.first, request.until)) for one in wanted]
    if not any(shows for _, shows in runs):
        raise Invalid(no_performance(book, request))
    for production_id, shows in runs:
        if shows:
            yield (
                casting_name(book, production_id, shows[0].day),
                casting_sheet(book, production_id, shows, paper),
            )


def casting_name(book: Book, production_id: str, day: date) -> str:
    """The file name of a casting sheet, without ending; `day` is its first show's.

    Two stagings that share a title are told apart.
    """
    words = {one.id: file_word(one.short or one.title) for one in book.all(Production)}
    return f"casting-{told_apart(words, production_id)}-{day.isoformat()}"


def schedule_name(book: Book, person: Person, first: date) -> str:
    """The file name of somebody's own weeks, without ending; `first` is the first day in it.

    Namesakes are told apart.
    """
    words = {one.id: file_word(one.name) for one in book.all(Person)}
    return f"schedule-{told_apart(words, person.id)}-{first.isoformat()}"


def told_apart(words: dict[str, str], record_id: str) -> str:
    """The word of a record for a file's name; one that others share gets a piece of its id."""
    word = words[record_id]
    shared = sum(one == word for one in words.values()) > 1
    return f"{word}-{file_word(record_id)[-SHORT_ID:]}" if shared else word


def no_performance(book: Book, request: Request) -> str:
    """No performance on Sun 22 Nov 2026. The next is Lake on Thu 10 Dec 2026."""
    manner = Manner(paper_of(book, request))
    days = f"{manner.day(request.first)} {request.first.year}"
    said = f"No performance on {days}."
    if request.until > request.first:
        until = f"{manner.day(request.until)} {request.until.year}"
        said = f"No performance from {days} to {until}."
    coming = sorted(
        (show.day, show.curtain, show.id)
        for show in book.all(Performance)
        if show.state != "cancelled" and show.day >= request.first
    )
    if coming:
        day, _, show_id = coming[0]
        name = title(book, book.get(Performance, show_id))
        said += f" The next is {name} on {manner.day(day)} {day.year}."
    return said


def weeks(book: Book, request: Request) -> list[date]:
    """The first days of the weeks the days asked for touch."""
    first = week_start(request.first, company(book).first_weekday)
    last = week_start(request.until, company(book).first_weekday)
    return [first + WEEK * number for number in range((last - first).days // 7 + 1)]


def paper_of(book: Book, request: Request) -> str:
    """The paper asked for, else the company's: A4 or Letter. Raises Invalid for another."""
    if request.size and request.size not in COMPANY_PAPERS:
        known = " or ".join(COMPANY_PAPERS)
        raise Invalid(f"The paper is {known}, not {request.size}.")
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

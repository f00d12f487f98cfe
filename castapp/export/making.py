"""Each paper made into files: PDF, spreadsheet or calendar, ready to be written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from castapp.domain.book import Book
from castapp.domain.slot import days_between
from castapp.export.callsheet import call_sheet
from castapp.export.laying import WEEK, Pages, castings, paper_of, person_of, schedule_name, weeks
from castapp.export.request import Request


@dataclass(frozen=True, slots=True)
class Made:
    """A file made and not yet written: its name and what is in it."""

    name: str
    data: bytes


def printed(
    lay: Callable[[Book, Request], list[Pages]],
) -> Callable[[Book, Request, datetime], list[Made]]:
    """How a paper is made into PDF files, given how it is laid out."""

    def made(book: Book, request: Request, at: datetime) -> list[Made]:
        from castapp.export.pdf import as_bytes

        return [
            Made(f"{pages.name}.pdf", as_bytes(pages.sheets, pages.title))
            for pages in lay(book, replace(request, at=request.at or at))
        ]

    return made


def call_sheet_workbooks(book: Book, request: Request, at: datetime) -> list[Made]:
    """A workbook for each day's call sheet."""
    from castapp.export.xlsx import call_sheet_xlsx

    paper = paper_of(book, request)
    return [
        Made(
            f"call-sheet-{day.isoformat()}.xlsx",
            call_sheet_xlsx(call_sheet(book, day, paper), paper, at),
        )
        for day in days_between(request.first, request.until)
    ]


def casting_workbooks(book: Book, request: Request, at: datetime) -> list[Made]:
    """A workbook for each production's casting."""
    from castapp.export.xlsx import casting_xlsx

    paper = paper_of(book, request)
    return [
        Made(f"{name}.xlsx", casting_xlsx(sheet, paper, at))
        for name, sheet in castings(book, request)
    ]


def dancer_calendar(book: Book, request: Request, at: datetime) -> list[Made]:
    """Somebody's own calls and shows in the weeks the days asked for touch."""
    from castapp.export.ical import person_calendar

    person = person_of(book, request)
    first, last = _days(book, request)
    data = person_calendar(book, person.id, first, last, request.sequence, at)
    return [Made(f"{schedule_name(book, person, first)}.ics", data)]


def whole_week_calendar(book: Book, request: Request, at: datetime) -> list[Made]:
    """Everybody's calls and shows in the weeks the days asked for touch."""
    from castapp.export.ical import week_calendar

    first, last = _days(book, request)
    data = week_calendar(book, first, last, request.sequence, at)
    return [Made(f"week-{first.isoformat()}.ics", data)]


def _days(book: Book, request: Request) -> tuple[date, date]:
    touched = weeks(book, request)
    return touched[0], touched[-1] + WEEK - timedelta(days=1)

"""Cast sheets made: a file for each performance asked for, as pages and as words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from castapp.domain.book import Book
from castapp.domain.casting import Performance
from castapp.domain.checks import Invalid
from castapp.domain.slot import days_between
from castapp.export.castsheet import CastSheet, cast_sheet
from castapp.export.castsheet_pages import cast_pages
from castapp.export.castsheet_text import cast_text
from castapp.export.laying import Pages, no_performance, paper_of
from castapp.export.making import Made
from castapp.export.request import Request
from castapp.export.sheet import Type
from castapp.export.sizes import size_of
from castapp.export.writing import file_word


def cast_sheets(book: Book, request: Request) -> list[Pages]:
    """The cast sheet of each performance asked for.

    Raises Invalid if there is none, or nothing is on a bill.
    """
    size = size_of(paper_of(book, request), "small")
    return [
        Pages(name, sheet.title, tuple(cast_pages(sheet, size, _measure)))
        for name, sheet in _sheets(book, request, request.at)
    ]


def cast_texts(book: Book, request: Request, at: datetime) -> list[Made]:
    """The same as plain words."""
    return [
        Made(f"{name}.txt", cast_text(sheet).encode("utf-8"))
        for name, sheet in _sheets(book, request, request.at or at)
    ]


def _sheets(book: Book, request: Request, at: datetime | None) -> Iterator[tuple[str, CastSheet]]:
    paper = paper_of(book, request)
    shows = _shows(book, request)
    names = [_name(show) for show in shows]
    for show, name in zip(shows, names, strict=True):
        sheet = cast_sheet(book, show, paper, at)
        shared = f"-{file_word(show.id)}" if names.count(name) > 1 else ""
        yield f"{name}-{file_word(sheet.title)}{shared}", sheet


def _shows(book: Book, request: Request) -> list[Performance]:
    if request.performance_id:
        show = book.find(Performance, request.performance_id)
        if show is None:
            raise Invalid("This performance is no longer there.")
        return [show]
    found = [
        show
        for day in days_between(request.first, request.until)
        for show in sorted(book.where(Performance, "day", day), key=lambda one: one.curtain)
        if show.state != "cancelled"
    ]
    if not found:
        raise Invalid(no_performance(book, request))
    return found


def _name(show: Performance) -> str:
    """cast-sheet-2026-10-14-1930."""
    hour, minute = divmod(show.curtain, 60)
    return f"cast-sheet-{show.day.isoformat()}-{hour:02d}{minute:02d}"


def _measure(text: str, kind: Type) -> float:
    from castapp.export.pdf import measure

    return measure(text, kind)

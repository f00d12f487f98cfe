"""The demonstration: the sample company, a picture of every screen, and every paper, in a folder.

Needs no display.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from castapp.domain.calls import Call
from castapp.domain.casting import BillItem, Performance
from castapp.domain.checks import Invalid
from castapp.domain.people import CareerLine
from castapp.domain.record import Record
from castapp.domain.roster import company
from castapp.domain.slot import week_start

if TYPE_CHECKING:
    from castapp.domain.book import Book
    from castapp.services.desk import Desk

COMPANY = "Sample company.castapp"
OF_CHANGES = ("slip", "told")
"""Papers there is nothing on until somebody is off and replaced."""


def demo(
    folder: Path, new_sample: Callable[[str, date], Desk], today: date | None = None
) -> list[Path]:
    """Make everything anew in a folder; the files made. Raises Invalid if it cannot be written."""
    day = today or datetime.now().astimezone().date()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / COMPANY).unlink(missing_ok=True)
    except OSError as wrong:
        raise Invalid(f"{folder} cannot be written: {wrong.strerror}.") from wrong
    from castapp.ui.pictures import take

    desk = new_sample(str(folder / COMPANY), day)
    try:
        made = [folder / COMPANY]
        made += papers(desk.book, folder / "papers", day)
        (folder / "pictures").mkdir(exist_ok=True)
        made += take(desk, folder / "pictures", day)
    finally:
        desk.close()
    return made


def papers(book: Book, folder: Path, today: date) -> list[Path]:
    """Every paper in every form it has: a day's call sheet, the week, the run, one dancer."""
    from castapp.services.papers import Request, catalogue, write

    day = _working_day(book, today)
    first = week_start(day, company(book).first_weekday)
    week = (first, first + timedelta(days=6))
    spans = {"callsheet": (day, day), "casting": _run(book, today)}
    made: list[Path] = []
    for paper in catalogue():
        if paper.name in OF_CHANGES:
            continue
        start, end = spans.get(paper.name, week)
        dancer = _storied_dancer(book) if paper.name in ("dancer", "career") else ""
        request = Request(paper.name, start, end, dancer)
        folder.mkdir(parents=True, exist_ok=True)
        made += write(book, request, paper.formats, folder)
    return made


def _working_day(book: Book, today: date) -> date:
    """Today if anything is called or shown, else the next day on which something is."""
    for offset in range(14):
        day = date.fromordinal(today.toordinal() + offset)
        wanted: tuple[type[Record], ...] = (Call, Performance)
        if any(book.where(kind, "day", day) for kind in wanted):
            return day
    return today


def _run(book: Book, today: date) -> tuple[date, date]:
    """The first and last day of the run that is on, or comes next."""
    coming = sorted(
        (show for show in book.all(Performance) if show.day >= today), key=lambda show: show.day
    )
    if not coming:
        return today, today
    items = book.where(BillItem, "performance_id", coming[0].id)
    production = items[0].production_id if items else ""
    days = [
        book.get(Performance, item.performance_id).day
        for item in book.where(BillItem, "production_id", production)
    ]
    return min(days, default=today), max(days, default=today)


def _storied_dancer(book: Book) -> str:
    """Somebody with a career to show."""
    return next((line.person_id for line in book.all(CareerLine)), "")

"""The papers, for a screen or a command: pages to look at, files to write."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from castapp.domain.book import Book
from castapp.domain.checks import Invalid
from castapp.domain.people import Person
from castapp.domain.roster import by_rank
from castapp.export.careersheet import Career, CareerRow, gathered
from castapp.export.request import Request
from castapp.export.writing import save

if TYPE_CHECKING:
    from castapp.export.catalogue import Paper
    from castapp.export.making import Made
    from castapp.export.pdf import PageLayout, Painter
    from castapp.export.sheet import Sheet

MOST_LETTERS = 12

__all__ = [
    "Request",
    "careers",
    "catalogue",
    "made",
    "page_layout",
    "page_points",
    "pages",
    "paint_page",
    "unprintable",
    "write",
]


def catalogue() -> tuple[Paper, ...]:
    """Every paper with the formats it comes in."""
    from castapp.export.catalogue import PAPERS

    return PAPERS


def pages(book: Book, request: Request) -> tuple[Sheet, ...]:
    """A paper's pages, to be shown or printed. Raises Invalid if it cannot be made.

    A request that does not say when it is made is made now.
    """
    paper = _paper(request)
    whole = _filled(book, request, request.at or datetime.now(UTC))
    return tuple(sheet for found in paper.lay(book, whole) for sheet in found.sheets)


def careers(book: Book, people: Sequence[str], today: date) -> tuple[Career, ...]:
    """What dancers have danced by a day, for the career record; those without any left out."""
    from castapp.services.careerlines import lines_of

    found = []
    for person_id, lines in lines_of(book, people, today).items():
        rows = gathered(
            CareerRow(line.work, line.role, line.where, line.first, line.last, line.times,
                      line.partners, line.debut)
            for line in lines
        )  # fmt: skip
        if rows:
            found.append(Career(person_id, rows))
    return tuple(found)


def unprintable(book: Book, request: Request) -> str:
    """One sentence about letters that this computer cannot print on a paper; empty if none.

    Raises Invalid if the paper cannot be made.
    """
    from castapp.export.pdf import unprintable as letters_without_type

    letters = letters_without_type(pages(book, request))
    if not letters:
        return ""
    shown = letters[:MOST_LETTERS] + ("…" if len(letters) > MOST_LETTERS else "")
    return (
        f"No typeface on this computer has the letters “{shown}”: they come out as empty boxes "
        "until one that has them is installed."
    )


def paint_page(painter: Painter, page: Sheet, scale: float) -> None:
    """Paint a page at the painter's origin; `scale` is the painter's units to a point."""
    from castapp.export.pdf import paint

    paint(painter, page, scale)


def page_points(page: Sheet) -> tuple[float, float]:
    """A page's width and height in points (72 to the inch)."""
    from castapp.export.pdf import points

    return points(page)


def page_layout(page: Sheet) -> PageLayout:
    """A page's size for a printer, without margins of its own."""
    from castapp.export.pdf import page_layout as layout

    return layout(page)


def write(
    book: Book,
    request: Request,
    forms: Sequence[str],
    folder: Path,
    at: datetime | None = None,
) -> list[Path]:
    """Write a paper in these formats into a folder; the paths of the files.

    Everything is made before anything is written. Raises Invalid with one sentence if a paper
    does not come in a format, cannot be made, or cannot be written.
    """
    files = made(book, request, forms, at)
    for one in files:
        save(folder / one.name, one.data)
    return [folder / one.name for one in files]


def made(
    book: Book, request: Request, forms: Sequence[str], at: datetime | None = None
) -> list[Made]:
    """A paper's files in these formats, not yet written.

    Raises Invalid with one sentence if it does not come in a format or cannot be made.
    """
    paper = _paper(request)
    now = at or datetime.now(UTC)
    whole = _filled(book, request, now)
    files = []
    for form in forms:
        make = paper.make(form)
        if make is None:
            known = " or ".join(paper.formats)
            raise Invalid(f"The {paper.title.lower()} comes as {known}, not as {form}.")
        files += make(book, whole, now)
    return files


def _filled(book: Book, request: Request, at: datetime) -> Request:
    """The request with the moment it is made and, for a career record, what it prints.

    Without a dancer it is everybody's, by rank.
    """
    if request.paper != "career":
        return replace(request, at=request.at or at)
    everybody = by_rank(book, book.all(Person), request.until)
    people = [request.person_id] if request.person_id else [who.id for who in everybody]
    return replace(request, at=request.at or at, careers=careers(book, people, request.until))


def _paper(request: Request) -> Paper:
    from castapp.export.catalogue import paper_named

    if request.until < request.first:
        raise Invalid("The last day comes before the first.")
    paper = paper_named(request.paper)
    if paper is None:
        raise Invalid(f"There is no paper called “{request.paper}”.")
    return paper

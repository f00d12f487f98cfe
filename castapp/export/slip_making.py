"""The change slip and the told list made: their pages, and the texts as a file of words."""

from __future__ import annotations

from datetime import datetime

from castapp.domain.book import Book
from castapp.export.laying import Pages, paper_of
from castapp.export.making import Made
from castapp.export.request import Request
from castapp.export.sheet import Type
from castapp.export.sizes import size_of
from castapp.export.slip import slip_text, slips
from castapp.export.slip_pages import slip_pages
from castapp.export.told import told_sheet
from castapp.export.told_pages import told_pages


def change_slips(book: Book, request: Request) -> list[Pages]:
    """The slips and texts of every show of the days asked for, in one file."""
    paper = paper_of(book, request)
    found = slips(book, request.first, request.until, paper, request.performance_id, request.at)
    sheets = tuple(sheet for one in found for sheet in slip_pages(one, paper, _measure))
    return [Pages(f"change-slip-{request.first.isoformat()}", "Cast change", sheets)]


def slip_texts(book: Book, request: Request, at: datetime) -> list[Made]:
    """The announcement and the board text as plain words."""
    paper = paper_of(book, request)
    found = slips(book, request.first, request.until, paper, request.performance_id, at)
    name = f"change-slip-{request.first.isoformat()}.txt"
    return [Made(name, slip_text(found).encode("utf-8"))]


def told_lists(book: Book, request: Request) -> list[Pages]:
    """The list of everybody who must be told of the days asked for."""
    paper = paper_of(book, request)
    sheet = told_sheet(book, request.first, request.until, paper, request.at)
    sheets = tuple(told_pages(sheet, size_of(paper, "upright"), _measure))
    return [Pages(f"told-{request.first.isoformat()}", "Who must be told", sheets)]


def _measure(text: str, kind: Type) -> float:
    from castapp.export.pdf import measure

    return measure(text, kind)

"""The career record made: its pages, and the table."""

from __future__ import annotations

from datetime import datetime

from castapp.domain.book import Book
from castapp.domain.checks import Invalid
from castapp.domain.people import Person
from castapp.export.career_csv import career_csv
from castapp.export.career_pages import career_pages
from castapp.export.careersheet import Career, career_sheet
from castapp.export.laying import Pages, paper_of, told_apart
from castapp.export.making import Made
from castapp.export.manner import Manner
from castapp.export.request import Request
from castapp.export.sheet import Sheet, Type
from castapp.export.sizes import size_of
from castapp.export.writing import file_word


def career_records(book: Book, request: Request) -> list[Pages]:
    """The record of each dancer asked for, all in one file. Raises Invalid if nobody has one."""
    paper = paper_of(book, request)
    size = size_of(paper, "upright")
    sheets: list[Sheet] = []
    for career in _careers(book, request):
        sheet = career_sheet(book, career, request.until, paper)
        sheets += career_pages(sheet, size, Manner(paper), _measure)
    return [Pages(_name(book, request), "Career record", tuple(sheets))]


def career_tables(book: Book, request: Request, at: datetime) -> list[Made]:
    """The same as a table. Raises Invalid if nobody has danced anything."""
    del at
    data = career_csv(book, _careers(book, request))
    return [Made(f"{_name(book, request)}.csv", data)]


def _careers(book: Book, request: Request) -> tuple[Career, ...]:
    found = tuple(one for one in request.careers if one.rows)
    if found:
        return found
    who = book.find(Person, request.person_id)
    name = who.name if who else "Nobody here"
    raise Invalid(f"{name} has not danced any role yet; there is no career to print.")


def _name(book: Book, request: Request) -> str:
    """career-cleo-moss, or careers where it is everybody's."""
    if book.find(Person, request.person_id) is None:
        return f"careers-{request.until.isoformat()}"
    words = {one.id: file_word(one.name) for one in book.all(Person)}
    return f"career-{told_apart(words, request.person_id)}"


def _measure(text: str, kind: Type) -> float:
    from castapp.export.pdf import measure

    return measure(text, kind)

"""One table being read: the book as it grows, what is wrong, and what a person should look at."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from castapp.domain.book import Book
from castapp.domain.casting import Performance
from castapp.domain.checks import Invalid
from castapp.domain.company import COMPANY_ID, Company
from castapp.domain.draft import Draft
from castapp.domain.edit import Edit
from castapp.domain.people import Person
from castapp.importers.cells import day_of, moment_of, month_comes_first
from castapp.importers.names import Names
from castapp.importers.table import Complaints, Row, Table
from castapp.importers.words import is_blank

V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Asked:
    """What an importer needs besides the table.

    `stage(book, title)` is the edit that brings a new production of that title into the
    repertory; `newcomers` lets names that nobody bears become people, and
    rooms nobody knows become studios; `zone_told` means that the company's clock was set on
    purpose and no venue changes it.
    """

    today: date
    stage: Callable[[Book, str], Edit]
    newcomers: bool
    zone_told: bool = False


@dataclass(slots=True)
class Reading:
    """The work on one table: steps are taken into `book`, and folded into one edit."""

    table: Table
    book: Book
    asked: Asked
    edit: Edit = field(default_factory=lambda: Edit(""))
    doubts: list[str] = field(default_factory=list)
    complaints: Complaints = field(init=False)
    columns: dict[str, int] = field(init=False)
    month_first: bool = field(init=False, default=False)

    def __post_init__(self) -> None:
        self.complaints = Complaints(self.table)
        self.columns = {
            known: column for column, known in enumerate(self.table.fields) if known is not None
        }
        self.month_first = self._month_first()

    def cell(self, row: Row, name: str) -> str:
        """The text under a heading; empty if there is no such column or it says nothing."""
        column = self.columns.get(name)
        if column is None or column >= len(row.cells) or is_blank(row.cells[column]):
            return ""
        return row.cells[column]

    def read(self, row: Row, name: str, reader: Callable[[str], V], otherwise: V) -> V:
        """A cell read by `reader`; what is wrong with it is written down and `otherwise` given."""
        text = self.cell(row, name)
        return self.read_text(row.line, self.columns.get(name), text, reader, otherwise)

    def read_text(
        self,
        line: int,
        column: int | None,
        text: str,
        reader: Callable[[str], V],
        otherwise: V,
    ) -> V:
        """Text of a cell read by `reader`; an empty text gives `otherwise`."""
        if not text:
            return otherwise
        try:
            return reader(text)
        except Invalid as wrong:
            self.complaints.add(line, column, wrong)
            return otherwise

    def day(self, row: Row, name: str) -> date | None:
        """The day under a heading."""
        return self.read(row, name, lambda text: day_of(text, self.month_first), None)

    def moment(self, row: Row, name: str) -> tuple[date | None, int | None]:
        """The day under a heading, with a clock time if the cell has one."""
        nothing: tuple[date | None, int | None] = (None, None)
        return self.read(row, name, lambda text: moment_of(text, self.month_first), nothing)

    def missing(self, row: Row, name: str, sentence: str) -> None:
        """Write down that a row lacks what it cannot do without."""
        self.complaints.add(row.line, self.columns.get(name), sentence)

    def guarded(self, row: Row, make: Callable[[], V]) -> V | None:
        """Make records of a row; what they refuse is written down against the row."""
        try:
            return make()
        except Invalid as wrong:
            self.complaints.add(row.line, None, wrong)
            return None

    def draft(self) -> Draft:
        """A draft against the book as it stands by now."""
        return Draft(self.book)

    def take(self, edit: Edit) -> None:
        """Fold a step in."""
        self.book = self.book.apply(edit)
        self.edit = self.edit.then(edit, edit.label)

    def names(self) -> Names:
        """Everybody in the book by now."""
        return Names.of(self.book)

    def doubt(self, sentence: str) -> None:
        """Leave something for a person to look at, once."""
        if sentence not in self.doubts:
            self.doubts.append(sentence)

    def _month_first(self) -> bool:
        company = self.book.find(Company, COMPANY_ID)
        default = company is not None and company.paper == "Letter"
        texts = list(self._days())
        answer, certain = month_comes_first(texts, default)
        if not certain and any("/" in text for text in texts):
            order = "month/day/year" if answer else "day/month/year"
            self.doubt(f"Days like “{next(t for t in texts if '/' in t)}” were read as {order}.")
        return answer

    def _days(self) -> Iterator[str]:
        for name in ("date", "performance", "from", "to", "born", "first_danced", "last_danced"):
            if name in self.columns:
                yield from (text for row in self.table.rows if (text := self.cell(row, name)))


def is_new(book: Book) -> bool:
    """Whether a company has neither people nor performances yet."""
    return not book.count(Person) and not book.count(Performance)

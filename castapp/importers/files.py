"""Files into tables, by what they are rather than what they are called; tables into a reading."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from castapp.domain.book import Book
from castapp.domain.checks import Invalid
from castapp.domain.company import COMPANY_ID, Company
from castapp.domain.edit import Edit
from castapp.importers.absences import read_absences
from castapp.importers.calls import read_calls
from castapp.importers.career import read_career
from castapp.importers.casting import read_casting
from castapp.importers.columns import left_out
from castapp.importers.kinds import KINDS, kind_of
from castapp.importers.people import read_people
from castapp.importers.performances import read_performances
from castapp.importers.reading import Asked, Reading
from castapp.importers.table import Table

OLD_WORKBOOK = b"\xd0\xcf\x11\xe0"
READERS: dict[str, Callable[[Reading], None]] = {
    "people": read_people,
    "performances": read_performances,
    "casting": read_casting,
    "calls": read_calls,
    "absences": read_absences,
    "career": read_career,
}


@dataclass(frozen=True, slots=True)
class Brought:
    """What files bring: one edit, what a person should look at, and what each table was."""

    edit: Edit
    doubts: tuple[str, ...]
    kinds: tuple[tuple[str, str], ...]


def read_file(path: Path, book: Book) -> tuple[list[Table], list[str]]:
    """The tables of a file, and what of it was left out. Raises Invalid, or BadRows by cell."""
    source = path.name
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        raise Invalid(f"There is no file {path}.") from None
    except OSError as wrong:
        raise Invalid(f"{source} cannot be read: {wrong.strerror or wrong}.") from wrong
    return read_content(content, source, book)


def read_content(content: bytes, source: str, book: Book) -> tuple[list[Table], list[str]]:
    """The tables in a file's bytes: workbook, calendar, or separated values."""
    if content.startswith(b"PK"):
        from castapp.importers.xlsx import read_xlsx

        return read_xlsx(content, source), []
    if content.startswith(OLD_WORKBOOK):
        raise Invalid(f"{source} is an old workbook (.xls); save it as .xlsx.")
    if content.startswith(b"%PDF"):
        raise Invalid(f"{source} is a PDF; save the table as .xlsx or .csv.")
    if b"BEGIN:VCALENDAR" in content[:200].upper():
        from castapp.importers.ics import read_ics

        company = book.find(Company, COMPANY_ID)
        return read_ics(content, source, company.zone if company else "UTC")
    from castapp.importers.csv import read_csv

    return read_csv(content, source)


def bring(book: Book, tables: Sequence[Table], kind: str, asked: Asked) -> Brought:
    """Everything in these tables as one edit: people first, then shows, casting, calls, absences,
    careers.

    Raises Invalid if a table's kind cannot be told, BadRows for rows that cannot be brought in.
    """
    sorted_tables, doubts = _sorted(tables, kind)
    sorted_tables = _filled(sorted_tables, doubts)
    edit = Edit("")
    for name, table in sorted_tables:
        reading = Reading(table, book, asked)
        READERS[name](reading)
        edit = edit.then(reading.edit)
        book = reading.book
        doubts.extend([*left_out(table, name), *reading.doubts])
    kinds = tuple((table.source, name) for name, table in sorted_tables)
    edit = replace(edit, label=f"Import {', '.join(_named(sorted_tables))}")
    return Brought(edit, tuple(dict.fromkeys(doubts)), kinds)


def _named(tables: Sequence[tuple[str, Table]]) -> list[str]:
    """What came in, for the history: files by name, but one with absences by what is in it.

    The name of a file about somebody's absence may say what nobody else may read.
    """
    files = [(table.source.partition(", sheet ")[0], name) for name, table in tables]
    private = {file for file, name in files if name == "absences"}
    return list(dict.fromkeys(name if file in private else file for file, name in files))


def _filled(tables: Sequence[tuple[str, Table]], doubts: list[str]) -> list[tuple[str, Table]]:
    """The tables that have rows; the others are told. Raises Invalid if none has."""
    filled = [(name, table) for name, table in tables if table.rows]
    bare = [table.source for _, table in tables if not table.rows]
    if bare and not filled:
        raise Invalid(f"{bare[0]} has headings but no rows; there is nothing to bring in.")
    doubts += [f"{source} has headings but no rows." for source in bare]
    return filled


def _sorted(tables: Sequence[Table], kind: str) -> tuple[list[tuple[str, Table]], list[str]]:
    found: list[tuple[str, Table]] = []
    strange: list[Table] = []
    for table in tables:
        name = kind_of(table) if kind == "auto" else kind
        if name is None:
            strange.append(table)
        else:
            found.append((name, table))
    if strange and not found:
        table = strange[0]
        raise Invalid(
            f"{table.source}: the headings ({', '.join(table.headings[:8])}) do not tell what it "
            f"is; say which kind: {', '.join(KINDS)}."
        )
    doubts = [f"{table.source} was left out; its headings are not known." for table in strange]
    return sorted(found, key=lambda one: KINDS.index(one[0])), doubts

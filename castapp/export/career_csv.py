"""The career record as a table for another company's file, or for a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from castapp.domain.book import Book
from castapp.domain.people import Person
from castapp.export.careersheet import BETWEEN, Career

HEADINGS = (
    "Dancer", "Ballet", "Role", "Where", "First danced", "Last danced", "Times", "Debut",
    "Partner",
)  # fmt: skip
FORMULAS = ("=", "+", "-", "@", "\t", "\r")


def career_csv(book: Book, careers: Iterable[Career]) -> bytes:
    """A row for each role at each house: UTF-8 with its mark, so that spreadsheets read accents.

    Days are ISO, or a month or a year where no more is known. A text that a spreadsheet would
    take for a formula stands behind an apostrophe.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(HEADINGS)
    for career in careers:
        name = book.get(Person, career.person_id).name
        for row in career.rows:
            cells = (
                name, row.work, row.role, row.where, row.first, row.last, str(row.times),
                "yes" if row.debut else "", BETWEEN.join(row.partners),
            )  # fmt: skip
            writer.writerow([_guarded(cell) for cell in cells])
    return text.getvalue().encode("utf-8-sig")


def _guarded(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULAS) else cell

"""The lines of a call in the order they were made, also after one went and came back."""

from __future__ import annotations

from castapp.domain.book import Book
from castapp.domain.calls import Call, Called
from castapp.domain.nights import kept
from castapp.domain.record import born


def called_lines(book: Book, call: Call) -> tuple[Called, ...]:
    """A call's lines in the order they were made; the same tuple until one changes.

    A book holds what an undo brought back after everything else; on paper it has its old place.
    """
    lines = book.where(Called, "call_id", call.id)
    if len(lines) < 2:
        return lines
    known = book.cache("called_lines")
    return kept(known, call.id, (lines,), lambda: tuple(sorted(lines, key=born)))

"""A draft: records put in and taken out one after another, folded into one edit."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, TypeVar

from castapp.domain.book import Book
from castapp.domain.edit import Change, Edit
from castapp.domain.record import Record

R = TypeVar("R", bound=Record)


class Draft:
    """Collects changes against a book; the book itself stays as it is."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._after: dict[tuple[type[Record], str], Record | None] = {}

    def put(self, record: R) -> R:
        """Add a record, or set it in place of the one with its id."""
        self._after[(type(record), record.id)] = record
        return record

    def set(self, record: R, **fields: Any) -> R:
        """Put the record with some fields changed."""
        return self.put(replace(record, **fields))

    def drop(self, record: Record) -> None:
        """Take a record out."""
        self._after[(type(record), record.id)] = None

    def take(self, edit: Edit) -> None:
        """Fold another edit in."""
        for change in edit.changes:
            self._after[(change.kind, change.id)] = change.after

    def find(self, kind: type[R], record_id: str) -> R | None:
        """The record as the draft has it, else as the book has it."""
        if (kind, record_id) in self._after:
            found = self._after[(kind, record_id)]
            return found if isinstance(found, kind) else None
        return self._book.find(kind, record_id)

    def edit(self, label: str) -> Edit:
        """Everything that really changed, as one edit in the order it was first touched."""
        changes = []
        for (kind, record_id), after in self._after.items():
            before = self._book.find(kind, record_id)
            if before != after:
                changes.append(Change(before, after))
        return Edit(label, tuple(changes))

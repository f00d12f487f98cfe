"""From one book to a later one: by the journal's entries, or by what differs."""

from __future__ import annotations

from collections.abc import Sequence

from castapp.domain.book import Book
from castapp.domain.draft import Draft
from castapp.domain.edit import Edit
from castapp.domain.records import KINDS
from castapp.store.entry import Entry


def replayed(book: Book, entries: Sequence[Entry]) -> tuple[Book, Edit]:
    """The book after more entries, and all they changed as one edit. Raises Stale, Trouble."""
    edit = Edit("")
    for entry in entries:
        written = entry.edit
        book = book.apply(written)
        edit = edit.then(written, written.label)
    return book, edit


def difference(old: Book, new: Book) -> Edit:
    """The edit that leads from one book to another."""
    draft = Draft(old)
    for kind in KINDS:
        for record in old.all(kind):
            if new.find(kind, record.id) is None:
                draft.drop(record)
        for record in new.all(kind):
            draft.put(record)
    return draft.edit("Read anew")

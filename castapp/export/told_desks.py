"""That a desk nobody of the company sits at was told: a note about the show, read back."""

from __future__ import annotations

from castapp.domain.book import Book
from castapp.domain.office import Note, Told
from castapp.domain.record import new_id

TOLD = "told"
BETWEEN = " | "


def desk_note(desk: str, ref_id: str, what: str, at: str, by: str) -> Note:
    """The note that a desk was told of a show, in which words, when (ISO stamp, UTC), by whom."""
    return Note(new_id(), BETWEEN.join((f"{desk} {TOLD}", at, by, what)), about_id=ref_id)


def desk_notes(book: Book, desk: str, ref_id: str) -> tuple[Note, ...]:
    """Every note that this desk was told of a show."""
    begins = f"{desk} {TOLD}{BETWEEN}"
    return tuple(one for one in book.where(Note, "about_id", ref_id) if one.text.startswith(begins))


def desk_told(book: Book, desk: str, ref_id: str, what: str) -> Told | None:
    """That a desk was told exactly this; None if it knows nothing, or other words."""
    for note in desk_notes(book, desk, ref_id):
        _, at, by, known = note.text.split(BETWEEN, 3)
        if known == what:
            return Told(note.id, "", ref_id, what, at, by)
    return None

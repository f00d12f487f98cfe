"""A performance that has been danced: what is changed in it corrects the record."""

from __future__ import annotations

from castapp.domain.book import Book
from castapp.domain.casting import Danced, Override, Performance
from castapp.domain.edit import Edit
from castapp.services.casting import record_danced


def given_words(book: Book, performance_id: str) -> str:
    """What to ask before a performance that was given is cast anew; "" for one still to come."""
    show = book.get(Performance, performance_id)
    if show.state != "given" and not book.where(Danced, "performance_id", performance_id):
        return ""
    night = f"{show.day:%a} {show.day.day} {show.day:%b}"
    return f"{night} has been danced; this corrects the record."


def corrected(book: Book, edit: Edit) -> Edit:
    """An edit of casting with what is written down as danced brought in line with it."""
    after, whole = book.apply(edit), edit
    records = [change.record for change in edit.changes]
    shows = [one.performance_id for one in records if isinstance(one, Override)]
    for performance_id in dict.fromkeys(shows):
        if book.where(Danced, "performance_id", performance_id):
            noted = record_danced(after, performance_id)
            after, whole = after.apply(noted), whole.then(noted, edit.label)
    return whole

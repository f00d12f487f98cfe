"""The sample company: ten weeks of an invented ballet company around a chosen day."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from castapp.domain.book import Book
from castapp.domain.edit import Change, Edit
from castapp.domain.record import Record
from castapp.services.sample.calls import calls
from castapp.services.sample.casts import repertory
from castapp.services.sample.health import availability
from castapp.services.sample.house import house, people
from castapp.services.sample.nights import stand_ins
from castapp.services.sample.office import accepted, postings
from castapp.services.sample.past import as_held, attendance, earlier_weeks, ratings
from castapp.services.sample.sealed import PASSPHRASE, seal_sample
from castapp.services.sample.shows import given, performances
from castapp.services.sample.templates import templates

__all__ = ["PASSPHRASE", "sample_book", "sample_edit", "seal_sample"]

Step = Callable[[Book, date], Iterable[Record]]
LABEL = "New sample company"


def sample_edit(today: date) -> Edit:
    """Everything in the sample company as one edit, to be committed to an empty file."""
    return Edit(LABEL, tuple(Change(None, record) for record in _records(today)))


def sample_book(today: date) -> Book:
    """The sample company as a book: the same for the same day, on every machine."""
    return Book.of(_records(today))


def _records(today: date) -> list[Record]:
    """Step by step, each standing on the book so far; a record made again takes its place."""
    made: dict[str, Record] = {}
    for first in (house(today), people(today), repertory(), availability(today)):
        made.update((record.id, record) for record in first)
    made.update((record.id, record) for record in performances(today))
    for step in STEPS:
        book = Book.of(made.values())
        made.update((record.id, record) for record in step(book, today))
    return list(made.values())


STEPS: tuple[Step, ...] = (
    stand_ins,
    given,
    earlier_weeks,
    calls,
    as_held,
    attendance,
    ratings,
    postings,
    accepted,
    templates,
)

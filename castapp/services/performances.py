"""Putting performances on, changing and cancelling them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from castapp.domain.book import Book
from castapp.domain.casting import BillItem, Danced, Override, Performance
from castapp.domain.checks import Invalid
from castapp.domain.draft import Draft
from castapp.domain.edit import Edit
from castapp.domain.office import Told
from castapp.domain.programme import bill, title
from castapp.domain.record import new_id
from castapp.domain.repertory import Production
from castapp.domain.slot import clock


def create_performance(
    book: Book,
    day: date,
    curtain: int,
    venue_id: str | None,
    production_ids: Sequence[str],
    conductor_id: str | None = None,
) -> Edit:
    """Put a performance of one or more productions on (a mixed bill in this order)."""
    if not production_ids:
        raise Invalid("A performance needs a production on its bill.")
    draft = Draft(book)
    show = draft.put(Performance(new_id(), day, curtain, venue_id, conductor_id))
    for order, production_id in enumerate(production_ids):
        draft.put(BillItem(new_id(), show.id, production_id, order))
    works = (book.find(Production, production_id) for production_id in production_ids)
    named = " / ".join(work.short or work.title for work in works if work)
    return draft.edit(f"New performance of {named}, {_when(show)}")


def change_performance(book: Book, performance_id: str, **fields: Any) -> Edit:
    """Set fields of a performance: day, curtain, venue, conductor, state, note."""
    show = book.get(Performance, performance_id)
    changed = replace(show, **fields)
    draft = Draft(book)
    draft.put(changed)
    return draft.edit(f"Change {title(book, show)}, {_when(changed)}")


def remove_performance(book: Book, performance_id: str) -> Edit:
    """Take a performance out with its bill and overrides. One that was given stays."""
    show = book.get(Performance, performance_id)
    if show.state == "given":
        raise Invalid("This performance has been given; it belongs to the record and stays.")
    draft = Draft(book)
    for item in bill(book, performance_id):
        draft.drop(item)
    for override in book.where(Override, "performance_id", performance_id):
        draft.drop(override)
    for danced in book.where(Danced, "performance_id", performance_id):
        draft.drop(danced)
    for told in book.where(Told, "ref_id", performance_id):
        draft.drop(told)
    draft.drop(show)
    return draft.edit(f"Remove {title(book, show)}, {_when(show)}")


def _when(show: Performance) -> str:
    return f"{show.day:%a} {show.day.day} {show.day:%b} {clock(show.curtain)}"

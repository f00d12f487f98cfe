"""Where in the grid a record is to be found."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from castapp.domain.book import Book
from castapp.domain.casting import BillItem, Cast, Casting, Override, Performance
from castapp.domain.finding import Ref
from castapp.domain.programme import bill
from castapp.domain.repertory import Production, Role
from castapp.ui.screens.casting.columns import production_nights


@dataclass(frozen=True, slots=True)
class Found:
    """A production and column, and if `role_id` is set a role's row (`spot` 0: as a whole)."""

    production_id: str
    column: str
    by_cast: bool = False
    role_id: str = ""
    spot: int = 0
    day: date | None = None


def find_place(
    book: Book, ref: Ref, shown: str, day: date, performance_id: str = ""
) -> Found | None:
    """The place of a performance, cast, casting, override or role; None if it is not in the grid.

    A performance of a mixed bill is found in the production shown, if that is on its bill; a
    role in the performance named, else in the next one from the day on.
    """
    record = book.find(ref.kind, ref.id)
    if isinstance(record, Performance):
        items = bill(book, record.id)
        item = next((one for one in items if one.production_id == shown), None)
        item = item or next(iter(items), None)
        return Found(item.production_id, item.id, day=record.day) if item else None
    if isinstance(record, Cast):
        return Found(record.production_id, record.id, by_cast=True)
    if isinstance(record, Casting):
        cast, role = book.find(Cast, record.cast_id), book.find(Role, record.role_id)
        if cast and role:
            spot = record.spot if role.spots > 1 else 0
            return Found(cast.production_id, cast.id, True, role.id, spot)
    if isinstance(record, Override):
        return _override(book, record)
    if isinstance(record, Role):
        return _role(book, record, day, performance_id)
    if isinstance(record, Production):
        return Found(record.id, "")
    return None


def _override(book: Book, record: Override) -> Found | None:
    role, show = book.find(Role, record.role_id), book.find(Performance, record.performance_id)
    if role is None or show is None:
        return None
    for item in book.where(BillItem, "performance_id", show.id):
        if item.production_id == role.production_id:
            spot = record.spot if role.spots > 1 else 0
            return Found(item.production_id, item.id, False, role.id, spot, show.day)
    return None


def _role(book: Book, role: Role, day: date, performance_id: str) -> Found | None:
    nights = production_nights(book, role.production_id, day)
    named = [item for show, item in nights if show.id == performance_id]
    coming = named or [item for show, item in nights if show.day >= day]
    coming = coming or [item for _, item in nights]
    if not coming:
        return None
    return Found(role.production_id, coming[0].id, role_id=role.id)

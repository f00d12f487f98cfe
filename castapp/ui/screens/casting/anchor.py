"""What is selected, said without a view: kept when another view is shown. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from castapp.domain.book import Book
from castapp.domain.casting import BillItem, Cast
from castapp.domain.repertory import Role
from castapp.ui.screens.casting.columns import Column, production_nights
from castapp.ui.screens.casting.edits import seat_of
from castapp.ui.screens.casting.present import CASTS, DANCERS, ROLES, STAGE
from castapp.ui.screens.casting.rows import Row
from castapp.ui.screens.casting.spread import places_in


@dataclass(frozen=True, slots=True)
class Anchor:
    """A role and spot (0: as a whole), the key of a column, and who is there."""

    role_id: str = ""
    spot: int = 0
    column_key: str = ""
    person_id: str = ""


def anchor(book: Book, row: Row, column: Column, looked_at: str = "") -> Anchor:
    """What a cell is about; a dancer's cell is about what they dance there, first of all the
    role that was looked at.
    """
    role_id, spot = row.role_id, row.spot
    if column.total:
        return Anchor(role_id, spot, "", row.person_id)
    if row.person_id:
        danced = _danced(book, row, column, looked_at)
        role_id, spot = danced or (role_id, 0)
        return Anchor(role_id, spot, column.key, row.person_id)
    dancing = seat_of(book, role_id, spot or 1, column).dancing
    return Anchor(role_id, spot, column.key, dancing[0] if dancing else "")


def row_keys(view: str, place: Anchor) -> list[str]:
    """The keys of the rows that show it in a view, the best first."""
    if view == DANCERS:
        return [place.person_id]
    if view == ROLES:
        return [f"{place.role_id}|{place.person_id}", place.role_id]
    return [f"{place.role_id}|{place.spot}", place.role_id]


def column_key(book: Book, production_id: str, view: str, place: Anchor, day: date) -> str:
    """The column that shows it in a view: a night's cast, or the next night of a cast."""
    key = place.column_key
    if view == STAGE or not key:
        return key
    if view == CASTS:
        item = book.find(BillItem, key)
        return (item.cast_id or "") if item else key
    if book.find(Cast, key) is None:
        return key
    nights = [
        (show, item)
        for show, item in production_nights(book, production_id, day)
        if item.cast_id == key
    ]
    coming = [item.id for show, item in nights if show.day >= day] or [one.id for _, one in nights]
    return coming[0] if coming else ""


def danced_row(book: Book, row: Row, column: Column, looked_at: str = "") -> Row | None:
    """The row of the spot a cell is about, for the inspector; None if it is about none."""
    if column.total:
        return None
    if not row.person_id:
        return row
    found = _danced(book, row, column, looked_at)
    if found is None:
        return None
    role_id, spot = found
    name = book.get(Role, role_id).name
    return Row("spot", f"{role_id}|{spot}", name, role_id=role_id, spot=spot)


def _danced(book: Book, row: Row, column: Column, looked_at: str) -> tuple[str, int] | None:
    places = [one[:2] for one in places_in(book, [(row, column)])]
    return next((one for one in places if one[0] == looked_at), places[0] if places else None)

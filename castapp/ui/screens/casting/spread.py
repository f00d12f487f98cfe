"""What several cells take at once: one dancer in all, or what stands at their left. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from castapp.domain.book import Book
from castapp.domain.casting import BillItem
from castapp.domain.checks import Invalid
from castapp.domain.edit import Edit
from castapp.domain.repertory import Role
from castapp.domain.roster import inside_name
from castapp.services.castgrid.doubling import check_doubling, fill_what_can
from castapp.services.stagecraft import Wish, fill
from castapp.ui.screens.casting.columns import Column
from castapp.ui.screens.casting.edits import cover_wishes, seat_of, wish
from castapp.ui.screens.casting.present import column_seats
from castapp.ui.screens.casting.rows import Row

Cells = Sequence[tuple[Row, Column]]
Place = tuple[str, int, Column]


def places_in(book: Book, cells: Cells) -> list[Place]:
    """The spots these cells stand for; of a person's row those danced there, of totals none."""
    found: dict[tuple[str, int, str], Place] = {}
    for row, column in cells:
        for role_id, spot in _spots(book, row, column):
            found[(role_id, spot, column.key)] = (role_id, spot, column)
    return list(found.values())


def put_in_all(book: Book, cells: Cells, person_id: str) -> Edit:
    """Let somebody dance every one of these cells.

    Raises Invalid for a role of several spots that is not opened, and for a section in which
    they would be twice.
    """
    wishes = []
    for row, column in cells:
        if row.kind not in ("role", "spot") or column.total:
            raise Invalid("A dancer can be put into cells of roles; these are of people.")
        role = book.get(Role, row.role_id)
        if not row.spot:
            raise Invalid(f"{role.name} has {role.spots} spots; open it and choose one of them.")
        wishes.append(wish(role.id, row.spot, column, person_id))
    count = f"{inside_name(book, person_id)} in {len(wishes)} cells of casting"
    return checked_fill(book, wishes, count if len(wishes) > 1 else "")


def fill_right(book: Book, rows: Sequence[Row], columns: Sequence[Column]) -> Edit:
    """Give the columns after the first the dancers and covers the first has in these rows.

    Where that would put somebody in one section twice it is left as it is; the label says so.
    """
    if len(columns) < 2:
        raise Invalid("Choose cells in two columns or more: the first is filled to the right.")
    source, *targets = columns
    if any(column.total for column in columns) or any(row.person_id for row in rows):
        raise Invalid("Cells of roles can be filled to the right; these are of people.")
    wishes: list[Wish] = []
    for role_id, spot, _ in places_in(book, [(row, source) for row in rows if row.role_id]):
        for column in targets:
            wishes += _same(book, role_id, spot, source, column)
    count = f"{len(columns) - 1} column{'' if len(columns) == 2 else 's'}"
    made, left = fill_what_can(book, wishes, f"{_day(source)} filled right over {count}")
    if left and not made.changes:
        raise Invalid(f"Nothing was filled. {'; '.join(left)}.")
    return Edit(f"{made.label}, but not {'; '.join(left)}", made.changes) if left else made


def checked_fill(book: Book, wishes: Sequence[Wish], label: str = "") -> Edit:
    """Fulfil wishes as one edit. On a night the rules say so if somebody is in one section twice,
    and a reason may be given for it; in a cast nobody is: raises Invalid.
    """
    made = fill(book, wishes, label)
    in_casts = [one for one in wishes if one.performance_id is None]
    check_doubling(book, book.apply(made), in_casts)
    return made


def _same(book: Book, role_id: str, spot: int, source: Column, target: Column) -> list[Wish]:
    """What it takes for a spot of a column to be as in another."""
    model, held = seat_of(book, role_id, spot, source), seat_of(book, role_id, spot, target)
    base = wish(role_id, spot, target)
    made = []
    if model.dancing[:1] != held.dancing[:1]:
        made.append(replace(base, person_id=model.dancing[0] if model.dancing else None))
    return made + cover_wishes(base, held, dict(model.covers))


def _spots(book: Book, row: Row, column: Column) -> list[tuple[str, int]]:
    if column.total or row.kind == "act":
        return []
    if row.person_id:
        return _danced(book, row, column)
    every = range(1, book.get(Role, row.role_id).spots + 1)
    return [(row.role_id, spot) for spot in ([row.spot] if row.spot else every)]


def _danced(book: Book, row: Row, column: Column) -> list[tuple[str, int]]:
    item = book.find(BillItem, column.key)
    seats = column_seats(book, item.production_id, column) if item else {}
    return [
        place
        for place, seat in seats.items()
        if row.person_id in seat.dancing and row.role_id in ("", place[0])
    ]


def _day(column: Column) -> str:
    return column.brief if column.day else column.lines[0]

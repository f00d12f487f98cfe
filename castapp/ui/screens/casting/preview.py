"""What a change would do before it is made: who follows a cast, what several cells take. Pure."""

from __future__ import annotations

from castapp.domain.book import Book
from castapp.domain.casting import BillItem, Cast
from castapp.domain.repertory import Role
from castapp.services.castgrid.following import (
    following,
    following_in_any,
    following_words,
    night_words,
    painted,
    painted_words,
)
from castapp.ui.screens.casting.columns import Column
from castapp.ui.screens.casting.rows import Row, spot_label
from castapp.ui.screens.casting.spread import Cells, places_in

Words = tuple[str, str]
"""A first line and a second; both empty where there is nothing to say."""

NOTHING: Words = ("", "")
NO_CAST: Words = (
    "No cast yet. What is chosen here is for one night alone.",
    "A cast says who dances and covers every role; it is painted over the nights, which follow it.",
)


def preview(book: Book, cells: Cells) -> Words:
    """What is said of the chosen cells: of one of a cast, who follows; of several, their keys."""
    if not cells:
        return NOTHING
    row, column = cells[0]
    if len(cells) > 1:
        return _several(book, cells)
    if column.performance_id is not None or not row.role_id or book.find(Cast, column.key) is None:
        return NOTHING
    return cast_words(book, book.get(Role, row.role_id), row.spot, column.key)


def cast_words(book: Book, role: Role, spot: int, cast_id: str) -> Words:
    """Which shows follow a change in a spot of a cast (0: in any), and which keep their own."""
    cast = book.get(Cast, cast_id)
    if spot:
        found = following(book, cast_id, role.id, spot)
    else:
        found = following_in_any(book, cast_id, role)
    first, second = following_words(book, found)
    named = spot_label(role, spot) if spot else role.name
    return f"Change {named} in the {cast.name} cast: {_small(first)}", second


def painting_words(book: Book, item_ids: list[str], cast_id: str | None) -> str:
    """What painting a cast over these nights would change, and what stays."""
    known = [one for one in item_ids if book.find(BillItem, one) is not None]
    return painted_words(book, cast_id, painted(book, known, cast_id))


def painting_nights(book: Book, item_ids: list[str], cast_id: str | None) -> tuple[str, ...]:
    """The same night by night: what changes hands, and every spot that keeps its own."""
    known = [one for one in item_ids if book.find(BillItem, one) is not None]
    made = []
    for night in painted(book, known, cast_id):
        count = f"{night.changes} spot{'' if night.changes == 1 else 's'} change"
        keeps = f", keeps {', '.join(night.keep)}" if night.keep else ""
        made.append(f"{night_words(night.show)}: {count}{keeps}")
    return tuple(made)


def _several(book: Book, cells: Cells) -> Words:
    count = f"{len(cells)} cells chosen"
    if any(row.person_id or column.total for row, column in cells):
        return f"{count}. Ctrl+C copies them for a spreadsheet.", ""
    spots = len(places_in(book, cells))
    keys = "Type a name: Ctrl+Enter puts the dancer in all · Ctrl+R fills right · Del empties."
    return f"{count}, {spots} spots. {keys}" if spots != len(cells) else f"{count}. {keys}", (
        _cast_scope(cells)
    )


def _cast_scope(cells: Cells) -> str:
    casts: list[Column] = list(
        dict.fromkeys(column for _, column in cells if column.performance_id is None)
    )
    if not casts:
        return "These nights only; their casts stay as they are."
    names = ", ".join(column.lines[0] for column in casts)
    return f"Every performance that follows changes with it: {names}."


def _small(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]


def row_of(role_id: str, spot: int) -> Row:
    """A row that stands for one spot, wherever it is shown."""
    return Row("spot", f"{role_id}|{spot}", "", role_id=role_id, spot=spot)

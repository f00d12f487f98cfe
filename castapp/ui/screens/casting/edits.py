"""The edits a pick, a cover or an emptied cell makes: on one night, or in the cast. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from castapp.domain.book import Book
from castapp.domain.casting import BillItem
from castapp.domain.edit import Edit
from castapp.domain.repertory import Role
from castapp.services import casting
from castapp.services.castgrid.doubling import dance_alone
from castapp.services.stagecraft import Wish, fill, order_covers
from castapp.ui.screens.casting.columns import Column
from castapp.ui.screens.casting.present import column_seats
from castapp.ui.screens.casting.seats import Seat


def wish(role_id: str, spot: int, column: Column, person_id: str | None = None) -> Wish:
    """Somebody for the spot of a column."""
    if column.performance_id is not None:
        return Wish(role_id, spot, person_id, performance_id=column.performance_id)
    return Wish(role_id, spot, person_id, cast_id=column.key)


def seat_of(book: Book, role_id: str, spot: int, column: Column) -> Seat:
    """Who holds a spot now."""
    role = book.get(Role, role_id)
    held = column_seats(book, role.production_id, column)
    return held.get((role_id, spot)) or Seat(role_id, spot)


def cover_wishes(base: Wish, held: Seat, wanted: Mapping[int, str | None]) -> list[Wish]:
    """What it takes for a spot, `held` now, to have exactly these covers by their place."""
    there = dict(held.covers)
    return [
        replace(base, person_id=wanted.get(place), cover=place)
        for place in sorted(wanted.keys() | there.keys())
        if wanted.get(place) != there.get(place)
    ]


def dance(book: Book, role_id: str, spot: int, column: Column, person_id: str | None) -> Edit:
    """Let somebody dance a spot; one who covered it no longer does. Nobody leaves it open.

    On a night they are taken out of what they dance in the same sections.
    """
    covers = [who for _, who in seat_of(book, role_id, spot, column).covers]
    asked = wish(role_id, spot, column, person_id)
    made = dance_alone(book, asked) if column.performance_id else fill(book, [asked])
    if person_id not in covers:
        return made
    left = [who for who in covers if who != person_id]
    moved = order_covers(book.apply(made), wish(role_id, spot, column), left)
    return made.then(moved, made.label)


def cover(book: Book, role_id: str, spot: int, column: Column, person_id: str) -> Edit:
    """Add somebody as the last cover of a spot; nothing changes if they cover it already."""
    covers = [who for _, who in seat_of(book, role_id, spot, column).covers]
    if person_id in covers:
        return Edit("")
    place = len(covers) + 1
    return fill(book, [replace(wish(role_id, spot, column, person_id), cover=place)])


def take_over(
    book: Book, role_id: str, spot: int, column: Column, person_id: str, section_id: str
) -> Edit:
    """Let somebody take a spot over mid-show, from a section on."""
    return casting.override(
        book, column.performance_id or "", role_id, spot, person_id, from_section_id=section_id
    )


def say_why(book: Book, role_id: str, spot: int, column: Column, why: str) -> Edit:
    """Write down why a night differs from its cast in a spot."""
    dancing = seat_of(book, role_id, spot, column).dancing
    made = casting.override(
        book,
        column.performance_id or "",
        role_id,
        spot,
        dancing[0] if dancing else None,
        why=why,
    )
    return replace(made, label=f"Why {made.label}")


def empty(book: Book, places: list[tuple[str, int, Column]]) -> Edit:
    """Leave these spots open."""
    wishes = [
        wish(role_id, spot, column)
        for role_id, spot, column in places
        if seat_of(book, role_id, spot, column).dancing
    ]
    count = f"{len(wishes)} spots left open" if len(wishes) > 1 else ""
    return fill(book, wishes, count)


def paint(book: Book, item_ids: list[str], cast_id: str | None) -> Edit:
    """Let these nights be danced by a cast; those that have it already are left alone."""
    changed = [one for one in item_ids if book.get(BillItem, one).cast_id != cast_id]
    return casting.take_cast(book, changed, cast_id) if changed else Edit("")

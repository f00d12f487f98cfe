"""Verbs of the casting and repertory screens: covers in order, names of casts, orders, pasting."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from castapp.domain.book import Book
from castapp.domain.casting import Cast, Casting, Override, Performance
from castapp.domain.checks import clean
from castapp.domain.draft import Draft
from castapp.domain.edit import Edit
from castapp.domain.programme import cast_parts, parts, roles, sections
from castapp.domain.record import new_id
from castapp.domain.repertory import Role, Section
from castapp.services import casting

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Wish:
    """Somebody for a place of a spot: `cover` 0 dances; nobody empties it."""

    role_id: str
    spot: int
    person_id: str | None
    cover: int = 0
    performance_id: str | None = None
    cast_id: str | None = None


def fill(book: Book, wishes: Sequence[Wish], label: str = "") -> Edit:
    """Fulfil wishes one after the other as one edit. Later ones see the earlier."""
    now, whole = book, Edit("")
    for wish in wishes:
        edit = fill_one(now, wish)
        now = now.apply(edit)
        whole = whole.then(edit, whole.label or edit.label)
    return Edit(label or whole.label, whole.changes)


def fill_one(book: Book, wish: Wish) -> Edit:
    """Put somebody in a place: on that night alone, or in the cast."""
    if wish.performance_id is not None:
        return casting.override(
            book, wish.performance_id, wish.role_id, wish.spot, wish.person_id, cover=wish.cover
        )
    return casting.cast_dancer(
        book, wish.cast_id or "", wish.role_id, wish.spot, wish.person_id, wish.cover
    )


def order_covers(book: Book, wish: Wish, people: Sequence[str]) -> Edit:
    """Let exactly these people cover a spot, in this order; `wish` names the spot."""
    held = _most_covers(book, wish)
    wanted = [*people, *[None] * max(0, held - len(people))]
    return fill(
        book,
        [replace(wish, person_id=who, cover=place) for place, who in enumerate(wanted, start=1)],
    )


def clear_overrides(book: Book, performance_id: str, role_id: str, spot: int) -> Edit:
    """Let a performance follow its cast again in a spot: dancer, covers, and mid-show."""
    role = book.get(Role, role_id)
    draft = Draft(book)
    partners = {one.id for one in casting.together(book, role)}
    for old in book.where(Override, "performance_id", performance_id):
        if old.role_id in partners and (old.spot == spot or old.role_id != role_id):
            draft.drop(old)
    return draft.edit(f"{role.name} {role.spot_name(spot)}".strip() + " follows the cast again")


def rename_cast(book: Book, cast_id: str, name: str) -> Edit:
    """Give a cast another name. Raises Invalid for an empty one."""
    cast = book.get(Cast, cast_id)
    draft = Draft(book)
    changed = draft.set(cast, name=clean(name))
    return draft.edit(f"{cast.name} cast is now {changed.name}")


def copy_spots(book: Book, from_cast: str, to_cast: str) -> Edit:
    """Fill the open places of a cast with those of another."""
    draft = Draft(book)
    there = cast_parts(book, to_cast)
    for (role_id, spot, cover), castings in cast_parts(book, from_cast).items():
        if (role_id, spot, cover) not in there:
            draft.put(Casting(new_id(), to_cast, role_id, spot, castings[0].person_id, cover))
    one, other = book.get(Cast, from_cast), book.get(Cast, to_cast)
    return draft.edit(f"{other.name} cast filled from the {one.name}")


def move_section(book: Book, section_id: str, step: int) -> Edit:
    """Move a section earlier (-1) or later (1) in its production."""
    section = book.get(Section, section_id)
    order = list(sections(book, section.production_id))
    draft = Draft(book)
    for place, one in enumerate(_moved(order, section, step), start=1):
        draft.set(one, order=place)
    return draft.edit(f"Move {section.name}")


def insert_section(book: Book, section: Section) -> Edit:
    """Put a new section at its `order`; those from there on move one later."""
    draft = Draft(book)
    for one in sections(book, section.production_id):
        if one.order >= section.order:
            draft.set(one, order=one.order + 1)
    draft.put(section)
    return draft.edit(f"New section {section.name}")


def move_role(book: Book, role_id: str, step: int) -> Edit:
    """Move a role up (-1) or down (1) in the billing."""
    role = book.get(Role, role_id)
    order = list(roles(book, role.production_id))
    draft = Draft(book)
    for place, one in enumerate(_moved(order, role, step), start=1):
        draft.set(one, order=place)
    return draft.edit(f"Move {role.name} in the billing")


def _moved(order: list[T], one: T, step: int) -> list[T]:
    place = order.index(one)
    target = max(0, min(place + step, len(order) - 1))
    order.insert(target, order.pop(place))
    return order


def _most_covers(book: Book, wish: Wish) -> int:
    if wish.performance_id is not None:
        show = book.get(Performance, wish.performance_id)
        held = [
            part.cover
            for part in parts(book, show)
            if (part.role_id, part.spot) == (wish.role_id, wish.spot)
        ]
    else:
        held = [
            cover
            for role_id, spot, cover in cast_parts(book, wish.cast_id or "")
            if (role_id, spot) == (wish.role_id, wish.spot)
        ]
    return max(held, default=0)

"""Roles one dancer takes together by policy, and where the casting says otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from castapp.domain.book import Book
from castapp.domain.casting import BillItem, Override, Performance
from castapp.domain.programme import cast_parts, casts, parts
from castapp.domain.repertory import Role
from castapp.domain.roster import inside_name
from castapp.services.casting import together


def tied(book: Book, role_id: str) -> tuple[Role, ...]:
    """The other roles the dancer of a role takes with it."""
    role = book.get(Role, role_id)
    return tuple(one for one in together(book, role) if one.id != role_id)


def contradicting(book: Book, role_ids: Sequence[str]) -> tuple[str, ...]:
    """The casts, and the nights of their own, that have different dancers in roles taken together:
    1st cast: Marsh / Osei.
    """
    members = [book.get(Role, one) for one in role_ids]
    if len(members) < 2:
        return ()
    return (*_casts(book, members), *_nights(book, members))


def _casts(book: Book, members: Sequence[Role]) -> Iterator[str]:
    for cast in casts(book, members[0].production_id):
        held = cast_parts(book, cast.id)
        people = [
            next((one.person_id for one in held.get((role.id, 1, 0), ())), None) for role in members
        ]
        if len(set(people)) > 1:
            yield f"{cast.name} cast: {_names(book, people)}"


def _nights(book: Book, members: Sequence[Role]) -> Iterator[str]:
    wanted = {role.id for role in members}
    items = book.where(BillItem, "production_id", members[0].production_id)
    shows = [one for item in items if (one := book.find(Performance, item.performance_id))]
    for show in sorted(shows, key=lambda one: (one.day, one.curtain)):
        own = any(one.role_id in wanted for one in book.where(Override, "performance_id", show.id))
        if not own or show.state == "cancelled":
            continue
        held = {
            part.role_id: part.person_id
            for part in parts(book, show)
            if part.role_id in wanted and part.cover == 0 and part.spot == 1
        }
        people = [held.get(role.id) for role in members]
        if len(set(people)) > 1:
            yield f"{show.day:%a} {show.day.day} {show.day:%b}: {_names(book, people)}"


def _names(book: Book, people: Sequence[str | None]) -> str:
    return " / ".join(inside_name(book, one) if one else "open" for one in people)

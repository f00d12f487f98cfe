"""What the sample company rehearses: sets of roles × casts, and the people they come to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from castapp.domain.book import Book
from castapp.domain.casting import Casting
from castapp.domain.repertory import Role
from castapp.services.sample.casts import cast_id, production_id, role_id, section_id
from castapp.services.sample.data import ident, person_id, toml


@dataclass(frozen=True, slots=True)
class Wanted:
    """One line of a rehearsal: roles × casts, minutes after the start to join or to leave."""

    roles: tuple[str, ...]
    casts: tuple[str, ...]
    covers: bool = False
    joins: int | None = None
    leaves: int | None = None


@dataclass(frozen=True, slots=True)
class Unit:
    """A rehearsal as it comes round; `asked` says what each of its people would dance in it."""

    key: str
    work: str
    production_id: str
    title: str
    sections: tuple[str, ...]
    minutes: int
    kind: str
    leads: tuple[str, ...]
    piano: bool
    large: bool
    lines: tuple[Wanted, ...]
    asked: dict[str, frozenset[str]]


def units(book: Book) -> dict[str, list[Unit]]:
    """Every rehearsal by work, in the order of the file."""
    return {
        work: [_unit(book, work, order, entry) for order, entry in enumerate(entries)]
        for work, entries in toml("rehearsals").items()
    }


def _unit(book: Book, work: str, order: int, entry: dict[str, Any]) -> Unit:
    lines = tuple(
        Wanted(
            tuple(role_id(work, key) for key in one["roles"]),
            tuple(cast_id(work, name) for name in one.get("casts", ())),
            one.get("covers", False),
            one.get("joins"),
            one.get("leaves"),
        )
        for one in entry["who"]
    )
    return Unit(
        ident("unit", work, order),
        work,
        production_id(work),
        entry["title"],
        tuple(section_id(work, key) for key in entry["sections"]),
        entry["minutes"],
        entry.get("kind", "rehearsal"),
        tuple(map(person_id, entry["leads"])),
        entry.get("piano", False),
        entry.get("room") == "large",
        lines,
        _asked(book, lines),
    )


def _asked(book: Book, lines: tuple[Wanted, ...]) -> dict[str, frozenset[str]]:
    asked: dict[str, frozenset[str]] = {}
    for person, role in (pair for line in lines for pair in _people(book, line)):
        asked[person] = asked.get(person, frozenset()) | frozenset(role.demands)
    return asked


def _people(book: Book, line: Wanted) -> Iterator[tuple[str, Role]]:
    for key in line.roles:
        role = book.get(Role, key)
        for casting in book.where(Casting, "role_id", key):
            if (not line.casts or casting.cast_id in line.casts) and (
                line.covers or casting.cover == 0
            ):
                yield casting.person_id, role

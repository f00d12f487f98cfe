"""Section by cast: who dances a section in one cast, in all, and with the covers. No Qt."""

from __future__ import annotations

from castapp.domain.book import Book
from castapp.domain.calls import Called
from castapp.domain.casting import Casting
from castapp.domain.programme import casts, roles
from castapp.domain.record import new_id
from castapp.domain.repertory import Role, Section

ALL, COVERED = "*", "+"


def set_choices(book: Book, section: Section) -> list[tuple[str, str]]:
    """What to call to a section, with its words: the id of a cast, ALL or COVERED."""
    known = casts(book, section.production_id)
    wanted = [*((one.id, cast_words(one.name)) for one in known)] if len(known) > 1 else []
    return [*wanted, (ALL, "All casts" if wanted else "All"), (COVERED, "All + covers")]


def set_lines(book: Book, section: Section, which: str, call_id: str) -> tuple[Called, ...]:
    """The lines that call the roles of a section so; the full call of it if it has no roles."""
    chosen = () if which in (ALL, COVERED) else (which,)
    covers = which == COVERED
    found = roles_of(book, section)
    if not found:
        return (Called(new_id(), call_id, "production", cast_ids=chosen, covers=covers),)
    return tuple(
        Called(new_id(), call_id, "role", role.id, cast_ids=chosen, covers=covers) for role in found
    )


def roles_of(book: Book, section: Section) -> list[Role]:
    """The roles that dance in a section."""
    return [
        role
        for role in roles(book, section.production_id)
        if any(place.section_id == section.id for place in role.sections)
    ]


def cast_words(name: str) -> str:
    """1st cast, however the cast is called."""
    return name if name.endswith("cast") else f"{name} cast"


def set_count(book: Book, section: Section, which: str) -> str:
    """How many dancers that is."""
    known = casts(book, section.production_id)
    wanted = {one.id for one in known if which in (one.id, ALL, COVERED)}
    people = {
        line.person_id
        for role in roles_of(book, section)
        for line in book.where(Casting, "role_id", role.id)
        if line.cast_id in wanted and (which == COVERED or not line.cover)
    }
    return str(len(people)) if people else "nobody yet"

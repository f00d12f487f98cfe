"""What can be called to a call by typing: its ballet's roles, groups, the full call, people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from castapp.domain.book import Book
from castapp.domain.calls import GROUPS, Call, Called
from castapp.domain.people import Person
from castapp.domain.programme import casts, roles
from castapp.domain.record import new_id
from castapp.domain.repertory import Role
from castapp.domain.roster import company, dancers
from castapp.domain.standing import standing
from castapp.domain.who import group_words

COACHES = ("coach", "répétiteur", "ballet master", "teacher", "director")
PIANISTS = ("pianist",)


def choices(book: Book, call: Call) -> list[tuple[str, str, str]]:
    """Key, words and detail of everything that can be called, the likeliest first."""
    return [*_of_the_ballet(book, call), *_groups(book), *_dancers(book, call)]


def line_of(call: Call, key: str) -> Called:
    """The line a key of `choices` stands for. Raises ValueError for any other key."""
    whom, _, rest = key.partition(":")
    first, _, second = rest.partition(":")
    fields: dict[str, Any] = {"cast_ids": (second,) if second else ()}
    if whom == "role":
        fields["role_id"] = first
    elif whom == "group":
        fields["group"] = first
    elif whom == "person":
        fields["person_id"] = first
    elif whom != "production":
        raise ValueError(key)
    return Called(new_id(), call.id, whom, **fields)


def people_with(book: Book, duties: Sequence[str]) -> list[Person]:
    """Everybody with one of these duties, by name, those whose first duty it is before others."""
    found = [person for person in book.all(Person) if set(duties) & set(person.duties)]
    return sorted(found, key=lambda who: (who.duties[0] not in duties, who.sort_key))


def _of_the_ballet(book: Book, call: Call) -> Iterator[tuple[str, str, str]]:
    work = call.production_id
    if work is None:
        return
    known = casts(book, work)
    yield "production::", "Full call", "all casts"
    for cast in known:
        yield f"production::{cast.id}", f"Full call {cast.name}", "cast"
    for role in _called_for_first(book, call):
        yield f"role:{role.id}:", role.name, "all casts" if len(known) > 1 else "role"
        for cast in known if len(known) > 1 else ():
            yield f"role:{role.id}:{cast.id}", f"{role.name} {cast.name}", "cast"


def _called_for_first(book: Book, call: Call) -> list[Role]:
    """The ballet's roles, those in the call's sections before the others."""
    wanted = set(call.sections)
    found = roles(book, call.production_id or "")
    return sorted(
        found, key=lambda role: not wanted & {place.section_id for place in role.sections}
    )


def _groups(book: Book) -> Iterator[tuple[str, str, str]]:
    for group in (*GROUPS, *company(book).ranks):
        yield f"group:{group}", group_words(group), "group"


def _dancers(book: Book, call: Call) -> Iterator[tuple[str, str, str]]:
    for person in dancers(book, call.day):
        word = standing(book, person.id, call.day).word
        yield f"person:{person.id}", person.name, "" if word == "full" else word

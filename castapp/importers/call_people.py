"""Who a call wants, from one cell: people, roles and casts, groups, and exceptions."""

from __future__ import annotations

import re

from castapp.domain.book import Book
from castapp.domain.calls import Call, Called
from castapp.domain.checks import Invalid
from castapp.domain.company import COMPANY_ID, Company
from castapp.domain.programme import casts
from castapp.domain.record import new_id
from castapp.importers.casting_rows import ordinal
from castapp.importers.names import Names
from castapp.importers.repertory import find_place, role_names
from castapp.importers.words import fold, nearest, offer

Lines = tuple[Called, ...]
GROUP_WORDS = {
    **dict.fromkeys(
        ("company", "all", "everybody", "full company", "alle", "ensemble", "tous", "compagnie",
         "todos", "compania"),
        "company",
    ),
    **dict.fromkeys(("women", "ladies", "girls", "damen", "frauen", "femmes", "mujeres"), "women"),
    **dict.fromkeys(("men", "gentlemen", "boys", "herren", "manner", "hommes", "hombres"), "men"),
}  # fmt: skip
FULL_CALL = frozenset(("full call", "full cast", "all casts", "tutti", "voller ruf"))
_EXCEPT = re.compile(
    r"(?:no|not|without|except|ohne|außer|sans|sauf|sin|excepto)\s+(.+)", re.IGNORECASE
)
_COVERS = re.compile(r"(.+?)\s*(?:\+|with|and|mit|avec|con)\s*covers?", re.IGNORECASE)
_AS_COVER = re.compile(r"(.+?)\s*\(?(?:as )?cover\)?", re.IGNORECASE)
_CAST = re.compile(r"(.+?)[\s,(]+(\d)(?:st|nd|rd|th|\.)(?:\s*cast)?\)?", re.IGNORECASE)


def called_lines(book: Book, names: Names, call: Call, text: str) -> Lines:
    """The lines of a call for a cell such as “Vega; Cygnets 1st cast + covers; no Fox”.

    Parts stand between semicolons, or between commas where there is none. Raises Invalid for a
    part that is nobody, no role of the call's ballet and no group.
    """
    parts = [part.strip() for part in text.split(";" if ";" in text else ",")]
    return tuple(_line(book, names, call, part) for part in parts if part)


def _line(book: Book, names: Names, call: Call, part: str) -> Called:
    excepted = _EXCEPT.fullmatch(part)
    wanted = excepted[1] if excepted else part
    exclude = excepted is not None
    person = names.find(wanted) if names.exactly(wanted) else None
    if person is None:
        line = _group(book, call, wanted, exclude) or _role(book, call, wanted, exclude)
        if line is not None:
            return line
        person = names.find(wanted)
    if person is not None:
        return Called(new_id(), call.id, "person", person_id=person.id, exclude=exclude)
    covering = _AS_COVER.fullmatch(wanted)
    person = names.find(covering[1]) if covering else None
    if person is not None:
        return Called(new_id(), call.id, "person", person_id=person.id, as_cover=True)
    roles = role_names(book, call.production_id) if call.production_id else []
    written = [one.name for one in names.people]
    near = offer(nearest(wanted, [*written, *roles]))
    raise Invalid(f"“{wanted}” is neither a person, a role nor a group{near}.")


def _group(book: Book, call: Call, text: str, exclude: bool) -> Called | None:
    word = fold(text)
    if word in FULL_CALL and call.production_id:
        return Called(new_id(), call.id, "production", exclude=exclude)
    group = GROUP_WORDS.get(word)
    company = book.find(Company, COMPANY_ID)
    for rank in company.ranks if company else ():
        if word in (fold(rank), fold(rank + "s")):
            group = rank
    return Called(new_id(), call.id, "group", group=group, exclude=exclude) if group else None


def _role(book: Book, call: Call, text: str, exclude: bool) -> Called | None:
    if call.production_id is None:
        return None
    covered = _COVERS.fullmatch(text)
    rest = covered[1] if covered else text
    place = find_place(book, call.production_id, rest)
    cast_ids: tuple[str, ...] = ()
    numbered = None if place else _CAST.fullmatch(rest)
    if numbered:
        place = find_place(book, call.production_id, numbered[1])
        name = ordinal(int(numbered[2]))
        everything = casts(book, call.production_id)
        cast_ids = tuple(one.id for one in everything if fold(one.name) == name)
        if place and not cast_ids:
            raise Invalid(f"there is no {name} cast of it.")
    if place is None:
        return None
    return Called(
        new_id(),
        call.id,
        "role",
        place.roles[0].id,
        cast_ids,
        (place.spot,) if place.spot else (),
        covers=covered is not None,
        exclude=exclude,
    )

"""Which dancers the People view shows: by production, cast, rank and what they do today. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from castapp.domain.agenda import agenda
from castapp.domain.book import Book
from castapp.domain.casting import Casting
from castapp.domain.people import Person
from castapp.domain.programme import casts
from castapp.domain.repertory import Production
from castapp.domain.roster import company, dancers, rank
from castapp.domain.standing import standing

CALLED, NOT_CALLED, OFF = "called", "not called", "off"
PRESENCES = (("", "Everyone"), (CALLED, "Called today"), (NOT_CALLED, "Not called"), (OFF, "Off"))


@dataclass(frozen=True, slots=True)
class Filter:
    """What a dancer must be to be shown; "" asks for nothing."""

    rank: str = ""
    presence: str = ""
    production_id: str = ""
    cast_id: str = ""


def chosen(book: Book, day: date, wanted: Filter) -> list[Person]:
    """The dancers of a day that pass, by rank."""
    cast = _in_production(book, wanted)
    return [
        who
        for who in dancers(book, day)
        if (not wanted.rank or rank(book, who.id, day) == wanted.rank)
        and (cast is None or who.id in cast)
        and _present(book, who.id, day, wanted.presence)
    ]


def rank_choices(book: Book) -> list[tuple[str, str]]:
    """The ranks one can choose, with their words."""
    return [("", "All ranks"), *((one, one) for one in company(book).ranks)]


def production_choices(book: Book) -> list[tuple[str, str]]:
    """The productions one can choose: those with casts."""
    works = sorted(book.all(Production), key=lambda one: one.title)
    found = [(one.id, one.short or one.title) for one in works if casts(book, one.id)]
    return [("", "All ballets"), *found]


def cast_choices(book: Book, production_id: str) -> list[tuple[str, str]]:
    """The casts of a production one can choose."""
    known = casts(book, production_id) if production_id else ()
    return [("", "All casts"), *((one.id, _cast_words(one.name)) for one in known)]


def _cast_words(name: str) -> str:
    return name if name.endswith("cast") else f"{name} cast"


def _in_production(book: Book, wanted: Filter) -> frozenset[str] | None:
    if not wanted.production_id:
        return None
    ids = [one.id for one in casts(book, wanted.production_id)]
    named = [wanted.cast_id] if wanted.cast_id in ids else ids
    return frozenset(
        line.person_id
        for cast_id in named
        for line in book.where(Casting, "cast_id", cast_id)
        if line.person_id
    )


def _present(book: Book, person_id: str, day: date, presence: str) -> bool:
    if presence == OFF:
        return not standing(book, person_id, day).can_be_called
    if not presence:
        return True
    return (person_id in agenda(book, day)) == (presence == CALLED)

"""Who holds each spot of a column, whether the column is a performance or a cast."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from castapp.domain.book import Book
from castapp.domain.casting import BillItem, Casting, Override, Performance
from castapp.domain.nights import basis, kept
from castapp.domain.programme import Part, cast_parts, parts, roles
from castapp.domain.repertory import Role, Section

Place = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Turn:
    """Somebody who takes over mid-show: from which section, who (None: open), why."""

    section_id: str
    person_id: str | None
    why: str


@dataclass(frozen=True, slots=True)
class Seat:
    """A spot and its people: who dances (two by mistake are both named), the covers in order.

    `covers` holds the cover's place and the person; nobody covers what they dance that night.
    `usual` is the spot in the cast, where the night has its own.
    """

    role_id: str
    spot: int
    dancing: tuple[str, ...] = ()
    covers: tuple[tuple[int, str], ...] = ()
    override: bool = False
    why: str = ""
    turn: Turn | None = None
    usual: Seat | None = None


Seats = dict[Place, Seat]


def performance_seats(book: Book, performance_id: str, production_id: str) -> Seats:
    """The spots of one work on one night; the same object while the night is cast the same."""
    return kept(
        book.cache("seats", Role, Section),
        (performance_id, production_id),
        basis(book, performance_id),
        lambda: _seats(book, performance_id, production_id),
    )


def cast_seats(book: Book, cast_id: str, production_id: str) -> Seats:
    """The spots of one cast; the same object while it is cast the same."""
    return kept(
        book.cache("seats", Role, Section),
        (cast_id, production_id),
        (book.where(Casting, "cast_id", cast_id),),
        lambda: _cast_seats(book, cast_id, production_id),
    )


def _cast_seats(book: Book, cast_id: str, production_id: str) -> Seats:
    dancing: dict[Place, list[str]] = {}
    covers: dict[Place, list[tuple[int, str]]] = {}
    for (role_id, spot, cover), castings in cast_parts(book, cast_id).items():
        for casting in castings:
            if cover:
                covers.setdefault((role_id, spot), []).append((cover, casting.person_id))
            else:
                dancing.setdefault((role_id, spot), []).append(casting.person_id)
    return {
        (role.id, spot): Seat(
            role.id,
            spot,
            tuple(dancing.get((role.id, spot), ())),
            tuple(sorted(covers.get((role.id, spot), ()))),
        )
        for role in roles(book, production_id)
        for spot in range(1, role.spots + 1)
    }


def _seats(book: Book, performance_id: str, production_id: str) -> Seats:
    show = book.find(Performance, performance_id)
    if show is None:
        return {}
    grouped: dict[Place, list[Part]] = {}
    for part in parts(book, show):
        if part.production_id == production_id:
            grouped.setdefault((part.role_id, part.spot), []).append(part)
    laid_over: dict[Place, list[Override]] = {}
    for one in book.where(Override, "performance_id", performance_id):
        laid_over.setdefault((one.role_id, one.spot), []).append(one)
    usual = _usual(book, performance_id, production_id) if laid_over else {}
    return {
        place: _seat(place, held, laid_over.get(place, ()), usual.get(place))
        for place, held in grouped.items()
    }


def _usual(book: Book, performance_id: str, production_id: str) -> Seats:
    """The spots of the cast a night is danced by."""
    for item in book.where(BillItem, "performance_id", performance_id):
        if item.production_id == production_id and item.cast_id is not None:
            return cast_seats(book, item.cast_id, production_id)
    return {}


def _seat(
    place: Place, held: list[Part], laid_over: Sequence[Override], usual: Seat | None
) -> Seat:
    turn = next((one for one in held if one.from_section_id and one.cover == 0), None)
    start = [one for one in held if one.from_section_id is None and one.person_id]
    dancing = tuple(one.person_id for one in start if one.cover == 0 and one.person_id)
    return Seat(
        *place,
        dancing=dancing,
        covers=tuple(
            (one.cover, one.person_id)
            for one in start
            if one.cover and one.person_id and one.person_id not in dancing
        ),
        override=bool(laid_over),
        why=next((one.why for one in laid_over if one.why), ""),
        turn=Turn(turn.from_section_id, turn.person_id, turn.why)
        if turn and turn.from_section_id
        else None,
        usual=usual if laid_over else None,
    )

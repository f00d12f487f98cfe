"""What the inspector says of one spot: who has it, covers, mid-show changes, who danced it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from castapp.domain.book import Book
from castapp.domain.casting import Cast
from castapp.domain.people import Person
from castapp.domain.programme import sections
from castapp.domain.repertory import Production, Role
from castapp.domain.roster import inside_name, rank
from castapp.services.known import dancers_of
from castapp.services.readiness_words import Stated
from castapp.services.reason import said_day
from castapp.ui.screens.casting.cells import seat_troubles
from castapp.ui.screens.casting.columns import Column
from castapp.ui.screens.casting.night_lines import NightLine, follow_lines, night_lines
from castapp.ui.screens.casting.own_cast import cast_words
from castapp.ui.screens.casting.present import column_seats
from castapp.ui.screens.casting.ready_lines import ready_lines
from castapp.ui.screens.casting.rows import spot_label, with_words
from castapp.ui.screens.casting.seats import Seat
from castapp.ui.screens.casting.troubles import Trouble, night_findings


@dataclass(frozen=True, slots=True)
class SpotFacts:
    """All the inspector shows of a spot. People come as (id, name); `scope` says what a change
    made here changes, `against` what stands against whoever dances, `cast_has` whom the cast has
    where the night differs, `together` what the same dancer takes by policy.
    """

    role_id: str
    spot: int
    column: Column
    kind: str
    title: str
    colour: str
    scope: str
    dancer: tuple[str, str, str] | None
    covers: tuple[tuple[str, str], ...]
    override: bool
    why: str
    turn: tuple[str, str, str] | None
    sections: tuple[tuple[str, str], ...]
    asks: str
    danced: tuple[tuple[str, str], ...]
    night: tuple[NightLine, ...] = ()
    ready: tuple[Stated, ...] = ()
    follow: tuple[tuple[str, str], ...] = ()
    against: tuple[tuple[str, Trouble], ...] = ()
    cast_has: str = ""
    together: str = ""


def spot_facts(book: Book, role: Role, spot: int, column: Column, today: date) -> SpotFacts:
    """The facts of a spot in a column; what is known of people is what they danced before today."""
    seat = column_seats(book, role.production_id, column).get((role.id, spot)) or Seat(
        role.id, spot
    )
    production = book.find(Production, role.production_id)
    known_by = min(column.day or today, today)
    return SpotFacts(
        role.id,
        spot,
        column,
        _kind(book, production, column),
        spot_label(role, spot),
        production.colour if production else "",
        scope_words(book, column),
        _dancer(book, seat, column),
        tuple((who, inside_name(book, who)) for _, who in seat.covers),
        seat.override,
        seat.why,
        _turn(book, seat),
        _sections(book, role),
        ", ".join(one.replace("_", " ") for one in role.asks(spot)),
        _danced(book, role, known_by),
        night_lines(book, column.performance_id, seat.dancing[:1], role.id),
        ready_lines(book, role, known_by, (*seat.dancing, *(who for _, who in seat.covers))),
        follow_lines(book, role.id, spot, column),
        tuple(seat_troubles(book, role, seat, night_findings(book, column))),
        cast_words(book, seat, column),
        together_words(book, role),
    )


def together_words(book: Book, role: Role) -> str:
    """What the same dancer takes with a role by policy; empty for nothing."""
    said = with_words(book, role)
    return f"Taken together {said}: a change here changes both." if said else ""


def _kind(book: Book, production: Production | None, column: Column) -> str:
    """Swan Lake · Thu 15 Oct 19.30 · 1st, the cast of the night."""
    cast = book.find(Cast, column.cast_id) if column.performance_id else None
    named = (production.short or production.title) if production else ""
    parts = (named, column.when, cast.name if cast else "")
    return " · ".join(part for part in parts if part)


def scope_words(book: Book, column: Column) -> str:
    """What changes when a dancer is picked here."""
    cast = book.find(Cast, column.cast_id)
    if column.performance_id is None:
        return f"Changes the {cast.name} cast, on every night it dances." if cast else ""
    if cast is None:
        return "This night only; it has no cast yet."
    return f"This night only; the {cast.name} cast stays as it is."


def _dancer(book: Book, seat: Seat, column: Column) -> tuple[str, str, str] | None:
    if not seat.dancing:
        return None
    person = book.find(Person, seat.dancing[0])
    if person is None:
        return None
    place = rank(book, person.id, column.day) if column.day else ""
    return person.id, person.name, place.lower()


def _turn(book: Book, seat: Seat) -> tuple[str, str, str] | None:
    if seat.turn is None:
        return None
    who = inside_name(book, seat.turn.person_id) if seat.turn.person_id else "open"
    return seat.turn.section_id, who, seat.turn.why


def _sections(book: Book, role: Role) -> tuple[tuple[str, str], ...]:
    danced = {place.section_id for place in role.sections}
    return tuple(
        (one.id, f"{one.act}, {one.name}" if one.act else one.name)
        for one in sections(book, role.production_id)
        if one.id in danced
    )


def _danced(book: Book, role: Role, before: date) -> tuple[tuple[str, str], ...]:
    made = []
    for who, known in list(dancers_of(book, role, before).items())[:8]:
        times = f"{known.times} ×"
        last = f"last {said_day(known.last)}" if known.last else ""
        made.append((inside_name(book, who), " ".join(part for part in (times, last) if part)))
    return tuple(made)

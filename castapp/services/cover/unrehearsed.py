"""Whether somebody needs a put-in for a part: new to it, to a partner in it, or long ago."""

from __future__ import annotations

from datetime import date, timedelta

from castapp.domain.book import Book
from castapp.domain.career import danced_parts
from castapp.domain.casting import Performance
from castapp.domain.partnering import partner_place
from castapp.domain.people import CareerLine, Person
from castapp.domain.programme import bill
from castapp.domain.repertory import Role
from castapp.services.known import dancers_of

LONG_AGO = timedelta(days=365)


def needs_put_in(book: Book, person_id: str, role: Role, mates: list[str], day: date) -> bool:
    """Whether there is something to rehearse before they go on: a debut, a part not danced for a
    year, or a partner they never danced it with.
    """
    known = dancers_of(book, role, day).get(person_id)
    if known is None or known.last < (day - LONG_AGO).isoformat()[: len(known.last)]:
        return True
    paired = role.kind in ("single", "couple")
    return paired and not all(danced_together(book, person_id, one, role, day) for one in mates)


def danced_together(book: Book, person_id: str, mate_id: str, role: Role, before: date) -> bool:
    """Whether two ever partnered each other with the one in this role, or it is so recorded."""
    for show in book.all(Performance):
        if show.day >= before or show.state == "cancelled":
            continue
        if any(item.production_id == role.production_id for item in bill(book, show.id)):
            danced = {(role_id, spot): who for who, role_id, spot in danced_parts(book, show)}
            mine = [spot for (one, spot), who in danced.items()
                    if one == role.id and who == person_id]  # fmt: skip
            places = (partner_place(book, role, spot) for spot in mine)
            if any(place and danced.get(place) == mate_id for place in places):
                return True
    return _recorded(book, person_id, mate_id, role) or _recorded(book, mate_id, person_id, None)


def _recorded(book: Book, person_id: str, mate_id: str, role: Role | None) -> bool:
    mate = book.find(Person, mate_id)
    names = {mate.name.casefold(), mate.surname.casefold()} if mate else set()
    return any(
        (role is None or line.role.casefold() == role.name.casefold())
        and any(name.casefold() in names for name in line.partners)
        for line in book.where(CareerLine, "person_id", person_id)
    )

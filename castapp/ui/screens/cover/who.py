"""Who may be asked about, and who is proposed while nobody is: off, modified, back. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from castapp.domain.book import Book
from castapp.domain.casting import Performance
from castapp.domain.company import Company
from castapp.domain.people import Person
from castapp.domain.programme import parts
from castapp.domain.roster import dancers, engagement, is_dancer
from castapp.domain.standing import standing
from castapp.services.cover.coming_back import coming_back, replaced_people

STAFF = ("répétiteur", "ballet master", "coach", "teacher", "director", "pianist", "conductor")


@dataclass(frozen=True, slots=True)
class Proposed:
    """Ids of those off who are wanted that day, those off besides, those with limits, and those
    who are back but still replaced.
    """

    wanted: tuple[str, ...] = ()
    off: tuple[str, ...] = ()
    modified: tuple[str, ...] = ()
    back: tuple[str, ...] = ()


def may_be_off(book: Book, day: date) -> list[Person]:
    """The dancers by rank, then staff who take, play for or conduct anything, by name."""
    if not book.count(Company):
        return []
    others = [
        who
        for who in sorted(book.all(Person), key=lambda one: one.sort_key)
        if not is_dancer(who) and set(who.duties) & set(STAFF) and _here(book, who, day)
    ]
    return [*dancers(book, day), *others]


def proposed(book: Book, day: date, minute: int) -> Proposed:
    """Whom to ask about first on a day, by rank."""
    if not book.count(Company):
        return Proposed()
    shows = [one for one in book.where(Performance, "day", day) if one.state != "cancelled"]
    dancing = {part.person_id for show in shows for part in parts(book, show)}
    now = {who.id: standing(book, who.id, day) for who in dancers(book, day)}
    off = [one for one, stands in now.items() if not stands.can_be_called]
    return Proposed(
        tuple(one for one in off if one in dancing),
        tuple(one for one in off if one not in dancing),
        tuple(one for one, stands in now.items()
              if stands.can_be_called and stands.status == "modified"),
        tuple(one for one in replaced_people(book)
              if standing(book, one, day).can_be_called
              and coming_back(book, one, day, minute).anything),
    )  # fmt: skip


def _here(book: Book, who: Person, day: date) -> bool:
    return standing(book, who.id, day).engaged or engagement(book, who.id, day) is not None

"""What a dancer's page says of how ready they are, and of those they dance with. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from castapp.domain.book import Book
from castapp.domain.casting import Partnership
from castapp.domain.people import Person
from castapp.domain.repertory import Production, Role
from castapp.domain.roster import by_rank, is_dancer
from castapp.services import personal
from castapp.services.pairs import ledger
from castapp.services.readiness import Readiness, readiness_of
from castapp.services.reason import said_day, short_day
from castapp.ui.screens.company.page import Line

WISH_WORDS = {"together": "kept together", "apart": "not together"}


@dataclass(frozen=True, slots=True)
class Ready:
    """How far somebody has come with a role: the step that counts and the one of the record."""

    key: str
    text: str
    state: str
    derived: str
    why: str = ""

    @property
    def by_hand(self) -> bool:
        """Whether it was said by hand, against the record."""
        return self.state != self.derived


def ready_lines(book: Book, person_id: str, today: date) -> list[tuple[str, list[Ready]]]:
    """The roles somebody has anything of under their ballets, with how ready they are."""
    works: dict[str, list[Ready]] = {}
    for one in readiness_of(book, person_id, today):
        role = book.get(Role, one.role_id)
        work = book.get(Production, role.production_id)
        line = Ready(role.id, role.name, one.state, one.derived, _why(one))
        works.setdefault(work.title, []).append(line)
    return list(works.items())


def partner_lines(book: Book, person_id: str, today: date) -> list[Line]:
    """Everybody danced with: shows in all, roles, when last, rehearsals, what is wished."""
    known = {one.person_id: one for one in ledger(book, person_id, today)}
    lines = []
    for one in personal.partners(book, person_id, today):
        mate = known.get(one.person_id)
        about = (
            ", ".join(mate.roles),
            f"last {said_day(mate.last.isoformat())}" if mate.last else "",
            _count(mate.rehearsals, "rehearsal"),
            WISH_WORDS.get(mate.wish, ""),
        ) if mate else ()  # fmt: skip
        words = " · ".join(part for part in about if part)
        lines.append(Line(one.person_id, one.name, _count(one.shows, "show"), words))
    return lines


def wish_lines(book: Book, person_id: str) -> list[Line]:
    """The wishes for somebody: with whom, and which."""
    lines = []
    for said in book.all(Partnership):
        if person_id in (said.one_id, said.other_id):
            other = said.other_id if said.one_id == person_id else said.one_id
            who = book.find(Person, other)
            if who is not None:
                lines.append(Line(who.id, who.name, WISH_WORDS[said.wish], said.note))
    return sorted(lines, key=lambda line: line.text)


def others(book: Book, person_id: str, day: date) -> list[tuple[str, str]]:
    """Who else dances: id and name, by rank."""
    people = [who for who in book.all(Person) if is_dancer(who) and who.id != person_id]
    return [(who.id, who.name) for who in by_rank(book, people, day)]


def _why(one: Readiness) -> str:
    told = (
        _count(one.shows, "show"),
        _count(one.rehearsals, "rehearsal"),
        f"last {short_day(one.last)}" if one.last else "",
    )
    return ", ".join(part for part in told if part) or "nothing recorded yet"


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}" if number else ""

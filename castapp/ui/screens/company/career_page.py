"""What a dancer's page says of how ready they are, and of those they dance with. No Qt here."""

from __future__ import annotations

from datetime import date

from castapp.domain.book import Book
from castapp.domain.casting import Partnership
from castapp.domain.people import Person
from castapp.domain.repertory import Production, Role
from castapp.domain.roster import by_rank, is_dancer
from castapp.services import personal
from castapp.services.pairs import ledger
from castapp.services.readiness import readiness_of
from castapp.services.readiness_words import Stated, counted, stated
from castapp.services.reason import said_day
from castapp.ui.screens.company.page import Line

WISH_WORDS = {"together": "kept together", "apart": "not together"}


def ready_lines(book: Book, person_id: str, today: date) -> list[tuple[str, list[Stated]]]:
    """The roles somebody has anything of under their ballets, with how ready they are."""
    works: dict[str, list[Stated]] = {}
    for one in readiness_of(book, person_id, today):
        role = book.get(Role, one.role_id)
        work = book.get(Production, role.production_id)
        line = stated(role.id, role.name, one)
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
            counted(mate.rehearsals, "rehearsal"),
            WISH_WORDS.get(mate.wish, ""),
        ) if mate else ()  # fmt: skip
        words = " · ".join(part for part in about if part)
        lines.append(Line(one.person_id, one.name, counted(one.shows, "show"), words))
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

"""Taking a solution: one edit, who must be told what, and the way back when they are on again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from castapp.domain.book import Book
from castapp.domain.casting import Override, Performance
from castapp.domain.draft import Draft
from castapp.domain.edit import Edit
from castapp.domain.people import Person
from castapp.domain.programme import HALF, parts, title
from castapp.domain.repertory import Role, Section
from castapp.domain.roster import by_rank, inside_name
from castapp.domain.slot import clock
from castapp.services.cover.price import partner_of_role
from castapp.services.cover.putin import PutIn
from castapp.services.cover.recast import OFF, as_cast, recast
from castapp.services.cover.solution import Move, Solution
from castapp.services.reason import short_day

DESKS = ("stage manager", "conductor", "wardrobe", "company manager")


@dataclass(frozen=True, slots=True)
class Told:
    """Somebody to be told: everything that changed for them, and by when (day, clock minute)."""

    person_id: str
    texts: tuple[str, ...]
    day: date
    by: int
    desk: str = ""


def take(book: Book, solution: Solution, put_ins: Iterable[PutIn] = ()) -> Edit:
    """The solution as one edit, with the put-in calls chosen: one step of undo."""
    made = recast(book, solution)
    draft = Draft(book)
    draft.take(made)
    for put_in in put_ins:
        draft.put(put_in.call)
        for line in put_in.lines:
            draft.put(line)
    return draft.edit(made.label)


def told(book: Book, solution: Solution) -> tuple[Told, ...]:
    """Who must be told what: dancers by rank, then the desks. Everybody once.

    Whoever goes on, whoever is taken out of a part, and the partners of both.
    """
    texts: dict[str, list[str]] = {}
    first: dict[str, tuple[date, int]] = {}
    for move in solution.moves:
        show = book.get(Performance, move.performance_id)
        for person_id, text in _told_of(book, move, show):
            lines = texts.setdefault(person_id, [])
            if text not in lines:
                lines.append(text)
            by = (show.day, show.curtain - HALF)
            first[person_id] = min(first.get(person_id, by), by)
    if not texts:
        return ()
    day = min(first.values())[0]
    people = by_rank(book, (book.get(Person, one) for one in texts), day)
    found = [Told(who.id, tuple(texts[who.id]), *first[who.id]) for who in people]
    return (*found, *_desks(book, solution))


def back_on(book: Book, person_id: str, day: date, minute: int = 0) -> Edit:
    """Reverse what was changed because somebody was off, in shows that have not begun by then.

    Overrides go; where one had taken the place of another, that one comes back. An empty edit if
    nothing is left to reverse.
    """
    name = book.get(Person, person_id).name
    draft = Draft(book)
    nights = set()
    for override in book.all(Override):
        root, _, replaced = override.why.partition(", for ")
        if root != f"{name} {OFF}":
            continue
        show = book.get(Performance, override.performance_id)
        if (show.day, show.curtain) <= (day, minute):
            continue
        nights.add(show.id)
        before = _before(book, override, replaced or name)
        if before is None:
            draft.drop(override)
        else:
            draft.set(override, person_id=before, why="")
    where = "1 performance" if len(nights) == 1 else f"{len(nights)} performances"
    return draft.edit(f"{book.get(Person, person_id).surname} back on, {where}")


def _before(book: Book, override: Override, name: str) -> str | None:
    """Who had the spot by an override before; None if it was the cast's own."""
    cast_person = as_cast(book, override.performance_id, override.role_id, override.spot)
    if cast_person and book.get(Person, cast_person).name == name:
        return None
    return next((who.id for who in book.all(Person) if who.name == name), None)


def _told_of(book: Book, move: Move, show: Performance) -> list[tuple[str, str]]:
    role = book.get(Role, move.role_id)
    part = f"{role.name} {role.spot_name(move.spot)}".strip()
    section = book.find(Section, move.from_section_id)
    since = f" from {f'{section.act} {section.name}'.strip()} on" if section else ""
    when = f"{title(book, show)}, {short_day(show.day)}, {clock(show.curtain)}"
    new, old = inside_name(book, move.in_id), inside_name(book, move.out_id)
    found: list[tuple[str, str]] = []
    if move.in_id:
        found.append((move.in_id, f"{when}: dances {part}{since}, for {old}"))
    if move.out_id:
        replaced = f"{new} dances it" if new else "it stays open"
        found.append((move.out_id, f"{when}: leaves {part}{since}, {replaced}"))
    partner_id = _partner(book, move)
    if partner_id and partner_id not in (move.in_id, move.out_id):
        found.append((partner_id, f"{when}: {part}{since} is {new or 'open'}, for {old}"))
    return found


def _partner(book: Book, move: Move) -> str | None:
    place = partner_of_role(book, move.role_id, move.spot)
    show = book.get(Performance, move.performance_id)
    found: Sequence[str | None] = [
        part.person_id
        for part in parts(book, show)
        if part.cover == 0 and (part.role_id, part.spot) == place
    ]
    return found[0] if found else None


def _desks(book: Book, solution: Solution) -> list[Told]:
    """Those who work with every change: stage management, the conductor of the night, wardrobe."""
    shows = {move.performance_id for move in solution.moves}
    nights = sorted((book.get(Performance, one) for one in shows), key=lambda one: one.day)
    texts = tuple(_line(book, move) for move in solution.moves)
    conductors = {show.conductor_id for show in nights}
    by = (nights[0].day, nights[0].curtain - HALF)
    return [
        Told(who.id, texts, *by, desk)
        for desk in DESKS
        for who in sorted(book.all(Person), key=lambda one: one.sort_key)
        if desk in who.duties and (desk != "conductor" or who.id in conductors)
    ]


def _line(book: Book, move: Move) -> str:
    role = book.get(Role, move.role_id)
    show = book.get(Performance, move.performance_id)
    part = f"{role.name} {role.spot_name(move.spot)}".strip()
    new = inside_name(book, move.in_id) or "open"
    return f"{short_day(show.day)}: {part} {new} for {inside_name(book, move.out_id)}"

"""The told list: everybody for whom a recasting changes something, with all of it, and by when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from castapp.domain.book import Book
from castapp.domain.checks import Invalid
from castapp.domain.people import Person
from castapp.domain.programme import parts, title
from castapp.domain.repertory import Role
from castapp.domain.roster import by_rank, company, inside_name, rank
from castapp.export.callboard import Footer, Masthead, Run, Words, bold, bound_words, plain
from castapp.export.manner import Manner
from castapp.export.recastings import Recasting, inside_part_name, recastings, since_words

DESKS = ("stage manager", "conductor", "wardrobe", "company manager")
PARTNERED = frozenset(("partnering", "lifting", "lifted"))
STAFF = "Staff and others"
KEPT = "Keep this sheet: it is the record of who was told."
WORDS_BETWEEN = "; "


@dataclass(frozen=True, slots=True)
class ToldLine:
    """Somebody to be told: surname, first name or duty, everything that changed, by when.

    `soon` is set for the first night of the list.
    """

    name: str
    beside: str
    what: Words
    by: str
    soon: bool


@dataclass(frozen=True, slots=True)
class ToldSheet:
    """The list in groups: the ranks, then the desks."""

    masthead: Masthead
    groups: tuple[tuple[str, tuple[ToldLine, ...]], ...]
    footer: Footer


def told_sheet(book: Book, first: date, last: date, paper: str) -> ToldSheet:
    """Who must be told of the recast spots of these days. Raises Invalid if there are none."""
    manner = Manner(paper)
    changes = recastings(book, first, last)
    if not changes:
        days = manner.day(first) if first == last else f"{manner.day(first)} – {manner.day(last)}"
        raise Invalid(f"Nobody is replaced on {days}; there is nobody to tell.")
    lines: dict[str, list[tuple[Recasting, Words]]] = {}
    for one in changes:
        for person_id, words in _of(book, one, changes, manner):
            lines.setdefault(person_id, []).append((one, words))
    soonest = changes[0].show.day
    groups: dict[str, list[ToldLine]] = {}
    people = (who for one in lines if (who := book.find(Person, one)))
    for who in by_rank(book, people, soonest):
        line = _line(book, who, who.given, lines[who.id], manner, soonest)
        groups.setdefault(rank(book, who.id, soonest) or STAFF, []).append(line)
    for who, duty in _desks(book, changes):
        everything = [(one, _short(book, one, manner)) for one in changes]
        groups.setdefault(STAFF, []).append(_line(book, who, duty, everything, manner, soonest))
    dancers = len(lines)
    desks = sum(len(held) for name, held in groups.items() if name == STAFF)
    head = Masthead(
        company(book).name,
        "WHO MUST BE TOLD",
        "",
        manner.long_day(soonest) if first == last else manner.days(soonest, changes[-1].show.day),
        right=(plain(f"{dancers} dancers, {desks} desks"), plain("Rule: personally, by the half")),
        boxed=False,
    )
    return ToldSheet(
        head,
        tuple((name, tuple(held)) for name, held in groups.items()),
        Footer(KEPT, f"Told list, {manner.day(soonest)}"),
    )


def _of(
    book: Book, one: Recasting, changes: Iterable[Recasting], manner: Manner
) -> Iterator[tuple[str, Words]]:
    """Whoever goes on, whoever leaves, and those who dance with the part."""
    when, part = _when(book, one, manner), _part(book, one)
    new, old = inside_name(book, one.in_id), inside_name(book, one.out_id)
    if one.in_id:
        instead = f", for {old}" if old else ""
        yield one.in_id, (*plain(f"{when} "), *bold(part), *plain(instead))
    if one.out_id:
        now = f": {new} dances it" if new else ": it stays open"
        yield one.out_id, (*plain(f"{when} "), *bold(f"{part} taken out"), *plain(now))
    now_in = {(c.role_id, c.spot): c.in_id for c in changes if c.show.id == one.show.id}
    for person_id in _beside(book, one, now_in):
        if person_id not in (one.in_id, one.out_id):
            yield person_id, (*plain(f"{when} "), *bold(f"{part} is {new or 'open'}"))


def _beside(book: Book, one: Recasting, now_in: dict[tuple[str, int], str | None]) -> Iterator[str]:
    """Those partnered with a part: in couples the other, else who partners in the same scenes."""
    role = book.get(Role, one.role_id)
    if not PARTNERED.intersection(role.asks(one.spot)):
        return
    scenes = {place.section_id for place in role.sections}
    for part in parts(book, one.show):
        other = book.get(Role, part.role_id)
        if part.cover or (other.id == role.id and part.spot == one.spot):
            continue
        couple = other.id == role.id and role.kind == "couple" and role.spots == 2
        lead = other.id != role.id and role.kind == other.kind == "single"
        meets = scenes & {place.section_id for place in other.sections}
        if couple or (lead and meets and PARTNERED.intersection(other.asks(part.spot))):
            person_id = now_in.get((part.role_id, part.spot), part.person_id)
            if person_id:
                yield person_id


def _line(
    book: Book,
    who: Person,
    beside: str,
    changes: list[tuple[Recasting, Words]],
    manner: Manner,
    soonest: date,
) -> ToldLine:
    words: list[Run] = []
    for _, each in changes:
        if each != tuple(words[-len(each) :]):
            words += [*(plain(WORDS_BETWEEN) if words else ()), *each]
    show = min((one.show for one, _ in changes), key=lambda one: (one.day, one.curtain))
    by = f"{manner.short_day(show.day)} {manner.clock(show.curtain - manner.half)}"
    return ToldLine(who.surname, beside, bound_words(book, words), by, show.day == soonest)


def _short(book: Book, one: Recasting, manner: Manner) -> Words:
    new, old = inside_name(book, one.in_id) or "open", inside_name(book, one.out_id)
    instead = f" for {old}" if old else ""
    return (*plain(f"{_when(book, one, manner)} {_part(book, one)} "), *bold(f"{new}{instead}"))


def _when(book: Book, one: Recasting, manner: Manner) -> str:
    return f"{manner.short_day(one.show.day)} {title(book, one.show)}"


def _part(book: Book, one: Recasting) -> str:
    return " ".join(filter(None, (inside_part_name(book, one), since_words(book, one))))


def _desks(book: Book, changes: Iterable[Recasting]) -> list[tuple[Person, str]]:
    conductors = {one.show.conductor_id for one in changes}
    return [
        (who, duty)
        for duty in DESKS
        for who in sorted(book.all(Person), key=lambda one: one.sort_key)
        if duty in who.duties and (duty != "conductor" or who.id in conductors)
    ]

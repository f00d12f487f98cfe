"""Who dances what on a public cast sheet: leading roles, then by act in order of appearance."""

from __future__ import annotations

from dataclasses import dataclass

from castapp.domain.book import Book
from castapp.domain.casting import Performance
from castapp.domain.people import Person
from castapp.domain.programme import Part, parts, roles, sections
from castapp.domain.repertory import Role, Section
from castapp.domain.roster import company
from castapp.export.recastings import UNBILLED, Recasting, part_name, since_words

OPEN = "To be announced"
MOST_IN_A_ROW = 4
LEADING_SHARE, SHARE_OVER_ACTS = 0.35, 0.2


@dataclass(frozen=True, slots=True)
class CastLine:
    """A role and its names: beside each other, or as a `paragraph` under the role.

    `instead` says who is replaced by whom; with it the line is marked as changed.
    """

    role: str
    names: tuple[str, ...]
    instead: str = ""
    paragraph: bool = False
    lead: bool = False

    @property
    def changed(self) -> bool:
        """Whether somebody in it was recast."""
        return bool(self.instead)


@dataclass(frozen=True, slots=True)
class CastAct:
    """The lines of an act; no title for the leading roles and for a ballet of one act."""

    title: str
    lines: tuple[CastLine, ...]


def acts_of(
    book: Book, show: Performance, production_id: str, changes: list[Recasting]
) -> tuple[CastAct, ...]:
    """The leading roles, the other roles of the whole ballet, then each act's."""
    order = list(dict.fromkeys(one.act for one in sections(book, production_id) if one.act))
    held: dict[str, list[Part]] = {}
    for part in parts(book, show):
        if part.production_id == production_id and part.cover == 0:
            held.setdefault(part.role_id, []).append(part)
    bands: dict[int, list[CastLine]] = {}
    for role in roles(book, production_id):
        lead = _is_leading(book, role)
        line = _line(book, role, held.get(role.id, []), changes, lead=lead)
        if line is not None:
            place = -1 if lead else _first_act(book, role, order)
            bands.setdefault(place, []).append(line)
    return tuple(
        CastAct(order[place] if place >= 0 and len(order) > 1 else "", tuple(lines))
        for place, lines in sorted(bands.items())
    )


def _first_act(book: Book, role: Role, order: list[str]) -> int:
    """The act a role first appears in; -1, with the leads, where no section tells."""
    own = (book.find(Section, place.section_id) for place in role.sections)
    return min((order.index(one.act) for one in own if one and one.act in order), default=-1)


def _is_leading(book: Book, role: Role) -> bool:
    """A single role that fills much of the evening, or a good part of it over several acts."""
    if role.kind != "single":
        return False
    danced = [one for one in sections(book, role.production_id) if not one.interval]
    mine = {place.section_id for place in role.sections}
    own = [one for one in danced if one.id in mine]
    whole = sum(one.minutes for one in danced)
    share = sum(one.minutes for one in own) / whole if whole else 1.0
    several = len({one.act for one in own}) > 1
    return share >= LEADING_SHARE or (several and share >= SHARE_OVER_ACTS)


def _line(
    book: Book, role: Role, found: list[Part], changes: list[Recasting], *, lead: bool
) -> CastLine | None:
    """A role's line; None for a group of children of whom nobody is named."""
    named = [one for one in found if one.person_id]
    if role.kind in UNBILLED:
        return _unbilled(book, role, named)
    own = [one for one in changes if one.role_id == role.id]
    instead = "; ".join(_instead(book, role, one) for one in own)
    if not named:
        return CastLine(role.name, (OPEN,), instead, lead=lead)
    if role.spots > MOST_IN_A_ROW:
        return CastLine(role.name, _alphabetical(book, named), instead, paragraph=True)
    ordered = sorted(named, key=lambda one: (role.gender(one.spot) == "M", one.spot))
    names = dict.fromkeys(_name_in_part(book, one) for one in ordered)
    return CastLine(role.name, tuple(names), instead, lead=lead)


def _unbilled(book: Book, role: Role, named: list[Part]) -> CastLine | None:
    if not named and role.kind == "children":
        return None
    names = _alphabetical(book, named) or (f"Artists of {_the(company(book).name)}",)
    return CastLine(role.name, names, paragraph=True)


def _the(name: str) -> str:
    return name if name.casefold().startswith("the ") else f"the {name}"


def _alphabetical(book: Book, named: list[Part]) -> tuple[str, ...]:
    people = {one.person_id: book.get(Person, one.person_id) for one in named if one.person_id}
    ordered = sorted(people.values(), key=lambda who: (who.sort_key, who.id))
    return tuple(who.name for who in ordered)


def _name_in_part(book: Book, part: Part) -> str:
    """A name, with the section from which somebody takes over."""
    name = book.get(Person, part.person_id or "").name
    section = book.find(Section, part.from_section_id)
    return f"{name} (from {f'{section.act} {section.name}'.strip()} on)" if section else name


def _instead(book: Book, role: Role, one: Recasting) -> str:
    """replaces Ada Vega; in a group with who does, and in which part if it has a name."""
    new, old = book.find(Person, one.in_id), book.find(Person, one.out_id)
    if role.spots == 1:
        since = since_words(book, one)
        return " ".join(filter(None, (f"replaces {old.name}" if old else "newly cast", since)))
    who = new.name if new else "nobody yet"
    spot = part_name(book, one).removeprefix(role.name).strip()
    in_part = f" ({spot})" if spot else ""
    return f"{who}{in_part} replaces {old.name}" if old else f"{who}{in_part} is newly cast"

"""Casting: roles, spots and dancers of every show, made into casts that performances take."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from castapp.domain.people import Person
from castapp.domain.programme import roles, sections
from castapp.domain.record import new_id
from castapp.domain.repertory import Production, Role
from castapp.importers.casting_rows import (
    Entry,
    Show,
    is_wide,
    long_entries,
    names_in,
    read_shows,
    several,
    wide_entries,
)
from castapp.importers.casts import Slot, Taken, put_casts
from castapp.importers.newcomers import Written, known_or_new
from castapp.importers.performances import Night, nights
from castapp.importers.reading import Reading
from castapp.importers.repertory import Place, find_place, is_own_wording, near_roles
from castapp.importers.words import fold, is_blank, offer

Placed = tuple[Entry, Place]


@dataclass(slots=True)
class _Night:
    """One evening's slots, and the line each was read from."""

    taken: Taken
    lines: dict[Slot, int] = field(default_factory=dict)


def read_casting(reading: Reading) -> None:
    """Bring in a table of casting, in either shape."""
    shows = read_shows(reading)
    entries = list((wide_entries if is_wide(reading) else long_entries)(reading, shows))
    known = {production.id for production in reading.book.all(Production)}
    found = nights(reading, [show for _, show in shows])
    entries = [entry for entry in entries if entry.show in found]
    placed = _places(reading, entries, found, known)
    single = [one for entry, place in placed for one in _single(reading, entry, place)]
    people = _people(reading, single)
    evenings = _evenings(reading, single, found, people)
    reading.complaints.settle()
    put_casts(reading, [evening.taken for evening in evenings])


def _places(
    reading: Reading, entries: list[Entry], found: dict[Show, Night], known: set[str]
) -> list[Placed]:
    """Every entry with its role.

    A production that is new here takes the file's wording, and the roles it lacks.
    """
    kept: dict[tuple[str, str], Place | None] = {}
    placed = []
    for entry in entries:
        production_id = found[entry.show].production_id
        key = (production_id, entry.role)
        if key not in kept:
            found_place = find_place(reading.book, production_id, entry.role)
            if found_place is None:
                kept[key] = _new_role(reading, entry, production_id, known)
            elif production_id not in known:
                kept[key] = _in_own_words(reading, entry.role, found_place)
            else:
                kept[key] = found_place
        place = kept[key]
        if place is not None and not reading.complaints.spoil(entry.line):
            placed.append((entry, place))
    return placed


def _in_own_words(reading: Reading, text: str, place: Place) -> Place:
    role = place.roles[0]
    if not is_own_wording(role, text):
        return place
    draft = reading.draft()
    renamed = draft.set(role, name=text)
    reading.take(draft.edit(f"{role.name} is {text}"))
    return replace(place, roles=(renamed, *place.roles[1:]))


def _new_role(reading: Reading, entry: Entry, production_id: str, known: set[str]) -> Place | None:
    title = reading.book.get(Production, production_id).title
    near = near_roles(reading.book, production_id, entry.role)
    if production_id in known or near:
        line = reading.table.heading_line if is_wide(reading) else entry.line
        reading.complaints.add(
            line, entry.role_column, f"{title} has no role “{entry.role}”{offer(near)}."
        )
        return None
    everything = roles(reading.book, production_id)
    spots = len(names_in(entry.dancer)) if is_wide(reading) else 1
    order = max((role.order for role in everything), default=0) + 1
    role = reading.guarded(
        next(row for row in reading.table.rows if row.line == entry.line),
        lambda: Role(new_id(), production_id, order, entry.role, spots=max(1, spots)),
    )
    if role is None:
        return None
    draft = reading.draft()
    draft.put(role)
    reading.take(draft.edit(f"New role {entry.role}"))
    reading.doubt(f"“{entry.role}” is new among the roles of {title}; look at its spots there.")
    return Place((role,))


def _single(reading: Reading, entry: Entry, place: Place) -> Iterable[Placed]:
    """An entry as one entry a dancer, each with its spot."""
    role = place.roles[0]
    cover = entry.cover or place.cover
    if entry.spot:
        place = replace(place, spot=_spot(reading, entry, role))
    whole = place.spot or role.spots == 1 or not is_wide(reading)
    names = [entry.dancer] if whole else names_in(entry.dancer)
    if whole and is_wide(reading) and several(entry.dancer):
        reading.complaints.add(
            entry.line, entry.column, f"“{entry.dancer}” names several dancers for one spot."
        )
    if len(names) > role.spots:
        reading.complaints.add(
            entry.line,
            entry.column,
            f"{role.name} has {role.spots} spots, and {len(names)} names are given.",
        )
    for number, name in enumerate(names[: role.spots], start=1):
        spot = place.spot or number
        yield (
            replace(entry, dancer="" if is_blank(name) else name, cover=cover),
            replace(place, spot=spot),
        )


def _spot(reading: Reading, entry: Entry, role: Role) -> int:
    by_name = {fold(role.spot_name(spot)): spot for spot in range(1, role.spots + 1)}
    by_name.update({str(spot): spot for spot in range(1, role.spots + 1)})
    spot = by_name.get(fold(entry.spot))
    if spot is None or entry.spot.startswith("-"):
        reading.complaints.add(
            entry.line,
            reading.columns.get("spot"),
            f"{role.name} has no spot “{entry.spot}”; it has {role.spots}.",
        )
    return spot or 1


def _people(reading: Reading, placed: list[Placed]) -> dict[str, Person]:
    written: list[Written] = []
    for entry, place in placed:
        if entry.dancer:
            gender = place.roles[0].gender(place.spot)
            usual = gender if gender in "FM" else ""
            written.append((entry.line, entry.column, entry.dancer, usual))
    days = [entry.show.day for entry, _ in placed if entry.show.day]
    return known_or_new(reading, written, min(days, default=reading.asked.today))


def _evenings(
    reading: Reading,
    placed: list[Placed],
    found: dict[Show, Night],
    people: dict[str, Person],
) -> list[_Night]:
    """The slots of every evening (and of casts told without a day), checked for doubles."""
    evenings: dict[tuple[str, str], _Night] = {}
    for show, night in found.items():
        key = (night.item_id or f"{night.production_id} {fold(show.cast)}", "")
        taken = Taken(night.production_id, night.performance_id, night.item_id, show.cast)
        evening = evenings.setdefault(key, _Night(taken))
        if show.cast and not evening.taken.cast:
            evening.taken.cast = show.cast
    for entry, place in placed:
        night = found[entry.show]
        key = (night.item_id or f"{night.production_id} {fold(entry.show.cast)}", "")
        person = people.get(fold(entry.dancer)) if entry.dancer else None
        if entry.dancer and person is None:
            continue
        for role in place.roles:
            slot = (role.id, min(place.spot, role.spots), entry.cover)
            _take(reading, evenings[key], entry, slot, person, role)
    return list(evenings.values())


def _take(
    reading: Reading,
    evening: _Night,
    entry: Entry,
    slot: Slot,
    person: Person | None,
    role: Role,
) -> None:
    taken = evening.taken
    if entry.section:
        _from_section(reading, taken, entry, slot, person)
        return
    person_id = person.id if person else None
    if slot in taken.slots and role.name and taken.slots[slot] != person_id:
        first = evening.lines[slot]
        where = f"{role.name} {role.spot_name(slot[1])}".strip()
        reading.complaints.add(
            entry.line,
            entry.column,
            f"{where} is cast twice at one show, here and in line {first}.",
        )
        return
    if person and slot[2] == 0:
        _check_double(reading, taken, entry, slot, person, role)
    taken.slots[slot] = person_id
    evening.lines[slot] = entry.line


def _check_double(
    reading: Reading, taken: Taken, entry: Entry, slot: Slot, person: Person, role: Role
) -> None:
    mine = {place.section_id for place in role.sections}
    for (role_id, spot, cover), person_id in taken.slots.items():
        if person_id != person.id or cover or (role_id, spot) == slot[:2]:
            continue
        other = reading.book.get(Role, role_id)
        together = role.together and role.together == other.together
        shared = mine & {place.section_id for place in other.sections}
        if not together and (shared or role_id == role.id):
            where = " and ".join(
                f"{one.name} {one.spot_name(number)}".strip()
                for one, number in ((other, spot), (role, slot[1]))
            )
            reading.complaints.add(
                entry.line,
                entry.column,
                f"{person.name} is cast twice at one show, as {where} at the same time.",
            )
        elif not mine and not other.sections and {role.kind, other.kind} == {"single"}:
            reading.doubt(
                f"{person.name} is both {other.name} and {role.name} at one show "
                f"(line {entry.line})."
            )


def _from_section(
    reading: Reading, taken: Taken, entry: Entry, slot: Slot, person: Person | None
) -> None:
    wanted = fold(entry.section)
    for section in sections(reading.book, taken.production_id):
        if wanted in (fold(section.name), fold(f"{section.act} {section.name}")):
            taken.later[slot] = (person.id if person else None, section.id)
            return
    title = reading.book.get(Production, taken.production_id).title
    reading.complaints.add(
        entry.line, reading.columns.get("section"), f"{title} has no section “{entry.section}”."
    )

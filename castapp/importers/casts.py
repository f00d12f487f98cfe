"""Casts out of evenings: shows that are cast alike take one cast, what differs is an override."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from castapp.domain.book import Book
from castapp.domain.casting import BillItem, Cast, Casting, Override, Performance
from castapp.domain.draft import Draft
from castapp.domain.programme import cast_parts, casts, parts
from castapp.domain.record import new_id
from castapp.importers.casting_rows import ordinal
from castapp.importers.reading import Reading
from castapp.importers.words import fold

Slot = tuple[str, int, int]


@dataclass(slots=True)
class Taken:
    """Who has which slot (role, spot, cover) of a production, at one show or in a cast told alone.

    `later` holds who takes over mid-show and from which section; nobody (None) leaves it open.
    """

    production_id: str
    performance_id: str = ""
    item_id: str = ""
    cast: str = ""
    slots: dict[Slot, str | None] = field(default_factory=dict)
    later: dict[Slot, tuple[str | None, str]] = field(default_factory=dict)


def put_casts(reading: Reading, evenings: list[Taken]) -> None:
    """Make or find the casts, let the shows take them, and override what a show does differently.

    Named casts hold what most of their shows say; shows without a named cast share a cast when
    their slots are the same; a show that has a cast already keeps it, and what stands there
    already stays as it was made.
    """
    evenings = [_news(reading.book, evening) for evening in evenings]
    draft = reading.draft()
    chosen = _named(reading.book, draft, [one for one in evenings if one.cast])
    chosen |= _alike(reading.book, draft, [one for one in evenings if not one.cast])
    for evening in evenings:
        item = reading.book.find(BillItem, evening.item_id)
        cast_id = chosen.get(id(evening))
        if item is not None and cast_id is not None:
            draft.set(item, cast_id=cast_id)
    reading.take(draft.edit("Import casts"))
    draft = reading.draft()
    for evening in evenings:
        if evening.performance_id:
            _override(reading.book, draft, evening)
    reading.take(draft.edit("Import casting"))


def _news(book: Book, evening: Taken) -> Taken:
    """Only what a show with this cast does not say already, by its cast or by a change of it."""
    item = book.find(BillItem, evening.item_id)
    cast = book.find(Cast, item.cast_id) if item else None
    show = book.find(Performance, evening.performance_id)
    if not cast or not show or (evening.cast and fold(evening.cast) != fold(cast.name)):
        return evening
    stands: dict[tuple[Slot, str], str | None] = {
        ((part.role_id, part.spot, part.cover), part.from_section_id or ""): part.person_id
        for part in parts(book, show)
        if part.production_id == evening.production_id
    }
    nobody = object()
    slots = {
        slot: person_id
        for slot, person_id in evening.slots.items()
        if stands.get((slot, ""), nobody) != person_id
    }
    later = {
        slot: (person_id, section_id)
        for slot, (person_id, section_id) in evening.later.items()
        if stands.get((slot, section_id), nobody) != person_id
    }
    return replace(evening, slots=slots, later=later)


def _named(book: Book, draft: Draft, evenings: list[Taken]) -> dict[int, str]:
    groups: dict[tuple[str, str], list[Taken]] = {}
    for evening in evenings:
        groups.setdefault((evening.production_id, fold(evening.cast)), []).append(evening)
    chosen: dict[int, str] = {}
    new: Counter[str] = Counter()
    for (production_id, name), group in groups.items():
        existing = casts(book, production_id)
        cast = next((one for one in existing if fold(one.name) == name), None)
        if cast is None:
            new[production_id] += 1
            order = _next_order(existing) + new[production_id] - 1
            cast = draft.put(Cast(new_id(), production_id, group[0].cast, order))
        for slot, person_id in _majority(group).items():
            _fill(book, draft, cast.id, slot, person_id)
        for evening in group:
            chosen[id(evening)] = cast.id
    return chosen


def _majority(group: Iterable[Taken]) -> dict[Slot, str]:
    votes: dict[Slot, Counter[str]] = {}
    for evening in group:
        for slot, person_id in evening.slots.items():
            if person_id:
                votes.setdefault(slot, Counter())[person_id] += 1
    return {slot: counted.most_common(1)[0][0] for slot, counted in votes.items()}


def _alike(book: Book, draft: Draft, evenings: list[Taken]) -> dict[int, str]:
    chosen: dict[int, str] = {}
    made: dict[tuple[str, frozenset[tuple[Slot, str]]], str] = {}
    new: Counter[str] = Counter()
    for evening in evenings:
        item = book.find(BillItem, evening.item_id)
        filled = {slot: person for slot, person in evening.slots.items() if person}
        if not filled or (item is not None and item.cast_id):
            continue
        key = (evening.production_id, frozenset(filled.items()))
        if key not in made:
            existing = casts(book, evening.production_id)
            fitting = next((one for one in existing if _holds(book, one.id, filled)), None)
            if fitting is None:
                number = len(existing) + new[evening.production_id] + 1
                new[evening.production_id] += 1
                order = _next_order(existing) + new[evening.production_id] - 1
                name = ordinal(number)
                fitting = draft.put(Cast(new_id(), evening.production_id, name, order))
                for slot, person_id in filled.items():
                    draft.put(_casting(fitting.id, slot, person_id))
            made[key] = fitting.id
        chosen[id(evening)] = made[key]
    return chosen


def _holds(book: Book, cast_id: str, filled: dict[Slot, str]) -> bool:
    held = cast_parts(book, cast_id)
    return all(
        [casting.person_id for casting in held.get(slot, ())] == [person_id]
        for slot, person_id in filled.items()
    )


def _fill(book: Book, draft: Draft, cast_id: str, slot: Slot, person_id: str) -> None:
    held = cast_parts(book, cast_id).get(slot, ())
    for extra in held[1:]:
        draft.drop(extra)
    if held:
        draft.set(held[0], person_id=person_id)
    else:
        draft.put(_casting(cast_id, slot, person_id))


def _casting(cast_id: str, slot: Slot, person_id: str) -> Casting:
    role_id, spot, cover = slot
    return Casting(new_id(), cast_id, role_id, spot, person_id, cover)


def _override(book: Book, draft: Draft, evening: Taken) -> None:
    item = book.find(BillItem, evening.item_id)
    held = cast_parts(book, item.cast_id) if item and item.cast_id else {}
    old = {
        ((one.role_id, one.spot, one.cover), one.from_section_id is not None): one
        for one in book.where(Override, "performance_id", evening.performance_id)
    }
    for slot, person_id in evening.slots.items():
        as_cast = held[slot][0].person_id if held.get(slot) else None
        _lay_over(draft, evening, slot, old.get((slot, False)), person_id, person_id != as_cast)
    for slot, (person_id, section_id) in evening.later.items():
        before = old.get((slot, True))
        _lay_over(draft, evening, slot, before, person_id, True, section_id)


def _lay_over(
    draft: Draft,
    evening: Taken,
    slot: Slot,
    old: Override | None,
    person_id: str | None,
    differs: bool,
    section_id: str | None = None,
) -> None:
    if not differs:
        if old:
            draft.drop(old)
    elif old:
        draft.set(old, person_id=person_id, from_section_id=section_id)
    else:
        role_id, spot, cover = slot
        draft.put(
            Override(new_id(), evening.performance_id, role_id, spot, person_id, cover, section_id)
        )


def _next_order(existing: tuple[Cast, ...]) -> int:
    return max((one.order for one in existing), default=0) + 1

"""What changed in one person's day between two issues, a sentence for each call or show."""

from __future__ import annotations

from collections.abc import Iterable

from castapp.domain.book import Book
from castapp.domain.office import PostedLine
from castapp.domain.repertory import Role
from castapp.export.manner import Manner
from castapp.export.posted import Wanted, wanted

Own = dict[str, tuple[PostedLine, tuple[Wanted, ...]]]


def person_lines(
    book: Book,
    person_id: str,
    before: Iterable[PostedLine],
    now: Iterable[PostedLine],
    manner: Manner,
) -> tuple[str, ...]:
    """One person's changes in time order, each as it would be told."""
    return lines_of_all(book, (person_id,), before, now, manner)[person_id]


def lines_of_all(
    book: Book,
    people: Iterable[str],
    before: Iterable[PostedLine],
    now: Iterable[PostedLine],
    manner: Manner,
) -> dict[str, tuple[str, ...]]:
    """Person id → their changes in time order; both issues are gone through once."""
    old, new = _owns(before), _owns(now)
    return {one: _told(book, old.get(one, {}), new.get(one, {}), manner) for one in people}


def _told(book: Book, old: Own, new: Own, manner: Manner) -> tuple[str, ...]:
    told: list[tuple[int, str]] = []
    for ref_id, (line, parts) in new.items():
        words = _differs(book, old.get(ref_id), line, parts, manner)
        if words:
            told.append((line.start, f"{line.what} {words}"))
    for ref_id, (line, parts) in old.items():
        if ref_id not in new:
            said = f"{line.what}: not called any more, was {_when(line, parts, manner)}"
            told.append((line.start, said))
    return tuple(text for _, text in sorted(told))


def changed_refs(
    book: Book,
    person_id: str,
    before: Iterable[PostedLine],
    now: Iterable[PostedLine],
    manner: Manner,
) -> dict[str, str]:
    """Call or show id → how it was for this person: new; was 14.30; was Myrtha; was S2."""
    old, new = _owns(before).get(person_id, {}), _owns(now).get(person_id, {})
    found = {}
    for ref_id, (line, parts) in new.items():
        if ref_id not in old:
            found[ref_id] = "new"
            continue
        was_line, was_parts = old[ref_id]
        if _times(parts) != _times(was_parts):
            found[ref_id] = f"was {manner.span(*_times(was_parts))}"
        elif line.place != was_line.place:
            found[ref_id] = f"was {was_line.place or 'not placed'}"
        elif parts != was_parts:
            found[ref_id] = f"was{_as(book, was_parts)}".replace("was as ", "was ")
    return found


def _owns(lines: Iterable[PostedLine]) -> dict[str, Own]:
    """Person id → the lines they are on, with what they are wanted for in each."""
    found: dict[str, dict[str, tuple[PostedLine, list[Wanted]]]] = {}
    for line in lines:
        for who in wanted(line):
            found.setdefault(who.person_id, {}).setdefault(line.ref_id, (line, []))[1].append(who)
    return {
        person_id: {ref_id: (line, tuple(parts)) for ref_id, (line, parts) in own.items()}
        for person_id, own in found.items()
    }


def _differs(
    book: Book,
    old: tuple[PostedLine, tuple[Wanted, ...]] | None,
    line: PostedLine,
    parts: tuple[Wanted, ...],
    manner: Manner,
) -> str:
    """How a call or show is different for the person; empty if it is not."""
    if old is None:
        return f"now {_when(line, parts, manner)}{_as(book, parts)}"
    was_line, was_parts = old
    moved = (line.place, _times(parts)) != (was_line.place, _times(was_parts))
    if moved:
        return f"now {_when(line, parts, manner)}, was {_when(was_line, was_parts, manner)}"
    if parts != was_parts:
        return f"now{_as(book, parts)}, was{_as(book, was_parts)}"
    return ""


def _times(parts: tuple[Wanted, ...]) -> tuple[int, int]:
    return min(who.start for who in parts), max(who.end for who in parts)


def _when(line: PostedLine, parts: tuple[Wanted, ...], manner: Manner) -> str:
    start, _ = _times(parts)
    return f"{manner.clock(start)} {line.place}".strip()


def _as(book: Book, parts: tuple[Wanted, ...]) -> str:
    """The parts in a show: as Myrtha, cover Giselle; empty for a call."""
    names = []
    for who in sorted(parts, key=lambda one: (one.cover, one.role_id, one.spot)):
        role = book.find(Role, who.role_id)
        if role:
            cover = "cover " if who.cover else ""
            names.append(f"{cover}{role.name} {role.spot_name(who.spot)}".strip())
    return f" as {', '.join(names)}" if names else ""

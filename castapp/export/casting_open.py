"""What a casting sheet still lacks: spots without a dancer, leading roles without a cover."""

from __future__ import annotations

from castapp.domain.book import Book
from castapp.domain.casting import Performance
from castapp.domain.programme import parts
from castapp.domain.repertory import Role
from castapp.export.callboard import Block, Entry, plain
from castapp.export.manner import Manner

COVERED_KINDS = ("single", "couple")
MOST_LINES = 6


def open_block(
    book: Book, production_id: str, shows: tuple[Performance, ...], manner: Manner
) -> Block | None:
    """Roles to be cast and roles uncovered, with the days; None if there are none."""
    uncast: dict[str, list[str]] = {}
    uncovered: dict[str, list[str]] = {}
    for show in shows:
        on_day = manner.day_among(show.day, (one.day for one in shows))
        day = f"{on_day} {manner.clock(show.curtain)}"
        own = [part for part in parts(book, show) if part.production_id == production_id]
        on = {(part.role_id, part.person_id) for part in own if part.cover == 0}
        covered = {
            (part.role_id, part.spot)
            for part in own
            if part.cover and part.person_id and (part.role_id, part.person_id) not in on
        }
        for part in own:
            role = book.find(Role, part.role_id)
            if role is None or part.cover:
                continue
            if part.person_id is None:
                uncast.setdefault(role.name, []).append(day)
            elif role.kind in COVERED_KINDS and (role.id, part.spot) not in covered:
                uncovered.setdefault(role.name, []).append(day)
    lines = [*_lines("To be cast", uncast, len(shows)), *_lines("No cover", uncovered, len(shows))]
    return Block("Open", tuple(Entry(plain(line)) for line in lines)) if lines else None


def _lines(label: str, found: dict[str, list[str]], shows: int) -> list[str]:
    """The roles that lack the same shows in one line, those that lack all of them first."""
    alike: dict[tuple[str, ...], list[str]] = {}
    for name, days in found.items():
        alike.setdefault(tuple(dict.fromkeys(days)), []).append(name)
    ordered = sorted(alike.items(), key=lambda one: -len(one[0]))
    lines = [
        f"{label}, {'all shows' if len(days) == shows else ', '.join(days)}: {', '.join(names)}."
        for days, names in ordered[:MOST_LINES]
    ]
    if len(ordered) > MOST_LINES:
        rest = sum(len(names) for _, names in ordered[MOST_LINES:])
        lines.append(f"{label}: {rest} more roles in single shows.")
    return lines

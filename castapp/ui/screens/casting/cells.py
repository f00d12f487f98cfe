"""What one cell of the grid says: the dancer, the cover below, and what is wrong."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from castapp.domain.book import Book
from castapp.domain.finding import SEVERITIES
from castapp.domain.repertory import Role
from castapp.domain.roster import inside_name
from castapp.ui.screens.casting.rows import NEEDING_COVER, Row, spot_label
from castapp.ui.screens.casting.seats import Seat, Seats
from castapp.ui.screens.casting.troubles import NOTHING, Found, Trouble, trouble

OPEN, UNCOVERED, TROUBLE, NUMBER = "open", "uncovered", "trouble", "number"


@dataclass(frozen=True, slots=True)
class Cell:
    """Two lines: `name` with `more` after it (+3), then `cover`. `state` is open,
    uncovered, number (a total) or trouble; then `severity` says how bad, and `word` what: off.

    `spoken` is the whole of it for the tool tip and the screen reader.
    """

    name: str = ""
    more: str = ""
    cover: str = ""
    state: str = ""
    debut: bool = False
    override: bool = False
    spoken: str = ""
    severity: str = ""
    word: str = ""


def cell(
    book: Book,
    row: Row,
    role: Role,
    seats: Seats,
    debuts: Collection[object],
    found: Found = NOTHING,
    letter: str = "",
) -> Cell:
    """The cell of a role or spot row. `debuts` holds (role, spot, person) of first times,
    `found` what stands against the people of the night; a corps is told by its map's letter.
    """
    spots = [row.spot] if row.spot else list(range(1, role.spots + 1))
    held = [seats.get((role.id, spot)) or Seat(role.id, spot) for spot in spots]
    made = (
        _one(book, role, held[0], debuts, found)
        if len(held) == 1
        else _several(book, role, held, debuts, found)
    )
    if letter and made.more:
        made = replace(made, name=f"Map {letter}", more="")
    return _troubled(made, _told(book, role, held, found))


def lasting_covers(book: Book, role: Role, seat: Seat, found: Found) -> list[str]:
    """The covers of a spot against whom nothing stands that night."""
    return [
        who
        for _, who in seat.covers
        if trouble(book, role, seat.spot, who, found, cover=True) is None
    ]


def seat_troubles(book: Book, role: Role, seat: Seat, found: Found) -> list[tuple[str, Trouble]]:
    """Whoever dances a spot and should not that night, with why."""
    return [
        (who, why)
        for who in seat.dancing
        if (why := trouble(book, role, seat.spot, who, found)) is not None
    ]


def _told(book: Book, role: Role, held: list[Seat], found: Found) -> list[tuple[str, Trouble]]:
    if not found:
        return []
    told = [one for seat in held for one in seat_troubles(book, role, seat, found)]
    return [(inside_name(book, who), why) for who, why in told]


def _troubled(made: Cell, told: list[tuple[str, Trouble]]) -> Cell:
    """The cell with the mark of those who should not dance."""
    if not told:
        return made
    worst = min((why.severity for _, why in told), key=SEVERITIES.index)
    name, why = told[0]
    word = why.word if name == made.name else f"{name} {why.word}"
    word = f"{len(told)} cannot" if len(told) > 1 else word
    said = "\n".join(f"{name}: {why.word}" for name, why in told)
    return replace(made, state=TROUBLE, severity=worst, word=word, spoken=f"{made.spoken}\n{said}")


def _one(book: Book, role: Role, seat: Seat, debuts: Collection[object], found: Found) -> Cell:
    covers = [inside_name(book, who) for _, who in seat.covers]
    wanted = role.kind in NEEDING_COVER
    bare = wanted and not lasting_covers(book, role, seat, found)
    state = OPEN if not seat.dancing else UNCOVERED if bare else ""
    if covers and bare:
        covers[0] += f" {_cover_word(book, role, seat, found)}"
    under = ", ".join(covers) or ("no cover" if wanted else "")
    return Cell(
        " / ".join(inside_name(book, who) for who in seat.dancing) or "open",
        cover=under,
        state=state,
        debut=_first(seat, debuts),
        override=seat.override,
        spoken=_spoken(book, role, [seat], debuts),
    )


def _cover_word(book: Book, role: Role, seat: Seat, found: Found) -> str:
    why = trouble(book, role, seat.spot, seat.covers[0][1], found, cover=True)
    return why.word if why else ""


def _several(
    book: Book, role: Role, held: list[Seat], debuts: Collection[object], found: Found
) -> Cell:
    people = [who for seat in held for who in seat.dancing[:1]]
    missing = sum(not seat.dancing for seat in held)
    state = OPEN if missing else ""
    if (
        not missing
        and role.kind in NEEDING_COVER
        and any(not lasting_covers(book, role, seat, found) for seat in held)
    ):
        state = UNCOVERED
    return Cell(
        *_names(book, role, people),
        cover=_below(book, role, held, missing),
        state=state,
        debut=any(_first(seat, debuts) for seat in held),
        override=any(seat.override for seat in held),
        spoken=_spoken(book, role, held, debuts),
    )


def _names(book: Book, role: Role, people: list[str]) -> tuple[str, str]:
    if not people:
        return "open", ""
    if role.kind == "couple" and len(people) == 2:
        return ", ".join(inside_name(book, who) for who in people), ""
    return inside_name(book, people[0]), f"+{len(people) - 1}" if len(people) > 1 else ""


def _below(book: Book, role: Role, held: list[Seat], missing: int) -> str:
    if missing and missing < len(held):
        return f"{missing} open"
    first = [seat.covers[0][1] for seat in held if seat.covers]
    if role.kind == "couple":
        bare = [seat.spot for seat in held if not seat.covers]
        if len(bare) == len(held):
            return "no cover"
        if bare:
            return f"no cover {role.gender(bare[0])}"
        return ", ".join(inside_name(book, who) for who in first)
    everyone = dict.fromkeys(who for seat in held for _, who in seat.covers)
    if len(everyone) == 1:
        return inside_name(book, next(iter(everyone)))
    return f"{len(everyone)} covers" if everyone else ""


def _first(seat: Seat, debuts: Collection[object]) -> bool:
    return any((seat.role_id, seat.spot, who) in debuts for who in seat.dancing)


def _spoken(book: Book, role: Role, held: list[Seat], debuts: Collection[object]) -> str:
    lines = []
    for seat in held:
        who = " and ".join(inside_name(book, one) for one in seat.dancing) or "open"
        said = [f"{spot_label(role, seat.spot)}: {who}"]
        if _first(seat, debuts):
            said.append("first time in the role")
        if seat.covers:
            said.append("cover " + ", ".join(inside_name(book, one) for _, one in seat.covers))
        elif role.kind in NEEDING_COVER:
            said.append("no cover")
        if seat.override:
            said.append("differs from its cast" + (f" ({seat.why})" if seat.why else ""))
        lines.append(", ".join(said))
    return "\n".join(lines)

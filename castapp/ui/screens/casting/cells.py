"""What one cell of the grid says: the dancer, the cover below, and what is wrong."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from castapp.domain.book import Book
from castapp.domain.finding import SEVERITIES
from castapp.domain.repertory import Role, Section
from castapp.domain.roster import inside_name
from castapp.services.casting import together
from castapp.services.coverplace import covers_asked
from castapp.ui.screens.casting.own_cast import covers_only, usual_words
from castapp.ui.screens.casting.rows import Row, spot_label
from castapp.ui.screens.casting.seats import Seat, Seats
from castapp.ui.screens.casting.troubles import NOTHING, Found, Trouble, trouble

OPEN, UNCOVERED, TROUBLE, NUMBER = "open", "uncovered", "trouble", "number"


@dataclass(frozen=True, slots=True)
class Cell:
    """Two lines: `name` with `more` after it (+3), then `cover`. `state` is open,
    uncovered, number (a total) or trouble; then `severity` says how bad, and `word` what: off.
    Where somebody decided to live with it the word stays, without the state. Of an override
    `covers_only` says that the dancer is the cast's; `proposed` is what is not kept yet.

    `spoken` is the whole of it for the tool tip and the screen reader.
    """

    name: str = ""
    more: str = ""
    cover: str = ""
    state: str = ""
    debut: bool = False
    override: bool = False
    covers_only: bool = False
    proposed: bool = False
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
    if len(held) == 1 and role.together:
        made = _apart(book, role, held[0], seats, made)
    return _troubled(made, _told(book, role, held, found))


def lasting_covers(book: Book, role: Role, seat: Seat, found: Found) -> list[str]:
    """The covers of a spot against whom nothing stands that night, or only what was settled."""
    return [
        who
        for _, who in seat.covers
        if (why := trouble(book, role, seat.spot, who, found, cover=True)) is None or why.settled
    ]


def lacks_cover(book: Book, role: Role, seat: Seat, found: Found) -> bool:
    """Whether a spot has fewer covers than the company asks for, or none of those named holds."""
    wanted = max(covers_asked(book, role), 1 if seat.covers else 0)
    return len(lasting_covers(book, role, seat, found)) < wanted


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
    still = [one for one in told if not one[1].reason]
    worst = min((why.severity for _, why in still or told), key=SEVERITIES.index)
    name, why = (still or told)[0]
    word = why.word if name == made.name else f"{name} {why.word}"
    word = f"{len(told)} cannot" if len(told) > 1 else word
    said = "\n".join(f"{name}: {why.told}" for name, why in told)
    state = TROUBLE if still else made.state
    return replace(made, state=state, severity=worst, word=word, spoken=f"{made.spoken}\n{said}")


def _one(book: Book, role: Role, seat: Seat, debuts: Collection[object], found: Found) -> Cell:
    covers = [inside_name(book, who) for _, who in seat.covers]
    wanted = covers_asked(book, role) > 0
    bare = lacks_cover(book, role, seat, found)
    state = OPEN if not seat.dancing else UNCOVERED if bare else ""
    if covers and bare:
        covers[0] += f" {_cover_word(book, role, seat, found)}"
    under = ", ".join(covers) or ("no cover" if wanted else "")
    if seat.turn is not None:
        under = f"then {_name_or_open(book, seat.turn.person_id)}"
    return Cell(
        " / ".join(inside_name(book, who) for who in seat.dancing) or "open",
        cover=under,
        state=state,
        debut=_first(seat, debuts),
        override=seat.override,
        covers_only=covers_only(seat),
        spoken=_spoken(book, role, [seat], debuts),
    )


def _cover_word(book: Book, role: Role, seat: Seat, found: Found) -> str:
    why = trouble(book, role, seat.spot, seat.covers[0][1], found, cover=True)
    return why.word if why else ""


def _several(
    book: Book, role: Role, held: list[Seat], debuts: Collection[object], found: Found
) -> Cell:
    people = [(who, _first(seat, debuts)) for seat in held for who in seat.dancing[:1]]
    name, more, debut = _names(book, role, people)
    missing = sum(not seat.dancing for seat in held)
    state = OPEN if missing else ""
    if not missing and any(lacks_cover(book, role, seat, found) for seat in held):
        state = UNCOVERED
    return Cell(
        name,
        more,
        cover=_below(book, role, held, missing, found),
        state=state,
        debut=debut,
        override=any(seat.override for seat in held),
        covers_only=all(covers_only(seat) for seat in held if seat.override),
        spoken=_spoken(book, role, held, debuts),
    )


def _names(book: Book, role: Role, people: list[tuple[str, bool]]) -> tuple[str, str, bool]:
    """Who dances (each with whether it is their first), how many more, whether the last named
    has a star. The others have theirs at the name.
    """
    if not people:
        return "open", "", False
    first, debut = people[0]
    if role.kind == "couple" and len(people) == 2:
        star = "*" if debut else ""
        other, other_debut = people[1]
        return f"{inside_name(book, first)}{star}, {inside_name(book, other)}", "", other_debut
    more = f"+{len(people) - 1}" if len(people) > 1 else ""
    star = "*" if any(starred for _, starred in people[1:]) else ""
    return inside_name(book, first), f"{more}{star}", debut


def _below(book: Book, role: Role, held: list[Seat], missing: int, found: Found) -> str:
    if missing:
        return f"{missing} open" if missing < len(held) else f"all {missing}"
    later = [seat.turn for seat in held if seat.turn]
    if later:
        return f"then {_name_or_open(book, later[0].person_id)}"
    first = [seat.covers[0][1] for seat in held if seat.covers]
    asked = "no cover" if covers_asked(book, role) else ""
    if role.kind == "couple" and (asked or first):
        bare = [seat.spot for seat in held if not seat.covers]
        if len(bare) == len(held):
            return asked
        if bare:
            return f"no cover {role.gender(bare[0])}"
        return ", ".join(inside_name(book, who) for who in first)
    everyone = dict.fromkeys(who for seat in held for _, who in seat.covers)
    if len(everyone) == 1:
        return _only_cover(book, role, held, found)
    return f"{len(everyone)} covers" if everyone else asked


def _only_cover(book: Book, role: Role, held: list[Seat], found: Found) -> str:
    """The one cover of a role of several spots, with the spots if not all: Abbott, for 1."""
    covered = [seat for seat in held if seat.covers]
    named = inside_name(book, covered[0].covers[0][1])
    if not any(lasting_covers(book, role, seat, found) for seat in covered):
        named = f"{named} {_cover_word(book, role, covered[0], found)}"
    if len(covered) == len(held):
        return named
    return f"{named}, for {', '.join(role.spot_name(seat.spot) for seat in covered)}"


def _apart(book: Book, role: Role, seat: Seat, seats: Seats, made: Cell) -> Cell:
    """The cell with the mark that somebody else has what is taken together with it."""
    for other in together(book, role):
        beside = seats.get((other.id, seat.spot))
        if other.id == role.id or beside is None or beside.dancing == seat.dancing:
            continue
        word = f"not {other.name}"
        said = f"{made.spoken}\n{role.name} and {other.name} are taken together, by one dancer"
        return replace(made, state=made.state or TROUBLE, severity="warning", word=word,
                       spoken=said)  # fmt: skip
    return made


def _name_or_open(book: Book, person_id: str | None) -> str:
    return inside_name(book, person_id) if person_id else "open"


def _section(book: Book, section_id: str) -> str:
    section = book.find(Section, section_id)
    return ", ".join(part for part in (section.act, section.name) if part) if section else "later"


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
        elif covers_asked(book, role):
            said.append("no cover")
        if seat.override:
            said.append("differs from its cast" + (f" ({seat.why})" if seat.why else ""))
            said += [words] if (words := usual_words(book, seat)) else []
        if seat.turn:
            said.append(f"from {_section(book, seat.turn.section_id)} on "
                        + _name_or_open(book, seat.turn.person_id))  # fmt: skip
        lines.append(", ".join(said))
    return "\n".join(lines)

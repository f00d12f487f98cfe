"""The grid by dancer: a row for each, by rank; what they dance and cover all run, and totals."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date

from castapp.domain.book import Book
from castapp.domain.finding import SEVERITIES
from castapp.domain.people import Person
from castapp.domain.roster import by_rank, dancers, inside_name, rank
from castapp.ui.screens.casting.cells import NUMBER, TROUBLE, Cell
from castapp.ui.screens.casting.columns import Column
from castapp.ui.screens.casting.holding import Hold, Holds
from castapp.ui.screens.casting.rows import Row
from castapp.ui.screens.casting.troubles import Found, trouble

UNRANKED = "Without a rank"
TOTALS = tuple(
    Column(f"total|{one}", (one.capitalize(), "", ""), total=one)
    for one in ("shows", "leads", "covers")
)


def dancer_rows(
    book: Book, day: date, nights: Sequence[Holds], closed: Collection[str] = ()
) -> tuple[Row, ...]:
    """Everybody under contract on a day and whoever else holds something, under their ranks."""
    holding = {who for night in nights for who in night}
    engaged = dancers(book, day)
    known = {one.id for one in engaged}
    more = [one for who in sorted(holding - known) if (one := book.find(Person, who))]
    groups: dict[str, list[Person]] = {}
    for person in by_rank(book, [*engaged, *more], day):
        groups.setdefault(rank(book, person.id, day) or UNRANKED, []).append(person)
    made: list[Row] = []
    for head, people in groups.items():
        is_open = head not in closed
        made.append(Row("act", head, head, opens=True, is_open=is_open))
        made += [_row(book, person, nights) for person in people if is_open]
    return tuple(made)


def dancer_cells(
    book: Book,
    row: Row,
    nights: Sequence[Holds],
    firsts: Sequence[Collection[object]],
    found: Sequence[Found],
) -> tuple[Cell, ...]:
    """The cells of a dancer's row: the nights, then the totals."""
    who = row.person_id
    made = [
        night_cell(book, who, night.get(who, []), first, against)
        for night, first, against in zip(nights, firsts, found, strict=True)
    ]
    name = inside_name(book, who)
    counts = totals(who, nights)
    return (
        *made,
        *(
            Cell(str(count), state=NUMBER, spoken=f"{name}: {_counted(count, column.total)}")
            for count, column in zip(counts, TOTALS, strict=True)
        ),
    )


def totals(who: str, nights: Sequence[Holds]) -> tuple[int, int, int]:
    """How many of these nights somebody dances, leads, covers. Two shows in a day are two."""
    held = [night.get(who, []) for night in nights]
    return (
        sum(any(one.cover == 0 for one in holds) for holds in held),
        sum(any(one.leads for one in holds) for holds in held),
        sum(any(one.cover for one in holds) for holds in held),
    )


def night_cell(
    book: Book, who: str, holds: Sequence[Hold], firsts: Collection[object], found: Found
) -> Cell:
    """What somebody holds on one night."""
    dances = [one for one in holds if one.cover == 0]
    covers = [one for one in holds if one.cover]
    if not holds:
        return Cell(spoken=f"{inside_name(book, who)}: nothing")
    debuts = [one for one in dances if (one.role.id, one.spot, who) in firsts]
    made = Cell(
        dances[0].label if dances else "",
        f"+{len(dances) - 1}" if len(dances) > 1 else "",
        _covers_words(covers),
        debut=bool(debuts),
        override=any(one.override for one in dances),
        spoken="\n".join(_spoken(book, who, one, one in debuts) for one in holds),
    )
    against = [
        why for one in dances if (why := trouble(book, one.role, one.spot, who, found)) is not None
    ]
    if not against:
        return made
    still = [one for one in against if not one.reason]
    worst = min(still or against, key=lambda one: SEVERITIES.index(one.severity))
    spoken = f"{made.spoken}\n{inside_name(book, who)}: {worst.told}"
    state = TROUBLE if still else made.state
    return replace(made, state=state, severity=worst.severity, word=worst.word, spoken=spoken)


def _row(book: Book, person: Person, nights: Sequence[Holds]) -> Row:
    counts = zip(totals(person.id, nights), TOTALS, strict=True)
    said = [_counted(count, column.total) for count, column in counts if count]
    detail = " · ".join(said) or "nothing this run"
    name = inside_name(book, person.id)
    return Row("person", person.id, name, detail, person_id=person.id)


def _covers_words(covers: Sequence[Hold]) -> str:
    if not covers:
        return ""
    return f"c. {covers[0].label}" if len(covers) == 1 else f"c. {len(covers)} spots"


def _spoken(book: Book, who: str, hold: Hold, debut: bool) -> str:
    said = [inside_name(book, who)]
    if hold.cover:
        said[0] += f" is {hold.cover_word} of {hold.label}"
    else:
        said[0] += f" dances {hold.label}" + (" from mid-show" if hold.later else "")
    if debut:
        said.append("first time in the role")
    if hold.override:
        said.append("differs from its cast")
    return ", ".join(said)


def _counted(count: int, what: str) -> str:
    return f"{count} {what[:-1] if count == 1 else what}"

"""Places that were found, as rows and as offers on the board; who is free, as names. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from castapp.domain.agenda import Stint
from castapp.domain.book import Book
from castapp.domain.calls import Call
from castapp.domain.roster import inside_name
from castapp.domain.slot import clock, span
from castapp.domain.wording import call_title, kind_word
from castapp.domain.wording import place as studio_name
from castapp.ui.screens.schedule.call_facts import MARKED, NameRow, plural_rank
from castapp.ui.screens.schedule.drag_state import Held
from castapp.ui.screens.schedule.shortening import shorter

if TYPE_CHECKING:
    from castapp.services.places import Free, Place, Placing

MOST = 12
"""Letters of a call in a row of somebody free."""


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place in words: when, where, why it has its rank. `free` says it costs nothing."""

    rank: int
    held: Held
    when: str
    where: str
    why: str
    free: bool

    @property
    def spoken(self) -> str:
        """How it is read out."""
        return f"{self.rank}. {self.when}, {self.where}. {self.why}"


@dataclass(frozen=True, slots=True)
class Found:
    """What the inspector says of a search, and what Enter takes."""

    title: str
    rows: tuple[PlaceRow, ...] = ()
    nowhere: tuple[str, ...] = ()
    placing: Placing | None = None


def find_for(book: Book, call: Call, days: Sequence[date]) -> Found:
    """The five best places for a call on these days, or why there is none."""
    from castapp.services.places import find_places

    search = find_places(book, call, days)
    rows = tuple(
        place_row(book, call.id, one, number, days) for number, one in enumerate(search.best, 1)
    )
    return Found(call_title(book, call).text, rows, search.nowhere)


def find_for_all(book: Book, call_ids: Iterable[str], days: Sequence[date]) -> Found:
    """A place for each of some calls, as one step."""
    from castapp.services.places import place_all

    placing = place_all(book, call_ids, days)
    rows = []
    for number, (call_id, one) in enumerate(placing.places, 1):
        row = place_row(book, call_id, one, number, days)
        name = call_title(book, book.get(Call, call_id)).text
        rows.append(PlaceRow(number, row.held, f"{name}, {row.when}", row.where, row.why, row.free))
    left = tuple(
        f"{call_title(book, book.get(Call, call_id)).text}: {why}" for call_id, why in placing.left
    )
    return Found("Unplaced calls", tuple(rows), left, placing)


def place_row(book: Book, call_id: str, one: Place, number: int, days: Sequence[date]) -> PlaceRow:
    """One place as a row; the day is named where there are several to choose from."""
    spot = one.spot
    held = Held(call_id, spot.day, spot.studio_id, spot.start, one.end)
    day = f"{spot.day:%a} {spot.day.day} " if len(days) > 1 else ""
    return PlaceRow(
        number,
        held,
        f"{day}{span(spot.start, one.end)}",
        studio_name(book, spot.studio_id),
        one.words,
        not one.costs and not one.hard,
    )


def who_is_free(book: Book, held: Held) -> tuple[NameRow, ...]:
    """The dancers who are free for a span, by rank, with what they come from and go to."""
    from castapp.services.places import who_is_free

    rows: list[NameRow] = []
    title: str | None = None
    for one in who_is_free(book, held.day, held.start, held.end):
        if one.rank != title:
            title = one.rank
            rows.append(NameRow("", plural_rank(title) if title else "Others"))
        rows.append(_name(book, one))
    return tuple(rows)


def _from_to(book: Book, free: Free) -> str:
    """What they come from and go to, in words short enough for a row: Class → Duet II."""
    before, after = (_short(book, one) for one in (free.before, free.after))
    if before and after:
        return f"{before} → {after}"
    return f"from {before}" if before else f"to {after}" if after else "nothing else"


def _short(book: Book, stint: Stint | None) -> str:
    if stint is None:
        return ""
    if stint.call is None:
        return "the show"
    title = call_title(book, stint.call)
    texts = shorter(title.what or title.work or kind_word(stint.call.kind))
    return next((one for one in texts if len(one) <= MOST), min(texts, key=len))


def _name(book: Book, free: Free) -> NameRow:
    """Somebody free, and from when to when they are."""
    since = clock(free.before.end) if free.before is not None else ""
    until = clock(free.after.start) if free.after is not None else ""
    window = f"{since}–{until}" if since and until else f"from {since}" if since else ""
    return NameRow(
        free.person_id,
        inside_name(book, free.person_id),
        _from_to(book, free),
        window or (f"until {until}" if until else ""),
        free.status if free.status in MARKED else "full",
        troubles=(free.words,),
    )

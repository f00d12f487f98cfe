"""A day priced for what is in the hand: every place it could go, those near the pointer first.

People are judged once for all rooms of a site, since these differ only in being taken, which is
seen without a rule.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from castapp.domain.book import Book
from castapp.domain.calls import Call
from castapp.domain.casting import Performance
from castapp.domain.company import Studio
from castapp.domain.programme import HALF, running_minutes
from castapp.domain.slot import overlap
from castapp.ui.screens.schedule.drag_state import Held, shifted
from castapp.ui.screens.schedule.zones import CLASH, LOOKING, Price, Zone

STEP, COLUMN = 15, 45
"""The minutes between two places, and how many of them the next column is away."""
TAKEN = "taken"

Studios = Sequence[str | None]


@dataclass(frozen=True, slots=True)
class Try:
    """A place: the span of a studio that is tinted for it, and where what is held would stand."""

    studio_id: str | None
    start: int
    end: int
    held: tuple[Held, ...]


def moves(
    held: Sequence[Held], day: date, studios: Studios, hours: tuple[int, int]
) -> Iterator[Try]:
    """Every start × studio for what is held; a group keeps its shape."""
    lead = held[0]
    for studio_id in studios:
        for start in _steps(hours[0], hours[1] - lead.minutes):
            landed = _landed(held, day, studio_id, start, studios)
            if landed is not None:
                yield Try(studio_id, start, start + STEP, landed)


def resizes(held: Held, part: str, hours: tuple[int, int]) -> Iterator[Try]:
    """Every start, or every end, that a card could be given in its column."""
    if part == "start":
        for start in _steps(hours[0], held.end - STEP):
            yield Try(held.studio_id, start, start + STEP, (replace(held, start=start),))
        return
    for end in _steps(held.start + STEP, hours[1]):
        yield Try(held.studio_id, end - STEP, end, (replace(held, end=end),))


class Scan:
    """Prices tries one by one. `near` is where the pointer is: a studio and a minute."""

    def __init__(
        self,
        book: Book,
        day: date,
        tries: Sequence[Try],
        studios: Studios,
        price_of: Callable[[tuple[Held, ...]], Price],
    ) -> None:
        self._price_of = price_of
        self._day = day
        self._order = {studio_id: place for place, studio_id in enumerate(studios)}
        self.near: tuple[str | None, int] = (None, 0)
        self._levels: dict[Try, tuple[str, str]] = {}
        self._open: dict[tuple[object, ...], list[Try]] = {}
        busy = {studio_id: _busy(book, day, studio_id) for studio_id in studios}
        sites = {one.id: one.site_id for one in book.all(Studio)}
        for one in tries:
            if any(_taken(busy, each) for each in one.held):
                self._levels[one] = (CLASH, TAKEN)
                continue
            where = (sites.get(each.studio_id or "", "") for each in one.held)
            key = (one.held[0].start, one.held[0].end, *where)
            self._open.setdefault(key, []).append(one)

    @property
    def done(self) -> bool:
        """Whether every place has its price."""
        return not self._open

    def step(self) -> None:
        """Price the nearest place that has no price yet, and those that cost the same."""
        key = min(self._open, key=lambda one: min(map(self._distance, self._open[one])))
        alike = self._open.pop(key)
        nearest = min(alike, key=self._distance)
        judged = self._price_of(nearest.held)
        for one in alike:
            self._levels[one] = (judged.level, judged.word)

    def zones(self) -> tuple[Zone, ...]:
        """The day in spans of one price, as far as it is known."""
        told = dict(self._levels)
        told.update((one, (LOOKING, "")) for alike in self._open.values() for one in alike)
        zones: list[Zone] = []
        for one in sorted(told, key=lambda each: (self._order.get(each.studio_id, 0), each.start)):
            zone = Zone(self._day, one.studio_id, one.start, one.end, *told[one])
            last = zones[-1] if zones else None
            if last is not None and replace(last, start=last.end, end=zone.end) == zone:
                zones[-1] = replace(last, end=zone.end)
            else:
                zones.append(zone)
        return tuple(zones)

    def _distance(self, one: Try) -> int:
        columns = self._order.get(one.studio_id, 0) - self._order.get(self.near[0], 0)
        return abs(one.start - self.near[1]) + COLUMN * abs(columns)


def _steps(first: int, last: int) -> range:
    return range(first + -first % STEP, last + 1, STEP)


def _landed(
    held: Sequence[Held], day: date, studio_id: str | None, start: int, studios: Studios
) -> tuple[Held, ...] | None:
    """Everything held with the first of it here; None if the shape does not fit."""
    lead = held[0]
    days = day - lead.day
    here = Held(lead.id, day, studio_id, start, start + lead.minutes)
    if len(held) == 1:
        return (here,)
    if lead.studio_id not in studios:
        return None
    places = list(studios).index(studio_id) - list(studios).index(lead.studio_id)
    moved = shifted(held, start - lead.start, places, studios)
    landed = tuple(replace(one, day=one.day + days) for one in moved)
    return landed if landed[0] == here else None


def _busy(book: Book, day: date, studio_id: str | None) -> list[tuple[int, int]]:
    calls = [
        (other.start, other.end)
        for other in book.where(Call, "day", day)
        if other.studio_id == studio_id and other.state != "cancelled"
    ]
    shows = [
        (show.curtain - HALF, show.curtain + running_minutes(book, show))
        for show in book.where(Performance, "day", day)
        if show.venue_id == studio_id and show.state != "cancelled"
    ]
    return calls + shows


def _taken(busy: dict[str | None, list[tuple[int, int]]], held: Held) -> bool:
    if held.studio_id is None:
        return False
    return any(overlap(held.start, held.end, *span) for span in busy.get(held.studio_id, ()))

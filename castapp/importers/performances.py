"""Performances: found by day, curtain and ballet, or made, with their ballets and venues."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from castapp.domain.book import Book
from castapp.domain.casting import PERFORMANCE_STATES, BillItem, Performance
from castapp.domain.checks import Invalid
from castapp.domain.clock_change import check_clock_shows
from castapp.domain.company import COMPANY_ID, Company, Studio
from castapp.domain.draft import Draft
from castapp.domain.people import Person
from castapp.domain.programme import bill, title
from castapp.domain.record import new_id
from castapp.domain.repertory import Production
from castapp.importers.casting_rows import Show, read_shows
from castapp.importers.newcomers import known_or_new
from castapp.importers.places import find_venue, put_venue
from castapp.importers.reading import Reading, is_new
from castapp.importers.staging import staged
from castapp.importers.words import fold

STATES = {
    **{fold(state): state for state in PERFORMANCE_STATES},
    "confirmed": "announced",
    "abgesagt": "cancelled",
    "annule": "cancelled",
    "annulee": "cancelled",
    "cancelada": "cancelled",
    "geplant": "planned",
    "prevu": "planned",
}


@dataclass(frozen=True, slots=True)
class Night:
    """The place of a row in the book: its production, and its item on a bill if it has a day."""

    production_id: str
    item_id: str = ""
    performance_id: str = ""


def read_performances(reading: Reading) -> None:
    """Bring in a table of performances."""
    nights(reading, [_as_billed(reading.book, show) for _, show in read_shows(reading)])
    reading.complaints.settle()


def _as_billed(book: Book, show: Show) -> Show:
    """A mixed bill told by the titles of all its ballets is the one that is there."""
    for known in book.where(Performance, "day", show.day) if show.day else ():
        items = bill(book, known.id)
        if known.curtain == show.curtain and fold(title(book, known)) == fold(show.production):
            return replace(show, production=book.get(Production, items[0].production_id).title)
    return show


def nights(reading: Reading, shows: Iterable[Show]) -> dict[Show, Night]:
    """The book's own performances for these shows, made where there are none yet.

    Shows that cannot be placed are complained of and left out.
    """
    listed = list(shows)
    productions = staged(reading, [(show.line, show.production) for show in listed])
    wanted = [
        show for show in listed if fold(show.production) in productions and _fits(reading, show)
    ]
    dated = [show for show in wanted if show.day is not None]
    venues = _venues(reading, dated)
    conductors = _conductors(reading, dated)
    draft = reading.draft()
    made = _Made(reading.book, draft)
    found: dict[Show, Night] = {}
    for show in wanted:
        production_id = productions[fold(show.production)]
        if show.day is None:
            found[show] = Night(production_id)
            continue
        try:
            venue_id = venues.get(fold(show.venue))
            if show.curtain is not None:
                check_clock_shows(reading.book, show.day, show.curtain, venue_id)
            found[show] = made.night(show, production_id, venue_id, conductors)
        except Invalid as wrong:
            reading.complaints.add(show.line, reading.columns.get("time"), wrong)
    reading.take(draft.edit("Import performances"))
    return found


class _Made:
    """Performances of the book and of the draft, by what tells them apart."""

    def __init__(self, book: Book, draft: Draft) -> None:
        self._draft = draft
        self._shows: dict[date, list[Performance]] = {}
        self._bills: dict[str, list[BillItem]] = {}
        for show in book.all(Performance):
            self._shows.setdefault(show.day, []).append(show)
            self._bills[show.id] = list(bill(book, show.id))

    def night(
        self, show: Show, production_id: str, venue_id: str | None, conductors: dict[str, str]
    ) -> Night:
        """The item of a bill this show means; made if there is none."""
        performance = self._performance(show, production_id, venue_id)
        said: dict[str, Any] = {
            "venue_id": venue_id,
            "conductor_id": conductors.get(fold(show.conductor)),
            "state": STATES.get(fold(show.state)),
            "note": show.note or None,
        }
        fields = {name: value for name, value in said.items() if value is not None}
        changed = self._draft.set(performance, **fields)
        days = self._shows[performance.day]
        days[days.index(performance)] = changed
        items = self._bills.setdefault(changed.id, [])
        for item in items:
            if item.production_id == production_id:
                return Night(production_id, item.id, changed.id)
        item = self._draft.put(BillItem(new_id(), changed.id, production_id, len(items)))
        items.append(item)
        return Night(production_id, item.id, changed.id)

    def _performance(self, show: Show, production_id: str, venue_id: str | None) -> Performance:
        day = show.day or date.min
        days = self._shows.setdefault(day, [])
        same = [
            one
            for one in days
            if (show.curtain is None or one.curtain == show.curtain)
            and (venue_id is None or one.venue_id is None or one.venue_id == venue_id)
        ]
        billed = [
            one
            for one in same
            if any(item.production_id == production_id for item in self._bills[one.id])
        ]
        if show.curtain is None:
            if len(billed) != 1:
                raise Invalid("the time of the performance is missing.")
            return billed[0]
        if billed or same:
            return (billed or same)[0]
        fresh = Performance(new_id(), day, show.curtain, venue_id)
        days.append(fresh)
        self._bills[fresh.id] = []
        return fresh


def _fits(reading: Reading, show: Show) -> bool:
    if show.day is None and not show.cast:
        reading.complaints.add(show.line, reading.columns.get("date"), "the day is missing.")
    if show.state and fold(show.state) not in STATES:
        reading.complaints.add(
            show.line,
            reading.columns.get("state"),
            f"“{show.state}” is not known; it is one of {', '.join(PERFORMANCE_STATES)}.",
        )
    return not reading.complaints.spoil(show.line)


def _venues(reading: Reading, shows: list[Show]) -> dict[str, str]:
    """Folded venue → studio id; new ones are made with the zone their city tells."""
    found: dict[str, str] = {}
    fresh = is_new(reading.book)
    zones: list[str] = []
    for show in shows:
        key = fold(show.venue)
        if not key or key in found:
            continue
        studio = find_venue(reading.book, show.venue)
        if studio is None:
            draft = reading.draft()
            studio, zone = put_venue(draft, show.venue, reading.book.count(Studio) + 1)
            reading.take(draft.edit(f"New venue {show.venue}"))
            zones.append(zone)
            its = f"its clock is {zone}" if zone else "its clock is the company's"
            reading.doubt(f"“{show.venue}” is a new venue; {its}.")
        found[key] = studio.id
    company = reading.book.find(Company, COMPANY_ID)
    told = reading.asked.zone_told
    if company and fresh and not told and zones and zones[0] and company.zone != zones[0]:
        draft = reading.draft()
        draft.set(company, zone=zones[0])
        reading.take(draft.edit("Change the company"))
        reading.doubt(f"The company's clock is set to {zones[0]}, like its first venue's.")
    return found


def _conductors(reading: Reading, shows: list[Show]) -> dict[str, str]:
    column = reading.columns.get("conductor")
    written = [(show.line, column, show.conductor, "") for show in shows if show.conductor]
    first = min((show.day for show in shows if show.day), default=reading.asked.today)
    people: dict[str, Person] = known_or_new(reading, written, first, duty="conductor")
    return {name: person.id for name, person in people.items()}

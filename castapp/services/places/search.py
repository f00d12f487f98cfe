"""Finding a place: every start × studio of some days, priced, the impossible left out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from castapp.domain.book import Book
from castapp.domain.calls import Call, Called
from castapp.domain.checks import Invalid
from castapp.domain.company import Journey, Site, Studio
from castapp.domain.draft import Draft
from castapp.domain.people import Person
from castapp.domain.roster import is_dancer
from castapp.services.house_hours import outside_words, usual_hours
from castapp.services.places.held import DayHeld, day_held, mask, wanted
from castapp.services.places.near import Neighbours, neighbours
from castapp.services.places.party import ROOM_KINDS, STAGE_KINDS, parties
from castapp.services.places.persons import Days
from castapp.services.places.place import Place, Search, Spot
from castapp.services.places.told import place_told
from castapp.services.places.tolls import Terms, Tolls, points, terms_of, tolls

STEP = 15
FIRST, LAST = 8 * 60, 22 * 60
MOST = 5
PIANIST_POINTS, ABSENT_POINTS = 180, 1_000_000
OUTSIDE_POINTS, UNSUITED_POINTS, DAY_POINTS = 60, 90, 2
TOO_LONG = "The call is longer than the hours that are looked at; shorten it."
NO_ROOM = "Every studio is taken at every start; look at more days or shorten the call."
NOBODY_FREE = (
    "Whenever a studio is free, somebody called is in another call; "
    "look at more days or call fewer people."
)


def find_places(
    book: Book,
    call: Call,
    days: Sequence[date],
    lines: Iterable[Called] | None = None,
    *,
    studios: Sequence[str] | None = None,
    step: int = STEP,
    hours: tuple[int, int] = (FIRST, LAST),
    most: int = MOST,
) -> Search:
    """Where a call could go on these days, the best first.

    The call may be on the board already (it is looked at as if taken off) or new, then with its
    `lines`. `hours` are the first start and the last end, `step` minutes lie between two starts.
    A place that makes a hard finding is not offered, unless somebody is away whenever it is.
    """
    if lines is not None:
        book = _with(book, call, lines)
    rooms = _rooms(book, call, studios)
    if not rooms or not days:
        return Search(nowhere=("There is no studio to look in; add one in Settings first.",))
    board = _Board(book, call, list(days), rooms, step, hours)
    found = board.search()
    best = tuple(board.told(spot) for spot in apart(found, call.minutes, most))
    nowhere = () if found else board.why_nowhere()
    return Search(tuple(found), best, nowhere, board.checked)


def moved_to(call: Call, spot: Spot) -> tuple[str, date, int, str]:
    """A place as services.calls.move_calls takes it."""
    return call.id, spot.day, spot.start, spot.studio_id


def apart(found: Sequence[Spot], minutes: int, most: int = MOST) -> list[Spot]:
    """The best places of which no two are at nearly the same time."""
    chosen: list[Spot] = []
    for spot in found:
        if all(one.day != spot.day or abs(one.start - spot.start) >= minutes for one in chosen):
            chosen.append(spot)
            if len(chosen) == most:
                return chosen
    for spot in found:
        if len(chosen) == most:
            break
        if spot not in chosen and all(
            one.day != spot.day or one.start == spot.start
            or abs(one.start - spot.start) >= minutes
            for one in chosen
        ):  # fmt: skip
            chosen.append(spot)
    return sorted(chosen)


def _with(book: Book, call: Call, lines: Iterable[Called]) -> Book:
    draft = Draft(book)
    draft.put(call)
    for line in book.where(Called, "call_id", call.id):
        draft.drop(line)
    for line in lines:
        if line.call_id != call.id:
            raise Invalid("These lines are of another call.")
        draft.put(line)
    return book.apply(draft.edit(""))


def _rooms(book: Book, call: Call, studios: Sequence[str] | None) -> list[Studio]:
    """The studios to look in: those asked for, else those that suit the kind of call."""
    if studios is not None:
        found = [studio for one in studios if (studio := book.find(Studio, one))]
    else:
        every = book.all(Studio)
        suited = [one for one in every if one.id == call.studio_id or suits(call, one)]
        found = suited or list(every)
    return sorted(found, key=lambda one: (one.order, one.name))


def suits(call: Call, studio: Studio) -> bool:
    """Whether a kind of room is meant for a kind of call."""
    if studio.kind == "stage":
        return call.kind in STAGE_KINDS or call.kind == "crew"
    if studio.kind == "room":
        return call.kind in ROOM_KINDS
    return call.kind not in ("stage call", "stage and orchestra", "dress", "crew")


class _Board:
    """A search going on."""

    def __init__(
        self,
        book: Book,
        call: Call,
        days: list[date],
        rooms: list[Studio],
        step: int,
        hours: tuple[int, int],
    ) -> None:
        self.book = book
        self.call = call
        self.rooms = rooms
        self.starts = range(hours[0], hours[1] - call.minutes + 1, step)
        self.days = Days(book, {call.id})
        self.parties = parties(book, call, days)
        self.usual = usual_hours(book, days[0])
        self.checked = 0
        self._made: dict[date, DayHeld] = {}
        self._priced: dict[tuple[object, ...], int] = {}
        self._dancers = {one.id for one in book.all(Person) if is_dancer(one)}
        self._terms = {site: self._site_terms(site) for site in {one.site_id for one in rooms}}

    def search(self) -> list[Spot]:
        """Every possible place by price; those with somebody away only if there is no other."""
        found: list[Spot] = []
        for order, day in enumerate(self.parties):
            found.extend(self._on(day, order))
        able = [spot for spot in found if spot.points < ABSENT_POINTS]
        return sorted(able or found)

    def day(self, day: date) -> DayHeld:
        """One day with everything that holds its people and rooms."""
        made = self._made.get(day)
        if made is None:
            made = self._made[day] = day_held(self.days, self.parties[day], day)
        return made

    def told(self, spot: Spot) -> Place:
        """A place with its reasons."""
        there = self.day(spot.day)
        site = self.days.site(spot.studio_id)
        each = list(self._tolls(there, spot.start, self._terms[site]))
        hard = [(who, what) for who, what, _ in self._absent(there, spot.start)]
        near = neighbours(self.book, self.call, spot.day)
        busy = bool(there.pianist & mask(spot.start, spot.start + self.call.minutes))
        outside = outside_words(spot.start, spot.start + self.call.minutes, self.usual)
        return place_told(self.book, there.party.call, spot, each, hard, near, outside=outside,
                          pianist_busy=busy, limits=self.days.limits)  # fmt: skip

    def why_nowhere(self) -> tuple[str, ...]:
        """What stands in the way everywhere, when nothing was found."""
        if not self.starts:
            return (TOO_LONG,)
        free_rooms = any(
            not there.rooms.get(room.id, 0) & mask(start, start + self.call.minutes)
            for day in self.parties
            for there in (self.day(day),)
            for room in self.rooms
            for start in self.starts
        )
        if not free_rooms:
            return (NO_ROOM,)
        return (NOBODY_FREE,)

    def _on(self, day: date, order: int) -> list[Spot]:
        there = self.day(day)
        near = neighbours(self.book, self.call, day)
        found: list[Spot] = []
        for start in self.starts:
            self.checked += len(self.rooms)
            span = mask(start, start + self.call.minutes)
            rooms = [room for room in self.rooms if not there.rooms.get(room.id, 0) & span]
            if not rooms or self._held(there, start):
                continue
            base = DAY_POINTS * order + self._day_points(there, start, span)
            by_site: dict[str, int] = {}
            for room in rooms:
                if room.site_id not in by_site:
                    by_site[room.site_id] = self._people_points(there, start, room.site_id)
                price = base + by_site[room.site_id] + self._room_points(room, start, near)
                found.append(Spot(price, day, start, room.id))
        return found

    def _held(self, there: DayHeld, start: int) -> bool:
        """Whether somebody of the party is elsewhere at that time."""
        return any(held & mask(start + after, start + until) for held, after, until in there.held)

    def _day_points(self, there: DayHeld, start: int, span: int) -> int:
        price = PIANIST_POINTS if there.pianist & span else 0
        price += ABSENT_POINTS * len(self._absent(there, start))
        early, late = self.usual
        if start < early or start + self.call.minutes > late:
            price += OUTSIDE_POINTS
        return price

    def _absent(self, there: DayHeld, start: int) -> list[tuple[str, int, int]]:
        """Those who cannot come at that start because they are away or off."""
        return [one for one in there.away if one[1] <= start < one[2]]

    def _people_points(self, there: DayHeld, start: int, site: str) -> int:
        return sum(self._price(there, one, start, site) for one in wanted(there.party))

    def _price(self, there: DayHeld, who: tuple[str, int, int], start: int, site: str) -> int:
        """A person's points, worked out once for all who have the same day."""
        person_id, after, until = who
        load = there.loads[person_id]
        dancer = person_id in self._dancers and person_id != self.call.lead_id
        key = (load, start + after, start + until, site, dancer)
        known = self._priced.get(key)
        if known is None:
            terms = self._terms[site]
            found = tolls(load, start + after, start + until, terms, dancer=dancer)
            known = self._priced[key] = points(found)
        return known

    def _tolls(self, there: DayHeld, start: int, terms: Terms) -> Iterable[tuple[str, Tolls]]:
        for person_id, after, until in wanted(there.party):
            dancer = person_id in self._dancers and person_id != self.call.lead_id
            load = there.loads[person_id]
            yield person_id, tolls(load, start + after, start + until, terms, dancer=dancer)

    def _room_points(self, room: Studio, start: int, near: Neighbours) -> int:
        price = 0 if suits(self.call, room) else UNSUITED_POINTS
        price -= near.gain(room.id, start, start + self.call.minutes)
        return price + min(room.order, 9)

    def _site_terms(self, site: str) -> Terms:
        dressed = self.call.kind in ("dress", "stage and orchestra")
        kind = self.parties[next(iter(self.parties))]
        return terms_of(self.days, site, self._ways(), (kind.danced, kind.rehearsed),
                        dressed=dressed)  # fmt: skip

    def _ways(self) -> dict[tuple[str, str], int]:
        """The minutes between any two sites."""
        if self.days.silent("travel") or self.book.count(Site) < 2:
            return {}
        least = int(self.days.limits["travel"]["minutes"])
        sites = [one.id for one in self.book.all(Site)]
        ways = {(a, b): least for a in sites for b in sites if a != b}
        for journey in self.book.all(Journey):
            there = (journey.from_site_id, journey.to_site_id)
            for way in (there, there[::-1]):
                ways[way] = max(ways.get(way, least), journey.minutes)
        return ways

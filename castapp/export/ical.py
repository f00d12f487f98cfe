"""Calendars: somebody's own calls and shows, or the company's week, as iCalendar."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from castapp.domain.agenda import AS_CONDUCTOR, Stint, stints
from castapp.domain.book import Book
from castapp.domain.calls import Call
from castapp.domain.casting import Performance
from castapp.domain.company import Site, Studio
from castapp.domain.people import Person
from castapp.domain.programme import HALF, running_minutes, title, zone
from castapp.domain.repertory import Role
from castapp.domain.roster import company
from castapp.domain.slot import clock, days_between
from castapp.domain.who import call_who
from castapp.domain.wording import call_title, coach_line, kind_word
from castapp.export.dancerday import booked_words
from castapp.export.posted import PRIVATE_KINDS, UNPOSTED_KINDS, postings
from castapp.export.zones import FIRST_YEAR, ZoneRules, zone_rules

if TYPE_CHECKING:
    from icalendar import Calendar, Component

TITLED_KINDS = ("fitting", "press", "meeting")
BOOKED_KINDS = ("physio",)


@dataclass(frozen=True, slots=True)
class Happening:
    """An entry of a calendar: wall-clock minutes of a day in a zone, end after start."""

    uid: str
    day: date
    start: int
    end: int
    zone: str
    summary: str
    location: str = ""
    description: str = ""
    tentative: bool = False
    category: str = ""

    def wall(self, minutes: int) -> datetime:
        """A clock minute as a moment on the wall, without zone."""
        return datetime.combine(self.day, time()) + timedelta(minutes=minutes)


def person_calendar(
    book: Book, person_id: str, first: date, last: date, sequence: int, at: datetime
) -> bytes:
    """One person's calls and shows from `first` to `last`, private bookings among them."""
    found = [
        happening
        for day in days_between(first, last)
        for stint in stints(book, person_id, day)
        for happening in _of_stint(book, stint)
    ]
    return _written(f"{book.get(Person, person_id).name}", found, sequence, at)


def week_calendar(book: Book, first: date, last: date, sequence: int, at: datetime) -> bytes:
    """Every call and show of the company from `first` to `last`, private bookings left out."""
    found = [
        happening
        for day in days_between(first, last)
        for happening in (*_calls(book, day), *_shows(book, day))
    ]
    return _written(company(book).name, found, sequence, at)


def _of_stint(book: Book, stint: Stint) -> Iterator[Happening]:
    if stint.call is not None and stint.call.kind in PRIVATE_KINDS:
        words = booked_words(stint) if stint.call.kind in BOOKED_KINDS else ""
        yield _call(book, stint.call, stint.start, stint.end, [], words)
    elif stint.call is not None:
        lines = [coach_line(book, stint.call), stint.call.note]
        yield _call(book, stint.call, stint.start, stint.end, lines)
    elif stint.performance is not None:
        show = stint.performance
        names = ", ".join(role.name for one in stint.roles if (role := book.find(Role, one)))
        part = "conducting" if stint.duty == AS_CONDUCTOR else names
        said = f"cover {part}" if stint.standby else part
        yield _show(book, show, " – ".join(filter(None, (title(book, show), said))))


def _calls(book: Book, day: date) -> Iterator[Happening]:
    for call in book.where(Call, "day", day):
        if call.state != "cancelled" and call.kind not in UNPOSTED_KINDS:
            lines = [coach_line(book, call), *call_who(book, call, brief=True), call.note]
            yield _call(book, call, call.start, call.end, lines)


def _shows(book: Book, day: date) -> Iterator[Happening]:
    for show in book.where(Performance, "day", day):
        if show.state != "cancelled":
            yield _show(book, show, title(book, show))


def _call(
    book: Book, call: Call, start: int, end: int, lines: Iterable[str], words: str = ""
) -> Happening:
    said = words or call_title(book, call).text
    repeated = said.casefold().removesuffix("s") == call.kind
    if call.kind in TITLED_KINDS and call.title and not repeated:
        said = f"{kind_word(call.kind)}, {said}"
    return Happening(
        call.id,
        call.day,
        start,
        end,
        zone(book, call.studio_id),
        said,
        _location(book, call.studio_id),
        "\n".join(filter(None, lines)),
        call.state == "tentative" or not _is_firm(book, call),
        "" if call.kind in PRIVATE_KINDS else call.kind,
    )


def _is_firm(book: Book, call: Call) -> bool:
    """Whether the call's day is up as firm; what is never posted stands by itself."""
    issues = postings(book, call.day)
    return call.kind in UNPOSTED_KINDS or bool(issues and issues[-1].state == "firm")


def _show(book: Book, show: Performance, summary: str) -> Happening:
    return Happening(
        show.id,
        show.day,
        show.curtain - HALF,
        show.curtain + max(1, running_minutes(book, show)),
        zone(book, show.venue_id),
        summary,
        _location(book, show.venue_id),
        f"Half {clock(show.curtain - HALF)}, curtain {clock(show.curtain)}",
        category="performance",
    )


def _location(book: Book, studio_id: str | None) -> str:
    studio = book.find(Studio, studio_id)
    site = book.find(Site, studio.site_id) if studio else None
    if studio is None or site is None:
        return studio.name if studio else ""
    told = site.name.casefold() in studio.name.casefold()
    return studio.name if told else f"{studio.name}, {site.name}"


def _written(name: str, found: list[Happening], sequence: int, at: datetime) -> bytes:
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//Castapp//Castapp//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    rules = _rules(found)
    for one in rules.values():
        calendar.add_component(_zone(one))
    for happening in sorted(found, key=lambda one: (one.day, one.start, one.uid)):
        _add(calendar, happening, rules, sequence, at)
    return bytes(calendar.to_ical())


def _rules(found: list[Happening]) -> dict[str, ZoneRules]:
    """The zones whose standing rules give every one of these hours; the others go out in UTC."""
    rules: dict[str, ZoneRules] = {}
    for name in sorted({one.zone for one in found}):
        standing = zone_rules(name)
        if standing and all(
            standing.offset(one.wall(minute)) == _true_offset(one, minute)
            for one in found
            if one.zone == name
            for minute in (one.start, one.end)
        ):
            rules[name] = standing
    return rules


def _true_offset(happening: Happening, minute: int) -> timedelta | None:
    return happening.wall(minute).replace(tzinfo=ZoneInfo(happening.zone)).utcoffset()


def _zone(rules: ZoneRules) -> Component:
    from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

    zone_part = Timezone()
    zone_part.add("tzid", rules.zone)
    for one in rules.observances:
        summer = one.offset > one.before
        part = TimezoneDaylight() if summer else TimezoneStandard()
        start = one.turn.moment(FIRST_YEAR) if one.turn else datetime(FIRST_YEAR, 1, 1)  # noqa: DTZ001
        part.add("dtstart", start)
        part.add("tzoffsetfrom", one.before)
        part.add("tzoffsetto", one.offset)
        part.add("tzname", one.name)
        if one.turn:
            part.add("rrule", one.turn.rule())
        zone_part.add_component(part)
    return zone_part


def _add(
    calendar: Calendar,
    happening: Happening,
    rules: dict[str, ZoneRules],
    sequence: int,
    at: datetime,
) -> None:
    from icalendar import Event

    event = Event()
    event.add("uid", happening.uid)
    event.add("dtstamp", at.astimezone(UTC))
    event.add("sequence", sequence)
    for name, minute in (("dtstart", happening.start), ("dtend", happening.end)):
        wall = happening.wall(minute)
        if happening.zone in rules:
            event.add(name, wall, parameters={"TZID": happening.zone})
        else:
            event.add(name, wall.replace(tzinfo=ZoneInfo(happening.zone)).astimezone(UTC))
    event.add("summary", happening.summary)
    if happening.location:
        event.add("location", happening.location)
    if happening.description:
        event.add("description", happening.description)
    if happening.category:
        event.add("categories", [happening.category])
    event.add("status", "TENTATIVE" if happening.tentative else "CONFIRMED")
    calendar.add_component(event)

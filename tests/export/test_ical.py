"""Calendars, read back by two other programs, with every hour as it will be on the wall."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import vobject
from icalendar import Calendar

from castapp.domain.book import Book
from castapp.domain.company import COMPANY_ID, Company, Site, Studio
from castapp.domain.draft import Draft
from castapp.domain.slot import clock
from castapp.export.ical import person_calendar, week_calendar
from tests.builders import FRIDAY, THURSDAY, call, company_book
from tests.export.day import full_day, reissued_day
from tests.export.neutral import GOLDEN

AT = datetime(2026, 10, 14, 16, tzinfo=UTC)
TURNS = {
    "Europe/Madrid": (date(2026, 3, 29), date(2026, 10, 25)),
    "America/New_York": (date(2026, 3, 8), date(2026, 11, 1)),
    "Australia/Sydney": (date(2026, 4, 5), date(2026, 10, 4)),
    "America/Santiago": (date(2026, 4, 5), date(2026, 9, 6)),
    "Europe/Dublin": (date(2026, 3, 29), date(2026, 10, 25)),
    "Asia/Tokyo": (date(2026, 3, 29), date(2026, 10, 25)),
    "Africa/Cairo": (date(2026, 4, 24), date(2026, 10, 30)),
}


def in_zone(book: Book, zone: str) -> Book:
    draft = Draft(book)
    draft.set(book.get(Company, COMPANY_ID), zone=zone)
    return book.apply(draft.edit("zone"))


def around(zone: str) -> tuple[Book, dict[str, datetime]]:
    """Calls on the days about both changes of the clocks, and when they really begin."""
    records: list[Any] = []
    truth = {}
    for turn in TURNS[zone]:
        for offset in range(-2, 3):
            day = turn + timedelta(days=offset)
            for start in (9 * 60, 19 * 60 + 30):
                call_id = f"{day}-{start}"
                records += call(call_id, start, 90, day=day, people=("vega",))
                wall = datetime.fromisoformat(f"{day}T{start // 60:02}:{start % 60:02}")
                truth[call_id] = wall.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
    return in_zone(company_book(records), zone), truth


def written(zone: str) -> tuple[bytes, dict[str, datetime]]:
    book, truth = around(zone)
    return person_calendar(book, "vega", date(2026, 1, 1), date(2026, 12, 31), 3, AT), truth


def test_the_whole_calendar() -> None:
    data = person_calendar(reissued_day(), "moss", THURSDAY, FRIDAY, 4, AT)
    assert data == (GOLDEN / "dancer.ics").read_bytes()


@pytest.mark.parametrize("zone", TURNS)
def test_hours_are_right_across_both_changes_of_the_clocks(zone: str) -> None:
    data, truth = written(zone)
    found = {
        str(event["UID"]): event.decoded("DTSTART").astimezone(UTC)
        for event in Calendar.from_ical(data).walk("VEVENT")
    }
    assert {uid: found[uid] for uid in truth} == truth


@pytest.mark.parametrize("zone", TURNS)
def test_another_reader_finds_the_same_hours_from_the_zones_inside(zone: str) -> None:
    data, truth = written(zone)
    calendar = vobject.readOne(data.decode())
    found = {event.uid.value: event.dtstart.value.astimezone(UTC) for event in calendar.vevent_list}
    assert {uid: found[uid] for uid in truth} == truth


def test_a_zone_without_yearly_rules_goes_out_in_utc() -> None:
    data, _ = written("Africa/Cairo")
    assert b"VTIMEZONE" not in data
    assert b"DTSTART:20260422T070000Z" in data


def test_hours_the_standing_rules_would_get_wrong_go_out_in_utc() -> None:
    long_ago = call("long-ago", 600, 60, day=date(1985, 7, 1), people=("vega",))
    book = in_zone(company_book(long_ago), "Europe/Lisbon")
    data = person_calendar(book, "vega", date(1985, 7, 1), date(1985, 7, 1), 0, AT)
    [event] = Calendar.from_ical(data).walk("VEVENT")
    wall = datetime(1985, 7, 1, 10, tzinfo=ZoneInfo("Europe/Lisbon"))
    assert event.decoded("DTSTART").astimezone(UTC) == wall.astimezone(UTC)


def test_each_site_keeps_its_own_zone() -> None:
    book = company_book(call("abroad", 600, 60, people=("vega",), studio_id="studio-a"))
    draft = Draft(book)
    draft.set(book.get(Site, "site-annexe"), zone="America/New_York")
    data = person_calendar(book.apply(draft.edit("zone")), "vega", THURSDAY, THURSDAY, 0, AT)
    starts = {
        str(event["UID"]): event["DTSTART"].params.get("TZID")
        for event in Calendar.from_ical(data).walk("VEVENT")
    }
    assert starts["abroad"] == "America/New_York"
    assert set(starts.values()) == {"America/New_York", "Europe/London"}


def test_private_bookings_are_in_the_own_calendar_alone() -> None:
    book = full_day()
    own = person_calendar(book, "moss", THURSDAY, THURSDAY, 0, AT)
    week = week_calendar(book, THURSDAY, FRIDAY, 0, AT)
    assert b"UID:private" in own
    assert b"UID:private" not in week
    assert b"UID:private" not in person_calendar(book, "vega", THURSDAY, THURSDAY, 0, AT)


def test_a_private_booking_says_no_more_than_that_it_is_one() -> None:
    book = full_day(call("booked", 945, 30, people=("fox",), kind="physio", title="Knee",
                         lead_id="hall", note="swelling"))  # fmt: skip
    for person_id, said in (("fox", "Your booked time"), ("hall", "Booked time")):
        data = person_calendar(book, person_id, THURSDAY, THURSDAY, 0, AT)
        events = {str(one["UID"]): one for one in Calendar.from_ical(data).walk("VEVENT")}
        event = events["booked"]
        assert event["SUMMARY"] == said
        assert not event.get("DESCRIPTION")
        assert not any(word in str(event).casefold() for word in ("physio", "knee", "swelling"))


def test_conditioning_is_in_the_own_calendar_alone() -> None:
    book = full_day(call("gym", 945, 30, people=("fox",), kind="conditioning", lead_id="hall"))
    own = Calendar.from_ical(person_calendar(book, "fox", THURSDAY, THURSDAY, 0, AT))
    [event] = [one for one in own.walk("VEVENT") if one["UID"] == "gym"]
    assert not event.get("DESCRIPTION")
    assert b"UID:gym" not in week_calendar(book, THURSDAY, THURSDAY, 0, AT)


def test_a_day_that_is_not_up_as_firm_is_tentative() -> None:
    def state(book: Book) -> str:
        data = week_calendar(book, THURSDAY, THURSDAY, 0, AT)
        events = {str(one["UID"]): one for one in Calendar.from_ical(data).walk("VEVENT")}
        return str(events["leads"]["STATUS"])

    assert state(full_day()) == "TENTATIVE"
    assert state(reissued_day()) == "CONFIRMED"


def test_nothing_is_said_twice() -> None:
    book = full_day(call("fit", 945, 30, people=("fox",), kind="fitting", title="Fittings"))
    draft = Draft(book)
    draft.set(book.get(Studio, "studio-1"), name="Opera House, Studio 1")
    data = week_calendar(book.apply(draft.edit("name")), THURSDAY, THURSDAY, 0, AT)
    events = {str(one["UID"]): one for one in Calendar.from_ical(data).walk("VEVENT")}
    assert (events["fit"]["SUMMARY"], events["fit"]["LOCATION"]) == (
        "Fittings", "Opera House, Studio 1",
    )  # fmt: skip
    assert events["leads"]["CATEGORIES"].to_ical() == b"rehearsal"
    assert events["show-2026-10-15-1170"]["CATEGORIES"].to_ical() == b"performance"


def test_an_entry_keeps_its_identity_and_invites_nobody() -> None:
    data = week_calendar(full_day(), THURSDAY, FRIDAY, 12, AT)
    events = {str(one["UID"]): one for one in Calendar.from_ical(data).walk("VEVENT")}
    assert {"spirits", "next", "show-2026-10-15-1170"} <= set(events)
    assert all(one["SEQUENCE"] == 12 for one in events.values())
    assert b"ATTENDEE" not in data
    assert b"ORGANIZER" not in data
    assert events["open"]["STATUS"] == "TENTATIVE"
    assert "Spirits 1–2, 1st cast w. covers" in str(events["spirits"]["DESCRIPTION"])


def test_a_show_lasts_from_the_half_to_its_end_over_midnight() -> None:
    book = company_book(call("late", 23 * 60, 120, people=("vega",)))
    data = person_calendar(book, "vega", THURSDAY, THURSDAY, 0, AT)
    events = {str(one["UID"]): one for one in Calendar.from_ical(data).walk("VEVENT")}
    show = events["show-2026-10-15-1170"]
    start, end = show.decoded("DTSTART"), show.decoded("DTEND")
    assert clock(start.hour * 60 + start.minute) == "18.55"
    assert end - start == timedelta(minutes=35 + 95)
    assert events["late"].decoded("DTEND").date() == FRIDAY


def test_hostile_words_are_only_words() -> None:
    hostile = call("x", 600, 60, people=("vega",), title="a;b,c\\n=1+1 <b> END:VCALENDAR",
                   note="BEGIN:VEVENT")  # fmt: skip
    data = person_calendar(company_book(hostile), "vega", THURSDAY, THURSDAY, 0, AT)
    events = {str(one["UID"]): one for one in Calendar.from_ical(data).walk("VEVENT")}
    assert set(events) == {"x", "show-2026-10-15-1170"}
    assert str(events["x"]["SUMMARY"]) == "a;b,c\\n=1+1 <b> END:VCALENDAR"

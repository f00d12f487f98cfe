from __future__ import annotations

from datetime import date

import pytest

from castapp.domain.casting import Override
from castapp.domain.people import CareerLine
from castapp.domain.record import Record
from castapp.services.show import busy_days, clock, rows
from tests.builders import FRIDAY, THURSDAY, call, company_book, role_line, show

OVERRIDES: list[Record] = [
    Override(
        "late",
        performance_id="show-2026-10-15-1170",
        role_id="queen",
        spot=1,
        person_id="moss",
        from_section_id="lake-ii",
    ),
    Override(
        "open", performance_id="show-2026-10-15-1170", role_id="prince", spot=1, person_id=None
    ),
]


def test_casting_names_parts_covers_and_who_takes_over() -> None:
    found = rows(company_book(OVERRIDES), "casting", None, None)
    leads = [row for row in found if row["role"] in ("Queen", "Prince")]
    assert [
        (row["role"], row["dancer"], row["cover"], row["override"], row.get("section"))
        for row in leads
    ] == [
        ("Queen", "Ada Vega", 0, False, None),
        ("Queen", "Cleo Moss", 0, True, "Act II Spirits"),
        ("Queen", "Cleo Moss", 1, False, None),
        ("Prince", "", 0, True, None),
        ("Prince", "Dan Lund", 1, False, None),
    ]
    assert {row["performance"] for row in found} == {"2026-10-15T19:30"}
    assert {row["cast"] for row in found} == {"1st"}


def test_a_debut_is_the_first_time_anywhere() -> None:
    danced = CareerLine("line", person_id="vega", work="Lake", role="Queen", when="2019")
    found = rows(company_book(show(FRIDAY), [danced]), "casting", None, None)
    debuts = {
        (row["performance"][:10], row["role"], row["dancer"]) for row in found if row["debut"]
    }
    assert ("2026-10-15", "Prince", "Bo Okoro") in debuts
    assert not any(role == "Queen" for _, role, _ in debuts)
    assert not any(day == "2026-10-16" for day, _, _ in debuts)


def test_calls_say_when_where_what_and_who() -> None:
    line = role_line("set", "queen", "cast-1")
    book = company_book(call("duet", 630, 75, line, production_id="lake", lead_id="hall"))
    (row,) = rows(book, "calls", THURSDAY, THURSDAY)
    assert row["day"] == "2026-10-15"
    assert (row["start"], row["end"], row["minutes"]) == ("10:30", "11:45", 75)
    assert (row["studio"], row["lead"], row["people"]) == ("Studio 1", "Rosa Hall", ["Ada Vega"])
    assert rows(book, "calls", FRIDAY, None) == []


def test_hours_count_calls_and_shows() -> None:
    book = company_book(call("class", 600, 60, kind="class", people=["vega", "fox"]))
    found = {row["dancer"]: row for row in rows(book, "hours", None, None)}
    assert found["Ada Vega"]["performances"] == 1
    assert found["Ada Vega"]["minutes"] > 60
    assert found["Ada Vega"]["day"] == "2026-10-15"
    assert "Hana Kim" not in found


def test_performances_have_their_zone_and_length() -> None:
    (row,) = rows(company_book(), "performances", None, None)
    assert row == {
        "performance": "2026-10-15T19:30",
        "title": "Lake",
        "productions": ["The Lake"],
        "venue": "Stage",
        "zone": "Europe/London",
        "minutes": 95,
        "conductor": "Leo Reyes",
        "state": "planned",
    }


def test_people_stand_by_rank() -> None:
    found = rows(company_book(), "people", None, THURSDAY)
    assert [row["name"] for row in found[:3]] == ["Dan Lund", "Cleo Moss", "Bo Okoro"]
    assert found[0] == {
        "name": "Dan Lund",
        "given": "Dan",
        "family": "Lund",
        "stage_name": "",
        "rank": "Principal",
        "duties": ["dancer"],
        "gender": "M",
        "guest": False,
        "from": "2020-08-01",
        "to": None,
    }


def test_a_private_booking_does_not_say_what_it_is() -> None:
    book = company_book(
        call("knee", 720, 30, kind="physio", title="Knee", lead_id="hall", people=["vega"])
    )
    (row,) = rows(book, "calls", THURSDAY, THURSDAY)
    assert (row["kind"], row["what"], row["lead"]) == ("booked time", "Booked time", "")
    assert row["people"] == ["Ada Vega"]


def test_the_minutes_of_a_call_are_those_that_pass() -> None:
    night = date(2026, 10, 25)
    book = company_book(call("late", 30, 120, day=night, kind="class", people=["vega"]))
    (row,) = rows(book, "calls", night, night)
    (worked,) = rows(book, "hours", night, night)
    assert (row["start"], row["end"], row["minutes"]) == ("00:30", "02:30", 180)
    assert worked["minutes"] == 180


def test_busy_days_hold_something() -> None:
    book = company_book(call("class", 600, 60, day=FRIDAY))
    assert busy_days(book) == [THURSDAY, FRIDAY]
    assert busy_days(book, first=FRIDAY) == [FRIDAY]
    assert busy_days(book, last=date(2026, 1, 1)) == []


@pytest.mark.parametrize(("minutes", "text"), [(0, "00:00"), (1170, "19:30"), (1500, "01:00")])
def test_clocks_for_programs(minutes: int, text: str) -> None:
    assert clock(minutes) == text

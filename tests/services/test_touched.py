from __future__ import annotations

from castapp.services.touched import impact_rows
from tests.builders import FRIDAY, THURSDAY, call, company_book, role_line, show


def test_impact_runs_in_time_order() -> None:
    line = role_line("set", "queen", "cast-1")
    book = company_book(call("duet", 630, 75, line, production_id="lake"), show(FRIDAY))
    found = impact_rows(book, "vega", THURSDAY, 0)
    assert [(row["when"], row["as"], row["kind"]) for row in found[:3]] == [
        ("2026-10-15T10:30", "called", "rehearsal"),
        ("2026-10-15T19:30", "dances", "performance"),
        ("2026-10-16T19:30", "dances", "performance"),
    ]
    assert found[1]["role"] == "Queen"
    assert not any(row["as"] == "called" for row in impact_rows(book, "vega", THURSDAY, 720))


def test_what_is_danced_says_who_covers_it() -> None:
    line = role_line("set", "queen", "cast-1")
    found = impact_rows(
        company_book(call("duet", 630, 75, line, production_id="lake")), "vega", THURSDAY, 0
    )
    called, dances, *covers = found
    assert (called["spot"], called["cover"], called["covers"]) == (None, None, [])
    assert (dances["spot"], dances["cover"], dances["covers"]) == (1, 0, ["Cleo Moss"])
    assert {(row["kind"], row["when"], row["cover"]) for row in covers} == {("cast", None, 1)}


def test_a_private_booking_stays_private() -> None:
    book = company_book(call("knee", 630, 30, kind="physio", title="Knee", people=["vega"]))
    row = impact_rows(book, "vega", THURSDAY, 0)[0]
    assert (row["kind"], row["what"]) == ("booked time", "Booked time")

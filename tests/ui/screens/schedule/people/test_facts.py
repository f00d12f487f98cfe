from __future__ import annotations

from castapp.ui.screens.schedule.people.facts import person_facts
from tests.builders import FRIDAY, THURSDAY, call, company_book, role_line

BOOK = company_book(
    call(
        "solo", 660, 60, role_line("line", "queen", "cast-1"), production_id="lake", lead_id="hall"
    ),
    call("next", 600, 60, day=FRIDAY, people=["vega"]),
)


def test_a_dancer_s_day_hour_by_hour() -> None:
    facts = person_facts(BOOK, "vega", THURSDAY, ())
    assert (facts.kicker, facts.name, facts.word) == ("Principal", "Ada Vega", "Full")
    assert [one.time[:5] for one in facts.lines] == ["11.00", "19.30"]
    assert facts.lines[1].title == "Lake, show"
    assert "Queen" in facts.lines[0].about
    assert "Studio 1" in facts.lines[0].about


def test_sums_stand_beside_their_limits() -> None:
    facts = person_facts(BOOK, "vega", THURSDAY, ())
    limits = {one.name: (one.value, one.limit) for one in facts.sums}
    assert limits["Rehearsal on a show day"] == ("1 h 00", "of 2 h")
    assert limits["Rest before curtain"][0] == "7 h 30"
    assert limits["Next call"][0] == "Fri 10.00"


def test_nobody_s_day_is_said_plainly() -> None:
    facts = person_facts(company_book(), "vega", FRIDAY, ())
    assert facts.lines == ()
    assert [one.value for one in facts.sums][:2] == ["–", "–"]

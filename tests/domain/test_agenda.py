"""Everybody's day: calls, shows, covers standing by, lead and pianist."""

from __future__ import annotations

from castapp.domain.agenda import AS_CONDUCTOR, AS_LEAD, AS_PIANIST, agenda, stints
from castapp.domain.calls import Call
from castapp.domain.draft import Draft
from tests.builders import FRIDAY, THURSDAY, call, company_book, role_line

BOOK = company_book(
    call("c1", 660, 60, role_line("l", "queen", "cast-1"), lead_id="hall", pianist_id="ito"),
    call("c2", 600, 30, people=["vega"], state="cancelled"),
)


def test_a_day_in_time_order() -> None:
    day = stints(BOOK, "vega", THURSDAY)
    assert [(one.start, one.end, one.minutes) for one in day] == [(660, 720, 60), (1135, 1265, 95)]


def test_covers_stand_by_and_work_no_minutes() -> None:
    (cover,) = stints(BOOK, "moss", THURSDAY)
    assert (cover.standby, cover.minutes, cover.studio_id) == (True, 0, "stage")


def test_lead_pianist_and_conductor_have_a_day_too() -> None:
    duties = {
        person_id: day[0].duty
        for person_id, day in agenda(BOOK, THURSDAY).items()
        if person_id in ("hall", "ito", "reyes")
    }
    assert duties == {"hall": AS_LEAD, "ito": AS_PIANIST, "reyes": AS_CONDUCTOR}


def test_a_moved_call_leaves_other_days_as_they_were() -> None:
    book = company_book(call("c1", 660, 60, people=["vega"]), call("c2", 600, 30, day=FRIDAY,
                                                                  people=["vega"]))  # fmt: skip
    friday = agenda(book, FRIDAY)
    draft = Draft(book)
    draft.set(book.get(Call, "c1"), start=720)
    after = book.apply(draft.edit("Move"))
    assert agenda(after, FRIDAY) is friday
    assert stints(after, "vega", THURSDAY)[0].start == 720

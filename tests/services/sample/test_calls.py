"""The sample's calls: led, placed, with all the ways of calling people that there are."""

from __future__ import annotations

from datetime import timedelta

from castapp.domain.calling import called_people
from castapp.domain.calls import Call, Called
from castapp.domain.wording import call_who
from castapp.services.sample.plot import next_working_day
from tests.services.sample.days import WEDNESDAY, book_of, week_of

LUNCH, AFTER_LUNCH = 13 * 60, 14 * 60


def test_rehearsals_and_classes_are_led_and_somebody_comes() -> None:
    book = book_of(WEDNESDAY)
    for call in book.all(Call):
        if call.kind in ("class", "rehearsal", "coaching", "dress", "warm-up"):
            assert call.lead_id, call
            assert called_people(book, call), call
        assert call.studio_id or call.state == "tentative"


def test_lunch_is_kept_on_full_days_but_for_the_planned_fault() -> None:
    book = book_of(WEDNESDAY)
    for call in book.all(Call):
        if (
            call.kind in ("rehearsal", "coaching", "fitting")
            and call.day >= week_of(WEDNESDAY, -6)[0]
        ):
            at_lunch = call.start < AFTER_LUNCH - 15 and call.end > LUNCH + 15
            planned = call.day == next_working_day(WEDNESDAY) and call.kind == "fitting"
            assert not at_lunch or planned, call


def test_people_are_called_in_every_way() -> None:
    book = book_of(WEDNESDAY)
    lines = list(book.all(Called))
    assert {line.whom for line in lines} == {"role", "person", "production", "group"}
    assert any(line.covers for line in lines)
    assert any(line.exclude for line in lines)
    assert any(line.joins is not None for line in lines if line.whom == "role")
    assert any(line.leaves is not None for line in lines if line.whom == "role")
    assert any(line.as_cover for line in lines)


def test_some_calls_have_no_place_yet_and_some_no_section_yet() -> None:
    book = book_of(WEDNESDAY)
    unplaced = [call for call in book.all(Call) if call.studio_id is None]
    assert 3 <= len(unplaced) <= 9
    assert all(call.day > WEDNESDAY for call in unplaced)
    open_yet = [call for call in book.all(Call) if call.tba]
    assert open_yet
    assert all(call.production_id and call.state == "tentative" for call in open_yet)
    assert all(call.day > WEDNESDAY + timedelta(days=1) for call in open_yet)


def test_next_week_is_tentative_where_it_may_still_move() -> None:
    book = book_of(WEDNESDAY)
    states = {
        call.state
        for call in book.all(Call)
        if call.day in week_of(WEDNESDAY, 1) and call.kind == "rehearsal"
    }
    assert states == {"tentative"}
    past = {call.state for call in book.all(Call) if call.day < WEDNESDAY}
    assert past == {"firm"}


def test_a_dancer_is_put_in_for_another_and_the_sheet_says_so() -> None:
    book = book_of(WEDNESDAY)
    day = next_working_day(WEDNESDAY)
    wilis = next(call for call in book.where(Call, "day", day) if call.title.startswith("Wilis"))
    assert "Wilis 7 Dufour for Alder" in call_who(book, wilis)

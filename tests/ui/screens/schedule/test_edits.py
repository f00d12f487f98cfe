from __future__ import annotations

from dataclasses import replace

from castapp.domain.book import Book
from castapp.domain.calls import Call, Called
from castapp.ui.screens.schedule.drag_state import Held
from castapp.ui.screens.schedule.edits import (
    copied,
    created_ids,
    drawn,
    first_gap,
    following,
    landed,
    pasted,
    pasted_at,
    stretched,
)
from castapp.ui.screens.schedule.present import day_view
from tests.builders import FRIDAY, THURSDAY, call, company_book

HELD = Held("a", THURSDAY, "studio-1", 600, 660)


def book() -> Book:
    return company_book(call("a", 600, 60, people=["vega"]), call("b", 720, 30))


def test_a_landing_moves() -> None:
    after = book().apply(landed(book(), [replace(HELD, start=630, end=690, studio_id="studio-2")]))
    assert after.get(Call, "a") == replace(book().get(Call, "a"), start=630, studio_id="studio-2")


def test_a_landing_of_another_length_resizes() -> None:
    after = book().apply(landed(book(), [replace(HELD, end=720)]))
    assert after.get(Call, "a").minutes == 120


def test_a_group_lands_as_one_edit() -> None:
    other = Held("b", THURSDAY, "studio-1", 735, 765)
    edit = landed(book(), [replace(HELD, start=615, end=675), other])
    assert edit.label == "Move 2 calls"
    assert len(edit.changes) == 2


def test_copies_bring_their_people() -> None:
    edit = copied(book(), [replace(HELD, day=FRIDAY)])
    after = book().apply(edit)
    made = created_ids(edit)[0]
    assert after.get(Call, made).day == FRIDAY
    assert [line.person_id for line in after.where(Called, "call_id", made)] == ["vega"]
    assert copied(book(), [HELD, replace(HELD, id="b")]).label == "Copy 2 calls"


def test_a_drawn_span_is_a_rehearsal() -> None:
    edit = drawn(book(), Held("", FRIDAY, "stage", 600, 705))
    call_made = book().apply(edit).get(Call, created_ids(edit)[0])
    assert (call_made.kind, call_made.minutes, call_made.studio_id) == ("rehearsal", 105, "stage")


def test_a_call_is_never_stretched_to_nothing() -> None:
    after = book().apply(stretched(book(), "b", -300))
    assert after.get(Call, "b").minutes == 5


def test_a_new_call_goes_into_the_first_gap() -> None:
    found = first_gap(day_view(book(), THURSDAY), THURSDAY)
    assert found == Held("", THURSDAY, "studio-2", 600, 660)
    assert first_gap(day_view(Book.of(()), FRIDAY), FRIDAY) is None


def test_a_paste_keeps_the_times_on_another_day_and_follows_on_its_own() -> None:
    calls = [book().get(Call, "a"), book().get(Call, "b")]
    assert [one.start for one in pasted(calls, FRIDAY)] == [600, 720]
    assert pasted(calls, FRIDAY)[0].day == FRIDAY
    assert [one.start for one in pasted(calls, THURSDAY)] == [660, 750]


def test_nothing_follows_past_midnight() -> None:
    late = replace(book().get(Call, "a"), start=1430)
    assert following([late]) == []


def test_several_kept_calls_stand_around_the_empty_place_as_they_stood() -> None:
    calls = [
        replace(book().get(Call, "a"), studio_id="studio-1"),
        replace(book().get(Call, "b"), studio_id="studio-2"),
    ]
    room = Held("", FRIDAY, "studio-2", 630, 690)
    at = pasted_at(calls, room, ("studio-1", "studio-2", "studio-a"))
    assert [(one.day, one.studio_id, one.start, one.end) for one in at] == [
        (FRIDAY, "studio-2", 630, 690),
        (FRIDAY, "studio-a", 750, 780),
    ]
    at_the_edge = pasted_at(calls, room, ("studio-1", "studio-2"))
    assert [one.studio_id for one in at_the_edge] == ["studio-2", "studio-2"]

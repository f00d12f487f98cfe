"""The verbs on calls: one edit each, times carried along, nothing left behind."""

from __future__ import annotations

from datetime import date

import pytest

from castapp.domain.calls import Attendance, Call, Called
from castapp.domain.checks import Invalid
from castapp.services.calls import (
    change_call,
    copy_call,
    create_call,
    drop_called,
    mark_attendance,
    move_call,
    move_calls,
    remove_calls,
    resize_call,
)
from tests.builders import FRIDAY, THURSDAY, call, company_book, role_line

LATE = Called("late", "c1", "person", person_id="fox", joins=690, leaves=705)
BOOK = company_book(
    call("c1", 660, 60, LATE, role_line("l", "queen", "cast-1"), production_id="lake"),
    call("c2", 780, 30, people=["orr"]),
    [Attendance("a", "c1", "vega")],
)


def test_a_new_call_brings_its_lines() -> None:
    line = Called("line", "", "person", person_id="vega")
    edit = create_call(BOOK, Call("new", THURSDAY, 900, 45, title="Notes"), [line])
    after = BOOK.apply(edit)
    assert edit.label == "New call Notes, Thu 15 Oct 15.00"
    assert [line.person_id for line in after.where(Called, "call_id", "new")] == ["vega"]


def test_moving_takes_joins_and_leaves_along() -> None:
    edit = move_call(BOOK, "c1", FRIDAY, 690, "studio-2")
    after = BOOK.apply(edit)
    moved, line = after.get(Call, "c1"), after.get(Called, "late")
    assert (moved.day, moved.start, moved.studio_id) == (FRIDAY, 690, "studio-2")
    assert (line.joins, line.leaves) == (720, 735)
    assert edit.label == "Move Lake, Thu 15 Oct 11.00"


def test_a_group_moves_in_one_step() -> None:
    edit = move_calls(BOOK, [("c1", THURSDAY, 675, "studio-1"), ("c2", THURSDAY, 795, "studio-2")])
    assert edit.label == "Move 2 calls"
    assert BOOK.apply(edit).apply(edit.inverse()) == BOOK


def test_resizing_keeps_joins_on_the_clock() -> None:
    after = BOOK.apply(resize_call(BOOK, "c1", 645, 90))
    assert (after.get(Call, "c1").end, after.get(Called, "late").joins) == (735, 690)


def test_removing_leaves_nothing_behind() -> None:
    after = BOOK.apply(remove_calls(BOOK, ["c1"]))
    assert not after.where(Called, "call_id", "c1")
    assert not after.where(Attendance, "call_id", "c1")


def test_a_copy_has_lines_of_its_own_and_no_record() -> None:
    after = BOOK.apply(copy_call(BOOK, "c1", FRIDAY, 720, None))
    (copied,) = after.where(Call, "day", FRIDAY)
    lines = after.where(Called, "call_id", copied.id)
    assert {line.joins for line in lines} == {750, None}
    assert not after.where(Attendance, "call_id", copied.id)
    assert copied.studio_id is None


def test_attendance_is_written_once_and_corrected() -> None:
    after = BOOK.apply(mark_attendance(BOOK, "c1", "vega", "late", 40))
    (mark,) = after.where(Attendance, "call_id", "c1")
    assert (mark.id, mark.state, mark.minutes) == ("a", "late", 40)


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"minutes": -5}, "cannot last -5 minutes"),
        ({"start": 1500}, "not a time of day"),
        ({"studio_id": "gone"}, "studio is no longer there"),
        ({"lead_id": "gone"}, "person is no longer there"),
        ({"production_id": "gone"}, "production is no longer there"),
    ],
)
def test_bad_values_are_refused_in_words(fields: dict[str, object], sentence: str) -> None:
    with pytest.raises(Invalid, match=sentence):
        change_call(BOOK, "c1", **fields)


def test_a_call_somebody_else_removed() -> None:
    with pytest.raises(Invalid, match="no longer there"):
        move_call(BOOK, "gone", THURSDAY, 600, None)


def test_lines_can_be_taken_away() -> None:
    after = BOOK.apply(drop_called(BOOK, ["late"]))
    assert [line.id for line in after.where(Called, "call_id", "c1")] == ["l"]


def test_an_hour_the_clock_skips_is_refused() -> None:
    """London puts its clock forward from 1.00 to 2.00 on 28 March 2027."""
    spring = date(2027, 3, 28)
    with pytest.raises(Invalid, match=r"1\.30"):
        move_call(BOOK, "c2", spring, 90, "studio-1")
    assert BOOK.apply(move_call(BOOK, "c2", spring, 150, "studio-1")).get(Call, "c2").start == 150

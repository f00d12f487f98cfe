from __future__ import annotations

from datetime import date, timedelta

import pytest

from castapp.domain.calls import Call, Called
from castapp.domain.checks import Invalid
from castapp.services.board import copy_days, copy_week
from tests.builders import FRIDAY, MONDAY, SATURDAY, THURSDAY, call, company_book

NEXT = timedelta(days=7)


def test_a_week_is_copied_weekday_to_weekday_without_what_was_cancelled() -> None:
    book = company_book(
        call("a", 600, 60, people=("vega",), day=MONDAY),
        call("b", 600, 60, people=("moss",), day=FRIDAY, kind="class"),
        call("c", 600, 60, day=FRIDAY, state="cancelled"),
    )
    preview = copy_week(book, THURSDAY, SATURDAY + NEXT)
    assert {call.day for call in preview.calls} == {MONDAY + NEXT, FRIDAY + NEXT}
    assert preview.edit.label == "Copy the week of Mon 12 Oct to Mon 19 Oct"
    assert preview.clashing == ()
    after = book.apply(preview.edit)
    assert after.count(Call) == 5
    assert after.count(Called) == 4
    only = copy_week(book, THURSDAY, THURSDAY + NEXT, kinds=("class",), tentative=True)
    assert [(call.kind, call.state) for call in only.calls] == [("class", "tentative")]


def test_what_would_clash_is_shown_and_can_be_left_out() -> None:
    book = company_book(
        call("a", 600, 60, people=("vega",), day=MONDAY),
        call("b", 720, 60, people=("vega",), day=MONDAY),
        call("there", 630, 60, people=("vega",), day=MONDAY + NEXT, studio_id="studio-2"),
    )
    preview = copy_week(book, MONDAY, MONDAY + NEXT)
    assert [one.rule for one in preview.findings if one.severity == "hard"] == ["person_twice"]
    assert len(preview.clashing) == 1
    rest = book.apply(preview.without(preview.clashing))
    assert sorted(one.start for one in rest.where(Call, "day", MONDAY + NEXT)) == [630, 720]
    assert rest.count(Called) == 4


def test_onto_itself_is_refused() -> None:
    book = company_book()
    with pytest.raises(Invalid, match="same week"):
        copy_week(book, MONDAY, FRIDAY)
    with pytest.raises(Invalid, match="same day"):
        copy_days(book, {MONDAY: MONDAY})


def test_a_clock_change_on_the_way_is_noted() -> None:
    night = date(2027, 3, 21)
    book = company_book(
        call("skipped", 90, 30, day=night), call("over", 30, 120, day=night, studio_id="studio-2")
    )
    preview = copy_days(book, {night: night + NEXT})
    notes = preview.notes
    assert (
        "rehearsal stays behind: The clock is put forward on Sun 28 Mar: there is no 1.30." in notes
    )
    assert len(preview.calls) == 1
    assert any("really lasts 1 h." in one for one in notes)


def test_a_studio_deleted_under_its_calls_leaves_the_copies_without_a_place() -> None:
    book = company_book(call("a", 600, 60, day=MONDAY, studio_id="gone"))
    preview = copy_days(book, {MONDAY: FRIDAY})
    assert [one.studio_id for one in preview.calls] == [None]
    assert preview.notes[0].startswith("1 call had a studio that is no longer there")

from __future__ import annotations

from datetime import timedelta

import pytest

from castapp.domain.calls import Call
from castapp.domain.checks import Invalid
from castapp.services.board import days_alike, lay_out
from tests.builders import FRIDAY, MONDAY, THURSDAY, TUESDAY, call, company_book, show

NEXT = timedelta(days=7)


def test_days_with_the_same_shows_and_the_same_weekday_come_first() -> None:
    book = company_book(
        call("mon", 615, 75, day=MONDAY, kind="class"),
        call("tue", 615, 75, day=TUESDAY, kind="class"),
        call("thu", 615, 75, day=THURSDAY, kind="class"),
        show(THURSDAY + NEXT),
    )
    alike = days_alike(book, MONDAY + NEXT)
    assert [one.day for one in alike] == [MONDAY, TUESDAY]
    assert alike[0].classes == ((615, 690),)
    assert alike[0].words == "no show, class 10.15–11.30, 1 call"
    assert [one.day for one in days_alike(book, THURSDAY + NEXT)] == [THURSDAY]
    assert days_alike(book, MONDAY) == ()


def test_the_class_of_a_day_alike_is_laid_out_once() -> None:
    book = company_book(
        call("c", 615, 75, day=MONDAY, kind="class", people=("vega",)),
        call("r", 720, 60, day=MONDAY),
    )
    preview = lay_out(book, MONDAY, FRIDAY)
    assert [(one.day, one.start, one.kind) for one in preview.calls] == [(FRIDAY, 615, "class")]
    after = book.apply(preview.edit)
    assert not lay_out(after, MONDAY, FRIDAY).edit
    assert len(lay_out(book, MONDAY, FRIDAY, ("class", "rehearsal")).calls) == 2
    with pytest.raises(Invalid, match="nothing of that kind"):
        lay_out(book, TUESDAY, FRIDAY)
    assert len(after.where(Call, "day", FRIDAY)) == 1

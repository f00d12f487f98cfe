from __future__ import annotations

from datetime import timedelta

import pytest

from castapp.domain.book import Book
from castapp.domain.calls import Call, Called
from castapp.domain.checks import Invalid
from castapp.services.board import ONCE, ONWARDS, change_series, likely_series, repeat_call
from tests.builders import MONDAY, TUESDAY, WEDNESDAY, call, company_book

IDS = ("mon", "tue", "wed")


def daily() -> Book:
    return company_book(
        *(
            call(name, 615, 75, day=day, kind="class", lead_id="hall")
            for name, day in zip(IDS, (MONDAY, TUESDAY, WEDNESDAY), strict=True)
        ),
        [Called("l", "wed", "person", person_id="vega", joins=630)],
    )


def starts(book: Book) -> list[int]:
    return [book.get(Call, one).start for one in IDS]


def test_a_call_comes_again_on_other_days() -> None:
    book = daily()
    edit = repeat_call(book, "wed", [WEDNESDAY, WEDNESDAY + timedelta(days=7)])
    assert edit.label == "Repeat class on 1 more day"
    after = book.apply(edit)
    assert after.count(Call) == 4
    assert len(likely_series(after, "mon")) == 4
    with pytest.raises(Invalid, match="Choose the days"):
        repeat_call(book, "wed", [WEDNESDAY])
    with pytest.raises(Invalid, match="more than a season"):
        repeat_call(book, "wed", [MONDAY - timedelta(days=n) for n in range(1, 500)])


def test_changed_once_or_from_here_on() -> None:
    book = daily()
    once = book.apply(change_series(book, IDS, "tue", ONCE, start=630))
    assert starts(once) == [615, 630, 615]
    edit = change_series(book, IDS, "tue", ONWARDS, start=645)
    assert starts(book.apply(edit)) == [615, 645, 645]
    assert book.apply(edit).get(Called, "l").joins == 660
    assert edit.label == "Change class from Tue 13 Oct on"


def test_what_was_changed_apart_keeps_its_own() -> None:
    book = daily()
    apart = book.apply(change_series(book, IDS, "wed", ONCE, start=700))
    later = apart.apply(change_series(apart, IDS, "mon", ONWARDS, start=630, lead_id="ito"))
    assert starts(later) == [630, 630, 700]
    assert later.get(Call, "wed").lead_id == "ito"


def test_what_cannot_be_changed_is_said() -> None:
    book = daily()
    with pytest.raises(Invalid, match="day of a series"):
        change_series(book, IDS, "mon", ONCE, day=TUESDAY)
    with pytest.raises(Invalid, match="not one of the series"):
        change_series(book, ("tue",), "mon", ONCE, start=630)
    with pytest.raises(Invalid, match="once or from here on"):
        change_series(book, IDS, "mon", "always", start=630)
    with pytest.raises(Invalid, match="cannot last 20 hours"):
        change_series(book, IDS, "mon", ONWARDS, minutes=1200)


def test_alike_means_the_same_kind_title_start_and_studio() -> None:
    book = daily()
    assert likely_series(book, "tue") == IDS
    moved = book.apply(change_series(book, IDS, "wed", ONCE, start=700))
    assert likely_series(moved, "tue") == ("mon", "tue")

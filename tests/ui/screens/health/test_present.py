"""The board of participation as data: groups, reviews, what is touched."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from castapp.domain.availability import Absence, Participation, Restriction
from castapp.domain.book import Book
from castapp.domain.company import RuleSetting
from castapp.domain.record import Record
from castapp.services.sample import sample_book
from castapp.ui.screens.health.board import Touch
from castapp.ui.screens.health.present import board, facts, more_words, ordered_touches
from tests.builders import (
    FRIDAY,
    MONDAY,
    SUNDAY,
    THURSDAY,
    TUESDAY,
    WEDNESDAY,
    call,
    company_book,
    role_line,
)


def modified(person_id: str, *codes: str, **fields: object) -> Participation:
    values: dict[str, object] = {"since": MONDAY, "review": FRIDAY, **fields}
    limits = tuple(Restriction(code) for code in codes)
    return Participation(
        f"p-{person_id}", person_id=person_id, status="modified", restrictions=limits,
        **values,  # type: ignore[arg-type]
    )  # fmt: skip


def small(*records: Record) -> Book:
    return company_book(
        records, call("spirits", 660, 60, role_line("l", "spirits", "cast-1"), production_id="lake")
    )


def test_everybody_stands_once_under_their_status() -> None:
    book = small(
        modified("fox", "no_jumps"),
        Participation("p-vega", "vega", MONDAY, "off", review=WEDNESDAY),
        Participation("p-paz", "paz", MONDAY, "rehab only"),
        Absence("a", "orr", TUESDAY, SUNDAY, "guest engagement"),
    )
    shown = board(book, WEDNESDAY)
    assert [row.status for row in shown.rows] == ["off", "rehab only", "modified", "away"]
    assert shown.count("full") == 6
    assert len(set(shown.people)) == 10
    assert [one.short for one in shown.full][:2] == ["D. Lund", "C. Moss"]
    away = shown.rows[-1]
    assert (away.plain, away.since, away.review) == (
        "guest engagement", "13 Oct", "until Sun 18 Oct"
    )  # fmt: skip


@pytest.mark.parametrize(
    ("review", "words", "due"),
    [
        (FRIDAY, "Fri 16 Oct", False),
        (WEDNESDAY, "today", True),
        (TUESDAY, "overdue, 13 Oct", True),
        (None, "no day set", False),
    ],
)
def test_a_review_is_said_in_words(review: date | None, words: str, due: bool) -> None:
    (row,) = board(small(modified("fox", "no_jumps", review=review)), WEDNESDAY).rows
    assert (row.review, row.due) == (words, due)


def test_what_stands_in_the_way_is_matched_to_what_the_role_demands() -> None:
    shown = facts(small(modified("fox", "no_jumps")), "fox", WEDNESDAY)
    said = [(one.title, one.against, one.reason) for one in shown.touches]
    assert said == [
        ("Lake Spirits, act II", True, "asks for jumps"),
        ("Lake, Spirits", True, "asks for jumps"),
    ]
    (row,) = board(small(modified("fox", "no_jumps")), WEDNESDAY).rows
    assert row.touches == "1 call, 1 show"


def test_what_is_not_ruled_out_may_go_on() -> None:
    book = small(modified("fox", "no_lifting"))
    shown = facts(book, "fox", WEDNESDAY)
    assert {one.against for one in shown.touches} == {False}
    assert shown.touches[-1].reason == "no lifting: may go on"
    assert board(book, WEDNESDAY).rows[0].touches == "–"


def test_a_counted_restriction_names_the_day_it_is_passed() -> None:
    book = small(
        Participation("p", "fox", MONDAY, "modified", (Restriction("hours_a_day", 1.0),), FRIDAY)
    )
    shown = facts(book, "fox", WEDNESDAY)
    days = [one for one in shown.touches if one.kind == "day"]
    assert [one.ref_id for one in days] == [THURSDAY.isoformat()]
    assert "at most 1 h a day" in days[0].reason


def test_being_off_touches_everything_and_covers_too() -> None:
    book = small(
        Participation("p-vega", "vega", MONDAY, "off"),
        Participation("p-moss", "moss", MONDAY, "off"),
    )
    rows = {row.person_id: row for row in board(book, WEDNESDAY).rows}
    assert rows["vega"].touches == "1 show"
    assert rows["moss"].touches == "1 cover"
    assert all(one.against for one in facts(book, "vega", WEDNESDAY).touches)


def test_an_absence_touches_its_own_days_only() -> None:
    book = small(Absence("a", "vega", WEDNESDAY, WEDNESDAY))
    assert board(book, WEDNESDAY).rows[0].touches == "–"


def touch(number: int, *, against: bool, kind: str = "call", daily: bool = False) -> Touch:
    when = f"Thu {number} Oct 10.00"
    return Touch(kind, str(number), f"{number}", when, "", against, daily=daily)


def test_shows_that_stand_in_the_way_come_first() -> None:
    listed = ordered_touches(
        [
            touch(1, against=False, kind="show"),
            touch(2, against=True),
            touch(3, against=True, kind="cover"),
            touch(4, against=True, kind="show"),
        ]
    )
    assert [one.ref_id for one in listed] == ["4", "3", "2", "1"]


def test_classes_are_one_line_and_lead_to_the_first() -> None:
    listed = ordered_touches([touch(n, against=True, daily=True) for n in range(1, 6)])
    assert [(one.ref_id, one.title, one.when) for one in listed] == [
        ("1", "1 and 4 more of every day", "until Thu 5 Oct")
    ]


def test_what_is_not_listed_is_counted() -> None:
    hidden = [touch(n, against=n < 2) for n in range(5)]
    assert more_words(hidden) == "2 more stand in the way, 3 more may be done"
    assert more_words(hidden[:1]) == "1 more stands in the way"


def test_a_show_names_who_would_go_on() -> None:
    off = Participation("p-vega", "vega", MONDAY, "off")
    (show,) = [one for one in facts(small(off), "vega", WEDNESDAY).touches if one.kind == "show"]
    assert (show.reason, show.role_id) == ("is off; cover: Moss", "queen")
    away = Absence("a", "moss", MONDAY, SUNDAY)
    book = small(off, away)
    (show,) = [one for one in facts(book, "vega", WEDNESDAY).touches if one.kind == "show"]
    assert show.reason == "is off; no cover"
    asks_none = small(off, away, RuleSetting("r", rule="uncovered", limit="single", value=0))
    (show,) = [one for one in facts(asks_none, "vega", WEDNESDAY).touches if one.kind == "show"]
    assert show.reason == "is off"


def test_a_review_is_late_by_the_real_today_alone() -> None:
    book = small(modified("fox", "no_jumps", review=THURSDAY))
    (row,) = board(book, FRIDAY, today=WEDNESDAY).rows
    assert (row.review, row.due) == ("Thu 15 Oct", False)
    (row,) = board(book, FRIDAY, today=THURSDAY).rows
    assert (row.review, row.due) == ("today", True)
    assert facts(book, "fox", FRIDAY, today=FRIDAY).due == "overdue, 15 Oct"


def test_somebody_gone_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        facts(small(), "nobody", WEDNESDAY)


def test_the_sample_fills_every_group() -> None:
    today = date(2026, 10, 14)
    shown = board(sample_book(today), today)
    assert {row.status for row in shown.rows} == {"off", "rehab only", "modified", "away"}
    assert len(shown.people) == 64
    assert any(row.due for row in shown.rows)
    later = board(sample_book(today), today + timedelta(days=400))
    assert len(set(later.people)) == len(later.people)

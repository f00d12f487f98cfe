from __future__ import annotations

from datetime import timedelta

from castapp.domain.availability import Absence, Participation
from castapp.domain.book import Book
from castapp.domain.calls import Called
from castapp.domain.casting import Cast, Override
from castapp.domain.impact import impact, person_calls
from tests.builders import (
    FRIDAY,
    MONDAY,
    SATURDAY,
    THURSDAY,
    TUESDAY,
    call,
    casting,
    company_book,
    role_line,
    show,
)

SHOW = f"show-{THURSDAY.isoformat()}-1170"


def told(book: Book, who: str, *when: object) -> list[tuple[str, object, str | None]]:
    return [(one.as_what, one.start, one.role_id) for one in impact(book, who, *when)]  # type: ignore[arg-type]


def test_shows_and_calls_in_time_order() -> None:
    book = company_book(
        show(SATURDAY, cast_id="cast-2"),
        call("b", 720, 60, role_line("l", "queen", "cast-1"), day=THURSDAY, production_id="lake"),
        call("a", 600, 60, people=["vega"], day=TUESDAY),
        call("other", 600, 60, people=["moss"], day=TUESDAY),
    )
    assert told(book, "vega", MONDAY) == [
        ("called", 600, None),
        ("called", 720, "queen"),
        ("dances", 1170, "queen"),
        ("covers", 1170, "queen"),
    ]
    assert [one.cover for one in impact(book, "vega", MONDAY)] == [0, 0, 0, 1]


def test_only_from_the_clock_time_on() -> None:
    book = company_book(call("a", 600, 60, people=["vega"]), call("b", 660, 60, people=["vega"]))
    assert told(book, "vega", THURSDAY, 660, THURSDAY) == [
        ("called", 660, None),
        ("dances", 1170, "queen"),
    ]


def test_a_show_under_way_counts_from_the_next_section() -> None:
    """The queen dances from 19.30 and again from 20.25."""
    during = impact(company_book(), "vega", THURSDAY, 1180, THURSDAY)
    assert [one.from_section_id for one in during] == ["lake-ii"]
    assert impact(company_book(), "vega", THURSDAY, 1230, THURSDAY) == ()


def test_a_show_is_whole_before_its_curtain() -> None:
    (one,) = impact(company_book(), "vega", THURSDAY, 1170, THURSDAY)
    assert one.from_section_id is None
    assert (one.production_id, one.cast_id, one.spot) == ("lake", "cast-1", 1)


def test_who_was_replaced_for_the_rest_loses_nothing_more() -> None:
    book = company_book([Override("o", SHOW, "queen", 1, "moss", from_section_id="lake-ii")])
    assert impact(book, "vega", THURSDAY, 1180, THURSDAY) == ()
    assert ("dances", 1170, "queen") in told(book, "moss", THURSDAY, 1180, THURSDAY)


def test_nothing_after_the_last_day_and_nothing_cancelled() -> None:
    book = company_book(
        call("a", 600, 60, people=["vega"], day=FRIDAY),
        call("b", 600, 60, people=["vega"], day=TUESDAY, state="cancelled"),
    )
    assert told(book, "vega", MONDAY, 0, THURSDAY) == [("dances", 1170, "queen")]


def test_who_takes_plays_and_conducts() -> None:
    book = company_book(call("a", 600, 60, day=MONDAY, lead_id="hall", pianist_id="ito"))
    assert told(book, "hall", MONDAY) == [("takes", 600, None)]
    assert told(book, "ito", MONDAY) == [("plays", 600, None)]
    assert told(book, "reyes", MONDAY) == [("conducts", 1170, None)]


def test_casts_no_show_has_taken_come_last() -> None:
    book = company_book(
        [
            Cast("cast-3", production_id="lake", name="3rd", order=3),
            casting("cast-3", "spirits", 2, "vega"),
        ],
        call("a", 600, 60, people=["vega"], day=THURSDAY + timedelta(days=30)),
    )
    last = impact(book, "vega", FRIDAY)[-1]
    assert (last.as_what, last.day, last.role_id, last.spot) == ("in cast", None, "spirits", 2)
    assert "in cast" not in [one.as_what for one in impact(book, "vega", FRIDAY, 0, SATURDAY)]


def test_a_second_cast_that_covers_is_not_idle() -> None:
    book = company_book(show(SATURDAY, cast_id="cast-2"))
    assert "in cast" not in [one.as_what for one in impact(book, "vega", MONDAY)]


def test_calls_of_groups_and_of_the_whole_ballet() -> None:
    book = company_book(
        call("g", 600, 60, Called("g1", "", "group", group="women"), day=MONDAY),
        call("p", 690, 60, Called("p1", "", "production"), day=MONDAY, production_id="lake"),
        call("m", 780, 60, Called("m1", "", "group", group="men"), day=MONDAY),
        call(
            "x",
            870,
            60,
            Called("x1", "", "group", group="women"),
            Called("x2", "", "person", person_id="vega", exclude=True),
            day=MONDAY,
        ),
    )
    assert {one.id for one in person_calls(book, "vega", MONDAY)} == {"g", "p"}


def test_who_is_off_or_in_rehab_still_comes_to_treatment() -> None:
    calls = (
        call("p", 600, 30, people=["vega", "moss"], day=TUESDAY, kind="physio"),
        call("c", 660, 60, people=["vega", "moss"], day=TUESDAY, kind="conditioning"),
        call("r", 780, 60, people=["vega", "moss"], day=TUESDAY),
    )
    book = company_book(
        *calls,
        [
            Participation("a", "vega", MONDAY, "off"),
            Participation("b", "moss", MONDAY, "rehab only"),
        ],
    )
    assert [one.start for one in impact(book, "vega", TUESDAY, 0, TUESDAY)] == [660, 780]
    assert [one.start for one in impact(book, "moss", TUESDAY, 0, TUESDAY)] == [780]
    away = company_book(*calls, [Absence("c", "vega", MONDAY)])
    assert [one.start for one in impact(away, "vega", TUESDAY, 0, TUESDAY)] == [600, 660, 780]

"""Who knows a role, who rehearsed it, who partners whom."""

from __future__ import annotations

from datetime import date
from typing import Any

from castapp.domain.book import Book
from castapp.domain.people import CareerLine
from castapp.domain.repertory import Role
from castapp.services.known import (
    Record,
    dancers_of,
    debuts,
    partner_place,
    partnerships,
    record,
    rehearsed,
    together,
)
from tests.builders import (
    FRIDAY,
    SATURDAY,
    THURSDAY,
    WEDNESDAY,
    call,
    company_book,
    role_line,
    show,
)

RUN = company_book(show(FRIDAY), show(SATURDAY, cast_id="cast-2"))


def role(book: Book, role_id: str) -> Role:
    return book.get(Role, role_id)


def test_record_counts_nights_before_the_day_and_the_career_line() -> None:
    line = CareerLine("c", "vega", "Lake", "Queen", when="2018", times=3)
    book = company_book(show(FRIDAY), [line])
    assert record(book, "vega", role(book, "queen"), SATURDAY) == Record(5, "2026-10-16")
    assert record(book, "vega", role(book, "queen"), THURSDAY) == Record(3, "2018")
    assert record(book, "moss", role(book, "queen"), SATURDAY) == Record()


def test_dancers_of_a_role_oftenest_first() -> None:
    book = company_book(show(FRIDAY), show(SATURDAY, cast_id="cast-2"))
    known = dancers_of(book, role(book, "queen"), date(2026, 10, 30))
    assert [(who, one.times) for who, one in known.items()] == [("vega", 2), ("moss", 1)]


def test_debuts_are_the_first_nights_of_leads_and_couples_not_of_the_corps() -> None:
    found = {(day, who) for day, role_id, _, who in debuts(RUN, "lake") if role_id == "queen"}
    assert found == {("show-2026-10-15-1170", "vega"), ("show-2026-10-17-1170", "moss")}
    assert not [one for one in debuts(RUN, "lake") if one[1] == "spirits"]


def test_rehearsed_counts_calls_of_the_role_before_the_day() -> None:
    fields: dict[str, Any] = {"production_id": "lake"}
    book = company_book(
        call("one", 600, 60, role_line("l", "queen", "cast-1"), day=WEDNESDAY, **fields),
        call("late", 600, 60, role_line("m", "queen", "cast-1"), day=SATURDAY, **fields),
        call(
            "off", 700, 60, role_line("n", "queen", "cast-1"), day=WEDNESDAY, state="cancelled",
            **fields,
        ),
    )  # fmt: skip
    found = rehearsed(book, role(book, "queen"), FRIDAY)
    assert (found["vega"].times, found["vega"].last) == (1, WEDNESDAY)
    assert "okoro" not in found


def test_leads_partner_each_other_and_a_couple_itself() -> None:
    assert partner_place(RUN, role(RUN, "queen"), 1) == ("prince", 1)
    assert partner_place(RUN, role(RUN, "prince"), 1) == ("queen", 1)
    assert partner_place(RUN, role(RUN, "couple"), 2) == ("couple", 1)
    assert partner_place(RUN, role(RUN, "spirits"), 1) is None


def test_partners_by_shows_and_by_what_the_record_says() -> None:
    line = CareerLine("c", "vega", "Swan Lake", "Odette", partner="Bo Okoro", times=2)
    book = company_book(show(FRIDAY), [line])
    assert together(book, "vega", "okoro") == 4
    assert together(book, "okoro", "vega", THURSDAY) == 2
    assert together(book, "vega", "lund") == 0


def test_partnerships_of_leads_in_a_run() -> None:
    ids = ["show-2026-10-15-1170", "show-2026-10-16-1170", "show-2026-10-17-1170"]
    assert partnerships(RUN, ids, ("single",)) == {
        frozenset(("vega", "okoro")): 2,
        frozenset(("moss", "lund")): 1,
    }
    assert frozenset(("paz", "orr")) in partnerships(RUN, ids)

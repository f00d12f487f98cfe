"""Taking a solution, telling people, calling a put-in, and the way back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest

from castapp.domain.agenda import stints
from castapp.domain.availability import Absence
from castapp.domain.book import Book
from castapp.domain.calls import Call
from castapp.domain.casting import Override, Performance
from castapp.domain.programme import parts
from castapp.domain.record import Record
from castapp.domain.repertory import Role
from castapp.services.casting import override
from castapp.services.cover.aftermath import Aftermath
from castapp.services.cover.coming_back import back_on
from castapp.services.cover.putin import put_ins
from castapp.services.cover.recast import release
from castapp.services.cover.request import Request
from castapp.services.cover.solution import Solution
from castapp.services.cover.solve import fewest
from castapp.services.cover.take import take, told
from tests.builders import THURSDAY, WEDNESDAY, call, casting, company_book, show, staff

SHOW = "show-2026-10-15-1170"
NIGHT = Request(("vega",), THURSDAY, 9 * 60, THURSDAY)


def solved(book: Book, request: Request = NIGHT) -> Solution:
    found = fewest(book, request)
    assert found is not None
    return found


def dancing(book: Book, show_id: str = SHOW) -> dict[tuple[str, int], str | None]:
    night = book.get(Performance, show_id)
    return {(one.role_id, one.spot): one.person_id for one in parts(book, night) if not one.cover}


def chained(*more: Iterable[Record]) -> Book:
    """Moss away, so that Fox leaves the Spirits for the Queen."""
    return company_book(
        [Absence("a", "moss", THURSDAY), casting("cast-2", "queen", 1, "fox", 3)], *more
    )


def test_one_edit_there_and_back() -> None:
    book = chained()
    edit = take(book, NIGHT, solved(book))
    after = book.apply(edit)
    assert dancing(after)[("queen", 1)] == "fox"
    assert dancing(after)[("spirits", 1)] == "hana-kim"
    assert after.apply(edit.inverse()) == book
    assert edit.label == "Cover for Vega: 2 changes, 1 performance"


def test_the_reason_tells_who_is_off_and_who_is_replaced() -> None:
    book = chained()
    after = book.apply(take(book, NIGHT, solved(book)))
    assert {one.why for one in after.all(Override)} == {"Ada Vega off", "Ada Vega off, for Isa Fox"}


def test_back_on_reverses_what_is_still_open() -> None:
    book = chained(show(THURSDAY, 14 * 60))
    request = Request(("vega",), WEDNESDAY, 9 * 60, THURSDAY)
    after = book.apply(take(book, request, solved(book, request)))
    assert after != book
    whole = after.apply(back_on(after, "vega", WEDNESDAY))
    assert dancing(whole) == dancing(book)
    half = after.apply(back_on(after, "vega", THURSDAY, 15 * 60))
    assert dancing(half) == dancing(book)
    assert dancing(half, "show-2026-10-15-840") == dancing(after, "show-2026-10-15-840")
    assert not back_on(whole, "vega", WEDNESDAY)


def test_back_on_gives_a_place_back_that_was_an_override() -> None:
    plain = company_book([casting("cast-2", "queen", 1, "paz", 3)])
    book = plain.apply(override(plain, SHOW, "queen", 1, "moss", why="Guest night"))
    request = Request(("moss",), THURSDAY, 9 * 60, THURSDAY)
    after = book.apply(take(book, request, solved(book, request)))
    assert dancing(after)[("queen", 1)] != "moss"
    back = after.apply(back_on(after, "moss", THURSDAY, 10 * 60))
    assert dancing(back)[("queen", 1)] == "moss"


def test_who_goes_on_leaves_the_calls_of_that_hour() -> None:
    book = company_book(call("late", 19 * 60, 60, people=["moss", "paz"]))
    after = book.apply(take(book, NIGHT, solved(book)))
    late = [one for one in stints(after, "moss", THURSDAY) if one.call]
    assert late == []
    assert [one for one in stints(after, "paz", THURSDAY) if one.call]


def test_everybody_concerned_is_told_once() -> None:
    book = chained(staff("Mia Lark", "stage manager"))
    found = told(book, NIGHT, solved(book))
    people = ["okoro", "vega", "fox", "hana-kim", "lark", "reyes", "", ""]
    assert [one.person_id for one in found] == people
    assert [one.desk for one in found[-2:]] == ["wardrobe, wigs", "front of house"]
    by_person = {one.person_id: one for one in found}
    assert by_person["fox"].texts == (
        "Lake, Thu 15 Oct, 19.30: dances Queen, for Vega",
        "Lake, Thu 15 Oct, 19.30: leaves Spirits 1, Kim H. dances it",
    )
    assert by_person["okoro"].texts == ("Lake, Thu 15 Oct, 19.30: Queen is Fox, for Vega",)
    assert by_person["fox"].by == 19 * 60 + 30 - 35
    assert by_person["lark"].desk == "stage manager"


def test_a_put_in_when_all_partners_and_a_studio_are_free() -> None:
    busy = call("busy", 17 * 60, 120, people=["okoro"])
    book = company_book(busy)
    solution = solved(book)
    (made,) = put_ins(book, NIGHT, solution)
    assert made.text == (
        "Put-in rehearsal, Queen, Moss: Thu 15 Oct, 16.15, Studio 1, all partners free"
    )
    assert {line.person_id for line in made.lines} == {"moss", "okoro"}
    after = book.apply(take(book, NIGHT, solution, Aftermath(put_ins=(made,))))
    assert after.get(Call, made.call.id).lead_id == "hall"
    assert [one.end for one in stints(after, "moss", THURSDAY) if one.call] == [17 * 60]


def test_no_put_in_when_there_is_no_hour_for_it() -> None:
    busy = call("busy", 9 * 60, 11 * 60, people=["okoro"])
    book = company_book(busy)
    assert put_ins(book, NIGHT, solved(book)) == ()


def test_who_is_off_leaves_the_calls_they_would_miss() -> None:
    book = company_book(
        call("soon", 17 * 60, 60, people=["vega", "paz"]), call("past", 600, 60, people=["vega"])
    )
    request = Request(("vega",), THURSDAY, 16 * 60, THURSDAY)
    after = book.apply(release(book, request))
    assert [one.ref_id for one in stints(after, "vega", THURSDAY) if one.call] == ["past"]
    assert [one.ref_id for one in stints(after, "paz", THURSDAY) if one.call] == ["soon"]


@pytest.mark.parametrize(("minute", "since"), [(19 * 60, None), (20 * 60 + 5, "lake-ii")])
def test_after_the_curtain_a_whole_role_changes_during_the_show(
    minute: int, since: str | None
) -> None:
    plain = company_book()
    queen = plain.get(Role, "queen")
    later = tuple(one for one in queen.sections if one.section_id == "lake-ii")
    assert later
    book = company_book([replace(queen, sections=later)])
    request = Request(("vega",), THURSDAY, minute, THURSDAY)
    solution = solved(book, request)
    assert solution.moves[0].from_section_id is None
    after = book.apply(take(book, request, solution))
    (made,) = after.all(Override)
    assert made.from_section_id == since
    assert {one.at_once for one in told(book, request, solution)} == {since is not None}

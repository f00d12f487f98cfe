"""What opens, what else is missed, and requests that cannot be meant."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from castapp.domain.availability import Absence
from castapp.domain.book import Book
from castapp.domain.casting import BillItem, Performance
from castapp.domain.checks import Invalid
from castapp.domain.record import Record
from castapp.domain.repertory import Production, Role
from castapp.services.cover.asked import locks_asked, request_asked, role_asked
from castapp.services.cover.openings import Gap, gaps, missed
from castapp.services.cover.request import Request, performance_at, section_named
from tests.builders import FRIDAY, THURSDAY, WEDNESDAY, call, casting, company_book, role_line, show

SHOW = "show-2026-10-15-1170"
CURTAIN = 19 * 60 + 30


def opened(request: Request, *more: Iterable[Record]) -> list[tuple[str, str, int, str | None]]:
    return [
        (gap.performance_id, gap.role_id, gap.spot, gap.from_section_id)
        for gap in gaps(company_book(*more), request)
    ]


def test_every_spot_of_everybody_who_is_off() -> None:
    request = Request(("vega", "orr"), THURSDAY, 0, FRIDAY)
    assert opened(request, show(FRIDAY, cast_id="cast-1")) == [
        (SHOW, "queen", 1, None),
        (SHOW, "couple", 2, None),
        ("show-2026-10-16-1170", "queen", 1, None),
        ("show-2026-10-16-1170", "couple", 2, None),
    ]


def test_outside_the_days_nothing_opens() -> None:
    assert opened(Request(("vega",), FRIDAY, 0)) == []
    assert opened(Request(("vega",), WEDNESDAY, 0, WEDNESDAY)) == []
    assert opened(Request(("vega",), THURSDAY, 23 * 60)) == []


def test_a_show_under_way_opens_from_the_next_section_on() -> None:
    assert opened(Request(("vega",), THURSDAY, CURTAIN + 25)) == [(SHOW, "queen", 1, "lake-ii")]
    after = Request(("vega",), THURSDAY, CURTAIN, None, SHOW, "lake-i-1")
    assert opened(after) == [(SHOW, "queen", 1, "lake-ii")]
    last = Request(("vega",), THURSDAY, CURTAIN, None, SHOW, "lake-ii")
    assert opened(last) == []


def test_what_has_not_begun_opens_whole() -> None:
    after = Request(("fox",), THURSDAY, CURTAIN, None, SHOW, "lake-i-1")
    assert opened(after) == [(SHOW, "spirits", 1, None)]


def test_a_spot_two_dancers_have_is_not_open() -> None:
    assert opened(Request(("vega",), THURSDAY), [casting("cast-1", "queen", 1, "paz")]) == []


def test_the_moment_somebody_must_be_on() -> None:
    (gap,) = gaps(company_book(), Request(("orr",), THURSDAY))
    assert gap == Gap(SHOW, "lake", "couple", 2, "orr", THURSDAY, CURTAIN + 20)


def test_covers_calls_and_duties_are_missed() -> None:
    book = company_book(
        call("one", 11 * 60, 60, role_line("l", "queen"), production_id="lake"),
        call("two", 12 * 60, 60, people=["fox"], lead_id="hall", pianist_id="ito"),
    )
    assert [(one.as_what, one.call_id) for one in missed(book, Request(("moss",), THURSDAY))] == [
        ("called", "one"),
        ("covers", None),
    ]
    (lead,) = missed(book, Request(("hall",), THURSDAY))
    assert (lead.as_what, lead.call_id, lead.free) == ("takes", "two", ())
    (pianist,) = missed(book, Request(("ito",), THURSDAY))
    assert pianist.as_what == "plays"


def test_a_ballet_without_sections_is_refused() -> None:
    bare = [
        Production("new", work="New", title="New Work"),
        Role("solo", "new", 1, "Solo"),
        *(BillItem("b2", SHOW, "new", 1, "c-new"), casting("c-new", "solo", 1, "vega")),
    ]
    with pytest.raises(Invalid, match="New Work has no sections yet"):
        gaps(company_book(bare), Request(("vega",), THURSDAY))


WRONG: list[tuple[Request, str]] = [
    (Request((), THURSDAY), "Say who is off."),
    (Request(("vega", "vega"), THURSDAY), "Ada Vega is named twice."),
    (Request(("nobody",), THURSDAY), "That dancer is no longer there."),
    (Request(("vega",), THURSDAY, 0, WEDNESDAY), "ends on Wed 14 Oct, before it begins"),
    (Request(("vega",), THURSDAY, 0, None, None, "lake-ii"), "Name the performance"),
    (Request(("vega",), FRIDAY, 0, None, SHOW), "lies outside the time off"),
    (Request(("vega",), THURSDAY, 0, None, SHOW, "else"), "not danced in that performance"),
    (Request(("vega",), THURSDAY, 0, None, "gone"), "no longer there"),
]


@pytest.mark.parametrize(("request_", "words"), WRONG, ids=[words for _, words in WRONG])
def test_a_request_that_cannot_be_meant_is_one_sentence(request_: Request, words: str) -> None:
    with pytest.raises(Invalid, match=words):
        gaps(company_book(), request_)


def test_a_section_is_named_by_name_by_act_and_name_or_by_act() -> None:
    book = company_book()
    night = book.get(Performance, SHOW)
    for text in ("Duet", "act i duet", "Act I"):
        assert section_named(book, night, text).id == "lake-i-2"
    with pytest.raises(
        Invalid, match=r"Lake has no section “Act IX”; its acts are Act I, Act II\."
    ):
        section_named(book, night, "Act IX")


def test_performances_are_found_by_day_and_time() -> None:
    book = company_book(show(curtain=14 * 60))
    assert performance_at(book, THURSDAY, CURTAIN).id == SHOW
    with pytest.raises(
        Invalid, match=r"no performance on Thu 15 Oct, 20\.00; that day at 14\.00, "
    ):
        performance_at(book, THURSDAY, 20 * 60)
    with pytest.raises(Invalid, match="2 performances are on Thu 15 Oct"):
        performance_at(book, THURSDAY, None)


def test_what_is_typed_is_understood() -> None:
    asked = request_asked(
        company_book(), ["Ada Vega"], None, None, [(THURSDAY, CURTAIN)], "Act I Waltz"
    )
    assert asked == Request(("vega",), THURSDAY, CURTAIN + 20, None, SHOW, "lake-i-1")
    plain = request_asked(company_book(), ["vega"], (THURSDAY, None), FRIDAY, [], None)
    assert plain == Request(("vega",), THURSDAY, 0, FRIDAY)


def test_what_is_typed_wrongly_is_one_sentence() -> None:
    book, moment = company_book(), (THURSDAY, CURTAIN)
    with pytest.raises(Invalid, match="nearest: Ada Vega"):
        request_asked(book, ["Ada Wega"], moment, None, [], None)
    with pytest.raises(Invalid, match="Say since when"):
        request_asked(book, ["vega"], None, None, [], None)
    with pytest.raises(Invalid, match="which performance the section"):
        request_asked(book, ["vega"], moment, None, [], "Waltz")
    with pytest.raises(Invalid, match="Thu 15 Oct is named twice"):
        request_asked(book, ["vega"], moment, None, [moment, moment], None)
    with pytest.raises(Invalid, match="Nobody here is called “Zzz”"):
        locks_asked(book, ["Zzz"], [])


def test_somebody_off_already_of_whom_nothing_is_open_is_refused() -> None:
    book = company_book([Absence("a", "lund", WEDNESDAY)])
    with pytest.raises(Invalid, match="Dan Lund is already away since Wed 14 Oct; nothing of"):
        request_asked(book, ["lund"], (THURSDAY, 0), None, [], None)
    still_cast = company_book([Absence("a", "vega", WEDNESDAY)])
    assert request_asked(still_cast, ["vega"], (THURSDAY, 0), None, [], None).people == ("vega",)


def test_a_role_is_named_by_any_name_it_bears() -> None:
    book = company_book()
    night = book.get(Performance, SHOW)
    assert role_asked(book, night, "queen").id == "queen"
    with pytest.raises(Invalid, match="Lake has no role “Quen”; nearest: Queen"):
        role_asked(book, night, "Quen")


def test_off_before_on_by_a_day() -> None:
    with pytest.raises(Invalid):
        gaps(company_book(), replace(Request(("vega",), THURSDAY), last=THURSDAY - timedelta(1)))


def book_of(*records: Record) -> Book:
    return company_book(records)


def test_a_cancelled_show_opens_nothing() -> None:
    night = company_book().get(Performance, SHOW)
    book = book_of(replace(night, state="cancelled"))
    assert gaps(book, Request(("vega",), date(2026, 10, 1))) == ()

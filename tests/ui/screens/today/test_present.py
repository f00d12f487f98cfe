"""The morning page as data: what stands in each block, and where each line leads."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from castapp.domain.availability import Absence, Participation, Restriction
from castapp.domain.book import Book
from castapp.domain.calls import Call
from castapp.domain.casting import Performance
from castapp.domain.finding import Finding, Ref
from castapp.domain.people import Person
from castapp.services.publish import post_day
from castapp.ui.screens.today.lines import near_day
from castapp.ui.screens.today.present import Page, coming, page
from tests.builders import (
    FRIDAY,
    MONDAY,
    SUNDAY,
    THURSDAY,
    WEDNESDAY,
    call,
    company_book,
    role_line,
)

SHOW = f"show-{THURSDAY.isoformat()}-1170"


def shown(book: Book, today: date = THURSDAY, *found: Finding) -> Page:
    return page(book, today, found, ())


def test_the_days_calls_in_time_order() -> None:
    book = company_book(
        call("late", 840, 60, role_line("l", "queen", "cast-1"), production_id="lake",
             studio_id="studio-2", lead_id="hall"),
        call("early", 615, 75, kind="class", title="Class", people=["vega"]),
        call("gone", 600, 60, state="cancelled"),
    )  # fmt: skip
    block = shown(book).today
    assert [(line.start, line.side) for line in block.lines] == [
        ("10.15–11.30", "Studio 1"),
        ("14.00–15.00", "Studio 2"),
    ]
    assert block.lines[1].target == Ref(Call, "late")
    assert block.aside == "2 calls, 10 of 10 called"


def test_the_show_is_a_band() -> None:
    (show,) = shown(company_book()).shows
    assert (show.title, show.curtain, show.leads) == ("Lake", "19.30", "Vega, Okoro")
    assert (show.about, show.conductor) == ("1 of 1 · the half 18.55", "conductor Reyes")
    assert show.target == Ref(Performance, SHOW)


def test_who_is_off_comes_worst_first_with_the_review_due() -> None:
    book = company_book(
        [
            Participation("a", "fox", MONDAY, "modified", (Restriction("no_jumps"),), THURSDAY),
            Participation("b", "moss", MONDAY, "off", review=WEDNESDAY),
            Absence("c", "lund", MONDAY, SUNDAY, "guest engagement"),
        ]
    )
    block = shown(book).middle[0]
    assert [(line.main, line.about, line.side, line.side_tone) for line in block.lines] == [
        ("Cleo Moss", "off", "review yesterday", "breach"),
        ("Isa Fox", "no jumps", "review today", "breach"),
        ("Dan Lund", "guest engagement", "back Mon 19", "t2"),
    ]
    assert block.lines[0].target == Ref(Person, "moss")
    assert block.aside == "3 of 10"


def test_what_is_to_be_posted_and_when() -> None:
    book = company_book(call("c1", 600, 60, people=["vega"], day=FRIDAY))
    lines = shown(book).middle[1].lines
    assert [line.main for line in lines][:2] == ["Thu 15, firm", "Fri 16, firm"]
    assert lines[1].about == "draft, 1 call"
    posted = book
    for day in (THURSDAY, FRIDAY):
        edit = post_day(posted, day, "firm", "Ada", datetime(2026, 10, 14, 12, tzinfo=UTC))
        posted = posted.apply(edit)
    assert "firm" not in " ".join(line.main for line in shown(posted).middle[1].lines)


def test_the_sentence_names_the_show_and_the_posting_hour() -> None:
    book = company_book(call("c1", 600, 60, people=["vega"], day=FRIDAY))
    posted = book.apply(
        post_day(book, THURSDAY, "firm", "Ada", datetime(2026, 10, 14, 12, tzinfo=UTC))
    )
    clash = Finding("person_twice", "hard", "two calls at once", FRIDAY, ("vega",), 600)
    said = shown(posted, THURSDAY, clash).sentence
    assert said == (
        "Lake tonight at 19.30. Tomorrow’s schedule is due on the board at 15.00; "
        "one clash stands in its way."
    )
    assert shown(company_book(), SUNDAY).sentence == "No show today."


def test_findings_lead_to_what_they_are_about() -> None:
    refs = (Ref(Call, "c1"),)
    found = [Finding("span", "breach", f"{n} h", THURSDAY, ("vega",), refs=refs) for n in range(10)]
    block = shown(company_book(), THURSDAY, *found).right[0]
    assert block.lines[0].target == Ref(Call, "c1")
    assert block.lines[-1].main == "2 more"


def test_first_times_are_told_with_the_night() -> None:
    block = shown(company_book(), WEDNESDAY).middle[2]
    assert ("Ada Vega", "Queen", "Thu 15, 19.30") in [
        (line.main, line.about, line.side) for line in block.lines
    ]
    assert "Spirits" not in " ".join(line.about for line in block.lines)


def test_bands_of_load_are_shown_only_if_the_company_wants_it() -> None:
    assert "Settings" in shown(company_book()).right[1].empty


def test_an_empty_day_teaches() -> None:
    found = shown(company_book(), SUNDAY + timedelta(days=7))
    assert found.today.empty == "No calls today."
    assert found.shows == ()


def test_days_far_off_have_their_month() -> None:
    assert near_day(FRIDAY, THURSDAY) == "Fri 16"
    assert near_day(THURSDAY + timedelta(days=30), THURSDAY) == "14 Nov"
    assert coming(THURSDAY) == (THURSDAY, THURSDAY + timedelta(days=6))

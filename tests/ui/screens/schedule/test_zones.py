from __future__ import annotations

from dataclasses import replace

from castapp.domain.book import Book
from castapp.domain.calls import Call
from castapp.domain.draft import Draft
from castapp.domain.finding import Finding
from castapp.services.findings import new_findings
from castapp.ui.screens.schedule.drag_state import Held
from castapp.ui.screens.schedule.zones import (
    CLASH,
    COST,
    FREE,
    Tip,
    Zone,
    lift,
    lift_new,
    price,
    price_at,
    put_down,
    scan,
)
from tests.builders import THURSDAY, call, company_book

TWO = (
    call("duet", 600, 60, people=["vega"]),
    call("solo", 720, 60, people=["vega"], studio_id="studio-2"),
)
DUET = Held("duet", THURSDAY, "studio-1", 600, 660)


def finding(severity: str, rule: str = "span", what: str = "Too long.") -> Finding:
    return Finding(rule, severity, what, THURSDAY)


def test_the_worst_finding_makes_the_price() -> None:
    assert price([]).level == FREE
    assert price([finding("warning")]).level == FREE
    assert price([finding("warning"), finding("breach")]).level == COST
    assert price([finding("breach"), finding("hard", "person_twice")]).word == "clash"


def test_a_new_call_can_be_judged_before_it_is_on_the_board() -> None:
    book = company_book(*TWO)
    made = call("new", 600, 60, people=["vega"], studio_id="studio-a")
    draft = Draft(book)
    for record in made:
        draft.put(record)
    lifted = lift_new(book, draft.edit("New"), "new")
    there = Held("new", THURSDAY, "studio-a", 600, 660)
    assert price_at(lifted, [there], new_findings).level == CLASH
    free = replace(there, start=480, end=540)
    assert price_at(lifted, [free], new_findings).level != CLASH
    assert book.find(Call, "new") is None


def test_a_tip_takes_more_lines_before_or_after_its_own() -> None:
    told = Tip("breach", "Head", ("One.",), "House", ("breach",))
    assert told.then(("Two.",)).lines == ("One.", "Two.")
    both = told.then(("Zero.",), "warning", first=True)
    assert (both.lines, both.signs) == (("Zero.", "One."), ("warning", "breach"))


def test_a_place_where_a_dancer_is_busy_clashes_and_says_who() -> None:
    book = company_book(*TWO)
    lifted = lift(book, [DUET], new_findings)
    taken = price_at(lifted, [replace(DUET, start=735, end=795)], new_findings)
    assert taken.level == CLASH
    assert any("vega" in one.people for one in taken.findings)


def test_a_clash_it_already_has_is_still_a_clash() -> None:
    book = company_book(TWO[1], call("duet", 735, 60, people=["vega"]))
    held = Held("duet", THURSDAY, "studio-1", 735, 795)
    lifted = lift(book, [held], new_findings)
    assert price_at(lifted, [replace(held, studio_id="studio-a")], new_findings).level == CLASH


def test_putting_down_where_it_stood_costs_nothing() -> None:
    book = company_book(*TWO)
    lifted = lift(book, [DUET], new_findings)
    assert price_at(lifted, [DUET], new_findings).level == FREE


def test_what_is_put_down_is_as_it_was() -> None:
    book = company_book(call("duet", 600, 60, state="tentative"))
    lifted = lift(book, [DUET], new_findings)
    after = lifted.book.apply(put_down(lifted, [replace(DUET, start=615, end=675)]))
    assert after.get(Call, "duet") == replace(book.get(Call, "duet"), start=615)


def scanned(book: Book, held: Held) -> list[Zone]:
    lifted = lift(book, [held], new_findings)
    studios = ("studio-1", "studio-2")
    found: list[Zone] = []
    for zones in scan(lifted, held, THURSDAY, studios, (600, 900), new_findings):
        found = zones
    return found


def test_the_day_is_told_in_spans_by_price() -> None:
    zones = scanned(company_book(*TWO), DUET)
    mine = [one for one in zones if one.studio_id == "studio-1"]
    assert [(one.start, one.end, one.level) for one in mine] == [
        (600, 675, FREE),
        (675, 780, CLASH),
        (780, 855, FREE),
    ]


def test_a_taken_room_has_no_zone() -> None:
    zones = scanned(company_book(*TWO), DUET)
    theirs = [one for one in zones if one.studio_id == "studio-2"]
    assert all(one.end <= 675 or one.start >= 780 for one in theirs)


def test_the_price_agrees_with_each_place_judged_alone() -> None:
    book = company_book(*TWO)
    lifted = lift(book, [DUET], new_findings)
    for zone in scanned(book, DUET):
        for start in range(zone.start, zone.end, 15):
            held = Held("duet", THURSDAY, zone.studio_id, start, start + 60)
            assert price_at(lifted, [held], new_findings).level == zone.level

from __future__ import annotations

from dataclasses import replace

from castapp.domain.calls import Call
from castapp.domain.casting import Performance
from castapp.domain.draft import Draft
from castapp.domain.finding import Finding
from castapp.domain.record import Record
from castapp.services.findings import accept, findings, new_findings
from castapp.ui.screens.schedule.drag_state import Held
from castapp.ui.screens.schedule.price_words import tip
from castapp.ui.screens.schedule.zones import (
    AS_NOW,
    CLASH,
    COST,
    FREE,
    LOOK,
    Tip,
    lift,
    lift_new,
    price,
    price_at,
    put_down,
)
from tests.builders import THURSDAY, call, company_book, show

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


def test_what_stays_as_it_is_now_is_told_apart_and_where_it_is_worse_it_costs() -> None:
    book = company_book(
        call("long", 600, 300, people=["vega"]),
        call("duet", 960, 75, people=["vega"], studio_id="studio-2"),
        day_free_of_shows(),
    )
    over = [one for one in findings(book, THURSDAY, THURSDAY) if one.rule == "hours_a_day"]
    assert over
    book = book.apply(accept(book, over[0], "agreed"))
    held = Held("duet", THURSDAY, "studio-2", 960, 1035)
    lifted = lift(book, [held], new_findings)
    later = price_at(lifted, [replace(held, start=975, end=1050)], new_findings)
    assert (later.level, later.word) == (FREE, AS_NOW)
    assert [one.key for one in later.kept] == [over[0].key]
    told = tip(later, book, ["duet"])
    assert told.head == "No more than now"
    assert told.lines == (f"As now: Vega, {over[0].what}, accepted.",)
    longer = price_at(lifted, [replace(held, start=975, end=1080)], new_findings)
    assert (longer.level, longer.word) == (COST, "overtime")


def day_free_of_shows() -> list[Record]:
    """The show of the day called off, so that only calls count."""
    (played, *_) = show()
    assert isinstance(played, Performance)
    return [replace(played, state="cancelled")]


def test_after_the_usual_hours_is_not_simply_free() -> None:
    book = company_book(call("talk", 600, 60))
    held = Held("talk", THURSDAY, "studio-1", 600, 660)
    lifted = lift(book, [held], new_findings)
    late = price_at(lifted, [replace(held, start=1320, end=1380)], new_findings)
    assert (late.level, late.word, late.severity) == (LOOK, "late", "warning")
    assert tip(late, book, ["talk"]).lines == ("Ends at 23.00, after the usual 18.30.",)
    early = price_at(lifted, [replace(held, start=540, end=600)], new_findings)
    assert (early.level, early.word) == (LOOK, "early")

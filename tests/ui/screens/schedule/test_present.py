from __future__ import annotations

from datetime import timedelta

from castapp.domain.calls import Called
from castapp.ui.screens.schedule.present import (
    day_kind,
    day_view,
    legend,
    tray,
    week_of,
    week_view,
)
from tests.builders import (
    FRIDAY,
    MONDAY,
    SUNDAY,
    THURSDAY,
    call,
    company_book,
    show,
)

MORNING = call("morning", 11 * 60 + 45, 75)
AFTERNOON = call("afternoon", 14 * 60, 60, studio_id="studio-2")


def test_columns_say_what_the_day_holds_there() -> None:
    view = day_view(company_book(MORNING, call("late", 17 * 60, 120)), THURSDAY)
    assert [(one.name, one.note) for one in view.columns] == [
        ("Studio 1", "3 h 15 booked"),
        ("Studio 2", "free"),
        ("Annexe", "free"),
        ("Stage", "Show 19.30"),
    ]


def test_a_call_in_a_studio_that_is_gone_stands_elsewhere() -> None:
    view = day_view(company_book(call("lost", 600, 60, studio_id="gone")), THURSDAY)
    assert view.columns[-1].name == "Elsewhere"
    assert {card.id: card.stand.studio_id for card in view.cards}["lost"] is None


def test_calls_at_the_same_time_stand_side_by_side() -> None:
    view = day_view(company_book(MORNING, call("same", 720, 60)), THURSDAY)
    stands = {card.id: card.stand for card in view.cards}
    assert (stands["morning"].lane, stands["same"].lane) == (0, 1)
    assert stands["same"].lanes == 2


def test_the_half_stands_in_the_column_of_the_show() -> None:
    half = day_view(company_book(), THURSDAY).halves[0]
    assert (half.studio_id, half.text) == ("stage", "The half 18.55")


def test_the_tray_has_what_needs_a_place_in_the_week() -> None:
    waiting = call("waiting", 600, 45, studio_id=None)
    friday = call("friday", 600, 45, day=FRIDAY, studio_id=None, production_id="lake")
    off = call("off", 600, 45, studio_id=None, state="cancelled")
    book = company_book(waiting, friday, off)
    assert [card.id for card in tray(book, week_of(book, THURSDAY))] == ["waiting", "friday"]
    assert day_view(book, THURSDAY).cards == day_view(company_book(), THURSDAY).cards


def test_days_are_named_by_what_happens() -> None:
    book = company_book(
        call("a", 600, 60, day=MONDAY),
        show(FRIDAY, 14 * 60),
        show(FRIDAY),
        call("free", 600, 60, day=SUNDAY, kind="free day", studio_id=None),
    )
    kinds = [day_kind(book, MONDAY + timedelta(days=n)) for n in (0, 1, 3, 4, 6)]
    assert kinds == ["Rehearsal day", "No calls", "Show 19.30", "Two shows", "Free day"]


def test_the_week_has_a_band_a_day_and_low_ones_for_free_days() -> None:
    free = call("free", 600, 60, day=SUNDAY, kind="free day", studio_id=None)
    view = week_view(company_book(free), THURSDAY, FRIDAY, states={THURSDAY: ("Posted", False)})
    assert [band.name for band in view.bands][:2] == ["Mon 12", "Tue 13"]
    assert [band.today for band in view.bands].index(True) == 4
    assert view.bands[3].state == "Posted"
    assert view.free == {SUNDAY}


def test_the_week_begins_on_the_company_s_day() -> None:
    book = company_book()
    assert week_of(book, SUNDAY)[0] == MONDAY


def test_the_legend_names_the_productions_on_the_board() -> None:
    lines = Called("g", "", "group", group="company")
    book = company_book(call("act", 600, 60, lines, production_id="lake", title="Act I"))
    assert legend(day_view(book, THURSDAY)) == [("Lake", "lake")]

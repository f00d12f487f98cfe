from __future__ import annotations

from castapp.ui.screens.schedule.layout import Layout
from castapp.ui.screens.schedule.plans import day_plan
from castapp.ui.screens.schedule.present import day_view
from tests.builders import THURSDAY, call, company_book

VIEW = day_view(company_book(call("solo", 660, 60), call("next", 780, 60)), THURSDAY)
PLAN = day_plan(THURSDAY, VIEW.studios, VIEW.spans, 48, (800, 700))
LAYOUT = Layout(VIEW.cards, PLAN)


def test_cards_are_found_where_they_stand() -> None:
    box = LAYOUT.boxes["solo"]
    assert box == PLAN.box(VIEW.cards[0].stand)
    found = LAYOUT.at(box.x, box.y)
    assert found is not None
    assert found.id == "solo"
    assert LAYOUT.at(box.x, box.bottom) is None


def test_a_rectangle_takes_what_it_touches() -> None:
    box = LAYOUT.boxes["solo"]
    inside = LAYOUT.within(box.x + 2, box.y + 2, box.x + 4, box.y + 4)
    assert [card.id for card in inside] == ["solo"]
    assert len(LAYOUT.within(0, 0, PLAN.width, PLAN.height)) == len(VIEW.cards)


def test_what_has_no_place_is_left_out() -> None:
    narrow = day_plan(THURSDAY, ("studio-2",), (), 48, (800, 700))
    assert Layout(VIEW.cards, narrow).placed == ()

from __future__ import annotations

from castapp.ui.screens.schedule.drag_state import Held
from castapp.ui.screens.schedule.geometry import Spot
from castapp.ui.screens.schedule.present import day_view
from castapp.ui.screens.schedule.rooms import room_after, room_at, room_words
from tests.builders import THURSDAY, call, company_book

VIEW = day_view(company_book(call("solo", 660, 60), call("next", 740, 60)), THURSDAY)


def test_a_place_is_an_hour_or_what_is_left_of_it() -> None:
    assert room_at(VIEW, Spot(THURSDAY, "studio-2", 667)) == Held(
        "", THURSDAY, "studio-2", 660, 720
    )
    assert room_at(VIEW, Spot(THURSDAY, "studio-1", 610)) == Held(
        "", THURSDAY, "studio-1", 600, 660
    )


def test_after_a_card_comes_the_room_behind_it_or_the_first_gap() -> None:
    assert room_after(VIEW, "solo") == Held("", THURSDAY, "studio-1", 720, 740)
    assert room_after(VIEW, "") == Held("", THURSDAY, "studio-1", 600, 660)


def test_a_place_is_read_out() -> None:
    room = Held("", THURSDAY, "studio-2", 840, 900)
    said = "Free place. Thursday 15 October, 14.00 to 15.00, Studio 2."
    assert room_words(room, VIEW) == said

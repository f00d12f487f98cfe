from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from castapp.ui.screens.schedule.board_paint import Scene
from castapp.ui.screens.schedule.geometry import Box, Stand
from castapp.ui.screens.schedule.zone_paint import _clear_height, _in_the_way
from tests.builders import THURSDAY, call, company_book
from tests.ui.screens.schedule.hands import Hands

BOOK = company_book(
    call("solo", 660, 60, people=["vega"]),
    call("early", 720, 60, people=["okoro"]),
    call("duet", 840, 45, people=["vega", "okoro"], studio_id="studio-2"),
)


@pytest.fixture
def hands(qapp: object) -> Iterator[Hands]:
    made = Hands(BOOK)
    yield made
    made.close()


def test_what_is_carried_bears_the_time_it_would_have(hands: Hands) -> None:
    hands.board.select(["solo", "early"], "solo")
    hands.press(hands.middle("solo"))
    hands.move(hands.middle("solo") + hands.point("studio-2", 900) - hands.point("studio-1", 840))
    times = [ghost.card.time for ghost in hands.board.hand.ghosts() if ghost.card is not None]
    assert times == ["12.00–13.00", "13.00–14.00"]


def test_a_zone_s_word_is_not_written_over_the_word_of_lunch(hands: Hands) -> None:
    scene: Scene = hands.board.scene
    assert scene.view.lunch is not None
    box = scene.geometry.box(Stand(THURSDAY, "studio-1", *scene.view.lunch))
    assert box is not None
    below = _clear_height(Box(box.x, box.y, box.w, box.h), _in_the_way(scene.view, scene.layout))
    assert below is not None
    assert below > box.y


def test_nothing_is_collected_in_a_step_and_all_as_usual_after_it(hands: Hands) -> None:
    hands.press(hands.middle("solo"))
    hands.move(hands.point("studio-2", 900))
    assert not gc.isenabled()
    hands.board.hand.cancel()
    assert gc.isenabled()

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from castapp.domain.finding import Finding
from castapp.ui.widgets.clash import ClashPanel
from tests.builders import FRIDAY, THURSDAY, call, company_book
from tests.ui.screens.schedule.hands import Hands

BOOK = company_book(
    call("solo", 660, 60, people=["vega"]),
    call("waiting", 600, 60, studio_id=None, people=["vega"], production_id="lake"),
    call("other", 600, 45, studio_id=None, people=["okoro"]),
)


@pytest.fixture
def hands(qapp: object) -> Iterator[Hands]:
    made = Hands(BOOK)
    yield made
    made.close()


def key(pressed: Qt.Key) -> None:
    """Press a key where the keyboard is."""
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, pressed)


def test_enter_takes_the_first_of_five_places(hands: Hands) -> None:
    hands.screen.tray.select("waiting")
    hands.window.do("schedule.find")
    offers = hands.board.scene.offers
    assert [one.rank for one in offers] == [1, 2, 3, 4, 5]
    assert [one.marked for one in offers] == [True, False, False, False, False]
    best = offers[0].held
    key(Qt.Key.Key_Return)
    placed = hands.call("waiting")
    assert (placed.start, placed.studio_id) == (best.start, best.studio_id)
    assert hands.selected() == ["waiting"]
    assert hands.board.scene.offers == ()


def test_down_marks_the_next_place_and_a_click_takes_it(hands: Hands) -> None:
    hands.screen.tray.select("waiting")
    hands.window.do("schedule.find")
    key(Qt.Key.Key_Down)
    offers = hands.board.scene.offers
    assert [one.marked for one in offers].index(True) == 1
    held = offers[2].held
    assert held.studio_id is not None
    hands.click(hands.point(held.studio_id, held.start + 5))
    assert hands.call("waiting").start == held.start


def test_escape_offers_nothing_any_more(hands: Hands) -> None:
    hands.screen.tray.select("waiting")
    hands.window.do("schedule.find")
    key(Qt.Key.Key_Escape)
    assert hands.board.scene.offers == ()
    assert hands.book == BOOK
    assert hands.screen.panel.call.isVisible()


def test_without_a_choice_the_whole_tray_is_placed(hands: Hands) -> None:
    hands.window.do("schedule.find")
    key(Qt.Key.Key_Space)
    assert all(hands.call(one).studio_id for one in ("waiting", "other"))
    assert len(hands.desk.done) == 1


def test_an_empty_place_tells_who_is_free(hands: Hands) -> None:
    hands.click(hands.point("studio-2", 11 * 60 + 5))
    assert hands.screen.panel.free.isVisible()
    rows = hands.screen.panel.free.names.model()
    names = [rows.index(n, 0).data() for n in range(rows.rowCount())]
    assert "Vega" not in names
    assert "Okoro" in names


def test_a_place_that_asks_for_a_reason_stays_shown_and_put_back_offers_all_again(
    hands: Hands,
) -> None:
    hands.screen.tray.select("waiting")
    hands.window.do("schedule.find")
    places = hands.board.scene.offers
    hands.desk.found = [Finding("travel", "breach", "12 of 20 min", THURSDAY, ("vega",))]
    key(Qt.Key.Key_Return)
    (shown,) = hands.board.scene.offers
    assert (shown.held, shown.marked) == (places[0].held, True)
    panel = hands.window.findChild(ClashPanel)
    assert isinstance(panel, ClashPanel)
    panel.put_back.emit()
    hands.settle()
    assert hands.board.scene.offers == places
    assert hands.screen.finder.searching


def test_kept_all_the_same_it_offers_nothing_more(hands: Hands) -> None:
    hands.screen.tray.select("waiting")
    hands.window.do("schedule.find")
    hands.desk.found = [Finding("travel", "breach", "12 of 20 min", THURSDAY, ("vega",))]
    key(Qt.Key.Key_Return)
    panel = hands.window.findChild(ClashPanel)
    assert isinstance(panel, ClashPanel)
    panel.kept.emit("agreed")
    hands.settle()
    assert hands.board.scene.offers == ()
    assert hands.call("waiting").studio_id is not None


def test_another_choice_in_the_tray_ends_the_search(hands: Hands) -> None:
    hands.screen.tray.select("waiting")
    hands.window.do("schedule.find")
    held = hands.board.scene.offers[0].held
    hands.screen.tray.select("other")
    hands.settle()
    assert hands.board.scene.offers == ()
    assert not hands.screen.finder.searching
    assert held.studio_id is not None
    hands.click(hands.point(held.studio_id, held.start + 5))
    assert hands.book == BOOK


def test_a_card_or_another_day_ends_the_search(hands: Hands) -> None:
    leaving: tuple[Callable[[], object], ...] = (
        lambda: hands.click(hands.middle("solo")),
        lambda: hands.screen.context.go_to(FRIDAY),
    )
    for leave in leaving:
        hands.screen.tray.select("waiting")
        hands.window.do("schedule.find")
        leave()
        hands.settle()
        assert hands.board.scene.offers == ()

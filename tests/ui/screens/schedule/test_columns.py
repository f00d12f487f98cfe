from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QMenu

from castapp.domain.calls import Call
from castapp.domain.finding import Ref
from castapp.ui.screens.schedule.columns import LEAST, USUAL, ColumnChoice
from castapp.ui.screens.schedule.present import Column
from tests.builders import call, company_book
from tests.ui.screens.schedule.hands import Hands

COLUMNS = tuple(Column(one, one, one) for one in ("a", "b", "c"))


def ids(choice: ColumnChoice) -> list[str | None]:
    return [one.studio_id for one in choice.arranged(COLUMNS)]


def test_columns_are_moved_folded_and_shown_again() -> None:
    choice = ColumnChoice().moved("c", -1, COLUMNS)
    assert ids(choice) == ["a", "c", "b"]
    assert ids(choice.hide("a")) == ["c", "b"]
    assert ids(choice.hide("a").show()) == ["a", "c", "b"]
    assert ids(choice.moved("a", -1, choice.arranged(COLUMNS))) == ["a", "c", "b"]


def test_the_last_column_is_never_folded_away() -> None:
    choice = ColumnChoice().hide("a").hide("b").hide("c")
    assert ids(choice) == ["a", "b", "c"]


def test_widths_stay_within_reason() -> None:
    choice = ColumnChoice().widened("a", 1)
    assert choice.weights(COLUMNS) == (USUAL + 1, USUAL, USUAL)
    for _ in range(9):
        choice = choice.widened("a", -1)
    assert choice.weights(COLUMNS)[0] == LEAST


@pytest.fixture
def hands(qapp: object) -> Iterator[Hands]:
    made = Hands(company_book(call("solo", 660, 60, people=["vega"])))
    yield made
    made.close()


def chosen(hands: Hands, text: str) -> None:
    """Choose a line of the menu of the first studio's head."""
    hands.board.top.menu_wanted.emit("studio-1", hands.window.pos())
    menu = hands.board.findChildren(QMenu)[-1]
    next(one for one in menu.actions() if one.text() == text).trigger()
    menu.close()
    hands.settle()


def test_a_studio_is_folded_away_by_its_menu_and_unfolds_for_a_finding(hands: Hands) -> None:
    chosen(hands, "Fold away")
    assert "studio-1" not in hands.board.view.studios
    assert hands.screen.reveal(Ref(Call, "solo"))
    assert "studio-1" in hands.board.view.studios
    assert hands.selected() == ["solo"]


def test_a_wider_studio_takes_more_of_the_board(hands: Hands) -> None:
    before = hands.board.places.boxes["solo"].w
    chosen(hands, "Wider")
    assert hands.board.places.boxes["solo"].w > before
    chosen(hands, "Move to the right")
    assert hands.board.view.studios[:2] == ("studio-2", "studio-1")

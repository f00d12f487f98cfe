from __future__ import annotations

from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from castapp.domain.casting import BillItem, Override
from castapp.ui.screens.casting.screen import CastingScreen
from tests.builders import FRIDAY, company_book, show
from tests.ui.screens.casting.hands import casting_screen

SHOW = "show-2026-10-15-1170"
NIGHT = f"bill-{SHOW}"
BOOK = company_book(show(FRIDAY, cast_id="cast-2"), [Override("o", SHOW, "queen", 1, "paz")])


def offered(menu: QMenu) -> dict[str, QAction]:
    return {one.text().partition("\t")[0]: one for one in menu.actions() if one.text()}


def cell_menu(screen: CastingScreen, row: str) -> dict[str, QAction]:
    screen.grid.select(row, NIGHT)
    return offered(screen.menus.cell_menu(screen.grid.currentIndex()))


def test_a_cell_offers_what_can_be_done_with_it(qtbot: QtBot) -> None:
    screen, desk, _ = casting_screen(qtbot, BOOK)
    items = cell_menu(screen, "prince")
    assert list(items) == [
        "Choose a dancer…", "Choose a cover…", "Leave open", "Copy", "Paste", "Fill to the right",
        "Follow the cast again",
    ]  # fmt: skip
    assert not items["Follow the cast again"].isEnabled()
    items["Leave open"].trigger()
    assert desk.undo_label == "Nobody dances Prince, Thu 15 Oct"
    cell_menu(screen, "queen")["Follow the cast again"].trigger()
    assert desk.book.find(Override, "o") is None
    cell_menu(screen, "spirits")["Spot map"].trigger()
    assert screen.view == "stage"


def test_a_night_takes_another_cast_from_its_head(qtbot: QtBot) -> None:
    screen, desk, _ = casting_screen(qtbot, BOOK)
    menu = screen.menus.column_menu(screen.grid.grid_model.column_at(0))
    (casts,) = menu.findChildren(QMenu)
    items = offered(casts)
    assert [one.isChecked() for one in items.values()] == [True, False, False]
    items["2nd cast"].trigger()
    assert desk.book.get(BillItem, NIGHT).cast_id == "cast-2"
    assert {"Open in the inspector", "Cast sheet…", "New performance…"} <= set(offered(menu))


def test_a_cast_and_a_role_have_menus_too(qtbot: QtBot) -> None:
    screen, _, _ = casting_screen(qtbot, BOOK)
    screen.show_view("casts")
    menu = screen.menus.column_menu(screen.grid.grid_model.column_at(0))
    assert list(offered(menu)) == ["Open in the inspector", "Copy cast"]
    rows = screen.grid.grid_model.grid.rows
    spirits = next(one for one in rows if one.key == "spirits")
    items = offered(screen.menus.row_menu(spirits))
    items["Open"].trigger()
    assert any(one.key == "spirits|1" for one in screen.grid.grid_model.grid.rows)


def test_the_menu_key_opens_it_at_the_cell(qtbot: QtBot) -> None:
    screen, _, _ = casting_screen(qtbot, BOOK)
    screen.grid.select("prince", NIGHT)
    here = screen.grid.rect().center()
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Keyboard, here, screen.grid.mapToGlobal(here)
    )
    with qtbot.waitSignal(screen.grid.menu_wanted):
        QApplication.sendEvent(screen.grid.viewport(), event)
    (menu,) = screen.grid.findChildren(QMenu)
    menu.close()

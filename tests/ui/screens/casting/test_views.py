from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from castapp.domain.casting import Override
from castapp.domain.repertory import Role
from castapp.services.casting import override
from castapp.ui.screens.casting.chooser import CastMenu
from castapp.ui.screens.casting.paint_bar import HINT
from castapp.ui.screens.casting.present import VIEWS
from castapp.ui.screens.casting.screen import CastingScreen
from tests.builders import FRIDAY, SATURDAY, company_book, show
from tests.ui.screens.casting.hands import casting_screen

SHOW = "show-2026-10-15-1170"
NIGHT, SECOND = f"bill-{SHOW}", "bill-show-2026-10-16-1170"
RUN = company_book(show(FRIDAY, cast_id="cast-2"), show(SATURDAY))
CONTROL = Qt.KeyboardModifier.ControlModifier


def name(screen: CastingScreen, row: str, column: str = NIGHT) -> str:
    return str(screen.grid.grid_model.place(row, column).data())


def choose(screen: CastingScreen, *places: tuple[str, str]) -> None:
    """Select several cells, the first the current one."""
    model, picks = screen.grid.grid_model, screen.grid.selectionModel()
    screen.grid.select(*places[0])
    for place in places[1:]:
        picks.select(model.place(*place), picks.SelectionFlag.Select)


def test_the_keys_of_the_views_and_one_selection(qtbot: QtBot) -> None:
    screen, _, _ = casting_screen(qtbot, RUN)
    screen.grid.select("queen", SECOND)
    where = {
        "performances": ("queen", SECOND),
        "casts": ("queen", "cast-2"),
        "dancers": ("moss", SECOND),
        "roles": ("queen|moss", SECOND),
    }
    for number, view in enumerate(VIEWS[:4], start=1):
        screen.act("casting.performances")
        screen.grid.select("queen", SECOND)
        QTest.keyClicks(screen.grid, str(number), CONTROL)
        assert screen.view == view
        assert screen.grid.current_keys == where[view]
    QTest.keyClicks(screen.grid, "5", CONTROL)
    assert screen.view == "stage"
    screen.act("casting.performances")
    assert screen.view == "performances"


def test_a_cell_without_a_role_keeps_the_role_looked_at(qtbot: QtBot) -> None:
    screen, _, _ = casting_screen(qtbot, RUN)
    screen.grid.select("queen", NIGHT)
    screen.show_view("dancers")
    screen.grid.select("hart", NIGHT)
    screen.show_view("performances")
    assert screen.grid.current_keys == ("queen", NIGHT)


def test_who_dances_two_roles_is_looked_at_in_the_one_that_was(qtbot: QtBot) -> None:
    book = RUN.apply(override(RUN, SHOW, "couple", 1, "vega"))
    screen, _, _ = casting_screen(qtbot, book)
    screen.act("casting.performances")
    screen.grid.select("couple", NIGHT)
    screen.show_view("dancers")
    assert screen.grid.current_keys == ("vega", NIGHT)
    screen.show_view("roles")
    assert screen.grid.current_keys == ("couple|vega", NIGHT)


def test_enter_on_a_dancer_opens_the_list_for_what_they_dance(qtbot: QtBot) -> None:
    screen, desk, _ = casting_screen(qtbot, RUN)
    screen.show_view("dancers")
    screen.grid.select("vega", NIGHT)
    QTest.keyClick(screen.grid, Qt.Key.Key_Return)
    picker = screen.picking.picker
    assert picker.isVisible()
    QTest.keyClicks(picker.field, "paz")
    QTest.keyClick(picker.field, Qt.Key.Key_Return)
    assert desk.undo_label == "Paz dances Queen, Thu 15 Oct"
    screen.grid.select("hart", NIGHT)
    QTest.keyClick(screen.grid, Qt.Key.Key_Return)
    assert not picker.isVisible()


def test_delete_on_a_dancer_leaves_open_what_they_dance(qtbot: QtBot) -> None:
    screen, desk, _ = casting_screen(qtbot, RUN)
    screen.show_view("dancers")
    screen.grid.select("vega", NIGHT)
    screen.act("edit.delete")
    assert desk.undo_label == "Nobody dances Queen, Thu 15 Oct"


def test_enter_on_somebody_of_a_role_types_their_name(qtbot: QtBot) -> None:
    screen, desk, _ = casting_screen(qtbot, RUN)
    screen.grid.select("queen", NIGHT)
    screen.show_view("roles")
    screen.grid.select("queen|moss", NIGHT)
    QTest.keyClick(screen.grid, Qt.Key.Key_Return)
    assert screen.picking.picker.field.text() == "Moss"
    QTest.keyClick(screen.picking.picker.field, Qt.Key.Key_Return)
    assert desk.undo_label == "Moss dances Queen, Thu 15 Oct"


def test_before_a_cast_is_changed_it_says_who_follows(qtbot: QtBot) -> None:
    book = RUN.apply(override(RUN, SHOW, "queen", 1, "paz", why="guest"))
    screen, desk, _ = casting_screen(qtbot, book)
    assert screen.follow_bar.isHidden()
    screen.show_view("casts")
    screen.grid.select("queen", "cast-1")
    assert screen.follow_bar.words == (
        "Change Queen in the 1st cast: 1 performance follows: Sat 17.",
        "1 keeps its own: Thu 15 (Paz, guest).",
    )
    assert not desk.done
    screen.show_view("performances")
    assert screen.follow_bar.isHidden()


def test_painting_says_what_it_would_do_before_it_does(qtbot: QtBot) -> None:
    screen, desk, _ = casting_screen(qtbot, RUN)
    screen.act("casting.paint")
    assert screen.paint_bar.hint == HINT
    port = screen.grid.viewport()
    inside = screen.grid.visualRect(screen.grid.grid_model.index(1, 1)).center()
    QTest.mouseMove(port, inside)
    QTest.mouseMove(port, inside + QPoint(2, 2))
    assert screen.paint_bar.hint == "Fri 16 by the 1st cast: 4 spots change hands."
    assert not desk.done
    QTest.keyClick(screen.grid, Qt.Key.Key_Escape)
    assert not port.hasMouseTracking()


def test_control_enter_puts_the_dancer_in_all_chosen_cells(qtbot: QtBot) -> None:
    screen, desk, window = casting_screen(qtbot, RUN)
    choose(screen, ("queen", NIGHT), ("queen", SECOND))
    assert screen.follow_bar.words[0].startswith("2 cells chosen.")
    QTest.keyClicks(screen.grid, "p")
    picker = screen.picking.picker
    QTest.keyClicks(picker.field, "az")
    QTest.keyClick(picker.field, Qt.Key.Key_Return, CONTROL)
    assert (name(screen, "queen"), name(screen, "queen", SECOND)) == ("Paz", "Paz")
    assert desk.undo_label == "Paz in 2 cells of casting"
    assert len(screen.grid.selectedIndexes()) == 2
    window.do("edit.undo")
    assert desk.book == RUN


def test_control_r_fills_right_and_from_the_left(qtbot: QtBot) -> None:
    screen, desk, _ = casting_screen(qtbot, RUN)
    choose(screen, ("queen", NIGHT), ("queen", SECOND))
    QTest.keyClicks(screen.grid, "r", CONTROL)
    assert name(screen, "queen", SECOND) == "Vega"
    assert desk.undo_label == "Thu 15 filled right over 1 column"
    screen.grid.select("prince", SECOND)
    screen.act("casting.fill_right")
    assert name(screen, "prince", SECOND) == "Okoro"
    assert len(desk.done) == 2
    screen.grid.select("prince", NIGHT)
    screen.act("casting.fill_right")
    assert len(desk.done) == 2


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Vgea", "No dancer is called “Vgea” (Queen, Thu 15), perhaps Ada Vega; nothing was"),
    ],
)
def test_a_paste_that_cannot_be_meant_writes_nothing(qtbot: QtBot, text: str, said: str) -> None:
    screen, desk, window = casting_screen(qtbot, RUN)
    screen.grid.select("queen", NIGHT)
    QApplication.clipboard().setText(text)
    screen.act("edit.paste")
    assert desk.book == RUN
    assert window.frame.banner.sentence.startswith(said)


def test_copied_rows_of_dancers_have_their_names(qtbot: QtBot) -> None:
    screen, _, _ = casting_screen(qtbot, RUN)
    screen.show_view("dancers")
    choose(screen, ("vega", NIGHT), ("vega", "total|shows"))
    screen.act("edit.copy")
    assert QApplication.clipboard().text() == "Vega\tQueen\t2"
    screen.act("edit.paste")
    assert not screen.picking.picker.isVisible()


def test_a_swap_on_the_map_is_in_the_cast_or_on_the_night(qtbot: QtBot) -> None:
    screen, desk, window = casting_screen(qtbot, RUN)
    screen.grid.select("spirits", NIGHT)
    screen.show_view("stage")
    assert screen.follow_bar.words[0] == "Changes Thu 15 Oct 19.30 only; its cast stays as it is."
    screen.map.pane.floor.swapped.emit(1, 2)
    assert desk.undo_label == "Fox and Kim G. change places in Spirits, Thu 15 Oct"
    assert len(desk.book.all(Override)) == 2
    window.do("edit.undo")
    screen.map.pane.columns.chosen.emit("cast-1")
    assert screen.follow_bar.words[0] == (
        "Change Spirits in the 1st cast: 2 performances follow: Thu 15, Sat 17."
    )
    screen.map.pane.floor.swapped.emit(1, 2)
    assert desk.undo_label == "Fox and Kim G. change places in Spirits, 1st cast"
    assert not desk.book.all(Override)


def test_picking_on_the_map_and_an_alternate_who_stands_in(qtbot: QtBot) -> None:
    screen, desk, _ = casting_screen(qtbot, RUN)
    screen.grid.select("spirits", NIGHT)
    screen.show_view("stage")
    floor = screen.map.pane.floor
    second = floor.pieces[1]
    second.setFocus()
    QTest.keyClicks(second, "p")
    picker = screen.picking.picker
    QTest.keyClicks(picker.field, "az")
    QTest.keyClick(picker.field, Qt.Key.Key_Return)
    assert desk.undo_label == "Paz dances Spirits 2, Thu 15 Oct"
    assert second.hasFocus()
    floor.stood_in.emit(2, "hana-kim")
    assert desk.undo_label == "Kim H. dances Spirits 2, Thu 15 Oct"
    screen.act("edit.delete")
    assert desk.undo_label == "Nobody dances Spirits 2, Thu 15 Oct"


def test_places_are_moved_by_the_arrows_and_put_in_lines_again(qtbot: QtBot) -> None:
    screen, desk, _ = casting_screen(qtbot, RUN)
    screen.grid.select("spirits", NIGHT)
    screen.show_view("stage")
    pane = screen.map.pane
    pane.edit.click()
    assert screen.follow_bar.words == (
        "Moves the places of Spirits on every night and in every cast.", ""
    )  # fmt: skip
    assert pane.lines.isHidden()
    QTest.keyClick(pane.floor.pieces[0], Qt.Key.Key_Up)
    assert desk.undo_label == "Spirits 1 stands elsewhere"
    assert desk.book.get(Role, "spirits").places[0].depth == 52
    pane.lines.click()
    assert desk.book == RUN


def test_a_ballet_of_solos_has_no_map(qtbot: QtBot) -> None:
    solos = company_book(
        replace(RUN.get(Role, one), spots=1, genders="F") for one in ("couple", "spirits")
    )
    screen, _, _ = casting_screen(qtbot, solos)
    screen.show_view("stage")
    assert screen.map.cell is None
    assert screen.follow_bar.isHidden()
    assert screen.nothing.isVisible()


def test_a_cast_is_copied_over_another_by_the_menu(qtbot: QtBot) -> None:
    screen, desk, _ = casting_screen(qtbot, RUN)
    screen.show_view("casts")
    screen.grid.select("queen", "cast-1")
    screen.tools.copy.click()
    menu = screen.findChildren(CastMenu)[0]
    words = [action.text() for action in menu.actions()]
    assert words == ["To a new cast", "Over the 2nd cast: 8 castings change, 1 performance follows"]
    menu.actions()[1].trigger()
    menu.close()
    assert desk.undo_label == "2nd cast is now as the 1st"


def test_in_a_cast_without_a_show_nobody_is_in_one_section_twice(qtbot: QtBot) -> None:
    screen, desk, window = casting_screen(qtbot, company_book())
    screen.show_view("casts")
    screen.grid.select("prince", "cast-2")
    QTest.keyClicks(screen.grid, "m")
    QTest.keyClicks(screen.picking.picker.field, "oss")
    QTest.keyClick(screen.picking.picker.field, Qt.Key.Key_Return)
    assert not desk.done
    assert window.frame.banner.sentence == (
        "Moss would be in both Prince and Queen in Waltz (in that cast); nothing was changed."
    )

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from castapp.domain.repertory import Role
from castapp.ui.screens.casting.stage.facts import column_of, stage_facts
from castapp.ui.screens.casting.stage.floor import Floor
from castapp.ui.screens.casting.stage.piece import Piece
from tests.builders import THURSDAY, company_book
from tests.ui.showing import show_active

BOOK = company_book()
LEFT = Qt.MouseButton.LeftButton


def floor_of(qtbot: QtBot) -> Floor:
    column = column_of(BOOK, "lake", THURSDAY, "cast-1")
    assert column is not None
    floor = Floor()
    qtbot.addWidget(floor)
    floor.resize(800, 500)
    floor.show_facts(stage_facts(BOOK, BOOK.get(Role, "spirits"), column))
    show_active(floor)
    return floor


def drag(piece: Piece, to: QPoint) -> None:
    """Drag a piece by its middle to a point of the floor."""
    middle = piece.rect().center()
    step = to - piece.geometry().center()
    QTest.mousePress(piece, LEFT, pos=middle)
    QTest.mouseMove(piece, middle + step)
    QTest.mouseRelease(piece, LEFT, pos=middle)


def test_one_dancer_dropped_on_another_is_a_swap(qtbot: QtBot) -> None:
    floor = floor_of(qtbot)
    one, other, _ = floor.pieces
    was = one.pos()
    with qtbot.waitSignal(floor.swapped) as told:
        drag(one, other.geometry().center())
    assert told.args == [1, 2]
    assert one.pos() == was


def test_dropped_beside_everybody_nothing_happens(qtbot: QtBot) -> None:
    floor = floor_of(qtbot)
    one = floor.pieces[0]
    was = one.pos()
    with qtbot.assertNotEmitted(floor.swapped), qtbot.assertNotEmitted(floor.stood_in):
        drag(one, QPoint(300, 20))
    assert one.pos() == was


def test_an_alternate_dropped_on_a_spot_stands_in(qtbot: QtBot) -> None:
    floor = floor_of(qtbot)
    one, _, alternate = floor.pieces
    with qtbot.waitSignal(floor.stood_in) as told:
        drag(alternate, one.geometry().center())
    assert told.args == [1, "hana-kim"]


def test_while_places_are_moved_a_drop_is_a_place(qtbot: QtBot) -> None:
    floor = floor_of(qtbot)
    floor.editing = True
    with qtbot.waitSignal(floor.moved) as told:
        drag(floor.pieces[0], QPoint(60, 40))
    assert told.args is not None
    spot, across, depth = told.args
    assert (spot, across < 10, depth > 90) == (1, True, True)


def test_a_place_is_not_put_upon_another(qtbot: QtBot) -> None:
    floor = floor_of(qtbot)
    floor.editing = True
    one, other, _ = floor.pieces
    before = one.pos()
    with qtbot.assertNotEmitted(floor.moved), qtbot.waitSignal(floor.taken) as told:
        drag(one, other.geometry().center() + QPoint(8, 4))
    assert told.args == [other.spot]
    assert one.pos() == before


def test_space_arrow_space_swaps_and_escape_puts_down(qtbot: QtBot) -> None:
    floor = floor_of(qtbot)
    one, other, alternate = floor.pieces
    one.setFocus()
    QTest.keyClick(one, Qt.Key.Key_Space)
    assert one.is_picked
    QTest.keyClick(one, Qt.Key.Key_Right)
    assert other.hasFocus()
    with qtbot.waitSignal(floor.swapped) as told:
        QTest.keyClick(other, Qt.Key.Key_Space)
    assert told.args == [1, 2]
    QTest.keyClick(other, Qt.Key.Key_Space)
    QTest.keyClick(other, Qt.Key.Key_Escape)
    assert not other.is_picked
    QTest.keyClick(other, Qt.Key.Key_Right)
    assert alternate.hasFocus()
    QTest.keyClick(alternate, Qt.Key.Key_Left)
    assert other.hasFocus()


def test_letters_and_enter_ask_for_the_list(qtbot: QtBot) -> None:
    floor = floor_of(qtbot)
    one = floor.pieces[0]
    with qtbot.waitSignal(floor.wanted) as told:
        QTest.keyClicks(one, "p")
    assert told.args == [1, "p"]
    with qtbot.waitSignal(floor.wanted) as told:
        QTest.keyClick(one, Qt.Key.Key_Return)
    assert told.args == [1, ""]


def test_every_plate_is_read_out(qtbot: QtBot) -> None:
    floor = floor_of(qtbot)
    names = [piece.accessibleName() for piece in floor.pieces]
    assert names == [
        "1st cast, Spirits 1: Fox",
        "1st cast, Spirits 2: Kim G., cover Kim H.",
        "Alternate: Kim H., covers 2",
    ]

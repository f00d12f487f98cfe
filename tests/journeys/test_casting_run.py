"""Casting a run by hand: paste, fill right, one dancer in many cells, the map, and all undone."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from castapp import app
from castapp.domain.book import Book
from castapp.domain.casting import Override
from castapp.domain.repertory import Role
from castapp.ui.screens.casting.screen import CastingScreen
from tests.builders import WEDNESDAY
from tests.journeys.conftest import SitDown
from tests.journeys.sitting import LEFT, Sitting

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def me(sit_down: SitDown, tmp_path: Path) -> Sitting:
    path = tmp_path / "Sample company.castapp"
    app.new_sample(str(path), WEDNESDAY).close()
    made = sit_down("Jana Mills", WEDNESDAY)
    made.open(path)
    return made


def role_id(book: Book, name: str) -> str:
    return next(role.id for role in book.all(Role) if role.name == name)


def shown(screen: CastingScreen, row: str) -> list[str]:
    """What a row of the grid says, column by column."""
    model = screen.grid.grid_model
    return [str(model.place(row, column.key).data()) for column in model.grid.columns]


def test_paste_fill_right_put_in_all_and_take_it_all_back(me: Sitting) -> None:
    screen = me.go("casting", CastingScreen)
    before = me.book
    row = role_id(before, "Odette/Odile")
    columns = [column.key for column in screen.grid.grid_model.grid.columns]
    screen.grid.select(row, columns[9])
    QApplication.clipboard().setText("POPOV Iveta\tVane, Marguerite")
    me.window.do("edit.paste")
    me.settle()
    assert shown(screen, row)[9:11] == ["Popov", "Vane"]
    model, picks = screen.grid.grid_model, screen.grid.selectionModel()
    picks.select(model.place(row, columns[10]), picks.SelectionFlag.Select)
    picks.select(model.place(row, columns[11]), picks.SelectionFlag.Select)
    me.settle()
    assert "3 cells chosen." in me.seen(screen.follow_bar)
    QTest.keyClicks(screen.grid, "r", CONTROL)
    me.settle()
    assert shown(screen, row)[9:] == ["Popov"] * 3
    QTest.keyClicks(screen.grid, "v")
    me.fill(screen.picking.picker.field, "vane")
    assert shown(screen, row)[9] == "Vane"
    for _ in range(3):
        me.window.do("edit.undo")
        me.settle()
    assert set(me.book.all(Override)) == set(before.all(Override))


def test_two_swans_change_places_by_the_mouse_and_back(me: Sitting) -> None:
    screen = me.go("casting", CastingScreen)
    row = role_id(me.book, "Swans")
    screen.grid.select(row, screen.grid.grid_model.grid.columns[-1].key)
    QTest.keyClicks(screen.grid, "5", CONTROL)
    me.settle()
    assert "only; its cast stays as it is" in me.seen(screen.follow_bar)
    one, other = screen.map.pane.floor.pieces[1:3]
    names = [one.person_id, other.person_id]
    middle = one.rect().center()
    QTest.mousePress(one, LEFT, pos=middle)
    QTest.mouseMove(one, middle + other.pos() - one.pos())
    QTest.mouseRelease(one, LEFT, pos=middle)
    me.settle()
    assert [one.person_id, other.person_id] == names[::-1]
    assert "change places in Swans, Sat 24 Oct" in me.labels[0]
    me.window.do("edit.undo")
    me.settle()
    assert [one.person_id, other.person_id] == names


def test_an_unknown_name_is_said_and_nothing_is_written(me: Sitting) -> None:
    screen = me.go("casting", CastingScreen)
    before = me.book
    row = role_id(before, "Odette/Odile")
    screen.grid.select(row, screen.grid.grid_model.grid.columns[0].key)
    QApplication.clipboard().setText("Popov\tVayne")
    me.window.do("edit.paste")
    me.settle()
    assert me.banner.startswith("No dancer is called “Vayne” (Odette/Odile, Fri 9), perhaps")
    assert me.book == before

from __future__ import annotations

import pytest
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from castapp.ui import theme
from castapp.ui.widgets.cells import GROUP_HEIGHT, Group, Role
from castapp.ui.widgets.chip import ChipText
from castapp.ui.widgets.table import DataTable
from tests.ui.showing import show_active

Index = QModelIndex | QPersistentModelIndex
OFF, FULL = Group("Off", "1", "off", "until reviewed"), Group("Full", "3", "full")
ROWS: list[Group | str] = [OFF, "Nora Alder", FULL, "Élise Gagnon", "Aidan Marsh", "Iveta Popov"]


class Names(QAbstractTableModel):
    def __init__(self, rows: list[Group | str]) -> None:
        super().__init__()
        self.rows = rows

    def show(self, rows: list[Group | str]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else 3

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or isinstance(self.rows[index.row()], Group):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if isinstance(row, Group):
            return row if role == Role.GROUP else None
        answers: dict[int, object] = {
            Role.KEY: row,
            Qt.ItemDataRole.DisplayRole: row if index.column() == 0 else "7 Oct",
            Role.DETAIL: "Corps" if index.column() == 0 else None,
            Role.STATUS: "off" if index.column() == 0 else None,
            Role.CHIPS: [ChipText("a", "No jumps"), ChipText("b", "No pointe")]
            if index.column() == 1
            else None,
        }
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == 2:
            return Qt.AlignmentFlag.AlignRight
        return answers.get(role)


@pytest.fixture
def model() -> Names:
    return Names(list(ROWS))


@pytest.fixture
def table(qtbot: QtBot, model: Names) -> DataTable:
    made = DataTable("Company")
    qtbot.addWidget(made)
    made.setModel(model)
    made.set_widths(160, 90, 80, stretch=2)
    made.resize(500, 400)
    show_active(made)
    return made


def test_the_model_of_this_test_keeps_qts_rules(qtbot: QtBot, model: Names) -> None:
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.show(list(ROWS))
    assert tester.model() is model


def test_headings_span_the_table_and_are_stepped_over(table: DataTable, qtbot: QtBot) -> None:
    assert table.columnSpan(0, 0) == 3
    assert table.rowHeight(0) == GROUP_HEIGHT
    assert table.rowHeight(1) == 40
    table.select_key("Nora Alder")
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert table.key == "Élise Gagnon"


def test_typing_finds_any_word_of_a_name_without_accents(table: DataTable, qtbot: QtBot) -> None:
    QTest.keyClicks(table, "mar")
    assert table.key == "Aidan Marsh"


def test_typing_one_letter_goes_on_from_here(table: DataTable, qtbot: QtBot) -> None:
    table.keyboardSearch("e")
    assert table.key == "Élise Gagnon"


def test_the_row_is_kept_by_its_key_when_the_model_changes(
    table: DataTable, model: Names, qtbot: QtBot
) -> None:
    table.select_key("Aidan Marsh")
    model.show(["Zoe First", *ROWS])
    assert table.key == "Aidan Marsh"
    assert table.keys() == ["Aidan Marsh"]
    with qtbot.waitSignal(table.selected) as selected:
        model.show([OFF, "Nora Alder"])
    assert selected.args == [""]


def test_enter_and_double_click_open(table: DataTable, qtbot: QtBot) -> None:
    with qtbot.waitSignal(table.selected) as selected:
        table.select_key("Iveta Popov")
    assert selected.args == ["Iveta Popov"]
    with qtbot.waitSignal(table.opened) as opened:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert opened.args == ["Iveta Popov"]


def test_moving_along_the_row_selects_nothing_new(table: DataTable, qtbot: QtBot) -> None:
    table.select_key("Iveta Popov")
    with qtbot.assertNotEmitted(table.selected):
        QTest.keyClick(table, Qt.Key.Key_Right)


def test_an_unknown_key_selects_nothing(table: DataTable) -> None:
    assert not table.select_key("Nobody")
    assert not table.select_key("")


def test_it_paints_in_both_palettes(table: DataTable) -> None:
    table.select_key("Nora Alder")
    assert not table.grab().isNull()


@pytest.mark.parametrize("by_keyboard", [True, False])
def test_the_keyboards_ring_goes_round_the_whole_row(table: DataTable, by_keyboard: bool) -> None:
    table.window().setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange, by_keyboard)
    table.setFocus()
    table.select_key("Nora Alder")
    row = table.visualRect(table.currentIndex())
    image = table.viewport().grab().toImage()
    for x in (0, table.horizontalHeader().length() - 1):
        assert (image.pixelColor(x, row.center().y()) == theme.current().focus) is by_keyboard

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from castapp.ui.widgets.shortcuts import ShortcutSheet, columns_of, rows_of


def test_the_sheet_tells_only_what_works_here() -> None:
    schedule, casting = rows_of("schedule"), rows_of("casting")
    assert ("Ctrl+Z", "Undo") in schedule["Edit"]
    assert ("Alt+arrows", "Move a call") in schedule["Schedule"]
    assert "Casting" not in schedule
    assert ("Ctrl+Enter", "Take the dancer as cover, or in all chosen cells") in casting["Casting"]
    assert all(not text.endswith("…") for rows in schedule.values() for _, text in rows)


def test_the_columns_are_of_about_the_same_height_and_lose_nothing() -> None:
    groups = rows_of("schedule")
    columns = columns_of(groups)
    assert len(columns) == 3
    told = [row for column in columns for _, rows in column for row in rows]
    assert sorted(told) == sorted(row for rows in groups.values() for row in rows)
    heights = [sum(len(rows) + 2 for _, rows in column) for column in columns]
    assert max(heights) - min(heights) <= 6


@pytest.mark.parametrize("size", [QSize(1024, 640), QSize(1280, 760), QSize(1440, 900)])
def test_the_sheet_stays_inside_the_window_and_scrolls_by_key(qtbot: QtBot, size: QSize) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(size)
    window.show()
    sheet = ShortcutSheet(window)
    sheet.open("schedule")
    assert window.rect().contains(sheet.geometry())
    bar = sheet.area.verticalScrollBar()
    QTest.keyClick(sheet, Qt.Key.Key_PageDown)
    assert bar.value() > 0 or bar.maximum() == 0
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert sheet.isHidden()


def test_redo_has_both_its_keys(qapp: QApplication) -> None:
    assert ("Ctrl+Shift+Z, Ctrl+Y", "Redo") in rows_of("schedule")["Edit"]

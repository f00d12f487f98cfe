from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from castapp.ui.widgets.field import Field, Section
from castapp.ui.widgets.typed import ClockField


def test_a_field_names_its_widget_and_shows_its_refusals(qtbot: QtBot) -> None:
    start = ClockField(name="")
    field = Field("Start", start)
    qtbot.addWidget(field)
    field.show()
    assert start.accessibleName() == "Start"
    QTest.keyClicks(start, "25:00")
    QTest.keyClick(start, Qt.Key.Key_Return)
    assert "25:00" in field.refusal
    assert start.accessibleDescription() == field.refusal
    start.selectAll()
    QTest.keyClicks(start, "10")
    assert field.refusal == ""


def test_a_section_can_be_emptied_and_headed_anew(qtbot: QtBot) -> None:
    section = Section("Called", "27 dancers")
    qtbot.addWidget(section)
    first, second = QLineEdit(), QLineEdit()
    section.add(QWidget())
    section.add_row(first, second)
    section.show()
    assert first.y() == second.y()
    assert first.x() < second.x()
    section.clear()
    assert not first.isVisible()
    section.set_heading("")
    assert not any(each.isVisible() for each in section.findChildren(QWidget))

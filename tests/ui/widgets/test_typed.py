from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from castapp.ui.widgets.calendar import DayField
from castapp.ui.widgets.typed import (
    ClockField,
    MinutesField,
    NumberField,
    SpanField,
    TypedField,
    WordsField,
)
from tests.ui.showing import show_active


@pytest.fixture
def start(qtbot: QtBot) -> ClockField:
    field = ClockField("Start")
    qtbot.addWidget(field)
    field.show_value(630)
    show_active(field)
    return field


def retype(qtbot: QtBot, field: TypedField[object] | QLineEdit, text: str) -> None:
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def test_a_time_typed_in_any_way_is_committed_and_rewritten(
    start: ClockField, qtbot: QtBot
) -> None:
    assert start.text() == "10.30"
    with qtbot.waitSignal(start.committed) as committed:
        retype(qtbot, start, "2:30 pm")
    assert committed.args == [870]
    assert start.text() == "14.30"
    with qtbot.assertNotEmitted(start.committed):
        retype(qtbot, start, "1430")
    assert start.text() == "14.30"


def test_what_cannot_be_read_stays_and_is_refused_in_words(start: ClockField, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(start.committed), qtbot.waitSignal(start.refused) as refused:
        retype(qtbot, start, "25:00")
    assert refused.args == ["“25:00” is not a time of day; the last is 23.59."]
    assert start.text() == "25:00"
    assert start.property("refused") is True
    QTest.keyClick(start, Qt.Key.Key_Escape)
    assert start.text() == "10.30"
    assert start.property("refused") is False


def test_leaving_the_field_reads_it(qtbot: QtBot) -> None:
    ground = QWidget()
    qtbot.addWidget(ground)
    row = QHBoxLayout(ground)
    start, other = ClockField("Start"), QLineEdit()
    row.addWidget(start)
    row.addWidget(other)
    start.show_value(630)
    show_active(ground)
    start.setFocus()
    start.selectAll()
    QTest.keyClicks(start, "11")
    with qtbot.waitSignal(start.committed) as committed:
        other.setFocus()
    assert committed.args == [660]


def test_a_field_that_must_be_filled_says_so(start: ClockField, qtbot: QtBot) -> None:
    start.clear()
    with qtbot.waitSignal(start.refused):
        QTest.keyClick(start, Qt.Key.Key_Return)
    assert start.value == 630


def test_an_optional_field_may_be_emptied(qtbot: QtBot) -> None:
    field = ClockField("Joins", optional=True)
    qtbot.addWidget(field)
    field.show_value(750)
    field.clear()
    with qtbot.waitSignal(field.committed) as committed:
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert committed.args == [None]


def test_what_somebody_is_typing_is_not_overwritten_by_the_same_value(
    start: ClockField, qtbot: QtBot
) -> None:
    start.setFocus()
    start.selectAll()
    QTest.keyClicks(start, "11.1")
    start.show_value(630)
    assert start.text() == "11.1"
    start.show_value(645)
    assert start.text() == "10.45"


def test_what_could_not_be_written_is_shown_as_it_was_typed(
    start: ClockField, qtbot: QtBot
) -> None:
    def somebody_was_faster(_value: object) -> None:
        start.show_value(645)
        start.hold()

    start.committed.connect(somebody_was_faster)
    retype(qtbot, start, "11")
    assert (start.text(), start.value) == ("11.00", 645)
    start.show_value(650)
    start.hold()
    assert start.text() == "10.50"


def test_lengths_spans_numbers_and_words(qtbot: QtBot) -> None:
    length, span = MinutesField("Length"), SpanField("Time")
    spots, name = NumberField("Spots", 1, 99), WordsField("Name", required=True)
    for field in (length, span, spots, name):
        qtbot.addWidget(field)
    retype(qtbot, length, "1:15")
    retype(qtbot, span, "11.45-13")
    retype(qtbot, spots, "18")
    retype(qtbot, name, "  Wilis ")
    assert (length.value, length.text()) == (75, "1 h 15")
    assert (span.value, span.text()) == ((705, 780), "11.45 – 13.00")
    assert (spots.value, name.value) == (18, "Wilis")
    with qtbot.waitSignal(spots.refused) as refused:
        retype(qtbot, spots, "100")
    assert "from 1 to 99" in refused.args[0]
    with qtbot.waitSignal(length.refused):
        retype(qtbot, length, "-5")


def test_a_day_is_typed_or_picked(qtbot: QtBot) -> None:
    ground = QWidget()
    qtbot.addWidget(ground)
    ground.resize(500, 500)
    row = QHBoxLayout(ground)
    day = DayField(date(2026, 10, 14))
    row.addWidget(day)
    show_active(ground)
    retype(qtbot, day, "fri")
    assert (day.value, day.text()) == (date(2026, 10, 16), "Fri 16 Oct 2026")
    day.setFocus()
    QTest.keyClick(day, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    grid = ground.focusWidget()
    assert grid is not None
    QTest.keyClick(grid, Qt.Key.Key_Right)
    with qtbot.waitSignal(day.committed) as committed:
        QTest.keyClick(grid, Qt.Key.Key_Return)
    assert committed.args == [date(2026, 10, 17)]
    assert day.hasFocus()

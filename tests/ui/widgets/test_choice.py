from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from castapp.ui.widgets.choice import ChoiceField, Tick
from castapp.ui.widgets.field import Field

STUDIOS = [("s1", "Studio 1"), ("s2", "Studio 2"), ("stage", "Stage")]


def test_what_a_person_picks_is_told_by_its_key(qtbot: QtBot) -> None:
    place = ChoiceField(STUDIOS, name="Place")
    qtbot.addWidget(place)
    place.choose("s2")
    with qtbot.waitSignal(place.chosen) as chosen:
        QTest.keyClick(place, Qt.Key.Key_Down)
    assert chosen.args == ["stage"]
    assert place.key == "stage"


def test_choosing_by_program_and_new_choices_tell_nobody(qtbot: QtBot) -> None:
    place = ChoiceField(STUDIOS, name="Place")
    qtbot.addWidget(place)
    with qtbot.assertNotEmitted(place.chosen):
        place.choose("s2")
        place.show_choices([*STUDIOS, ("a", "Annexe")])
    assert place.key == "s2"
    place.show_choices(STUDIOS[:1])
    assert place.key == ""


def test_the_wheel_scrolls_the_page_not_the_choice(qtbot: QtBot) -> None:
    place = ChoiceField(STUDIOS, name="Place")
    qtbot.addWidget(place)
    place.choose("s1")
    wheel = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(place, wheel)
    assert place.key == "s1"


def test_a_tick_is_set_by_space_and_by_its_words(qtbot: QtBot) -> None:
    told = Tick("Told")
    qtbot.addWidget(told)
    told.resize(120, 22)
    QTest.keyClick(told, Qt.Key.Key_Space)
    assert told.isChecked()
    QTest.mouseClick(told, Qt.MouseButton.LeftButton, pos=QPoint(60, 10))
    assert not told.isChecked()


def heard_as(field: QWidget) -> list[str]:
    told = QAccessible.queryAccessibleInterface(field).relations()
    label = QAccessible.RelationFlag.Label
    return [one.text(QAccessible.Text.Name) for one, kind in told if kind == label]


def test_a_list_is_heard_by_its_name_alone_and_under_a_label(qtbot: QtBot) -> None:
    around = QWidget()
    qtbot.addWidget(around)
    column = QVBoxLayout(around)
    alone = ChoiceField([("a", "Any day")], name="Findings of the day")
    labelled = ChoiceField([("a", "Giselle")])
    column.addWidget(alone)
    column.addWidget(Field("Ballet", labelled))
    around.show()
    around.hide()
    around.show()
    assert heard_as(alone) == ["Findings of the day"]
    assert heard_as(labelled) == ["Ballet"]

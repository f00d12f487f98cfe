from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from castapp.ui.widgets.inspector import STRIP, Fold, Inspector


def test_sections_come_and_go_while_head_and_foot_stay(qtbot: QtBot) -> None:
    inspector = Inspector()
    qtbot.addWidget(inspector)
    inspector.show_head("Giselle · Act II", "Wilis", colour="fir")
    foot = QLabel("No finding.")
    inspector.set_foot(foot)
    inspector.section("Called", "27 dancers").add(QLineEdit())
    inspector.section("Resolved")
    inspector.resize(328, 600)
    inspector.show()
    assert len(inspector.sections()) == 2
    inspector.clear()
    assert inspector.sections() == []
    assert foot.isVisible()
    assert "Wilis" in [label.text() for label in inspector.findChildren(QLabel)]


def test_it_folds_to_a_strip_and_opens_again(qtbot: QtBot) -> None:
    fold = Fold()
    qtbot.addWidget(fold)
    fold.show_inspector(Inspector(), 256)
    fold.resize(256, 600)
    fold.show()
    assert fold.width() == 256
    with qtbot.waitSignal(fold.toggled) as toggled:
        fold.toggle()
    assert toggled.args == [True]
    assert fold.width() == STRIP
    opener = next(each for each in fold.findChildren(QPushButton) if each.isVisible())
    assert "F4" in opener.accessibleName()
    QTest.mouseClick(opener, Qt.MouseButton.LeftButton)
    assert not fold.folded


def test_nothing_selected_means_no_column(qtbot: QtBot) -> None:
    fold = Fold()
    qtbot.addWidget(fold)
    fold.show_inspector(None)
    assert fold.isHidden()


def test_an_alarm_opens_the_column_even_when_folded_or_empty(qtbot: QtBot) -> None:
    fold = Fold()
    qtbot.addWidget(fold)
    fold.show_inspector(None)
    alarm = QWidget()
    fold.show_alarm(alarm)
    assert not fold.isHidden()
    fold.end_alarm()
    assert fold.isHidden()
    fold.show_inspector(Inspector())
    fold.fold(True)
    fold.show_alarm(QWidget())
    assert fold.width() == 328
    fold.end_alarm()
    assert fold.width() == STRIP

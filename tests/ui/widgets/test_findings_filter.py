from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from castapp.ui.widgets.choice import ChoiceField
from castapp.ui.widgets.findings import FindingsStrip
from tests.ui.widgets.test_findings import CLASH, FRIDAY, HOURS, REST


@pytest.fixture
def strip(qtbot: QtBot) -> FindingsStrip:
    made = FindingsStrip()
    qtbot.addWidget(made)
    made.resize(1000, 200)
    made.show_findings([CLASH, HOURS, REST])
    made.show()
    return made


def pick(field: ChoiceField, words: str) -> None:
    """Choose by keyboard, as a person does."""
    field.setFocus()
    QTest.keyClicks(field, words)
    field.chosen.emit(field.key)


def test_the_fields_come_with_the_rows(strip: FindingsStrip) -> None:
    assert not strip.filter.isVisible()
    strip.open(True)
    assert strip.filter.isVisible()
    assert strip.sizeHint().height() == 29 + 3 * 28


def test_rows_are_of_the_kind_the_day_and_the_person_chosen(strip: FindingsStrip) -> None:
    strip.open(True)
    pick(strip.filter.severity, "Rul")
    assert strip.model.rows == [HOURS, REST]
    pick(strip.filter.person, "Iv")
    assert strip.model.rows == [HOURS]
    pick(strip.filter.day, "Fri")
    assert strip.model.rows == []
    assert strip.filter.wanted.day == FRIDAY


def test_the_head_says_how_many_are_not_shown(strip: FindingsStrip) -> None:
    strip.open(True)
    head = strip.findChild(QAbstractButton)
    assert head is not None
    pick(strip.filter.person, "Aid")
    assert head.accessibleName() == "Findings: 1 rule, 2 not shown"
    pick(strip.filter.severity, "Clash")
    assert head.accessibleName() == "Findings: none of these, 3 not shown"
    QTest.mouseClick(head, Qt.MouseButton.LeftButton)
    assert strip.filter.isVisible()


def test_walking_stays_among_those_shown(strip: FindingsStrip) -> None:
    seen: list[object] = []
    strip.shown.connect(seen.append)
    strip.open(True)
    pick(strip.filter.severity, "Rul")
    for _ in range(3):
        strip.walk(1)
    assert seen == [HOURS, REST, HOURS]


def test_a_person_stays_chosen_when_all_is_mended_but_a_day_that_is_gone_does_not(
    strip: FindingsStrip,
) -> None:
    strip.open(True)
    pick(strip.filter.person, "Aid")
    pick(strip.filter.day, "Fri")
    strip.show_findings([CLASH, HOURS])
    assert strip.model.rows == []
    assert strip.filter.wanted.person == "Aidan Marsh"
    assert strip.filter.wanted.day is None

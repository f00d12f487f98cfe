from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from castapp.ui.screens.welcome.present import NewCompany, RecentFile
from castapp.ui.screens.welcome.screen import WelcomeScreen
from tests.ui.showing import show_active

NOW = datetime(2026, 10, 14, 9, 0, tzinfo=UTC)


@pytest.fixture
def welcome(qtbot: QtBot) -> WelcomeScreen:
    made = WelcomeScreen("1.0")
    qtbot.addWidget(made)
    made.resize(1280, 760)
    made.show_recent([RecentFile("/a.castapp", "Aldwyn Ballet", "Documents", "")], NOW)
    show_active(made)
    return made


def button(welcome: WelcomeScreen, name: str) -> QAbstractButton:
    found = welcome.findChildren(QAbstractButton)
    return next(each for each in found if each.accessibleName().startswith(name))


@pytest.mark.parametrize(
    ("name", "signal"),
    [
        ("Look around the sample company", "sample"),
        ("Bring a spreadsheet", "imported"),
        ("Open a company file", "opened"),
        ("A tour in five minutes", "tour"),
    ],
)
def test_each_way_is_told_once(
    welcome: WelcomeScreen, qtbot: QtBot, name: str, signal: str
) -> None:
    with qtbot.waitSignal(getattr(welcome, signal)):
        QTest.keyClick(button(welcome, name), Qt.Key.Key_Space)


def test_a_recent_company_opens_by_its_address(welcome: WelcomeScreen, qtbot: QtBot) -> None:
    with qtbot.waitSignal(welcome.recent) as recent:
        QTest.mouseClick(button(welcome, "Aldwyn Ballet"), Qt.MouseButton.LeftButton)
    assert recent.args == ["/a.castapp"]


def test_a_new_company_is_asked_in_place(welcome: WelcomeScreen, qtbot: QtBot) -> None:
    QTest.mouseClick(button(welcome, "Start your company"), Qt.MouseButton.LeftButton)
    form = welcome.form
    assert form is not None
    assert form.name.hasFocus()
    with qtbot.assertNotEmitted(welcome.founded):
        QTest.keyClick(form.name, Qt.Key.Key_Return)
    QTest.keyClicks(form.name, "  Meridian Ballet ")
    form.zone.setText("europe/madrid")
    form.ranks.setPlainText("Principal\nCorps")
    form.paper.choose("Letter")
    form.weekday.choose("6")
    with qtbot.waitSignal(welcome.founded) as founded:
        QTest.keyClick(form.name, Qt.Key.Key_Return)
    assert founded.args == [
        NewCompany("Meridian Ballet", "Europe/Madrid", 6, "Letter", ("Principal", "Corps"))
    ]


def test_a_form_that_will_not_do_says_where(welcome: WelcomeScreen) -> None:
    welcome.show_form()
    assert welcome.form is not None
    welcome.form.zone.setText("Atlantis")
    assert welcome.form.take() is None
    assert welcome.form.name.hasFocus()
    assert welcome.form.name.accessibleDescription() == "The company needs a name."
    assert "time zone" in welcome.form.zone.accessibleDescription()


def test_not_now_shows_what_was_open_before(welcome: WelcomeScreen, qtbot: QtBot) -> None:
    welcome.show_form()
    QTest.mouseClick(button(welcome, "Not now"), Qt.MouseButton.LeftButton)
    assert button(welcome, "Aldwyn Ballet").isVisible()


def test_a_file_let_fall_here_is_told(welcome: WelcomeScreen, qtbot: QtBot, tmp_path: Path) -> None:
    dragged = QMimeData()
    dragged.setUrls([QUrl.fromLocalFile(str(tmp_path / "cast.csv"))])
    drop = QDropEvent(
        QPoint(5, 5).toPointF(),
        Qt.DropAction.CopyAction,
        dragged,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    with qtbot.waitSignal(welcome.dropped) as dropped:
        welcome.dropEvent(drop)
    assert dropped.args == [tmp_path / "cast.csv"]


def test_what_went_wrong_is_said_on_the_page(welcome: WelcomeScreen) -> None:
    welcome.say("This file is empty.")
    assert welcome.banner.sentence == "This file is empty."


def test_a_sentence_goes_once_what_it_asks_for_is_typed(welcome: WelcomeScreen) -> None:
    welcome.show_form()
    form = welcome.form
    assert form is not None
    form.ranks.setPlainText("")
    assert form.take() is None
    QTest.keyClicks(form.name, "M")
    form.ranks.setPlainText("Corps")
    assert form.name.accessibleDescription() == ""
    assert form.ranks.accessibleDescription() == ""


def test_a_city_finds_its_zone(welcome: WelcomeScreen) -> None:
    welcome.show_form()
    form = welcome.form
    assert form is not None
    form.zone.setFocus()
    form.zone.selectAll()
    QTest.keyClicks(form.zone, "paris")
    QTest.keyClick(form.zone, Qt.Key.Key_Return)
    assert form.zone.key == "Europe/Paris"

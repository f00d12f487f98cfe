"""The morning page on the sample company: it fills, every line can be reached and leads on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from castapp.domain.book import Book
from castapp.domain.people import Person
from castapp.services.company import found_company
from castapp.services.desk import Desk
from castapp.services.people import add_person
from castapp.services.sample import sample_book
from castapp.ui.screen import ScreenContext
from castapp.ui.screens.today.begin import first_steps
from castapp.ui.screens.today.rows import LineButton, ShowButton
from castapp.ui.screens.today.screen import TodayScreen
from tests.builders import company_book
from tests.ui.fake_desk import FakeDesk

TODAY = date(2026, 10, 14)


class HistoryDesk(FakeDesk):
    def history(self, limit: int = 200, before: int | None = None) -> list[object]:
        return []


@pytest.fixture
def jumps() -> list[tuple[object, str]]:
    return []


def screen(qtbot: QtBot, desk: FakeDesk, jumps: list[tuple[object, str]]) -> TodayScreen:
    context = ScreenContext(
        desk=cast("Desk", desk),
        signals=cast("object", None),  # type: ignore[arg-type]
        dialogs=cast("object", None),  # type: ignore[arg-type]
        jobs=cast("object", None),  # type: ignore[arg-type]
        today=TODAY,
        commit=cast("object", None),  # type: ignore[arg-type]
        jump=lambda target, name="": jumps.append((target, name)),
        go_to=lambda day: None,
        say=lambda sentence: None,
    )
    made = TodayScreen(context)
    qtbot.addWidget(made)
    made.resize(1208, 712)
    made.present(desk.book, None)
    made.show()
    return made


def test_the_sample_companys_morning(qtbot: QtBot, jumps: list[tuple[object, str]]) -> None:
    made = screen(qtbot, HistoryDesk(sample_book(TODAY)), jumps)
    lines = made.findChildren(LineButton)
    assert len(lines) > 25
    assert len(made.findChildren(ShowButton)) == 1
    assert all(line.accessibleName() for line in lines)
    assert all(line.focusPolicy() & Qt.FocusPolicy.TabFocus for line in lines)


def test_a_line_leads_on_by_keyboard(qtbot: QtBot, jumps: list[tuple[object, str]]) -> None:
    made = screen(qtbot, HistoryDesk(sample_book(TODAY)), jumps)
    line = next(one for one in made.findChildren(LineButton) if one.text() == "Nora Alder")
    QTest.keyClick(line, Qt.Key.Key_Space)
    assert jumps[0][1] == "health"


def test_a_quiet_company_has_a_page_too(qtbot: QtBot, jumps: list[tuple[object, str]]) -> None:
    made = screen(qtbot, HistoryDesk(company_book()), jumps)
    assert made.heading().text == "Today"


def test_a_company_just_founded_is_told_what_to_do_first(
    qtbot: QtBot, jumps: list[tuple[object, str]]
) -> None:
    done: list[str] = []

    class Around:
        def do(self, action: str) -> None:
            done.append(action)

    book = Book.of(()).apply(found_company("Meridian", "Europe/Paris"))
    made = screen(qtbot, HistoryDesk(book), jumps)
    made.context = replace(made.context, services=Around())
    assert not made.findChildren(LineButton)
    links = {each.text(): each for each in made.findChildren(QPushButton)}
    for words in ("Bring your people", "Take a ballet", "Put a performance on"):
        QTest.mouseClick(links[words], Qt.MouseButton.LeftButton)
    assert done == ["file.import"]
    assert jumps == [(TODAY, "repertory"), (TODAY, "casting")]


def test_what_is_done_already_is_said_so() -> None:
    founded = Book.of(()).apply(found_company("Meridian", "Europe/Paris"))
    book = founded.apply(add_person(founded, Person("vega", "Ada", "Vega")))
    assert [step.done for step in first_steps(book)] == [True, False, False]
    assert first_steps(company_book()) == ()

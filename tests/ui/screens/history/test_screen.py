"""The history on a real company file: listed, found, told, taken back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QObject
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from castapp.app import new_company
from castapp.domain.company import Site
from castapp.domain.finding import Ref
from castapp.domain.office import Posting
from castapp.domain.people import Person
from castapp.services.company import put_place
from castapp.services.desk import Desk
from castapp.services.people import add_person, change_person
from castapp.services.publish import post_day
from castapp.ui.screen import ScreenContext
from castapp.ui.screens.history.model import HistoryModel
from castapp.ui.screens.history.present import DayRow, EntryRow
from castapp.ui.screens.history.screen import HistoryScreen
from castapp.ui.widgets.button import Button


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = new_company(str(tmp_path / "ballet.castapp"), "Meridian Ballet", zone="Europe/London")
    made.commit(add_person(made.book, Person("ada", "Ada", "Vega")))
    made.commit(change_person(made.book, "ada", height_cm=168))
    made.commit(put_place(made.book, Site("annexe", "Annexe")))
    yield made
    made.close()


def screen(qtbot: QtBot, desk: Desk, said: list[str]) -> HistoryScreen:
    nothing = cast("object", QObject())
    context = ScreenContext(
        desk=desk,
        signals=nothing,  # type: ignore[arg-type]
        dialogs=nothing,  # type: ignore[arg-type]
        jobs=nothing,  # type: ignore[arg-type]
        today=date(2026, 10, 14),
        commit=nothing,  # type: ignore[arg-type]
        jump=lambda target, name="": None,
        go_to=lambda day: None,
        say=said.append,
    )
    made = HistoryScreen(context)
    qtbot.addWidget(made)
    made.present(desk.book, None)
    return made


def labels(made: HistoryScreen) -> list[str]:
    return [
        str(made.model.index(row, 1).data())
        for row in range(made.model.rowCount())
        if made.model.index(row, 1).data()
    ]


def take_back(made: HistoryScreen) -> Button:
    shown = [one for one in made.inspector.findChildren(Button) if not one.isHidden()]
    return next(one for one in reversed(shown) if one.text() == "Take this change back")


def test_everything_done_is_listed_newest_first(qtbot: QtBot, desk: Desk) -> None:
    made = screen(qtbot, desk, [])
    assert labels(made) == [
        "New Annexe", "Change Ada Vega", "New person Ada Vega", "New company Meridian Ballet"
    ]  # fmt: skip


def test_found_by_words_and_by_person(qtbot: QtBot, desk: Desk) -> None:
    made = screen(qtbot, desk, [])
    made.search.setText("annexe")
    assert labels(made) == ["New Annexe"]
    made.search.clear()
    assert made.reveal(Ref(Person, "ada"))
    assert labels(made) == ["Change Ada Vega", "New person Ada Vega"]


def test_one_change_is_taken_back(qtbot: QtBot, desk: Desk) -> None:
    made = screen(qtbot, desk, [])
    made.table.select_key("3")
    take_back(made).click()
    assert desk.book.get(Person, "ada").height_cm is None


def test_what_later_changes_stand_on_is_not_taken_back(qtbot: QtBot, desk: Desk) -> None:
    said: list[str] = []
    made = screen(qtbot, desk, said)
    made.table.select_key("2")
    take_back(made).click()
    assert desk.book.find(Person, "ada") is not None
    assert "later changes stand on it" in said[0]


def buttons(made: HistoryScreen) -> dict[str, Button]:
    sections = made.inspector.sections()
    found = [one for section in sections for one in section.findChildren(Button)]
    return {one.text(): one for one in found if not one.isHidden()}


def test_the_founding_is_not_offered_to_be_taken_back(qtbot: QtBot, desk: Desk) -> None:
    made = screen(qtbot, desk, [])
    made.table.select_key("1")
    assert buttons(made) == {}


def test_a_posting_is_taken_back_after_one_question(qtbot: QtBot, desk: Desk) -> None:
    at = datetime(2026, 10, 14, 14, tzinfo=UTC)
    desk.commit(post_day(desk.book, date(2026, 10, 15), "firm", "C. Brady", at))
    made = screen(qtbot, desk, [])
    made.table.select_key("5")
    take_back(made).click()
    assert list(buttons(made)) == ["Take the posting back", "Leave it"]
    assert desk.book.all(Posting)
    buttons(made)["Leave it"].click()
    assert list(buttons(made)) == ["Take this change back"]
    take_back(made).click()
    buttons(made)["Take the posting back"].click()
    assert not desk.book.all(Posting)


def test_the_model_keeps_qts_rules(qtbot: QtBot) -> None:
    model = HistoryModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    model.show_rows([DayRow("Today", "1"), EntryRow(1, "9.00", "Ada", "Move", "")])
    model.show_rows([])

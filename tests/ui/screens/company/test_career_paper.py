from __future__ import annotations

from pathlib import Path
from typing import cast

from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from castapp.domain.people import CareerLine
from castapp.ui.screens.company.career_paper import career_menu
from castapp.ui.screens.company.screen import CompanyScreen
from castapp.ui.screens.company.side import ROLES
from tests.builders import FRIDAY, company_book, dancer
from tests.ui.fake_dialogs import FakeDialogs
from tests.ui.screens.casting.hands import texts
from tests.ui.screens.company.window import Opened

LINE = CareerLine("line", "vega", "Giselle", "Myrtha", "Old house", "2018", times=2)


def opened(qtbot: QtBot) -> tuple[Opened, CompanyScreen]:
    made = Opened(qtbot, company_book([LINE], dancer("Una New")), "company", FRIDAY, None)
    return made, cast(CompanyScreen, made.window.screen_widget("company"))


def test_the_career_is_saved_as_pdf_and_as_csv(qtbot: QtBot, tmp_path: Path) -> None:
    made, screen = opened(qtbot)
    dialogs = cast(FakeDialogs, made.window.context.dialogs)
    offered = {one.text(): one for one in career_menu(screen.context, screen, "vega").actions()}
    for words, name in (("PDF…", "c.pdf"), ("CSV, for another company’s file…", "c.csv")):
        dialogs.path = tmp_path / name
        offered[words].trigger()
    assert (tmp_path / "c.pdf").read_bytes().startswith(b"%PDF")
    assert "Myrtha" in (tmp_path / "c.csv").read_text()
    assert dialogs.asked == ["Save the career record"] * 2
    offered["Print…"].trigger()
    (dialog,) = screen.findChildren(QPrintDialog)
    assert dialog.windowTitle() == "Print Career record"


def test_somebody_without_a_career_is_told_of_in_one_sentence(qtbot: QtBot, tmp_path: Path) -> None:
    made, screen = opened(qtbot)
    cast(FakeDialogs, made.window.context.dialogs).path = tmp_path / "c.csv"
    offered = {one.text(): one for one in career_menu(screen.context, screen, "new").actions()}
    offered["CSV, for another company’s file…"].trigger()
    assert not list(tmp_path.iterdir())
    assert "Una New" in texts(made.window)


def test_the_button_and_the_command_offer_it(qtbot: QtBot) -> None:
    _, screen = opened(qtbot)
    screen.table.select_key("vega")
    screen.side.show_view(ROLES)
    screen.side.roles.record.click()
    assert len(screen.findChildren(QMenu)) == 1
    assert screen.act("company.career")
    assert screen.act("file.print")


def test_who_never_danced_has_no_record_to_print(qtbot: QtBot) -> None:
    _, screen = opened(qtbot)
    screen.side.show_view(ROLES)
    screen.table.select_key("new")
    record = screen.side.roles.record
    assert not record.isEnabled()
    assert record.toolTip() == "No role danced yet; there is no career to print."
    screen.table.select_key("vega")
    assert record.isEnabled()
    assert record.toolTip() == ""

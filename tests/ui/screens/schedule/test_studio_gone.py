from __future__ import annotations

from typing import cast

from PySide6.QtWidgets import QApplication

from castapp.domain.calls import Call
from castapp.services.desk import Desk
from castapp.ui.screens import ENTRIES
from castapp.ui.screens.schedule.screen import ScheduleScreen
from castapp.ui.screens.settings.places_page import PlacesPage
from castapp.ui.screens.settings.present import PLACES
from castapp.ui.screens.settings.screen import SettingsScreen
from castapp.ui.strip_feed import findings_of
from castapp.ui.theme import Theme
from castapp.ui.window import MainWindow
from tests.builders import THURSDAY, call, company_book
from tests.ui.fake_desk import FakeDesk
from tests.ui.fake_dialogs import FakeDialogs

BOOK = company_book(call("solo", 660, 60, people=["vega"]))


def test_a_studio_removed_in_the_settings_leaves_its_calls_in_the_tray(qapp: QApplication) -> None:
    desk = FakeDesk(BOOK)
    window = MainWindow(
        cast(Desk, desk), ENTRIES, FakeDialogs(), Theme(qapp), THURSDAY, findings=findings_of
    )
    window.show()
    window.show_screen("schedule")
    window.show_screen("settings")
    settings = cast(SettingsScreen, window.screen_widget("settings"))
    settings.show_section(PLACES)
    form = settings.page(PLACES)
    assert isinstance(form, PlacesPage)
    form.sites.rows["site-main"].studios.rows["studio-1"].away.click()
    assert desk.book.get(Call, "solo").studio_id is None
    window.show_screen("schedule")
    board = cast(ScheduleScreen, window.screen_widget("schedule")).board
    assert [card.id for card in board.view.tray] == ["solo"]
    assert "studio-1" not in board.view.studios
    window.do("edit.undo")
    assert desk.book == BOOK
    assert not board.view.tray
    window.close()
    window.deleteLater()

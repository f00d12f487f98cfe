"""The settings in a window: each change one edit, refusals in place, rules there and back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from castapp.domain.book import Book
from castapp.domain.company import Company, RuleSetting, Season, Site, Studio
from castapp.domain.finding import Ref
from castapp.domain.people import Engagement
from castapp.domain.roster import company
from castapp.services.findings import findings
from castapp.services.rulebook import put_number
from castapp.services.sample import sample_book
from castapp.settings import Settings
from castapp.ui.screens.settings.company_page import CompanyPage
from castapp.ui.screens.settings.model import SectionsModel
from castapp.ui.screens.settings.own_pages import BackupsPage, YoursPage
from castapp.ui.screens.settings.page import Page
from castapp.ui.screens.settings.places_page import PlacesPage
from castapp.ui.screens.settings.present import (
    BACKUPS,
    COMPANY,
    PLACES,
    RULES,
    SEASONS,
    SECTIONS,
    YOURS,
)
from castapp.ui.screens.settings.rules_page import RulesPage
from castapp.ui.screens.settings.screen import SettingsScreen
from castapp.ui.screens.settings.seasons_page import SeasonsPage
from castapp.ui.widgets.typed import TypedField
from tests.builders import FRIDAY, THURSDAY, call, company_book
from tests.ui.screens.company.window import Opened
from tests.ui.showing import type_into

P = TypeVar("P", bound=Page)
BOOK = company_book(call("c1", 600, 150, people=["fox"]), call("c2", 840, 120, people=["fox"]))


class AroundIt:
    """The program around the screen, remembering what it was asked."""

    def __init__(self) -> None:
        self.kept = Settings(name="Jana Mills")
        self.backed_up: datetime | None = None
        self.done: list[str] = []

    def choose(self, chosen: Settings) -> None:
        self.kept = chosen

    def do(self, action: str) -> None:
        self.done.append(action)


Open = Callable[[Book], tuple[Opened, SettingsScreen]]


@pytest.fixture
def around() -> AroundIt:
    return AroundIt()


@pytest.fixture
def opened(qtbot: QtBot, around: AroundIt) -> Open:
    def build(book: Book) -> tuple[Opened, SettingsScreen]:
        made = Opened(qtbot, book, "settings", FRIDAY, around)
        screen = made.window.screen_widget("settings")
        assert isinstance(screen, SettingsScreen)
        return made, screen

    return build


def page(screen: SettingsScreen, section: str, kind: type[P]) -> P:
    screen.show_section(section)
    found = screen.page(section)
    assert isinstance(found, kind)
    return found


def test_the_house_is_changed_field_by_field(opened: Open) -> None:
    made, screen = opened(BOOK)
    form = page(screen, COMPANY, CompanyPage)
    type_into(form.name, "New Meridian Ballet")
    type_into(form.posting, "2 pm")
    form.weekday.chosen.emit("6")
    form.paper.chosen.emit("Letter")
    form.zone.picked.emit("Europe/Madrid")
    form.off_list.click()
    house = company(made.book)
    assert (house.name, house.posting_clock, house.first_weekday) == ("New Meridian Ballet", 840, 6)
    assert (house.paper, house.zone, house.off_list_on_papers) == ("Letter", "Europe/Madrid", True)
    assert len(made.labels) == 6
    while made.desk.done:
        made.window.do("edit.undo")
    assert made.book == BOOK
    assert form.name.text() == "Meridian Ballet"


def test_a_wrong_hour_is_said_and_kept(opened: Open) -> None:
    made, screen = opened(BOOK)
    form = page(screen, COMPANY, CompanyPage)
    type_into(form.posting, "25:00")
    type_into(form.name, "Another")
    assert form.posting.text() == "25:00"
    assert "23.59" in form.fields["posting_clock"].refusal
    assert company(made.book).posting_clock == 15 * 60


def test_a_rank_is_renamed_moved_added_removed(opened: Open) -> None:
    made, screen = opened(BOOK)
    card = page(screen, COMPANY, CompanyPage).ranks
    type_into(card.lines[2].name, "Corps de ballet")
    assert company(made.book).ranks == ("Principal", "Soloist", "Corps de ballet")
    assert len(made.book.where(Engagement, "rank", "Corps de ballet")) == 4
    card.lines[2].up.click()
    assert card.lines[1].name.text() == "Corps de ballet"
    type_into(card.name, "Apprentice")
    assert company(made.book).ranks[-1] == "Apprentice"
    assert card.name.text() == ""
    card.lines[-1].away.click()
    assert len(card.lines) == 3
    card.lines[0].away.click()
    assert "4 contracts are for the rank Principal" in card.lines[0].refusal.text()
    type_into(card.lines[0].name, "soloist")
    assert "already" in card.lines[0].refusal.text()
    assert card.lines[0].name.text() == "soloist"
    while made.desk.done:
        made.window.do("edit.undo")
    assert made.book == BOOK


def test_places_are_added_changed_and_kept_where_they_are_used(opened: Open) -> None:
    made, screen = opened(BOOK)
    form = page(screen, PLACES, PlacesPage)
    main = form.sites.rows["site-main"]
    main.new.click()
    fresh = next(one for one in made.book.all(Studio) if one.name == "New studio")
    line = main.studios.rows[fresh.id]
    type_into(line.name, "Studio 9")
    type_into(line.short, "S9")
    line.kind.chosen.emit("room")
    kept = made.book.get(Studio, fresh.id)
    assert (kept.name, kept.short, kept.kind) == ("Studio 9", "S9", "room")
    main.studios.rows["stage"].away.click()
    assert "has performances" in main.studios.rows["stage"].refusal.text()
    main.away.click()
    assert "still has studios" in main.refusal.text()
    line.away.click()
    assert made.book.find(Studio, fresh.id) is None


def test_sites_and_the_ways_between_them(opened: Open) -> None:
    made, screen = opened(BOOK)
    form = page(screen, PLACES, PlacesPage)
    (way,) = form.ways.rows.values()
    type_into(way.minutes, "-5")
    assert "from 0 to 1440" in way.refusal.text()
    type_into(way.minutes, "35")
    assert made.labels == ["Change the way between two sites"]
    form.new.click()
    site = next(one for one in made.book.all(Site) if one.name == "New site")
    card = form.sites.rows[site.id]
    card.zone.picked.emit("America/New_York")
    assert made.book.get(Site, site.id).zone == "America/New_York"
    assert len(form.ways.rows) == 3
    card.away.click()
    assert len(form.ways.rows) == 1
    type_into(form.sites.rows["site-main"].name, "")
    assert form.sites.rows["site-main"].refusal.text() == "This cannot be left empty."


def test_a_season_that_ends_before_it_begins_is_refused(opened: Open) -> None:
    made, screen = opened(BOOK)
    form = page(screen, SEASONS, SeasonsPage)
    line = form.lines.rows["season"]
    type_into(line.last, "1 jan 2026")
    assert "before it begins" in line.refusal.text()
    assert made.labels == []
    type_into(line.last, "1 jul 2027")
    assert line.refusal.text() == ""
    form.new.click()
    assert made.book.count(Season) == 2


def test_a_limit_changes_the_findings_and_goes_back(opened: Open) -> None:
    def over() -> list[str]:
        found = findings(made.book, THURSDAY, THURSDAY, ["fox"])
        return [one.what for one in found if one.rule == "hours_a_day"]

    made, screen = opened(BOOK)
    row = page(screen, RULES, RulesPage).rows["hours_a_day"]
    before = over()
    number = row.numbers["hours"]
    assert isinstance(number, TypedField)
    type_into(number, "3 h")
    assert over() == ["3 h 05 over 3 h a day"] != before
    assert row.pack_words.text() == "The pack says 6 h."
    type_into(number, "many")
    assert "is not a number" in row.refusal.text()
    row.severity.chosen.emit("off")
    assert over() == []
    row.back.click()
    assert over() == before
    assert number.text() == "6"
    assert not row.back.isVisible()
    assert made.book.count(RuleSetting) == 0


def test_another_pack_and_all_rules_back(opened: Open) -> None:
    made, screen = opened(BOOK)
    form = page(screen, RULES, RulesPage)
    form.pack.chosen.emit("uk")
    assert company(made.book).rulepack == "uk"
    row = form.rows["hours_a_day"]
    assert row.severity.key == "off"
    assert row._clause.text() == "Not in this pack"
    row.severity.chosen.emit("breach")
    assert row._silent.isVisible()
    made.desk.commit(put_number(made.book, "span", "hours", 7.0))
    assert form._own.text() == "2 rules are set otherwise than the pack."
    form.all_back.click()
    assert made.book.count(RuleSetting) == 0


def test_your_settings_are_followed_at_once(opened: Open, around: AroundIt) -> None:
    made, screen = opened(BOOK)
    form = page(screen, YOURS, YoursPage)
    type_into(form.name, "Ana Ruiz")
    form.scheme.chosen.emit("dark")
    form.lines.click()
    assert around.kept == Settings("Ana Ruiz", "dark", stronger_lines=True)
    assert made.labels == []


def test_a_backup_is_asked_for_and_the_history_opened(opened: Open, around: AroundIt) -> None:
    _, screen = opened(BOOK)
    form = page(screen, BACKUPS, BackupsPage)
    form.back_up.click()
    assert around.done == ["file.backup"]


def test_records_are_revealed_where_they_are_set(opened: Open) -> None:
    made, screen = opened(BOOK.apply(put_number(BOOK, "span", "hours", 8.0)))
    assert screen.reveal(Ref(Studio, "studio-a"))
    places = page(screen, PLACES, PlacesPage)
    assert places.sites.rows["site-annexe"].studios.rows["studio-a"].name.hasFocus()
    (setting,) = made.book.all(RuleSetting)
    assert screen.reveal(Ref(RuleSetting, setting.id))
    assert screen.list.key == RULES
    assert screen.reveal(Ref(Season, "season"))
    assert screen.reveal(Ref(Company, "company"))
    assert not screen.reveal(Ref(Engagement, "e-vega"))


def test_every_section_of_the_sample_is_reached_and_read_out(opened: Open) -> None:
    _, screen = opened(sample_book(FRIDAY))
    for section, _ in SECTIONS:
        screen.list.select_key(section)
        QApplication.processEvents()
        shown = screen.page(section)
        assert shown.isVisible()
        fields = [
            one
            for one in shown.findChildren(QWidget)
            if one.isVisible() and one.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        assert all(one.accessibleName() for one in fields)


def test_the_sections_keep_qts_rules(qtbot: QtBot) -> None:
    model = SectionsModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    assert [model.index(n, 0).data() for n in range(model.rowCount())] == [w for _, w in SECTIONS]


def test_the_rules_scroll_no_further_than_the_last_of_them(opened: Open) -> None:
    _, screen = opened(BOOK)
    form = page(screen, RULES, RulesPage)
    QApplication.processEvents()
    inside = form.widget()
    assert inside is not None
    assert inside.height() <= max(inside.heightForWidth(inside.width()), form.viewport().height())

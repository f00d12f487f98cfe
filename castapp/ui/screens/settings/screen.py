"""The settings screen: sections at the left, the form of the one chosen beside them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from castapp.domain.book import Book
from castapp.domain.calls import Call, Called
from castapp.domain.casting import Performance
from castapp.domain.company import Company, Journey, RuleSetting, Season, Site, Studio
from castapp.domain.edit import Edit
from castapp.domain.finding import Ref
from castapp.domain.people import Engagement
from castapp.ui.screen import Heading, Screen, ScreenContext
from castapp.ui.screens.settings.company_page import CompanyPage
from castapp.ui.screens.settings.model import SectionsModel
from castapp.ui.screens.settings.own_pages import AccessPage, BackupsPage, YoursPage
from castapp.ui.screens.settings.page import Page
from castapp.ui.screens.settings.places_page import PlacesPage
from castapp.ui.screens.settings.present import (
    ACCESS,
    BACKUPS,
    COMPANY,
    PLACES,
    RULES,
    SEASONS,
    YOURS,
)
from castapp.ui.screens.settings.rules_page import RulesPage
from castapp.ui.screens.settings.seasons_page import SeasonsPage
from castapp.ui.widgets.bar import Rule
from castapp.ui.widgets.table import DataTable

LIST_WIDTH = 216
PAGES: Mapping[str, Callable[[ScreenContext], Page]] = {
    COMPANY: CompanyPage,
    PLACES: PlacesPage,
    SEASONS: SeasonsPage,
    RULES: RulesPage,
    ACCESS: AccessPage,
    YOURS: YoursPage,
    BACKUPS: BackupsPage,
}
_SHOWN = (
    Company, Site, Studio, Journey, Season, RuleSetting, Engagement, Call, Called, Performance,
)  # fmt: skip


class SettingsScreen(Screen):
    """Each section is built when it is first chosen."""

    def __init__(self, context: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._pages: dict[str, Page] = {}
        self._section = COMPANY
        self.list = DataTable("Sections", row_height=36)
        self.list.setModel(SectionsModel(self))
        self.list.set_widths(LIST_WIDTH, stretch=0)
        self.list.horizontalHeader().hide()
        self.list.setFixedWidth(LIST_WIDTH)
        self._stack = QStackedWidget()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.list)
        line = Rule(upright=True, tone="line")
        line.setMaximumHeight(16_777_215)
        row.addWidget(line)
        row.addWidget(self._stack, 1)
        self.list.selected.connect(self._on_selected)

    def heading(self) -> Heading:
        return Heading("Settings")

    def present(self, book: Book, edit: Edit | None) -> None:
        if edit is None or edit.touches(*_SHOWN):
            self.show_section(self._section)

    def show_section(self, section: str) -> None:
        """Show one section of `present.SECTIONS`."""
        self._section = section
        page = self.page(section)
        page.show_book(self.context.book)
        self._stack.setCurrentWidget(page)
        self.list.select_key(section)

    def page(self, section: str) -> Page:
        """The form of a section, built now if it has not been shown yet."""
        if section not in self._pages:
            self._pages[section] = PAGES[section](self.context)
            self._stack.addWidget(self._pages[section])
        return self._pages[section]

    def reveal(self, ref: Ref) -> bool:
        record = self.context.book.find(ref.kind, ref.id)
        if isinstance(record, Company):
            self.show_section(COMPANY)
        elif isinstance(record, Site | Studio):
            self.show_section(PLACES)
            page = self.page(PLACES)
            if isinstance(page, PlacesPage):
                studio = isinstance(record, Studio)
                site_id = record.site_id if isinstance(record, Studio) else record.id
                page.reveal(site_id, record.id if studio else "")
        elif isinstance(record, Season):
            self.show_section(SEASONS)
        elif isinstance(record, RuleSetting):
            self.show_section(RULES)
            page = self.page(RULES)
            return isinstance(page, RulesPage) and page.reveal(record.rule)
        else:
            return False
        return True

    def _on_selected(self, section: str) -> None:
        if section and section != self._section:
            self.show_section(section)

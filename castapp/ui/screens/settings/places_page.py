"""The places: sites with their studios and stages, and the minutes between sites."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from castapp.domain.book import Book
from castapp.domain.company import Site
from castapp.ui import fonts
from castapp.ui.screens.settings.page import Card, Page
from castapp.ui.screens.settings.place_changes import new_site, set_minutes
from castapp.ui.screens.settings.present import Way, sites, ways
from castapp.ui.screens.settings.rows import Rows
from castapp.ui.screens.settings.site_card import SiteCard
from castapp.ui.widgets.beside import beside
from castapp.ui.widgets.button import Button
from castapp.ui.widgets.label import Label
from castapp.ui.widgets.refusal import Refusal
from castapp.ui.widgets.typed import NumberField

if TYPE_CHECKING:
    from castapp.ui.screen import ScreenContext

_ABOUT = "Studios stand on the board in this order. A call in a studio that goes becomes unplaced."
_WAYS = "What people need from one site to the other, either way. Empty: not looked at."


class WayLine(QWidget):
    """The minutes between two sites."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._ends = ("", "")
        self._shown: Way | None = None
        self._words = Label("")
        self.minutes = NumberField("Minutes", 0, 24 * 60, optional=True)
        self.minutes.setFixedWidth(72)
        self.refusal = Refusal()
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._words, 1)
        row.addWidget(self.minutes)
        row.addWidget(Label("min", fonts.BODY, "t2"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self.refusal)
        self.minutes.refused.connect(self.refusal.say)
        self.minutes.committed.connect(
            lambda value: page.write(
                lambda book: set_minutes(book, *self._ends, value), self.refusal.say
            )
        )

    def show_way(self, way: Way) -> None:
        """Show two sites and what lies between them."""
        self._ends = (way.first.id, way.second.id)
        self._words.setText(way.words)
        self.minutes.setAccessibleName(f"Minutes, {way.words}")
        if way != self._shown:
            self._shown = way
            self.minutes.show_value(way.journey.minutes if way.journey else None)

    def put_back(self) -> None:
        """Show the minutes as they are kept, next time they are shown."""
        self._shown = None


class PlacesPage(Page):
    """A card for each site, then the ways between them."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context, "Places", _ABOUT)
        self.sites = Rows(lambda site_id: SiteCard(self, site_id), spacing=16)
        self.ways = Rows(lambda _: WayLine(self))
        self.ways_card = Card("Minutes between sites", _WAYS)
        self.ways_card.add(self.ways.widget)
        self.new = Button("Add a site", "plus")
        self.refusal = Refusal()
        self.add(self.sites.widget, beside(self.new), self.refusal, self.ways_card)
        self.new.clicked.connect(self._add)

    def show_book(self, book: Book) -> None:
        shown = sites(book)
        self.sites.show_ids([one.id for one in shown])
        for card in self.sites.rows.values():
            card.show_book(book)
        between = {f"{way.first.id}|{way.second.id}": way for way in ways(book)}
        self.ways.show_ids(list(between))
        for key, line in self.ways.rows.items():
            line.show_way(between[key])
        self.ways_card.setVisible(bool(between))

    def put_back(self) -> None:
        for card in self.sites.rows.values():
            card.put_back()
        for line in self.ways.rows.values():
            line.put_back()
        super().put_back()

    def reveal(self, site_id: str, studio_id: str = "") -> None:
        """Go to a site, or to one of its studios."""
        card = self.sites.rows[site_id]
        self.ensureWidgetVisible(card)
        if studio_id:
            card.focus_studio(studio_id)
        else:
            card.name.setFocus()

    def _add(self) -> None:
        edit = new_site(self.context.book)
        fresh = next(one.id for one in edit.of(Site))
        if self.write(lambda _: edit, self.refusal.say):
            self.reveal(fresh)
            self.sites.rows[fresh].name.selectAll()

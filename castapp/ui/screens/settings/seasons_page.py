"""The seasons: their names and days."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from castapp.domain.book import Book
from castapp.domain.company import Season
from castapp.services.company import put_place
from castapp.ui.screens.settings.page import Card, Page
from castapp.ui.screens.settings.place_changes import new_season, remove_season
from castapp.ui.screens.settings.present import said, seasons
from castapp.ui.screens.settings.rows import Rows
from castapp.ui.widgets.beside import beside
from castapp.ui.widgets.button import Button, icon_button
from castapp.ui.widgets.refusal import Refusal
from castapp.ui.widgets.typed import TypedField, WordsField, day_reader, show_changed

if TYPE_CHECKING:
    from castapp.ui.screen import ScreenContext

_ABOUT = "A season is a stretch of days planned together. Runs are counted within it."


class SeasonLine(QWidget):
    """Every field is written as it is left."""

    def __init__(self, page: Page, season_id: str) -> None:
        super().__init__()
        self._page = page
        self._id = season_id
        self._shown: Season | None = None
        today = page.context.today
        self.name = WordsField("Season", required=True)
        self.first = TypedField(day_reader(today), said, name="From")
        self.last = TypedField(day_reader(today), said, name="To")
        self.away = icon_button("trash-2", "Remove this season")
        self.refusal = Refusal()
        row = QHBoxLayout()
        row.setSpacing(8)
        for field in (self.name, self.first, self.last):
            row.addWidget(field, 1)
        row.addWidget(self.away)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.refusal)
        self._connect()

    def show_season(self, season: Season) -> None:
        """Show a season."""
        if season == self._shown:
            return
        old, self._shown = self._shown, season
        show_changed({"name": self.name, "first": self.first, "last": self.last}, old, season)
        self.refusal.say("")

    def put_back(self) -> None:
        """Show the season as it is kept, next time it is shown."""
        self._shown = None

    def _connect(self) -> None:
        for field in (self.name, self.first, self.last):
            field.refused.connect(self.refusal.say)
        self.name.committed.connect(lambda words: self._change("name", words))
        self.first.committed.connect(lambda day: self._change("first", day))
        self.last.committed.connect(lambda day: self._change("last", day))
        self.away.clicked.connect(
            lambda: self._page.write(lambda book: remove_season(book, self._id), self.refusal.say)
        )

    def _change(self, field: str, value: Any) -> None:
        def make(book: Book) -> Any:
            return put_place(book, replace(book.get(Season, self._id), **{field: value}))

        self._page.write(make, self.refusal.say)


class SeasonsPage(Page):
    """The latest season first."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__(context, "Seasons", _ABOUT)
        self.lines = Rows(lambda season_id: SeasonLine(self, season_id))
        self.new = Button("Add a season", "plus")
        self.refusal = Refusal()
        self.card = Card("Name, first day, last day")
        self.card.add(self.lines.widget, beside(self.new), self.refusal)
        self.add(self.card)
        self.new.clicked.connect(self._add)

    def show_book(self, book: Book) -> None:
        shown = seasons(book)
        self.lines.show_ids([one.id for one in shown])
        for season in shown:
            self.lines.rows[season.id].show_season(season)

    def put_back(self) -> None:
        for line in self.lines.rows.values():
            line.put_back()
        super().put_back()

    def _add(self) -> None:
        edit = new_season(self.context.book, self.context.today)
        fresh = next(one.id for one in edit.of(Season))
        if self.write(lambda _: edit, self.refusal.say):
            self.lines.rows[fresh].name.setFocus()

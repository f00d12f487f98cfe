"""One studio or stage: its names, kind, place on the board, and away."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from castapp.domain.book import Book
from castapp.domain.company import STUDIO_KINDS, Studio
from castapp.services.company import put_place, remove_studio
from castapp.ui import fonts
from castapp.ui.screens.settings.place_changes import move_studio
from castapp.ui.screens.settings.present import StudioRow
from castapp.ui.widgets.button import icon_button
from castapp.ui.widgets.choice import ChoiceField
from castapp.ui.widgets.label import Label
from castapp.ui.widgets.refusal import Refusal
from castapp.ui.widgets.typed import WordsField, show_changed

if TYPE_CHECKING:
    from castapp.ui.screens.settings.page import Page

NAME, SHORT, KIND, ABOUT = 4, 2, 3, 4


class StudioLine(QWidget):
    """Every field is written as it is left."""

    def __init__(self, page: Page, studio_id: str) -> None:
        super().__init__()
        self._page = page
        self._id = studio_id
        self._shown: StudioRow | None = None
        self.name = WordsField("Studio", required=True)
        self.short = WordsField("Short name")
        self.kind = ChoiceField([(one, one) for one in STUDIO_KINDS], name="Kind")
        self.about = WordsField("What is in it")
        self.about.setPlaceholderText("piano, mirrors …")
        self.up = icon_button("chevron-up", "Earlier on the board")
        self.down = icon_button("chevron-down", "Later on the board")
        self.away = icon_button("trash-2", "Remove it")
        self._used = Label("", fonts.LABEL, "t2")
        self.refusal = Refusal()
        self._lay_out()
        self._connect()

    def show_row(self, row: StudioRow) -> None:
        """Show the studio."""
        if row == self._shown:
            return
        old, self._shown = self._shown, row
        fields = {"name": self.name, "short": self.short, "about": self.about}
        show_changed(fields, old.studio if old else None, row.studio)
        self.kind.choose(row.studio.kind)
        self._used.setText(row.used)
        if old is None or old.studio != row.studio:
            self.refusal.say("")

    def put_back(self) -> None:
        """Show the studio as it is kept, next time it is shown."""
        self._shown = None

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.name, NAME)
        row.addWidget(self.short, SHORT)
        row.addWidget(self.kind, KIND)
        row.addWidget(self.about, ABOUT)
        for button in (self.up, self.down, self.away):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self._used)
        column.addWidget(self.refusal)

    def _connect(self) -> None:
        write, say = self._page.write, self.refusal.say
        for name, field in (("name", self.name), ("short", self.short), ("about", self.about)):
            field.refused.connect(say)
            field.committed.connect(lambda words, name=name: self._change(name, words or ""))
        self.kind.chosen.connect(lambda key: self._change("kind", key))
        self.up.clicked.connect(lambda: write(lambda book: move_studio(book, self._id, -1), say))
        self.down.clicked.connect(lambda: write(lambda book: move_studio(book, self._id, 1), say))
        self.away.clicked.connect(lambda: write(lambda book: remove_studio(book, self._id), say))

    def _change(self, field: str, value: Any) -> None:
        def make(book: Book) -> Any:
            return put_place(book, replace(book.get(Studio, self._id), **{field: value}))

        self._page.write(make, self.refusal.say)

"""The ladder of ranks: each renamed, moved and taken out in place; a new one at its foot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from castapp.domain.book import Book
from castapp.services import ranks
from castapp.ui import fonts
from castapp.ui.screens.settings.page import Card
from castapp.ui.screens.settings.present import RankRow, rank_rows, stray_ranks
from castapp.ui.widgets.beside import beside
from castapp.ui.widgets.button import Button, icon_button
from castapp.ui.widgets.label import Label
from castapp.ui.widgets.refusal import Refusal
from castapp.ui.widgets.typed import WordsField

if TYPE_CHECKING:
    from castapp.ui.screens.settings.page import Page

_ABOUT = (
    "From the highest to the lowest. Papers and lists follow this order. A new name goes along "
    "to every contract and call that bears the old one."
)


class RankLine(QWidget):
    """One rank: its name, who holds it, up, down, away. `moved` carries -1 or 1."""

    moved = Signal(int)

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._rank = ""
        self._shown: RankRow | None = None
        self.name = WordsField("Rank", required=True)
        self._held = Label("", fonts.TABLE, "t2")
        self.up = icon_button("chevron-up", "Higher")
        self.down = icon_button("chevron-down", "Lower")
        self.away = icon_button("trash-2", "Remove this rank")
        self.refusal = Refusal()
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.name, 3)
        row.addWidget(self._held, 2)
        for button in (self.up, self.down, self.away):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.refusal)
        self._connect()

    @property
    def rank(self) -> str:
        """The rank shown."""
        return self._rank

    def show_row(self, row: RankRow) -> None:
        """Show a rank."""
        if row == self._shown:
            return
        if row.name != self._rank:
            self.refusal.say("")
        self._rank, self._shown = row.name, row
        self.name.show_value(row.name)
        self.name.setAccessibleName(f"Rank {row.name}")
        self._held.setText(row.held)
        self.up.setEnabled(not row.first)
        self.down.setEnabled(not row.last)

    def put_back(self) -> None:
        """Show the rank as it is kept, next time it is shown."""
        self._shown = None

    def _connect(self) -> None:
        write, say = self._page.write, self.refusal.say
        self.name.refused.connect(say)
        self.name.committed.connect(
            lambda words: write(lambda book: ranks.rename_rank(book, self._rank, words), say)
        )
        self.up.clicked.connect(lambda: self.moved.emit(-1))
        self.down.clicked.connect(lambda: self.moved.emit(1))
        self.away.clicked.connect(
            lambda: write(lambda book: ranks.remove_rank(book, self._rank), say)
        )


class RanksCard(Card):
    """All ranks. Lines stay when ranks change places, so that no click is lost."""

    def __init__(self, page: Page) -> None:
        super().__init__("Ranks", _ABOUT)
        self._page = page
        self.lines: list[RankLine] = []
        self._ladder = QVBoxLayout()
        self._ladder.setSpacing(6)
        holder = QWidget()
        holder.setLayout(self._ladder)
        self._ladder.setContentsMargins(0, 0, 0, 0)
        self._stray = Label("", fonts.TABLE, "warning", wrap=True)
        self.name = WordsField("New rank")
        self.name.setPlaceholderText("New rank")
        self.name.setFixedWidth(240)
        self.new = Button("Add", "plus")
        self.refusal = Refusal()
        self.add(holder, self._stray, beside(self.name, self.new), self.refusal)
        self.new.clicked.connect(self._add)
        self.name.committed.connect(lambda words: self._add() if words else None)

    def show_book(self, book: Book) -> None:
        """Show the ladder."""
        rows = rank_rows(book)
        while len(self.lines) < len(rows):
            line = RankLine(self._page)
            line.moved.connect(lambda step, one=line: self._move(one, step))
            self.lines.append(line)
            self._ladder.addWidget(line, 0, Qt.AlignmentFlag.AlignTop)
        while len(self.lines) > len(rows):
            spare = self.lines.pop()
            self._ladder.removeWidget(spare)
            spare.hide()
            spare.deleteLater()
        for line, row in zip(self.lines, rows, strict=True):
            line.show_row(row)
        stray = stray_ranks(book)
        self._stray.setText(f"Named in contracts, not on the ladder: {', '.join(stray)}.")
        self._stray.setVisible(bool(stray))

    def put_back(self) -> None:
        """Show the ranks as they are kept."""
        for line in self.lines:
            line.put_back()
        self.show_book(self._page.context.book)

    def _move(self, line: RankLine, step: int) -> None:
        place = self.lines.index(line)
        name = line.rank
        if self._page.write(lambda book: ranks.move_rank(book, name, step), line.refusal.say):
            there = self.lines[min(max(place + step, 0), len(self.lines) - 1)]
            button = there.up if step < 0 else there.down
            (button if button.isEnabled() else there.name).setFocus()

    def _add(self) -> None:
        if not self.name.take():
            return
        name = self.name.value or ""
        if not name:
            self.name.setFocus()
            return
        if self._page.write(lambda book: ranks.add_rank(book, name), self.refusal.say):
            self.name.show_value("")
            self.name.clear()

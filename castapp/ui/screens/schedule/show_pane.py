"""The inspector's pane of what is not edited there: one performance."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from castapp.domain.book import Book
from castapp.domain.casting import Performance
from castapp.domain.finding import Finding, Ref
from castapp.ui import fonts
from castapp.ui.screen import ScreenContext
from castapp.ui.screens.schedule.call_facts import troubles
from castapp.ui.screens.schedule.cards import Card
from castapp.ui.screens.schedule.trouble import TroubleList
from castapp.ui.widgets.button import Button, Kind
from castapp.ui.widgets.field import Section
from castapp.ui.widgets.label import Label


class ShowPane(QWidget):
    """A performance in short, with the way to its casting."""

    def __init__(self, context: ScreenContext) -> None:
        super().__init__()
        self._context = context
        self._id = ""
        self._facts = Section("Performance")
        self._trouble = TroubleList(context)
        go = Button("Open in Casting", kind=Kind.LINK)
        go.clicked.connect(self._go)
        way = Section()
        way.add_row(go, QWidget(), stretches=(0, 1))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self._facts, self._trouble, way):
            column.addWidget(widget)

    def show_card(self, book: Book, card: Card, findings: Sequence[Finding]) -> None:
        """Show this performance."""
        self._id = card.id
        self._facts.clear()
        for line in (*card.text.who, card.text.team, card.place):
            if line:
                self._facts.add(Label(line, fonts.TABLE, wrap=True))
        self._trouble.show_troubles(troubles(book, findings))

    def _go(self) -> None:
        self._context.jump(Ref(Performance, self._id), "casting")

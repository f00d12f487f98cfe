"""The spot map with its choices: which role, which cast or night, and moving the places."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPoint, QRect, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from castapp.domain.book import Book
from castapp.domain.repertory import Role
from castapp.ui import fonts
from castapp.ui.screens.casting.columns import Column
from castapp.ui.screens.casting.stage.facts import (
    StageFacts,
    column_of,
    mapped_roles,
    maps,
    stage_facts,
)
from castapp.ui.screens.casting.stage.floor import Floor
from castapp.ui.widgets.bar import Bar
from castapp.ui.widgets.button import TOOL_HEIGHT, Button, Kind
from castapp.ui.widgets.choice import ChoiceField
from castapp.ui.widgets.label import Label

HINT = "Drag one dancer onto another to swap them, or Space, arrows, Space. Letters find a dancer."
EDITING = "Drag a place, or move it with the arrows: the map changes for every cast and night."


class StagePane(QWidget):
    """`shown` tells that another role or column was chosen; `lines_wanted` to draw lines again."""

    shown = Signal()
    lines_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.floor = Floor()
        self.roles = ChoiceField(name="Role of the map")
        self.columns = ChoiceField(name="Cast or performance of the map")
        self.edit = Button("Move places", "map-pin", height=TOOL_HEIGHT)
        self.edit.setCheckable(True)
        self.lines = Button("In lines again", kind=Kind.QUIET, height=TOOL_HEIGHT)
        self._hint = Label(HINT, fonts.TABLE, "t2")
        self.facts: StageFacts | None = None
        self.role_id = ""
        self.column_key = ""
        self.spot = 1
        self._lay_out()
        self.roles.chosen.connect(self._on_role)
        self.columns.chosen.connect(self._on_column)
        self.edit.toggled.connect(self._on_edit)
        self.lines.clicked.connect(self.lines_wanted)
        self.floor.chosen.connect(self._on_chosen)
        self.setFocusProxy(self.floor)

    def show_place(self, role_id: str, spot: int, column_key: str) -> None:
        """Be of this role and column next time the book is shown; empty leaves what is."""
        self.role_id = role_id or self.role_id
        self.column_key = column_key or self.column_key
        self.spot = max(spot, 1)

    def show_book(self, book: Book, production_id: str, day: date) -> bool:
        """Show the map. False if the ballet has no role of several places, or no cast or night."""
        offered = mapped_roles(book, production_id)
        known = {role.id for role in offered}
        if self.role_id not in known:
            largest = max(offered, key=lambda one: one.spots, default=None)
            self.role_id = largest.id if largest else ""
        role = book.find(Role, self.role_id)
        choices = maps(book, production_id, role, day) if role else []
        if self.column_key not in {key for key, _ in choices}:
            self.column_key = choices[0][0] if choices else ""
        column = column_of(book, production_id, day, self.column_key)
        if role is None or column is None:
            self.facts = None
            return False
        self.roles.show_choices([(one.id, one.name) for one in offered])
        self.roles.choose(role.id)
        self.columns.show_choices(choices)
        self.columns.choose(column.key)
        self.spot = min(self.spot, role.spots)
        self.facts = stage_facts(book, role, column)
        self.floor.show_facts(self.facts)
        self.lines.setVisible(self.facts.drawn)
        return True

    @property
    def column(self) -> Column | None:
        """The cast or performance shown."""
        return self.facts.column if self.facts else None

    def focus_spot(self) -> None:
        """Give the keyboard to the chosen spot."""
        piece = self.floor.piece(self.spot)
        if piece is not None:
            piece.setFocus()

    def spot_rect(self, spot: int, host: QWidget) -> QRect:
        """Where a spot is drawn, in another widget's coordinates."""
        piece = self.floor.piece(spot)
        if piece is None:
            return QRect()
        return QRect(piece.mapTo(host, QPoint(0, 0)), piece.size())

    def _on_role(self, key: str) -> None:
        self.role_id, self.spot = key, 1
        self.shown.emit()

    def _on_column(self, key: str) -> None:
        self.column_key = key
        self.shown.emit()

    def _on_edit(self, on: bool) -> None:
        self.floor.editing = on
        self._hint.setText(EDITING if on else HINT)

    def _on_chosen(self, spot: int) -> None:
        self.spot = spot

    def _lay_out(self) -> None:
        bar = Bar(44, "surface")
        row = QHBoxLayout(bar)
        row.setContentsMargins(16, 0, 16, 1)
        row.setSpacing(8)
        for widget in (self.roles, self.columns, self.edit, self.lines):
            row.addWidget(widget)
        self.roles.setMinimumWidth(150)
        self.columns.setMinimumWidth(190)
        row.addWidget(self._hint, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self.floor, 1)

"""The spot map at work: what is dragged, picked or moved there becomes an edit."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from castapp.domain.book import Book
from castapp.domain.edit import Edit
from castapp.domain.repertory import Role
from castapp.services.castgrid import stagemap
from castapp.ui.screens.casting import edits
from castapp.ui.screens.casting.anchor import Anchor
from castapp.ui.screens.casting.asking import Asking
from castapp.ui.screens.casting.columns import Column
from castapp.ui.screens.casting.picking import Asked
from castapp.ui.screens.casting.preview import NOTHING, Words, cast_words, row_of
from castapp.ui.screens.casting.rows import Row, spot_label
from castapp.ui.screens.casting.stage.pane import StagePane
from castapp.ui.writing import write_or_say

if TYPE_CHECKING:
    from castapp.ui.screen import ScreenContext


class Mapping(QObject):
    """`chosen` tells that a spot or another map is looked at."""

    chosen = Signal()

    def __init__(self, context: ScreenContext, asking: Asking, host: QWidget) -> None:
        super().__init__(host)
        self._context = context
        self._asking = asking
        self._host = host
        self._production = ""
        self._day = context.today
        self.pane = StagePane()
        floor = self.pane.floor
        floor.swapped.connect(self._swap)
        floor.stood_in.connect(self._stand_in)
        floor.moved.connect(self._move)
        floor.taken.connect(self._say_taken)
        self.pane.edit.toggled.connect(lambda _on: self.chosen.emit())
        floor.wanted.connect(self.ask)
        floor.chosen.connect(lambda _spot: self.chosen.emit())
        self.pane.shown.connect(self._show_again)
        self.pane.lines_wanted.connect(self._in_lines)

    def show_book(self, book: Book, production_id: str, day: date) -> bool:
        """Show the map. False if there is nothing to be mapped."""
        self._production, self._day = production_id, day
        return self.pane.show_book(book, production_id, day)

    def show_place(self, place: Anchor) -> None:
        """Look at this role and column."""
        self.pane.show_place(place.role_id, place.spot, place.column_key)

    @property
    def place(self) -> Anchor:
        """What is looked at."""
        facts = self.pane.facts
        if facts is None:
            return Anchor()
        who = facts.stands[self.pane.spot - 1].person_id or ""
        return Anchor(facts.role.id, self.pane.spot, facts.column.key, who)

    @property
    def cell(self) -> tuple[Row, Column] | None:
        """The chosen spot as a cell of the grid would stand for it."""
        facts = self.pane.facts
        return (row_of(facts.role.id, self.pane.spot), facts.column) if facts else None

    def words(self, book: Book) -> Words:
        """What a change on this map changes."""
        facts = self.pane.facts
        if facts is None:
            return NOTHING
        if self.pane.floor.editing:
            return f"Moves the places of {facts.role.name} on every night and in every cast.", ""
        if facts.column.performance_id is None:
            return cast_words(book, facts.role, 0, facts.column.key)
        stays = "its cast stays as it is" if facts.column.cast_id else "it has no cast yet"
        return f"Changes {facts.column.when} only; {stays}.", ""

    def ask(self, spot: int, typed: str = "") -> None:
        """Open the picking list for a spot."""
        facts = self.pane.facts
        piece = self.pane.floor.piece(spot)
        if facts is not None and piece is not None:
            asked = Asked(facts.role.id, spot, facts.column)
            self._asking.ask_at(asked, self.pane.spot_rect(spot, self._host), typed, piece)

    def empty(self) -> None:
        """Leave the chosen spot open."""
        cell = self.cell
        if cell is not None:
            row, column = cell
            write_or_say(
                self._context, lambda book: edits.empty(book, [(row.role_id, row.spot, column)])
            )

    def _swap(self, one: int, other: int) -> None:
        facts = self.pane.facts
        if facts is None:
            return
        places = [edits.wish(facts.role.id, spot, facts.column) for spot in (one, other)]
        write_or_say(self._context, stagemap.swap, *places)

    def _stand_in(self, spot: int, person_id: str) -> None:
        facts = self.pane.facts
        if facts is not None:
            write_or_say(self._context, stand_in, facts.role, spot, facts.column, person_id)

    def _move(self, spot: int, across: float, depth: float) -> None:
        facts = self.pane.facts
        if facts is not None:
            write_or_say(self._context, stagemap.move_place, facts.role.id, spot, across, depth)

    def _say_taken(self, spot: int) -> None:
        facts = self.pane.facts
        if facts is not None:
            self._context.say(f"{spot_label(facts.role, spot)} stands there; nothing was moved.")

    def _in_lines(self) -> None:
        write_or_say(self._context, stagemap.clear_places, self.place.role_id)

    def _show_again(self) -> None:
        self.pane.show_book(self._context.book, self._production, self._day)
        self.chosen.emit()


def stand_in(book: Book, role: Role, spot: int, column: Column, person_id: str) -> Edit:
    """Let an alternate dance a spot; who dances another of the role changes places."""
    for other in range(1, role.spots + 1):
        if other != spot and person_id in edits.seat_of(book, role.id, other, column).dancing:
            places = [edits.wish(role.id, one, column) for one in (spot, other)]
            return stagemap.swap(book, *places)
    return edits.dance(book, role.id, spot, column, person_id)

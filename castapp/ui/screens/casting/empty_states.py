"""What the casting screen says while there is nothing to cast."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from castapp.domain.book import Book
from castapp.domain.programme import casts, roles
from castapp.domain.repertory import Production
from castapp.ui.screens.casting.present import CASTS, STAGE
from castapp.ui.widgets.empty import EmptyState

REPERTORY, NIGHT, CAST, SOLO = "repertory", "night", "cast", "solo"


class CastingEmpty(QWidget):
    """`started` carries what the person wants: the repertory, a performance, a cast."""

    started = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._shown: EmptyState | None = None
        self._wants = ""

    def show_for(self, book: Book, production_id: str, view: str, columns: int) -> bool:
        """Show what is missing. False if nothing is: then the grid can be shown."""
        wants = self._missing(book, production_id, view, columns)
        if wants and (wants != self._wants or self._shown is None):
            self._replace(_state(wants, book, production_id))
        self._wants = wants
        return bool(wants)

    def _missing(self, book: Book, production_id: str, view: str, columns: int) -> str:
        if book.find(Production, production_id) is None or not roles(book, production_id):
            return REPERTORY
        if columns:
            return ""
        if view == STAGE:
            return CAST if any(role.spots > 1 for role in roles(book, production_id)) else SOLO
        return CAST if view == CASTS else NIGHT

    def _replace(self, state: EmptyState) -> None:
        if self._shown is not None:
            self._column.removeWidget(self._shown)
            self._shown.hide()
            self._shown.deleteLater()
        self._shown = state
        state.started.connect(lambda: self.started.emit(self._wants))
        state.chosen.connect(self.started)
        self._column.addWidget(state, 0, Qt.AlignmentFlag.AlignCenter)


def _state(wants: str, book: Book, production_id: str) -> EmptyState:
    work = book.find(Production, production_id)
    name = (work.short or work.title) if work else ""
    if wants == REPERTORY and work is not None:
        return EmptyState(
            "crown",
            f"{name} has no roles yet",
            "The grid has a row for each role, under the act it is danced in. Write the roles "
            "down in the repertory, or take the ballet from a template.",
            f"Roles of {name}",
            button_icon="music",
        )
    if wants == REPERTORY:
        return EmptyState(
            "crown",
            "Casting begins with a ballet",
            "Take one into the repertory, from a template or your own. Its roles become the rows "
            "here, its performances the columns.",
            "Open the repertory",
            button_icon="music",
        )
    if wants == SOLO:
        return EmptyState(
            "map-pin",
            f"{name} has no role of several spots",
            "The spot map shows where the dancers of a group stand. A role with two spots or more "
            "has one.",
            f"Roles of {name}",
            button_icon="music",
        )
    if wants == CAST:
        return EmptyState(
            "crown",
            f"{name} has no cast yet",
            "A cast says who dances and who covers every role. Performances take a cast, and "
            "follow it when it changes; one night may still differ.",
            "New cast",
        )
    more = "the casts can be made first" if casts(book, production_id) else "or begin with a cast"
    return EmptyState(
        "crown",
        f"No performance of {name} this season",
        "Each performance is a column: day, curtain, conductor, and the cast that dances it.",
        "New performance",
        ways=((CAST, "users-round", "Casts", more),),
    )

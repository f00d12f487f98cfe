"""Painting a cast over performances: the strip, the grid's brush, and what it would do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from castapp.domain.programme import casts
from castapp.ui.screens.casting import edits
from castapp.ui.screens.casting.grid_view import CastingGrid
from castapp.ui.screens.casting.paint_bar import PaintBar
from castapp.ui.screens.casting.preview import painting_nights, painting_words
from castapp.ui.screens.casting.proposing import Proposing
from castapp.ui.writing import write_or_say

if TYPE_CHECKING:
    from castapp.ui.screen import ScreenContext


class Painting(QObject):
    """`turned` tells that painting began or ended."""

    turned = Signal()

    def __init__(
        self, context: ScreenContext, grid: CastingGrid, proposing: Proposing, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._proposing = proposing
        self._context = context
        self._grid = grid
        self.bar = PaintBar()
        self.bar.ended.connect(self.end)
        grid.painted.connect(self._paint)
        grid.painting_over.connect(self._preview)
        grid.escaped.connect(self.end)

    @property
    def on(self) -> bool:
        """Whether clicks paint."""
        return not self.bar.isHidden()

    def start(self, production_id: str) -> None:
        """Begin, if there is a cast to paint with."""
        found = casts(self._context.book, production_id)
        if not found:
            return
        self.bar.show_casts([*((one.id, f"{one.name} cast") for one in found), ("", "No cast")])
        self._context.clear()
        self.bar.show_preview("")
        self.bar.show()
        self._grid.start_painting(True)
        self._grid.leave()
        self._grid.setFocus()
        self.turned.emit()

    def end(self) -> None:
        """Let clicks choose cells again."""
        self.bar.hide()
        if not self._context.asking():
            self._proposing.show(None)
        self._grid.start_painting(False)
        self.turned.emit()

    def _preview(self, keys: list[str]) -> None:
        if self._context.asking():
            return
        book, cast = self._context.book, self.bar.cast_key or None
        self.bar.show_preview(
            painting_words(book, keys, cast) if keys else "", painting_nights(book, keys, cast)
        )
        self._proposing.show(edits.paint(book, keys, cast) if keys else None)

    def _paint(self, keys: list[str]) -> None:
        self._proposing.show(None)
        write_or_say(self._context, edits.paint, keys, self.bar.cast_key or None)
        self._preview([])

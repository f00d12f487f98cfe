"""What is not kept yet, seen in the grid: while a question stands, or a brush is over nights."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from castapp.domain.edit import Edit
from castapp.ui.screens.casting.present import Grid

if TYPE_CHECKING:
    from castapp.ui.screen import Commit


class Proposing(QObject):
    """Holds the edit that is not kept yet; `changed` tells that it is another. Its `commit` is
    the window's, and keeps the edit in view while that asks.
    """

    changed = Signal()

    def __init__(self, commit: Commit, asking: Callable[[], bool]) -> None:
        super().__init__()
        self._commit = commit
        self._asking = asking
        self.edit: Edit | None = None

    def show(self, edit: Edit | None) -> None:
        """Look at this edit as if it were kept; at none again."""
        if edit != self.edit:
            self.edit = edit or None
            self.changed.emit()

    def commit(
        self,
        edit: Edit,
        *,
        judged: bool = True,
        written: Callable[[], None] | None = None,
        put_back: Callable[[], None] | None = None,
    ) -> bool:
        """Write an edit; while a reason is asked for it, it is shown."""

        def done() -> None:
            self.show(None)
            if written is not None:
                written()

        def back() -> None:
            self.show(None)
            if put_back is not None:
                put_back()

        self.show(None)
        kept = self._commit(edit, judged=judged, written=done, put_back=back)
        if not kept and self._asking():
            self.show(edit)
        return kept


def proposed_grid(now: Grid, then: Grid) -> Grid:
    """The grid as it would be, with the cells marked that would be others."""
    if [one.key for one in now.rows] != [one.key for one in then.rows] or [
        one.key for one in now.columns
    ] != [one.key for one in then.columns]:
        return then
    cells = tuple(
        tuple(
            after if after == before else replace(after, proposed=True)
            for before, after in zip(old, new, strict=True)
        )
        for old, new in zip(now.cells, then.cells, strict=True)
    )
    return replace(then, cells=cells)
